//! By what a bank line is known again, so that the same file twice adds nothing while two equal
//! payments on one day both survive.
//!
//! With a reference of the bank: account, reference, day, amount and the place within a batch.
//! Without: account, day, amount, other account, text. To both comes a running number among
//! equals (some banks give many entries one reference), counted within one series of statements
//! whose balances follow on each other, because there equal lines are two payments. Statements that do not follow on each other may overlap: there
//! the count starts again, and equal lines are the same payment.

use sha2::{Digest, Sha256};

use super::stage::{NewLine, NewStatement};
use crate::sql::compact;

/// 16 bytes suffice: a clash among a billion lines has a chance of one in 10^20.
pub(super) type Identity = [u8; 16];

struct Parts(Sha256);

impl Parts {
    fn new(purpose: &str) -> Parts {
        Parts(Sha256::new()).text(purpose)
    }

    fn text(self, text: &str) -> Parts {
        Parts(
            self.0
                .chain_update((text.len() as u64).to_le_bytes())
                .chain_update(text.as_bytes()),
        )
    }

    fn number(self, number: i64) -> Parts {
        Parts(self.0.chain_update(number.to_le_bytes()))
    }

    fn done(self) -> Identity {
        let hash: [u8; 32] = self.0.finalize().into();
        let mut identity = [0; 16];
        for (place, byte) in identity.iter_mut().zip(hash) {
            *place = byte;
        }
        identity
    }
}

/// What is the same for lines that nothing tells apart.
pub(super) fn base(line: &NewLine) -> Identity {
    let own = |purpose| {
        Parts::new(purpose)
            .text(&compact(&line.account))
            .text(&line.date.to_string())
            .number(line.amount.0)
    };
    match line
        .bank_reference
        .as_deref()
        .map(str::trim)
        .filter(|reference| !reference.is_empty())
    {
        Some(reference) => own("reference")
            .text(reference)
            .number(i64::from(line.detail))
            .done(),
        None => {
            // Formats and re-downloads differ in white space only.
            let words: Vec<&str> = line.remittance.split_whitespace().collect();
            own("row")
                .text(&compact(line.iban.as_deref().unwrap_or_default()))
                .text(&words.join(" "))
                .number(i64::from(line.detail))
                .done()
        }
    }
}

/// The identity of the `ordinal`-th of the lines with one base.
pub(super) fn numbered(base: Identity, ordinal: i64) -> Identity {
    if ordinal == 0 {
        return base;
    }
    let mut parts = Parts::new("twin").number(ordinal);
    parts.0.update(base);
    parts.done()
}

/// By what a statement is known again.
pub(super) fn of_statement(statement: &NewStatement) -> Identity {
    let date =
        |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let amount =
        |amount: Option<law::Cents>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    Parts::new("statement")
        .text(&compact(&statement.account))
        .text(statement.number.as_deref().unwrap_or_default())
        .text(&date(statement.from))
        .text(&date(statement.through))
        .text(&date(statement.opening.map(|(day, _)| day)))
        .text(&amount(statement.opening.map(|(_, amount)| amount)))
        .text(&date(statement.closing.map(|(day, _)| day)))
        .text(&amount(statement.closing.map(|(_, amount)| amount)))
        .done()
}
