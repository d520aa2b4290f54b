//! What to do today: the list of cli.md, and the cards of work that the window shows.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use credit::{
    Account, Books, Channel, Gate, InvoiceId, Proposal, ProposalKind, Step, TodayBuilder,
};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use store::{Accounts, Reader};
use ts_rs::TS;

use crate::error::AppResult;
use crate::find::InvoiceNames;
use crate::session::Context;

/// For which day.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct TodayRequest {
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// One reason, worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Reason")]
pub struct ReasonView {
    /// Stable code.
    pub code: &'static str,
    /// In words.
    pub message: String,
}

/// What a letter asks or announces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Claim")]
pub struct ClaimView {
    /// Open principal.
    #[ts(type = "Money")]
    pub principal: Cents,
    /// Interest asked.
    #[ts(type = "Money")]
    pub interest: Cents,
    /// Costs asked, VAT on them included.
    #[ts(type = "Money")]
    pub costs: Cents,
    /// The three together.
    #[ts(type = "Money")]
    pub total: Cents,
    /// What a 14-day letter announces.
    #[ts(type = "Money | null")]
    pub costs_announced: Option<Cents>,
    /// From which day the plan asks it.
    #[ts(type = "IsoDate | null")]
    pub costs_from: Option<NaiveDate>,
}

impl From<&credit::ClaimFigures> for ClaimView {
    fn from(claim: &credit::ClaimFigures) -> ClaimView {
        ClaimView {
            principal: claim.principal,
            interest: claim.interest,
            costs: claim.costs,
            total: claim.total,
            costs_announced: claim.costs_announced,
            costs_from: claim.costs_from,
        }
    }
}

/// One thing to do.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "Proposal")]
pub struct ProposalView {
    /// The customer's id.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// What to do.
    #[ts(type = "ProposalKind")]
    pub kind: ProposalKind,
    /// The card under which it stands.
    pub work: WorkKind,
    /// Level of the letter.
    #[ts(type = "Step | null")]
    pub step: Option<Step>,
    /// How it goes out.
    #[ts(type = "Channel[]")]
    pub channels: Vec<Channel>,
    /// Whether it may go.
    #[ts(type = "Gate")]
    pub gate: Gate,
    /// Why, and why not.
    pub reasons: Vec<ReasonView>,
    /// Printed numbers of the invoices.
    pub invoices: Vec<String>,
    /// Due date of the oldest.
    #[ts(type = "IsoDate | null")]
    pub oldest_due: Option<NaiveDate>,
    /// What it asks.
    pub claim: ClaimView,
}

/// A card of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum WorkKind {
    /// Letters that may go.
    Letters,
    /// Letters that ask a decision.
    Decide,
    /// Letters that are held back.
    Held,
    /// Bank lines to match.
    Bank,
    /// Customers to call.
    Call,
    /// To hand over.
    Handover,
    /// Things that are not known.
    Review,
    /// Claims that lapse soon.
    Limitation,
}

/// How many of one step.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkDetail {
    /// The step.
    #[ts(type = "Step")]
    pub step: Step,
    /// How many.
    pub count: u32,
}

/// One card.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkItem {
    /// Which.
    pub kind: WorkKind,
    /// How many.
    pub count: u32,
    /// For how much.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// How many green.
    pub green: u32,
    /// How many amber.
    pub amber: u32,
    /// How many red.
    pub red: u32,
    /// By step.
    pub detail: Vec<WorkDetail>,
}

/// One bucket of the ageing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AgeingBucket {
    /// How late.
    #[ts(type = "AgeingName")]
    pub bucket: credit::Bucket,
    /// Open principal, credits negative.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// How many invoices and credit notes.
    pub invoices: u32,
}

/// What to do today.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Today {
    /// The day.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Through which day bank data is known.
    #[ts(type = "IsoDate | null")]
    pub bank_through: Option<NaiveDate>,
    /// When the last backup was made.
    #[ts(type = "IsoDateTime | null")]
    pub backup_at: Option<DateTime<Utc>>,
    /// Number of customers with something open.
    pub customers: u32,
    /// Open principal, credits negative.
    #[ts(type = "Money")]
    pub open: Cents,
    /// The part of it that is past its due date.
    #[ts(type = "Money")]
    pub overdue: Cents,
    /// Money of customers that is put to no invoice.
    #[ts(type = "Money")]
    pub unallocated: Cents,
    /// What today's green and amber letters ask together.
    #[ts(type = "Money")]
    pub moving: Cents,
    /// By days late.
    pub ageing: Vec<AgeingBucket>,
    /// Cards of work, most euros first.
    pub work: Vec<WorkItem>,
    /// What to do, most euros first.
    pub proposals: Vec<ProposalView>,
}

/// Whether a font of the letters can print a text.
pub(crate) fn printable(text: &str) -> bool {
    documents::can_print(text).is_ok()
}

/// What to do today.
///
/// # Errors
/// `date_before_facts`.
pub fn today(context: &mut Context<'_>, request: TodayRequest) -> AppResult<Today> {
    let date = context.deciding_day(request.date)?;
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let books = reader.books()?;
    let mut builder = TodayBuilder::new(&books, &rates, date, &printable);
    let mut names = Named {
        names: InvoiceNames::read(&reader)?,
        kept: HashMap::new(),
    };
    reader.for_each_account(Accounts::Unsettled, |account| -> AppResult<()> {
        let proposed = builder.add(&account);
        names.keep(&account, proposed);
        Ok(())
    })?;
    let found = builder.finish();
    let waiting = bank_work(&reader)?;
    Ok(view(found, &names, waiting, context.last_backup(), lang))
}

/// The printed numbers and due dates of the invoices that stand in proposals.
struct Named {
    names: InvoiceNames,
    kept: HashMap<InvoiceId, (String, Option<NaiveDate>)>,
}

impl Named {
    fn keep(&mut self, account: &Account, proposed: &[Proposal]) {
        let wanted: std::collections::HashSet<InvoiceId> = proposed
            .iter()
            .flat_map(|proposal| &proposal.lines)
            .map(|line| line.invoice)
            .collect();
        for invoice in account
            .invoices
            .iter()
            .filter(|invoice| wanted.contains(&invoice.id))
        {
            let name = self.names.name(&invoice.number, invoice.customer);
            self.kept.insert(invoice.id, (name, invoice.due));
        }
    }

    fn number(&self, id: InvoiceId) -> String {
        self.kept
            .get(&id)
            .map_or_else(|| id.to_string(), |(number, _)| number.clone())
    }

    fn oldest_due(&self, proposal: &Proposal) -> Option<NaiveDate> {
        proposal
            .lines
            .iter()
            .filter_map(|line| self.kept.get(&line.invoice).and_then(|(_, due)| *due))
            .min()
    }
}

fn bank_work(reader: &Reader<'_>) -> AppResult<Option<WorkItem>> {
    let (mut count, mut amount) = (0, Cents::ZERO);
    reader.for_each_waiting_line(|line| -> AppResult<()> {
        if line.amount.is_positive() {
            count += 1;
            amount += line.amount;
        }
        Ok(())
    })?;
    Ok((count > 0).then(|| WorkItem {
        kind: WorkKind::Bank,
        count,
        amount,
        green: 0,
        amber: 0,
        red: 0,
        detail: Vec::new(),
    }))
}

fn view(
    found: credit::Today,
    names: &Named,
    bank: Option<WorkItem>,
    backup_at: Option<DateTime<Utc>>,
    lang: Lang,
) -> Today {
    let mut work = cards(&found.proposals);
    work.extend(bank);
    work.sort_by_key(|item| std::cmp::Reverse((item.amount, item.count)));
    let moving = found
        .proposals
        .iter()
        .filter(|proposal| proposal.kind == ProposalKind::Letter && proposal.gate != Gate::Red)
        .map(|proposal| proposal.claim.total)
        .sum();
    Today {
        date: found.date,
        bank_through: found.bank_through,
        backup_at,
        customers: found.customers,
        open: found.open,
        overdue: found.overdue,
        unallocated: found.unallocated,
        moving,
        ageing: found
            .ageing
            .rows
            .iter()
            .map(|row| AgeingBucket {
                bucket: row.bucket,
                amount: row.amount,
                invoices: row.invoices,
            })
            .collect(),
        work,
        proposals: found
            .proposals
            .iter()
            .map(|proposal| proposal_view(proposal, names, lang))
            .collect(),
    }
}

fn proposal_view(proposal: &Proposal, names: &Named, lang: Lang) -> ProposalView {
    ProposalView {
        customer: proposal.customer.to_string(),
        name: proposal.name.clone(),
        kind: proposal.kind,
        work: work_of(proposal),
        step: proposal.step,
        channels: proposal.channels.clone(),
        gate: proposal.gate,
        reasons: reasons(proposal, lang),
        invoices: proposal
            .lines
            .iter()
            .map(|line| names.number(line.invoice))
            .collect(),
        oldest_due: names.oldest_due(proposal),
        claim: ClaimView::from(&proposal.claim),
    }
}

/// The reasons of a proposal, worded.
pub(crate) fn reasons(proposal: &Proposal, lang: Lang) -> Vec<ReasonView> {
    proposal
        .reasons
        .iter()
        .map(|reason| ReasonView {
            code: reason.code(),
            message: reason.message(lang),
        })
        .collect()
}

fn work_of(proposal: &Proposal) -> WorkKind {
    match (proposal.kind, proposal.gate) {
        (ProposalKind::Letter, Gate::Green) => WorkKind::Letters,
        (ProposalKind::Letter, Gate::Amber) => WorkKind::Decide,
        (ProposalKind::Letter, Gate::Red) => WorkKind::Held,
        (ProposalKind::Call, _) => WorkKind::Call,
        (ProposalKind::Handover, _) => WorkKind::Handover,
        (ProposalKind::Interrupt, _) => WorkKind::Limitation,
        (ProposalKind::Review, _) => WorkKind::Review,
    }
}

fn cards(proposals: &[Proposal]) -> Vec<WorkItem> {
    let mut cards: BTreeMap<WorkKind, (WorkItem, BTreeMap<Step, u32>)> = BTreeMap::new();
    for proposal in proposals {
        let kind = work_of(proposal);
        let (item, steps) = cards.entry(kind).or_insert_with(|| {
            let empty = WorkItem {
                kind,
                count: 0,
                amount: Cents::ZERO,
                green: 0,
                amber: 0,
                red: 0,
                detail: Vec::new(),
            };
            (empty, BTreeMap::new())
        });
        item.count += 1;
        item.amount += proposal.claim.total;
        match proposal.gate {
            Gate::Green => item.green += 1,
            Gate::Amber => item.amber += 1,
            Gate::Red => item.red += 1,
        }
        if let Some(step) = proposal.step {
            *steps.entry(step).or_default() += 1;
        }
    }
    cards
        .into_values()
        .map(|(mut item, steps)| {
            item.detail = steps
                .into_iter()
                .map(|(step, count)| WorkDetail { step, count })
                .collect();
            item
        })
        .collect()
}

/// Every proposal of one customer, with its calculation.
pub(crate) fn decide(
    account: &Account,
    books: &Books,
    rates: &law::RateTable,
    date: NaiveDate,
) -> Vec<Proposal> {
    credit::decide(account, books, rates, date, &printable)
}
