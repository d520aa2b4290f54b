//! QR codes: the payment code of the European Payments Council (EPC069-12), and plain ones.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use crate::fonts::tidy;
use crate::{DocumentError, PaymentDetails};

/// Most bytes in a payment code.
pub const EPC_BYTES: usize = 331;
const EPC_NAME: usize = 70;
const EPC_REFERENCE: usize = 35;
const EPC_TEXT: usize = 140;

/// Why a payment cannot be put in a QR code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EpcError {
    /// The amount is not between 0.01 and 999999999.99.
    #[error("the amount must be between 0.01 and 999999999.99")]
    Amount,
    /// The account number is not an IBAN.
    #[error("the account number is not an IBAN")]
    Iban,
    /// The name is empty.
    #[error("the name is empty")]
    Name,
    /// The bank identifier is not a BIC.
    #[error("the bank identifier is not a BIC")]
    Bic,
    /// More than 331 bytes.
    #[error("the payment does not fit in a payment QR code")]
    TooLong,
}

/// The text in a payment QR code: version 002, UTF-8, line feeds, nothing after the last filled line.
///
/// A reference that is a valid ISO 11649 creditor reference goes in its own line; every other
/// reference, a Dutch betalingskenmerk too, is remittance text. A name or text that is too long is
/// cut at a character, until the whole fits in 331 bytes.
pub fn epc_payload(payment: &PaymentDetails) -> Result<String, EpcError> {
    let iban = compact(&payment.iban);
    if !is_iban(&iban) {
        return Err(EpcError::Iban);
    }
    if !(1..=99_999_999_999).contains(&payment.amount.0) {
        return Err(EpcError::Amount);
    }
    let bic = compact(payment.bic.as_deref().unwrap_or_default());
    if !bic.is_empty() && !is_bic(&bic) {
        return Err(EpcError::Bic);
    }
    let name = one_line(&payment.name, EPC_NAME);
    if name.is_empty() {
        return Err(EpcError::Name);
    }
    let reference = compact(&payment.reference);
    let (structured, text) = if is_creditor_reference(&reference) {
        (reference, String::new())
    } else {
        (String::new(), one_line(&payment.reference, EPC_TEXT))
    };
    let head = format!("BCD\n002\n1\nSCT\n{bic}\n");
    let money = format!("\n{iban}\nEUR{}\n\n{structured}", payment.amount);
    let mut payload = format!("{head}{name}{money}");
    if !text.is_empty() {
        let room = EPC_BYTES.saturating_sub(payload.len() + 1);
        payload.push('\n');
        payload.push_str(cut_bytes(&text, room));
    }
    let payload = payload.trim_end_matches('\n').to_owned();
    if payload.len() > EPC_BYTES {
        Err(EpcError::TooLong)
    } else {
        Ok(payload)
    }
}

/// Whether a text is an ISO 11649 creditor reference: `RF`, two check digits, at most 21 more.
pub fn is_creditor_reference(text: &str) -> bool {
    let shape = text.starts_with("RF")
        && (5..=25).contains(&text.len())
        && text.len() <= EPC_REFERENCE
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    shape && mod97(text) == Some(1)
}

fn is_iban(text: &str) -> bool {
    (15..=34).contains(&text.len())
        && text.chars().take(2).all(|c| c.is_ascii_uppercase())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        && mod97(text) == Some(1)
}

fn is_bic(text: &str) -> bool {
    matches!(text.len(), 8 | 11)
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        && text.chars().take(6).all(|c| c.is_ascii_uppercase())
}

/// Remainder after moving the first four characters to the end, letters as 10 to 35 (ISO 7064).
fn mod97(text: &str) -> Option<u32> {
    let (head, tail) = text.split_at_checked(4)?;
    tail.chars().chain(head.chars()).try_fold(0, |rest, c| {
        let digit = c.to_digit(36)?;
        Some(
            if digit < 10 {
                rest * 10 + digit
            } else {
                rest * 100 + digit
            } % 97,
        )
    })
}

fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_uppercase()
}

fn one_line(text: &str, most: usize) -> String {
    let flat = tidy(text).split_whitespace().collect::<Vec<_>>().join(" ");
    flat.chars()
        .take(most)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

fn cut_bytes(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].trim_end()
}

/// The squares of a QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QrMatrix {
    /// Squares along a side.
    pub(crate) size: u8,
    /// Dark rectangles: left, top, right, bottom, in squares.
    pub(crate) dark: Vec<[u8; 4]>,
}

impl QrMatrix {
    /// A code in byte mode with error level M. A payment code may be at most version 13.
    pub(crate) fn of(bytes: &[u8], largest: u8) -> Result<QrMatrix, DocumentError> {
        let segments = [QrSegment::make_bytes(bytes)];
        let versions = (Version::MIN, Version::new(largest.clamp(1, 40)));
        let code = QrCode::encode_segments_advanced(
            &segments,
            QrCodeEcc::Medium,
            versions.0,
            versions.1,
            None,
            false,
        )
        .map_err(|_| DocumentError::QrTooLong)?;
        Ok(QrMatrix {
            size: u8::try_from(code.size()).unwrap_or(u8::MAX),
            dark: rectangles(&code),
        })
    }
}

/// Dark squares joined to rectangles, first along rows, then equal runs downwards.
fn rectangles(code: &QrCode) -> Vec<[u8; 4]> {
    let size = u8::try_from(code.size()).unwrap_or(u8::MAX);
    let mut done: Vec<[u8; 4]> = Vec::new();
    let mut open: Vec<[u8; 4]> = Vec::new();
    for y in 0..size {
        let mut row = Vec::new();
        let mut x = 0;
        while x < size {
            let start = x;
            while x < size && code.get_module(i32::from(x), i32::from(y)) {
                x += 1;
            }
            if x > start {
                row.push((start, x));
            }
            x = x.max(start + 1);
        }
        let (grown, ended): (Vec<_>, Vec<_>) =
            open.into_iter().partition(|r| row.contains(&(r[0], r[2])));
        done.extend(ended);
        open = row
            .iter()
            .map(
                |&(left, right)| match grown.iter().find(|r| r[0] == left && r[2] == right) {
                    Some(r) => [left, r[1], right, y + 1],
                    None => [left, y, right, y + 1],
                },
            )
            .collect();
    }
    done.extend(open);
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use law::Cents;

    fn payment() -> PaymentDetails {
        PaymentDetails {
            iban: "NL20 INGB 0001 2345 67".into(),
            name: "Kruimel & Zn. B.V.".into(),
            bic: None,
            amount: Cents(54_045),
            reference: "5000 0567 8901 2345".into(),
            qr: true,
        }
    }

    #[test]
    fn a_dutch_reference_is_text() {
        assert_eq!(
            epc_payload(&payment()).unwrap(),
            "BCD\n002\n1\nSCT\n\nKruimel & Zn. B.V.\nNL20INGB0001234567\nEUR540.45\n\n\n5000 0567 8901 2345",
            "line 10 is for creditor references only"
        );
    }

    #[test]
    fn a_creditor_reference_has_its_own_line() {
        let payment = PaymentDetails {
            reference: "RF18 5390 0754 7034".into(),
            bic: Some("INGBNL2A".into()),
            ..payment()
        };
        assert_eq!(
            epc_payload(&payment).unwrap(),
            "BCD\n002\n1\nSCT\nINGBNL2A\nKruimel & Zn. B.V.\nNL20INGB0001234567\nEUR540.45\n\nRF18539007547034",
            "nothing follows the last filled line"
        );
        assert!(is_creditor_reference("RF3120260001"));
        assert!(
            !is_creditor_reference("RF3220260001"),
            "a wrong check digit"
        );
    }

    #[test]
    fn limits_are_kept() {
        let with = |f: fn(&mut PaymentDetails)| {
            let mut p = payment();
            f(&mut p);
            epc_payload(&p)
        };
        assert_eq!(with(|p| p.amount = Cents(0)), Err(EpcError::Amount));
        assert_eq!(
            with(|p| p.amount = Cents(100_000_000_000)),
            Err(EpcError::Amount)
        );
        assert!(with(|p| p.amount = Cents(99_999_999_999)).is_ok());
        assert_eq!(
            with(|p| p.iban = "NL21INGB0001234567".into()),
            Err(EpcError::Iban)
        );
        assert_eq!(with(|p| p.name = " \n".into()), Err(EpcError::Name));
        assert_eq!(with(|p| p.bic = Some("ING".into())), Err(EpcError::Bic));
    }

    #[test]
    fn long_names_and_texts_are_cut_at_a_character() {
        let long = PaymentDetails {
            name: "é".repeat(300),
            reference: "ü".repeat(300),
            ..payment()
        };
        let payload = epc_payload(&long).unwrap();
        assert!(payload.len() <= EPC_BYTES, "{} bytes", payload.len());
        assert_eq!(payload.lines().nth(5).unwrap().chars().count(), 70);
        assert!(
            QrMatrix::of(payload.as_bytes(), 13).is_ok(),
            "331 bytes fit in version 13"
        );
    }

    #[test]
    fn a_line_feed_in_a_name_adds_no_line() {
        let p = PaymentDetails {
            name: "A\nNL91ABNA0417164300".into(),
            ..payment()
        };
        assert_eq!(
            epc_payload(&p).unwrap().lines().nth(6),
            Some("NL20INGB0001234567")
        );
    }
}
