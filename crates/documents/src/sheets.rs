//! Documents with a fixed form that are not letters: recovery sheet, run sheet, calculation.

use chrono::{NaiveDate, NaiveDateTime};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};

use crate::letter::format::{long_date, money, number, pick};
use crate::{Report, ReportBlock, report};

/// The sheet that holds the recovery code of an administration.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverySheet {
    /// Name of the administration.
    pub administration: String,
    /// The code, in the groups in which it is to be typed.
    pub groups: Vec<String>,
    /// Date on which the code was made.
    pub date: NaiveDate,
    /// Language of the sheet.
    pub lang: Lang,
    /// Whether the code is printed as a QR code too.
    pub qr: bool,
}

/// What left the house in one run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSheet {
    /// Name of the creditor.
    pub creditor: String,
    /// Name of the run.
    pub run: String,
    /// Date of the run.
    pub date: NaiveDate,
    /// When the sheet was made.
    pub made_at: Option<NaiveDateTime>,
    /// Language of the sheet.
    pub lang: Lang,
    /// The letters, one a row.
    pub letters: Vec<RunSheetRow>,
    /// Head of the chain of facts after the run, hexadecimal.
    pub chain_head: String,
    /// Number of facts in the chain.
    pub facts: u64,
}

/// One letter of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSheetRow {
    /// Name of the customer.
    pub customer: String,
    /// Which letter, in the words of the sheet's language.
    pub step: String,
    /// How it went, in the words of the sheet's language.
    pub channel: String,
    /// Amount asked.
    pub amount: Cents,
    /// SHA-256 of the document as it left, hexadecimal.
    pub sha256: String,
}

impl RecoverySheet {
    /// The sheet as a report.
    pub(crate) fn report(&self) -> Report {
        let lang = self.lang;
        let paragraph = |nl: &str, en: &str| ReportBlock::Paragraph {
            text: pick(lang, nl, en).to_owned(),
        };
        let mut blocks = vec![
            paragraph(
                "Met deze code opent u de administratie als u de wachtzin kwijt bent. Bewaar dit blad op een veilige plek, niet bij de computer. Wie deze code en het bestand heeft, kan alles lezen.",
                "With this code you can open the administration when you have lost the passphrase. Keep this sheet in a safe place, away from the computer. Whoever has this code and the file can read everything.",
            ),
            ReportBlock::Code {
                groups: self.groups.clone(),
            },
            paragraph(
                "Typ de groepen in deze volgorde. Hoofdletters en streepjes maken niet uit.",
                "Type the groups in this order. Capitals and dashes do not matter.",
            ),
        ];
        if self.qr {
            let caption = pick(
                lang,
                "Dezelfde code, om te scannen.",
                "The same code, for scanning.",
            )
            .to_owned();
            blocks.push(ReportBlock::Qr {
                payload: self.groups.join("-").into_bytes(),
                caption,
            });
        }
        blocks.push(ReportBlock::Heading {
            level: 3,
            text: pick(lang, "Goed om te weten", "Good to know").to_owned(),
        });
        let items = [
            (
                "Niemand kan deze code opnieuw voor u maken.",
                "Nobody can make this code again for you.",
            ),
            (
                "Is dit blad zoek geraakt? Maak in het programma een nieuwe code; deze werkt dan niet meer.",
                "Is this sheet lost? Make a new code in the program; this one then stops working.",
            ),
            (
                "Probeer de code eenmaal uit voordat u dit blad opbergt.",
                "Try the code once before you put this sheet away.",
            ),
        ];
        blocks.push(ReportBlock::List {
            items: items.map(|(nl, en)| pick(lang, nl, en).to_owned()).to_vec(),
        });
        Report {
            title: pick(lang, "Herstelcode", "Recovery code").to_owned(),
            subtitle: None,
            author: self.administration.clone(),
            lang,
            date: self.date,
            footer: self.administration.clone(),
            blocks,
        }
    }
}

impl RunSheet {
    /// The sheet as a report.
    pub(crate) fn report(&self) -> Report {
        let lang = self.lang;
        let count = self.letters.len().to_string();
        let mut pairs = vec![
            (pick(lang, "Ronde", "Run").to_owned(), self.run.clone()),
            (
                pick(lang, "Datum", "Date").to_owned(),
                long_date(self.date, lang),
            ),
            (
                pick(lang, "Aantal brieven", "Number of letters").to_owned(),
                count,
            ),
        ];
        if let Some(at) = self.made_at {
            pairs.push((
                pick(lang, "Gemaakt op", "Made at").to_owned(),
                at.format("%Y-%m-%d %H:%M:%S").to_string(),
            ));
        }
        let total: Cents = self.letters.iter().map(|row| row.amount).sum();
        let rows = self.letters.iter().map(|row| {
            let print = row.sha256.get(..16).unwrap_or(&row.sha256);
            vec![
                row.customer.clone(),
                row.step.clone(),
                row.channel.clone(),
                print.to_owned(),
                number(row.amount, lang),
            ]
        });
        let mut last = vec![String::new(); 5];
        pick(lang, "Totaal", "Total").clone_into(&mut last[0]);
        last[4] = money(total, lang);
        let table = ReportBlock::Table {
            columns: vec![
                report::left(pick(lang, "Klant", "Customer"), 3),
                report::left(pick(lang, "Stap", "Step"), 1),
                report::left(pick(lang, "Langs", "By"), 1),
                report::left(pick(lang, "Afdruk (begin)", "Fingerprint (start)"), 1),
                report::right(pick(lang, "Bedrag", "Amount"), 0),
            ],
            rows: rows.collect(),
            total: Some(last),
        };
        let chain = match lang {
            Lang::Nl => {
                "Met dit getal kan later worden nagegaan of er aan het logboek tot en met deze ronde iets is veranderd of weggehaald."
            }
            Lang::En => {
                "With this number it can be checked later whether anything in the log through this run was changed or taken away."
            }
        };
        let blocks = vec![
            ReportBlock::KeyValues { pairs },
            table,
            ReportBlock::Heading {
                level: 3,
                text: pick(lang, "Logboek", "Log").to_owned(),
            },
            ReportBlock::KeyValues {
                pairs: vec![
                    (
                        pick(lang, "Aantal feiten", "Number of facts").to_owned(),
                        self.facts.to_string(),
                    ),
                    (
                        pick(lang, "Laatste schakel", "Head of the chain").to_owned(),
                        self.chain_head.clone(),
                    ),
                ],
            },
            ReportBlock::Paragraph {
                text: chain.to_owned(),
            },
        ];
        Report {
            title: pick(lang, "Verzendlijst", "Run sheet").to_owned(),
            subtitle: Some(self.run.clone()),
            author: self.creditor.clone(),
            lang,
            date: self.date,
            footer: self.run.clone(),
            blocks,
        }
    }
}
