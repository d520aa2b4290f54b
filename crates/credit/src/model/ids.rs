//! The program's own stable identifiers, each with a letter that says what it names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "-{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<$name, NotAnId> {
                text.strip_prefix(concat!($prefix, "-"))
                    .and_then(|number| number.parse().ok())
                    .filter(|number| *number > 0)
                    .map($name)
                    .ok_or(NotAnId)
            }
        }
    )*};
}

/// A text that names nothing of the asked kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier of this kind")]
pub struct NotAnId;

ids! {
    /// A customer (klant): `K-17`.
    CustomerId "K";
    /// An invoice or credit note: `I-17`. People use its printed number.
    InvoiceId "I";
    /// A line of a bank statement: `L-17`.
    BankLineId "L";
    /// Money received from (or returned to) a customer: `P-17`.
    PaymentId "P";
    /// A part of a payment that was put to one invoice: `A-17`.
    AllocationId "A";
    /// A letter or e-mail (brief): `B-17`.
    LetterId "B";
    /// A run (aanmaanronde): `R-17`.
    RunId "R";
    /// An import of one file: `M-17`.
    ImportId "M";
    /// An entry of the log of facts: `F-17`; what `undo` takes.
    FactId "F";
}
