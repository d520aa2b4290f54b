//! The creditor whose books these are, and the settings of the administration.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Address, Plans};

/// Where the window of the envelope is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WindowSide {
    /// At the left, the most common.
    #[default]
    Left,
    /// At the right.
    Right,
}

/// The creditor (schuldeiser).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Creditor {
    /// Name as on letters.
    pub name: String,
    /// Legal form (B.V., eenmanszaak, …).
    pub legal_form: String,
    /// Address.
    pub address: Address,
    /// Number in the trade register.
    pub kvk: Option<String>,
    /// VAT number.
    pub vat: Option<String>,
    /// Account on which customers pay.
    pub iban: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Usual payment term in days.
    pub term_days: u16,
    /// Whether that term is agreed (contract, terms), or only printed on the invoice.
    pub term_agreed: bool,
    /// Whether it collects for others (Wki).
    pub collects_for_others: bool,
    /// Number in the Wki register, when it collects for others.
    pub register_number: Option<String>,
    /// Whether both conditions of art. 2 lid 3 BIK are declared: a VAT-taxed outside service
    /// collects, and that VAT cannot be deducted.
    pub collection_vat: bool,
    /// Whether its own terms name collection costs or interest for consumers; none: not asked yet.
    pub terms_name_costs: Option<bool>,
    /// Which side the envelope's window is.
    pub window: WindowSide,
}

/// What a restored backup knows of letters that left after it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriorReach {
    /// This computer's journal tells which letters left.
    Journal,
    /// Nothing tells: everything due since `backup` is amber until the user says what left.
    Unknown {
        /// Day the backup was made.
        backup: NaiveDate,
    },
}

/// Settings of the administration that decisions depend on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Delivery days of the post: 2 or 3 (facts: 2 by the Supreme Court, 3 as of July 2027).
    pub delivery_days: u8,
    /// Days that the plan waits after a 14-day letter; never below 21.
    pub plan_days: u16,
    /// Interest divisor: the interest year (false) or always 365 (true).
    pub always_365: bool,
    /// Bank data older than this many bank days is amber.
    pub bank_amber_days: u16,
    /// Bank data older than this many bank days is red.
    pub bank_red_days: u16,
    /// A payment within this many bank days may have siblings in transit: amber.
    pub transit_days: u16,
    /// Days that a notice of default gives (art. 6:82 BW), from delivery.
    pub notice_of_default_days: u16,
    /// The dunning plans.
    pub plans: Plans,
    /// Horizontal shift of the address block, millimetres.
    pub window_shift_x: i8,
    /// Vertical shift of the address block, millimetres.
    pub window_shift_y: i8,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            delivery_days: 3,
            plan_days: 24,
            always_365: false,
            bank_amber_days: 3,
            bank_red_days: 10,
            transit_days: 2,
            notice_of_default_days: 14,
            plans: Plans::default(),
            window_shift_x: 0,
            window_shift_y: 0,
        }
    }
}
