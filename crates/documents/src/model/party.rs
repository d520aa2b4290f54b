//! Who writes, who reads, and the paper: letterhead, addressee, window of the envelope.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The sender as printed at the top of the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Letterhead {
    /// Name of the business, bold at the left.
    pub name: String,
    /// One line below the name.
    pub tagline: Option<String>,
    /// Address lines, usually `Havenkade 12` and `4381 NB  VLISSINGEN`.
    pub address: Vec<String>,
    /// Number in the trade register.
    pub kvk: Option<String>,
    /// VAT identification number.
    pub vat: Option<String>,
    /// E-mail address for answers.
    pub email: Option<String>,
    /// Telephone number for answers.
    pub phone: Option<String>,
    /// Address of the web site.
    pub website: Option<String>,
}

/// The customer's postal address, in parts, so that it can be printed in the order PostNL asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Addressee {
    /// Name of the company or of the person.
    pub name: String,
    /// Second name line, such as a department.
    pub extra: Option<String>,
    /// Person to whose attention the letter goes, without "T.a.v.".
    pub attention: Option<String>,
    /// Street and house number.
    pub street: String,
    /// Postcode, in any spacing.
    pub postcode: String,
    /// Town, in any case.
    pub town: String,
    /// Country, only when it is not the Netherlands.
    pub country: Option<String>,
}

/// Who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signatory {
    /// Name below the greeting; empty for the business's name.
    pub name: String,
    /// Function below the name.
    pub role: Option<String>,
}

/// Where the window of the envelope is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Window {
    /// Address block 35 mm from the left edge of the paper.
    #[default]
    Left,
    /// Address block 105 mm from the left edge of the paper.
    Right,
}

/// How the paper is used: envelope, shift, marks, logo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageSetup {
    /// The window of the envelope.
    pub window: Window,
    /// Shift of the address block to the right, in tenths of a millimetre, held to ±100.
    pub shift_right: i16,
    /// Shift of the address block downwards, in tenths of a millimetre, held to ±100.
    pub shift_down: i16,
    /// Whether short marks for folding are printed at the left edge.
    pub fold_marks: bool,
    /// Logo above or instead of the sender's name.
    pub logo: Option<Logo>,
}

/// A picture that was read and checked, ready to be put in any number of documents.
///
/// Cloning is cheap. Made by [`crate::Logo::read`].
#[derive(Clone)]
pub struct Logo {
    pub(crate) inner: Arc<crate::pdf::LogoObjects>,
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Logo")
            .field("pixels", &self.pixels())
            .finish()
    }
}

impl PartialEq for Logo {
    fn eq(&self, other: &Logo) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner) || self.inner == other.inner
    }
}

impl Eq for Logo {}
