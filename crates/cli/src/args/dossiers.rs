//! Arguments of dossiers: who is ready, what is missing, what came back.

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::values;

/// The dossiers.
#[derive(Debug, Args)]
pub struct Dossiers {
    /// What to do; else what was handed over is listed.
    #[command(subcommand)]
    pub act: Option<DossiersAct>,
}

/// What to do with dossiers.
#[derive(Debug, Subcommand)]
pub enum DossiersAct {
    /// List who may be handed over, and how complete their dossiers are
    Ready,
    /// Say what a dossier would hold and lack; hands nothing over
    Check(DossierOf),
    /// Show a dossier: what happened, and what is open of it today
    Show(WhichDossier),
    /// Note what came back of a dossier
    Tell(TellDossier),
}

/// Whose dossier.
#[derive(Debug, Args, Serialize)]
pub struct DossierOf {
    /// Customer
    pub customer: String,
    /// With everything late, also where the last warning still runs
    #[arg(long)]
    pub early: bool,
}

/// Which dossier.
#[derive(Debug, Args, Serialize)]
pub struct WhichDossier {
    /// Dossier (F-17), or the customer: then its newest dossier
    pub dossier: String,
}

/// What came back.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Event {
    /// Somebody else has it now.
    GivenTo,
    /// The customer paid there.
    PaidToThem,
    /// They charged costs.
    Costs,
    /// A settlement.
    Settlement,
    /// Taken back.
    Withdrawn,
    /// Nothing to be had.
    Uncollectable,
    /// A judgment.
    Judgment,
    /// A note.
    Note,
}

/// What came back of a dossier.
#[derive(Debug, Args, Serialize)]
pub struct TellDossier {
    /// Dossier (F-17), or the customer: then its newest dossier
    pub dossier: String,
    /// What happened
    #[arg(long, value_enum)]
    pub kind: Event,
    /// How much
    #[arg(long, value_parser = values::amount, allow_hyphen_values = true)]
    pub amount: Option<String>,
    /// In your own words
    #[arg(long)]
    pub text: Option<String>,
    /// Who has it now: bailiff=NAME, agency=NAME or lawyer=NAME
    #[arg(long, value_name = "KIND=NAME", value_parser = values::party)]
    pub to: Option<values::Party>,
}
