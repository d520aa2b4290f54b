//! Arguments of mail through the user's own account.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::values;

/// Mail through the user's own account.
#[derive(Debug, Args)]
pub struct Mail {
    /// File that holds the password of the mail account; else STANDVAST_MAIL_PASSWORD, else a question
    #[arg(long, global = true, value_name = "FILE")]
    pub mail_password_file: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub act: MailAct,
}

/// What to do with mail.
#[derive(Debug, Subcommand)]
pub enum MailAct {
    /// Show the mail account, or keep the one in a file
    Account(Account),
    /// Dial the mail account and log in
    Test(Test),
    /// Take the mail account away
    Remove,
    /// Say what is known of the provider of an address
    Preset(Preset),
    /// List the letters that go by e-mail, and how they stand
    Outbox(Outbox),
    /// Send what waits
    Send(Send),
    /// Send these again
    Retry(Letters),
    /// Say what became of an e-mail of unknown fate
    Settle(Settle),
    /// Note that an e-mail came back
    Bounce(Bounce),
    /// Note that a letter that could not be mailed was posted
    Posted(Posted),
    /// Show the kept e-mail of a letter
    Message(OneLetter),
    /// Write the kept e-mail of a letter, byte for byte
    Save(LetterOut),
    /// Save the e-mail of a letter as a draft
    Draft(LetterOut),
    /// Write the letter of an e-mail as a PDF, to post
    Paper(LetterOut),
}

/// The account.
#[derive(Debug, Args)]
pub struct Account {
    /// The account (JSON); - reads standard input
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// A trial.
#[derive(Debug, Args, Serialize)]
pub struct Test {
    /// Send a message to yourself too
    #[arg(long)]
    pub send: bool,
}

/// Whose provider.
#[derive(Debug, Args, Serialize)]
pub struct Preset {
    /// E-mail address
    pub address: String,
}

/// Which part of the outbox.
#[derive(Debug, Args, Serialize)]
pub struct Outbox {
    /// Only in this state
    #[arg(long, value_enum)]
    pub state: Option<State>,
    /// How many to pass over
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: u32,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub limit: u32,
}

/// How an e-mail stands.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum State {
    /// Waits.
    Waiting,
    /// Taken by the server.
    Sent,
    /// Refused for good.
    Refused,
    /// Put off.
    PutOff,
    /// Of unknown fate.
    Uncertain,
    /// Came back.
    Bounced,
    /// A draft.
    Draft,
    /// Sent with another program.
    ByHand,
    /// Posted instead.
    Posted,
}

/// What to send.
#[derive(Debug, Args, Serialize)]
pub struct Send {
    /// Only of this run
    #[arg(long)]
    pub run: Option<String>,
    /// Only this letter (B-17); may be repeated
    #[arg(long = "letter", value_name = "LETTER")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<String>,
}

/// Letters.
#[derive(Debug, Args, Serialize)]
pub struct Letters {
    /// Letters (B-17)
    #[arg(required = true, value_name = "LETTER")]
    pub letters: Vec<String>,
}

/// What became of it.
#[derive(Debug, Args, Serialize)]
pub struct Settle {
    /// Letter (B-17)
    pub letter: String,
    /// What became of it
    #[arg(long = "as", value_enum)]
    pub outcome: Outcome,
}

/// What became of an e-mail.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It arrived.
    Arrived,
    /// It may be sent again.
    Again,
}

/// What came back.
#[derive(Debug, Args, Serialize)]
pub struct Bounce {
    /// Letter (B-17)
    pub letter: String,
    /// What the message said
    #[arg(long)]
    pub reason: String,
}

/// What was posted.
#[derive(Debug, Args, Serialize)]
pub struct Posted {
    /// Letter (B-17)
    pub letter: String,
    /// The day it was posted; today when none
    #[arg(long = "left", value_name = "DATE", value_parser = values::date)]
    pub left_on: Option<chrono::NaiveDate>,
}

/// One letter.
#[derive(Debug, Args, Serialize)]
pub struct OneLetter {
    /// Letter (B-17)
    pub letter: String,
}

/// One letter and a file.
#[derive(Debug, Args, Serialize)]
pub struct LetterOut {
    /// Letter (B-17)
    pub letter: String,
    /// File to write
    #[arg(long, value_name = "FILE", value_parser = values::path)]
    pub out: String,
}
