//! One of the creditor's own e-invoices.

use chrono::Days;
use credit::{Address, Creditor, CustomerId, Invoice, InvoiceId, InvoiceKind, words};
use exchange::Party;
use law::Cents;
use store::{NewFile, Writer};

use super::customers::Found;
use super::invoices::{FoundInvoice, Tally, put_customer, put_invoice};
use super::{Desk, FileOutcome, Source};
use crate::catalogue::Code;
use crate::creditor::compact;
use crate::error::{AppError, AppResult};
use crate::words::say;

/// Imports one e-invoice.
pub(crate) fn import(
    writer: &mut Writer<'_>,
    desk: &Desk<'_>,
    source: &Source<'_>,
    invoice: &exchange::Invoice,
) -> AppResult<FileOutcome> {
    if !desk.accept_supplier && !is_own(desk.creditor, invoice) {
        let supplier = invoice.supplier.name.clone().unwrap_or_default();
        let error = AppError::new(Code::NotOwnInvoice)
            .with("creditor", &desk.creditor.name)
            .with("supplier", supplier)
            .to_api(desk.lang);
        let message = [Some(error.message), error.hint]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>();
        return Ok(FileOutcome::refuse(
            source.path,
            Some(source.format.to_string()),
            "not_own_invoice",
            message.join(" "),
        ));
    }
    let mut outcome = source.outcome("e_invoice", desk.lang);
    let (Some(owed), Some(date)) = (invoice.owed(), invoice.date) else {
        let message = say(
            desk.lang,
            "Alleen facturen in euro met een datum kunnen worden gevolgd.",
            "Only invoices in euro with a date can be followed.",
        );
        return Ok(FileOutcome::refuse(
            source.path,
            Some(source.format.to_string()),
            if invoice.date.is_none() {
                "date_missing"
            } else {
                "currency_not_supported"
            },
            message,
        ));
    };
    let found = FoundInvoice {
        invoice: model(desk, invoice, owed, date),
        open: None,
        line: None,
    };
    let customer = customer_of(invoice);
    let files = kept_files(source, invoice);
    let lang = desk.lang;
    let day = desk.day;
    let new = source.new_import("e_invoice");
    let mut tally = Tally::default();
    tally.namesakes.invoice(&customer, &invoice.number);
    if let (None, Some(due), true) = (invoice.due, found.invoice.due, owed.is_positive()) {
        // One remark: what the file lacks, and what stands in for it.
        outcome
            .problems
            .retain(|problem| problem.code != "due_date_missing");
        let term = words::days(i64::from(desk.creditor.term_days), lang);
        let due = words::date(due, lang);
        tally.warn(
            "due_date_from_term",
            None,
            say(
                lang,
                &format!(
                    "De factuur noemt geen vervaldatum. Daarom telt uw gewone betaaltermijn van {term} vanaf de factuurdatum: te betalen tot en met {due}."
                ),
                &format!(
                    "The invoice names no due date. So your usual payment term of {term} counts from the invoice date: to be paid by {due}."
                ),
            ),
        );
    }
    let (import, ()) = writer.import(&new, |rows| -> AppResult<()> {
        let (id, fresh) = put_customer(rows, &customer, date, day, lang, &mut tally)?;
        let mut found = found.clone();
        found.invoice.customer = id;
        if let Some(invoice) = put_invoice(rows, &found, (&customer.name, fresh), lang, &mut tally)?
        {
            for file in &files {
                rows.attach_file(invoice, file)?;
            }
        }
        Ok(())
    })?;
    outcome.id = import.fact.map(|fact| fact.to_string());
    outcome.take(tally);
    Ok(outcome)
}

/// Whether the supplier is the creditor: a number that both have decides; without any, the name.
fn is_own(creditor: &Creditor, invoice: &exchange::Invoice) -> bool {
    let supplier = &invoice.supplier;
    let same = |ours: &Option<String>, theirs: &Option<String>| match (ours, theirs) {
        (Some(ours), Some(theirs)) => Some(compact(ours) == compact(theirs)),
        _ => None,
    };
    let iban = (!invoice.ibans.is_empty()).then(|| {
        invoice
            .ibans
            .iter()
            .any(|iban| compact(iban) == compact(&creditor.iban))
    });
    let answers: Vec<bool> = [
        same(&creditor.kvk, &supplier.kvk),
        same(&creditor.vat, &supplier.vat),
        iban,
    ]
    .into_iter()
    .flatten()
    .collect();
    if answers.is_empty() {
        let plain = |name: &str| name.to_lowercase().replace(['.', ' ', ','], "");
        return supplier
            .name
            .as_deref()
            .is_some_and(|name| plain(name) == plain(&creditor.name));
    }
    answers.contains(&true)
}

fn model(
    desk: &Desk<'_>,
    invoice: &exchange::Invoice,
    owed: Cents,
    date: chrono::NaiveDate,
) -> Invoice {
    let term = Days::new(u64::from(desk.creditor.term_days));
    let credit = owed.is_negative() || invoice.kind == exchange::InvoiceKind::CreditNote;
    Invoice {
        id: InvoiceId(0),
        customer: CustomerId(0),
        number: invoice.number.clone(),
        kind: if credit {
            InvoiceKind::CreditNote
        } else {
            InvoiceKind::Invoice
        },
        date,
        due: invoice.due.or_else(|| date.checked_add_days(term)),
        amount: owed,
        paid_before: Cents::ZERO,
        vat: invoice.tax.as_ref().and_then(exchange::Amount::cents),
        payment_reference: invoice.payment_reference.clone(),
        credits: invoice.credits.clone(),
        contract: None,
        received: None,
        description: invoice.notes.first().cloned(),
    }
}

fn customer_of(invoice: &exchange::Invoice) -> Found {
    let Party {
        name,
        trading_name,
        kvk,
        oin,
        vat,
        email,
        phone,
        contact,
        address,
        ..
    } = invoice.customer.clone();
    Found {
        number: invoice.customer_number.clone(),
        name: name.or(trading_name).unwrap_or_default(),
        attention: contact,
        kvk,
        oin,
        vat,
        email,
        phone,
        address: Address {
            street: address.street.unwrap_or_default(),
            extra: address.more.join(", "),
            postcode: address.postcode.unwrap_or_default(),
            city: address.city.unwrap_or_default(),
            country: address.country.unwrap_or_else(|| "NL".to_string()),
        },
        iban: None,
        language: None,
    }
}

/// The e-invoice itself, and the documents in it: what a bailiff asks for.
fn kept_files(source: &Source<'_>, invoice: &exchange::Invoice) -> Vec<NewFile> {
    let mut files = vec![NewFile {
        name: source.file_name(),
        media_type: "application/xml".to_string(),
        bytes: source.bytes.to_vec(),
    }];
    for (index, attachment) in invoice.attachments.iter().enumerate() {
        let media_type = if attachment.is_pdf() {
            "application/pdf".to_string()
        } else {
            attachment
                .mime
                .clone()
                .unwrap_or_else(|| "application/octet-stream".to_string())
        };
        let fallback = format!("bijlage-{}", index + 1);
        let name = attachment.name.clone().unwrap_or_default();
        files.push(NewFile {
            name: crate::recent::file_name_of(&name, &fallback),
            media_type,
            bytes: attachment.bytes.clone(),
        });
    }
    files
}
