//! Arguments of the desk for bank money.

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::lists::Paging;
use crate::values;

/// Bank money: lines that wait, money left over, statements.
#[derive(Debug, Args)]
pub struct Bank {
    /// What to do.
    #[command(subcommand)]
    pub act: BankAct,
}

/// What to do with bank money.
#[derive(Debug, Subcommand)]
pub enum BankAct {
    /// List the lines that wait, each with its proposals and their reasons
    Lines(Lines),
    /// List customers and open invoices that a line may be for
    Candidates(Candidates),
    /// Book every line whose best proposal is certain
    Certain,
    /// Book one line as money of several customers
    Split(Split),
    /// List money that is put to no invoice
    Unallocated(Paging),
    /// Note that what is left of a payment was paid back
    Refund(Refund),
    /// List the bank accounts and their statements
    Statements(Paging),
}

/// What kind of line.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineClass {
    /// Certain.
    Certain,
    /// Needs a choice.
    Choice,
    /// Nothing is known about it.
    Unknown,
    /// Money out.
    Out,
}

/// In which order lines stand.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineSort {
    /// Oldest first.
    Oldest,
    /// Largest first.
    Largest,
}

/// Which lines.
#[derive(Debug, Args, Serialize)]
pub struct Lines {
    /// Only lines of this kind
    #[arg(long, value_enum)]
    pub filter: Option<LineClass>,
    /// The order
    #[arg(long, value_enum)]
    pub sort: Option<LineSort>,
    /// Which page.
    #[command(flatten)]
    #[serde(flatten)]
    pub page: Paging,
}

/// For which line.
#[derive(Debug, Args, Serialize)]
pub struct Candidates {
    /// Bank line (L-17)
    pub line: String,
    /// Part of a customer's name, number or town, or of an invoice's number
    pub search: Option<String>,
}

/// A line of several customers.
#[derive(Debug, Args, Serialize)]
pub struct Split {
    /// Bank line (L-17)
    pub line: String,
    /// CUSTOMER=AMOUNT, then what is put where: CUSTOMER=AMOUNT+INVOICE=AMOUNT; repeated, together the whole line
    #[arg(long = "share", required = true, value_name = "CUSTOMER=AMOUNT", value_parser = values::share)]
    pub shares: Vec<values::Share>,
}

/// What was paid back.
#[derive(Debug, Args, Serialize)]
pub struct Refund {
    /// Payment (P-17)
    pub payment: String,
}
