//! Which column of a list holds what: guessed, shown, corrected, remembered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::item::Field;

/// Which column holds what. It can be corrected, written as JSON and passed back in; it is kept
/// under the fingerprint of the headers, so that the next file of the same make needs no question.
///
/// In JSON it may also be written short: `{"invoice_number":"Factuurnr.","open":"Saldo"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Mapping {
    /// The fingerprint of the headers this mapping was made for; empty when it is meant for any file.
    pub fingerprint: String,
    /// The column of each field.
    pub columns: BTreeMap<Field, Column>,
    /// How dates such as 3-4-2026 are read.
    pub dates: DateOrder,
    /// The decimal sign; nothing when it is told from the amounts.
    pub decimal: Option<DecimalSign>,
}

/// A column that was chosen for a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The header, as written.
    pub header: String,
    /// Which of the columns it is, counted from 0; tells equal headers apart.
    #[serde(default)]
    pub index: Option<usize>,
    /// How sure the guess is, 0 to 100; 100 when a person chose it.
    #[serde(default = "sure")]
    pub confidence: u8,
}

/// How dates with the year last are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 3-4-2026 is 3 April. Never left without a person saying so.
    #[default]
    DayFirst,
    /// 3-4-2026 is 4 March; only when a person says so.
    MonthFirst,
}

/// The decimal sign of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalSign {
    /// 1.234,56
    Comma,
    /// 1,234.56
    Dot,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Full {
        #[serde(default)]
        fingerprint: String,
        columns: BTreeMap<Field, Column>,
        #[serde(default)]
        dates: DateOrder,
        #[serde(default)]
        decimal: Option<DecimalSign>,
    },
    Short(BTreeMap<Field, String>),
}

impl From<Written> for Mapping {
    fn from(written: Written) -> Mapping {
        match written {
            Written::Full {
                fingerprint,
                columns,
                dates,
                decimal,
            } => Mapping {
                fingerprint,
                columns,
                dates,
                decimal,
            },
            Written::Short(names) => {
                let columns = names
                    .into_iter()
                    .map(|(field, header)| {
                        (
                            field,
                            Column {
                                header,
                                index: None,
                                confidence: sure(),
                            },
                        )
                    })
                    .collect();
                Mapping {
                    columns,
                    ..Mapping::default()
                }
            }
        }
    }
}

fn sure() -> u8 {
    100
}

/// The fingerprint of a row of headers: equal for files of the same make, whatever their data,
/// spacing and capitals. SHA-256 in hexadecimal.
pub fn fingerprint<S: AsRef<str>>(headers: &[S]) -> String {
    let mut hash = Sha256::new();
    for header in headers {
        hash.update(super::aliases::normalise(header.as_ref()).as_bytes());
        hash.update([0x1f]);
    }
    crate::hex(&hash.finalize())
}
