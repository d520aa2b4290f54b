//! Dutch registration numbers, VAT numbers and postcodes.

use super::{compact, mod97};

/// Whether this is a number of the Dutch commercial register: eight digits. It has no public
/// check digit.
pub fn is_kvk(text: &str) -> bool {
    is_digits(text, 8)
}

/// Whether this is the number of a branch in the Dutch commercial register: twelve digits.
pub fn is_vestigingsnummer(text: &str) -> bool {
    is_digits(text, 12)
}

/// Whether this is the number of a Dutch government organisation (OIN): twenty digits.
pub fn is_oin(text: &str) -> bool {
    is_digits(text, 20)
}

fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| b.is_ascii_digit())
}

/// The eleven-test of RSIN and BSN over nine digits: weights 9 to 2 and minus 1 for the last.
pub fn passes_eleven_test(digits: &str) -> bool {
    if !is_digits(digits, 9) {
        return false;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1_i32];
    let sum: i32 = digits
        .bytes()
        .zip(weights)
        .map(|(digit, weight)| i32::from(digit - b'0') * weight)
        .sum();
    sum % 11 == 0
}

/// A VAT number without blanks and points, in capitals.
pub fn normal_vat(text: &str) -> String {
    compact(text)
}

/// Whether this is a VAT number whose check digits are right, as far as its country's are known:
/// a Dutch one passes the eleven-test on its nine digits or, for sole traders since 2020, mod 97
/// over the whole. Of another country only the shape is checked.
pub fn is_vat(text: &str) -> bool {
    let plain = compact(text);
    if !plain.is_ascii() || plain.len() < 4 {
        return false;
    }
    let Some(dutch) = plain.strip_prefix("NL") else {
        let letters = plain.bytes().take(2).all(|b| b.is_ascii_uppercase());
        return letters
            && (4..=17).contains(&plain.len())
            && plain.bytes().skip(2).any(|b| b.is_ascii_digit());
    };
    let shaped = dutch.len() == 12
        && is_digits(&dutch[..9], 9)
        && &dutch[9..10] == "B"
        && is_digits(&dutch[10..], 2);
    shaped && (passes_eleven_test(&dutch[..9]) || mod97(&plain) == Some(1))
}

/// Whether a Dutch VAT number may hold a citizen's number (BSN): that of a sole trader before 2020 passed the
/// eleven-test, and so does every company's. Only for a customer known to be a sole trader does
/// it mean that the number must not be stored or printed.
pub fn vat_hides_bsn(text: &str) -> bool {
    let plain = compact(text);
    plain.is_ascii()
        && plain
            .strip_prefix("NL")
            .and_then(|rest| rest.get(..9))
            .is_some_and(passes_eleven_test)
}

/// A Dutch postcode as it is stored, `1234AB`; nothing when it is not one. The first digit is not
/// 0, and SA, SD and SS are not given out.
pub fn normal_postcode(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect();
    let bytes = plain.as_bytes();
    let shaped = bytes.len() == 6
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && bytes[0] != b'0'
        && bytes[4..].iter().all(u8::is_ascii_uppercase);
    let given_out = shaped && !matches!(&bytes[4..], b"SA" | b"SD" | b"SS");
    given_out.then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_vat_numbers_by_either_test() {
        for valid in [
            "NL004495445B01",
            "NL810433941B01",
            "NL002455799B11",
            "NL000099998B57",
            "NL123456789B13",
        ] {
            assert!(is_vat(valid), "{valid} is valid");
        }
        for wrong in [
            "NL123456789B90",
            "NL813136644B01",
            "NL12345678",
            "NL1111.11.111.B.01",
            "",
        ] {
            assert!(!is_vat(wrong), "{wrong:?} is not valid");
        }
        assert!(
            is_vat("nl 8104.33.941.B.01"),
            "points and blanks do not matter"
        );
        assert!(
            is_vat("BE0000000196"),
            "another country's number is only looked at"
        );
    }

    #[test]
    fn postcodes_are_stored_without_blank() {
        assert_eq!(normal_postcode("1234 ab").as_deref(), Some("1234AB"));
        for wrong in [
            "0234AB",
            "1234",
            "1234ABC",
            "1234SA",
            "1234SD",
            "1234SS",
            "54321",
            "GB 123 EW",
            "é234AB",
        ] {
            assert_eq!(normal_postcode(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn register_numbers_are_lengths() {
        assert!(is_kvk("01234567") && !is_kvk("1234567") && !is_kvk("SITEST00"));
        assert!(is_vestigingsnummer("000012345678"));
        assert!(is_oin("00000001234567890000"));
        assert!(vat_hides_bsn("NL810433941B01") && !vat_hides_bsn("NL123456789B13"));
    }
}
