//! Arguments of one customer, of paper, and of loose ends.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::values;

/// A customer.
#[derive(Debug, Args, Serialize)]
pub struct OfCustomer {
    /// Customer
    pub customer: String,
    /// With --json: the document that the window shows, instead of the kept records
    #[arg(long)]
    #[serde(skip)]
    pub detail: bool,
}

/// A statement of account.
#[derive(Debug, Args, Serialize)]
pub struct Statement {
    /// Customer
    pub customer: String,
    /// PDF to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
}

/// A run to print.
#[derive(Debug, Args, Serialize)]
pub struct Print {
    /// Run
    pub run: String,
    /// PDF to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
    /// Begin each letter on a front side
    #[arg(long)]
    pub duplex: bool,
}

/// Loose money.
#[derive(Debug, Args, Serialize)]
pub struct Allocate {
    /// Payment (P-17), or the customer whose loose money it is
    pub payment: String,
    /// What is put where: INVOICE=AMOUNT; by law when none; may be repeated
    #[arg(long = "part", value_name = "INVOICE=AMOUNT", value_parser = values::part)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<values::Part>,
}

/// A line that is nobody's.
#[derive(Debug, Args, Serialize)]
pub struct Dismiss {
    /// Bank line (L-17)
    pub line: String,
    /// Why
    #[arg(long)]
    pub reason: String,
    /// And every waiting line of the same other side
    #[arg(long)]
    #[serde(skip)]
    pub alike: bool,
}

/// Two customers that are one.
#[derive(Debug, Args, Serialize)]
pub struct Merge {
    /// The one that goes
    pub from: String,
    /// The one that stays
    pub into: String,
}

/// A new passphrase.
#[derive(Debug, Args)]
pub struct Passphrase {
    /// File with the new passphrase
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: PathBuf,
}

/// Any command.
#[derive(Debug, Args)]
pub struct Call {
    /// Name, as `commands` lists it
    pub name: String,
    /// Request as JSON; - reads standard input; an empty one when none
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
}
