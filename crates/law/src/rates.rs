//! Statutory interest rates: the shipped table, the user's own rows, and looking one up.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Lang, Percent, Rule, Warning};

/// Which of the law's rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RateKind {
    /// Art. 6:119 BW: consumers, and all that is no trade contract.
    Consumer,
    /// Art. 6:119a BW: trade contracts.
    Commercial,
    /// Art. 6:119b BW: trade contracts with a government. Takes the commercial rate.
    Government,
}

/// Government debtors have an article of their own from this day; before it they were commercial.
const GOVERNMENT_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2013, 3, 16);

impl RateKind {
    /// The word in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            RateKind::Consumer => "consumer",
            RateKind::Commercial => "commercial",
            RateKind::Government => "government",
        }
    }

    /// The name in a sentence.
    pub fn text(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (RateKind::Consumer, Lang::Nl) => "wettelijke rente",
            (RateKind::Consumer, Lang::En) => "statutory interest rate",
            (RateKind::Commercial, Lang::Nl) => "wettelijke handelsrente",
            (RateKind::Commercial, Lang::En) => "statutory commercial interest rate",
            (RateKind::Government, Lang::Nl) => "wettelijke handelsrente voor overheden",
            (RateKind::Government, Lang::En) => "statutory interest rate for governments",
        }
    }

    /// The article under which this rate runs on a day.
    pub fn rule_on(self, date: NaiveDate) -> Rule {
        match self {
            RateKind::Consumer => Rule::ConsumerInterest,
            RateKind::Government if GOVERNMENT_FROM.is_some_and(|start| date >= start) => {
                Rule::GovernmentInterest
            }
            RateKind::Commercial | RateKind::Government => Rule::CommercialInterest,
        }
    }
}

/// One row of the table: a percentage from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateRow {
    /// Which of the law's rates.
    pub kind: RateKind,
    /// The first day of the percentage.
    #[serde(alias = "start_date")]
    pub start: NaiveDate,
    /// Percent per year.
    pub percent: Percent,
    /// Where it was found.
    pub source: String,
}

/// A row with whether it was shipped, for lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRate {
    /// The row.
    pub row: RateRow,
    /// Entered by the user; stands before a shipped row of the same kind and day.
    pub user: bool,
}

/// Why a file of rates is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RateDataError {
    /// No line `verified_until,` followed by a date.
    #[error("the file does not say through which day it was verified")]
    VerifiedUntilMissing,
    /// A line that is not kind, day, percentage and source.
    #[error("line {line} is not a rate")]
    Malformed {
        /// The line, counted from 1.
        line: usize,
    },
    /// Two rows for one kind and day.
    #[error("line {line} repeats a day")]
    DayTwice {
        /// The line, counted from 1.
        line: usize,
    },
}

/// A percentage from a day through the day before the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    start: NaiveDate,
    percent: Percent,
    user: bool,
    vouched_until: NaiveDate,
}

/// The statutory rates through time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateTable {
    verified_until: NaiveDate,
    listed: Vec<ListedRate>,
    consumer: Vec<Span>,
    commercial: Vec<Span>,
    government: Vec<Span>,
}

/// A percentage and the last day on which it still holds, across rows that repeat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub percent: Percent,
    pub last: NaiveDate,
}

static SHIPPED: LazyLock<RateTable> = LazyLock::new(|| {
    // A file that cannot be read leaves no rate at all, so that every use is refused; a test
    // reads the file.
    RateTable::parse(include_str!("../data/rates.csv"))
        .unwrap_or_else(|_| RateTable::build(NaiveDate::MIN, Vec::new()))
});

impl RateTable {
    /// The rates this program was shipped with.
    pub fn shipped() -> &'static RateTable {
        &SHIPPED
    }

    /// Reads a file of rates: lines beginning with `#` are remarks, one line
    /// `verified_until,DATE`, a heading `kind,start_date,percent,source`, and rows.
    pub fn parse(text: &str) -> Result<RateTable, RateDataError> {
        let mut verified_until = None;
        let mut listed: Vec<ListedRate> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let malformed = RateDataError::Malformed { line: index + 1 };
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') || line.starts_with("kind,") {
                continue;
            }
            if let Some(date) = line.strip_prefix("verified_until,") {
                verified_until = Some(date.parse().map_err(|_| malformed)?);
                continue;
            }
            let row = parse_row(line).ok_or(malformed)?;
            if listed
                .iter()
                .any(|have| have.row.kind == row.kind && have.row.start == row.start)
            {
                return Err(RateDataError::DayTwice { line: index + 1 });
            }
            listed.push(ListedRate { row, user: false });
        }
        let verified_until = verified_until.ok_or(RateDataError::VerifiedUntilMissing)?;
        Ok(RateTable::build(verified_until, listed))
    }

    /// This table with rows of the user's own. A user row replaces the row of the same kind and
    /// day, and holds until the next row. It is vouched for, as the user's, through the end of
    /// its half-year; beyond that and beyond [`RateTable::verified_until`] a result warns. A
    /// commercial row also holds for governments, unless a government row says otherwise.
    pub fn with_user_rates(&self, rows: &[RateRow]) -> RateTable {
        let mut listed = self.listed.clone();
        for row in rows {
            listed.retain(|have| {
                !(have.user && have.row.kind == row.kind && have.row.start == row.start)
            });
            listed.push(ListedRate {
                row: row.clone(),
                user: true,
            });
        }
        RateTable::build(self.verified_until, listed)
    }

    fn build(verified_until: NaiveDate, mut listed: Vec<ListedRate>) -> RateTable {
        listed.sort_by_key(|rate| (rate.row.kind, rate.row.start, rate.user));
        let spans = |kinds: &[RateKind]| {
            let mut spans: Vec<Span> = Vec::new();
            for kind in kinds {
                for rate in listed.iter().filter(|rate| rate.row.kind == *kind) {
                    let span = Span::of(rate, verified_until);
                    spans.retain(|have| have.start != span.start);
                    spans.push(span);
                }
            }
            spans.sort_by_key(|span| span.start);
            spans
        };
        RateTable {
            verified_until,
            consumer: spans(&[RateKind::Consumer]),
            commercial: spans(&[RateKind::Commercial]),
            government: spans(&[RateKind::Commercial, RateKind::Government]),
            listed,
        }
    }

    /// The last day through which the shipped rates were verified.
    pub fn verified_until(&self) -> NaiveDate {
        self.verified_until
    }

    /// All rows, shipped and the user's, by kind and day.
    pub fn rows(&self) -> &[ListedRate] {
        &self.listed
    }

    /// Percent per year on a day; none before the table begins. After the last row its
    /// percentage goes on: [`RateTable::doubts`] tells whether that is vouched for.
    pub fn percent_on(&self, kind: RateKind, date: NaiveDate) -> Option<Percent> {
        self.stretch(kind, date).map(|stretch| stretch.percent)
    }

    /// What cannot be vouched for about the rates of these days, both included.
    pub fn doubts(&self, kind: RateKind, from: NaiveDate, through: NaiveDate) -> Vec<Warning> {
        let mut doubts = Vec::new();
        let spans = self.spans(kind);
        for (index, span) in spans.iter().enumerate() {
            let next = spans.get(index + 1).and_then(|next| next.start.pred_opt());
            let last = next.unwrap_or(NaiveDate::MAX).min(through);
            if last < from || span.start > last {
                continue;
            }
            if span.user {
                let (start, percent) = (span.start, span.percent);
                doubts.push(Warning::UserRate {
                    kind,
                    start,
                    percent,
                });
            }
            if last > span.vouched_until {
                let verified_until = span.vouched_until;
                doubts.push(Warning::RateNotVerified {
                    kind,
                    verified_until,
                });
            }
        }
        doubts
    }

    /// The percentage of a day and how long it goes on. Allocates nothing.
    pub(crate) fn stretch(&self, kind: RateKind, date: NaiveDate) -> Option<Stretch> {
        let spans = self.spans(kind);
        let following = spans.partition_point(|span| span.start <= date);
        let percent = spans.get(following.checked_sub(1)?)?.percent;
        let change = spans
            .get(following..)?
            .iter()
            .find(|span| span.percent != percent);
        let last = change
            .and_then(|span| span.start.pred_opt())
            .unwrap_or(NaiveDate::MAX);
        Some(Stretch { percent, last })
    }

    fn spans(&self, kind: RateKind) -> &[Span] {
        match kind {
            RateKind::Consumer => &self.consumer,
            RateKind::Commercial => &self.commercial,
            RateKind::Government => &self.government,
        }
    }
}

impl Span {
    fn of(rate: &ListedRate, verified_until: NaiveDate) -> Span {
        let start = rate.row.start;
        let vouched_until = if rate.user {
            half_year_end(start)
        } else {
            verified_until
        };
        Span {
            start,
            percent: rate.row.percent,
            user: rate.user,
            vouched_until: vouched_until.max(verified_until),
        }
    }
}

/// Rates change on 1 January and 1 July only: nothing is known beyond the half-year.
fn half_year_end(date: NaiveDate) -> NaiveDate {
    let (month, day) = if date.month() <= 6 { (6, 30) } else { (12, 31) };
    NaiveDate::from_ymd_opt(date.year(), month, day).unwrap_or(date)
}

fn parse_row(line: &str) -> Option<RateRow> {
    let mut fields = line.splitn(4, ',');
    let kind = match fields.next()? {
        "consumer" => RateKind::Consumer,
        "commercial" => RateKind::Commercial,
        "government" => RateKind::Government,
        _ => return None,
    };
    let start = fields.next()?.parse().ok()?;
    let percent = fields.next()?.parse().ok()?;
    let source = fields.next()?.trim_matches('"').to_owned();
    Some(RateRow {
        kind,
        start,
        percent,
        source,
    })
}
