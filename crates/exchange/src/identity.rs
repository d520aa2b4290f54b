//! What makes a bank line the same line: twins survive, the same file twice adds nothing.
//!
//! The base of an identity is what the bank says of a line and will say again in another file:
//! the account, the booking date, the signed amount, and the bank's own reference. Some banks
//! give one reference to every line of a batch, or the same one every day; so the reference never
//! stands alone. Without a reference, the counter account and the text take its place. Lines with
//! the same base are numbered in the order of the file. Because the date is in the base, and a
//! file holds whole days, the numbers come out the same in an overlapping file.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::amount::Amount;
use crate::statement::{Counterparty, Detail, Entry, References, Statement};

/// A unit that is booked: an entry, or one transaction of a batch that adds up.
#[derive(Clone, Debug, PartialEq)]
pub struct BookedLine<'a> {
    /// The entry it comes from.
    pub entry: &'a Entry,
    /// The transaction, when the entry is taken apart.
    pub detail: Option<&'a Detail>,
    /// Which of how many transactions it is, counted from 1; 1 of 1 for a whole entry.
    pub part: (usize, usize),
    /// Money in is positive.
    pub amount: &'a Amount,
}

impl<'a> BookedLine<'a> {
    /// The other side.
    pub fn counterparty(&self) -> &'a Counterparty {
        self.detail
            .map_or(&self.entry.counterparty, |detail| &detail.counterparty)
    }

    /// The text; that of the entry where the transaction has none.
    pub fn remittance(&self) -> &'a str {
        self.detail
            .map(|detail| detail.remittance.as_str())
            .filter(|text| !text.is_empty())
            .unwrap_or(&self.entry.remittance)
    }

    /// The references.
    pub fn references(&self) -> &'a References {
        self.detail
            .map_or(&self.entry.references, |detail| &detail.references)
    }

    /// Why it came back, when it did.
    pub fn return_reason(&self) -> Option<&'a str> {
        match self.detail {
            Some(detail) => detail.return_reason.as_deref(),
            None => self.entry.return_reason.as_deref(),
        }
    }
}

/// The units of an entry: its transactions when there are several and they add up to it exactly,
/// else the entry as a whole.
pub fn booked_lines(entry: &Entry) -> Vec<BookedLine<'_>> {
    let count = entry.details.len();
    let whole = || {
        vec![BookedLine {
            entry,
            detail: None,
            part: (1, 1),
            amount: &entry.amount,
        }]
    };
    if count < 2 || !entry.details_add_up {
        return whole();
    }
    let parts: Option<Vec<BookedLine<'_>>> = entry
        .details
        .iter()
        .enumerate()
        .map(|(index, detail)| {
            let amount = detail.amount.as_ref()?;
            Some(BookedLine {
                entry,
                detail: Some(detail),
                part: (index + 1, count),
                amount,
            })
        })
        .collect();
    parts.unwrap_or_else(whole)
}

/// The base of an entry's identity, in hexadecimal. Equal lines have equal bases: the caller
/// numbers them within the file, as [`identified_lines`] does.
pub fn line_identity(account: &str, entry: &Entry) -> String {
    let mut base = Base::new(account, entry);
    match &entry.references.bank {
        Some(reference) => base.add("reference", reference),
        None => {
            base.add(
                "counter",
                entry.counterparty.iban.as_deref().unwrap_or_default(),
            );
            base.add("text", &plain(&entry.remittance));
            // Not the details of a batch: the same bank gives files with and without them.
            base.add(
                "end to end",
                entry.references.end_to_end.as_deref().unwrap_or_default(),
            );
            base.add(
                "batch",
                entry
                    .batch
                    .as_ref()
                    .and_then(|b| b.id.as_deref())
                    .unwrap_or_default(),
            );
        }
    }
    base.finish()
}

/// Text without blanks: banks fold the same text at different places in different files.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

struct Base(Sha256);

impl Base {
    fn new(account: &str, entry: &Entry) -> Base {
        let mut base = Base(Sha256::new());
        base.add("account", account);
        base.add(
            "date",
            &entry
                .booking_date
                .map(|date| date.to_string())
                .unwrap_or_default(),
        );
        base.add("amount", &entry.amount.to_string());
        base
    }

    /// Name and length stand before each value, so that no two sets of values run into one text.
    fn add(&mut self, name: &str, value: &str) {
        self.0.update(name.as_bytes());
        self.0.update((value.len() as u64).to_be_bytes());
        self.0.update(value.as_bytes());
    }

    fn finish(self) -> String {
        crate::hex(&self.0.finalize())
    }
}

/// Numbers equal bases: 0 for the first, 1 for its twin.
#[derive(Clone, Debug, Default)]
pub struct Ordinals(HashMap<String, u32>);

impl Ordinals {
    /// None counted yet. One of these serves one file.
    pub fn new() -> Ordinals {
        Ordinals::default()
    }

    /// The number of this line among the equal ones so far.
    pub fn next(&mut self, base: &str) -> u32 {
        let count = self.0.entry(base.to_owned()).or_default();
        let ordinal = *count;
        *count += 1;
        ordinal
    }
}

/// A booked unit with the key under which it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct IdentifiedLine<'a> {
    /// Which statement of the file, counted from 0.
    pub statement: usize,
    /// The unit.
    pub line: BookedLine<'a>,
    /// Unique for this unit: the same in every file that holds it.
    pub key: String,
    /// Unique for its entry. When an entry with this key was booked before in another shape (as a
    /// whole, while it is taken apart now, or the other way round), it is the same money.
    pub entry_key: String,
}

/// The keys of an entry's units, for a caller that reads entry by entry: the entry's own key and
/// those of [`booked_lines`], in order.
pub fn keys_of(account: &str, entry: &Entry, ordinals: &mut Ordinals) -> (String, Vec<String>) {
    let base = line_identity(account, entry);
    let entry_key = format!("{base}-{}", ordinals.next(&base));
    let lines = booked_lines(entry);
    let keys = lines
        .iter()
        .map(|line| match line.detail {
            None => entry_key.clone(),
            Some(_) => format!("{entry_key}-{}", line.part.0),
        })
        .collect();
    (entry_key, keys)
}

/// Everything a file books, each unit with its key. Statements that stand in the file twice
/// count once.
pub fn identified_lines(statements: &[Statement]) -> Vec<IdentifiedLine<'_>> {
    let mut ordinals = Ordinals::new();
    let mut identified = Vec::new();
    for (index, statement) in statements.iter().enumerate().filter(|(_, s)| !s.repeated) {
        for entry in &statement.entries {
            let (entry_key, keys) = keys_of(&statement.head.account, entry, &mut ordinals);
            for (line, key) in booked_lines(entry).into_iter().zip(keys) {
                identified.push(IdentifiedLine {
                    statement: index,
                    line,
                    key,
                    entry_key: entry_key.clone(),
                });
            }
        }
    }
    identified
}
