//! The sample administration: a wholesale in bakery ingredients with two years behind it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::administration::SessionState;
use crate::catalogue::Code;
use crate::error::AppResult;
use crate::session::Context;

/// Make a sample administration.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SampleCreate {
    /// The folder to make.
    pub folder: String,
    /// How many customers.
    pub customers: Option<u32>,
    /// How many open invoices.
    pub invoices: Option<u32>,
    /// The same seed and date give the same administration.
    pub seed: Option<u32>,
    /// The day on which it is looked at.
    #[ts(type = "IsoDate")]
    pub date: Option<NaiveDate>,
    /// Its passphrase.
    pub passphrase: Option<String>,
}

/// A sample administration was made, and is open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleMade {
    /// Its folder.
    pub folder: String,
    /// The next bank statement, beside it.
    pub statement: String,
    /// Its passphrase.
    pub passphrase: String,
    /// How many customers.
    pub customers: u32,
    /// How many open invoices.
    pub invoices: u32,
    /// The session.
    pub session: SessionState,
}

/// Makes a sample administration.
///
/// # Errors
/// To be written.
pub fn create(_: &mut Context<'_>, _: SampleCreate) -> AppResult<SampleMade> {
    Err(Code::Internal.into())
}
