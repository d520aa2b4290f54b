//! One customer as the lists show it: figures, proposals, invoices, and by what it is found.

use chrono::NaiveDate;
use credit::{
    Account, Books, CustomerId, CustomerKind, ExpectedItem, Gate, Habit, InvoiceId, InvoiceKind,
    InvoiceState, LetterState, PaidInvoice, PromiseState, Proposal, ProposalKind, Step,
};
use law::{Cents, RateTable};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::search::searchable;
use super::work::{Standing, main_of, moving_of};

/// What may be asked of a list of customers; each customer bears those that hold for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CustomerFilter {
    /// Something is open.
    Open,
    /// Something is past its due date.
    Late,
    /// The customer, or one of its invoices, is paused.
    Held,
    /// An open invoice is disputed.
    Disputed,
    /// A promise is running.
    Promised,
    /// Something open was handed over.
    HandedOver,
    /// Insolvent, or with debt help.
    Insolvent,
    /// Money was put to no invoice.
    Unallocated,
    /// The kind is not known.
    KindUnknown,
    /// A consumer.
    Consumer,
    /// A business.
    Business,
    /// A public authority.
    Government,
    /// No e-mail address is known.
    NoEmail,
    /// No postal address is known.
    NoAddress,
}

/// What may be asked of a list of invoices; each invoice bears those that hold for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceFilter {
    /// Something is open.
    Open,
    /// Open and past its due date.
    Late,
    /// Open and not due yet.
    NotDue,
    /// Nothing is open.
    Paid,
    /// A part was paid.
    PartPaid,
    /// A credit note.
    CreditNote,
    /// It, or its customer, is paused.
    Held,
    /// It is disputed, or a part of it.
    Disputed,
    /// It was handed over.
    HandedOver,
    /// Open, and without a due date.
    NoDueDate,
}

/// Several of a kind of filter, in few bytes: there are many invoices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(u16);

impl Flags {
    /// Whether all of them hold.
    pub(crate) fn hold(self, wanted: Flags) -> bool {
        self.0 & wanted.0 == wanted.0
    }

    /// Whether this one holds.
    pub(crate) fn has(self, flag: impl Flag) -> bool {
        self.hold(Flags(flag.bit()))
    }

    /// Those of the asked kind.
    pub(crate) fn list<F: Flag>(self) -> Vec<F> {
        F::ALL
            .iter()
            .copied()
            .filter(|flag| self.has(*flag))
            .collect()
    }
}

impl<F: Flag> FromIterator<F> for Flags {
    fn from_iter<I: IntoIterator<Item = F>>(flags: I) -> Flags {
        Flags(flags.into_iter().fold(0, |bits, flag| bits | flag.bit()))
    }
}

/// A filter that is one bit of [`Flags`].
pub(crate) trait Flag: Copy + 'static {
    /// All of this kind, in the order in which they are listed.
    const ALL: &'static [Self];
    /// Its bit.
    fn bit(self) -> u16;
}

impl Flag for CustomerFilter {
    const ALL: &'static [CustomerFilter] = {
        use CustomerFilter as F;
        &[
            F::Open,
            F::Late,
            F::Held,
            F::Disputed,
            F::Promised,
            F::HandedOver,
            F::Insolvent,
            F::Unallocated,
            F::KindUnknown,
            F::Consumer,
            F::Business,
            F::Government,
            F::NoEmail,
            F::NoAddress,
        ]
    };

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

impl Flag for InvoiceFilter {
    const ALL: &'static [InvoiceFilter] = {
        use InvoiceFilter as F;
        &[
            F::Open,
            F::Late,
            F::NotDue,
            F::Paid,
            F::PartPaid,
            F::CreditNote,
            F::Held,
            F::Disputed,
            F::HandedOver,
            F::NoDueDate,
        ]
    };

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NextStep {
    /// What kind of thing.
    #[ts(type = "ProposalKind")]
    pub kind: ProposalKind,
    /// Level of the letter.
    #[ts(type = "Step | null")]
    pub step: Option<Step>,
    /// When it is due; today or earlier: now.
    #[ts(type = "IsoDate | null")]
    pub on: Option<NaiveDate>,
    /// Whether it may go, when it is due.
    #[ts(type = "Gate | null")]
    pub gate: Option<Gate>,
}

/// One invoice or credit note on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InvoicePicture {
    pub(crate) id: InvoiceId,
    pub(crate) number: Box<str>,
    pub(crate) kind: InvoiceKind,
    pub(crate) date: NaiveDate,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) amount: Cents,
    pub(crate) open: Cents,
    /// What credit notes took off; negative or zero.
    pub(crate) credited: Cents,
    /// What was paid, before the program knew it too; negative or zero.
    pub(crate) paid: Cents,
    /// What was written off; negative or zero. Amount, credited, paid and this are what is open.
    pub(crate) written_off: Cents,
    pub(crate) disputed: Cents,
    pub(crate) stage: Option<Step>,
    pub(crate) next: Option<NextStep>,
    pub(crate) flags: Flags,
    /// Number and payment reference, as they are searched.
    pub(crate) search: Box<str>,
}

impl InvoicePicture {
    /// Days after the due date while it is open; zero or less is not late.
    pub(crate) fn days_late(&self, date: NaiveDate) -> Option<i64> {
        let due = self.due.filter(|_| self.open.is_positive())?;
        Some((date - due).num_days())
    }

    /// Whether this holds for it.
    pub(crate) fn is(&self, flag: InvoiceFilter) -> bool {
        self.flags.has(flag)
    }
}

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

/// Whether a pause of the whole customer, or of this invoice, still runs.
fn is_held(account: &Account, invoice: Option<InvoiceId>, date: NaiveDate) -> bool {
    account
        .holds
        .iter()
        .any(|hold| date <= hold.until && (hold.invoice.is_none() || hold.invoice == invoice))
}

fn invoice_picture(
    account: &Account,
    invoice: &credit::Invoice,
    state: &InvoiceState,
    proposals: &[Proposal],
    date: NaiveDate,
) -> InvoicePicture {
    let owed = state.open.is_positive();
    let late = owed && state.days_late > 0;
    let paid_a_part = !state.principal.paid.is_zero() || !state.principal.paid_before.is_zero();
    let is_invoice = invoice.kind == InvoiceKind::Invoice;
    let holds = [
        (InvoiceFilter::Open, !state.open.is_zero()),
        (InvoiceFilter::Late, late),
        (
            InvoiceFilter::NotDue,
            owed && !late && invoice.due.is_some(),
        ),
        (InvoiceFilter::Paid, is_invoice && !owed),
        (InvoiceFilter::PartPaid, owed && paid_a_part),
        (InvoiceFilter::CreditNote, !is_invoice),
        (
            InvoiceFilter::Held,
            owed && is_held(account, Some(invoice.id), date),
        ),
        (InvoiceFilter::Disputed, state.disputed.is_positive()),
        (InvoiceFilter::HandedOver, state.handed_over),
        (InvoiceFilter::NoDueDate, owed && invoice.due.is_none()),
    ];
    InvoicePicture {
        id: invoice.id,
        number: invoice.number.as_str().into(),
        kind: invoice.kind,
        date: invoice.date,
        due: invoice.due,
        amount: invoice.amount,
        open: state.open,
        credited: state.principal.credited,
        paid: state.principal.paid + state.principal.paid_before,
        written_off: state.principal.written_off,
        disputed: state.disputed,
        stage: state.stage,
        next: next_of_invoice(invoice.id, state, proposals, date),
        flags: holding(&holds),
        search: searchable([
            invoice.number.as_str(),
            invoice.payment_reference.as_deref().unwrap_or_default(),
        ])
        .into(),
    }
}

fn holding<F: Flag>(flags: &[(F, bool)]) -> Flags {
    flags
        .iter()
        .filter(|(_, holds)| *holds)
        .map(|(flag, _)| *flag)
        .collect()
}

/// What is proposed about an invoice today, else what its plan waits for.
fn next_of_invoice(
    invoice: InvoiceId,
    state: &InvoiceState,
    proposals: &[Proposal],
    date: NaiveDate,
) -> Option<NextStep> {
    let about = proposals.iter().filter_map(|proposal| {
        let line = proposal.lines.iter().find(|line| line.invoice == invoice)?;
        Some((proposal, line))
    });
    // A letter says more about an invoice than a call about all of them.
    let rank = |proposal: &Proposal| match proposal.kind {
        ProposalKind::Letter => 0,
        ProposalKind::Handover => 1,
        _ => 2,
    };
    let now = about.min_by_key(|(proposal, _)| rank(proposal));
    if let Some((proposal, line)) = now {
        let step = match proposal.kind {
            ProposalKind::Letter => Some(line.step),
            _ => proposal.step,
        };
        return Some(NextStep {
            kind: proposal.kind,
            step,
            on: Some(date),
            gate: Some(proposal.gate),
        });
    }
    state.next.as_ref().map(|waiting| NextStep {
        kind: match waiting.step {
            Step::Handover => ProposalKind::Handover,
            _ => ProposalKind::Letter,
        },
        step: Some(waiting.step),
        on: Some(waiting.due_on),
        gate: None,
    })
}

/// What comes next for a customer. Of an insolvent one nothing does by itself: a letter that is held
/// back is no next step.
fn next_of(
    account: &Account,
    proposals: &[Proposal],
    invoices: &[InvoicePicture],
    date: NaiveDate,
) -> Option<NextStep> {
    let insolvent = !account.insolvencies.is_empty();
    match main_of(proposals) {
        Some(main) if insolvent && main.gate == Gate::Red => None,
        None if insolvent => None,
        Some(main) => Some(NextStep {
            kind: main.kind,
            step: main.step,
            on: Some(date),
            gate: Some(main.gate),
        }),
        None => invoices
            .iter()
            .filter_map(|item| item.next)
            .min_by_key(|next| next.on),
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
