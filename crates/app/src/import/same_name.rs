//! Customers of one name, for files that give no number or postcode to tell them apart: an invoice
//! that is known already proves who it is; what is not proven and not plain is a doubt.

use std::collections::{HashMap, HashSet};

use credit::{Customer, CustomerId};
use store::{CustomerKey, Reader, name_key};

use super::customers::{Found, Identity};
use super::marks::{Marks, Reached, has_number};
use crate::creditor::compact;
use crate::error::AppResult;

/// Above so many of one name, the name is no name ("cash"), and nobody is looked at one by one.
const MANY: usize = 200;

/// The customers of one file by all that it says of them.
#[derive(Debug, Default)]
pub(crate) struct Namesakes {
    /// The printed numbers of each one's invoices in this file.
    invoices: HashMap<Marks, HashSet<String>>,
    /// All of one name that the file tells apart.
    named: HashMap<String, Vec<Marks>>,
    /// Those that were found or made already.
    met: HashMap<Marks, CustomerId>,
}

impl Namesakes {
    /// Notes an invoice of the file before its rows are booked: any of them may prove who it is.
    pub(crate) fn invoice(&mut self, found: &Found, number: &str) {
        let marks = Marks::of(found);
        let numbers = self.invoices.entry(marks.clone()).or_insert_with(|| {
            let named = self.named.entry(name_key(&found.name)).or_default();
            named.push(marks);
            HashSet::new()
        });
        numbers.insert(number.trim().to_string());
    }

    /// Notes who it was, so that its next row in this file is the same one.
    pub(crate) fn remember(&mut self, found: &Found, id: CustomerId) {
        self.met.entry(Marks::of(found)).or_insert(id);
    }

    /// Which of several it is: the one met in this file already, or the one that has an invoice of it.
    pub(super) fn one_of(
        &self,
        reader: &Reader<'_>,
        found: &Found,
        ids: &[CustomerId],
    ) -> AppResult<Option<Identity>> {
        let marks = Marks::of(found);
        if let (false, Some(id)) = (has_number(found), self.met.get(&marks)) {
            return Ok(Some(Identity::Known(*id)));
        }
        let proven = self.proven(reader, &marks, ids)?;
        Ok(match proven.as_slice() {
            [] => None,
            [only] => Some(Identity::Known(*only)),
            several => Some(Identity::Doubt(several.to_vec())),
        })
    }

    /// Those of them that have an invoice of it.
    fn proven(
        &self,
        reader: &Reader<'_>,
        marks: &Marks,
        ids: &[CustomerId],
    ) -> AppResult<Vec<CustomerId>> {
        let mut proven = Vec::new();
        for number in self.invoices.get(marks).into_iter().flatten() {
            for invoice in reader.invoices_numbered(number)? {
                if ids.contains(&invoice.customer) && !proven.contains(&invoice.customer) {
                    proven.push(invoice.customer);
                }
            }
        }
        proven.sort_unstable();
        Ok(proven)
    }

    /// Finds by its name alone the customer that nothing stronger found.
    pub(super) fn identify(&self, reader: &Reader<'_>, found: &Found) -> AppResult<Identity> {
        let named = reader.customers_by(&CustomerKey::Name(&found.name))?;
        let alone = reader.customers_by(&CustomerKey::NameAlone(&found.name))?;
        let says_more = has_number(found) || !compact(&found.address.postcode).is_empty();
        if named.len() > MANY {
            let settled = self.one_of(reader, found, &named)?;
            return Ok(settled.unwrap_or_else(|| doubt(if says_more { alone } else { named })));
        }
        let mut namesakes = Vec::new();
        for id in named {
            let customer = reader.customer(id)?;
            if !other_number(&customer, found) {
                namesakes.push(customer);
            }
        }
        let ids: Vec<CustomerId> = namesakes.iter().map(|one| one.id).collect();
        if let Some(settled) = self.one_of(reader, found, &ids)? {
            return Ok(settled);
        }
        let plain = |customer: &Customer| alone.contains(&customer.id) || only_by_hand(customer);
        if says_more {
            // Another number or place is another customer; of one without any nobody can tell.
            let doubtful = namesakes.iter().filter(|one| plain(one));
            return Ok(doubt(doubtful.map(|one| one.id).collect()));
        }
        let marks = Marks::of(found);
        Ok(match same(reader, namesakes, &marks)? {
            Some((one, new)) if plain(&one) && !self.is_another(reader, found, &new, one.id)? => {
                Identity::Known(one.id)
            }
            _ => doubt(ids),
        })
    }

    /// Whether the customer is already somebody else of this file, by what is `new` about this one.
    fn is_another(
        &self,
        reader: &Reader<'_>,
        found: &Found,
        new: &Marks,
        id: CustomerId,
    ) -> AppResult<bool> {
        let named = self.named.get(&name_key(&found.name));
        for other in named.into_iter().flatten() {
            if other.contradict(new)
                && (self.met.get(other) == Some(&id)
                    || !self.proven(reader, other, &[id])?.is_empty())
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The one of them that the file may speak of, and what is new about it: the only one, unless it is
/// reached in another way; of several the one that is reached in the same way.
fn same(
    reader: &Reader<'_>,
    namesakes: Vec<Customer>,
    marks: &Marks,
) -> AppResult<Option<(Customer, Marks)>> {
    let alone = namesakes.len() == 1;
    let mut may_be = Vec::new();
    for customer in namesakes {
        let reached = Reached::of(&reader.customer_versions(customer.id)?);
        if !reached.contradicts(marks) && (alone || reached.shares(marks)) {
            may_be.push((customer, reached.without_known(marks)));
        }
    }
    Ok(may_be.pop().filter(|_| may_be.is_empty()))
}

fn doubt(ids: Vec<CustomerId>) -> Identity {
    if ids.is_empty() {
        Identity::New
    } else {
        Identity::Doubt(ids)
    }
}

/// Whether a number says that it is somebody else.
fn other_number(known: &Customer, found: &Found) -> bool {
    let differ = |ours: &Option<String>, theirs: &Option<String>| match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            let (ours, theirs) = (compact(ours), compact(theirs));
            !ours.is_empty() && !theirs.is_empty() && ours != theirs
        }
        _ => false,
    };
    differ(&known.number, &found.number)
        || differ(&known.kvk, &found.kvk)
        || differ(&known.vat, &found.vat)
}

/// Whether all that tells this customer from a namesake was filled in by the user: the lists of
/// this customer give no more than the name.
fn only_by_hand(customer: &Customer) -> bool {
    let told = [
        ("number", customer.number.is_some()),
        ("kvk", customer.kvk.is_some()),
        ("vat", customer.vat.is_some()),
        ("address", !customer.address.postcode.trim().is_empty()),
    ];
    told.into_iter()
        .filter(|(_, filled)| *filled)
        .all(|(field, _)| {
            customer
                .corrected
                .iter()
                .any(|corrected| corrected == field)
        })
}
