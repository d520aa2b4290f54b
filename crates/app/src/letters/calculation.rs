//! The claim as figures and as a calculation sheet: what was summed, with its articles.

use credit::{Announcement, CalcLine, Claim, ClaimFigures, CustomerKind, Proposal};
use documents::{AnnouncedCosts, CalculationLine, CalculationSection, CalculationSheet};
use law::{Cents, DayCount, Lang};

fn say(lang: Lang, nl: &str, en: &str) -> String {
    match lang {
        Lang::Nl => nl.to_string(),
        Lang::En => en.to_string(),
    }
}

fn line(line: &CalcLine, lang: Lang) -> CalculationLine {
    CalculationLine {
        text: line.text(lang).to_string(),
        base: line.base,
        percent: line.percent,
        from: line.from,
        through: line.through,
        days: line.days.and_then(|days| u32::try_from(days).ok()),
        amount: line.amount,
        article: line.rule.map(|rule| rule.article().to_string()),
    }
}

fn plain(text: String, amount: Cents) -> CalculationLine {
    CalculationLine {
        text,
        amount,
        ..CalculationLine::default()
    }
}

/// The figures that a letter prints.
pub(crate) fn claim_figures(
    proposal: &Proposal,
    sheet: Option<&Claim>,
    kind: CustomerKind,
    lang: Lang,
) -> documents::ClaimFigures {
    let ClaimFigures {
        principal,
        interest,
        costs,
        total,
        ..
    } = proposal.claim;
    let vat: Cents = sheet
        .map(|claim| {
            claim
                .costs_items
                .iter()
                .filter(|item| item.open == item.amount && item.waived.is_zero())
                .map(|item| {
                    if item.asked_before.is_zero() {
                        item.vat
                    } else {
                        Cents::ZERO
                    }
                })
                .sum()
        })
        .unwrap_or_default();
    // Where costs were partly paid or waived, the rest is not split into costs and VAT again.
    let vat = if vat < costs { vat } else { Cents::ZERO };
    documents::ClaimFigures {
        principal,
        interest,
        costs: costs - vat,
        vat_on_costs: vat,
        total,
        per_day: sheet.map(|claim| claim.per_day).unwrap_or_default(),
        interest_basis: interest
            .is_positive()
            .then(|| interest_basis(sheet, kind, lang)),
        costs_basis: costs.is_positive().then(|| {
            say(
                lang,
                "art. 6:96 BW en Besluit BIK",
                "art. 6:96 BW and Besluit BIK",
            )
        }),
        costs_announced: proposal
            .announced
            .as_ref()
            .map(|announced| announce(announced, lang)),
    }
}

fn announce(announced: &Announcement, lang: Lang) -> AnnouncedCosts {
    AnnouncedCosts {
        base: announced.base,
        costs: announced.costs,
        vat: announced.vat,
        lines: announced
            .lines
            .iter()
            .map(|part| line(part, lang))
            .collect(),
    }
}

fn interest_basis(sheet: Option<&Claim>, kind: CustomerKind, lang: Lang) -> String {
    let article = sheet
        .and_then(|claim| {
            claim
                .invoices
                .iter()
                .find_map(|invoice| invoice.interest_rule)
        })
        .map(|rule| rule.article().to_string());
    let name = match kind {
        CustomerKind::Unknown | CustomerKind::Consumer => {
            say(lang, "wettelijke rente", "statutory interest")
        }
        CustomerKind::Business | CustomerKind::Government => say(
            lang,
            "wettelijke handelsrente",
            "statutory commercial interest",
        ),
    };
    match article {
        Some(article) => format!("{name} ({article})"),
        None => name,
    }
}

/// The calculation sheet: principal, interest, costs and payments, each with its lines, and the
/// total they make.
pub(crate) fn calculation_sheet(claim: &Claim, always_365: bool, lang: Lang) -> CalculationSheet {
    let mut sections = Vec::new();
    sections.push(principal_section(claim, lang));
    for invoice in &claim.invoices {
        if invoice.lines.is_empty() {
            continue;
        }
        let mut lines: Vec<CalculationLine> =
            invoice.lines.iter().map(|part| line(part, lang)).collect();
        let less = [
            (
                say(lang, "Betaalde rente", "Interest paid"),
                invoice.interest_paid,
            ),
            (
                say(lang, "Kwijtgescholden rente", "Interest waived"),
                invoice.interest_waived,
            ),
        ];
        for (text, amount) in less {
            if !amount.is_zero() {
                lines.push(plain(text, -amount.abs()));
            }
        }
        sections.push(CalculationSection {
            title: say(
                lang,
                &format!("Rente over factuur {}", invoice.number),
                &format!("Interest on invoice {}", invoice.number),
            ),
            lines,
            total: Some(invoice.interest_open),
        });
    }
    sections.extend(costs_sections(claim, lang));
    CalculationSheet {
        through: Some(claim.date),
        sections,
        total: claim.total,
        notes: notes(claim, always_365, lang),
    }
}

fn principal_section(claim: &Claim, lang: Lang) -> CalculationSection {
    let mut lines = Vec::new();
    for invoice in &claim.invoices {
        for part in invoice.principal.lines() {
            let text = format!("{} {}", invoice.number, part.text(lang).to_lowercase());
            lines.push(plain(text, part.amount));
        }
    }
    CalculationSection {
        title: say(lang, "Hoofdsom", "Principal"),
        lines,
        total: Some(claim.principal),
    }
}

fn costs_sections(claim: &Claim, lang: Lang) -> Vec<CalculationSection> {
    claim
        .costs_items
        .iter()
        .map(|item| {
            let mut lines: Vec<CalculationLine> =
                item.lines.iter().map(|part| line(part, lang)).collect();
            let less = [
                (
                    say(lang, "Eerder gevraagd", "Asked earlier"),
                    item.asked_before,
                ),
                (say(lang, "Kwijtgescholden", "Waived"), item.waived),
                (say(lang, "Betaald", "Paid"), item.paid),
            ];
            for (text, amount) in less {
                if !amount.is_zero() {
                    lines.push(plain(text, amount));
                }
            }
            CalculationSection {
                title: say(
                    lang,
                    "Buitengerechtelijke kosten",
                    "Extrajudicial collection costs",
                ),
                lines,
                total: Some(item.open),
            }
        })
        .collect()
}

fn notes(claim: &Claim, always_365: bool, lang: Lang) -> Vec<String> {
    let count = if always_365 {
        DayCount::Always365
    } else {
        DayCount::InterestYear
    };
    let mut notes = Vec::new();
    if claim
        .invoices
        .iter()
        .any(|invoice| !invoice.lines.is_empty())
    {
        notes.push(match count {
            DayCount::InterestYear => say(
                lang,
                "Rente per dag, gedeeld door de dagen van het lopende rentejaar; eerste en laatste dag tellen mee. Elke regel is afgerond op de cent. Onbetaalde rente telt na elk jaar mee in de grondslag.",
                "Interest by the day, divided by the days of the running interest year; first and last day count. Each line is rounded to the cent. Unpaid interest joins the base after each year.",
            ),
            DayCount::Always365 => say(
                lang,
                "Rente per dag, gedeeld door 365; eerste en laatste dag tellen mee. Elke regel is afgerond op de cent. Onbetaalde rente telt na elk jaar mee in de grondslag.",
                "Interest by the day, divided by 365; first and last day count. Each line is rounded to the cent. Unpaid interest joins the base after each year.",
            ),
        });
    }
    notes.extend(claim.warnings.iter().map(|warning| warning.text(lang)));
    notes
}
