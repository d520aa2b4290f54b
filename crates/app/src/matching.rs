//! Received money: proposals where it belongs, and booking them.

use chrono::NaiveDate;
use credit::{Account, BankLine, BankLineId, Certainty, InvoiceId, MatchProposal, Matcher};
use law::Cents;
use serde::{Deserialize, Serialize};
use store::{NewPayment, Reader};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find::{self, InvoiceNames};
use crate::session::Context;
use crate::tell::Done;

/// Which proposals to book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum AcceptWhich {
    /// None.
    #[default]
    None,
    /// Those that are certain.
    Certain,
}

/// Match all waiting lines.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct Match {
    /// Which proposals to book at once.
    pub accept: AcceptWhich,
}

/// A part of a proposal.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AllocationView {
    /// Printed number of the invoice.
    pub invoice: String,
    /// How much; negative reopens.
    #[ts(type = "Money")]
    pub amount: Cents,
}

/// One reading of a line.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "MatchProposal")]
pub struct MatchProposalView {
    /// The bank line.
    pub line: String,
    /// Its date.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Its amount.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// Who paid, as the bank says.
    pub payer: Option<String>,
    /// How sure.
    #[ts(type = "'certain' | 'likely' | 'possible'")]
    pub certainty: Certainty,
    /// Whether it was booked now.
    pub accepted: bool,
    /// Why.
    pub reasons: Vec<&'static str>,
    /// Whose money it is.
    pub customer: String,
    /// What is put where.
    pub allocations: Vec<AllocationView>,
    /// What is left, put to no invoice.
    #[ts(type = "Money")]
    pub unallocated: Cents,
}

/// The result of matching.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Matched {
    /// How many lines waited.
    pub lines: u32,
    /// How many were booked now.
    pub accepted: u32,
    /// How many have a proposal that was not booked.
    pub proposed: u32,
    /// How many have none.
    pub unmatched: u32,
    /// What `undo` takes for all that were booked now; none when none were.
    pub id: Option<String>,
    /// The proposals, best first for each line.
    pub proposals: Vec<MatchProposalView>,
}

/// How many waiting lines are booked in one transaction.
const BOOKED_AT_ONCE: u32 = 1000;

/// Proposes for every waiting line, and books what is certain when asked. A tie is never booked.
///
/// # Errors
/// `job_cancelled`, and what the store gives.
pub fn match_lines(context: &mut Context<'_>, request: Match) -> AppResult<Matched> {
    let day = context.day(None);
    let running = context.session.jobs().start("match", None);
    let mut matcher = matcher(context)?;
    let names = InvoiceNames::read(&context.reader()?)?;
    let before = context.reader()?.head()?.facts;
    let mut result = Matched::default();
    let mut after = None;
    loop {
        let lines = context.reader()?.waiting_lines(after, BOOKED_AT_ONCE)?;
        let Some(last) = lines.last() else { break };
        after = Some(last.id);
        let mut bookings: Vec<(BankLineId, NewPayment)> = Vec::new();
        for line in &lines {
            result.lines += 1;
            let proposals = matcher.propose(line);
            let certain = request.accept == AcceptWhich::Certain
                && proposals
                    .first()
                    .is_some_and(|best| best.certainty == Certainty::Certain);
            if let (true, Some(best)) = (certain, proposals.first()) {
                matcher.apply(line, best);
                bookings.push((line.id, payment_of(line, best)));
                result.accepted += 1;
            } else if proposals.is_empty() {
                result.unmatched += 1;
            } else {
                result.proposed += 1;
            }
            let kept = if certain { 1 } else { proposals.len() };
            for (rank, proposal) in proposals.into_iter().take(kept).enumerate() {
                let accepted = certain && rank == 0;
                result
                    .proposals
                    .push(view(line, &proposal, accepted, &matcher, &names));
            }
        }
        if !bookings.is_empty() {
            context.write(day, |writer| {
                for (line, payment) in &bookings {
                    writer.book_line(*line, std::slice::from_ref(payment))?;
                }
                Ok(())
            })?;
        }
        running.step(result.lines as usize)?;
    }
    result.id = crate::tell::fact_range(before, context.reader()?.head()?.facts);
    Ok(result)
}

/// What matching knows of customers and their open invoices.
pub(crate) fn matcher(context: &Context<'_>) -> AppResult<Matcher> {
    let reader = context.reader()?;
    let books = reader.books()?;
    let rates = context.rates()?;
    let mut matcher = Matcher::default();
    reader.for_each_account(store::Accounts::All, |account: Account| -> AppResult<()> {
        matcher.add(&account, &books, &rates);
        Ok(())
    })?;
    crate::desk::learn(&mut matcher, &reader)?;
    Ok(matcher)
}

pub(crate) fn payment_of(line: &BankLine, proposal: &MatchProposal) -> NewPayment {
    NewPayment {
        customer: proposal.customer,
        amount: line.amount,
        allocations: proposal
            .allocations
            .iter()
            .map(|part| (part.invoice, part.amount))
            .collect(),
    }
}

fn view(
    line: &BankLine,
    proposal: &MatchProposal,
    accepted: bool,
    matcher: &Matcher,
    names: &InvoiceNames,
) -> MatchProposalView {
    MatchProposalView {
        line: line.id.to_string(),
        date: line.date,
        amount: line.amount,
        payer: line.name.clone(),
        certainty: proposal.certainty,
        accepted,
        reasons: proposal
            .reasons
            .iter()
            .map(|reason| reason.code())
            .collect(),
        customer: proposal.customer.to_string(),
        allocations: proposal
            .allocations
            .iter()
            .map(|part| AllocationView {
                invoice: matcher.number(part.invoice).map_or_else(
                    || part.invoice.to_string(),
                    |number| names.name(number, proposal.customer),
                ),
                amount: part.amount,
            })
            .collect(),
        unallocated: proposal.unallocated,
    }
}

/// A part of the user's own division of a line.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Part {
    /// The invoice: its printed number, or its id as the desk gives it (`I-17`).
    pub invoice: String,
    /// How much.
    #[ts(type = "Money")]
    pub amount: Cents,
}

/// What to book for one line.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Accept {
    /// The bank line (`L-17`).
    pub line: String,
    /// Whose money it is; the best proposal's when none.
    pub customer: Option<String>,
    /// What is put where; the best proposal's parts when none. The rest stays unallocated. With
    /// shares: each goes to the share of its own customer.
    pub parts: Option<Vec<Part>>,
    /// The line as money of several customers; together they are the whole line.
    pub shares: Option<Vec<Share>>,
}

/// The part of a line that is one customer's.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Share {
    /// Whose money it is.
    pub customer: String,
    /// How much.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What is put where; the rest stays unallocated.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Part>>")]
    pub parts: Vec<Part>,
}

/// Books one line: the best proposal, or the user's own division.
///
/// # Errors
/// `bad_request` for an unknown or booked line, `unknown_invoice`, `amount_too_large`.
pub fn accept(context: &mut Context<'_>, request: Accept) -> AppResult<Done> {
    let day = context.day(None);
    let bad = |what: String| {
        AppError::new(Code::BadRequest)
            .with("name", "match_accept")
            .with("what", what)
    };
    let id: BankLineId = request
        .line
        .parse()
        .map_err(|_| bad(request.line.clone()))?;
    let line = context.reader()?.bank_line(id)?;
    let payments = match (&request.shares, &request.customer, &request.parts) {
        (Some(shares), ..) => {
            let parts = request.parts.as_deref().unwrap_or_default();
            of_shares(&context.reader()?, shares, parts)?
        }
        (None, None, None) => {
            let matcher = matcher(context)?;
            let best = matcher.propose(&line);
            let best = best.first().ok_or_else(|| bad(request.line.clone()))?;
            vec![payment_of(&line, best)]
        }
        (None, customer, parts) => {
            let parts = parts.as_deref().unwrap_or_default();
            vec![own_division(
                &context.reader()?,
                line.amount,
                customer,
                parts,
            )?]
        }
    };
    let lang = context.lang;
    let fact = context
        .write(day, |writer| Ok(writer.book_line(id, &payments)?))?
        .1;
    let told = crate::desk::of_line(&line, lang);
    Ok(Done::new(
        fact,
        lang,
        format!("{told} is geboekt."),
        format!("{told} was booked."),
    ))
}

/// The invoice that a part names: by the desk's id when it is of this customer, else by its number.
pub(crate) fn part_invoice(
    reader: &Reader<'_>,
    text: &str,
    customer: &Option<String>,
) -> AppResult<credit::Invoice> {
    let by_id = text
        .trim()
        .parse::<InvoiceId>()
        .ok()
        .and_then(|id| reader.invoice(id).ok());
    match (by_id, customer) {
        (Some(invoice), Some(customer))
            if find::customer(reader, customer)?.id == invoice.customer =>
        {
            Ok(invoice)
        }
        _ => find::invoice(reader, text),
    }
}

/// A line as money of several customers. Parts that stand beside the shares go to the share of the
/// customer whose invoice it is.
fn of_shares(reader: &Reader<'_>, shares: &[Share], parts: &[Part]) -> AppResult<Vec<NewPayment>> {
    let mut whose = Vec::new();
    for share in shares {
        whose.push(find::customer(reader, &share.customer)?.id);
    }
    let mut shares: Vec<Share> = shares.to_vec();
    for part in parts {
        let invoice = find::invoice(reader, &part.invoice)?;
        let own = whose.iter().position(|one| *one == invoice.customer);
        let share = own
            .and_then(|at| shares.get_mut(at))
            .ok_or_else(|| AppError::new(Code::UnknownInvoice).with("invoice", &part.invoice))?;
        share.parts.push(part.clone());
    }
    shares
        .iter()
        .map(|share| {
            let customer = Some(share.customer.clone());
            own_division(reader, share.amount, &customer, &share.parts)
        })
        .collect()
}

fn own_division(
    reader: &Reader<'_>,
    amount: Cents,
    customer: &Option<String>,
    parts: &[Part],
) -> AppResult<NewPayment> {
    let mut allocations: Vec<(InvoiceId, Cents)> = Vec::new();
    let mut whose = None;
    for part in parts {
        let invoice = part_invoice(reader, &part.invoice, customer)?;
        whose.get_or_insert(invoice.customer);
        if whose != Some(invoice.customer) {
            return Err(AppError::new(Code::UnknownInvoice).with("invoice", &part.invoice));
        }
        allocations.push((invoice.id, part.amount));
    }
    let customer = match customer {
        Some(text) => find::customer(reader, text)?.id,
        None => whose.ok_or_else(|| {
            AppError::new(Code::InvalidFields).field("customer", Code::FieldRequired)
        })?,
    };
    let put: Cents = allocations.iter().map(|(_, amount)| *amount).sum();
    if put.abs() > amount.abs() {
        return Err(AppError::new(Code::AmountTooLarge)
            .with_amount("amount", put)
            .with_amount("open", amount));
    }
    Ok(NewPayment {
        customer,
        amount,
        allocations,
    })
}
