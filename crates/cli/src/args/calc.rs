//! Arguments of the calculations.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::values;

/// A calculation, and the sheet to print of it.
#[derive(Debug, Args)]
pub struct Calculation {
    /// Write the sheet too: inputs, lines, articles, rates with their source (PDF)
    #[arg(long, global = true, value_name = "FILE", value_parser = values::path)]
    pub sheet: Option<String>,
    /// What the sheet is about: a name, an invoice
    #[arg(long, global = true, value_name = "TEXT", requires = "sheet")]
    pub about: Option<String>,
    /// Which calculation.
    #[command(subcommand)]
    pub what: Calc,
}

/// A calculation by law.
#[derive(Debug, Subcommand)]
pub enum Calc {
    /// Collection costs over a principal
    Costs(Costs),
    /// Interest over a principal
    Interest(Interest),
    /// Dates of a 14-day letter
    Notice(Notice),
    /// The last day on which a claim can be interrupted
    Limitation(Limitation),
    /// The first day that bears interest
    InterestStart(InterestStart),
    /// A claim with payments, imputed by law
    Claim(ClaimFile),
}

/// Collection costs.
#[derive(Debug, Args, Serialize)]
pub struct Costs {
    /// Principal
    #[arg(long, value_name = "AMOUNT", value_parser = values::amount, allow_hyphen_values = true)]
    pub principal: String,
    /// A VAT-taxed outside service collects, and its VAT cannot be deducted
    #[arg(long)]
    pub vat_not_recoverable: bool,
}

/// Which interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Regime {
    /// Statutory interest (art. 6:119 BW).
    Consumer,
    /// Commercial interest (art. 6:119a BW).
    Commercial,
    /// Interest owed by government (art. 6:119b BW).
    Government,
    /// Agreed.
    Contract,
}

/// By how many days a year's interest is divided.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
pub enum DayCount {
    /// Those of the running interest year.
    #[serde(rename = "year")]
    Year,
    /// Always 365.
    #[value(name = "365")]
    #[serde(rename = "365")]
    Always365,
}

/// The time a percentage is for.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Per {
    /// A year.
    Year,
    /// A month.
    Month,
}

/// When interest joins the principal.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Compound {
    /// Never.
    None,
    /// Each year.
    Year,
    /// Each month.
    Month,
}

/// Interest.
#[derive(Debug, Args, Serialize)]
pub struct Interest {
    /// Which interest
    #[arg(long, value_enum)]
    pub regime: Regime,
    /// Principal
    #[arg(long, value_name = "AMOUNT", value_parser = values::amount, allow_hyphen_values = true)]
    pub principal: String,
    /// First day that bears interest
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub from: NaiveDate,
    /// Last day that bears interest
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub through: NaiveDate,
    /// Days of a year
    #[arg(long, value_enum, default_value = "year")]
    pub day_count: DayCount,
    /// Points above the statutory rate
    #[arg(long, value_name = "PERCENT", value_parser = values::percent)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surcharge: Option<String>,
    /// Agreed percentage; with --regime contract
    #[arg(long, value_name = "PERCENT", value_parser = values::percent)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<String>,
    /// The time that the agreed percentage is for
    #[arg(long, value_enum, requires = "percent")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<Per>,
    /// When agreed interest joins the principal
    #[arg(long, value_enum, requires = "percent")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compound: Option<Compound>,
}

/// A 14-day letter.
#[derive(Debug, Args, Serialize)]
pub struct Notice {
    /// Day it was posted
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub sent: NaiveDate,
    /// Days that the post takes
    #[arg(long, value_name = "N")]
    pub delivery_days: Option<u8>,
    /// Days that the plan waits after sending
    #[arg(long, value_name = "N")]
    pub plan_days: Option<u16>,
}

/// What a claim is for.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// A contract.
    Contract,
    /// Goods bought by a consumer.
    ConsumerSale,
    /// Periodic terms.
    Periodic,
    /// A judgment.
    Judgment,
}

/// Limitation.
#[derive(Debug, Args, Serialize)]
pub struct Limitation {
    /// Day it became due; for a judgment, its date
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub due: NaiveDate,
    /// What the claim is for
    #[arg(long, value_enum)]
    pub kind: ClaimKind,
    /// Day the debtor received an interruption; may be repeated
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub interrupted: Vec<NaiveDate>,
}

/// What kind of debtor.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Debtor {
    /// A business.
    Business,
    /// A consumer.
    Consumer,
    /// Government.
    Government,
}

/// Start of interest.
#[derive(Debug, Args, Serialize)]
pub struct InterestStart {
    /// What kind of debtor
    #[arg(long, value_enum)]
    pub debtor: Debtor,
    /// Agreed last day of payment
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub due: Option<NaiveDate>,
    /// Day the invoice was received
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub invoice_received: Option<NaiveDate>,
    /// Day the performance was received
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub performance_received: Option<NaiveDate>,
    /// Day a notice of default was received
    #[arg(long, value_name = "DATE", value_parser = values::date, requires = "notice_days")]
    pub notice_received: Option<NaiveDate>,
    /// Days that it gave
    #[arg(long, value_name = "N", requires = "notice_received")]
    pub notice_days: Option<u16>,
    /// The due day was printed on the invoice only, not agreed
    #[arg(long)]
    pub due_not_agreed: bool,
    /// A large company owes a small or medium one
    #[arg(long)]
    pub large_debtor: bool,
}

/// A claim in a file.
#[derive(Debug, Args)]
pub struct ClaimFile {
    /// JSON file; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub file: PathBuf,
}
