//! The Dutch payment reference (betalingskenmerk) of Betaalvereniging Nederland.
//!
//! Seven digits stand alone. Nine to fourteen digits are C, L and the payload, sixteen are C and
//! fifteen digits. C is the check digit over everything to its right; L is the number of payload
//! digits modulo ten. Lengths of eight and fifteen do not exist.

const WEIGHTS: [u32; 10] = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/// Whether the digits (blanks and points aside) form a betalingskenmerk whose check digit is right.
/// Seven digits have no check, so every seven digits do.
pub fn is_betalingskenmerk(text: &str) -> bool {
    let digits: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    match digits.len() {
        7 => true,
        9..=14 => {
            digits.starts_with(check_digit(&digits[1..]))
                && digits[1..].starts_with(length_digit(digits.len() - 2))
        }
        16 => digits.starts_with(check_digit(&digits[1..])),
        _ => false,
    }
}

/// Makes a betalingskenmerk of a number: 7 to 12 digits get a length and a check digit, 13 to 15
/// are filled with zeros to fifteen and get a check digit. Nothing for other lengths or signs.
pub fn make_betalingskenmerk(number: &str) -> Option<String> {
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let body = match number.len() {
        7..=12 => format!("{}{number}", length_digit(number.len())),
        13..=15 => format!("{number:0>15}"),
        _ => return None,
    };
    Some(format!("{}{body}", check_digit(&body)))
}

fn length_digit(payload: usize) -> char {
    char::from(b'0' + (payload % 10) as u8)
}

fn check_digit(body: &str) -> char {
    let sum: u32 = body
        .bytes()
        .rev()
        .zip(WEIGHTS.into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit.saturating_sub(b'0')) * weight)
        .sum();
    match 11 - sum % 11 {
        10 => '1',
        11 => '0',
        digit => char::from(b'0' + digit as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_vectors() {
        for valid in [
            "5000056789012345",
            "12234534622567",
            "271234567",
            "3820261234",
            "2000000020260001",
            "0000000020260002",
        ] {
            assert!(is_betalingskenmerk(valid), "{valid} is valid");
        }
        assert!(
            is_betalingskenmerk("5000 0567 8901 2345"),
            "as printed, in groups of four"
        );
        assert!(is_betalingskenmerk("1234567"), "seven digits have no check");
        for wrong in [
            "5000056789012346",
            "12345678",
            "123456789012345",
            "",
            "50000567890123a5",
            "12234534622577",
        ] {
            assert!(!is_betalingskenmerk(wrong), "{wrong:?} is not valid");
        }
        assert_eq!(
            make_betalingskenmerk("1234567").as_deref(),
            Some("271234567")
        );
        assert_eq!(
            make_betalingskenmerk("20261234").as_deref(),
            Some("3820261234")
        );
        assert_eq!(
            make_betalingskenmerk("000000020260001").as_deref(),
            Some("2000000020260001")
        );
        assert_eq!(
            make_betalingskenmerk("000000020260002").as_deref(),
            Some("0000000020260002")
        );
    }

    proptest! {
        #[test]
        fn what_is_made_is_valid(number in "[0-9]{7,15}") {
            let made = make_betalingskenmerk(&number).unwrap();
            prop_assert!(is_betalingskenmerk(&made), "{} from {}", made, number);
        }
    }
}
