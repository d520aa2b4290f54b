//! Customers, invoices, and the bank lines that paid them, entered in one import each.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use credit::{Customer, CustomerId, InvoiceId};
use law::Cents;
use store::{Administration, NewImport, NewLine, NewPayment, NewStatement};

use super::rng::Rng;
use super::trade::{self, Course, Sold};
use super::{Plan, morning, people};
use crate::error::AppResult;
use crate::jobs::Running;

/// What was entered, for the parts that go on from it.
pub(super) struct Entered {
    pub(super) customers: Vec<Customer>,
    /// Open invoices with their ids, by customer.
    pub(super) open: Vec<(usize, credit::Invoice)>,
    /// Closing balance of the last statement, and its day.
    pub(super) balance: Cents,
    pub(super) statements: u32,
}

fn import_of(file: &str, kind: &str) -> NewImport {
    NewImport {
        file: file.to_string(),
        kind: kind.to_string(),
        format: "sample".to_string(),
        sha256: crate::digest::sha256_hex(file.as_bytes()),
    }
}

/// Enters everything through the day before the sample's date.
pub(super) fn enter(
    administration: &mut Administration,
    plan: &Plan,
    rng: &mut Rng,
    running: &Running,
) -> AppResult<Entered> {
    let since = plan.date - chrono::Days::new(730);
    let mut customers: Vec<Customer> = (0..plan.customers)
        .map(|index| {
            let mut customer = people::customer(index, rng, since);
            people::bend(index, &mut customer);
            customer
        })
        .collect();
    let mut sold = trade::history(plan.customers, plan.date, rng);
    sold.extend(trade::open(plan.customers, plan.invoices, plan.date, rng));
    trade::number(&mut sold);
    twins(&mut sold);
    administration.write(morning(since), since, |writer| {
        let new = import_of("debiteuren.csv", "open_items");
        let (_, ()) = writer.import(&new, |rows| -> AppResult<()> {
            for customer in &mut customers {
                customer.id = rows.insert_customer(customer)?;
            }
            for (done, sold) in sold.iter_mut().enumerate() {
                if done % 500 == 0 {
                    running.step(done.min(plan.invoices))?;
                }
                sold.invoice.customer = customer_id(&customers, sold.customer);
                sold.invoice.id = rows.insert_invoice(&sold.invoice)?;
            }
            Ok(())
        })?;
        Ok::<(), crate::error::AppError>(())
    })?;
    let (balance, statements) = bank(administration, plan, &customers, &sold)?;
    let open = sold
        .iter()
        .filter(|sold| !matches!(sold.course, Course::Paid(_)))
        .map(|sold| (sold.customer, sold.invoice.clone()))
        .collect();
    Ok(Entered {
        customers,
        open,
        balance,
        statements,
    })
}

fn customer_id(customers: &[Customer], index: usize) -> CustomerId {
    customers
        .get(index)
        .map_or(CustomerId(0), |customer| customer.id)
}

/// Two open invoices of one customer with the same amount and day: a payment without a number
/// cannot tell them apart.
fn twins(sold: &mut [Sold]) {
    let pattern = sold
        .iter()
        .find(|sold| sold.customer == 6 && sold.course == Course::Open)
        .map(|sold| sold.invoice.clone());
    let Some(pattern) = pattern else { return };
    let second = sold.iter_mut().find(|sold| {
        sold.customer == 6 && sold.course == Course::Open && sold.invoice.number != pattern.number
    });
    if let Some(second) = second {
        second.invoice.amount = pattern.amount;
        second.invoice.vat = pattern.vat;
    }
}

/// A payment that the bank shows.
struct Paid<'a> {
    day: NaiveDate,
    sold: &'a Sold,
    amount: Cents,
}

/// One statement a month, through the day before the sample's date; each line booked.
fn bank(
    administration: &mut Administration,
    plan: &Plan,
    customers: &[Customer],
    sold: &[Sold],
) -> AppResult<(Cents, u32)> {
    let mut paid: Vec<Paid<'_>> = sold
        .iter()
        .filter(|sold| !trade::paid(sold).is_zero())
        .map(|sold| Paid {
            day: trade::paid_on(sold, plan.date),
            sold,
            amount: trade::paid(sold),
        })
        .collect();
    paid.sort_by_key(|paid| (paid.day, paid.sold.invoice.id));
    let mut months: BTreeMap<(i32, u32), Vec<&Paid<'_>>> = BTreeMap::new();
    for one in &paid {
        months
            .entry((one.day.year(), one.day.month()))
            .or_default()
            .push(one);
    }
    let yesterday = plan.date.pred_opt().unwrap_or(plan.date);
    let mut balance = Cents(2_500_000);
    let mut number = 0;
    let last = months.keys().next_back().copied();
    for (month, lines) in &months {
        number += 1;
        let first = NaiveDate::from_ymd_opt(month.0, month.1, 1).unwrap_or(yesterday);
        let end = first
            .checked_add_months(chrono::Months::new(1))
            .and_then(|next| next.pred_opt())
            .unwrap_or(yesterday);
        let end = if Some(*month) == last {
            yesterday
        } else {
            end.min(yesterday)
        };
        let received: Cents = lines.iter().map(|paid| paid.amount).sum();
        let statement = NewStatement {
            account: people::creditor().iban,
            currency: "EUR".to_string(),
            number: Some(number.to_string()),
            from: Some(first),
            through: Some(end),
            opening: Some((first.pred_opt().unwrap_or(first), balance)),
            closing: Some((end, balance + received)),
            balance_ok: Some(true),
            not_booked: 0,
        };
        balance += received;
        let waiting: Vec<NewLine> = lines.iter().map(|paid| line(customers, paid)).collect();
        book(
            administration,
            end,
            &format!("bank-{number:03}.xml"),
            &statement,
            &waiting,
        )?;
        settle(administration, end, lines)?;
    }
    Ok((balance, number))
}

fn line(customers: &[Customer], paid: &Paid<'_>) -> NewLine {
    let customer = customers.get(paid.sold.customer);
    NewLine {
        account: people::creditor().iban,
        date: paid.day,
        value_date: Some(paid.day),
        amount: paid.amount,
        name: customer.map(|customer| customer.name.clone()),
        iban: customer.and_then(|customer| customer.ibans.first().cloned()),
        remittance: format!("factuur {}", paid.sold.invoice.number),
        reference: None,
        end_to_end: None,
        mandate: None,
        bank_reference: Some(format!("H{}", paid.sold.invoice.id.0)),
        reversal: false,
        return_reason: None,
        detail: 0,
    }
}

fn book(
    administration: &mut Administration,
    day: NaiveDate,
    file: &str,
    statement: &NewStatement,
    lines: &[NewLine],
) -> AppResult<()> {
    let stage = administration.stage()?;
    let index = administration.stage_statement(stage, statement)?;
    for chunk in lines.chunks(1000) {
        administration.stage_lines(stage, index, chunk)?;
    }
    administration.write(morning(day), day, |writer| {
        writer.import(
            &import_of(file, "bank_statement"),
            |rows| -> AppResult<()> {
                rows.book_stage(stage)?;
                Ok(())
            },
        )
    })?;
    Ok(administration.drop_stage(stage)?)
}

/// Books the waiting lines to the invoices that they paid: they wait in the order of the days.
fn settle(
    administration: &mut Administration,
    day: NaiveDate,
    paid: &[&Paid<'_>],
) -> AppResult<()> {
    let mut waiting = Vec::new();
    administration
        .read()
        .for_each_waiting_line(|line| -> AppResult<()> {
            waiting.push(line);
            Ok(())
        })?;
    let by_number: BTreeMap<String, (&Paid<'_>, InvoiceId)> = paid
        .iter()
        .map(|paid| {
            (
                format!("factuur {}", paid.sold.invoice.number),
                (*paid, paid.sold.invoice.id),
            )
        })
        .collect();
    administration.write(morning(day), day, |writer| {
        for line in &waiting {
            if let Some((paid, invoice)) = by_number.get(&line.remittance) {
                let payment = NewPayment {
                    customer: paid.sold.invoice.customer,
                    amount: line.amount,
                    allocations: vec![(*invoice, line.amount)],
                };
                writer.book_line(line.id, std::slice::from_ref(&payment))?;
            }
        }
        Ok(())
    })
}
