//! The international creditor reference RF (ISO 11649).

use super::{compact, mod97};

/// Whether this is an RF reference with right check digits, blanks and small letters aside.
pub fn is_creditor_reference(text: &str) -> bool {
    let plain = compact(text);
    if !plain.is_ascii() || !plain.starts_with("RF") || !(5..=25).contains(&plain.len()) {
        return false;
    }
    let checks = plain[2..4].bytes().all(|b| b.is_ascii_digit());
    checks && mod97(&format!("{}{}", &plain[4..], &plain[..4])) == Some(1)
}

/// Makes an RF reference of 1 to 21 letters and digits; nothing for anything else.
pub fn make_creditor_reference(number: &str) -> Option<String> {
    let plain = compact(number);
    if !plain.is_ascii() || !(1..=21).contains(&plain.len()) {
        return None;
    }
    let check = 98 - mod97(&format!("{plain}RF00"))?;
    Some(format!("RF{check:02}{plain}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_vectors() {
        assert!(is_creditor_reference("RF18539007547034"));
        assert!(
            is_creditor_reference("RF18 5390 0754 7034"),
            "as printed, in groups of four"
        );
        assert_eq!(
            make_creditor_reference("20260001").as_deref(),
            Some("RF3120260001")
        );
        for wrong in [
            "RF19539007547034",
            "RF18",
            "539007547034",
            "",
            "RF185390075470341234567890123",
        ] {
            assert!(!is_creditor_reference(wrong), "{wrong:?} is not valid");
        }
        assert_eq!(make_creditor_reference(""), None);
        assert_eq!(
            make_creditor_reference("1234567890123456789012"),
            None,
            "longer than 21 signs does not fit"
        );
    }

    proptest! {
        #[test]
        fn what_is_made_is_valid_and_one_wrong_digit_shows(number in "[0-9A-Z]{1,21}", digit in 0u8..10) {
            let made = make_creditor_reference(&number).unwrap();
            prop_assert!(is_creditor_reference(&made));
            let mut changed = made.clone().into_bytes();
            let last = changed.len() - 1;
            if changed[last] != b'0' + digit && changed[last].is_ascii_digit() {
                changed[last] = b'0' + digit;
                prop_assert!(!is_creditor_reference(&String::from_utf8(changed).unwrap()));
            }
        }
    }
}
