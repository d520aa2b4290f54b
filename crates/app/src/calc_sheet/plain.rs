//! The sheets of one calculation each: interest, costs, the 14-day letter, the start of interest, limitation.

use documents::{Align, ReportBlock};
use law::{
    ClaimKind, CostLineKind, Costs, DayCount, DebtorKind, Interest, InterestStart, Lang,
    Limitation, NoticeTerm, Per, RateKind, RateTable,
};

use super::{Sheet, bases, bold, column, day, heading, money, percent, periods, sources, warned};
use crate::calc::{
    InterestRequest, InterestStartRequest, LimitationRequest, NoticeRequest, Regime,
};
use crate::words::say;

fn given(lang: Lang) -> ReportBlock {
    heading(say(lang, "Gegevens", "Given"))
}

fn result(lang: Lang) -> ReportBlock {
    heading(say(lang, "Uitkomst", "Result"))
}

fn yes(value: bool, lang: Lang) -> String {
    if value {
        say(lang, "ja", "yes")
    } else {
        say(lang, "nee", "no")
    }
}

/// How a year is divided.
pub(super) fn day_count(count: DayCount, lang: Lang) -> String {
    match count {
        DayCount::InterestYear => say(
            lang,
            "de dagen van het lopende rentejaar (365 of 366)",
            "the days of the running interest year (365 or 366)",
        ),
        DayCount::Always365 => say(lang, "altijd 365", "always 365"),
    }
}

pub(super) fn interest(
    request: &InterestRequest,
    found: &Interest,
    rates: &RateTable,
    lang: Lang,
) -> Sheet {
    let kind = match request.regime {
        Regime::Consumer => Some(RateKind::Consumer),
        Regime::Commercial => Some(RateKind::Commercial),
        Regime::Government => Some(RateKind::Government),
        Regime::Contract => None,
    };
    let mut pairs = vec![
        (
            say(lang, "Soort rente", "Kind of interest"),
            kind.map_or_else(
                || say(lang, "afgesproken rente", "agreed interest"),
                |kind| kind.text(lang).to_string(),
            ),
        ),
        (
            say(lang, "Hoofdsom", "Principal"),
            money(request.principal, lang),
        ),
        (
            say(lang, "Rente vanaf", "Interest from"),
            day(request.from, lang),
        ),
        (
            say(lang, "Rente tot en met", "Interest through"),
            day(request.through, lang),
        ),
    ];
    if let Some(value) = request.percent {
        let per = match request.per.unwrap_or(Per::Year) {
            Per::Year => say(lang, "per jaar", "a year"),
            Per::Month => say(lang, "per maand", "a month"),
        };
        pairs.push((
            say(lang, "Afgesproken", "Agreed"),
            format!("{} {per}", percent(value, lang)),
        ));
    }
    if let Some(value) = request.surcharge.filter(|value| !value.is_zero()) {
        pairs.push((
            say(lang, "Opslag", "Surcharge"),
            format!(
                "{} {}",
                percent(value, lang),
                say(lang, "per jaar", "a year")
            ),
        ));
    }
    pairs.push((
        say(lang, "Een jaar telt", "A year counts"),
        day_count(request.day_count, lang),
    ));
    let mut blocks = vec![
        given(lang),
        ReportBlock::KeyValues { pairs },
        heading(say(lang, "Berekening", "Calculation")),
        periods(&found.periods, found.interest, lang),
        ReportBlock::KeyValues {
            pairs: vec![
                (
                    say(lang, "Hoofdsom", "Principal"),
                    money(request.principal, lang),
                ),
                (say(lang, "Rente", "Interest"), money(found.interest, lang)),
                (
                    bold(&say(lang, "Samen", "Together")),
                    bold(&money(request.principal + found.interest, lang)),
                ),
            ],
        },
    ];
    blocks.extend(bases(found.periods.iter().map(|line| line.rule), lang));
    if let Some(kind) = kind {
        blocks.extend(sources(&[kind], request.from, request.through, rates, lang));
    }
    blocks.extend(warned(&found.warnings, lang));
    Sheet {
        title: say(lang, "Berekening van rente", "Calculation of interest"),
        blocks,
    }
}

pub(super) fn costs(found: &Costs, lang: Lang) -> Sheet {
    let mut rows: Vec<Vec<String>> = found
        .lines
        .iter()
        .map(|line| {
            let what = match line.kind {
                CostLineKind::Tier => money(line.base, lang),
                CostLineKind::Minimum => say(lang, "tot het minimum", "up to the minimum"),
                CostLineKind::Maximum => say(lang, "tot het maximum", "down to the maximum"),
            };
            vec![
                what,
                line.percent
                    .map(|value| percent(value, lang))
                    .unwrap_or_default(),
                money(line.amount, lang),
                line.rule.article().to_string(),
            ]
        })
        .collect();
    if let Some(rule) = found.vat_rule {
        rows.push(vec![
            say(lang, "btw over de kosten", "VAT over the costs"),
            String::new(),
            money(found.vat, lang),
            rule.article().to_string(),
        ]);
    }
    let mut blocks = vec![
        given(lang),
        ReportBlock::KeyValues {
            pairs: vec![
                (
                    say(lang, "Hoofdsom", "Principal"),
                    money(found.principal, lang),
                ),
                (
                    say(lang, "Btw over de kosten", "VAT over the costs"),
                    yes(found.vat_rule.is_some(), lang),
                ),
            ],
        },
        heading(say(lang, "Berekening", "Calculation")),
        ReportBlock::Table {
            columns: vec![
                column(say(lang, "Over", "Over"), Align::Right, 28),
                column(say(lang, "Percentage", "Percentage"), Align::Right, 18),
                column(say(lang, "Kosten", "Costs"), Align::Right, 22),
                column(say(lang, "Artikel", "Article"), Align::Left, 32),
            ],
            rows,
            total: Some(vec![
                say(lang, "Totaal", "Total"),
                String::new(),
                money(found.total, lang),
                String::new(),
            ]),
        },
    ];
    let rules = found.lines.iter().map(|line| line.rule);
    blocks.extend(bases(rules.chain(found.vat_rule), lang));
    blocks.push(ReportBlock::Paragraph {
        text: say(
            lang,
            "Van een consument zijn deze kosten pas te vragen na een veertiendagenbrief die is verlopen.",
            "A consumer owes these costs only after a 14-day letter that has run out.",
        ),
    });
    Sheet {
        title: say(
            lang,
            "Berekening van incassokosten",
            "Calculation of collection costs",
        ),
        blocks,
    }
}

pub(super) fn notice(request: &NoticeRequest, found: &NoticeTerm, lang: Lang) -> Sheet {
    let mut blocks = vec![
        given(lang),
        ReportBlock::KeyValues {
            pairs: vec![
                (say(lang, "Verzonden", "Sent"), day(request.sent, lang)),
                (
                    say(lang, "Dagen voor de post", "Days for the post"),
                    request.delivery().to_string(),
                ),
                (
                    say(lang, "Het plan wacht ten minste", "The plan waits at least"),
                    credit::words::days(i64::from(request.plan()), lang),
                ),
            ],
        },
        result(lang),
        ReportBlock::KeyValues {
            pairs: vec![
                (
                    say(lang, "Geldt als bezorgd", "Counts as delivered"),
                    day(found.delivered, lang),
                ),
                (
                    say(lang, "Eerste van de 14 dagen", "First of the 14 days"),
                    day(found.first_day, lang),
                ),
                (
                    say(lang, "Laatste dag zonder kosten", "Last day without costs"),
                    day(found.last_day, lang),
                ),
                (
                    say(lang, "Kosten volgens de wet vanaf", "Costs by law from"),
                    day(found.costs_claimable_from, lang),
                ),
                (
                    bold(&say(
                        lang,
                        "Kosten volgens het plan vanaf",
                        "Costs by the plan from",
                    )),
                    bold(&day(found.claimable_in_plan, lang)),
                ),
            ],
        },
    ];
    blocks.extend(bases(found.rules.iter().copied(), lang));
    Sheet {
        title: say(
            lang,
            "Data van een veertiendagenbrief",
            "Dates of a 14-day letter",
        ),
        blocks,
    }
}

pub(super) fn interest_start(
    request: &InterestStartRequest,
    found: &InterestStart,
    lang: Lang,
) -> Sheet {
    let debtor = match request.debtor {
        DebtorKind::Business => say(lang, "bedrijf", "business"),
        DebtorKind::Consumer => say(lang, "consument", "consumer"),
        DebtorKind::Government => say(lang, "overheid", "government"),
    };
    let mut pairs = vec![(say(lang, "Klant", "Customer"), debtor)];
    let dates = [
        (
            say(lang, "Laatste dag van betaling", "Last day of payment"),
            request.due,
        ),
        (
            say(lang, "Factuur ontvangen", "Invoice received"),
            request.invoice_received,
        ),
        (
            say(lang, "Levering ontvangen", "Performance received"),
            request.performance_received,
        ),
        (
            say(
                lang,
                "Ingebrekestelling ontvangen",
                "Notice of default received",
            ),
            request.notice_received,
        ),
    ];
    for (label, date) in dates {
        if let Some(date) = date {
            pairs.push((label, day(date, lang)));
        }
    }
    if request.due.is_some() {
        pairs.push((
            say(lang, "Die dag is afgesproken", "That day was agreed"),
            yes(!request.due_not_agreed.unwrap_or(false), lang),
        ));
    }
    if let Some(days) = request.notice_days {
        pairs.push((
            say(
                lang,
                "Termijn in de ingebrekestelling",
                "Term in the notice",
            ),
            credit::words::days(i64::from(days), lang),
        ));
    }
    if request.large_debtor.unwrap_or(false) {
        pairs.push((say(lang, "Groot bedrijf", "Large company"), yes(true, lang)));
    }
    let from = found.interest_from.map_or_else(
        || {
            say(
                lang,
                "niet te zeggen met deze gegevens",
                "cannot be said from these facts",
            )
        },
        |from| day(from, lang),
    );
    let mut blocks = vec![
        given(lang),
        ReportBlock::KeyValues { pairs },
        result(lang),
        ReportBlock::KeyValues {
            pairs: vec![(
                bold(&say(lang, "Rente loopt vanaf", "Interest runs from")),
                bold(&from),
            )],
        },
    ];
    blocks.extend(bases([found.rule], lang));
    blocks.extend(warned(&found.warnings, lang));
    Sheet {
        title: say(lang, "Begin van de rente", "Start of interest"),
        blocks,
    }
}

pub(super) fn limitation(request: &LimitationRequest, found: &Limitation, lang: Lang) -> Sheet {
    let kind = match request.kind {
        ClaimKind::Contract => say(
            lang,
            "betaling uit een contract",
            "payment under a contract",
        ),
        ClaimKind::ConsumerSale => say(lang, "koop door een consument", "sale to a consumer"),
        ClaimKind::Periodic => say(lang, "periodieke betaling", "periodic payment"),
        ClaimKind::Judgment => say(lang, "vonnis", "judgment"),
    };
    let mut pairs = vec![
        (say(lang, "Soort vordering", "Kind of claim"), kind),
        (
            say(lang, "Opeisbaar sinds", "Due since"),
            day(request.due, lang),
        ),
        (
            say(lang, "Termijn", "Term"),
            say(
                lang,
                &format!("{} jaar", request.kind.years()),
                &format!("{} years", request.kind.years()),
            ),
        ),
    ];
    for (index, date) in request.interrupted.iter().enumerate() {
        let label = if index == 0 {
            say(lang, "Gestuit (ontvangen op)", "Interrupted (received on)")
        } else {
            String::new()
        };
        pairs.push((label, day(*date, lang)));
    }
    let mut blocks = vec![
        given(lang),
        ReportBlock::KeyValues { pairs },
        result(lang),
        ReportBlock::KeyValues {
            pairs: vec![(
                bold(&say(lang, "Laatste veilige dag", "Last safe day")),
                bold(&day(found.last_safe_day, lang)),
            )],
        },
        ReportBlock::Paragraph {
            text: say(
                lang,
                "Uiterlijk op die dag moet een brief die de vordering stuit bij de klant zijn aangekomen.",
                "By that day a letter that interrupts the limitation must have reached the customer.",
            ),
        },
    ];
    blocks.extend(bases(found.rules.iter().copied(), lang));
    blocks.extend(warned(&found.warnings, lang));
    Sheet {
        title: say(lang, "Verjaring", "Limitation"),
        blocks,
    }
}
