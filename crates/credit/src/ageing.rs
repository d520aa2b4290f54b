//! Open amounts by how late they are. Day 1 late is the day after the due date.

use chrono::NaiveDate;
use law::Cents;
use serde::{Deserialize, Serialize};

/// How late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Bucket {
    /// Not due yet, or without a due date.
    #[serde(rename = "not_due")]
    NotDue,
    /// 1 through 30 days late.
    #[serde(rename = "1-30")]
    To30,
    /// 31 through 60 days late.
    #[serde(rename = "31-60")]
    To60,
    /// 61 through 90 days late.
    #[serde(rename = "61-90")]
    To90,
    /// More than 90 days late.
    #[serde(rename = "90+")]
    Over90,
}

impl Bucket {
    /// All, earliest first.
    pub const ALL: [Bucket; 5] = [
        Bucket::NotDue,
        Bucket::To30,
        Bucket::To60,
        Bucket::To90,
        Bucket::Over90,
    ];

    /// The name on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Bucket::NotDue => "not_due",
            Bucket::To30 => "1-30",
            Bucket::To60 => "31-60",
            Bucket::To90 => "61-90",
            Bucket::Over90 => "90+",
        }
    }

    /// The bucket of something due on a day; without a due date it is not due.
    pub fn of(due: Option<NaiveDate>, today: NaiveDate) -> Bucket {
        match due.map_or(0, |due| (today - due).num_days()) {
            ..=0 => Bucket::NotDue,
            1..=30 => Bucket::To30,
            31..=60 => Bucket::To60,
            61..=90 => Bucket::To90,
            91.. => Bucket::Over90,
        }
    }
}

/// One bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeingRow {
    /// How late.
    pub bucket: Bucket,
    /// Open principal; credits are negative.
    pub amount: Cents,
    /// Number of open invoices and credit notes.
    pub invoices: u32,
}

/// All buckets, earliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ageing {
    /// The rows in the order of [`Bucket::ALL`].
    pub rows: [AgeingRow; 5],
}

impl Default for Ageing {
    fn default() -> Ageing {
        Ageing {
            rows: Bucket::ALL.map(|bucket| AgeingRow {
                bucket,
                amount: Cents::ZERO,
                invoices: 0,
            }),
        }
    }
}

impl Ageing {
    /// Adds one open invoice or credit note.
    pub fn add(&mut self, due: Option<NaiveDate>, open: Cents, today: NaiveDate) {
        let row = &mut self.rows[Bucket::of(due, today) as usize];
        row.amount += open;
        row.invoices += 1;
    }

    /// Adds another ageing to this one.
    pub fn merge(&mut self, other: &Ageing) {
        for (row, more) in self.rows.iter_mut().zip(&other.rows) {
            row.amount += more.amount;
            row.invoices += more.invoices;
        }
    }

    /// Everything open.
    pub fn open(&self) -> Cents {
        self.rows.iter().map(|row| row.amount).sum()
    }

    /// What is past its due date.
    pub fn overdue(&self) -> Cents {
        self.rows
            .iter()
            .filter(|row| row.bucket != Bucket::NotDue)
            .map(|row| row.amount)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_late_day_is_the_day_after_the_due_date() {
        let due = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
        let on = |days| Bucket::of(Some(due), due + chrono::Days::new(days));
        for (days, bucket) in [
            (0, Bucket::NotDue),
            (1, Bucket::To30),
            (30, Bucket::To30),
            (31, Bucket::To60),
            (60, Bucket::To60),
            (61, Bucket::To90),
            (90, Bucket::To90),
            (91, Bucket::Over90),
        ] {
            assert_eq!(on(days), bucket, "{days} days after the due date");
        }
        assert_eq!(
            Bucket::of(None, due),
            Bucket::NotDue,
            "without a due date nothing is late"
        );
    }

    #[test]
    fn buckets_sum_to_what_is_open() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let mut ageing = Ageing::default();
        ageing.add(Some(today), Cents(100), today);
        ageing.add(Some(today - chrono::Days::new(40)), Cents(250), today);
        ageing.add(Some(today - chrono::Days::new(40)), Cents(-50), today);
        assert_eq!(ageing.open(), Cents(300), "credits count negative");
        assert_eq!(ageing.overdue(), Cents(200));
        assert_eq!(
            ageing.rows[2].invoices, 2,
            "a credit note is a document too"
        );
    }
}
