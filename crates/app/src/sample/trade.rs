//! The invoices of the sample: what was sold, when, and how it went on.

use chrono::{Days, NaiveDate};
use credit::{CustomerId, Invoice, InvoiceId, InvoiceKind};
use law::Cents;

use super::rng::Rng;

/// How an invoice went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// Open.
    Open,
    /// Paid so many days after its due date (negative: before).
    Paid(i64),
    /// A part of it was paid, the rest is open.
    PartPaid,
}

/// An invoice that will be entered.
#[derive(Clone, Debug)]
pub(super) struct Sold {
    pub(super) customer: usize,
    pub(super) invoice: Invoice,
    pub(super) course: Course,
}

fn days(count: i64) -> Days {
    Days::new(u64::try_from(count).unwrap_or(0))
}

fn before(date: NaiveDate, count: i64) -> NaiveDate {
    date.checked_sub_days(days(count)).unwrap_or(date)
}

fn after(date: NaiveDate, count: i64) -> NaiveDate {
    date.checked_add_days(days(count)).unwrap_or(date)
}

/// An amount as a wholesale has them: many small, some large.
fn amount(rng: &mut Rng) -> Cents {
    let euro = match rng.between(1, 10) {
        1..=4 => rng.between(38, 260),
        5..=8 => rng.between(180, 1_400),
        9 => rng.between(900, 4_800),
        _ => rng.between(2_500, 14_000),
    };
    Cents(euro * 100 + rng.between(0, 99))
}

fn invoice(number: String, date: NaiveDate, term: i64, amount: Cents) -> Invoice {
    Invoice {
        id: InvoiceId(0),
        customer: CustomerId(0),
        number,
        kind: InvoiceKind::Invoice,
        date,
        due: Some(after(date, term)),
        amount,
        paid_before: Cents::ZERO,
        vat: Some(Cents(amount.0 * 9 / 109)),
        payment_reference: None,
        credits: None,
        contract: None,
        received: None,
        description: Some("bakkerijgrondstoffen".to_string()),
    }
}

/// Days past the due date (negative: not due yet) for the next open invoice.
fn lateness(rng: &mut Rng) -> i64 {
    match rng.between(1, 100) {
        1..=52 => -rng.between(0, 13),
        53..=80 => rng.between(1, 15),
        81..=93 => rng.between(16, 34),
        94..=98 => rng.between(35, 75),
        _ => rng.between(76, 330),
    }
}

/// Open invoices, spread over the customers; every customer's oldest first.
pub(super) fn open(customers: usize, count: usize, today: NaiveDate, rng: &mut Rng) -> Vec<Sold> {
    let mut sold = Vec::with_capacity(count);
    for index in 0..count {
        let customer = if index < customers {
            index
        } else {
            usize::try_from(rng.between(0, i64::try_from(customers).unwrap_or(1) - 1)).unwrap_or(0)
        };
        let term = if customer % 3 == 0 { 14 } else { 30 };
        // One of every customer's first invoices is late, so that each step has somebody.
        let late = if index < customers {
            [4, 12, 22, 34, 3, 26, -6, 17, 41, 9, 60, 14][index % 12]
        } else {
            lateness(rng)
        };
        let due = if late >= 0 {
            before(today, late)
        } else {
            after(today, -late)
        };
        let date = before(due, term);
        let course = if index % 17 == 11 {
            Course::PartPaid
        } else {
            Course::Open
        };
        sold.push(Sold {
            customer,
            invoice: invoice(String::new(), date, term, amount(rng)),
            course,
        });
    }
    sold
}

/// Paid invoices of the last two years: a few for each customer.
pub(super) fn history(customers: usize, today: NaiveDate, rng: &mut Rng) -> Vec<Sold> {
    let each = if customers > 2_000 { 1 } else { 14 };
    let mut sold = Vec::with_capacity(customers * each);
    for customer in 0..customers {
        let term = if customer % 3 == 0 { 14 } else { 30 };
        // Each customer has a habit: early, on time, or late.
        let habit = [-3, 0, 2, 6, 11, 19][customer % 6];
        for _ in 0..each {
            let date = before(today, rng.between(90, 730));
            let late = habit + rng.between(-3, 5);
            sold.push(Sold {
                customer,
                invoice: invoice(String::new(), date, term, amount(rng)),
                course: Course::Paid(late),
            });
        }
    }
    sold
}

/// Numbers invoices by their date, as a bookkeeper does.
pub(super) fn number(sold: &mut [Sold]) {
    use chrono::Datelike;
    sold.sort_by_key(|sold| (sold.invoice.date, sold.customer));
    let mut year = 0;
    let mut count = 0;
    for sold in sold.iter_mut() {
        if sold.invoice.date.year() != year {
            year = sold.invoice.date.year();
            count = 0;
        }
        count += 1;
        sold.invoice.number = format!("{year}-{count:04}");
    }
}

/// The day on which a paid invoice was paid, or a part of an open one.
pub(super) fn paid_on(sold: &Sold, today: NaiveDate) -> NaiveDate {
    let due = sold.invoice.due.unwrap_or(sold.invoice.date);
    let day = match sold.course {
        Course::Paid(late) if late < 0 => before(due, -late),
        Course::Paid(late) => after(due, late),
        Course::Open | Course::PartPaid => after(sold.invoice.date, 9),
    };
    day.min(before(today, 3))
}

/// How much was paid of it.
pub(super) fn paid(sold: &Sold) -> Cents {
    match sold.course {
        Course::Paid(_) => sold.invoice.amount,
        Course::PartPaid => Cents(sold.invoice.amount.0 * 2 / 5),
        Course::Open => Cents::ZERO,
    }
}
