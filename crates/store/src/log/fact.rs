//! Facts: what happened, when, to whom.

use chrono::{DateTime, NaiveDate, Utc};
use credit::{
    AllocationId, BankLineId, CustomerId, FactId, ImportId, InvoiceId, LetterId, PaymentId, RunId,
};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Missing, Result, missing};
use crate::sql::{day, moment_of};
use crate::vault::hex;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $code:literal $undoable:literal;)*) => {
        /// What a fact is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum FactKind {
            $($(#[$doc])* $name,)*
            /// A kind that this version of the program does not know.
            #[serde(other)]
            Other,
        }

        impl FactKind {
            /// The name in the log.
            pub fn code(self) -> &'static str {
                match self { $(FactKind::$name => $code,)* FactKind::Other => "other" }
            }

            /// Reads the name in the log.
            pub fn of(code: &str) -> FactKind {
                match code { $($code => FactKind::$name,)* _ => FactKind::Other }
            }

            /// Whether facts of this kind can be undone at all.
            pub fn is_undoable(self) -> bool {
                match self { $(FactKind::$name => $undoable,)* FactKind::Other => false }
            }
        }
    };
}

kinds! {
    /// The administration began.
    Created "created" false;
    /// The passphrase or the recovery code was changed.
    KeysChanged "keys_changed" false;
    /// A backup was restored.
    Restored "restored" false;
    /// The user said what had left after a restored backup.
    RestoredSettled "restored_settled" false;
    /// A setting was put.
    SettingPut "setting_put" true;
    /// A mapping of columns was remembered.
    MappingRemembered "mapping_remembered" true;
    /// A rate of the user's own was put.
    RatePut "rate_put" true;
    /// A text was changed.
    TemplatePut "template_put" true;
    /// A customer was added.
    CustomerAdded "customer_added" true;
    /// A customer was changed.
    CustomerChanged "customer_changed" true;
    /// Two customers are one.
    CustomersMerged "customers_merged" true;
    /// A customer got a plan of its own, or lost it.
    PlanPut "plan_put" true;
    /// An invoice was added by hand.
    InvoiceAdded "invoice_added" true;
    /// An invoice was changed.
    InvoiceChanged "invoice_changed" true;
    /// A file was put with an invoice.
    FileAttached "file_attached" true;
    /// A file was imported.
    Imported "imported" true;
    /// A bank line was booked.
    LineBooked "line_booked" true;
    /// A bank line is no customer's money.
    LineDismissed "line_dismissed" true;
    /// Cash or card was told.
    Paid "paid" true;
    /// Money was put to invoices.
    Allocated "allocated" true;
    /// One allocation was taken back.
    AllocationUndone "allocation_undone" true;
    /// A pause.
    Hold "hold" true;
    /// A dispute.
    Dispute "dispute" true;
    /// A promise.
    Promise "promise" true;
    /// An insolvency.
    Insolvency "insolvency" true;
    /// A write-off.
    WriteOff "write_off" true;
    /// A waiver.
    Waiver "waiver" true;
    /// A note.
    Note "note" true;
    /// A handover.
    Handover "handover" true;
    /// Something that came back from whom a dossier was handed to.
    HandoverEvent "handover_event" true;
    /// A run was approved: its letters exist.
    RunApproved "run_approved" false;
    /// A letter was handed over.
    LetterHandedOver "letter_handed_over" false;
    /// A letter was confirmed, or proof was added to it.
    LetterConfirmed "letter_confirmed" false;
    /// A file of a letter that still waits was written.
    LetterSaved "letter_saved" false;
    /// Letters that had not left were taken back.
    LettersWithdrawn "letters_withdrawn" false;
    /// A message is about to leave by mail.
    MailBegun "mail_begun" false;
    /// What the mail server answered, or that it did not.
    MailEnded "mail_ended" false;
    /// A draft of a message was saved for another mail program.
    MailDrafted "mail_drafted" false;
    /// The user said whether a message of unknown fate arrived.
    MailSettled "mail_settled" false;
    /// A message came back.
    MailBounced "mail_bounced" false;
    /// A letter that could not be mailed was posted.
    MailPosted "mail_posted" false;
    /// A fact was undone.
    Undone "undone" false;
}

/// What a fact is about, by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A customer.
    Customer(CustomerId),
    /// An invoice.
    Invoice(InvoiceId),
    /// A bank line.
    BankLine(BankLineId),
    /// A payment.
    Payment(PaymentId),
    /// An allocation.
    Allocation(AllocationId),
    /// A letter.
    Letter(LetterId),
    /// A run.
    Run(RunId),
    /// An import.
    Import(ImportId),
    /// Another fact.
    Fact(FactId),
}

impl Subject {
    pub(crate) fn parts(self) -> (&'static str, i64) {
        match self {
            Subject::Customer(id) => ("customer", id.0),
            Subject::Invoice(id) => ("invoice", id.0),
            Subject::BankLine(id) => ("bank_line", id.0),
            Subject::Payment(id) => ("payment", id.0),
            Subject::Allocation(id) => ("allocation", id.0),
            Subject::Letter(id) => ("letter", id.0),
            Subject::Run(id) => ("run", id.0),
            Subject::Import(id) => ("import", id.0),
            Subject::Fact(id) => ("fact", id.0),
        }
    }

    pub(crate) fn of(kind: &str, id: i64) -> Option<Subject> {
        Some(match kind {
            "customer" => Subject::Customer(CustomerId(id)),
            "invoice" => Subject::Invoice(InvoiceId(id)),
            "bank_line" => Subject::BankLine(BankLineId(id)),
            "payment" => Subject::Payment(PaymentId(id)),
            "allocation" => Subject::Allocation(AllocationId(id)),
            "letter" => Subject::Letter(LetterId(id)),
            "run" => Subject::Run(RunId(id)),
            "import" => Subject::Import(ImportId(id)),
            "fact" => Subject::Fact(FactId(id)),
            _ => return None,
        })
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Subject::Customer(id) => id.fmt(f),
            Subject::Invoice(id) => id.fmt(f),
            Subject::BankLine(id) => id.fmt(f),
            Subject::Payment(id) => id.fmt(f),
            Subject::Allocation(id) => id.fmt(f),
            Subject::Letter(id) => id.fmt(f),
            Subject::Run(id) => id.fmt(f),
            Subject::Import(id) => id.fmt(f),
            Subject::Fact(id) => id.fmt(f),
        }
    }
}

/// An entry of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Its number, counted from 1 without gaps.
    pub id: FactId,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The day that the user calls today.
    pub day: NaiveDate,
    /// What happened.
    pub kind: FactKind,
    /// To whom.
    pub subject: Option<Subject>,
    /// What was told, as JSON.
    pub data: serde_json::Value,
    /// The fact that undid it.
    pub undone_by: Option<FactId>,
    /// Its place in the chain, SHA-256, hexadecimal.
    pub hash: String,
}

/// How far the log goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Number of facts.
    pub facts: u64,
    /// Hash of the last one, hexadecimal; of an empty log 64 zeros.
    pub hash: String,
}

/// The columns of a fact as the chain covers them.
pub(super) struct Link<'a> {
    pub seq: i64,
    pub at: &'a str,
    pub day: &'a str,
    pub kind: &'a str,
    pub subject_kind: Option<&'a str>,
    pub subject: Option<i64>,
    pub body: &'a str,
}

impl Link<'_> {
    /// The hash of this fact after the fact with hash `prev`.
    pub fn hash(&self, prev: &[u8; 32]) -> [u8; 32] {
        let mut hash = Sha256::new()
            .chain_update(prev)
            .chain_update(self.seq.to_le_bytes());
        for text in [
            self.at,
            self.day,
            self.kind,
            self.subject_kind.unwrap_or(""),
            self.body,
        ] {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text.as_bytes());
        }
        hash.update(self.subject.unwrap_or(0).to_le_bytes());
        hash.finalize().into()
    }
}

/// The number and the hash of the last fact; (0, zeros) in an empty log.
pub(crate) fn last_link(connection: &Connection) -> Result<(i64, [u8; 32])> {
    let mut statement =
        connection.prepare_cached("SELECT seq, hash FROM fact ORDER BY seq DESC LIMIT 1")?;
    let last = statement
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(last.unwrap_or((0, [0; 32])))
}

/// How far the log goes.
pub(crate) fn head(connection: &Connection) -> Result<Head> {
    let (seq, hash) = last_link(connection)?;
    Ok(Head {
        facts: u64::try_from(seq).unwrap_or(0),
        hash: hex(&hash),
    })
}

/// The body of a fact as it stands in the log.
#[derive(Serialize, Deserialize)]
pub(super) struct Body {
    #[serde(default, skip_serializing_if = "serde_json::Value::is_null")]
    pub data: serde_json::Value,
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub rows: std::collections::BTreeMap<String, super::digest::RowsDigest>,
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub undone: std::collections::BTreeMap<String, super::digest::RowsDigest>,
}

/// The columns that [`of_row`] reads, with the fact that undid it.
pub(crate) const COLUMNS: &str = "SELECT f.seq, f.at, f.day, f.kind, f.subject_kind, f.subject, \
     f.body, f.hash, u.fact FROM fact f LEFT JOIN undo u ON u.target = f.seq";

/// Reads a row of [`COLUMNS`].
pub(crate) fn of_row(row: &Row<'_>) -> rusqlite::Result<Fact> {
    let kind: String = row.get(3)?;
    let subject = match (
        row.get::<_, Option<String>>(4)?,
        row.get::<_, Option<i64>>(5)?,
    ) {
        (Some(kind), Some(id)) => Subject::of(&kind, id),
        _ => None,
    };
    let body: crate::sql::Json<Body> = row.get(6)?;
    Ok(Fact {
        id: FactId(row.get(0)?),
        at: moment_of(row, 1)?,
        day: day(row, 2)?,
        kind: FactKind::of(&kind),
        subject,
        data: body.0.data,
        undone_by: row.get::<_, Option<i64>>(8)?.map(FactId),
        hash: hex(&row.get::<_, [u8; 32]>(7)?),
    })
}

/// One fact.
pub(crate) fn read_fact(connection: &Connection, id: FactId) -> Result<Fact> {
    connection
        .prepare_cached(&format!("{COLUMNS} WHERE f.seq = ?1"))?
        .query_row([id.0], of_row)
        .optional()?
        .ok_or_else(|| missing(Missing::Fact(id)))
}
