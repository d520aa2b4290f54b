//! Arguments of how an administration is set up, and of files kept with invoices.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::values;

/// The settings.
#[derive(Debug, Args)]
pub struct Settings {
    /// What to do; else the settings are shown.
    #[command(subcommand)]
    pub act: Option<SettingsAct>,
}

/// What to do with settings.
#[derive(Debug, Subcommand)]
pub enum SettingsAct {
    /// Change settings
    Set(SetSettings),
    /// Change your own details
    Creditor(CreditorFile),
    /// Show, save, change or remove the logo on letters
    Logo(Logo),
}

/// Settings to change.
#[derive(Debug, Args)]
pub struct SetSettings {
    /// Setting and new value: delivery_days=2
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = values::setting)]
    pub change: Vec<values::Setting>,
}

/// The creditor's details.
#[derive(Debug, Args)]
pub struct CreditorFile {
    /// Your details (TOML), as `new` takes them
    #[arg(long, value_name = "FILE")]
    pub file: PathBuf,
}

/// The logo.
#[derive(Debug, Args)]
pub struct Logo {
    /// PNG or JPEG to put on letters
    #[arg(long, value_name = "FILE", value_parser = values::path, conflicts_with_all = ["remove", "out"])]
    pub file: Option<String>,
    /// Take the logo away
    #[arg(long, conflicts_with = "out")]
    pub remove: bool,
    /// Write the kept logo to this file
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: Option<String>,
}

/// The rates.
#[derive(Debug, Args)]
pub struct Rates {
    /// What to do; else the rates are listed.
    #[command(subcommand)]
    pub act: Option<RatesAct>,
}

/// What to do with rates.
#[derive(Debug, Subcommand)]
pub enum RatesAct {
    /// Add a statutory rate that the program does not ship yet
    Add(AddRate),
}

/// Which of the law's rates.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RateKind {
    /// Statutory interest.
    Consumer,
    /// Commercial interest.
    Commercial,
    /// Interest owed by government.
    Government,
}

/// A rate.
#[derive(Debug, Args, Serialize)]
pub struct AddRate {
    /// Which of the law's rates
    #[arg(long, value_enum)]
    pub kind: RateKind,
    /// First day it holds
    #[arg(long = "from", value_name = "DATE", value_parser = values::date)]
    pub start: NaiveDate,
    /// Percent per year
    #[arg(long, value_name = "PERCENT", value_parser = values::percent)]
    pub percent: String,
    /// Where you found it
    #[arg(long, value_name = "TEXT")]
    pub source: String,
}

/// A file to keep with an invoice.
#[derive(Debug, Args, Serialize)]
pub struct Attach {
    /// Invoice
    pub invoice: String,
    /// File to keep: PDF, image or e-invoice
    #[arg(value_name = "FILE", value_parser = values::path)]
    pub file: String,
}

/// A kept file.
#[derive(Debug, Args, Serialize)]
pub struct Attachment {
    /// Kept file, as `invoice` names it
    pub file: String,
    /// File to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
}
