//! Lines that wait, each with its proposals, best first.

use std::collections::HashMap;

use chrono::NaiveDate;
use credit::{BankLineId, Certainty, CustomerId, InvoiceId, MatchProposal, Matcher};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::known::{Known, at_hand};
use super::words::{Named, reasons, return_reason};
use crate::error::AppResult;
use crate::find::InvoiceNames;
use crate::session::Context;

/// What kind of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum LineClass {
    /// Its best proposal is beyond reasonable doubt.
    Certain,
    /// There are proposals, and somebody has to choose.
    Choice,
    /// Money in that nothing is known about.
    Unknown,
    /// Money out that is no customer's, as far as is known.
    Out,
}

/// In which order lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum DeskSort {
    /// The oldest first.
    #[default]
    Oldest,
    /// The largest first.
    Largest,
}

/// Which lines.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DeskAsk {
    /// How many to pass over.
    pub offset: Option<u32>,
    /// How many to give at most; 100 when none.
    pub limit: Option<u32>,
    /// Only lines of this kind.
    pub filter: Option<LineClass>,
    /// The order.
    pub sort: Option<DeskSort>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// How many lines there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct DeskCounts {
    /// All that wait for a place with a customer: everything but money out that is no customer's.
    pub waiting: u32,
    /// Those that are certain.
    pub certain: u32,
    /// Those that need a choice.
    pub choice: u32,
    /// Money in that nothing is known about.
    pub unknown: u32,
    /// Money out.
    pub out: u32,
    /// Booked or set aside today.
    pub done_today: u32,
}

/// What a reason does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ReasonTone {
    /// It speaks for the proposal.
    For,
    /// It is something to mind.
    Mind,
}

/// A reason, worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DeskReason {
    /// Stable code.
    pub code: &'static str,
    /// What it does.
    pub tone: ReasonTone,
    /// In words.
    pub words: String,
}

/// A part of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DeskPart {
    /// The invoice's id: what `match_accept` takes.
    pub invoice: String,
    /// Its printed number.
    pub number: String,
    /// Day by which it had to be paid.
    #[ts(type = "IsoDate | null")]
    pub due: Option<NaiveDate>,
    /// What is open of it; negative for a credit note.
    #[ts(type = "Money")]
    pub open: Cents,
    /// How much is put to it; negative reopens.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What stays open.
    #[ts(type = "Money")]
    pub remains: Cents,
    /// What goes to interest and costs, beyond what is open.
    #[ts(type = "Money")]
    pub beyond: Cents,
}

/// One reading of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DeskProposal {
    /// How sure.
    #[ts(type = "'certain' | 'likely' | 'possible'")]
    pub certainty: Certainty,
    /// Whose money it is.
    pub customer: String,
    /// The customer's name.
    pub name: String,
    /// The creditor's own number of the customer.
    pub number: Option<String>,
    /// Why.
    pub reasons: Vec<DeskReason>,
    /// What is put where.
    pub parts: Vec<DeskPart>,
    /// What is left, put to no invoice.
    #[ts(type = "Money")]
    pub unallocated: Cents,
}

/// A line that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DeskLine {
    /// Its id.
    pub id: String,
    /// What kind it is.
    pub class: LineClass,
    /// Day it was booked.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Money in is positive.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// Who paid or was paid, as the bank says.
    pub payer: Option<String>,
    /// The account of the other side.
    pub iban: Option<String>,
    /// The text.
    pub description: String,
    /// The structured reference.
    pub reference: Option<String>,
    /// The payer's own id.
    pub end_to_end: Option<String>,
    /// The creditor's account.
    pub account: String,
    /// Whether the bank takes back an earlier booking with it.
    pub reversal: bool,
    /// Why it came back, in words.
    pub returned: Option<String>,
    /// How many waiting lines have the same other side, this one included.
    pub alike: u32,
    /// The readings, best first.
    pub proposals: Vec<DeskProposal>,
}

/// A page of the desk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeskPage {
    /// How many lines there are of each kind.
    pub counts: DeskCounts,
    /// How many lines fit the filter.
    pub total: u32,
    /// The page.
    pub rows: Vec<DeskLine>,
}

/// The desk: lines that wait, each with its proposals and their reasons.
///
/// # Errors
/// `job_cancelled` while it reads everything for the first time.
pub fn bank_desk(context: &mut Context<'_>, request: DeskAsk) -> AppResult<DeskPage> {
    let day = context.day(request.date);
    let lang = context.lang;
    at_hand(context, |reader, known| {
        page(&reader, known, &request, day, lang)
    })
}

fn page(
    reader: &Reader<'_>,
    known: &mut Known,
    request: &DeskAsk,
    day: NaiveDate,
    lang: Lang,
) -> AppResult<DeskPage> {
    let mut counts = counts(known);
    counts.done_today = crate::import::count(reader.lines_done_on(day)?);
    let mut ids: Vec<(Cents, BankLineId, NaiveDate)> = known
        .lines
        .iter()
        .filter(|(_, of)| request.filter.is_none_or(|wanted| of.class == wanted))
        .map(|(id, of)| (of.line.line.amount, *id, of.line.line.date))
        .collect();
    match request.sort.unwrap_or_default() {
        DeskSort::Oldest => ids.sort_by_key(|(_, id, date)| (*date, *id)),
        DeskSort::Largest => {
            ids.sort_by_key(|(amount, id, _)| (std::cmp::Reverse(amount.abs()), *id))
        }
    }
    let total = crate::import::count(ids.len() as u64);
    let (offset, limit) = (
        request.offset.unwrap_or(0),
        request.limit.unwrap_or(100).min(500),
    );
    let alike = alike(known);
    let mut writing = Rows {
        names: InvoiceNames::read(reader)?,
        customers: HashMap::new(),
        reader,
        lang,
    };
    let mut rows = Vec::new();
    for (_, id, _) in ids.iter().skip(offset as usize).take(limit as usize) {
        rows.extend(writing.line(known, *id, &alike)?);
    }
    Ok(DeskPage {
        counts,
        total,
        rows,
    })
}

fn counts(known: &Known) -> DeskCounts {
    let of = |class: LineClass| {
        let lines = known.lines.values().filter(|line| line.class == class);
        crate::import::count(lines.count() as u64)
    };
    let (certain, choice, unknown) = (
        of(LineClass::Certain),
        of(LineClass::Choice),
        of(LineClass::Unknown),
    );
    DeskCounts {
        // The very count of the first screen and the rail, so that nobody looks for a line that is not there.
        waiting: certain + choice + unknown,
        certain,
        choice,
        unknown,
        out: of(LineClass::Out),
        done_today: 0,
    }
}

fn alike(known: &Known) -> HashMap<String, u32> {
    let mut alike: HashMap<String, u32> = HashMap::new();
    for of in known.lines.values() {
        if !of.line.counterparty.is_empty() {
            *alike.entry(of.line.counterparty.clone()).or_default() += 1;
        }
    }
    alike
}

/// Writes rows: names of customers are read once.
struct Rows<'r> {
    reader: &'r Reader<'r>,
    names: InvoiceNames,
    customers: HashMap<CustomerId, (String, Option<String>)>,
    lang: Lang,
}

impl Rows<'_> {
    fn line(
        &mut self,
        known: &mut Known,
        id: BankLineId,
        alike: &HashMap<String, u32>,
    ) -> AppResult<Option<DeskLine>> {
        let proposals = known.proposals(id);
        let Some(waiting) = known.lines.get(&id) else {
            return Ok(None);
        };
        let line = &waiting.line.line;
        let mut views = Vec::new();
        for proposal in &proposals {
            let (name, number) = self.customer(proposal.customer)?;
            let printed = |invoice: InvoiceId| number_of(&known.matcher, invoice);
            let paid = |invoice: InvoiceId| known.matcher.is_paid(invoice);
            let named = Named {
                customer: &name,
                number: &printed,
                paid: &paid,
                invoices: known.matcher.named_in(line, proposal.customer),
            };
            views.push(DeskProposal {
                certainty: proposal.certainty,
                customer: proposal.customer.to_string(),
                reasons: reasons(line, proposal, &named, self.lang),
                parts: self.parts(&known.matcher, proposal),
                unallocated: proposal.unallocated,
                name,
                number,
            });
        }
        let text = line.remittance.split_whitespace().collect::<Vec<_>>();
        Ok(Some(DeskLine {
            id: id.to_string(),
            class: waiting.class,
            date: line.date,
            amount: line.amount,
            payer: line.name.clone(),
            iban: line.iban.clone(),
            description: text.join(" "),
            reference: line.reference.clone(),
            end_to_end: line.end_to_end.clone(),
            account: line.account.clone(),
            reversal: line.reversal,
            returned: line
                .return_reason
                .as_deref()
                .map(|code| return_reason(code, self.lang)),
            alike: alike.get(&waiting.line.counterparty).copied().unwrap_or(1),
            proposals: views,
        }))
    }

    fn customer(&mut self, id: CustomerId) -> AppResult<(String, Option<String>)> {
        if let Some(known) = self.customers.get(&id) {
            return Ok(known.clone());
        }
        let customer = self.reader.customer(id)?;
        let named = (customer.name, customer.number);
        self.customers.insert(id, named.clone());
        Ok(named)
    }

    fn parts(&self, matcher: &Matcher, proposal: &MatchProposal) -> Vec<DeskPart> {
        proposal
            .allocations
            .iter()
            .map(|part| {
                let number = number_of(matcher, part.invoice);
                let open = matcher.open(part.invoice).unwrap_or_default();
                let (remains, beyond) = after(open, part.amount);
                DeskPart {
                    invoice: part.invoice.to_string(),
                    number: self.names.name(&number, proposal.customer),
                    due: matcher.due(part.invoice),
                    open,
                    amount: part.amount,
                    remains,
                    beyond,
                }
            })
            .collect()
    }
}

/// What stays open of an invoice, and what goes beyond it to interest and costs.
fn after(open: Cents, put: Cents) -> (Cents, Cents) {
    let rest = open - put;
    if open.is_negative() {
        (rest.min(Cents::ZERO), Cents::ZERO)
    } else if rest.is_negative() {
        (Cents::ZERO, -rest)
    } else {
        (rest, Cents::ZERO)
    }
}

fn number_of(matcher: &Matcher, invoice: InvoiceId) -> String {
    matcher
        .number(invoice)
        .map_or_else(|| invoice.to_string(), str::to_string)
}
