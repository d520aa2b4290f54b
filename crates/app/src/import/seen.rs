//! What became of the first rows of a file, for its preview: what is added, what is changed and from
//! what to what.

use credit::{Customer, Invoice, InvoiceKind};
use law::{Cents, Lang};
use serde::Serialize;
use ts_rs::TS;

use super::invoices::FoundInvoice;
use crate::words::say;

/// How many rows a preview shows.
pub(crate) const SHOWN: usize = 200;

/// How a value is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ValueKind {
    /// Euro, as `1234.56`.
    Money,
    /// A day, as `2026-11-03`.
    Date,
    /// Words.
    Text,
}

/// One value that a file changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportChange {
    /// What it is, in words.
    pub what: String,
    /// How the values are to be shown.
    pub kind: ValueKind,
    /// What is known now.
    pub from: Option<String>,
    /// What it becomes.
    pub to: Option<String>,
}

/// An invoice or credit note that a file adds or changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportInvoiceRow {
    /// The line in the file, in a list.
    pub line: Option<u32>,
    /// Whether it is known already, and only changed.
    pub known: bool,
    /// Its printed number.
    pub number: String,
    /// Whether it is a credit note.
    pub credit_note: bool,
    /// The customer's name.
    pub customer: String,
    /// Whether the customer is new too.
    pub new_customer: bool,
    /// Day of the invoice.
    #[ts(type = "IsoDate")]
    pub date: chrono::NaiveDate,
    /// Day by which it must be paid.
    #[ts(type = "IsoDate | null")]
    pub due: Option<chrono::NaiveDate>,
    /// What was invoiced.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What is open of it according to the file.
    #[ts(type = "Money")]
    pub open: Cents,
    /// What is changed.
    pub changes: Vec<ImportChange>,
}

/// A customer that a file adds or changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportCustomerRow {
    /// Whether it is known already, and only changed.
    pub known: bool,
    /// Its name.
    pub name: String,
    /// Its town.
    pub city: String,
    /// What is changed.
    pub changes: Vec<ImportChange>,
}

/// The first rows of a file, and what all of them come to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) invoices: Vec<ImportInvoiceRow>,
    pub(crate) customers: Vec<ImportCustomerRow>,
    /// What the new invoices come to, as far as they are open.
    pub(crate) open: Cents,
    pub(crate) invoices_changed: u32,
    pub(crate) customers_changed: u32,
}

impl Seen {
    pub(crate) fn customer_added(&mut self, customer: &Customer) {
        self.customer(customer, false, Vec::new());
    }

    pub(crate) fn customer_changed(&mut self, known: &Customer, better: &Customer, lang: Lang) {
        self.customers_changed += 1;
        let mut changes = Vec::new();
        let mut text = |nl: &str, en: &str, from: Option<String>, to: Option<String>| {
            if from != to {
                let what = say(lang, nl, en);
                let kind = ValueKind::Text;
                changes.push(ImportChange {
                    what,
                    kind,
                    from,
                    to,
                });
            }
        };
        let (old, new) = (known, better);
        text(
            "klantnummer",
            "customer number",
            old.number.clone(),
            new.number.clone(),
        );
        text("KvK-nummer", "KvK number", old.kvk.clone(), new.kvk.clone());
        text("btw-nummer", "VAT number", old.vat.clone(), new.vat.clone());
        text("e-mail", "e-mail", old.email.clone(), new.email.clone());
        text(
            "telefoon",
            "telephone",
            old.phone.clone(),
            new.phone.clone(),
        );
        text(
            "ter attentie van",
            "attention",
            old.attention.clone(),
            new.attention.clone(),
        );
        text("adres", "address", address(old), address(new));
        let kind = |customer: &Customer| {
            Some(credit::words::customer_kind(customer.kind, lang).to_string())
        };
        text("soort klant", "kind of customer", kind(old), kind(new));
        let accounts =
            |customer: &Customer| (!customer.ibans.is_empty()).then(|| customer.ibans.join(", "));
        text("rekening", "account", accounts(old), accounts(new));
        self.customer(better, true, changes);
    }

    fn customer(&mut self, customer: &Customer, known: bool, changes: Vec<ImportChange>) {
        if self.customers.len() < SHOWN {
            self.customers.push(ImportCustomerRow {
                known,
                name: customer.name.clone(),
                city: customer.address.city.clone(),
                changes,
            });
        }
    }

    pub(crate) fn invoice(
        &mut self,
        found: &FoundInvoice,
        known: Option<&Invoice>,
        (customer, new_customer): (&str, bool),
        lang: Lang,
    ) {
        let invoice = &found.invoice;
        let open = invoice.amount - invoice.paid_before;
        if known.is_none() {
            self.open += open;
        } else {
            self.invoices_changed += 1;
        }
        if self.invoices.len() >= SHOWN {
            return;
        }
        self.invoices.push(ImportInvoiceRow {
            line: found.line,
            known: known.is_some(),
            number: invoice.number.clone(),
            credit_note: invoice.kind == InvoiceKind::CreditNote,
            customer: customer.to_string(),
            new_customer,
            date: invoice.date,
            due: invoice.due,
            amount: invoice.amount,
            open,
            changes: known.map_or_else(Vec::new, |known| changes(known, invoice, lang)),
        });
    }
}

fn address(customer: &Customer) -> Option<String> {
    let address = &customer.address;
    let place = format!("{} {}", address.postcode, address.city);
    let parts: Vec<&str> = [address.street.trim(), place.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn changes(known: &Invoice, better: &Invoice, lang: Lang) -> Vec<ImportChange> {
    let mut changes = Vec::new();
    let mut put = |nl: &str, en: &str, kind, from: Option<String>, to: Option<String>| {
        if from != to {
            changes.push(ImportChange {
                what: say(lang, nl, en),
                kind,
                from,
                to,
            });
        }
    };
    let (date, money, text) = (ValueKind::Date, ValueKind::Money, ValueKind::Text);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let cents = |cents: Option<Cents>| cents.map(|cents| cents.to_string());
    put(
        "vervaldatum",
        "due date",
        date,
        day(known.due),
        day(better.due),
    );
    let paid = |invoice: &Invoice| Some(invoice.paid_before);
    put(
        "al betaald volgens de lijst",
        "paid already by the list",
        money,
        cents(paid(known)),
        cents(paid(better)),
    );
    put("btw", "VAT", money, cents(known.vat), cents(better.vat));
    put(
        "betalingskenmerk",
        "payment reference",
        text,
        known.payment_reference.clone(),
        better.payment_reference.clone(),
    );
    put(
        "crediteert",
        "credits",
        text,
        known.credits.clone(),
        better.credits.clone(),
    );
    put(
        "omschrijving",
        "description",
        text,
        known.description.clone(),
        better.description.clone(),
    );
    changes
}
