//! A credit note that is set off against an invoice of the same customer (art. 6:127 BW).
//!
//! The credit note names the invoice from then on, as it would have if it had come in naming it, and counts
//! from the invoice's beginning. That is in the debtor's favour: by art. 6:129 BW set-off works back only to
//! the day on which both were there, so interest before that day could have stayed due. It takes what
//! was written off before too: writing off gives up hope, not the debt. What the invoice cannot take
//! stays with the credit note, which can name another one after it.

use chrono::NaiveDate;
use credit::{Account, Books, Invoice, InvoiceId, words};
use law::{Cents, Lang, RateTable};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::Done;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;
use crate::words::say;

/// Which credit note, and against which invoice.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct CreditSetOff {
    /// The credit note: the id of its row, or its printed number.
    pub credit: String,
    /// The invoice: the id of its row, or its printed number.
    pub invoice: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// What setting off does.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SetOffOutcome {
    /// What is left of the credit note before it, as a positive amount.
    #[ts(type = "Money")]
    pub credit_before: Cents,
    /// What goes off the invoice.
    #[ts(type = "Money")]
    pub taken: Cents,
    /// What is open of the invoice after it.
    #[ts(type = "Money")]
    pub open_after: Cents,
    /// What is left of the credit note after it, as a positive amount.
    #[ts(type = "Money")]
    pub credit_after: Cents,
    /// Money that had been paid on the invoice and is put to no invoice after it.
    #[ts(type = "Money")]
    pub loosened: Cents,
    /// What of it the user must know, in words: what it takes of a write-off, of interest and costs,
    /// money that comes loose, a handover.
    pub remarks: Vec<String>,
}

/// Sets a credit note off against an invoice.
///
/// # Errors
/// `unknown_invoice`, `ambiguous_invoice`, `not_a_credit_note`, `set_off_against_credit`, `other_customer`,
/// `credit_used_up`, `set_off_already`, `invoice_nothing_open`.
pub fn credit_set_off(context: &mut Context<'_>, request: CreditSetOff) -> AppResult<Done> {
    let date = context.day(request.date);
    let lang = context.lang;
    let (planned, outcome) = plan(context, &request)?;
    let fact = context.write(date, |writer| Ok(writer.update_invoice(&planned.after)?))?;
    let already = || AppError::new(Code::CreditUsedUp).with("credit", planned.after.number.clone());
    Ok(Done::new(
        fact.ok_or_else(already)?,
        lang,
        done(&planned, &outcome, Lang::Nl),
        done(&planned, &outcome, Lang::En),
    ))
}

/// What setting a credit note off would do; writes nothing.
///
/// # Errors
/// As [`credit_set_off`].
pub fn credit_set_off_preview(
    context: &mut Context<'_>,
    request: CreditSetOff,
) -> AppResult<SetOffOutcome> {
    Ok(plan(context, &request)?.1)
}

/// The credit note as it will be, and the invoice.
struct Planned {
    after: Invoice,
    invoice: Invoice,
}

fn plan(context: &mut Context<'_>, request: &CreditSetOff) -> AppResult<(Planned, SetOffOutcome)> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let note = the_note(&reader, &request.credit)?;
    let invoice = the_invoice(&reader, &request.invoice, &note)?;
    let account = reader.account(note.customer)?;
    let books = reader.books()?;
    let day = Day {
        books: &books,
        rates: &rates,
        date,
    };
    let after = naming(&account, &note, &invoice.number);
    let mut then = account.clone();
    for known in &mut then.invoices {
        if known.id == note.id {
            known.credits.clone_from(&after.credits);
        }
    }
    let before = day.standing(&account, note.id, invoice.id);
    if !before.credit.is_positive() {
        return Err(used_up(&account, &note));
    }
    if !before.open.is_positive() {
        return Err(nothing_open(&invoice));
    }
    let standing = day.standing(&then, note.id, invoice.id);
    let taken = before.credit - standing.credit;
    if !taken.is_positive() {
        return Err(nothing_open(&invoice));
    }
    let loosened = (standing.loose - before.loose).max(Cents::ZERO);
    let besides = Besides {
        loosened,
        written_off: (before.written_off - standing.written_off).max(Cents::ZERO),
        interest_and_costs: (before.on_top - standing.on_top).max(Cents::ZERO),
    };
    let outcome = SetOffOutcome {
        credit_before: before.credit,
        taken,
        open_after: standing.open,
        credit_after: standing.credit,
        loosened,
        remarks: remarks(&account, &invoice, &besides, lang),
    };
    Ok((Planned { after, invoice }, outcome))
}

/// The credit note of that name. It may bear the number of an invoice: then it is still meant.
fn the_note(reader: &Reader<'_>, text: &str) -> AppResult<Invoice> {
    let numbered = reader.invoices_numbered(text)?.into_iter();
    let mut notes = numbered.filter(is_note);
    if let (Some(only), None) = (notes.next(), notes.next()) {
        return Ok(only);
    }
    let found = find::invoice(reader, text)?;
    if is_note(&found) {
        return Ok(found);
    }
    // `number@customer` gives the invoice of that number before the credit note.
    let mut own = reader.invoices_of(found.customer)?.into_iter();
    let same = own.find(|one| is_note(one) && one.number == found.number);
    match same {
        Some(note) if text.contains('@') => Ok(note),
        _ => Err(AppError::new(Code::NotACreditNote).with("invoice", found.number)),
    }
}

/// The invoice of that name: of the credit note's own customer before anybody else's.
fn the_invoice(reader: &Reader<'_>, text: &str, note: &Invoice) -> AppResult<Invoice> {
    let numbered = reader.invoices_numbered(text)?.into_iter();
    let own = numbered.filter(|one| one.customer == note.customer && !is_note(one));
    let found = match own.collect::<Vec<_>>().pop() {
        Some(own) => own,
        None => find::invoice(reader, text)?,
    };
    if found.customer != note.customer {
        return Err(Code::OtherCustomer.into());
    }
    if is_note(&found) {
        return Err(AppError::new(Code::SetOffAgainstCredit).with("invoice", found.number));
    }
    Ok(found)
}

fn is_note(invoice: &Invoice) -> bool {
    invoice.amount.is_negative()
}

fn nothing_open(invoice: &Invoice) -> AppError {
    AppError::new(Code::InvoiceNothingOpen).with("invoice", invoice.number.clone())
}

/// The credit note naming this invoice too: after those it took from, before those that are not
/// known here. Otherwise one that comes in later would take back what the user gave away.
fn naming(account: &Account, note: &Invoice, number: &str) -> Invoice {
    let same = |one: &str, other: &str| one.trim().eq_ignore_ascii_case(other.trim());
    let known = |named: &str| {
        let mut invoices = account.invoices.iter();
        invoices.any(|invoice| !is_note(invoice) && same(&invoice.number, named))
    };
    let others = note.credited_numbers().filter(|named| !same(named, number));
    let (first, last): (Vec<&str>, Vec<&str>) = others.partition(|named| known(named));
    let all: Vec<&str> = first
        .into_iter()
        .chain([number.trim()])
        .chain(last)
        .collect();
    Invoice {
        credits: Some(all.join("\n")),
        ..note.clone()
    }
}

/// Why nothing is left of a credit note.
fn used_up(account: &Account, note: &Invoice) -> AppError {
    let number = |id| {
        let mut invoices = account.invoices.iter();
        let found = invoices.find(|invoice| invoice.id == id);
        found.map(|invoice| invoice.number.clone())
    };
    let taken = credit::set_offs(account).into_iter();
    let against = taken
        .filter(|taken| taken.note == note.id)
        .filter_map(|taken| number(taken.invoice))
        .next_back();
    let code = match against {
        Some(_) => Code::SetOffAlready,
        None => Code::CreditUsedUp,
    };
    let error = AppError::new(code).with("credit", note.number.clone());
    match against {
        Some(invoice) => error.with("invoice", invoice),
        None => error,
    }
}

/// With what is reckoned.
struct Day<'a> {
    books: &'a Books,
    rates: &'a RateTable,
    date: NaiveDate,
}

/// What is left of a credit note, how an invoice stands, and what is loose of the customer.
struct Standing {
    credit: Cents,
    open: Cents,
    written_off: Cents,
    /// Interest and costs over the invoice.
    on_top: Cents,
    loose: Cents,
}

/// What setting off changes besides the invoice and the credit note.
struct Besides {
    loosened: Cents,
    written_off: Cents,
    interest_and_costs: Cents,
}

impl Day<'_> {
    fn standing(&self, account: &Account, note: InvoiceId, invoice: InvoiceId) -> Standing {
        let open = |id| credit::open_principal(account, self.books, self.rates, id, self.date);
        let claim =
            credit::claim_of_invoices(account, self.books, self.rates, self.date, &[invoice]);
        let states = credit::invoice_states(account, self.books, self.rates, self.date);
        let state = states.iter().find(|state| state.invoice == invoice);
        Standing {
            credit: -open(note),
            open: open(invoice),
            written_off: state.map_or(Cents::ZERO, |state| -state.principal.written_off),
            on_top: claim.interest + claim.costs,
            loose: claim.unallocated,
        }
    }
}

fn remarks(account: &Account, invoice: &Invoice, besides: &Besides, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if besides.written_off.is_positive() {
        let sum = words::amount(besides.written_off, lang);
        said.push(say(
            lang,
            &format!("{sum} daarvan gaat af van wat u van deze factuur had afgeboekt."),
            &format!("{sum} of it comes off what you had written off of this invoice."),
        ));
    }
    if besides.interest_and_costs.is_positive() {
        let sum = words::amount(besides.interest_and_costs, lang);
        said.push(say(
            lang,
            &format!("Rente en kosten worden {sum} lager: de creditnota telt vanaf het begin."),
            &format!(
                "Interest and costs become {sum} less: the credit note counts from the beginning."
            ),
        ));
    }
    if besides.loosened.is_positive() {
        let sum = words::amount(besides.loosened, lang);
        said.push(say(
            lang,
            &format!("{sum} was al op deze factuur betaald en komt los: die kunt u aan een andere factuur toedelen of terugbetalen."),
            &format!("{sum} had been paid on this invoice already and comes loose: you can put it to another invoice or pay it back."),
        ));
    }
    let out = account
        .handovers
        .iter()
        .any(|handover| handover.withdrawn().is_none() && handover.invoices.contains(&invoice.id));
    if out {
        said.push(say(
            lang,
            "De factuur is overgedragen: laat degene die haar int weten dat er minder openstaat.",
            "The invoice was handed over: tell those who collect it that less is open.",
        ));
    }
    said
}

/// What was done.
fn done(planned: &Planned, outcome: &SetOffOutcome, lang: Lang) -> String {
    let sum = |amount| words::amount(amount, lang);
    let (note, invoice) = (&planned.after.number, &planned.invoice.number);
    let taken = sum(outcome.taken);
    let mut said = vec![say(
        lang,
        &format!("Creditnota {note} voor {taken} verrekend met factuur {invoice}."),
        &format!("Credit note {note} set off against invoice {invoice} for {taken}."),
    )];
    said.push(if outcome.open_after.is_positive() {
        let open = sum(outcome.open_after);
        say(
            lang,
            &format!("Van de factuur staat nog {open} open."),
            &format!("{open} of the invoice is still open."),
        )
    } else {
        say(
            lang,
            "De factuur staat niet meer open.",
            "The invoice is no longer open.",
        )
    });
    if outcome.credit_after.is_positive() {
        let left = sum(outcome.credit_after);
        said.push(say(
            lang,
            &format!("Van de creditnota blijft {left} over."),
            &format!("{left} of the credit note is left."),
        ));
    }
    said.extend(outcome.remarks.iter().cloned());
    said.join(" ")
}
