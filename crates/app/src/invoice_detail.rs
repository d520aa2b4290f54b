//! One invoice for the window: how its amount came down, what it grew to, what was sent about it.

use chrono::NaiveDate;
use credit::{Account, Claim, InvoiceKind, InvoiceState};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::agreement::{Agreement, Around, Undoable, agreements};
use crate::customer_detail::{is_disputed, letter_rows, unknown};
use crate::error::AppResult;
use crate::explain::{Explained, explained};
use crate::find;
use crate::invoice_moves::{InvoiceMove, moves};
use crate::invoices::InvoiceRow;
use crate::picture::CustomerPicture;
use crate::run::LetterRow;
use crate::session::Context;
use crate::today::reasons;
use crate::words::say;

/// Which invoice.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct InvoiceDetailAsk {
    /// The id of its row, or its printed number.
    pub invoice: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A file that is kept with an invoice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InvoiceFileRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
    /// The number of its invoice.
    pub invoice: String,
}

impl InvoiceFileRow {
    /// The row of a kept file of an invoice with this number.
    pub(crate) fn of(file: store::FileInfo, invoice: String) -> InvoiceFileRow {
        InvoiceFileRow {
            id: file.id.0.to_string(),
            name: file.name,
            media_type: file.media_type,
            bytes: file.size,
            invoice,
        }
    }
}

/// One invoice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InvoiceDetail {
    /// As in the list.
    pub row: InvoiceRow,
    /// VAT in it.
    #[ts(type = "Money | null")]
    pub vat: Option<Cents>,
    /// What it is for.
    pub description: Option<String>,
    /// Payment reference printed on it.
    pub payment_reference: Option<String>,
    /// Name of the recurring contract it is a term of.
    pub contract: Option<String>,
    /// Day the customer received it.
    #[ts(type = "IsoDate | null")]
    pub received: Option<NaiveDate>,
    /// Numbers of the invoices that this credit note credits, in words.
    pub credits: Option<String>,
    /// Why this is the last day of payment, or why there is none.
    pub due_why: Option<String>,
    /// Why what comes next comes then.
    pub next_why: Option<String>,
    /// From its amount to what is open.
    pub moves: Vec<InvoiceMove>,
    /// Principal, interest and costs of this invoice today.
    pub growth: Explained,
    /// Letters that it stood in, newest first.
    pub letters: Vec<LetterRow>,
    /// Files kept with it.
    pub files: Vec<InvoiceFileRow>,
    /// What was agreed about it, or about its whole customer.
    pub agreements: Vec<Agreement>,
}

/// One invoice as a whole.
///
/// # Errors
/// `unknown_invoice`, `ambiguous_invoice`.
pub fn invoice_detail(
    context: &mut Context<'_>,
    request: InvoiceDetailAsk,
) -> AppResult<InvoiceDetail> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let picture = context.picture(date)?;
    let reader = context.reader()?;
    let invoice = find::invoice(&reader, &request.invoice)?;
    let account = reader.account(invoice.customer)?;
    let books = reader.books()?;
    let seen = picture
        .customer(account.customer.id)
        .ok_or_else(|| unknown(account.customer.id))?;
    let row = seen.invoices.iter().find(|known| known.id == invoice.id);
    let row = row.ok_or_else(|| unknown(account.customer.id))?;
    let states = credit::invoice_states(&account, &books, &rates, date);
    let state = states.iter().find(|state| state.invoice == invoice.id);
    let claim = credit::claim_of_invoices(&account, &books, &rates, date, &[invoice.id]);
    let number = |id| picture.invoice_name(seen, id);
    let disputed = |id| is_disputed(seen, id);
    let around = Around {
        account: &account,
        books: &books,
        reader,
        date,
        lang,
        number: &number,
        disputed: &disputed,
    };
    let mut undoable = Undoable::new(reader);
    let own = number(invoice.id);
    let mut agreements = agreements(&around, &mut undoable)?;
    agreements.retain(|agreement| agreement.invoice.as_ref().is_none_or(|about| *about == own));
    let stands_in = |letter: &credit::Letter| {
        let mut lines = letter.lines.iter();
        lines.any(|line| line.invoice == invoice.id)
    };
    let kept = reader.invoice_files(invoice.id)?.into_iter();
    let files = kept
        .map(|file| InvoiceFileRow::of(file, own.clone()))
        .collect();
    let credited: Vec<String> = invoice.credited_numbers().map(str::to_owned).collect();
    let credits = (!credited.is_empty()).then(|| credit::words::list(&credited, lang));
    Ok(InvoiceDetail {
        row: InvoiceRow::of(seen, row, date),
        vat: invoice.vat,
        due_why: due_why(&account, &books, &invoice, lang),
        next_why: state.and_then(|state| next_why(seen, &account, state, lang)),
        moves: match state {
            Some(state) => moves(&around, &invoice, state, &claim, &mut undoable)?,
            None => Vec::new(),
        },
        growth: growth(&claim, lang),
        letters: letter_rows(&around, stands_in)?,
        files,
        agreements,
        description: invoice.description,
        payment_reference: invoice.payment_reference,
        contract: invoice.contract,
        received: invoice.received,
        credits,
    })
}

/// What it grew to; what concerns the whole customer is not said with each invoice.
fn growth(claim: &Claim, lang: Lang) -> Explained {
    let mut own = claim.clone();
    own.unallocated = Cents::ZERO;
    own.open_credit = Cents::ZERO;
    explained(&own, lang)
}

fn due_why(
    account: &Account,
    books: &credit::Books,
    invoice: &credit::Invoice,
    lang: Lang,
) -> Option<String> {
    if invoice.kind == InvoiceKind::CreditNote {
        return None;
    }
    let Some(due) = invoice.due else {
        return Some(say(
            lang,
            "Van deze factuur is geen uiterste betaaldag bekend. Zolang die er niet is, gaat er geen herinnering uit.",
            "No last day of payment is known of this invoice. As long as there is none, no reminder goes out.",
        ));
    };
    let days = credit::words::days((due - invoice.date).num_days(), lang);
    let agreed = account
        .customer
        .term_agreed
        .unwrap_or(books.creditor.term_agreed);
    let (nl, en) = if agreed {
        ("Die termijn is afgesproken.", "That term was agreed.")
    } else {
        (
            "Die termijn staat op de factuur, maar is niet afgesproken.",
            "That term stands on the invoice, but was not agreed.",
        )
    };
    Some(match lang {
        Lang::Nl => format!("{days} na de factuurdatum. {nl}"),
        Lang::En => format!("{days} after the date of the invoice. {en}"),
    })
}

fn next_why(
    customer: &CustomerPicture,
    account: &Account,
    state: &InvoiceState,
    lang: Lang,
) -> Option<String> {
    if !state.open.is_positive() {
        return None;
    }
    let handover = account.handovers.iter().find(|handover| {
        handover.withdrawn().is_none() && handover.invoices.contains(&state.invoice)
    });
    if let Some(handover) = handover {
        let day = credit::words::date(handover.date, lang);
        return Some(say(
            lang,
            &format!("Op {day} overgedragen; hier gaat niets meer over uit."),
            &format!("Handed over on {day}; nothing goes out about it any more."),
        ));
    }
    let about = customer
        .proposals
        .iter()
        .filter(|proposal| {
            proposal
                .lines
                .iter()
                .any(|line| line.invoice == state.invoice)
        })
        .max_by_key(|proposal| proposal.gate);
    if let Some(proposal) = about {
        let said: Vec<String> = reasons(proposal, lang)
            .into_iter()
            .map(|reason| reason.message)
            .collect();
        return Some(said.join(" "));
    }
    let waiting = state.next.as_ref()?;
    Some(waiting.reason.as_ref().map_or_else(
        || {
            let day = credit::words::date(waiting.due_on, lang);
            say(
                lang,
                &format!("Volgens het plan niet voor {day}."),
                &format!("By the plan not before {day}."),
            )
        },
        |reason| reason.message(lang),
    ))
}
