//! Customers of one name, for files that give no number or postcode to tell them apart: an invoice
//! that is known already proves who it is; what is not proven and not plain is a doubt.

use std::collections::{HashMap, HashSet};

use credit::{Customer, CustomerId};
use store::{CustomerKey, Reader, name_key};

use super::customers::{Found, Identity};
use crate::creditor::compact;
use crate::error::AppResult;

/// All that a file says to tell one customer from another.
type Marks = [String; 6];

/// The customers of one file by all that it says of them.
#[derive(Debug, Default)]
pub(crate) struct Namesakes {
    /// The printed numbers of each one's invoices in this file.
    invoices: HashMap<Marks, HashSet<String>>,
    /// Those that were found or made already.
    met: HashMap<Marks, CustomerId>,
}

impl Namesakes {
    /// Notes an invoice of the file before its rows are booked: any of them may prove who it is.
    pub(crate) fn invoice(&mut self, found: &Found, number: &str) {
        let numbers = self.invoices.entry(marks(found)).or_default();
        numbers.insert(number.trim().to_string());
    }

    /// Notes who it was, so that its next row in this file is the same one.
    pub(crate) fn remember(&mut self, found: &Found, id: CustomerId) {
        self.met.entry(marks(found)).or_insert(id);
    }

    /// Which of several it is: the one met in this file already, or the one that has an invoice of it.
    pub(super) fn one_of(
        &self,
        reader: &Reader<'_>,
        found: &Found,
        ids: &[CustomerId],
    ) -> AppResult<Option<Identity>> {
        let marks = marks(found);
        if let (false, Some(id)) = (has_number(found), self.met.get(&marks)) {
            return Ok(Some(Identity::Known(*id)));
        }
        let Some(numbers) = self.invoices.get(&marks) else {
            return Ok(None);
        };
        let mut proven = Vec::new();
        for id in ids {
            let theirs = reader.invoices_of(*id)?;
            if theirs.iter().any(|one| numbers.contains(&one.number)) {
                proven.push(*id);
            }
        }
        Ok(match proven.as_slice() {
            [] => None,
            [only] => Some(Identity::Known(*only)),
            several => Some(Identity::Doubt(several.to_vec())),
        })
    }

    /// Finds by its name alone the customer that nothing stronger found.
    pub(super) fn identify(&self, reader: &Reader<'_>, found: &Found) -> AppResult<Identity> {
        let mut namesakes = Vec::new();
        for id in reader.customers_by(&CustomerKey::Name(&found.name))? {
            let customer = reader.customer(id)?;
            if !other_number(&customer, found) {
                namesakes.push(customer);
            }
        }
        let ids: Vec<CustomerId> = namesakes.iter().map(|one| one.id).collect();
        if let Some(settled) = self.one_of(reader, found, &ids)? {
            return Ok(settled);
        }
        let alone = reader.customers_by(&CustomerKey::NameAlone(&found.name))?;
        let plain = |customer: &Customer| alone.contains(&customer.id) || only_by_hand(customer);
        let says_more = has_number(found) || !compact(&found.address.postcode).is_empty();
        if says_more {
            // Another number or place is another customer; of one without any nobody can tell.
            let doubtful = namesakes.iter().filter(|one| plain(one));
            return Ok(doubt(doubtful.map(|one| one.id).collect()));
        }
        Ok(match namesakes.as_slice() {
            [only] if plain(only) && !other_town(only, found) => Identity::Known(only.id),
            _ => doubt(ids),
        })
    }
}

fn doubt(ids: Vec<CustomerId>) -> Identity {
    if ids.is_empty() {
        Identity::New
    } else {
        Identity::Doubt(ids)
    }
}

fn marks(found: &Found) -> Marks {
    let number = |text: &Option<String>| text.as_deref().map(compact).unwrap_or_default();
    let own = found.number.as_deref().unwrap_or_default().trim();
    // The creditor's own number is one customer, whatever names stand beside it.
    let name = if own.is_empty() {
        name_key(&found.name)
    } else {
        String::new()
    };
    [
        name,
        own.to_string(),
        number(&found.kvk),
        number(&found.vat),
        compact(&found.address.postcode),
        name_key(&found.address.city),
    ]
}

/// Whether the file gives a number by which a customer is known.
fn has_number(found: &Found) -> bool {
    [&found.number, &found.kvk, &found.vat]
        .into_iter()
        .flatten()
        .any(|number| !number.trim().is_empty())
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

/// Whether both name a town, and not the same one.
fn other_town(known: &Customer, found: &Found) -> bool {
    let (ours, theirs) = (name_key(&known.address.city), name_key(&found.address.city));
    let by_hand = known.corrected.iter().any(|field| field == "address");
    !by_hand && !ours.is_empty() && !theirs.is_empty() && ours != theirs
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
