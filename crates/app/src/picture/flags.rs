//! What may be asked of a list of customers or invoices, and how each bears what holds for it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

/// Those that hold.
pub(super) fn holding<F: Flag>(flags: &[(F, bool)]) -> Flags {
    flags
        .iter()
        .filter(|(_, holds)| *holds)
        .map(|(flag, _)| *flag)
        .collect()
}
