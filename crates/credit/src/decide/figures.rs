//! What a letter asks and announces, with its calculation.
//!
//! Reminders and the 14-day letter ask principal only. The final demand asks interest and costs: of
//! a consumer only over the invoices whose own 14-day letter has run out; of a business or public
//! authority over all invoices in the letter that are in default.

use chrono::NaiveDate;
use law::{Cents, RateTable, Warning, collection_costs, notice_term};

use super::letter::consumer;
use super::{Case, Standing};
use crate::claim::{Claim, CostsClaim, lines as calculation};
use crate::claim_of::{costs_claim, draw, principals_only, reckon_scope};
use crate::costs_due::{CostEntry, increment};
use crate::engine::EngineAnswer;
use crate::plan_of::{costs_vat, interest_from};
use crate::proposal::Announcement;
use crate::reasons::Reason;
use crate::settle::Disputes;
use crate::{ClaimFigures, Step};

/// The figures of a letter.
pub(crate) struct Figures {
    pub claim: ClaimFigures,
    pub announced: Option<Announcement>,
    pub sheet: Claim,
    /// Items over which costs are asked or announced.
    pub bearing: Vec<usize>,
    pub reasons: Vec<Reason>,
}

pub(super) fn of_letter(
    case: &Case<'_>,
    level: Step,
    date: NaiveDate,
    lines: &[&Standing<'_>],
) -> Figures {
    match level {
        Step::FinalDemand | Step::Handover => of_demand(case, date, lines),
        Step::Notice14Days => of_notice(case, date, lines),
        Step::Reminder | Step::FinalReminder => of_principals(case, date, lines),
    }
}

/// The figures that a claim comes to.
pub(crate) fn figures_of(sheet: &Claim) -> ClaimFigures {
    ClaimFigures {
        principal: sheet.principal,
        interest: sheet.interest,
        costs: sheet.costs,
        total: sheet.total,
        costs_announced: None,
        costs_from: None,
    }
}

fn indices(lines: &[&Standing<'_>]) -> Vec<usize> {
    lines.iter().map(|standing| standing.index).collect()
}

fn of_principals(case: &Case<'_>, date: NaiveDate, lines: &[&Standing<'_>]) -> Figures {
    let sheet = principals_only(case.settled, date, &indices(lines));
    let claim = figures_of(&sheet);
    Figures {
        claim,
        announced: None,
        sheet,
        bearing: Vec::new(),
        reasons: Vec::new(),
    }
}

fn of_notice(case: &Case<'_>, date: NaiveDate, lines: &[&Standing<'_>]) -> Figures {
    let mut figures = of_principals(case, date, lines);
    let bearing: Vec<&&Standing<'_>> = lines
        .iter()
        .filter(|standing| standing.step() == Step::Notice14Days)
        .collect();
    let base: Cents = bearing.iter().map(|standing| standing.item.asked()).sum();
    let costs = collection_costs(base, costs_vat(case.books));
    let settings = &case.books.settings;
    let term = notice_term(date, settings.delivery_days, settings.plan_days);
    figures.bearing = bearing.iter().map(|standing| standing.index).collect();
    for invoice in &mut figures.sheet.invoices {
        invoice.bears_costs = bearing
            .iter()
            .any(|standing| standing.item.invoice.id == invoice.invoice);
    }
    figures.claim.costs_announced = Some(costs.total);
    figures.claim.costs_from = Some(term.claimable_in_plan);
    figures.announced = Some(Announcement {
        base,
        costs: costs.costs,
        vat: costs.vat,
        total: costs.total,
        lines: calculation::of_costs(&costs),
        last_day: term.last_day,
        claimable: term.claimable_in_plan,
    });
    figures
}

fn of_demand(case: &Case<'_>, date: NaiveDate, lines: &[&Standing<'_>]) -> Figures {
    let (asking, others): (Vec<&Standing<'_>>, Vec<&Standing<'_>>) = lines
        .iter()
        .partition(|standing| !consumer(case) || standing.step() == Step::FinalDemand);
    let asking = indices(&asking);
    let answer = reckon_scope(
        case.settled,
        case.books,
        case.rates,
        date,
        &asking,
        Disputes::LeftOut,
    );
    let costs = if consumer(case) {
        costs_of_consumer(case, &answer, &asking)
    } else {
        costs_of_business(case, date, &asking).into_iter().collect()
    };
    let reasons = doubts(&answer, case.rates, date);
    let mut sheet = draw(
        case.settled,
        case.books,
        answer,
        date,
        &asking,
        costs,
        Disputes::LeftOut,
    );
    let rest = principals_only(case.settled, date, &indices(&others));
    sheet.principal += rest.principal;
    sheet.total += rest.principal;
    sheet.invoices.extend(rest.invoices);
    sheet
        .invoices
        .sort_by_key(|invoice| (invoice.due, invoice.invoice));
    let bearing = lines
        .iter()
        .filter(|standing| {
            sheet
                .invoices
                .iter()
                .any(|invoice| invoice.invoice == standing.item.invoice.id && invoice.bears_costs)
        })
        .map(|standing| standing.index)
        .collect();
    Figures {
        claim: figures_of(&sheet),
        announced: None,
        sheet,
        bearing,
        reasons,
    }
}

/// Reasons about rates in a letter that asks interest.
pub(crate) fn doubts(answer: &EngineAnswer, rates: &RateTable, date: NaiveDate) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let verified_until = answer.warnings.iter().find_map(|warning| match warning {
        Warning::RateNotVerified { verified_until, .. } => Some(*verified_until),
        _ => None,
    });
    if let Some(verified_until) = verified_until
        && date > verified_until
    {
        reasons.push(Reason::RateNotVerified { verified_until });
    }
    if answer.interest_unknown.is_some() {
        reasons.push(Reason::InterestUnknown {
            verified_until: rates.verified_until(),
        });
    }
    reasons
}

/// Costs of the 14-day letters that ran out, as far as they rest on the invoices asked here. What
/// a demand over other invoices of the same 14-day letter asked is taken off.
fn costs_of_consumer(case: &Case<'_>, answer: &EngineAnswer, asking: &[usize]) -> Vec<CostsClaim> {
    case.settled
        .open_of_entries(case.books, answer)
        .into_iter()
        .filter(|(entry, _)| entry.bases.iter().any(|(item, _)| asking.contains(item)))
        .map(|(entry, open)| share_of(case, entry, open.into_iter().sum(), asking))
        .filter(|costs| costs.open.is_positive())
        .collect()
}

fn share_of(case: &Case<'_>, entry: &CostEntry, open: Cents, asking: &[usize]) -> CostsClaim {
    let settled = case.settled;
    let asked_earlier = |item: usize| {
        !asking.contains(&item) && settled.asked_from.get(item).copied().flatten().is_some()
    };
    let earlier: Cents = entry
        .bases
        .iter()
        .filter(|(item, _)| asked_earlier(*item))
        .map(|(_, base)| *base)
        .sum();
    let undisputed = |item: usize, base: Cents| {
        let disputed = settled
            .ledger
            .items
            .get(item)
            .map_or(Cents::ZERO, |item| item.disputed);
        (base - disputed).max(Cents::ZERO)
    };
    let bases: Vec<(usize, Cents)> = entry
        .bases
        .iter()
        .filter(|(item, _)| asking.contains(item))
        .map(|(item, base)| (*item, undisputed(*item, *base)))
        .collect();
    let here: Cents = bases.iter().map(|(_, base)| *base).sum();
    if here == entry.costs.principal {
        return costs_claim(settled, entry, open);
    }
    let vat = if entry.costs.vat.is_zero() {
        law::CostsVat::None
    } else {
        costs_vat(case.books)
    };
    let asked_before = -collection_costs(earlier, vat).total;
    let costs = collection_costs(earlier + here, vat);
    let part = CostEntry {
        bases,
        costs,
        asked_before,
        ..entry.clone()
    };
    let part_open = open.min(part.amount());
    costs_claim(settled, &part, part_open)
}

/// One scale over the invoices in default, less what earlier demands asked.
fn costs_of_business(case: &Case<'_>, date: NaiveDate, asking: &[usize]) -> Option<CostsClaim> {
    let settled = case.settled;
    let bases: Vec<(usize, Cents)> = asking
        .iter()
        .filter_map(|index| settled.ledger.items.get(*index).map(|item| (*index, item)))
        .filter(|(_, item)| {
            interest_from(case.account, case.books, item.invoice)
                .interest_from
                .is_some_and(|first| first <= date)
        })
        .map(|(index, item)| (index, item.asked()))
        .collect();
    let open: Vec<Cents> = settled
        .ledger
        .items
        .iter()
        .map(|item| item.parts.open)
        .collect();
    let mut entry = increment(bases, &settled.entries, &open, date, case.books);
    let waived: Cents = case
        .account
        .waivers
        .iter()
        .map(|waiver| waiver.costs.max(Cents::ZERO))
        .sum();
    let used: Cents = settled.entries.iter().map(|entry| -entry.waived).sum();
    entry.waived = -(waived - used).max(Cents::ZERO).min(entry.amount());
    let amount = entry.amount();
    (!entry.bases.is_empty()).then(|| costs_claim(settled, &entry, amount))
}
