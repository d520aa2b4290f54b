//! Arguments of the dunning plans and of the texts of letters.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::values;

/// The dunning plans.
#[derive(Debug, Args)]
pub struct Plan {
    /// What to do; else the plans are shown.
    #[command(subcommand)]
    pub act: Option<PlanAct>,
}

/// What to do with a plan.
#[derive(Debug, Subcommand)]
pub enum PlanAct {
    /// Show the plans, step by step
    Show,
    /// Say what a change would do today; keeps nothing
    Preview(PlanChange),
    /// Change a plan
    Set(PlanChange),
    /// Take the own plan of a customer away
    Reset(ResetPlan),
}

/// Whose plan it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PlanKind {
    /// Consumers, and customers of unknown kind.
    Consumer,
    /// Businesses.
    Business,
    /// Public authorities.
    Government,
}

/// A change of a plan.
#[derive(Debug, Args)]
pub struct PlanChange {
    /// Whose plan it is
    #[arg(long, value_enum)]
    pub kind: PlanKind,
    /// As the own plan of this customer
    #[arg(long)]
    pub customer: Option<String>,
    /// The whole plan (JSON); - reads standard input
    #[arg(long, value_name = "FILE", required_unless_present_any = ["days", "interval"])]
    pub file: Option<PathBuf>,
    /// Days before a step: final_demand=7; may be repeated
    #[arg(long = "days", value_name = "STEP=DAYS", value_parser = values::step_days)]
    pub days: Vec<values::StepDays>,
    /// Least number of days between two letters to one customer
    #[arg(long, value_name = "DAYS")]
    pub interval: Option<u16>,
}

/// Whose own plan goes.
#[derive(Debug, Args)]
pub struct ResetPlan {
    /// Customer
    pub customer: String,
}

/// The texts of letters.
#[derive(Debug, Args)]
pub struct Texts {
    /// What to do; else the texts are listed.
    #[command(subcommand)]
    pub act: Option<TextsAct>,
}

/// What to do with a text.
#[derive(Debug, Subcommand)]
pub enum TextsAct {
    /// Show a text with its fields and its locked blocks
    Show(TextName),
    /// List the customers on whom a text can be drawn: who get its letter today first
    Customers(TextName),
    /// Try a text on every customer who could ever get it
    Check(TextFile),
    /// Draw a text on a letter, before it is kept
    Preview(PreviewText),
    /// Keep a text
    Set(TextFile),
}

/// Which text.
#[derive(Debug, Args, Serialize)]
pub struct TextName {
    /// Text: reminder.nl, final_demand.en …
    pub name: String,
}

/// A text in a file.
#[derive(Debug, Args)]
pub struct TextFile {
    /// Text: reminder.nl, final_demand.en …
    pub name: String,
    /// The text: subject, a line ---, body; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub file: PathBuf,
}

/// A text to draw.
#[derive(Debug, Args)]
pub struct PreviewText {
    /// Text: reminder.nl, final_demand.en …
    pub name: String,
    /// The text, when it is not the kept one; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// On which customer; else one who gets this letter today, else an invented one
    #[arg(long)]
    pub customer: Option<String>,
    /// PDF to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
}
