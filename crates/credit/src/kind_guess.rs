//! What kind of customer facts point to. A doubt gives nothing: the user is asked.

use crate::CustomerKind;
use crate::matching::fold;

/// Legal forms that only businesses have, as tokens of a folded name.
const LEGAL_FORMS: [&str; 9] = [
    "BV",
    "NV",
    "VOF",
    "CV",
    "STICHTING",
    "COOPERATIE",
    "MAATSCHAP",
    "GMBH",
    "LTD",
];
const GOVERNMENT_NAMES: [&str; 6] = [
    "GEMEENTE",
    "PROVINCIE",
    "MINISTERIE",
    "WATERSCHAP",
    "HOOGHEEMRAADSCHAP",
    "RIJKSWATERSTAAT",
];

/// The kind that facts prove, with the reason in Dutch, as it is stored with the customer.
///
/// A government number (OIN) proves a public authority, and so does a name that begins like one; a
/// number in the trade register or a legal form in the name proves a business. A VAT number alone
/// proves a business too: consumers have none. A sole trader without any of these stays unknown.
pub fn kind_from_facts(
    name: &str,
    kvk: Option<&str>,
    oin: Option<&str>,
    vat: Option<&str>,
) -> Option<(CustomerKind, String)> {
    let known = |value: Option<&str>| {
        value
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    if let Some(oin) = known(oin) {
        return Some((
            CustomerKind::Government,
            format!("overheidsnummer (OIN) {oin}"),
        ));
    }
    let folded = fold(name);
    let tokens: Vec<&str> = folded
        .split(' ')
        .filter(|token| !token.is_empty())
        .collect();
    if let Some(first) = tokens.first()
        && tokens.len() > 1
        && GOVERNMENT_NAMES.contains(first)
    {
        let word = name.split_whitespace().next().unwrap_or(name);
        return Some((
            CustomerKind::Government,
            format!("de naam begint met “{word}”"),
        ));
    }
    if let Some(kvk) = known(kvk) {
        return Some((CustomerKind::Business, format!("KvK-nummer {kvk}")));
    }
    if let Some(form) = legal_form(&tokens) {
        return Some((
            CustomerKind::Business,
            format!("rechtsvorm in de naam: {form}"),
        ));
    }
    known(vat).map(|vat| (CustomerKind::Business, format!("btw-nummer {vat}")))
}

/// A legal form in a name, written whole or letter by letter. Letters apart may be a person's
/// initials, so `B.V.` counts at the end of a name only.
fn legal_form(tokens: &[&str]) -> Option<&'static str> {
    let whole = LEGAL_FORMS
        .iter()
        .find(|form| tokens.contains(form) && **form != "CV");
    let letters: Vec<&&str> = tokens
        .iter()
        .rev()
        .take_while(|token| token.len() == 1)
        .collect();
    let at_end: String = letters.into_iter().rev().copied().collect();
    let apart = LEGAL_FORMS
        .iter()
        .find(|form| **form == at_end || tokens.last() == Some(*form));
    let begins = (tokens.get(..3) == Some(&["V", "O", "F"])).then_some(&"VOF");
    whole.or(apart).or(begins).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str) -> Option<CustomerKind> {
        kind_from_facts(name, None, None, None).map(|(kind, _)| kind)
    }

    #[test]
    fn takes_a_kind_only_from_what_proves_it() {
        for (name, wanted) in [
            ("Bakkerij Jansen B.V.", Some(CustomerKind::Business)),
            ("Jansen BV", Some(CustomerKind::Business)),
            ("Stichting Het Dak", Some(CustomerKind::Business)),
            ("Coöperatie Zeeland U.A.", Some(CustomerKind::Business)),
            ("V.O.F. De Roos", Some(CustomerKind::Business)),
            ("Gemeente Middelburg", Some(CustomerKind::Government)),
            ("J. de Boer", None),
            ("B.V. Jansen", None),
            ("Bakker Holding", None),
            ("B. Vermeer", None),
            ("P. Gemeente", None),
        ] {
            assert_eq!(kind(name), wanted, "{name}: a wrong kind is a wrong law");
        }
    }

    #[test]
    fn a_number_outweighs_a_name() {
        let of = |kvk, oin, vat| kind_from_facts("J. de Boer", kvk, oin, vat).map(|(kind, _)| kind);
        assert_eq!(
            of(Some("12345678"), None, None),
            Some(CustomerKind::Business)
        );
        assert_eq!(
            of(Some("12345678"), Some("0000000100"), None),
            Some(CustomerKind::Government)
        );
        assert_eq!(
            of(None, None, Some("NL001B01")),
            Some(CustomerKind::Business)
        );
        assert_eq!(
            of(Some(" "), None, None),
            None,
            "an empty number proves nothing"
        );
    }
}
