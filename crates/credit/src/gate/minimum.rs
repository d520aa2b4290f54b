//! A second minimum of 40 euro for small terms of one recurring contract within six months.
//!
//! Since 1 October 2024 costs over small periodic terms of a consumer add up to less (Stb. 2024,
//! 44). As long as the exact scale is not settled here, a second minimum is not proposed: red when
//! the contract recurs, amber when that is not known.

use chrono::NaiveDate;
use law::Cents;
use law::costs::PERIODIC_TERM_BELOW;

use crate::costs_due::notice_bases;
use crate::days::months_before;
use crate::decide::{Case, Standing};
use crate::ledger::Ledger;
use crate::plan_of::has_left;
use crate::reasons::Reason;
use crate::{Letter, LetterId};

pub(super) fn second(
    case: &Case<'_>,
    bearing: &[&Standing<'_>],
    base: Cents,
    date: NaiveDate,
) -> Option<Reason> {
    if base >= PERIODIC_TERM_BELOW {
        return None;
    }
    let ledger = &case.settled.ledger;
    let since = months_before(date, 6);
    let earlier = || {
        case.account
            .letters
            .iter()
            .filter(|letter| has_left(letter) && letter.left() > since)
            .filter(|letter| is_minimum(ledger, letter) && !paid_in_time(case, letter.id))
    };
    let contracts: Vec<&str> = bearing
        .iter()
        .filter_map(|standing| contract(standing.item.invoice.contract.as_deref()))
        .collect();
    let same = earlier().find_map(|letter| {
        let shared = contracts_of(ledger, letter)
            .into_iter()
            .find(|name| contracts.contains(name))?;
        Some((letter, Some(shared.to_owned())))
    });
    let recurring = case.account.customer.recurring;
    let found = same.or_else(|| {
        (recurring == Some(true))
            .then(|| earlier().next())
            .flatten()
            .map(|letter| (letter, None))
    });
    if let Some((letter, contract)) = found {
        return Some(Reason::SecondMinimumWithinSixMonths {
            earlier: letter.left(),
            contract,
        });
    }
    let nothing_named = contracts.is_empty();
    (recurring.is_none() && nothing_named)
        .then(|| earlier().next())
        .flatten()
        .map(|letter| Reason::RecurringUnknown {
            earlier: letter.left(),
        })
}

fn contract(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}

/// Whether a letter was a 14-day letter that announced the minimum.
fn is_minimum(ledger: &Ledger<'_>, letter: &Letter) -> bool {
    let base: Cents = notice_bases(ledger, letter)
        .iter()
        .map(|(_, base)| *base)
        .sum();
    base.is_positive() && base < PERIODIC_TERM_BELOW
}

fn contracts_of<'a>(ledger: &'a Ledger<'_>, letter: &Letter) -> Vec<&'a str> {
    notice_bases(ledger, letter)
        .iter()
        .filter_map(|(item, _)| ledger.items.get(*item))
        .filter_map(|item| contract(item.invoice.contract.as_deref()))
        .collect()
}

/// Whether a 14-day letter ran out with everything paid in time, so that no minimum came due.
fn paid_in_time(case: &Case<'_>, letter: LetterId) -> bool {
    let Some(letter) = case.account.letters.iter().find(|known| known.id == letter) else {
        return false;
    };
    let term = law::notice_term(letter.left(), letter.delivery_days, letter.plan_days);
    let ledger = &case.settled.ledger;
    term.claimable_in_plan <= case.today
        && notice_bases(ledger, letter).iter().all(|(item, _)| {
            ledger
                .items
                .get(*item)
                .is_none_or(|item| item.left_before(term.claimable_in_plan).is_zero())
        })
}
