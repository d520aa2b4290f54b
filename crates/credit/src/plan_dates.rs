//! A plan on real dates: when its steps come for an invoice that nobody pays and nothing holds back.

use chrono::NaiveDate;
use law::{Cents, Lang, RateTable};

use crate::gate::letter_date;
use crate::plan_of::{plan, term_agreed};
use crate::{
    Account, Address, Books, ClaimFigures, Customer, CustomerId, CustomerKind, DunningPlan,
    Invoice, InvoiceId, InvoiceKind, Letter, LetterId, LetterLine, LetterState, Reason, RunId,
    Step, invoice_states,
};

/// When each step of a plan comes for an invoice with this due date. The plan itself is followed,
/// letter after letter, so waits, intervals, posting days and legal terms are those of a run.
pub fn plan_dates(
    plan: &DunningPlan,
    kind: CustomerKind,
    books: &Books,
    rates: &RateTable,
    due: NaiveDate,
) -> Vec<(Step, NaiveDate)> {
    let account = account(plan, kind, due);
    steps_ahead(account, plan, books, rates, due, InvoiceId(1))
}

/// The first day on which the plan hands an invoice over, when nobody pays and nothing holds it back;
/// none when the plan never comes there.
pub(crate) fn earliest_handover(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    invoice: InvoiceId,
) -> Option<NaiveDate> {
    let mut alone = account.clone();
    alone.invoices.retain(|one| one.id == invoice);
    let plan = plan(account, books).clone();
    steps_ahead(alone, &plan, books, rates, date, invoice)
        .into_iter()
        .find(|(step, _)| *step == Step::Handover)
        .map(|(_, day)| day)
}

/// Follows the plan for one invoice from a day on, as if every letter were sent on its day.
fn steps_ahead(
    mut account: Account,
    plan: &DunningPlan,
    books: &Books,
    rates: &RateTable,
    from: NaiveDate,
    invoice: InvoiceId,
) -> Vec<(Step, NaiveDate)> {
    let mut dates: Vec<(Step, NaiveDate)> = Vec::new();
    // Each round takes one step; a plan that stands still ends it.
    for _ in 0..=plan.steps.len() {
        let today = dates.last().map_or(from, |(_, day)| *day);
        let states = invoice_states(&account, books, rates, today);
        let Some(next) = states.into_iter().find_map(|state| state.next) else {
            break;
        };
        if matches!(next.reason, Some(Reason::NotInDefault { .. })) {
            break;
        }
        let due_on = next.due_on.max(from);
        if next.step == Step::Handover {
            dates.push((next.step, due_on));
            break;
        }
        let channels = plan
            .steps
            .iter()
            .find(|step| step.step == next.step)
            .map(|step| step.channels.clone())
            .unwrap_or_default();
        let day = letter_date(&channels, due_on);
        let default = next.step == Step::FinalReminder && !term_agreed(&account, books);
        dates.push((next.step, day));
        account.letters.push(Letter {
            // Of no letter that is kept.
            id: LetterId(-i64::try_from(dates.len()).unwrap_or(1)),
            run: RunId(1),
            customer: account.customer.id,
            step: next.step,
            run_date: due_on,
            date: day,
            channels,
            state: LetterState::Confirmed,
            left_on: None,
            proof: false,
            claim: ClaimFigures::default(),
            delivery_days: books.settings.delivery_days,
            plan_days: books.settings.plan_days,
            notice_of_default_days: default.then_some(books.settings.notice_of_default_days),
            lines: vec![LetterLine {
                invoice,
                step: next.step,
                open: Cents(10_000),
                bears_costs: next.step == Step::Notice14Days,
            }],
        });
    }
    dates
}

/// A customer with one invoice.
fn account(plan: &DunningPlan, kind: CustomerKind, due: NaiveDate) -> Account {
    let customer = CustomerId(1);
    Account {
        customer: Customer {
            id: customer,
            number: None,
            name: String::new(),
            attention: None,
            kind,
            kind_reason: None,
            kvk: None,
            vat: None,
            email: None,
            phone: None,
            address: Address::default(),
            language: Lang::Nl,
            ibans: Vec::new(),
            agreed_interest: None,
            term_agreed: None,
            buys_goods: None,
            recurring: None,
            corrected: Vec::new(),
            since: due,
        },
        invoices: vec![Invoice {
            id: InvoiceId(1),
            customer,
            number: String::new(),
            kind: InvoiceKind::Invoice,
            date: due,
            due: Some(due),
            amount: Cents(10_000),
            paid_before: Cents::ZERO,
            vat: None,
            payment_reference: None,
            credits: None,
            contract: None,
            received: Some(due),
            description: None,
        }],
        payments: Vec::new(),
        letters: Vec::new(),
        holds: Vec::new(),
        disputes: Vec::new(),
        promises: Vec::new(),
        insolvencies: Vec::new(),
        write_offs: Vec::new(),
        waivers: Vec::new(),
        notes: Vec::new(),
        handovers: Vec::new(),
        plan: Some(plan.clone()),
        unbooked_lines: 0,
        sent_elsewhere: Vec::new(),
        email_failed: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plans;
    use crate::sample::books;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dates(kind: CustomerKind, agreed: bool) -> Vec<(Step, NaiveDate)> {
        let mut books = books("2026-03-06");
        books.creditor.term_agreed = agreed;
        let plans = Plans::default();
        // A Friday.
        plan_dates(
            plans.of(kind),
            kind,
            &books,
            RateTable::shipped(),
            day("2026-03-06"),
        )
    }

    #[test]
    fn a_business_plan_falls_on_its_days() {
        assert_eq!(
            dates(CustomerKind::Business, true),
            [
                (Step::Reminder, day("2026-03-08")),
                (Step::FinalReminder, day("2026-03-15")),
                // The 22nd is a Sunday: paper waits for the next posting day.
                (Step::FinalDemand, day("2026-03-23")),
                (Step::Handover, day("2026-04-02")),
            ],
            "two, seven, seven and ten days"
        );
    }

    #[test]
    fn a_consumer_has_the_fourteen_days_and_the_plans_wait_in_between() {
        let found = dates(CustomerKind::Consumer, true);
        let at = |step: Step| found.iter().find(|(known, _)| *known == step).unwrap().1;
        assert_eq!(at(Step::Notice14Days), day("2026-03-23"));
        assert!(
            at(Step::FinalDemand) - at(Step::Notice14Days) >= chrono::Duration::days(24),
            "no demand before the costs may be asked: {found:?}"
        );
        assert_eq!(found.len(), 5, "every step has its day");
    }

    #[test]
    fn without_an_agreed_term_the_notice_of_default_runs_first() {
        let agreed = dates(CustomerKind::Consumer, true);
        let printed = dates(CustomerKind::Consumer, false);
        assert_eq!(
            printed.len(),
            5,
            "the plan does not stand still: {printed:?}"
        );
        assert!(
            printed[2].1 > agreed[2].1,
            "the 14-day letter waits for the default: {printed:?}"
        );
    }
}
