//! Words that the law asks for. They come from here, never from a template.

use law::Lang;

use super::format::{long_date, money, percent, pick};
use crate::text::Span;
use crate::{AnnouncedCosts, CalculationLine, Letter, LetterKind};

/// The approved wording of the term (HR 25-11-2016, ECLI:NL:HR:2016:2704). Never another.
pub const TERM_NL: &str = "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd";
/// The same term in English; the letter says that the Dutch words prevail.
pub const TERM_EN: &str =
    "within fourteen days from the day after this letter has been delivered to you";

/// The paragraphs of the block `legal_notice`.
pub(crate) fn paragraphs(letter: &Letter) -> Vec<Vec<Span>> {
    match letter.kind {
        LetterKind::Notice14Days => fourteen_days(letter),
        LetterKind::FinalReminder => final_reminder(letter),
        LetterKind::FinalDemand => final_demand(letter),
        LetterKind::Reminder | LetterKind::Statement => Vec::new(),
    }
}

fn fourteen_days(letter: &Letter) -> Vec<Vec<Span>> {
    let Some(costs) = letter
        .claim
        .as_ref()
        .and_then(|claim| claim.costs_announced.as_ref())
    else {
        return Vec::new();
    };
    let lang = letter.lang;
    let bearing = letter.invoices.iter().filter(|row| row.bears_costs).count();
    let all = bearing == letter.invoices.len();
    let invoices = match (lang, all, bearing <= 1) {
        (Lang::Nl, true, true) => "deze factuur is",
        (Lang::Nl, true, false) => "deze facturen is",
        (Lang::Nl, false, true) => "de factuur in de eerste tabel is",
        (Lang::Nl, false, false) => "de facturen in de eerste tabel is",
        (Lang::En, true, true) => "this invoice has",
        (Lang::En, true, false) => "these invoices has",
        (Lang::En, false, true) => "the invoice in the first table has",
        (Lang::En, false, false) => "the invoices in the first table has",
    };
    let expired = match lang {
        Lang::Nl => {
            format!("De betalingstermijn van {invoices} verstreken. U bent daardoor in verzuim.")
        }
        Lang::En => {
            format!("The payment term of {invoices} expired. You are therefore in default.")
        }
    };
    let asked = match lang {
        Lang::Nl => vec![
            Span::regular("Wij manen u aan om het openstaande bedrag van "),
            Span::bold(money(costs.base, lang)),
            Span::regular(" te betalen "),
            Span::bold(TERM_NL),
            Span::regular(
                ". In dit bedrag zitten geen rente en geen kosten. Betaalt u op tijd, dan bent u ook geen incassokosten verschuldigd.",
            ),
        ],
        Lang::En => vec![
            Span::regular("We demand that you pay the outstanding amount of "),
            Span::bold(money(costs.base, lang)),
            Span::regular(" "),
            Span::bold(TERM_EN),
            Span::regular(format!(
                ". The Dutch wording prevails: “{TERM_NL}”. This amount includes no interest and no costs. If you pay in time, you will not owe any collection costs either."
            )),
        ],
    };
    vec![
        vec![Span::regular(expired)],
        asked,
        consequence(costs, lang),
    ]
}

/// What follows when payment stays out: the exact amount, how it was calculated, and VAT with the
/// declaration that art. 2 lid 3 Besluit BIK asks, only where VAT is charged.
fn consequence(costs: &AnnouncedCosts, lang: Lang) -> Vec<Span> {
    let total = costs.costs + costs.vat;
    let mut spans = match lang {
        Lang::Nl => vec![
            Span::regular(
                "Hebben wij het bedrag dan niet volledig ontvangen, dan bent u naast de hoofdsom incassokosten verschuldigd van ",
            ),
            Span::bold(money(total, lang)),
            Span::regular(
                " (artikel 6:96 lid 6 BW en het Besluit vergoeding voor buitengerechtelijke incassokosten).",
            ),
        ],
        Lang::En => vec![
            Span::regular(
                "If we have not received the full amount by then, you will owe collection costs of ",
            ),
            Span::bold(money(total, lang)),
            Span::regular(
                " in addition to the principal (article 6:96(6) of the Dutch Civil Code and the Dutch Decree on compensation for extrajudicial collection costs).",
            ),
        ],
    };
    if !costs.lines.is_empty() {
        let steps: Vec<String> = costs.lines.iter().map(|line| step(line, lang)).collect();
        let lead = pick(lang, "Zo is dat berekend", "This is how it was calculated");
        spans.push(Span::regular(format!(" {lead}: {}.", steps.join("; "))));
    }
    if costs.vat.is_positive() {
        let (bare, vat) = (money(costs.costs, lang), money(costs.vat, lang));
        spans.push(Span::regular(match lang {
            Lang::Nl => format!(
                " De kosten van {bare} zijn verhoogd met {vat} btw. Wij verklaren dat wij deze btw niet kunnen verrekenen; om die reden zijn de kosten verhoogd."
            ),
            Lang::En => format!(
                " The costs of {bare} have been increased by {vat} VAT. We declare that we cannot deduct this VAT; the costs have been increased for that reason."
            ),
        }));
    }
    spans
}

fn step(line: &CalculationLine, lang: Lang) -> String {
    let amount = money(line.amount, lang);
    match (line.percent, line.base) {
        (Some(rate), Some(base)) => {
            format!(
                "{} {} {} = {amount}",
                percent(rate, lang),
                pick(lang, "over", "of"),
                money(base, lang)
            )
        }
        _ if line.text.is_empty() => amount,
        _ => format!("{} {amount}", line.text),
    }
}

fn final_reminder(letter: &Letter) -> Vec<Vec<Span>> {
    let lang = letter.lang;
    let amount = Span::bold(money(letter.payment.amount, lang));
    if let Some(days) = letter.notice_of_default {
        let demand = match lang {
            Lang::Nl => vec![
                Span::regular("Deze brief is een "),
                Span::bold("ingebrekestelling"),
                Span::regular(
                    " (artikel 6:82 BW). Wij geven u nog een redelijke termijn: betaal het openstaande bedrag van ",
                ),
                amount,
                Span::regular(" "),
                Span::bold(format!(
                    "binnen {} nadat u deze brief hebt ontvangen",
                    in_days(days, lang)
                )),
                Span::regular(
                    ". Betaalt u dan niet, dan bent u in verzuim. U kunt dan wettelijke rente en incassokosten verschuldigd worden.",
                ),
            ],
            Lang::En => vec![
                Span::regular("This letter is a "),
                Span::bold("notice of default"),
                Span::regular(
                    " (article 6:82 of the Dutch Civil Code). We give you a final reasonable period: pay the outstanding amount of ",
                ),
                amount,
                Span::regular(" "),
                Span::bold(format!(
                    "within {} of receiving this letter",
                    in_days(days, lang)
                )),
                Span::regular(
                    ". If you do not, you will be in default and may come to owe statutory interest and collection costs.",
                ),
            ],
        };
        return vec![demand];
    }
    let term = letter.term_days.map(|days| match lang {
        Lang::Nl => format!(" binnen {} na de datum van deze brief", in_days(days, lang)),
        Lang::En => format!(" within {} of the date of this letter", in_days(days, lang)),
    });
    let spans = match lang {
        Lang::Nl => vec![
            Span::regular("Dit is onze laatste herinnering. Wij verzoeken u dringend "),
            amount,
            Span::regular(term.unwrap_or_else(|| " per omgaande".to_owned())),
            Span::regular(
                " over te maken. Doet u dat niet, dan volgt een aanmaning en kunnen er kosten en rente bij komen.",
            ),
        ],
        Lang::En => vec![
            Span::regular("This is our final reminder. We urgently ask you to transfer "),
            amount,
            Span::regular(term.unwrap_or_else(|| " by return".to_owned())),
            Span::regular(
                ". If you do not, a formal demand will follow and costs and interest may be added.",
            ),
        ],
    };
    vec![spans]
}

fn final_demand(letter: &Letter) -> Vec<Vec<Span>> {
    let lang = letter.lang;
    let amount = Span::bold(money(letter.payment.amount, lang));
    let term = match (letter.term_days, lang) {
        (Some(days), Lang::Nl) => {
            format!("binnen {} na de datum van deze brief", in_days(days, lang))
        }
        (Some(days), Lang::En) => {
            format!("within {} of the date of this letter", in_days(days, lang))
        }
        (None, Lang::Nl) => "per omgaande".to_owned(),
        (None, Lang::En) => "by return".to_owned(),
    };
    let per_day = letter
        .claim
        .as_ref()
        .map(|claim| claim.per_day)
        .filter(|rate| rate.is_positive());
    let date = long_date(letter.date, lang);
    let mut demand = match lang {
        Lang::Nl => vec![
            Span::regular("Wij sommeren u "),
            amount,
            Span::regular(" te betalen "),
            Span::bold(term),
            Span::regular(". Het bedrag moet dan op onze rekening zijn bijgeschreven."),
        ],
        Lang::En => vec![
            Span::regular("We demand that you pay "),
            amount,
            Span::regular(" "),
            Span::bold(term),
            Span::regular(". The amount must have been credited to our account by then."),
        ],
    };
    if let Some(rate) = per_day {
        let rate = money(rate, lang);
        demand.push(Span::regular(match lang {
            Lang::Nl => format!(" Voor iedere dag na {date} komt er {rate} rente bij."),
            Lang::En => format!(" For each day after {date}, {rate} interest is added."),
        }));
    }
    if letter.calculation.is_some() {
        demand.push(Span::regular(pick(
            lang,
            " De berekening staat achter deze brief.",
            " The calculation follows this letter.",
        )));
    }
    let handover = pick(
        lang,
        "Betaalt u niet volledig en op tijd, dan dragen wij de vordering zonder verdere aankondiging over aan een gerechtsdeurwaarder of incassobureau. De kosten van een procedure kunnen dan voor uw rekening komen. Wij behouden ons ondubbelzinnig het recht op nakoming voor; deze brief stuit de verjaring (artikel 3:317 BW).",
        "If you do not pay in full and in time, we will hand the claim over to a bailiff or collection agency without further notice. The costs of legal proceedings may then be charged to you. We unequivocally reserve our right to performance; this letter interrupts the limitation period (article 3:317 of the Dutch Civil Code).",
    );
    vec![demand, vec![Span::regular(handover)]]
}

fn in_days(days: u16, lang: Lang) -> String {
    match (lang, days) {
        (Lang::Nl, 1) => "1 dag".to_owned(),
        (Lang::Nl, n) => format!("{n} dagen"),
        (Lang::En, 1) => "1 day".to_owned(),
        (Lang::En, n) => format!("{n} days"),
    }
}
