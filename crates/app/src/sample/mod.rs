//! The sample administration: a wholesale in bakery ingredients with two years behind it.
//!
//! The same seed, date and sizes give the same administration. Only this module knows what is in
//! it: everything goes in by the ways that a user's own data goes in.

mod acts;
mod books;
mod letters;
mod people;
mod rng;
mod statement;
mod trade;

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::administration::{NewAdministration, SessionState, checked_folder, make};
use crate::error::AppResult;
use crate::session::{Context, shown};
use crate::whole_file::write_whole;
use rng::Rng;

/// The passphrase of a sample when none is given. It guards invented data only.
const PASSPHRASE: &str = "molen boter lantaarn regen";

/// Make a sample administration.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct SampleCreate {
    /// The folder to make.
    pub folder: String,
    /// How many customers; 60 when none is said.
    pub customers: Option<u32>,
    /// How many open invoices; 180 when none is said.
    pub invoices: Option<u32>,
    /// The same seed and date give the same administration.
    pub seed: Option<u32>,
    /// The day on which it is looked at; today when none is said.
    #[ts(optional, type = "IsoDate")]
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

/// What the parts of the sample share.
pub(crate) struct Plan {
    pub(crate) customers: usize,
    pub(crate) invoices: usize,
    pub(crate) date: NaiveDate,
}

/// A moment of a day of the sample: its log shows the days on which things happened.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(8, 30, 0).unwrap_or_default();
    DateTime::from_naive_utc_and_offset(day.and_time(time), Utc)
}

/// Where the next statement is written: beside the folder, with its name.
fn statement_file(folder: &Path) -> PathBuf {
    let stem = folder
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    folder.with_file_name(format!("{stem}.camt.xml"))
}

/// Makes a sample administration, opens it, and writes the next bank statement beside it.
///
/// # Errors
/// `bad_folder_name`, `already_exists`, `job_cancelled`, and what the disk gives.
pub fn create(context: &mut Context<'_>, request: SampleCreate) -> AppResult<SampleMade> {
    let folder = checked_folder(&request.folder)?;
    let customers = request.customers.unwrap_or(60).clamp(1, 200_000);
    let invoices = request
        .invoices
        .unwrap_or(180)
        .max(customers.min(1_000_000));
    let plan = Plan {
        customers: customers as usize,
        invoices: invoices as usize,
        date: context.day(request.date),
    };
    let passphrase = request.passphrase.unwrap_or_else(|| PASSPHRASE.to_string());
    let creditor = people::creditor();
    let running = context
        .session
        .jobs()
        .start("sample", Some(2 * plan.invoices));
    let new = NewAdministration {
        folder: &folder,
        creditor: &creditor,
        passphrase: &passphrase,
        accept_weak: true,
    };
    let (mut made, code) = make(context, &new)?;
    let mut rng = Rng::new(request.seed.unwrap_or(1));
    let filled = (|| {
        let administration = made.administration();
        let entered = books::enter(administration, &plan, &mut rng, &running)?;
        letters::send(administration, &plan, &running)?;
        acts::tell(administration, &plan, &entered)?;
        statement::write(administration, &plan, &entered, &mut rng)
    })();
    let statement = match filled {
        Ok(statement) => statement,
        Err(error) => {
            // Half a sample helps nobody; the folder was ours a moment ago.
            drop(made);
            let _ = std::fs::remove_dir_all(&folder);
            return Err(error);
        }
    };
    let file = statement_file(&folder);
    write_whole(&file, statement.as_bytes())?;
    let session = made.enter(context, Some(code), false)?;
    Ok(SampleMade {
        folder: shown(&folder),
        statement: shown(&file),
        passphrase,
        customers,
        invoices,
        session,
    })
}
