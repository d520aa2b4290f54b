//! What the desk knows between calls: the matcher, and for every waiting line what kind of line it
//! is. Built once, then brought up to date with the facts written since; so an answer stays quick
//! with a hundred thousand invoices, and follows every fact, whoever wrote it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use credit::{BankLine, BankLineId, Books, Certainty, CustomerId, FactId, MatchProposal, Matcher};
use law::{Cents, RateTable};
use store::{Accounts, Fact, FactKind, Reader, Subject, WaitingLine};

use super::page::LineClass;
use crate::error::AppResult;
use crate::jobs::Jobs;
use crate::session::Context;

/// More facts than this since the last look: it is quicker to begin anew.
const MOST_FACTS: u32 = 400;

/// More customers than this touched: it is quicker to begin anew.
const MOST_CUSTOMERS: usize = 100;

/// A line that waits.
pub(super) struct Waiting {
    pub(super) line: WaitingLine,
    pub(super) class: LineClass,
    /// Whom its proposals are about.
    customers: Vec<CustomerId>,
}

/// What the desk knows.
pub(crate) struct Known {
    /// How many facts it has seen.
    facts: u64,
    pub(super) matcher: Matcher,
    pub(super) lines: BTreeMap<BankLineId, Waiting>,
    /// Which customers paid from an account, by what was booked.
    payers: HashMap<String, BTreeSet<CustomerId>>,
}

/// What kind of line it is, by its proposals.
fn class_of(line: &BankLine, proposals: &[MatchProposal]) -> LineClass {
    // What the bank marks as gone back is a customer's, although nobody knows whose.
    let gone_back = line.reversal || line.return_reason.is_some();
    match proposals.first() {
        Some(best) if best.certainty == Certainty::Certain => LineClass::Certain,
        Some(_) => LineClass::Choice,
        None if line.amount.is_negative() && !gone_back => LineClass::Out,
        None => LineClass::Unknown,
    }
}

/// What changed since the desk looked last.
#[derive(Default)]
struct Changed {
    customers: BTreeSet<CustomerId>,
    lines: BTreeSet<BankLineId>,
    /// Any line may read differently now (a name, a number).
    all: bool,
}

impl Known {
    /// Reads everything.
    fn build(reader: &Reader<'_>, rates: &RateTable, jobs: &Jobs) -> AppResult<Known> {
        let running = jobs.start("bank_desk", None);
        let books = reader.books()?;
        let mut known = Known {
            facts: reader.head()?.facts,
            matcher: Matcher::default(),
            lines: BTreeMap::new(),
            payers: HashMap::new(),
        };
        let mut done = 0;
        reader.for_each_account(Accounts::All, |account| -> AppResult<()> {
            known.matcher.add(&account, &books, rates);
            done += 1;
            if done % 500 == 0 {
                running.step(done)?;
            }
            Ok(())
        })?;
        known.payers = learn(&mut known.matcher, reader)?;
        for (at, line) in reader.waiting()?.into_iter().enumerate() {
            if at % 500 == 0 {
                running.step(done + at)?;
            }
            known.enter(line);
        }
        Ok(known)
    }

    fn enter(&mut self, line: WaitingLine) {
        let proposals = self.matcher.propose(&line.line);
        let waiting = Waiting {
            class: class_of(&line.line, &proposals),
            customers: proposals.iter().map(|of| of.customer).collect(),
            line,
        };
        self.lines.insert(waiting.line.line.id, waiting);
    }

    /// The proposals of a line as they are now; what is kept of it follows.
    pub(super) fn proposals(&mut self, id: BankLineId) -> Vec<MatchProposal> {
        let Some(waiting) = self.lines.get_mut(&id) else {
            return Vec::new();
        };
        let proposals = self.matcher.propose(&waiting.line.line);
        waiting.class = class_of(&waiting.line.line, &proposals);
        waiting.customers = proposals.iter().map(|of| of.customer).collect();
        proposals
    }

    /// Takes in the facts written since; false when it is better to begin anew.
    fn catch_up(&mut self, reader: &Reader<'_>, rates: &RateTable) -> AppResult<bool> {
        let head = reader.head()?.facts;
        if head == self.facts {
            return Ok(true);
        }
        if head < self.facts || head - self.facts > u64::from(MOST_FACTS) {
            return Ok(false);
        }
        let mut changed = Changed::default();
        for fact in reader.facts_after(self.facts, MOST_FACTS)? {
            if !note(&mut changed, reader, &fact)? {
                return Ok(false);
            }
        }
        if changed.customers.len() > MOST_CUSTOMERS {
            return Ok(false);
        }
        self.take(&mut changed, reader, &reader.books()?, rates)?;
        self.facts = head;
        Ok(true)
    }

    fn take(
        &mut self,
        changed: &mut Changed,
        reader: &Reader<'_>,
        books: &Books,
        rates: &RateTable,
    ) -> AppResult<()> {
        let mut accounts: HashSet<String> = HashSet::new();
        for id in &changed.lines {
            let Ok(line) = reader.bank_line(*id) else {
                self.lines.remove(id);
                continue;
            };
            let booked = reader.payments_of_line(*id)?;
            changed
                .customers
                .extend(booked.iter().map(|of| of.customer));
            if let Some(iban) = line.iban {
                let payers = self.payers.entry(iban.clone()).or_default();
                payers.extend(booked.iter().map(|payment| payment.customer));
                let mut gone = Vec::new();
                for customer in payers.iter() {
                    if !reader.paid_from(*customer, &iban)? {
                        gone.push(*customer);
                    }
                }
                // Whoever shares the account is read again: it may tell less, or more, now.
                changed.customers.extend(payers.iter());
                payers.retain(|customer| !gone.contains(customer));
                accounts.insert(iban);
            }
        }
        let mut amounts: HashSet<Cents> = HashSet::new();
        // What came in may be what a line with money out took back.
        let mut back: HashSet<Cents> = HashSet::new();
        for customer in &changed.customers {
            amounts.extend(self.opens(*customer));
            match reader.account(*customer) {
                Ok(account) => {
                    back.extend(account.payments.iter().map(|payment| -payment.amount));
                    self.matcher.refresh(&account, books, rates);
                }
                Err(_) => self.matcher.forget(*customer),
            }
            amounts.extend(self.opens(*customer));
            let own: Vec<&String> = self
                .payers
                .iter()
                .filter(|(_, payers)| payers.len() == 1 && payers.contains(customer))
                .map(|(iban, _)| iban)
                .collect();
            for iban in own {
                self.matcher.learn_account(iban, *customer);
            }
        }
        for id in &changed.lines {
            match reader.waiting_line(*id)? {
                Some(line) => self.enter(line),
                None => {
                    self.lines.remove(id);
                }
            }
        }
        let again: Vec<BankLineId> = self
            .lines
            .iter()
            .filter(|(_, waiting)| {
                let line = &waiting.line.line;
                changed.all
                    || amounts.contains(&line.amount)
                    || back.contains(&line.amount)
                    || waiting
                        .customers
                        .iter()
                        .any(|of| changed.customers.contains(of))
                    || line
                        .iban
                        .as_ref()
                        .is_some_and(|iban| accounts.contains(iban))
            })
            .map(|(id, _)| *id)
            .collect();
        for id in again {
            self.proposals(id);
        }
        Ok(())
    }

    /// Whose money came from the account of this line before, by what was booked. An account that paid
    /// for several tells nothing about one line, but it tells for whom to look.
    pub(super) fn paid_from(&self, line: &BankLine) -> Vec<CustomerId> {
        let payers = line.iban.as_ref().and_then(|iban| self.payers.get(iban));
        payers.into_iter().flatten().copied().collect()
    }

    fn opens(&self, customer: CustomerId) -> Vec<Cents> {
        self.matcher
            .open_of(customer)
            .into_iter()
            .map(|(_, open)| open)
            .collect()
    }
}

/// Teaches the matcher from which accounts customers paid before. An account from which several
/// paid (a payment service, a family) tells nothing.
pub(crate) fn learn(
    matcher: &mut Matcher,
    reader: &Reader<'_>,
) -> AppResult<HashMap<String, BTreeSet<CustomerId>>> {
    let mut payers: HashMap<String, BTreeSet<CustomerId>> = HashMap::new();
    for (iban, customer) in reader.paying_accounts()? {
        payers.entry(iban).or_default().insert(customer);
    }
    for (iban, customers) in &payers {
        if let (1, Some(customer)) = (customers.len(), customers.first()) {
            matcher.learn_account(iban, *customer);
        }
    }
    Ok(payers)
}

/// Notes whom a fact changed; false when it changed too much.
fn note(changed: &mut Changed, reader: &Reader<'_>, fact: &Fact) -> AppResult<bool> {
    match fact.kind {
        FactKind::Note
        | FactKind::Hold
        | FactKind::Promise
        | FactKind::Dispute
        | FactKind::Insolvency
        | FactKind::PlanPut
        | FactKind::FileAttached
        | FactKind::MappingRemembered
        | FactKind::TemplatePut
        | FactKind::KeysChanged
        | FactKind::SettingPut => Ok(true),
        FactKind::LineBooked | FactKind::LineDismissed => {
            line_of(changed, fact);
            touched(changed, reader, fact.id)
        }
        FactKind::Paid
        | FactKind::Allocated
        | FactKind::AllocationUndone
        | FactKind::WriteOff
        | FactKind::Waiver => touched(changed, reader, fact.id),
        FactKind::CustomerAdded
        | FactKind::CustomerChanged
        | FactKind::InvoiceAdded
        | FactKind::InvoiceChanged => {
            changed.all = true;
            touched(changed, reader, fact.id)
        }
        FactKind::Undone => {
            let Some(Subject::Fact(target)) = fact.subject else {
                return Ok(false);
            };
            let target = reader.fact(target)?;
            match target.kind {
                FactKind::Imported | FactKind::CustomersMerged => return Ok(false),
                FactKind::LineBooked | FactKind::LineDismissed => line_of(changed, &target),
                FactKind::CustomerAdded
                | FactKind::CustomerChanged
                | FactKind::InvoiceAdded
                | FactKind::InvoiceChanged => changed.all = true,
                _ => {}
            }
            touched(changed, reader, fact.id)
        }
        // An import, a merge, letters that left: read everything again.
        _ => Ok(false),
    }
}

fn line_of(changed: &mut Changed, fact: &Fact) {
    if let Some(Subject::BankLine(line)) = fact.subject {
        changed.lines.insert(line);
    }
}

fn touched(changed: &mut Changed, reader: &Reader<'_>, fact: FactId) -> AppResult<bool> {
    changed.customers.extend(reader.touched_by(fact)?);
    Ok(true)
}

/// Whether everything was read already, so that asking takes no longer than what changed since.
pub(super) fn desk_is_known(context: &Context<'_>) -> AppResult<bool> {
    context.at_the_desk(|_, desk| Ok(desk.is_some()))
}

/// Asks what the desk knows, brought up to date.
pub(super) fn at_hand<T>(
    context: &Context<'_>,
    ask: impl FnOnce(Reader<'_>, &mut Known) -> AppResult<T>,
) -> AppResult<T> {
    let rates = context.rates()?;
    context.at_the_desk(|reader, desk| {
        let fresh = match desk.as_mut() {
            Some(known) => known.catch_up(&reader, &rates),
            None => Ok(false),
        };
        if !matches!(fresh, Ok(true)) {
            // Half brought up to date is not known at all.
            *desk = None;
            fresh?;
        }
        let known = match desk.take() {
            Some(known) => known,
            None => Box::new(Known::build(&reader, &rates, context.session.jobs())?),
        };
        ask(reader, desk.insert(known))
    })
}
