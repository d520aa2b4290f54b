//! QR codes: the payment code of the European Payments Council (EPC069-12), and plain ones.

use crate::PaymentDetails;

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

/// The text in a payment QR code.
pub fn epc_payload(_payment: &PaymentDetails) -> Result<String, EpcError> {
    Err(EpcError::Amount)
}
