//! The whole claim of a customer on a date, for a handover, a dossier or the screen.

use chrono::NaiveDate;
use law::{Cents, RateTable, Rule};

use crate::claim::{Claim, CostsClaim, InvoiceClaim, lines};
use crate::costs_due::CostEntry;
use crate::costs_share::{Others, claimed, shares};
use crate::engine::{EngineAnswer, EngineOutcome};
use crate::ledger::Item;
use crate::plan_of::{frozen_on, interest_from};
use crate::settle::{Disputes, Settled, settle};
use crate::{Account, Books, InvoiceId};

/// The whole claim of a customer on a date: everything past its due date that was not handed over
/// before, every amount explained.
///
/// Principal: open, disputed parts included. Interest: from its legal start through `date`, also
/// when no letter asked it yet; none over invoices whose principal was paid before it was asked.
/// Costs: as they are due, see [`CostsClaim`]; what was handed over of them with another invoice is
/// not counted again. Invoices without a due date are left out: they cannot be said to be due.
pub fn claim_of(account: &Account, books: &Books, rates: &RateTable, date: NaiveDate) -> Claim {
    let settled = settle(account, books, rates, date);
    let late =
        |item: &Item<'_>| item.invoice.due.is_some_and(|due| due < date) && !item.handed_over;
    claim_over(&settled, books, rates, date, late, Others::Along)
}

/// The claim over these invoices only, due or not; otherwise as [`claim_of`].
pub fn claim_of_invoices(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    invoices: &[InvoiceId],
) -> Claim {
    of_invoices(account, books, rates, date, invoices, Others::Along)
}

/// What a dossier of these invoices claims: as [`claim_of_invoices`], but of costs that rest on
/// other open invoices too only the share of these.
pub fn claim_of_dossier(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    invoices: &[InvoiceId],
) -> Claim {
    of_invoices(account, books, rates, date, invoices, Others::Behind)
}

fn of_invoices(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    invoices: &[InvoiceId],
    others: Others,
) -> Claim {
    let settled = settle(account, books, rates, date);
    let wanted = |item: &Item<'_>| invoices.contains(&item.invoice.id);
    claim_over(&settled, books, rates, date, wanted, others)
}

/// What is open of the principal of one invoice on a date; negative for a credit note, zero for an
/// invoice that is not this customer's.
pub fn open_principal(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    invoice: InvoiceId,
    date: NaiveDate,
) -> Cents {
    let ledger = settle(account, books, rates, date).ledger;
    let item = ledger
        .index(invoice)
        .and_then(|index| ledger.items.get(index));
    let credit = || {
        let credit = ledger
            .credits
            .iter()
            .find(|credit| credit.invoice.id == invoice);
        credit.map_or(Cents::ZERO, |credit| -credit.open)
    };
    item.map_or_else(credit, |item| item.parts.open)
}

fn claim_over(
    settled: &Settled<'_>,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    wanted: impl Fn(&Item<'_>) -> bool,
    others: Others,
) -> Claim {
    let items: Vec<usize> = settled
        .ledger
        .items
        .iter()
        .enumerate()
        .filter(|(index, item)| {
            let asked = settled.asked_from.get(*index).copied().flatten().is_some();
            wanted(item) && (item.parts.open.is_positive() || asked)
        })
        .map(|(index, _)| index)
        .collect();
    let answer = reckon_scope(settled, books, rates, date, &items, Disputes::Kept);
    let costs = costs_claims(settled, books, &answer, &items, date, others);
    draw(settled, books, answer, date, &items, costs, Disputes::Kept)
}

/// Reckons everything asked together with these invoices; the interest per day is theirs only.
pub(crate) fn reckon_scope(
    settled: &Settled<'_>,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    items: &[usize],
    disputes: Disputes,
) -> EngineAnswer {
    let mut answer = settled.reckon(books, rates, date, items, disputes);
    if answer
        .items
        .iter()
        .any(|outcome| !items.contains(&outcome.item))
    {
        answer.per_day = settled
            .reckon_only(books, rates, date, items, disputes)
            .per_day;
    }
    answer
}

/// The costs that rest on any of these invoices.
fn costs_claims(
    settled: &Settled<'_>,
    books: &Books,
    answer: &EngineAnswer,
    items: &[usize],
    date: NaiveDate,
    others: Others,
) -> Vec<CostsClaim> {
    let through = frozen_on(settled.ledger.account).map_or(date, |frozen| frozen.min(date));
    settled
        .open_of_entries(books, answer)
        .into_iter()
        .filter(|(entry, _)| entry.due_from <= through)
        .filter_map(|(entry, open)| claimed(settled, books, entry, &open, items, others))
        .filter(|costs| costs.amount.is_positive())
        .collect()
}

/// What is open of each share of the costs that are due, with the invoices that it rests on.
pub(crate) fn open_costs(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
) -> Vec<(Vec<InvoiceId>, Cents)> {
    let settled = settle(account, books, rates, date);
    let answer = settled.reckon(books, rates, date, &[], Disputes::Kept);
    let invoice = |item: usize| settled.ledger.items.get(item).map(|item| item.invoice.id);
    settled
        .open_of_entries(books, &answer)
        .into_iter()
        .filter(|(entry, _)| entry.due_from <= date)
        .flat_map(|(entry, open)| shares(&settled.ledger, books, entry).into_iter().zip(open))
        .map(|(share, open)| (share.items.into_iter().filter_map(invoice).collect(), open))
        .collect()
}

/// A costs item with what is open of it.
pub(crate) fn costs_claim(settled: &Settled<'_>, entry: &CostEntry, open: Cents) -> CostsClaim {
    let amount = entry.amount();
    CostsClaim {
        letter: entry.letter,
        invoices: entry
            .items()
            .into_iter()
            .filter_map(|item| settled.ledger.items.get(item).map(|item| item.invoice.id))
            .collect(),
        base: entry.costs.principal,
        costs: entry.costs.costs,
        vat: entry.costs.vat,
        asked_before: amount - entry.waived - entry.costs.total,
        waived: entry.waived,
        amount,
        paid: open - amount,
        open,
        due_from: entry.due_from,
        lines: lines::of_costs(&entry.costs),
    }
}

/// Draws the claim over these invoices.
pub(crate) fn draw(
    settled: &Settled<'_>,
    books: &Books,
    answer: EngineAnswer,
    date: NaiveDate,
    items: &[usize],
    costs_items: Vec<CostsClaim>,
    disputes: Disputes,
) -> Claim {
    let account = settled.ledger.account;
    let bears = |invoice: InvoiceId| {
        costs_items
            .iter()
            .any(|costs| costs.invoices.contains(&invoice))
    };
    let mut invoices: Vec<InvoiceClaim> = answer
        .items
        .iter()
        .filter(|outcome| items.contains(&outcome.item))
        .filter_map(|outcome| invoice_claim(settled, books, outcome, date, disputes))
        .collect();
    for invoice in &mut invoices {
        invoice.bears_costs = bears(invoice.invoice);
    }
    invoices.sort_by_key(|invoice| (invoice.due, invoice.invoice));
    let principal: Cents = invoices.iter().map(|invoice| invoice.principal.open).sum();
    let interest: Cents = invoices.iter().map(|invoice| invoice.interest_open).sum();
    let costs: Cents = costs_items.iter().map(|costs| costs.open).sum();
    let payments = answer
        .payments
        .into_iter()
        .filter(|(item, _)| items.contains(item))
        .map(|(_, payment)| payment)
        .collect();
    Claim {
        customer: account.customer.id,
        date,
        principal,
        interest,
        costs,
        total: principal + interest + costs,
        per_day: answer.per_day,
        invoices,
        costs_items,
        payments,
        unallocated: settled.ledger.unallocated.max(Cents::ZERO),
        open_credit: settled.ledger.open_credit(),
        warnings: answer.warnings,
        interest_unknown: answer.interest_unknown,
    }
}

fn invoice_claim(
    settled: &Settled<'_>,
    books: &Books,
    outcome: &EngineOutcome,
    date: NaiveDate,
    disputes: Disputes,
) -> Option<InvoiceClaim> {
    let account = settled.ledger.account;
    let item = settled.ledger.items.get(outcome.item)?;
    let disputed = match disputes {
        Disputes::Kept => Cents::ZERO,
        Disputes::LeftOut => item.disputed,
    };
    let mut principal = item.parts;
    principal.paid = outcome.principal_open + disputed - item.base();
    principal.disputed = -disputed;
    principal.open = outcome.principal_open;
    let start = interest_from(account, books, item.invoice);
    let through = frozen_on(account).map_or(date, |frozen| frozen.min(date));
    // Interest on what was paid before it was asked is not claimed (nobody asked it in time).
    let asked = settled
        .asked_from
        .get(outcome.item)
        .copied()
        .flatten()
        .is_some();
    let forgone = !asked && !outcome.principal_open.is_positive();
    let rule: Option<Rule> = outcome.lines.first().and_then(|line| line.rule);
    let mut claim = InvoiceClaim {
        invoice: item.invoice.id,
        number: item.invoice.number.clone(),
        date: item.invoice.date,
        due: item.invoice.due,
        principal,
        interest_rule: rule,
        interest_from: start.interest_from,
        start_rule: Some(start.rule),
        interest_through: start.interest_from.map(|_| through),
        interest_total: outcome.interest_total,
        interest_paid: outcome.interest_total - outcome.interest_open - outcome.interest_waived,
        interest_waived: outcome.interest_waived,
        interest_open: outcome.interest_open,
        lines: outcome.lines.clone(),
        bears_costs: false,
    };
    if forgone {
        forgo_interest(&mut claim);
    }
    Some(claim)
}

/// Leaves interest out of a claim on an invoice.
pub(crate) fn forgo_interest(claim: &mut InvoiceClaim) {
    claim.interest_rule = None;
    claim.interest_through = None;
    claim.interest_total = Cents::ZERO;
    claim.interest_paid = Cents::ZERO;
    claim.interest_waived = Cents::ZERO;
    claim.interest_open = Cents::ZERO;
    claim.lines = Vec::new();
}

/// A claim of principals only, as milder letters ask; no interest is reckoned.
pub(crate) fn principals_only(settled: &Settled<'_>, date: NaiveDate, items: &[usize]) -> Claim {
    let account = settled.ledger.account;
    let mut claim = Claim::nothing(account.customer.id, date);
    for item in items
        .iter()
        .filter_map(|index| settled.ledger.items.get(*index))
    {
        let mut principal = item.parts;
        principal.disputed = -item.disputed;
        principal.open = item.asked();
        claim.principal += principal.open;
        claim.invoices.push(InvoiceClaim {
            invoice: item.invoice.id,
            number: item.invoice.number.clone(),
            date: item.invoice.date,
            due: item.invoice.due,
            principal,
            interest_rule: None,
            interest_from: None,
            start_rule: None,
            interest_through: None,
            interest_total: Cents::ZERO,
            interest_paid: Cents::ZERO,
            interest_waived: Cents::ZERO,
            interest_open: Cents::ZERO,
            lines: Vec::new(),
            bears_costs: false,
        });
    }
    claim
        .invoices
        .sort_by_key(|invoice| (invoice.due, invoice.invoice));
    claim.total = claim.principal;
    claim.unallocated = settled.ledger.unallocated.max(Cents::ZERO);
    claim.open_credit = settled.ledger.open_credit();
    claim
}
