//! One customer as the lists show it: figures, proposals, invoices, and by what it is found.

use chrono::NaiveDate;
use credit::{
    Account, Books, CustomerId, CustomerKind, ExpectedItem, Habit, InvoiceKind, LetterState,
    PaidInvoice, PromiseState, Proposal,
};
use law::{Cents, RateTable};

use super::flags::{CustomerFilter, Flags, InvoiceFilter, holding};
use super::invoice::{InvoicePicture, invoice_picture, is_held};
use super::next::{NextStep, next_of};
use super::search::searchable;
use super::work::{Standing, moving_of};

/// One customer on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CustomerPicture {
    pub(crate) id: CustomerId,
    pub(crate) number: Option<String>,
    pub(crate) name: String,
    pub(crate) city: String,
    pub(crate) kind: CustomerKind,
    pub(crate) ageing: credit::Ageing,
    pub(crate) unallocated: Cents,
    pub(crate) oldest_due: Option<NaiveDate>,
    pub(crate) habit: Habit,
    /// Days late of what was paid in the last twelve months.
    pub(crate) year: Vec<i64>,
    pub(crate) proposals: Vec<Proposal>,
    /// The card under which it stands.
    pub(crate) card: Option<Standing>,
    /// What today's letters that may go ask together.
    pub(crate) moving: Cents,
    /// What is open, to reckon when it comes in.
    pub(crate) expected: Box<[ExpectedItem]>,
    pub(crate) invoices: Vec<InvoicePicture>,
    pub(crate) next: Option<NextStep>,
    pub(crate) flags: Flags,
    /// Letters that were approved and not handed over.
    pub(crate) waiting_letters: u32,
    /// Letters that were handed over and not confirmed.
    pub(crate) unconfirmed_letters: u32,
    /// Folded name, to sort and to find by.
    pub(crate) folded: String,
    /// Name, numbers, town, postal code, e-mail, as they are searched.
    pub(crate) search: String,
}

/// What deciding about each customer needs.
pub(crate) struct Rules<'a> {
    pub(crate) books: &'a Books,
    pub(crate) rates: &'a RateTable,
    pub(crate) date: NaiveDate,
}

impl CustomerPicture {
    /// Whether this holds for it.
    pub(crate) fn is(&self, flag: CustomerFilter) -> bool {
        self.flags.has(flag)
    }

    /// Open invoices; credit notes do not count.
    pub(crate) fn open_invoices(&self) -> u32 {
        let open = self.invoices.iter().filter(|item| item.open.is_positive());
        u32::try_from(open.count()).unwrap_or(u32::MAX)
    }

    /// The customer of this account on the day.
    pub(crate) fn of(account: &Account, rules: &Rules<'_>) -> CustomerPicture {
        let Rules { books, rates, date } = *rules;
        let customer = &account.customer;
        let day = credit::customer_day(account, books, rates, date, &crate::today::printable);
        let paid: Vec<PaidInvoice> = account
            .invoices
            .iter()
            .zip(&day.invoices)
            .filter(|(invoice, _)| invoice.kind == InvoiceKind::Invoice)
            .filter_map(|(invoice, state)| {
                let (due, paid_on) = (invoice.due?, state.paid_on?);
                Some(PaidInvoice {
                    paid_on,
                    days_late: (paid_on - due).num_days(),
                })
            })
            .collect();
        let invoices: Vec<InvoicePicture> = account
            .invoices
            .iter()
            .zip(&day.invoices)
            .map(|(invoice, state)| invoice_picture(account, invoice, state, &day.proposals, date))
            .collect();
        let oldest_due = invoices
            .iter()
            .filter(|item| item.open.is_positive())
            .filter_map(|item| item.due)
            .min();
        let letters = |state| {
            let found = account
                .letters
                .iter()
                .filter(|letter| letter.state == state);
            u32::try_from(found.count()).unwrap_or(u32::MAX)
        };
        let mut picture = CustomerPicture {
            id: customer.id,
            number: customer.number.clone(),
            name: customer.name.clone(),
            city: customer.address.city.clone(),
            kind: customer.kind,
            ageing: day.ageing,
            unallocated: day.unallocated,
            oldest_due,
            year: credit::last_year(&paid, date),
            habit: Habit::of(paid, date),
            card: Standing::of(&day.proposals),
            moving: moving_of(&day.proposals),
            expected: Box::default(),
            next: next_of(account, &day.proposals, &invoices, date),
            proposals: day.proposals,
            invoices,
            flags: Flags::default(),
            waiting_letters: letters(LetterState::Approved),
            unconfirmed_letters: letters(LetterState::HandedOver),
            folded: credit::matching::fold(&customer.name),
            search: searchable([
                customer.name.as_str(),
                customer.number.as_deref().unwrap_or_default(),
                &customer.id.to_string(),
                &customer.address.city,
                &customer.address.postcode,
                customer.email.as_deref().unwrap_or_default(),
                customer.kvk.as_deref().unwrap_or_default(),
            ]),
        };
        picture.flags = flags_of(account, books, date, &picture);
        picture.expected = picture
            .invoices
            .iter()
            .filter(|invoice| invoice.open.is_positive())
            .map(|invoice| super::totals::expected_item(&picture, invoice))
            .collect();
        picture
    }
}

fn flags_of(account: &Account, books: &Books, date: NaiveDate, picture: &CustomerPicture) -> Flags {
    use CustomerFilter as F;
    let customer = &account.customer;
    let transit = books.settings.transit_days;
    let running =
        |promise| credit::promise_state(account, promise, transit, date) == PromiseState::Running;
    let any = |flag| picture.invoices.iter().any(|item| item.is(flag));
    let open_and = |flag| {
        let mut invoices = picture.invoices.iter();
        invoices.any(|item| item.open.is_positive() && item.is(flag))
    };
    let email = customer.email.as_deref().unwrap_or_default().trim();
    holding(&[
        (F::Open, any(InvoiceFilter::Open)),
        (F::Late, any(InvoiceFilter::Late)),
        (
            F::Held,
            is_held(account, None, date) || any(InvoiceFilter::Held),
        ),
        (F::Disputed, any(InvoiceFilter::Disputed)),
        (F::Promised, account.promises.iter().any(running)),
        (F::HandedOver, open_and(InvoiceFilter::HandedOver)),
        (F::Insolvent, !account.insolvencies.is_empty()),
        (F::Unallocated, picture.unallocated.is_positive()),
        (F::KindUnknown, customer.kind == CustomerKind::Unknown),
        (F::Consumer, customer.kind == CustomerKind::Consumer),
        (F::Business, customer.kind == CustomerKind::Business),
        (F::Government, customer.kind == CustomerKind::Government),
        (F::NoEmail, email.is_empty()),
        (F::NoAddress, !customer.address.is_deliverable()),
    ])
}
