//! Countries of addresses: two letters (ISO 3166-1 alpha-2), as people write them.

/// How the countries that Dutch creditors write to most are written.
const WRITTEN: &[(&str, &[&str])] = &[
    (
        "NL",
        &[
            "nederland",
            "netherlands",
            "the netherlands",
            "holland",
            "nld",
        ],
    ),
    ("BE", &["belgië", "belgie", "belgium", "belgique", "bel"]),
    ("DE", &["duitsland", "germany", "deutschland", "deu"]),
    ("FR", &["frankrijk", "france", "fra"]),
    ("LU", &["luxemburg", "luxembourg", "lux"]),
    (
        "GB",
        &[
            "verenigd koninkrijk",
            "united kingdom",
            "engeland",
            "england",
            "uk",
            "gbr",
        ],
    ),
];

/// The code of a country: of its two letters, or its usual name. No country is the Netherlands; none
/// when it is neither.
pub(crate) fn code(written: &str) -> Option<String> {
    let written = written.trim().to_lowercase();
    if written.is_empty() {
        return Some("NL".to_string());
    }
    let named = WRITTEN
        .iter()
        .find(|(_, names)| names.contains(&written.as_str()));
    if let Some((code, _)) = named {
        return Some((*code).to_string());
    }
    let is_code = written.len() == 2 && written.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code.then(|| written.to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn a_country_is_two_letters_or_a_name_that_is_known() {
        for (written, expected) in [
            ("", Some("NL")),
            (" nl ", Some("NL")),
            ("Nederland", Some("NL")),
            ("België", Some("BE")),
            ("uk", Some("GB")),
            ("se", Some("SE")),
            ("1234ab", None),
            ("N1", None),
            ("Nederlánd x", None),
        ] {
            assert_eq!(
                code(written).as_deref(),
                expected,
                "{written:?}: the rules for a Dutch address hang on it"
            );
        }
    }
}
