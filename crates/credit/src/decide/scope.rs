//! Which invoices a dossier takes along, and which stay behind, why, and until when.

use chrono::NaiveDate;
use law::{Cents, Lang, RateTable};

use super::{Standing, standings};
use crate::plan_dates::earliest_handover;
use crate::reasons::Reason;
use crate::settle::{Settled, settle};
use crate::{Account, Books, Handover, InvoiceId, Step, words};

/// The invoices of a customer, divided for a handover on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandoverScope {
    /// What the dossier takes along.
    pub invoices: Vec<InvoiceId>,
    /// What is late too, or has no due date, and stays in the plan; in the account's order.
    pub behind: Vec<StaysBehind>,
    /// Whether the plan itself proposes it.
    pub proposed: bool,
}

/// An invoice that a dossier leaves in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaysBehind {
    /// The invoice.
    pub invoice: InvoiceId,
    /// Its open principal.
    pub open: Cents,
    /// Why.
    pub why: BehindWhy,
    /// The first day on which the plan can hand it over, when nobody pays and nothing holds it
    /// back; none when that cannot be said.
    pub from: Option<NaiveDate>,
}

/// Why an invoice stays behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BehindWhy {
    /// The last letter, a final demand as a rule, left, and its term still runs.
    DemandRunning {
        /// What it was.
        step: Step,
        /// The day it left.
        left: NaiveDate,
    },
    /// The 14-day letter left, and its term still runs.
    NoticeRunning {
        /// Last of the days the customer has.
        last_day: NaiveDate,
    },
    /// No final demand left yet; this step comes first.
    StepFirst {
        /// The step that comes next.
        step: Step,
    },
    /// The plan has no step for it any more, and had no handover.
    NoStep,
    /// Something holds it back: a dispute, a hold, a default that is not there.
    Held(Reason),
}

impl BehindWhy {
    /// The name on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            BehindWhy::DemandRunning { .. } => "demand_running",
            BehindWhy::NoticeRunning { .. } => "notice_running",
            BehindWhy::StepFirst { .. } => "step_first",
            BehindWhy::NoStep => "no_step",
            BehindWhy::Held(reason) => reason.code(),
        }
    }

    /// In words.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (BehindWhy::DemandRunning { step, left }, Lang::Nl) => format!(
                "De laatste brief ({}) ging op {} de deur uit; de termijn loopt nog.",
                words::step(*step, lang),
                words::date(*left, lang)
            ),
            (BehindWhy::DemandRunning { step, left }, Lang::En) => format!(
                "The last letter ({}) left on {}; its term still runs.",
                words::step(*step, lang),
                words::date(*left, lang)
            ),
            (BehindWhy::NoticeRunning { last_day }, Lang::Nl) => format!(
                "De termijn van de veertiendagenbrief loopt nog, tot en met {}.",
                words::date(*last_day, lang)
            ),
            (BehindWhy::NoticeRunning { last_day }, Lang::En) => format!(
                "The term of the 14-day letter still runs, through {}.",
                words::date(*last_day, lang)
            ),
            (BehindWhy::StepFirst { step }, Lang::Nl) => format!(
                "Hiervoor ging nog geen sommatie de deur uit. Eerst komt: {}.",
                words::step(*step, lang)
            ),
            (BehindWhy::StepFirst { step }, Lang::En) => format!(
                "No final demand left for it yet. First comes: {}.",
                words::step(*step, lang)
            ),
            (BehindWhy::NoStep, Lang::Nl) => "Het plan heeft hiervoor geen overdracht.".into(),
            (BehindWhy::NoStep, Lang::En) => "The plan has no handover for it.".into(),
            (BehindWhy::Held(reason), _) => reason.message(lang),
        }
    }
}

/// Divides the open, late invoices of a customer that were not handed over before.
///
/// The dossier takes those whose handover the plan proposes. When there are none, and no earlier dossier
/// of the customer is out, it takes what the user may decide on by naming the customer: those whose
/// last warning ran out but which something holds back; or, when no final demand left for any of them
/// yet, all but those whose 14-day letter still runs. An invoice whose last warning still runs is
/// taken only with `early`, which takes everything that is late.
pub fn handover_scope(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    early: bool,
) -> HandoverScope {
    let settled = settle(account, books, rates, date);
    let standings = standings(&settled, books, date);
    let late = late(&settled, date);
    let proposed: Vec<InvoiceId> = late
        .iter()
        .copied()
        .filter(|id| {
            standing(&standings, *id)
                .is_some_and(|standing| standing.step() == Step::Handover && standing.is_free(date))
        })
        .collect();
    let invoices = if early {
        late.clone()
    } else if proposed.is_empty() {
        decided(account, &standings, &late, date)
    } else {
        proposed.clone()
    };
    let behind = settled
        .ledger
        .items
        .iter()
        .filter(|item| item.parts.open.is_positive() && !item.handed_over)
        .filter(|item| item.invoice.due.is_none_or(|due| due < date))
        .map(|item| (item.invoice, item.parts.open))
        .filter(|(invoice, _)| !invoices.contains(&invoice.id))
        .map(|(invoice, open)| match standing(&standings, invoice.id) {
            Some(standing) => behind(account, books, rates, standing, date),
            None => StaysBehind {
                invoice: invoice.id,
                open,
                why: match invoice.due {
                    Some(_) => BehindWhy::NoStep,
                    None => BehindWhy::Held(Reason::DueDateMissing {
                        invoice: invoice.number.clone(),
                    }),
                },
                from: None,
            },
        })
        .collect();
    HandoverScope {
        proposed: !proposed.is_empty() && invoices == proposed,
        invoices,
        behind,
    }
}

fn standing<'a, 'b>(standings: &'b [Standing<'a>], invoice: InvoiceId) -> Option<&'b Standing<'a>> {
    standings
        .iter()
        .find(|standing| standing.item.invoice.id == invoice)
}

/// Open, past their due date and not handed over; oldest due first.
fn late(settled: &Settled<'_>, date: NaiveDate) -> Vec<InvoiceId> {
    let mut late: Vec<(NaiveDate, InvoiceId)> = settled
        .ledger
        .items
        .iter()
        .filter(|item| item.parts.open.is_positive() && !item.handed_over)
        .filter_map(|item| Some((item.invoice.due?, item.invoice.id)))
        .filter(|(due, _)| *due < date)
        .collect();
    late.sort_unstable();
    late.into_iter().map(|(_, id)| id).collect()
}

/// What naming the customer decides on where the plan proposes nothing.
fn decided(
    account: &Account,
    standings: &[Standing<'_>],
    late: &[InvoiceId],
    date: NaiveDate,
) -> Vec<InvoiceId> {
    // The same words said twice must not take along what stayed behind the first time.
    if account.handovers.iter().any(Handover::is_out) {
        return Vec::new();
    }
    // None where the plan has run out: then no term of it runs either.
    let only = |wanted: &dyn Fn(Option<&Standing<'_>>) -> bool| -> Vec<InvoiceId> {
        late.iter()
            .copied()
            .filter(|id| wanted(standing(standings, *id)))
            .collect()
    };
    let demanded = |one: Option<&Standing<'_>>| one.is_none_or(|one| one.step() == Step::Handover);
    if only(&demanded).is_empty() {
        return only(&|one| one.is_none_or(|one| !one.next.in_running_notice(date)));
    }
    only(&|one| demanded(one) && one.is_none_or(|one| one.is_due(date)))
}

fn behind(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    standing: &Standing<'_>,
    date: NaiveDate,
) -> StaysBehind {
    let invoice = standing.item.invoice.id;
    let open = standing.item.parts.open;
    let next = &standing.next;
    if let Some(reason) = &standing.block {
        return StaysBehind {
            invoice,
            open,
            why: BehindWhy::Held(reason.clone()),
            from: None,
        };
    }
    let why = match (&next.notice, next.previous) {
        (Some(term), _) if next.in_running_notice(date) => BehindWhy::NoticeRunning {
            last_day: term.last_day,
        },
        (_, Some(letter)) if standing.step() == Step::Handover => BehindWhy::DemandRunning {
            step: letter.step,
            left: letter.left(),
        },
        _ => BehindWhy::StepFirst {
            step: standing.step(),
        },
    };
    StaysBehind {
        invoice,
        open,
        why,
        from: earliest_handover(account, books, rates, date, invoice),
    }
}
