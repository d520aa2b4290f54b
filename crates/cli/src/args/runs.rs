//! Arguments of runs and kept letters.

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::Approve;
use super::lists::Paging;
use crate::values;

/// The runs.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Runs {
    /// Which page of the list.
    #[command(flatten)]
    pub page: Paging,
    /// What to do; else the runs are listed.
    #[command(subcommand)]
    pub act: Option<RunsAct>,
}

/// What to do with runs.
#[derive(Debug, Subcommand)]
pub enum RunsAct {
    /// List the letters of a run
    Letters(WhichRun),
    /// Approve letters without writing them: they wait to be printed, saved or mailed
    Approve(ApproveOnly),
    /// Write the paper letters as one PDF and hand them over
    Save(SaveRun),
    /// Write the e-mails as drafts into a folder and hand them over
    Mails(SaveMails),
    /// Note that these letters came out of the printer
    Printed(Printed),
    /// Write the list of what left, with the head of the log
    Sheet(RunOut),
    /// Note that everything that was handed over was posted or sent
    Confirm(ConfirmRun),
}

/// A run.
#[derive(Debug, Args, Serialize)]
pub struct WhichRun {
    /// Run
    pub run: String,
}

/// Which letters to approve.
#[derive(Debug, Args, Serialize)]
pub struct ApproveOnly {
    /// Which letters; red never goes
    #[arg(long, value_enum, default_value = "green")]
    pub approve: Approve,
    /// Only this customer; may be repeated
    #[arg(long = "customer", value_name = "CUSTOMER")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub customers: Vec<String>,
}

/// Paper letters to write.
#[derive(Debug, Args, Serialize)]
pub struct SaveRun {
    /// Run
    pub run: String,
    /// PDF to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
    /// Only this letter (B-17); may be repeated
    #[arg(long = "letter", value_name = "LETTER")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<String>,
    /// Begin each letter on a front side
    #[arg(long)]
    pub duplex: bool,
}

/// E-mails to write.
#[derive(Debug, Args, Serialize)]
pub struct SaveMails {
    /// Run
    pub run: String,
    /// Folder to write
    #[arg(long, value_name = "FOLDER", value_parser = values::path)]
    pub out: String,
    /// Only this letter (B-17); may be repeated
    #[arg(long = "letter", value_name = "LETTER")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<String>,
}

/// What came out of the printer.
#[derive(Debug, Args, Serialize)]
pub struct Printed {
    /// Run
    pub run: String,
    /// Letters (B-17)
    #[arg(required = true, value_name = "LETTER")]
    pub letters: Vec<String>,
}

/// A run and a file.
#[derive(Debug, Args, Serialize)]
pub struct RunOut {
    /// Run
    pub run: String,
    /// PDF to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
}

/// What was posted.
#[derive(Debug, Args, Serialize)]
pub struct ConfirmRun {
    /// Run
    pub run: String,
    /// Day it was posted or sent
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub left_on: NaiveDate,
    /// Only this letter (B-17); may be repeated
    #[arg(long = "letter", value_name = "LETTER")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<String>,
}

/// One letter.
#[derive(Debug, Args)]
pub struct Letter {
    /// What to do.
    #[command(subcommand)]
    pub act: LetterAct,
}

/// What to do with one letter.
#[derive(Debug, Subcommand)]
pub enum LetterAct {
    /// Show a kept letter; with --out also its PDF, and nothing is recorded
    Show(ShowLetter),
    /// Draw a letter that is due as it would leave
    Preview(PreviewLetter),
    /// Write a kept letter; one that still waited is handed over by it
    Save(LetterOut),
    /// Write a kept letter once more, marked as a copy
    Copy(LetterOut),
    /// Show the proof that a letter was posted; with --out also write it
    Proof(Proof),
}

/// A letter to look at.
#[derive(Debug, Args)]
pub struct ShowLetter {
    /// Letter (B-17)
    pub letter: String,
    /// PDF to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: Option<String>,
}

/// A proof of sending.
#[derive(Debug, Args)]
pub struct Proof {
    /// Letter (B-17)
    pub letter: String,
    /// Which of its proofs, when there are more
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub number: u32,
    /// File to write: a PDF or a picture
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: Option<String>,
}

/// A step of the plan that is a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum LetterStep {
    /// Reminder.
    Reminder,
    /// Final reminder.
    FinalReminder,
    /// 14-day letter.
    #[serde(rename = "notice_14_days")]
    #[value(name = "notice_14_days")]
    Notice14Days,
    /// Final demand.
    FinalDemand,
}

/// A letter to draw.
#[derive(Debug, Args)]
pub struct PreviewLetter {
    /// Customer
    pub customer: String,
    /// Which letter
    #[arg(long, value_enum)]
    pub step: LetterStep,
    /// File with words of its own: subject, a line ---, body
    #[arg(long, value_name = "FILE")]
    pub text: Option<std::path::PathBuf>,
    /// PDF to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: Option<String>,
}

/// A letter and a file.
#[derive(Debug, Args, Serialize)]
pub struct LetterOut {
    /// Letter (B-17)
    pub letter: String,
    /// PDF to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
}
