//! Arguments of lists, searches and what stands behind one line of them.

use clap::{Args, ValueEnum};
use serde::{Serialize, Serializer};

/// Which page of a list.
#[derive(Clone, Copy, Debug, Args, Serialize)]
pub struct Paging {
    /// How many to pass over
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: u32,
    /// How many at most, up to 500
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub limit: u32,
}

/// Words of a search as one text.
fn joined<S: Serializer>(words: &[String], out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(&words.join(" "))
}

/// What may hold for a customer.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum CustomerFilter {
    /// Something is open.
    Open,
    /// Something is late.
    Late,
    /// Paused.
    Held,
    /// Something is disputed.
    Disputed,
    /// Promised to pay.
    Promised,
    /// Handed over.
    HandedOver,
    /// Insolvent.
    Insolvent,
    /// Has money that is put to no invoice.
    Unallocated,
    /// Consumer or business: not known.
    KindUnknown,
    /// Consumer.
    Consumer,
    /// Business.
    Business,
    /// Government.
    Government,
    /// Without an e-mail address.
    NoEmail,
    /// Without an address.
    NoAddress,
}

/// By what customers are sorted.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum CustomerSort {
    /// Name.
    Name,
    /// What is open.
    Open,
    /// What is late.
    Late,
    /// The oldest due date.
    Oldest,
    /// How often in time.
    OnTime,
    /// What comes next.
    Next,
}

/// Which customers.
#[derive(Debug, Args, Serialize)]
pub struct Customers {
    /// Words that must all occur in name, number, town, postal code or e-mail address
    #[arg(value_name = "WORD")]
    #[serde(
        rename = "search",
        serialize_with = "joined",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub words: Vec<String>,
    /// Only those for which this holds; may be repeated, then all must hold
    #[arg(long = "filter", value_name = "FILTER", value_enum)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<CustomerFilter>,
    /// By what they are sorted; by name when none
    #[arg(long, value_enum)]
    pub sort: Option<CustomerSort>,
    /// The other way round
    #[arg(long)]
    pub descending: bool,
    /// Which page.
    #[command(flatten)]
    #[serde(flatten)]
    pub page: Paging,
}

/// What may hold for an invoice.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum InvoiceFilter {
    /// Something is open of it.
    Open,
    /// Late.
    Late,
    /// Not due yet.
    NotDue,
    /// Paid.
    Paid,
    /// Paid in part.
    PartPaid,
    /// A credit note.
    CreditNote,
    /// Paused.
    Held,
    /// Disputed.
    Disputed,
    /// Handed over.
    HandedOver,
    /// Without a due date.
    NoDueDate,
}

/// By what invoices are sorted.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum InvoiceSort {
    /// Number.
    Number,
    /// Customer's name.
    Customer,
    /// Date on it.
    Date,
    /// Due date.
    Due,
    /// Amount.
    Amount,
    /// What is open.
    Open,
    /// Days late.
    DaysLate,
}

/// Which invoices.
#[derive(Debug, Args, Serialize)]
pub struct Invoices {
    /// Words that must all occur in the number, the payment reference, or with the customer
    #[arg(value_name = "WORD")]
    #[serde(
        rename = "search",
        serialize_with = "joined",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub words: Vec<String>,
    /// Only of this customer
    #[arg(long)]
    pub customer: Option<String>,
    /// Only those for which this holds; may be repeated, then all must hold
    #[arg(long = "filter", value_name = "FILTER", value_enum)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<InvoiceFilter>,
    /// By what they are sorted; by number when none
    #[arg(long, value_enum)]
    pub sort: Option<InvoiceSort>,
    /// The other way round
    #[arg(long)]
    pub descending: bool,
    /// Which page.
    #[command(flatten)]
    #[serde(flatten)]
    pub page: Paging,
}

/// An invoice to show, or to add.
#[derive(Debug, Args)]
pub struct Invoice {
    /// Invoice to show
    #[arg(required_unless_present = "file", conflicts_with = "file")]
    pub invoice: Option<String>,
    /// Add the invoice in this file (JSON); - reads standard input
    #[arg(long, value_name = "FILE")]
    pub file: Option<std::path::PathBuf>,
}

/// Whose claim to explain.
#[derive(Debug, Args)]
pub struct Why {
    /// Customer, or invoice
    pub subject: String,
    /// Only this invoice of the customer
    #[arg(long)]
    pub invoice: Option<String>,
}

/// Which sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SumOf {
    /// What is open.
    Open,
    /// What is late.
    Late,
    /// What is so many days late.
    Bucket,
    /// What today's letters ask.
    Moving,
    /// What is expected in one week.
    Week,
    /// What was expected before today.
    Past,
    /// What is expected later.
    Later,
    /// For what no day is guessed.
    Unknown,
    /// Money that is put to no invoice.
    Unallocated,
}

/// How late.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
pub enum Bucket {
    /// Not due.
    #[serde(rename = "not_due")]
    #[value(name = "not_due")]
    NotDue,
    /// 1 to 30 days.
    #[serde(rename = "1-30")]
    #[value(name = "1-30")]
    Month,
    /// 31 to 60 days.
    #[serde(rename = "31-60")]
    #[value(name = "31-60")]
    TwoMonths,
    /// 61 to 90 days.
    #[serde(rename = "61-90")]
    #[value(name = "61-90")]
    ThreeMonths,
    /// More than 90 days.
    #[serde(rename = "90+")]
    #[value(name = "90+")]
    Longer,
}

/// A sum to explain.
#[derive(Debug, Args, Serialize)]
pub struct Sum {
    /// Which sum
    #[arg(value_enum)]
    pub of: SumOf,
    /// Only of this customer, invoice by invoice
    #[arg(long)]
    pub customer: Option<String>,
    /// Only this invoice of the customer
    #[arg(long, requires = "customer")]
    pub invoice: Option<String>,
    /// How many days late, for bucket
    #[arg(long, value_enum, required_if_eq("of", "bucket"))]
    pub bucket: Option<Bucket>,
    /// The Monday of the week, for week
    #[arg(long, value_name = "DATE", value_parser = crate::values::date, required_if_eq("of", "week"))]
    pub week: Option<chrono::NaiveDate>,
    /// Which page.
    #[command(flatten)]
    #[serde(flatten)]
    pub page: Paging,
}

/// What to find.
#[derive(Debug, Args, Serialize)]
pub struct Find {
    /// What you remember: a name, a number, a town, an amount
    #[arg(required = true, value_name = "WORD")]
    #[serde(rename = "text", serialize_with = "joined")]
    pub words: Vec<String>,
    /// How many of each at most
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub limit: u32,
}

/// Which acts.
#[derive(Debug, Args, Serialize)]
pub struct History {
    /// Acts before this one (F-17)
    #[arg(long, value_name = "ACT")]
    pub before: Option<String>,
    /// How many at most, up to 200
    #[arg(long, value_name = "N", default_value_t = 25, value_parser = clap::value_parser!(u32).range(1..=200))]
    pub limit: u32,
}

/// A card of work.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Work {
    /// Letters that may go.
    Letters,
    /// Letters that ask a decision.
    Decide,
    /// To hand over.
    Handover,
    /// About to lapse.
    Limitation,
    /// To call.
    Call,
    /// Promises.
    Promise,
    /// To look into.
    Review,
    /// Held back.
    Held,
}

/// A gate.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// Goes.
    Green,
    /// Asks first.
    Amber,
    /// Does not go.
    Red,
}

/// In which order proposals come.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalOrder {
    /// Most euros first.
    Amount,
    /// What may go first.
    Gate,
}

/// Which proposals.
#[derive(Debug, Args, Serialize)]
pub struct Proposals {
    /// Part of the customer's name or number, or of an invoice's number
    #[arg(value_name = "WORD")]
    #[serde(
        rename = "search",
        serialize_with = "joined",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub words: Vec<String>,
    /// Only customers that stand under this card
    #[arg(long, value_enum)]
    pub work: Option<Work>,
    /// Only at this gate
    #[arg(long, value_enum)]
    pub gate: Option<Gate>,
    /// The order; most euros first when none
    #[arg(long, value_enum)]
    pub order: Option<ProposalOrder>,
    /// Which page.
    #[command(flatten)]
    #[serde(flatten)]
    pub page: Paging,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the window may ask, as the core's own types say it.
    const API: &str = include_str!("../../../../ui/src/backend/api.gen.ts");

    fn of_the_core(kind: &str) -> Vec<&'static str> {
        let declared = API
            .lines()
            .find_map(|line| line.strip_prefix(&format!("export type {kind} = ")))
            .unwrap_or_else(|| panic!("the core has {kind}"));
        let names = declared.trim_end_matches(';').split(" | ");
        names.map(|name| name.trim_matches('"')).collect()
    }

    fn of_the_words<V: ValueEnum + Serialize>() -> Vec<String> {
        let variants = V::value_variants().iter();
        variants
            .map(|variant| {
                let sent = serde_json::to_value(variant).unwrap();
                let said = variant.to_possible_value().unwrap();
                assert_eq!(
                    sent,
                    said.get_name(),
                    "what is typed is what the core is asked"
                );
                said.get_name().to_string()
            })
            .collect()
    }

    #[test]
    fn whatever_a_list_can_be_asked_has_a_word() {
        let lists = [
            ("CustomerFilter", of_the_words::<CustomerFilter>()),
            ("CustomerSort", of_the_words::<CustomerSort>()),
            ("InvoiceFilter", of_the_words::<InvoiceFilter>()),
            ("InvoiceSort", of_the_words::<InvoiceSort>()),
        ];
        for (kind, words) in lists {
            assert_eq!(
                words,
                of_the_core(kind),
                "{kind}: none forgotten, none made up"
            );
        }
    }
}
