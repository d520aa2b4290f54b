//! What is asked, and how it was calculated.

use chrono::NaiveDate;
use law::Cents;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The claim as asked in a letter, already calculated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimFigures {
    /// Open principal of all invoices in the letter.
    pub principal: Cents,
    /// Interest through the date of the letter.
    pub interest: Cents,
    /// Collection costs that are due, without VAT.
    pub costs: Cents,
    /// VAT on the collection costs, only where the law allows it (art. 2 lid 3 Besluit BIK).
    pub vat_on_costs: Cents,
    /// Everything together; must be the sum of the four above.
    pub total: Cents,
    /// Interest of each further day.
    pub per_day: Cents,
    /// The name of the interest: `wettelijke rente`, `wettelijke handelsrente`, with its article.
    pub interest_basis: Option<String>,
    /// The basis of the costs, with its article.
    pub costs_basis: Option<String>,
    /// The costs that a 14-day letter announces.
    pub costs_announced: Option<AnnouncedCosts>,
}

/// Collection costs that will be due when the 14-day letter has run out (art. 6:96 lid 6 BW).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncedCosts {
    /// Principal over which the costs are calculated: the invoices in the letter that bear costs.
    pub base: Cents,
    /// The costs, without VAT.
    pub costs: Cents,
    /// VAT over the costs; zero when none is asked.
    pub vat: Cents,
    /// The steps of the scale that were summed.
    pub lines: Vec<CalculationLine>,
}

/// How the claim was calculated, on a page of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculationSheet {
    /// Day through which interest was calculated, that day included.
    pub through: Option<NaiveDate>,
    /// Principal, interest, costs, payments: each with its lines.
    pub sections: Vec<CalculationSection>,
    /// What the sections come to together.
    pub total: Cents,
    /// Sentences below the sheet: the method of counting days, of rounding.
    pub notes: Vec<String>,
}

/// A part of the calculation sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculationSection {
    /// Heading, such as `Wettelijke rente over factuur 2026-0287`.
    pub title: String,
    /// The lines.
    pub lines: Vec<CalculationLine>,
    /// Sum of the section, when it is printed.
    pub total: Option<Cents>,
}

/// One line of a calculation; columns without any value are left out of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculationLine {
    /// What the line is.
    pub text: String,
    /// Amount over which was calculated.
    pub base: Option<Cents>,
    /// Percentage, per year for interest.
    pub percent: Option<Decimal>,
    /// First day of the period, included.
    pub from: Option<NaiveDate>,
    /// Last day of the period, included.
    pub through: Option<NaiveDate>,
    /// Number of days.
    pub days: Option<u32>,
    /// Outcome, rounded to the cent.
    pub amount: Cents,
    /// Article of law, such as `art. 6:119 BW`.
    pub article: Option<String>,
}
