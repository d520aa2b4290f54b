//! Adding and updating invoices and their customers, the same for every kind of file.

use credit::words::amount;
use credit::{CustomerId, Invoice, InvoiceId, InvoiceKind};
use law::{Cents, Lang};
use store::ImportRows;

use super::customers::{Found, Identity, identify, new_customer, updated};
use super::same_name::Namesakes;
use super::seen::Seen;
use super::still_open::StillOpen;
use super::{Added, ProblemView};
use crate::error::AppResult;
use crate::words::say;

/// What a file says of one invoice.
#[derive(Clone, Debug)]
pub(crate) struct FoundInvoice {
    pub(crate) invoice: Invoice,
    /// What is still open according to the file; none when the file does not say.
    pub(crate) open: Option<Cents>,
    pub(crate) line: Option<u32>,
}

/// What became of the rows of one file.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) added: Added,
    pub(crate) changed: u32,
    pub(crate) duplicates: u32,
    pub(crate) skipped: u32,
    pub(crate) problems: Vec<ProblemView>,
    pub(crate) seen: Seen,
    pub(crate) namesakes: Namesakes,
    pub(crate) still_open: StillOpen,
}

impl Tally {
    /// Notes something to know about a row.
    pub(crate) fn warn(&mut self, code: &str, line: Option<u32>, message: String) {
        self.problems.push(ProblemView {
            code: code.to_string(),
            severity: "warning",
            line,
            message,
        });
    }
}

/// Finds or adds the customer, and fills in what the file knows better.
pub(crate) fn put_customer(
    rows: &mut ImportRows<'_, '_>,
    found: &Found,
    invoice_day: chrono::NaiveDate,
    day: chrono::NaiveDate,
    lang: Lang,
    tally: &mut Tally,
) -> AppResult<(CustomerId, bool)> {
    let identity = identify(rows, found, &tally.namesakes)?;
    let (id, new) = put_identified(rows, identity, found, invoice_day, day, lang, tally)?;
    tally.namesakes.remember(found, id);
    Ok((id, new))
}

fn put_identified(
    rows: &mut ImportRows<'_, '_>,
    identity: Identity,
    found: &Found,
    invoice_day: chrono::NaiveDate,
    day: chrono::NaiveDate,
    lang: Lang,
    tally: &mut Tally,
) -> AppResult<(CustomerId, bool)> {
    match identity {
        Identity::Known(id) => {
            let known = rows.customer(id)?;
            let newest = rows
                .invoices_of(id)?
                .iter()
                .map(|invoice| invoice.date)
                .max();
            let fresh = newest.is_none_or(|newest| invoice_day >= newest);
            let better = updated(&known, found, fresh);
            if rows.update_customer(&better)? {
                tally.changed += 1;
                tally.seen.customer_changed(&known, &better, lang);
            }
            Ok((id, false))
        }
        Identity::New => {
            let customer = new_customer(found, day);
            let id = rows.insert_customer(&customer)?;
            tally.added.customers += 1;
            tally.seen.customer_added(&customer);
            Ok((id, true))
        }
        Identity::Doubt(ids) => {
            let mut customer = new_customer(found, day);
            // A number that another one carries would make two customers of one number.
            let taken = customer.number.is_some()
                && ids.iter().any(|id| {
                    rows.customer(*id)
                        .is_ok_and(|known| known.number == customer.number)
                });
            if taken {
                customer.number = None;
            }
            let id = rows.insert_customer(&customer)?;
            tally.added.customers += 1;
            tally.seen.customer_added(&customer);
            let (name, others) = (&found.name, others(&ids, lang));
            tally.warn(
                "possible_twin",
                None,
                say(
                    lang,
                    &format!(
                        "{name} ({id}) lijkt op {others}; voeg ze samen als het dezelfde klant is."
                    ),
                    &format!(
                        "{name} ({id}) looks like {others}; merge them if it is the same customer."
                    ),
                ),
            );
            Ok((id, true))
        }
    }
}

/// Customers by their numbers: a name that many bear is not told in full.
fn others(ids: &[CustomerId], lang: Lang) -> String {
    const TOLD: usize = 5;
    let mut told: Vec<String> = ids.iter().take(TOLD).map(CustomerId::to_string).collect();
    if let more @ 1.. = ids.len().saturating_sub(TOLD) {
        told.push(say(lang, &format!("nog {more}"), &format!("{more} more")));
    }
    credit::words::list(&told, lang)
}

/// Adds the invoice, or compares it with the one that is known.
pub(crate) fn put_invoice(
    rows: &mut ImportRows<'_, '_>,
    found: &FoundInvoice,
    whose: (&str, bool),
    lang: Lang,
    tally: &mut Tally,
) -> AppResult<Option<InvoiceId>> {
    let invoice = &found.invoice;
    // A credit note may bear the number of the invoice that it credits.
    let known = rows
        .invoices_numbered(&invoice.number)?
        .into_iter()
        .find(|known| known.customer == invoice.customer && known.kind == invoice.kind);
    if let Some(known) = known {
        compare(rows, found, &known, whose, lang, tally)?;
        return Ok(Some(known.id));
    }
    let id = rows.insert_invoice(invoice)?;
    tally.added.invoices += 1;
    tally.seen.invoice(found, None, whose, lang);
    Ok(Some(id))
}

fn compare(
    rows: &mut ImportRows<'_, '_>,
    found: &FoundInvoice,
    known: &Invoice,
    whose: (&str, bool),
    lang: Lang,
    tally: &mut Tally,
) -> AppResult<()> {
    let new = &found.invoice;
    let amount_known =
        found.open.is_none() || new.amount == known.amount || new.paid_before.is_zero();
    if new.amount != known.amount && found.open.is_none() {
        let (ours, theirs) = (amount(known.amount, lang), amount(new.amount, lang));
        let number = &known.number;
        tally.skipped += 1;
        tally.warn(
            "invoice_differs",
            found.line,
            say(
                lang,
                &format!("Factuur {number} is al bekend met {ours}, hier staat {theirs}. De bekende is gebleven."),
                &format!("Invoice {number} is known with {ours}, here it says {theirs}. The known one stayed."),
            ),
        );
        return Ok(());
    }
    let mut better = known.clone();
    if better.due.is_none() {
        better.due = new.due;
    }
    let fill = |place: &mut Option<String>, new: &Option<String>| {
        if place.is_none() {
            place.clone_from(new);
        }
    };
    fill(&mut better.payment_reference, &new.payment_reference);
    fill(&mut better.credits, &new.credits);
    fill(&mut better.description, &new.description);
    if better.vat.is_none() {
        better.vat = new.vat;
    }
    if let (Some(open), true, InvoiceKind::Invoice) = (found.open, amount_known, known.kind) {
        lower_open(rows, &mut better, open, found.line, lang, tally)?;
    }
    if rows.update_invoice(&better)? {
        tally.changed += 1;
        let mut found = found.clone();
        found.invoice = better;
        tally.seen.invoice(&found, Some(known), whose, lang);
    } else {
        tally.duplicates += 1;
    }
    Ok(())
}

/// A newer list that says less is open is believed: asking too much is worse than asking too
/// little. One that says more is open is only reported.
fn lower_open(
    rows: &ImportRows<'_, '_>,
    better: &mut Invoice,
    open: Cents,
    line: Option<u32>,
    lang: Lang,
    tally: &mut Tally,
) -> AppResult<()> {
    let ours = tally.still_open.of(rows, better)?;
    if open < ours && !open.is_negative() {
        better.paid_before += ours - open;
        tally.still_open.lowered(better, open);
    } else if open > ours {
        let number = &better.number;
        let (open, ours) = (amount(open, lang), amount(ours, lang));
        tally.warn(
            "open_differs",
            line,
            say(
                lang,
                &format!("Factuur {number}: volgens de lijst staat {open} open, hier {ours}. Er is niets gewijzigd."),
                &format!("Invoice {number}: the list says {open} is open, here {ours}. Nothing was changed."),
            ),
        );
    }
    Ok(())
}
