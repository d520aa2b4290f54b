//! The journal of sent keys: what left this computer, kept outside the administration, so that a
//! restored backup cannot send a reminder twice.
//!
//! Each letter line leaves two keyed hashes in a file of the user's application data: one of
//! (customer, invoice number, step) and one of (invoice number, date, amount, step), so that an
//! invoice is known again also when it was imported anew after the restore. A line that begins with `-`
//! takes an earlier one back: a mail server said that it did not take the letter. Without the data key
//! the file tells nobody anything but how many letters left on which day.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use credit::{Invoice, InvoiceId, LetterId, Step};
use hmac::Mac;
use rusqlite::Connection;

use crate::access::{Context, Reader};
use crate::error::{Result, StoreError};
use crate::folder::{create_private_folder, private};
use crate::sql::day;
use crate::vault::{DataKey, hex, keyed, unhex};

const HEADER: &str = "standvast sent 1";

type Key = [u8; 16];

/// What is written of one step for one invoice that left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentKey {
    pub(crate) key: Key,
    pub(crate) other: Key,
}

/// The sent keys that this computer knows of one administration.
#[derive(Clone, Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    /// The lines that stand.
    lines: HashSet<(Key, Key)>,
    known: HashSet<Key>,
    /// Keys of letters that the database does not hold.
    unknown: HashSet<Key>,
}

impl Journal {
    /// Reads the journal of an administration; an absent one is empty.
    pub fn read(directory: &Path, administration: &str) -> Result<Journal> {
        let path = path_of(directory, administration);
        let mut lines = HashSet::new();
        match std::fs::read_to_string(&path) {
            // A line that was cut off by a crash is not a key; its letter was not handed over.
            Ok(text) => {
                for line in text.lines().skip(1) {
                    let (taken_back, line) = match line.strip_prefix("- ") {
                        Some(line) => (true, line),
                        None => (false, line),
                    };
                    let mut words = line.split(' ');
                    let keys = [words.next(), words.next()].map(|word| word.and_then(key_of));
                    if let ([Some(key), Some(other)], Some(_day)) = (keys, words.next()) {
                        if taken_back {
                            lines.remove(&(key, other));
                        } else {
                            lines.insert((key, other));
                        }
                    }
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        Ok(Journal {
            path,
            known: keys_of(&lines),
            lines,
            unknown: HashSet::new(),
        })
    }

    /// Whether this computer has a journal of that administration that reaches as far as the
    /// newest letter in the database: then it can tell what left after a backup.
    pub fn reaches(
        directory: &Path,
        administration: &str,
        connection: &Connection,
    ) -> Result<bool> {
        if !path_of(directory, administration).exists() {
            return Ok(false);
        }
        let journal = Journal::read(directory, administration)?;
        let newest: Option<Key> = connection.query_row(
            "SELECT (SELECT l.sent_key FROM letter_line l JOIN letter t ON t.id = l.letter
                     WHERE t.state <> 'approved' ORDER BY l.id DESC LIMIT 1)",
            [],
            |row| row.get(0),
        )?;
        Ok(newest.is_none_or(|key| journal.known.contains(&key)))
    }

    /// Compares with the database: finds what left without it, and adds what this computer lacks. A
    /// letter that was taken back says nothing: its step may have left since, from a newer copy.
    pub fn compare(&mut self, connection: &Connection) -> Result<()> {
        let mut held = HashSet::new();
        let mut lacking = Vec::new();
        let mut statement = connection.prepare(
            "SELECT l.sent_key, l.other_key, t.date, t.state <> 'approved'
             FROM letter_line l JOIN letter t ON t.id = l.letter WHERE l.withdrawn IS NULL ORDER BY l.id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let key = SentKey {
                key: row.get(0)?,
                other: row.get(1)?,
            };
            held.extend([key.key, key.other]);
            if row.get(3)? && !self.known.contains(&key.key) {
                lacking.push((key, day(row, 2)?));
            }
        }
        self.unknown = self.known.difference(&held).copied().collect();
        self.append(&lacking)
    }

    /// Whether it knows letters that the database does not hold.
    pub fn knows_more(&self) -> bool {
        !self.unknown.is_empty()
    }

    /// Whether a step left for an invoice although the database does not hold it.
    pub fn left_elsewhere(&self, key: &SentKey) -> bool {
        self.unknown.contains(&key.key) || self.unknown.contains(&key.other)
    }

    /// Whether a step left from this computer, or was about to.
    pub fn knows(&self, key: &SentKey) -> bool {
        self.known.contains(&key.key)
    }

    /// Takes lines back, for letters of which it is certain that they did not leave.
    pub fn take_back(&mut self, keys: &[SentKey], day: NaiveDate) -> Result<()> {
        let lines: Vec<_> = keys
            .iter()
            .map(|key| (key.key, key.other))
            .filter(|line| self.lines.contains(line))
            .collect();
        if lines.is_empty() {
            return Ok(());
        }
        let mut text = String::new();
        for (key, other) in &lines {
            text.push_str(&format!("- {} {} {day}\n", hex(key), hex(other)));
        }
        let mut file = self.open()?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        for line in &lines {
            self.lines.remove(line);
        }
        self.known = keys_of(&self.lines);
        Ok(())
    }

    /// Writes keys, and makes sure they are on the disk.
    pub fn append(&mut self, keys: &[(SentKey, NaiveDate)]) -> Result<()> {
        let new: Vec<_> = keys
            .iter()
            .filter(|(key, _)| !self.known.contains(&key.key))
            .collect();
        if new.is_empty() {
            return Ok(());
        }
        let mut file = self.open()?;
        let mut text = String::new();
        for (key, day) in &new {
            text.push_str(&format!("{} {} {day}\n", hex(&key.key), hex(&key.other)));
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        for (key, _) in new {
            self.lines.insert((key.key, key.other));
            self.known.extend([key.key, key.other]);
        }
        Ok(())
    }

    fn open(&self) -> Result<File> {
        if let Some(directory) = self.path.parent() {
            create_private_folder(directory)?;
        }
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        private(&mut options);
        let mut file = options.open(&self.path)?;
        let length = file.seek(SeekFrom::End(0))?;
        if length == 0 {
            file.write_all(format!("{HEADER}\n").as_bytes())?;
            return Ok(file);
        }
        let mut last = [0_u8];
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            file.write_all(b"\n")?;
        }
        Ok(file)
    }
}

fn keys_of(lines: &HashSet<(Key, Key)>) -> HashSet<Key> {
    lines
        .iter()
        .flat_map(|(key, other)| [*key, *other])
        .collect()
}

fn path_of(directory: &Path, administration: &str) -> PathBuf {
    directory.join(format!("sent-{administration}.journal"))
}

fn key_of(text: &str) -> Option<Key> {
    unhex(text)?.try_into().ok()
}

/// Makes keys; holds the derived key so that many are quick.
struct Keys([u8; 32]);

impl Keys {
    fn new(data_key: &DataKey, administration: &str) -> Result<Keys> {
        Ok(Keys(data_key.derive(
            "standvast sent journal",
            administration.as_bytes(),
        )?))
    }

    /// `customer` is the customer under which the invoice was first written, before any merge.
    fn of(&self, customer: i64, invoice: &Invoice, step: Step) -> Result<SentKey> {
        let number = invoice.number.as_str();
        let (date, amount, step) = (invoice.date, invoice.amount, step.code());
        Ok(SentKey {
            key: self.hash(&format!("customer\0{customer}\0{number}\0{step}"))?,
            other: self.hash(&format!("invoice\0{number}\0{date}\0{amount}\0{step}"))?,
        })
    }

    fn hash(&self, text: &str) -> Result<Key> {
        let mut mac = keyed(&self.0)?;
        mac.update(text.as_bytes());
        let full: [u8; 32] = mac.finalize().into_bytes().into();
        let mut key = [0; 16];
        for (place, byte) in key.iter_mut().zip(full) {
            *place = byte;
        }
        Ok(key)
    }
}

fn first_customer(connection: &Connection, invoice: InvoiceId) -> Result<i64> {
    Ok(connection
        .prepare_cached("SELECT customer FROM invoice WHERE id = ?1")?
        .query_row([invoice.0], |row| row.get(0))?)
}

/// The key of a step for an invoice.
pub(crate) fn sent_key(reader: &Reader<'_>, invoice: InvoiceId, step: Step) -> Result<SentKey> {
    let Context { id, key, .. } = reader.context();
    let found = reader.invoice(invoice)?;
    Keys::new(key, id)?.of(first_customer(reader.connection(), invoice)?, &found, step)
}

impl Reader<'_> {
    /// The keys of a letter, to append to the journal before the letter is handed over.
    pub fn journal_keys(&self, letter: LetterId) -> Result<Vec<SentKey>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT sent_key, other_key FROM letter_line WHERE letter = ?1 ORDER BY id",
        )?;
        let keys = statement
            .query_map([letter.0], |row| {
                Ok(SentKey {
                    key: row.get(0)?,
                    other: row.get(1)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(keys)
    }
}

/// Tells which steps left for invoices although the database does not hold them.
pub(crate) struct Elsewhere {
    known: Option<(Keys, HashSet<Key>)>,
    /// Invoices whose customer was merged: their first customer.
    first: std::collections::HashMap<i64, i64>,
}

impl Elsewhere {
    /// What the journal of the reader knows; costs nothing when it knows no more than the books.
    pub fn of_reader(reader: &Reader<'_>) -> Result<Elsewhere> {
        let Context { id, key, journal } = reader.context();
        let Some(journal) = journal.as_ref().filter(|journal| journal.knows_more()) else {
            return Ok(Elsewhere {
                known: None,
                first: std::collections::HashMap::new(),
            });
        };
        let mut statement = reader.connection().prepare_cached(
            "SELECT i.id, i.customer FROM invoice i JOIN customer c ON c.id = i.customer WHERE c.head <> c.id",
        )?;
        let first = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(Elsewhere {
            known: Some((Keys::new(key, id)?, journal.unknown.clone())),
            first,
        })
    }

    /// The steps that left for these invoices.
    pub fn of(&self, invoices: &[Invoice]) -> Result<Vec<(InvoiceId, Step)>> {
        let Some((keys, unknown)) = &self.known else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for invoice in invoices {
            let customer = self
                .first
                .get(&invoice.id.0)
                .copied()
                .unwrap_or(invoice.customer.0);
            for step in Step::ALL {
                let key = keys.of(customer, invoice, step)?;
                if unknown.contains(&key.key) || unknown.contains(&key.other) {
                    found.push((invoice.id, step));
                }
            }
        }
        Ok(found)
    }
}

impl crate::administration::Administration {
    /// Attaches the journal in `directory` (the user's application data): from now on accounts
    /// tell what left although this administration does not know it, and approving such a step
    /// again is refused. What the journal lacks of this administration is added to it.
    pub fn attach_journal(&mut self, directory: &Path) -> Result<()> {
        let mut journal = Journal::read(directory, self.id())?;
        journal.compare(self.connection())?;
        self.context_mut().journal = Some(journal);
        Ok(())
    }

    /// Whether the journal knows any of these keys: their letter left, or was about to.
    pub fn journal_knows(&self, keys: &[SentKey]) -> bool {
        let journal = self.read().context().journal.as_ref();
        journal.is_some_and(|journal| keys.iter().any(|key| journal.knows(key)))
    }

    /// Takes keys back from the journal, that were written to it for an attempt of which it is
    /// certain that nothing left by it.
    pub fn journal_take_back(&mut self, keys: &[SentKey], day: NaiveDate) -> Result<()> {
        match self.context_mut().journal.as_mut() {
            Some(journal) => journal.take_back(keys, day),
            None => Ok(()),
        }
    }

    /// Writes keys to the journal; to be called before a letter gets its final name. False when
    /// no journal is attached.
    pub fn journal_append(&mut self, keys: &[SentKey], day: NaiveDate) -> Result<bool> {
        let Some(journal) = self.context_mut().journal.as_mut() else {
            return Ok(false);
        };
        let dated: Vec<_> = keys.iter().map(|key| (*key, day)).collect();
        journal.append(&dated)?;
        Ok::<_, StoreError>(true)
    }
}
