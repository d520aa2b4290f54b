//! The recovery code: 160 random bits that a person can copy from paper, with a check group that
//! tells a typing error from a wrong code.

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::{Result, StoreError};

/// Digits and capitals without I, L, O and U, which are misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_DIGITS: usize = 32;
const CHECK_DIGITS: usize = 4;
const GROUP: usize = 4;

/// A recovery code. Wiped from memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode {
    shown: String,
}

impl RecoveryCode {
    /// Draws a new code from the operating system.
    pub(crate) fn random() -> Result<RecoveryCode> {
        let mut bytes = Zeroizing::new([0_u8; SECRET_DIGITS]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| StoreError::Crypto)?;
        // 256 is a multiple of 32, so that the remainder stays evenly spread.
        let digits: Zeroizing<Vec<u8>> =
            Zeroizing::new(bytes.iter().map(|byte| digit(usize::from(*byte))).collect());
        Ok(RecoveryCode::shown(&digits))
    }

    /// Reads a code as a person types it: case, spaces and dashes do not matter, and O, I and L
    /// are read as the digits they resemble.
    pub fn parse(text: &str) -> Result<RecoveryCode> {
        let mut digits = Zeroizing::new(Vec::with_capacity(SECRET_DIGITS + CHECK_DIGITS));
        for c in text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.'))
        {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let known = u8::try_from(c).ok().filter(|byte| ALPHABET.contains(byte));
            digits.push(known.ok_or(StoreError::MalformedRecoveryCode)?);
        }
        if digits.len() != SECRET_DIGITS + CHECK_DIGITS {
            return Err(StoreError::MalformedRecoveryCode);
        }
        let (secret, check) = digits.split_at(SECRET_DIGITS);
        if check != check_group(secret) {
            return Err(StoreError::MalformedRecoveryCode);
        }
        Ok(RecoveryCode::shown(secret))
    }

    /// The code in nine groups of four, as it stands on the recovery sheet.
    pub fn expose(&self) -> &str {
        &self.shown
    }

    fn shown(secret: &[u8]) -> RecoveryCode {
        let check = check_group(secret);
        let mut shown = String::with_capacity(SECRET_DIGITS + CHECK_DIGITS + 8);
        for (place, byte) in secret.iter().chain(&check).enumerate() {
            if place > 0 && place % GROUP == 0 {
                shown.push('-');
            }
            shown.push(char::from(*byte));
        }
        RecoveryCode { shown }
    }
}

fn digit(value: usize) -> u8 {
    ALPHABET
        .get(value % ALPHABET.len())
        .copied()
        .unwrap_or(b'0')
}

fn check_group(secret: &[u8]) -> [u8; CHECK_DIGITS] {
    let hash = Sha256::new()
        .chain_update(b"standvast recovery check\0")
        .chain_update(secret)
        .finalize();
    let mut check = [0; CHECK_DIGITS];
    for (place, byte) in check.iter_mut().zip(hash.iter()) {
        *place = digit(usize::from(*byte));
    }
    check
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(<redacted>)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_person_types() {
        let code = RecoveryCode::random().unwrap();
        assert_eq!(
            code.expose().len(),
            36 + 8,
            "nine groups of four with dashes between"
        );
        let typed = code
            .expose()
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(RecoveryCode::parse(&typed).unwrap().expose(), code.expose());
    }

    #[test]
    fn tells_a_typing_error() {
        let code = RecoveryCode::random().unwrap();
        let mut caught = 0;
        let digits: Vec<char> = code.expose().chars().collect();
        for place in (0..digits.len()).filter(|place| digits[*place] != '-') {
            let mut wrong = digits.clone();
            wrong[place] = if wrong[place] == 'A' { 'B' } else { 'A' };
            let wrong: String = wrong.into_iter().collect();
            if matches!(
                RecoveryCode::parse(&wrong),
                Err(StoreError::MalformedRecoveryCode)
            ) {
                caught += 1;
            }
        }
        assert_eq!(caught, 36, "a wrong character must be told at any place");
        for text in ["", "AAAA", "UUUU-UUUU", &code.expose()[5..]] {
            assert!(RecoveryCode::parse(text).is_err(), "{text:?} is no code");
        }
    }
}
