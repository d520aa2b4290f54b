//! How much of the money out that waits is of a customer: a payment that went back without the
//! bank saying so. The first screen counts by this, and so counts the very lines of the desk.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use credit::{BankLine, BankLineId, CustomerId, Matcher};
use law::RateTable;
use store::Reader;

use super::known::{Known, at_hand, desk_is_known};
use super::page::LineClass;
use crate::error::AppResult;
use crate::session::Context;

/// With more customers than this to look at, all that the desk knows is quicker kept than asked anew.
const FEW: usize = 40;

/// How many lines with money out, not marked by the bank, wait for a place with a customer.
///
/// # Errors
/// What reading gives.
pub(crate) fn gone_back(context: &Context<'_>) -> AppResult<u64> {
    let reader = context.reader()?;
    // Mostly no amount fits, and then nothing needs to be known of anybody.
    let may_be = reader.may_have_gone_back()?;
    if may_be.is_empty() {
        return Ok(0);
    }
    let customers: BTreeSet<CustomerId> = may_be.iter().map(|(_, customer)| *customer).collect();
    if customers.len() <= FEW
        && !desk_is_known(context)?
        && !any_points(&reader, &context.rates()?, &may_be, &customers)?
    {
        return Ok(0);
    }
    let lines: BTreeSet<BankLineId> = may_be.into_iter().map(|(line, _)| line).collect();
    at_hand(context, |_, known| Ok(of_a_customer(known, &lines)))
}

fn of_a_customer(known: &Known, lines: &BTreeSet<BankLineId>) -> u64 {
    let classes = lines.iter().filter_map(|line| known.lines.get(line));
    let with_customer = classes.filter(|waiting| waiting.class != LineClass::Out);
    with_customer.count() as u64
}

/// Whether anything points from one of the lines to one of these customers. Who else bears the name
/// or pays from the account is not asked, so it may only be less; where nothing points, nothing does.
fn any_points(
    reader: &Reader<'_>,
    rates: &RateTable,
    may_be: &[(BankLineId, CustomerId)],
    customers: &BTreeSet<CustomerId>,
) -> AppResult<bool> {
    let books = reader.books()?;
    let mut matcher = Matcher::default();
    for customer in customers {
        matcher.add(&reader.account(*customer)?, &books, rates);
    }
    let mut lines: BTreeMap<BankLineId, BankLine> = BTreeMap::new();
    for (id, customer) in may_be {
        let line = match lines.entry(*id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(reader.bank_line(*id)?),
        };
        if let Some(account) = &line.iban
            && reader.paid_from(*customer, account)?
        {
            matcher.learn_account(account, *customer);
        }
    }
    Ok(lines.values().any(|line| !matcher.propose(line).is_empty()))
}
