//! The arguments: what may be typed, exactly as the contract of the command line has it.

mod bank;
mod calc;
mod dossiers;
mod lists;
mod loose;
mod mail;
mod plan;
mod runs;
mod setup;
mod tell;

use std::path::PathBuf;

use app::Lang;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::Serialize;

pub use bank::{Bank, BankAct};
pub use calc::{Calc, Calculation};
pub use dossiers::{Dossiers, DossiersAct};
pub use lists::{Customers, Find, History, Invoice, Invoices, Paging, Proposals, Sum, Why};
pub use loose::{Allocate, Call, Dismiss, Merge, OfCustomer, Passphrase, Print, Statement};
pub use mail::{Mail, MailAct};
pub use plan::{Plan, PlanAct, PlanChange, PreviewText, Texts, TextsAct};
pub use runs::{Letter, LetterAct, Runs, RunsAct};
pub use setup::{Attach, Attachment, Logo, Rates, RatesAct, Settings, SettingsAct};
pub use tell::{
    Accept, Confirm, Dispute, Hold, Insolvency, Note, Pay, Promise, SetCustomer, SetOff, Undo,
    Waive, Withdraw, WriteOff,
};

use crate::values;

/// Credit control for small Dutch businesses, offline and encrypted.
#[derive(Debug, Parser)]
#[command(name = "standvast", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    /// Print one JSON document instead of text
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of words
    #[arg(long, global = true, value_enum, default_value = "nl")]
    pub lang: Language,
    /// Folder of the administration, ending in .standvast
    #[arg(long, global = true, value_name = "FOLDER")]
    pub admin: Option<PathBuf>,
    /// The day that stands for today (YYYY-MM-DD)
    #[arg(long, global = true, value_name = "DATE", value_parser = values::date)]
    pub date: Option<NaiveDate>,
    /// File that holds the passphrase; else STANDVAST_PASSPHRASE, else a question
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// File that holds the recovery code; with new: the file to write it to
    #[arg(long, global = true, value_name = "FILE")]
    pub recovery_code_file: Option<PathBuf>,
}

/// A language of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::Nl => Lang::Nl,
            Language::En => Lang::En,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an administration
    New(New),
    /// Import files: invoices, bank statements, open items, audit files
    Import(Import),
    /// List the imports of the past
    Imports(Paging),
    /// Say where received money belongs, and book what is certain
    Match(Match),
    /// Book one bank line: the best proposal, or your own division
    Accept(Accept),
    /// Set a bank line aside: it is no customer's
    Dismiss(Dismiss),
    /// Put what is left of a payment to invoices
    Allocate(Allocate),
    /// Bank money: lines that wait, money left over, statements
    Bank(Bank),
    /// What to do today
    Today(Today),
    /// How things stand, and what is expected in the coming weeks
    Overview,
    /// List what is proposed
    Proposals(Proposals),
    /// Make the letters of a run
    Run(Run),
    /// List the runs, and print, save or confirm one
    Runs(Runs),
    /// Show, draw or copy one letter
    Letter(Letter),
    /// Write the paper letters of a run as one PDF
    Print(Print),
    /// Note that a letter was posted or sent
    Confirm(Confirm),
    /// Take back letters that were approved and have not left
    Withdraw(Withdraw),
    /// Send e-mails through your own account
    Mail(Mail),
    /// Make the dossier for the bailiff
    Handover(Handover),
    /// List what was handed over; who is ready, what is missing, what came back
    Dossiers(Dossiers),
    /// List customers
    Customers(Customers),
    /// Show one customer: what is open, what comes next, what happened
    Customer(OfCustomer),
    /// List invoices and credit notes
    Invoices(Invoices),
    /// Show one invoice, or add one typed by hand
    Invoice(Invoice),
    /// Explain a claim line by line, with the articles
    Why(Why),
    /// Explain a sum part by part: what is open, late, expected
    Sum(Sum),
    /// Find customers and invoices
    Find(Find),
    /// Write a statement of account
    Statement(Statement),
    /// Keep a file with an invoice
    Attach(Attach),
    /// Write a file that is kept with an invoice
    Attachment(Attachment),
    /// Correct a customer
    Set(Box<SetCustomer>),
    /// Make two customers one
    Merge(Merge),
    /// Book a cash or card payment
    Pay(Pay),
    /// Give up a part of an invoice
    WriteOff(WriteOff),
    /// Set a credit note off against an invoice
    SetOff(SetOff),
    /// Give up interest or costs
    Waive(Waive),
    /// Pause a customer or an invoice
    Hold(Hold),
    /// Note that an invoice is disputed
    Dispute(Dispute),
    /// Note a promise to pay
    Promise(Promise),
    /// Note an insolvency or debt help
    Insolvency(Insolvency),
    /// Keep a note with a customer
    Note(Note),
    /// List the newest acts
    History(History),
    /// Undo one act, or the last
    Undo(Undo),
    /// Show, try or change the dunning plans
    Plan(Plan),
    /// Show, try or change the texts of letters
    Texts(Texts),
    /// Show or change how the administration is set up
    Settings(Settings),
    /// List the statutory rates, or add one
    Rates(Rates),
    /// Write a page with rulers for the window envelope
    TestPage(OutFile),
    /// Change details, settings, plans, letter texts or rates by a file
    Configure(FromFile),
    /// Write everything in open formats
    Export(OutFolder),
    /// Write one file that holds the whole administration
    Backup(OutFile),
    /// List the automatic backups
    Backups,
    /// Put a backup back as a new administration
    Restore(Restore),
    /// Say what left after the restored backup was made
    SettleRestored(SettleRestored),
    /// Check the log, the kept letters and the database
    Verify,
    /// Say where the administration stands, how large it is, and what else is needed to move it
    Place,
    /// List the administrations opened lately on this computer
    Recent,
    /// Change the passphrase
    Passphrase(Passphrase),
    /// Write a new recovery sheet; the old code no longer opens
    RecoverySheet(OutFile),
    /// Try the recovery code
    UnlockTest,
    /// Make a sample administration
    Sample(Sample),
    /// Say what is understood of files; writes nothing
    Read(Files),
    /// Calculate by Dutch law, without an administration
    Calc(Calculation),
    /// Call any command by its name, with a request as JSON
    Call(Call),
    /// List the program's commands
    Commands,
    /// Print this manual: every word with an example
    Manual,
}

/// A new administration.
#[derive(Debug, Args)]
pub struct New {
    /// Creditor's details (TOML)
    #[arg(long, value_name = "FILE")]
    pub creditor: PathBuf,
    /// Write the recovery sheet to this PDF
    #[arg(long, value_name = "FILE")]
    pub recovery_sheet: Option<PathBuf>,
}

/// Files to import.
#[derive(Debug, Args, Serialize)]
pub struct Import {
    /// Files; folders are walked
    #[arg(required = true, value_name = "PATH", value_parser = values::path)]
    pub paths: Vec<String>,
    /// Say what would be added; change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Likewise, with all that the window shows before it imports
    #[arg(long, conflicts_with_all = ["dry_run", "map"])]
    #[serde(skip)]
    pub preview: bool,
    /// How the columns of a list are called (JSON)
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub map: Option<String>,
    /// Take invoices whose supplier does not look like the creditor
    #[arg(long)]
    pub accept_supplier: bool,
}

/// Which proposals to book.
#[derive(Debug, Args, Serialize)]
pub struct Match {
    /// Which proposals to book at once
    #[arg(long, value_enum, default_value = "none")]
    pub accept: AcceptWhich,
}

/// Which proposals to book.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AcceptWhich {
    /// None.
    None,
    /// Those that are certain.
    Certain,
}

/// What to do today.
#[derive(Debug, Args)]
pub struct Today {
    /// Show every line, also of long lists
    #[arg(long)]
    pub all: bool,
}

/// The run.
#[derive(Debug, Args, Serialize)]
pub struct Run {
    /// Which letters to make; red never goes
    #[arg(long, value_enum, default_value = "none")]
    pub approve: Approve,
    /// Folder to write the letters to
    #[arg(long, value_name = "FOLDER", value_parser = values::path)]
    pub out: String,
    /// Only this customer; may be repeated
    #[arg(long = "customer", value_name = "CUSTOMER")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub customers: Vec<String>,
}

/// Which letters to approve.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Approve {
    /// None.
    None,
    /// Green ones.
    Green,
    /// Green and amber ones.
    All,
}

/// A dossier.
#[derive(Debug, Args, Serialize)]
pub struct Handover {
    /// Customer
    pub customer: String,
    /// Folder to write the dossier to
    #[arg(long, value_name = "FOLDER", value_parser = values::path)]
    pub out: String,
    /// Who takes it over: bailiff=NAME, agency=NAME or lawyer=NAME
    #[arg(long, value_name = "KIND=NAME", value_parser = values::party)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<values::Party>,
    /// With everything late, also where the last warning still runs
    #[arg(long)]
    pub early: bool,
}

/// A request that stands in a file.
#[derive(Debug, Args)]
pub struct FromFile {
    /// JSON file; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub file: PathBuf,
}

/// A file to write.
#[derive(Debug, Args, Serialize)]
pub struct OutFile {
    /// File to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
}

/// A folder to write.
#[derive(Debug, Args, Serialize)]
pub struct OutFolder {
    /// Folder to write
    #[arg(long, value_name = "FOLDER", value_parser = values::path)]
    pub out: String,
}

/// A backup.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    #[arg(value_parser = values::path)]
    pub file: String,
}

/// What left.
#[derive(Debug, Args, Serialize)]
pub struct SettleRestored {
    /// What left since, or that nothing did
    #[arg(long, value_name = "TEXT")]
    pub note: String,
}

/// A sample administration.
#[derive(Debug, Args)]
pub struct Sample {
    /// Folder to make, ending in .standvast
    #[arg(long, value_name = "FOLDER", value_parser = values::path)]
    pub out: String,
    /// How many customers
    #[arg(long, value_name = "N")]
    pub customers: Option<u32>,
    /// How many open invoices
    #[arg(long, value_name = "N")]
    pub invoices: Option<u32>,
    /// Number that decides everything
    #[arg(long, value_name = "S")]
    pub seed: Option<u32>,
}

/// Files.
#[derive(Debug, Args, Serialize)]
pub struct Files {
    /// Files; folders are walked
    #[arg(required = true, value_name = "FILE", value_parser = values::path)]
    pub files: Vec<String>,
}
