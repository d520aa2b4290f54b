//! Numbers with check digits: IBAN, Dutch registers, VAT, postcodes, payment references.
//!
//! A wrong check digit is a warning, never a reason to refuse: old books are full of them.

mod betalingskenmerk;
mod creditor_reference;
mod registers;

pub use betalingskenmerk::{is_betalingskenmerk, make_betalingskenmerk};
pub use creditor_reference::{is_creditor_reference, make_creditor_reference};
pub use registers::{
    is_kvk, is_oin, is_vat, is_vestigingsnummer, normal_postcode, normal_vat, passes_eleven_test,
    vat_hides_bsn,
};

use iban::{Iban, IbanLike};

/// Letters and digits of a text, in capitals: how numbers are compared and kept.
pub fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Whether this is an IBAN of a known country with right length and check digits (mod 97), blanks
/// and small letters aside. An unknown bank code is no reason to say no.
pub fn is_iban(text: &str) -> bool {
    compact(text).parse::<Iban>().is_ok()
}

/// An IBAN without blanks in capitals; nothing when it is not valid.
pub fn normal_iban(text: &str) -> Option<String> {
    compact(text)
        .parse::<Iban>()
        .ok()
        .map(|iban| iban.electronic_str().to_owned())
}

/// Remainder by 97 of a text in which A is 10 and Z is 35 (ISO 7064); nothing for other signs.
pub(crate) fn mod97(text: &str) -> Option<u32> {
    text.chars().try_fold(0_u32, |rest, c| {
        let digit = c.to_digit(36)?;
        Some(if digit < 10 {
            (rest * 10 + digit) % 97
        } else {
            (rest * 100 + digit) % 97
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ibans() {
        for iban in [
            "NL91ABNA0417164300",
            "NL20INGB0001234567",
            "nl91 abna 0417 1643 00",
        ] {
            assert!(is_iban(iban), "{iban} is valid");
        }
        assert!(is_iban("DE89370400440532013000"), "of any country");
        assert!(!is_iban("NL91ABNA0417164301"), "a wrong digit shows");
        for no in [
            "",
            "NL91ABNA041716430",
            "NL11BANK1111111111",
            "IBAN32423940",
            "1234567890",
        ] {
            assert!(!is_iban(no), "{no:?} is no IBAN");
        }
        assert_eq!(
            normal_iban("NL91 ABNA 0417 1643 00").as_deref(),
            Some("NL91ABNA0417164300")
        );
    }
}
