//! A desk to work at: a folder that goes away by itself, and records to put into it.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use credit::*;
use law::Cents;
use rusqlite::Connection;
use store::*;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "vier paarden op een dak";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn today() -> NaiveDate {
    day("2026-11-03")
}

pub fn now() -> DateTime<Utc> {
    "2026-11-03T09:30:00Z".parse().unwrap()
}

/// A folder with one administration in it.
pub struct Desk {
    pub dir: TempDir,
    pub recovery: String,
    pub key: DataKey,
}

impl Desk {
    pub fn new() -> Desk {
        let dir = TempDir::new().unwrap();
        let (administration, code) = Administration::create(
            &dir.path().join("bakkerij.standvast"),
            PASSPHRASE,
            KdfCost::for_tests(),
            now(),
            today(),
        )
        .unwrap();
        let key = administration.data_key().clone();
        Desk {
            dir,
            recovery: code.expose().to_owned(),
            key,
        }
    }

    pub fn folder(&self) -> PathBuf {
        self.dir.path().join("bakkerij.standvast")
    }

    pub fn database(&self) -> PathBuf {
        self.folder().join("administration.db")
    }

    pub fn try_open(&self) -> Result<Administration> {
        Administration::open(&self.folder(), Unlock::DataKey(&self.key), now(), today())
    }

    pub fn open(&self) -> Administration {
        self.try_open().unwrap()
    }

    /// The database without any of the guards that the program switches on.
    pub fn raw(&self) -> Connection {
        let connection = Connection::open(self.database()).unwrap();
        let digits: String = self
            .key
            .expose()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        connection
            .execute_batch(&format!("PRAGMA key = \"x'{digits}'\";"))
            .unwrap();
        connection
    }
}

/// Writes on the day of the tests.
pub fn write<T>(
    administration: &mut Administration,
    change: impl FnOnce(&mut Writer<'_>) -> Result<T>,
) -> Result<T> {
    administration.write(now(), today(), change)
}

pub fn customer(number: &str, name: &str) -> Customer {
    Customer {
        id: CustomerId(0),
        number: Some(number.to_owned()),
        name: name.to_owned(),
        attention: None,
        kind: CustomerKind::Business,
        kind_reason: None,
        kvk: None,
        vat: None,
        email: Some("post@voorbeeld.nl".to_owned()),
        phone: None,
        address: Address {
            street: "Dorpsstraat 1".to_owned(),
            postcode: "1234 AB".to_owned(),
            city: "Ons Dorp".to_owned(),
            ..Address::default()
        },
        language: law::Lang::Nl,
        ibans: Vec::new(),
        agreed_interest: None,
        term_agreed: None,
        buys_goods: None,
        recurring: None,
        corrected: Vec::new(),
        since: day("2026-01-01"),
    }
}

pub fn invoice(customer: CustomerId, number: &str, cents: i64) -> Invoice {
    Invoice {
        id: InvoiceId(0),
        customer,
        number: number.to_owned(),
        kind: if cents < 0 {
            InvoiceKind::CreditNote
        } else {
            InvoiceKind::Invoice
        },
        date: day("2026-09-01"),
        due: Some(day("2026-10-01")),
        amount: Cents(cents),
        paid_before: Cents::ZERO,
        vat: None,
        payment_reference: None,
        credits: None,
        contract: None,
        received: None,
        description: None,
    }
}

pub fn line(date: &str, cents: i64, text: &str) -> NewLine {
    NewLine {
        account: "NL91 ABNA 0417 1643 00".to_owned(),
        date: day(date),
        value_date: None,
        amount: Cents(cents),
        name: Some("Cafe De Kroon".to_owned()),
        iban: Some("NL20INGB0001234567".to_owned()),
        remittance: text.to_owned(),
        reference: None,
        end_to_end: None,
        mandate: None,
        bank_reference: None,
        reversal: false,
        return_reason: None,
        detail: 0,
    }
}

pub fn statement(number: &str, opening: i64, closing: i64) -> NewStatement {
    NewStatement {
        account: "NL91ABNA0417164300".to_owned(),
        currency: "EUR".to_owned(),
        number: Some(number.to_owned()),
        opening: Some((day("2026-10-01"), Cents(opening))),
        closing: Some((day("2026-10-31"), Cents(closing))),
        balance_ok: Some(true),
        ..NewStatement::default()
    }
}

pub fn new_import(file: &str) -> NewImport {
    NewImport {
        file: file.to_owned(),
        kind: "bank_statement".to_owned(),
        format: "camt.053.001.02".to_owned(),
        sha256: "0".repeat(64),
    }
}

/// Imports one statement with these lines.
pub fn import_lines(
    administration: &mut Administration,
    number: &str,
    lines: &[NewLine],
) -> (ImportOutcome, StageCounts) {
    let stage = administration.stage().unwrap();
    let place = administration
        .stage_statement(stage, &statement(number, 0, 100))
        .unwrap();
    administration.stage_lines(stage, place, lines).unwrap();
    let previewed = administration.stage_preview(stage).unwrap();
    let (outcome, counts) = write(administration, |w| {
        w.import(&new_import(number), |rows| rows.book_stage(stage))
    })
    .unwrap();
    assert_eq!(previewed, counts, "the preview must say what booking does");
    administration.drop_stage(stage).unwrap();
    (outcome, counts)
}

/// A message, such as a letter leaves in.
pub fn message() -> NewMail<'static> {
    NewMail {
        sender: "wij@bakkerij.example",
        recipient: "post@voorbeeld.nl",
        message_id: "B-1@bakkerij.example",
        bytes: b"x",
    }
}

/// One customer with one invoice.
pub fn one_invoice(administration: &mut Administration) -> (CustomerId, InvoiceId) {
    write(administration, |w| {
        let (customer, _) = w.insert_customer(&customer("D1", "Cafe De Kroon"))?;
        let (invoice, _) = w.insert_invoice(&invoice(customer, "2026-001", 10_000))?;
        Ok((customer, invoice))
    })
    .unwrap()
}

pub fn letter(customer: CustomerId, step: Step, invoices: &[InvoiceId]) -> Letter {
    Letter {
        id: LetterId(0),
        run: RunId(0),
        customer,
        step,
        run_date: today(),
        date: today(),
        channels: vec![Channel::Email, Channel::Letter],
        state: LetterState::Approved,
        left_on: None,
        proof: false,
        claim: ClaimFigures {
            principal: Cents(10_000),
            total: Cents(10_000),
            ..ClaimFigures::default()
        },
        delivery_days: 3,
        plan_days: 24,
        notice_of_default_days: None,
        lines: invoices
            .iter()
            .map(|invoice| LetterLine {
                invoice: *invoice,
                step,
                open: Cents(10_000),
                bears_costs: false,
            })
            .collect(),
    }
}

pub fn run_on(date: NaiveDate) -> NewRun {
    NewRun {
        date,
        out: "/uit".to_owned(),
        info: serde_json::json!({ "amber": [] }),
    }
}

/// Approves one letter with one file.
pub fn approve(administration: &mut Administration, letter: &Letter) -> Result<Approved<LetterId>> {
    let bytes = format!("%PDF letter of {} {}", letter.customer, letter.step.code());
    write(administration, |w| {
        w.approve(&run_on(today()), |run| {
            run.add(&NewLetter {
                letter,
                info: serde_json::json!({ "to": "Cafe De Kroon" }),
                files: &[NewLetterFile {
                    kind: LetterFileKind::Pdf,
                    name: "brief.pdf".to_owned(),
                    media_type: "application/pdf".to_owned(),
                    bytes: bytes.as_bytes(),
                }],
            })
        })
    })
}

pub fn assert_sound(administration: &Administration) {
    let found = administration.read().verify().unwrap();
    assert!(
        found.ok,
        "an administration that only the program touched must verify: {:?}",
        found.problems
    );
}
