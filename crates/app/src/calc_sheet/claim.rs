//! The sheet of a whole claim: what was owed, what was paid and where it went, what is left.

use documents::{Align, ReportBlock};
use law::{
    Cents, ClaimCase, ClaimResult, ClaimStatement, InterestBasis, Lang, RateKind, RateTable,
};

use super::plain::day_count;
use super::{Sheet, bases, bold, column, day, heading, money, percent, periods, sources, warned};
use crate::words::say;

pub(super) fn sheet(
    case: &ClaimCase,
    found: &ClaimStatement,
    rates: &RateTable,
    lang: Lang,
) -> Sheet {
    let date = day(case.date, lang);
    let mut blocks = vec![
        heading(say(lang, "Uitkomst", "Result")),
        open(case, found, lang),
        ReportBlock::KeyValues {
            pairs: vec![
                (
                    bold(&say(
                        lang,
                        &format!("Te betalen op {date}"),
                        &format!("Owed on {date}"),
                    )),
                    bold(&money(found.total_open, lang)),
                ),
                (
                    say(lang, "Rente per dag daarna", "Interest per day thereafter"),
                    money(found.per_day, lang),
                ),
                (
                    say(lang, "Een jaar telt", "A year counts"),
                    day_count(case.day_count, lang),
                ),
            ],
        },
    ];
    if !case.costs.is_empty() {
        blocks.push(heading(say(lang, "Kosten", "Costs")));
        blocks.push(costs(case, lang));
    }
    if !found.payments.is_empty() {
        blocks.push(heading(say(lang, "Betalingen", "Payments")));
        blocks.push(payments(found, lang));
    }
    for claim in &found.claims {
        if claim.lines.is_empty() {
            continue;
        }
        blocks.push(heading(say(
            lang,
            &format!("Rente over {}", claim.id),
            &format!("Interest on {}", claim.id),
        )));
        blocks.push(periods(&claim.lines, claim.interest_total, lang));
    }
    let lines = found.claims.iter().flat_map(|claim| &claim.lines);
    let allocations = found
        .payments
        .iter()
        .flat_map(|payment| &payment.allocations);
    blocks.extend(bases(
        lines
            .map(|line| line.rule)
            .chain(allocations.map(|part| part.rule)),
        lang,
    ));
    let from = case.claims.iter().filter_map(|claim| claim.interest_from);
    if let Some(from) = from.min() {
        blocks.extend(sources(&kinds(case), from, case.date, rates, lang));
    }
    blocks.extend(warned(&found.warnings, lang));
    Sheet {
        title: say(
            lang,
            "Berekening van een vordering",
            "Calculation of a claim",
        ),
        blocks,
    }
}

fn kinds(case: &ClaimCase) -> Vec<RateKind> {
    let mut kinds: Vec<RateKind> = case
        .claims
        .iter()
        .filter_map(|claim| match &claim.basis {
            InterestBasis::Statutory { kind, .. } => Some(*kind),
            InterestBasis::Contract(_) => None,
        })
        .collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

fn interest_of(basis: &InterestBasis, lang: Lang) -> String {
    match basis {
        InterestBasis::Statutory { kind, surcharge } if surcharge.is_zero() => {
            kind.text(lang).to_string()
        }
        InterestBasis::Statutory { kind, surcharge } => {
            format!("{} + {}", kind.text(lang), percent(*surcharge, lang))
        }
        InterestBasis::Contract(contract) => {
            let per = match contract.per {
                law::Per::Year => say(lang, "per jaar", "a year"),
                law::Per::Month => say(lang, "per maand", "a month"),
            };
            format!("{} {per}", percent(contract.percent, lang))
        }
    }
}

fn open(case: &ClaimCase, found: &ClaimStatement, lang: Lang) -> ReportBlock {
    let whole = |claim: &ClaimResult| claim.principal_open + claim.interest_open + claim.costs_open;
    let mut rows: Vec<Vec<String>> = found
        .claims
        .iter()
        .zip(&case.claims)
        .map(|(claim, item)| {
            let from = item
                .interest_from
                .map(|from| format!("{} {}", say(lang, "vanaf", "from"), day(from, lang)))
                .unwrap_or_default();
            vec![
                claim.id.clone(),
                format!("{} {from}", interest_of(&item.basis, lang)),
                money(claim.principal_open, lang),
                money(claim.interest_open, lang),
                money(claim.costs_open, lang),
                money(whole(claim), lang),
            ]
        })
        .collect();
    if found.joint_costs_total.is_positive() {
        rows.push(vec![
            say(lang, "Kosten samen", "Joint costs"),
            String::new(),
            money(Cents::ZERO, lang),
            money(Cents::ZERO, lang),
            money(found.joint_costs_open, lang),
            money(found.joint_costs_open, lang),
        ]);
    }
    let sum = |part: fn(&ClaimResult) -> Cents| found.claims.iter().map(part).sum::<Cents>();
    ReportBlock::Table {
        columns: vec![
            column(say(lang, "Vordering", "Claim"), Align::Left, 18),
            column(say(lang, "Rente", "Interest"), Align::Left, 26),
            column(say(lang, "Hoofdsom", "Principal"), Align::Right, 15),
            column(say(lang, "Rente", "Interest"), Align::Right, 14),
            column(say(lang, "Kosten", "Costs"), Align::Right, 13),
            column(say(lang, "Open", "Open"), Align::Right, 15),
        ],
        rows,
        total: Some(vec![
            say(lang, "Totaal", "Total"),
            String::new(),
            money(sum(|claim| claim.principal_open), lang),
            money(sum(|claim| claim.interest_open), lang),
            money(sum(|claim| claim.costs_open) + found.joint_costs_open, lang),
            money(found.total_open, lang),
        ]),
    }
}

fn costs(case: &ClaimCase, lang: Lang) -> ReportBlock {
    ReportBlock::Table {
        columns: vec![
            column(say(lang, "Bij", "Of"), Align::Left, 40),
            column(say(lang, "Verschuldigd vanaf", "Due from"), Align::Left, 35),
            column(say(lang, "Bedrag", "Amount"), Align::Right, 25),
        ],
        rows: case
            .costs
            .iter()
            .map(|item| {
                vec![
                    item.claim
                        .clone()
                        .unwrap_or_else(|| say(lang, "alles samen", "everything together")),
                    day(item.due_from, lang),
                    money(item.amount, lang),
                ]
            })
            .collect(),
        total: None,
    }
}

fn payments(found: &ClaimStatement, lang: Lang) -> ReportBlock {
    let mut rows = Vec::new();
    for payment in &found.payments {
        for (index, part) in payment.allocations.iter().enumerate() {
            let first = |text: String| if index == 0 { text } else { String::new() };
            rows.push(vec![
                first(day(payment.date, lang)),
                first(money(payment.amount, lang)),
                part.claim
                    .clone()
                    .unwrap_or_else(|| say(lang, "kosten samen", "joint costs")),
                money(part.costs, lang),
                money(part.interest, lang),
                money(part.principal, lang),
            ]);
        }
        if payment.unallocated.is_positive() || payment.allocations.is_empty() {
            rows.push(vec![
                day(payment.date, lang),
                money(payment.unallocated, lang),
                say(lang, "nergens voor nodig", "needed for nothing"),
                String::new(),
                String::new(),
                String::new(),
            ]);
        }
    }
    ReportBlock::Table {
        columns: vec![
            column(say(lang, "Betaald op", "Paid on"), Align::Left, 20),
            column(say(lang, "Bedrag", "Amount"), Align::Right, 15),
            column(say(lang, "Naar", "To"), Align::Left, 23),
            column(say(lang, "Kosten", "Costs"), Align::Right, 13),
            column(say(lang, "Rente", "Interest"), Align::Right, 14),
            column(say(lang, "Hoofdsom", "Principal"), Align::Right, 15),
        ],
        rows,
        total: None,
    }
}
