//! Numbers that are names, and what spreadsheets do to them.

/// A number or name that is an identification, with what a spreadsheet did to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Identification {
    /// As it stands.
    Plain(String),
    /// A spreadsheet changed it, and it could be restored.
    Restored(String),
    /// A spreadsheet changed it beyond repair.
    Damaged(String),
}

/// Undoes what spreadsheets do to numbers that are no amounts: `12345.0` and `1.2345E+7`.
pub(super) fn identification(text: &str) -> Identification {
    let text = text.trim().trim_start_matches('\'').trim();
    // Excel's way to keep a number as text: ="00123".
    if let Some(inner) = text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"')) {
        return Identification::Plain(inner.to_owned());
    }
    if let Some(whole) = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0"))
        && !whole.is_empty()
        && whole.bytes().all(|b| b.is_ascii_digit())
    {
        return Identification::Restored(whole.to_owned());
    }
    let upper = text.to_ascii_uppercase();
    let Some((mantissa, exponent)) = upper.split_once("E+") else {
        return Identification::Plain(text.to_owned());
    };
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let (Ok(exponent), true) = (
        exponent.parse::<usize>(),
        whole.len() == 1 && digits(whole) && digits(fraction),
    ) else {
        return Identification::Plain(text.to_owned());
    };
    if fraction.len() == exponent {
        Identification::Restored(format!("{whole}{fraction}"))
    } else {
        Identification::Damaged(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_that_a_spreadsheet_touched() {
        assert_eq!(
            identification("12345.0"),
            Identification::Restored("12345".into())
        );
        assert_eq!(
            identification("1.2345678E+7"),
            Identification::Restored("12345678".into())
        );
        assert_eq!(
            identification("1.2345E+7"),
            Identification::Damaged("1.2345E+7".into())
        );
        assert_eq!(
            identification("=\"00123\""),
            Identification::Plain("00123".into())
        );
        for text in ["2026-001", "E+1", "F12.0x", "VF2024E+00"] {
            assert_eq!(
                identification(text),
                Identification::Plain(text.into()),
                "{text} is left alone"
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}|[0-9.,]{1,8}E[+-][0-9]{1,3}") {
            let _ = identification(&text);
        }
    }
}
