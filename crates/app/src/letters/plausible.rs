//! Letters that are not due: as a customer would get them if they were, and of an invented customer
//! where there is none. To try a text on, never to send.

use chrono::{Days, NaiveDate};
use credit::{
    Account, Address, Books, Channel, Customer, CustomerId, CustomerKind, DunningPlan, Invoice,
    InvoiceId, InvoiceKind, PlanStep, Proposal, ProposalKind, Step,
};
use documents::{Letter, LetterKind};
use law::{Cents, Lang, RateTable};

use super::Desk;
use crate::error::AppResult;

/// The step that a letter stands for; a statement of account stands for none.
pub(crate) fn step_of(kind: LetterKind) -> Option<Step> {
    match kind {
        LetterKind::Reminder => Some(Step::Reminder),
        LetterKind::FinalReminder => Some(Step::FinalReminder),
        LetterKind::Notice14Days => Some(Step::Notice14Days),
        LetterKind::FinalDemand => Some(Step::FinalDemand),
        LetterKind::Statement => None,
    }
}

/// Whether the plan of a customer holds a letter, so that it could get it one day.
pub(crate) fn could_get(account: &Account, books: &Books, kind: LetterKind) -> bool {
    let plan = match &account.plan {
        Some(plan) => plan,
        None => books.settings.plans.of(account.customer.kind),
    };
    match step_of(kind) {
        None => true,
        Some(step) => plan.steps.iter().any(|planned| planned.step == step),
    }
}

/// The letter of this kind that a customer would get, or nothing when it has nothing open.
///
/// # Errors
/// What composing gives.
pub(crate) fn plausible_letter(
    desk: &Desk,
    account: &Account,
    kind: LetterKind,
    rates: &RateTable,
    date: NaiveDate,
) -> AppResult<Option<Letter>> {
    let Some(step) = step_of(kind) else {
        let states = credit::invoice_states(account, &desk.books, rates, date);
        let letter = desk.statement(account, &states, date);
        return Ok((!letter.invoices.is_empty()).then_some(letter));
    };
    plausible(account, &desk.books, rates, step, date)
        .map(|proposal| desk.compose(account, &proposal))
        .transpose()
}

/// The decision itself makes it: on a plan with this step alone, with nothing in its way. When
/// nothing is late yet, on the first day on which all is.
fn plausible(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    step: Step,
    date: NaiveDate,
) -> Option<Proposal> {
    let free = free_for(account, step);
    let last_due = account
        .invoices
        .iter()
        .filter_map(|invoice| invoice.due)
        .max()?;
    let all_late = last_due
        .checked_add_days(Days::new(2))
        .filter(|day| *day > date);
    [Some(date), all_late]
        .into_iter()
        .flatten()
        .find_map(|day| {
            crate::today::decide(&free, books, rates, day)
                .into_iter()
                .find(|proposal| {
                    proposal.kind == ProposalKind::Letter && proposal.step == Some(step)
                })
        })
}

fn free_for(account: &Account, step: Step) -> Account {
    let mut free = account.clone();
    free.plan = Some(DunningPlan {
        steps: vec![PlanStep {
            step,
            after_days: 1,
            channels: vec![Channel::Letter],
        }],
        min_interval_days: 0,
    });
    free.letters.clear();
    free.holds.clear();
    free.disputes.clear();
    free.promises.clear();
    free.insolvencies.clear();
    free.handovers.clear();
    free.sent_elsewhere.clear();
    free.unbooked_lines = 0;
    if step > Step::FinalReminder {
        // These come after default, which without an agreed term asks a letter that went before.
        free.customer.term_agreed = Some(true);
    }
    free
}

/// A customer that does not exist, with two late invoices: what an empty administration shows.
pub(crate) fn example(kind: LetterKind, lang: Lang, date: NaiveDate) -> Account {
    let name = match lang {
        Lang::Nl => "Voorbeeldklant",
        Lang::En => "Example Customer",
    };
    let back = |days: u64| date.checked_sub_days(Days::new(days)).unwrap_or(date);
    let invoice = |id: i64, number: &str, days: u64, cents: i64| Invoice {
        id: InvoiceId(id),
        customer: CustomerId(1),
        number: number.to_string(),
        kind: InvoiceKind::Invoice,
        date: back(days + 14),
        due: Some(back(days)),
        amount: Cents(cents),
        paid_before: Cents::ZERO,
        vat: None,
        payment_reference: None,
        credits: None,
        contract: None,
        received: None,
        description: None,
    };
    Account {
        customer: Customer {
            id: CustomerId(1),
            number: Some("1001".to_string()),
            name: name.to_string(),
            attention: None,
            kind: match kind {
                LetterKind::Notice14Days => CustomerKind::Consumer,
                _ => CustomerKind::Business,
            },
            kind_reason: None,
            kvk: None,
            vat: None,
            email: Some("klant@voorbeeld.example".to_string()),
            phone: None,
            address: Address {
                street: "Dorpsstraat 1".to_string(),
                extra: String::new(),
                postcode: "1234AB".to_string(),
                city: "Voorbeeldstad".to_string(),
                country: "NL".to_string(),
            },
            language: lang,
            ibans: Vec::new(),
            agreed_interest: None,
            term_agreed: None,
            buys_goods: None,
            recurring: None,
            corrected: Vec::new(),
            since: back(60),
        },
        invoices: vec![
            invoice(1, "2026-0101", 36, 125_000),
            invoice(2, "2026-0118", 22, 31_250),
        ],
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
        plan: None,
        unbooked_lines: 0,
        sent_elsewhere: Vec::new(),
        email_failed: false,
    }
}
