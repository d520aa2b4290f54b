//! By what customers of one name are told apart: numbers, and how to reach them.

use credit::Customer;
use credit::matching::fold;
use store::name_key;

use super::customers::Found;
use crate::creditor::compact;

/// Ways to reach a customer: e-mail, telephone, account, street, town.
const WAYS: usize = 5;

/// The field under which a correction by hand of each is known.
const FIELDS: [&str; WAYS] = ["email", "phone", "iban", "address", "address"];

/// A town has many people of one name.
const TOWN: usize = 4;

/// All that a file says to tell one customer from another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Marks {
    /// Name, own number, KvK, VAT, postcode.
    who: [String; 5],
    /// The same in its own way of writing; empty where the file does not say.
    ways: [String; WAYS],
}

impl Marks {
    pub(super) fn of(found: &Found) -> Marks {
        let number = |text: &Option<String>| text.as_deref().map(compact).unwrap_or_default();
        let own = found.number.as_deref().unwrap_or_default().trim();
        // The creditor's own number is one customer, whatever names stand beside it.
        let name = if own.is_empty() {
            name_key(&found.name)
        } else {
            String::new()
        };
        let mut ways = [
            email(found.email.as_deref()),
            phone(found.phone.as_deref()),
            found.iban.as_deref().map(compact).unwrap_or_default(),
            street(&found.address.street),
            name_key(&found.address.city),
        ];
        if has_number(found) {
            // Of one number, another address is another address of the same customer.
            ways[..TOWN].fill(String::new());
        }
        Marks {
            who: [
                name,
                own.to_string(),
                number(&found.kvk),
                number(&found.vat),
                compact(&found.address.postcode),
            ],
            ways,
        }
    }

    /// Whether both say how to reach the customer, and not the same.
    pub(super) fn contradict(&self, other: &Marks) -> bool {
        let both = self.ways.iter().zip(&other.ways);
        both.into_iter()
            .any(|(ours, theirs)| !ours.is_empty() && !theirs.is_empty() && ours != theirs)
    }
}

/// Whether the file gives a number by which a customer is known.
pub(super) fn has_number(found: &Found) -> bool {
    [&found.number, &found.kvk, &found.vat]
        .into_iter()
        .flatten()
        .any(|number| !number.trim().is_empty())
}

/// How a customer can be reached and ever could.
#[derive(Debug, Default)]
pub(super) struct Reached {
    ways: [Ways; WAYS],
}

/// What one way ever was.
#[derive(Debug, Default)]
struct Ways {
    all: Vec<String>,
    /// Whether a file gave any of them: what the user filled in says nothing of the next file.
    told: bool,
}

impl Reached {
    /// Of all that was ever known of the customer, and of those that were merged into it.
    pub(super) fn of(versions: &[Customer]) -> Reached {
        let mut reached = Reached::default();
        for version in versions {
            let mut known = [const { Vec::new() }; WAYS];
            known[0] = vec![email(version.email.as_deref())];
            known[1] = vec![phone(version.phone.as_deref())];
            known[2] = version.ibans.iter().map(|iban| compact(iban)).collect();
            known[3] = vec![street(&version.address.street)];
            known[TOWN] = vec![name_key(&version.address.city)];
            for ((place, mut known), field) in reached.ways.iter_mut().zip(known).zip(FIELDS) {
                known.retain(|value| !value.is_empty());
                let by_hand = version.corrected.iter().any(|corrected| corrected == field);
                place.told |= !by_hand && !known.is_empty();
                place.all.append(&mut known);
            }
        }
        reached
    }

    /// Whether the file says another way than files ever gave of this customer.
    pub(super) fn contradicts(&self, marks: &Marks) -> bool {
        let both = self.ways.iter().zip(&marks.ways);
        both.into_iter()
            .any(|(known, said)| !said.is_empty() && known.told && !known.all.contains(said))
    }

    /// What the file says that was not known of the customer.
    pub(super) fn without_known(&self, marks: &Marks) -> Marks {
        let mut new = marks.clone();
        for (known, said) in self.ways.iter().zip(&mut new.ways) {
            if known.all.contains(said) {
                said.clear();
            }
        }
        new
    }

    /// Whether the file gives an e-mail address, telephone, account or street of this customer.
    pub(super) fn shares(&self, marks: &Marks) -> bool {
        let both = self.ways.iter().zip(&marks.ways).take(TOWN);
        both.into_iter()
            .any(|(known, said)| !said.is_empty() && known.all.contains(said))
    }
}

fn email(text: Option<&str>) -> String {
    text.unwrap_or_default().trim().to_lowercase()
}

/// The digits as they are dialled within the Netherlands: `+31 (0)6 12` and `06-12` are one.
fn phone(text: Option<&str>) -> String {
    let text = text.unwrap_or_default().trim();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let abroad = if text.starts_with('+') {
        digits.strip_prefix("31")
    } else {
        digits.strip_prefix("0031")
    };
    match abroad {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}

/// A street without what is only another way of writing it.
fn street(text: &str) -> String {
    let plain = fold(text).replace(' ', "");
    plain.replace("STRAAT", "STR")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_way_of_writing_is_no_other_address() {
        for (one, other) in [
            ("Dorpsstraat 12-a", "DORPSSTR. 12A"),
            ("Curaçaokade 1", "curacaokade 1"),
        ] {
            assert_eq!(street(one), street(other), "{one} is {other}");
        }
        assert_ne!(street("Kade 1"), street("Kade 11"), "two houses are two");
        for other in ["06-12 34 56 78", "0031612345678", "+31612345678"] {
            assert_eq!(
                phone(Some("+31 (0)6 1234 5678")),
                phone(Some(other)),
                "{other} is the same line"
            );
        }
        assert_ne!(
            phone(Some("+32 6 1234")),
            phone(Some("06 1234")),
            "another country is another line"
        );
        assert_eq!(
            email(Some(" Jan@Vries.example ")),
            email(Some("jan@vries.example")),
            "capitals make no other address"
        );
    }
}
