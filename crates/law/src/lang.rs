//! The two languages in which results explain themselves.

use serde::{Deserialize, Serialize};

/// A language of the window, of a letter, of an explanation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Dutch, the language of the law that is applied.
    #[default]
    Nl,
    /// English.
    En,
}
