//! A list of open items from an accounting package.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use credit::matching::fold;
use credit::{Address, CustomerId, Invoice, InvoiceId, InvoiceKind};
use exchange::open_items::{Field, ItemKind, Mapping, OpenItem, OpenItems};
use law::{Cents, Lang};
use store::Writer;

use super::customers::Found;
use super::invoices::{FoundInvoice, Tally, put_customer, put_invoice};
use super::{Desk, FileOutcome, Source, count};
use crate::country;
use crate::error::AppResult;
use crate::words::say;

/// Imports a list of open items. The mapping of its columns is remembered for the next one.
pub(crate) fn import(
    writer: &mut Writer<'_>,
    desk: &Desk<'_>,
    source: &Source<'_>,
    items: &OpenItems,
) -> AppResult<FileOutcome> {
    let mut outcome = source.outcome("open_items", desk.lang);
    if let Some(refused) = unusable(source, items, desk.lang) {
        return Ok(refused);
    }
    let (lang, day) = (desk.lang, desk.day);
    let running = desk.jobs.start("import_rows", Some(items.rows.len()));
    let mut tally = Tally {
        skipped: count(items.skipped),
        ..Tally::default()
    };
    for item in &items.rows {
        if let Some(number) = &item.invoice_number {
            tally.namesakes.invoice(&customer_of(item), number);
        }
    }
    let known: Option<Mapping> = writer.csv_mapping(&items.mapping.fingerprint)?;
    // Before the rows, so that the last fact is the import that undo takes.
    if known.as_ref() != Some(&items.mapping) {
        writer.remember_mapping(&items.mapping.fingerprint, &items.mapping)?;
    }
    let new = source.new_import("open_items");
    let mut names = Names::default();
    let (import, ()) = writer.import(&new, |rows| -> AppResult<()> {
        for (done, item) in items.rows.iter().enumerate() {
            if done % 200 == 0 {
                running.step(done)?;
            }
            let Some(mut found) = model(desk, item, lang, &mut tally) else {
                continue;
            };
            let mut customer = customer_of(item);
            names.take(item, &mut customer);
            let date = found.invoice.date;
            let (id, new) = put_customer(rows, &customer, date, day, lang, &mut tally)?;
            found.invoice.customer = id;
            put_invoice(rows, &found, (&customer.name, new), lang, &mut tally)?;
        }
        names.tell(lang, &mut tally);
        Ok(())
    })?;
    outcome.id = import.fact.map(|fact| fact.to_string());
    outcome.take(tally);
    Ok(outcome)
}

/// The names under which each customer number stands in a list.
#[derive(Default)]
struct Names<'i> {
    of: HashMap<&'i str, Named<'i>>,
    order: Vec<&'i str>,
}

/// The names of one customer number, the first one first.
struct Named<'i> {
    names: Vec<&'i str>,
    /// Where the second name stands.
    line: Option<u32>,
}

impl<'i> Names<'i> {
    /// A customer's number tells who it is: a second name changes nobody, and is told about.
    fn take(&mut self, item: &'i OpenItem, customer: &mut Found) {
        let (Some(number), Some(name)) = (&item.customer_number, &item.name) else {
            return;
        };
        let named = self.of.entry(number.as_str()).or_insert_with(|| {
            self.order.push(number.as_str());
            Named {
                names: Vec::new(),
                line: None,
            }
        });
        let folded = fold(name);
        if !named.names.iter().any(|known| fold(known) == folded) {
            if !named.names.is_empty() && named.line.is_none() {
                named.line = Some(count(item.line));
            }
            named.names.push(name.as_str());
        }
        if let Some(first) = named.names.first() {
            customer.name = (*first).to_owned();
        }
    }

    fn tell(&self, lang: Lang, tally: &mut Tally) {
        for number in &self.order {
            let Some(Named { names, line }) = self.of.get(number) else {
                continue;
            };
            let (Some(first), 2..) = (names.first(), names.len()) else {
                continue;
            };
            let how_many = names.len();
            let message = say(
                lang,
                &format!(
                    "Klantnummer {number} staat met {how_many} namen in deze lijst. Alles komt bij {first}."
                ),
                &format!(
                    "Customer number {number} stands under {how_many} names in this list. All of it goes to {first}."
                ),
            );
            tally.warn("customer_names_differ", *line, message);
        }
    }
}

/// A list without numbers, names or amounts cannot be booked at all.
fn unusable(source: &Source<'_>, items: &OpenItems, lang: Lang) -> Option<FileOutcome> {
    let fatal: Vec<&str> = items
        .missing
        .iter()
        .filter(|field| matches!(field, Field::InvoiceNumber | Field::Name | Field::Open))
        .map(|field| field.words(lang))
        .collect();
    if fatal.is_empty() {
        return None;
    }
    let names = fatal.join(", ");
    let message = say(
        lang,
        &format!("Geen kolom gevonden voor {names}. Wijs de kolommen aan met --map."),
        &format!("No column found for {names}. Point out the columns with --map."),
    );
    Some(FileOutcome::refuse(
        source.path,
        Some(source.format.to_string()),
        "columns_missing",
        message,
    ))
}

fn model(desk: &Desk<'_>, item: &OpenItem, lang: Lang, tally: &mut Tally) -> Option<FoundInvoice> {
    let line = Some(count(item.line));
    let credit = item.kind != ItemKind::Invoice || item.open.is_negative();
    let number = match (&item.invoice_number, item.kind) {
        (Some(number), _) => number.clone(),
        (None, ItemKind::Payment) => format!("{} {}", say(lang, "betaling", "payment"), item.line),
        (None, _) => {
            skip(tally, Field::InvoiceNumber, line, lang);
            return None;
        }
    };
    if item.name.is_none() && item.customer_number.is_none() {
        skip(tally, Field::Name, line, lang);
        return None;
    }
    let term = Days::new(u64::from(desk.creditor.term_days));
    // A list without invoice dates: the due date less the usual term, else today.
    let date = item
        .invoice_date
        .or_else(|| item.due_date.and_then(|due| due.checked_sub_days(term)))
        .unwrap_or(desk.day);
    let due: Option<NaiveDate> = item.due_date.or_else(|| {
        item.invoice_date
            .and_then(|date| date.checked_add_days(term))
    });
    let amount = item
        .amount
        .filter(|amount| amount.abs() >= item.open.abs())
        .unwrap_or(item.open);
    let signed = |amount: Cents| if credit { -amount.abs() } else { amount };
    Some(FoundInvoice {
        open: Some(item.open),
        line,
        invoice: Invoice {
            id: InvoiceId(0),
            customer: CustomerId(0),
            number,
            kind: if credit {
                InvoiceKind::CreditNote
            } else {
                InvoiceKind::Invoice
            },
            date,
            due,
            amount: signed(amount),
            paid_before: signed(amount) - signed(item.open),
            vat: None,
            payment_reference: item.payment_reference.clone(),
            credits: None,
            contract: None,
            received: None,
            description: item.description.clone(),
        },
    })
}

fn skip(tally: &mut Tally, field: Field, line: Option<u32>, lang: Lang) {
    tally.skipped += 1;
    let field = field.words(lang);
    tally.warn(
        "row_skipped",
        line,
        say(
            lang,
            &format!("Deze regel is overgeslagen: {field} ontbreekt."),
            &format!("This row was skipped: {field} is missing."),
        ),
    );
}

fn customer_of(item: &OpenItem) -> Found {
    let name = item
        .name
        .clone()
        .or_else(|| item.customer_number.clone())
        .unwrap_or_default();
    let language = item.language.as_deref().map(str::to_lowercase);
    Found {
        number: item.customer_number.clone(),
        name,
        attention: item.contact.clone(),
        kvk: item.kvk.clone(),
        oin: None,
        vat: item.vat.clone(),
        email: item.email.clone(),
        phone: item.phone.clone(),
        address: Address {
            street: item.address.clone().unwrap_or_default(),
            extra: String::new(),
            postcode: item.postcode.clone().unwrap_or_default(),
            city: item.city.clone().unwrap_or_default(),
            // A country that is not known by name is kept as it is written: the address stays whole.
            country: item.country.as_deref().map_or_else(
                || "NL".to_string(),
                |written| country::code(written).unwrap_or_else(|| written.trim().to_string()),
            ),
        },
        iban: item.iban.clone(),
        language: language.and_then(|language| match language.as_str() {
            "nl" | "nld" | "nederlands" | "dutch" => Some(Lang::Nl),
            "en" | "eng" | "engels" | "english" => Some(Lang::En),
            _ => None,
        }),
    }
}
