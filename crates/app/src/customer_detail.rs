//! One customer for the window: its row, its claim, what was agreed, paid, written, and everything
//! that happened.

use chrono::NaiveDate;
use credit::{Account, AgreedInterest, CustomerId, InvoiceId, PaymentSource};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use crate::agreement::{Agreement, Around, Undoable, agreements};
use crate::catalogue::Code;
use crate::customers::CustomerRow;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::invoice_detail::InvoiceFileRow;
use crate::invoices::InvoiceRow;
use crate::picture::CustomerPicture;
use crate::run::{LetterRow, Standing};
use crate::session::Context;
use crate::timeline::{Past, TimelineEntry, timeline};
use crate::today::{ClaimView, ProposalView, proposal_view};
use crate::words::say;

/// Which customer.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct CustomerDetailAsk {
    /// Standvast's number, or the creditor's own.
    pub customer: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A part of a payment that was put to one invoice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AllocatedPart {
    /// Its id; what `undo` takes.
    pub id: String,
    /// Number of the invoice.
    pub invoice: String,
    /// How much.
    #[ts(type = "Money")]
    pub amount: Cents,
}

/// One payment.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PaymentRow {
    /// Its id.
    pub id: String,
    /// Day the creditor's account was credited.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Amount; negative when it went back.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// In words: bank, cash.
    pub source: String,
    /// What the bank said.
    pub text: Option<String>,
    /// What is put to no invoice.
    #[ts(type = "Money")]
    pub unallocated: Cents,
    /// What was put where.
    pub parts: Vec<AllocatedPart>,
}

/// One dossier of a customer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierRow {
    /// The fact; what `undo` takes.
    pub id: String,
    /// Day of the handover.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// File name.
    pub file: String,
    /// SHA-256 of it.
    pub sha256: String,
}

/// One customer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CustomerDetail {
    /// As in the list.
    pub row: CustomerRow,
    /// Why its kind is what it is.
    pub kind_reason: Option<String>,
    /// Whom letters are for.
    pub attention: Option<String>,
    /// Number in the trade register.
    pub kvk: Option<String>,
    /// VAT number.
    pub vat: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Extra address line.
    pub address_extra: Option<String>,
    /// Postal code.
    pub postcode: Option<String>,
    /// Town.
    pub postal_city: Option<String>,
    /// Country, two letters.
    pub country: Option<String>,
    /// Language of letters.
    #[ts(type = "Language")]
    pub language: Lang,
    /// Accounts it is known to pay from.
    pub ibans: Vec<String>,
    /// Whether the payment term was agreed; null: as the creditor says for everybody.
    pub term_agreed: Option<bool>,
    /// Whether it buys goods.
    pub buys_goods: bool,
    /// Whether its invoices are terms of a recurring contract.
    pub recurring: bool,
    /// Agreed interest in words; null: statutory.
    pub agreed_interest: Option<String>,
    /// Whether it has a dunning plan of its own.
    pub own_plan: bool,
    /// First day it was known.
    #[ts(type = "IsoDate | null")]
    pub since: Option<NaiveDate>,
    /// What is proposed today, and why.
    pub proposals: Vec<ProposalView>,
    /// The claim if it were asked today.
    pub claim: ClaimView,
    /// Its invoices and credit notes: open ones by due date, then the others, newest first.
    pub items: Vec<InvoiceRow>,
    /// Promises, pauses, disputes and insolvencies.
    pub agreements: Vec<Agreement>,
    /// Payments, newest first.
    pub payments: Vec<PaymentRow>,
    /// Letters, newest first.
    pub letters: Vec<LetterRow>,
    /// Files kept with its invoices, newest first.
    pub files: Vec<InvoiceFileRow>,
    /// Dossiers, newest first.
    pub dossiers: Vec<DossierRow>,
    /// Everything that happened, newest first.
    pub timeline: Vec<TimelineEntry>,
}

/// One customer as a whole.
///
/// # Errors
/// `unknown_customer`, `ambiguous_customer`.
pub fn customer_detail(
    context: &mut Context<'_>,
    request: CustomerDetailAsk,
) -> AppResult<CustomerDetail> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let picture = context.picture(date)?;
    let reader = context.reader()?;
    let id = find::customer(&reader, &request.customer)?.id;
    let seen = picture.customer(id).ok_or_else(|| unknown(id))?;
    let account = reader.account(id)?;
    let books = reader.books()?;
    let claim = credit::claim_of(&account, &books, &rates, date);
    let number = |invoice: InvoiceId| picture.invoice_name(seen, invoice);
    let disputed = |invoice: InvoiceId| is_disputed(seen, invoice);
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
    let payments = payment_rows(&around)?;
    let past = Past {
        around: &around,
        payments: &payments,
    };
    let timeline = timeline(&past, &mut undoable)?;
    let agreements = agreements(&around, &mut undoable)?;
    let letters = letter_rows(&around, |_| true)?;
    let ids: Vec<InvoiceId> = account.invoices.iter().map(|invoice| invoice.id).collect();
    let files = reader.files_of(&ids)?.into_iter();
    let files = files
        .map(|file| {
            let invoice = number(file.invoice);
            InvoiceFileRow::of(file, invoice)
        })
        .collect();
    let customer = &account.customer;
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(CustomerDetail {
        row: CustomerRow::of(seen, date),
        kind_reason: customer.kind_reason.clone(),
        attention: customer.attention.clone(),
        kvk: customer.kvk.clone(),
        vat: customer.vat.clone(),
        email: customer.email.clone(),
        phone: customer.phone.clone(),
        street: filled(&customer.address.street),
        address_extra: filled(&customer.address.extra),
        postcode: filled(&customer.address.postcode),
        postal_city: filled(&customer.address.city),
        country: filled(&customer.address.country),
        language: customer.language,
        ibans: customer.ibans.clone(),
        term_agreed: customer.term_agreed,
        buys_goods: customer.buys_goods.unwrap_or(false),
        recurring: customer.recurring.unwrap_or(false),
        agreed_interest: customer
            .agreed_interest
            .as_ref()
            .map(|agreed| agreed_interest(agreed, lang)),
        own_plan: account.plan.is_some(),
        since: Some(customer.since),
        proposals: seen
            .proposals
            .iter()
            .map(|proposal| proposal_view(&picture, seen, proposal, lang))
            .collect(),
        claim: ClaimView {
            principal: claim.principal,
            interest: claim.interest,
            costs: claim.costs,
            total: claim.total,
            costs_announced: None,
            costs_from: None,
        },
        items: items(seen, date),
        agreements,
        payments,
        letters,
        files,
        dossiers: dossiers(&account),
        timeline,
    })
}

/// The error for a customer that is not there.
pub(crate) fn unknown(id: CustomerId) -> AppError {
    AppError::new(Code::UnknownCustomer).with("customer", id)
}

/// Whether a part of an invoice is open and disputed.
pub(crate) fn is_disputed(customer: &CustomerPicture, invoice: InvoiceId) -> bool {
    let mut invoices = customer.invoices.iter();
    invoices.any(|known| known.id == invoice && known.disputed.is_positive())
}

fn agreed_interest(agreed: &AgreedInterest, lang: Lang) -> String {
    let percent = agreed.percent.normalize().to_string();
    let percent = match lang {
        Lang::Nl => percent.replace('.', ","),
        Lang::En => percent,
    };
    let (nl, en) = if agreed.per_month {
        ("per maand", "per month")
    } else {
        ("per jaar", "per year")
    };
    let compounding = if agreed.compounding {
        say(lang, ", samengesteld", ", compounding")
    } else {
        String::new()
    };
    format!("{percent}% {}{compounding}", say(lang, nl, en))
}

fn items(customer: &CustomerPicture, date: NaiveDate) -> Vec<InvoiceRow> {
    let (mut open, mut others): (Vec<_>, Vec<_>) = customer
        .invoices
        .iter()
        .partition(|invoice| !invoice.open.is_zero());
    open.sort_by_key(|invoice| (invoice.due.is_none(), invoice.due, invoice.id));
    others.sort_by_key(|invoice| std::cmp::Reverse((invoice.date, invoice.id)));
    open.into_iter()
        .chain(others)
        .map(|invoice| InvoiceRow::of(customer, invoice, date))
        .collect()
}

/// The payments of a customer, newest first.
///
/// # Errors
/// What reading gives.
fn payment_rows(around: &Around<'_>) -> AppResult<Vec<PaymentRow>> {
    let mut rows = Vec::new();
    for payment in &around.account.payments {
        let (source, text) = match payment.source {
            PaymentSource::Bank(line) => (
                say(around.lang, "Bank", "Bank"),
                bank_text(&around.reader, line)?,
            ),
            PaymentSource::Told => (say(around.lang, "Contant of pin", "Cash or card"), None),
        };
        rows.push(PaymentRow {
            id: payment.id.to_string(),
            date: payment.date,
            amount: payment.amount,
            source,
            text,
            unallocated: payment.unallocated(),
            parts: payment
                .allocations
                .iter()
                .map(|part| AllocatedPart {
                    id: part.id.to_string(),
                    invoice: (around.number)(part.invoice),
                    amount: part.amount,
                })
                .collect(),
        });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.date));
    Ok(rows)
}

/// Who paid and what was said, as the bank gave it.
fn bank_text(reader: &Reader<'_>, line: credit::BankLineId) -> AppResult<Option<String>> {
    let line = reader.bank_line(line)?;
    let texts = [line.name.as_deref(), Some(line.remittance.as_str())];
    let said: Vec<&str> = texts
        .into_iter()
        .flatten()
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect();
    Ok((!said.is_empty()).then(|| said.join(" · ")))
}

/// The letters of a customer that are wanted, newest first; those that were taken back among them.
///
/// # Errors
/// What reading gives.
pub(crate) fn letter_rows(
    around: &Around<'_>,
    wanted: impl Fn(&credit::Letter) -> bool,
) -> AppResult<Vec<LetterRow>> {
    let account = around.account;
    let taken_back = around.reader.withdrawn_letters_of(account.customer.id)?;
    let mut letters: Vec<&credit::Letter> = account
        .letters
        .iter()
        .chain(&taken_back)
        .filter(|letter| wanted(letter))
        .collect();
    letters.sort_by_key(|letter| std::cmp::Reverse((letter.date, letter.id)));
    let mut rows = Vec::new();
    for letter in letters {
        let info = around.reader.letter_info(letter.id)?;
        let numbers = letter
            .lines
            .iter()
            .map(|line| (around.number)(line.invoice));
        let name = around.account.customer.name.clone();
        rows.push(LetterRow::of(
            letter,
            name,
            numbers.collect(),
            &info,
            Standing::of(&around.reader, letter)?,
            around.lang,
        ));
    }
    Ok(rows)
}

fn dossiers(account: &Account) -> Vec<DossierRow> {
    let mut rows: Vec<DossierRow> = account
        .handovers
        .iter()
        .map(|handover| DossierRow {
            id: handover.fact.to_string(),
            date: handover.date,
            file: handover.file.clone(),
            sha256: handover.sha256.clone(),
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.date));
    rows
}
