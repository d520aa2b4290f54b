//! Large administrations: a screen may not wait for the list of today, nor an import for matching.

use std::time::{Duration, Instant};

use law::{Cents, RateTable};

use crate::sample::{account, books, day, invoice, letter, payment};
use crate::world::printable;
use crate::*;

/// Unoptimised code on a busy machine may take this many times what a release may.
const SLACK: u32 = if cfg!(debug_assertions) { 40 } else { 2 };

fn customer(id: i64) -> Account {
    let kind = match id % 3 {
        0 => CustomerKind::Business,
        1 => CustomerKind::Consumer,
        _ => CustomerKind::Unknown,
    };
    let mut account = account(kind);
    account.customer.id = CustomerId(id);
    account.customer.name = format!(
        "Klant {} {id}",
        ["Jansen", "de Vries", "Bakker"][id as usize % 3]
    );
    account.customer.ibans = vec![format!("NL{:02}BANK{id:010}", id % 97)];
    for nth in 0..5 {
        let number = id * 5 + nth;
        let due = day("2026-07-01") + chrono::Days::new((number % 120) as u64);
        let mut bill = invoice(number, "2026-06-01", None, 10_000 + number % 70_001);
        bill.due = Some(due);
        bill.customer = CustomerId(id);
        account.invoices.push(bill);
    }
    if id % 4 == 0 {
        let first = account.invoices[0].clone();
        let sent = first.due.unwrap() + chrono::Days::new(16);
        let line = (first.id.0, Step::FinalDemand, first.amount.0, true);
        let mut demand = letter(id, Step::FinalDemand, &sent.to_string(), &[line]);
        demand.claim.costs = Cents(200_00);
        account.letters.push(demand);
        let paid = (sent + chrono::Days::new(3)).to_string();
        account.payments.push(payment(id, &paid, 50_00, first.id.0));
    }
    account
}

#[test]
fn the_list_of_today_of_many_customers_is_quick() {
    let accounts: Vec<Account> = (1..=2_000).map(customer).collect();
    let books = books("2026-09-30");
    let started = Instant::now();
    let mut builder =
        TodayBuilder::new(&books, RateTable::shipped(), day("2026-10-01"), &printable);
    for account in &accounts {
        builder.add(account);
    }
    let today = builder.finish();
    let took = started.elapsed();
    assert!(
        today.proposals.len() > 1_000,
        "there is work: {}",
        today.proposals.len()
    );
    // 100,000 invoices within a second, so 10,000 within a tenth.
    assert!(
        took < Duration::from_millis(100) * SLACK,
        "10,000 invoices took {took:?}"
    );
}

#[test]
fn matching_many_lines_is_quick() {
    let books = books("2026-09-30");
    let mut matcher = Matcher::default();
    for id in 1..=400 {
        matcher.add(&customer(id), &books, RateTable::shipped());
    }
    let lines: Vec<BankLine> = (5..=2_000)
        .map(|number| BankLine {
            id: BankLineId(number),
            account: "NL91ABNA0417164300".into(),
            date: day("2026-10-01"),
            amount: Cents(10_000 + number % 70_001),
            name: Some("Klant de Vries".into()),
            iban: Some(format!("NL{:02}BANK{:010}", (number / 5) % 97, number / 5)),
            remittance: format!("betaling factuur 2026-{number:04} van juni, met dank"),
            reference: None,
            end_to_end: Some("NOTPROVIDED".into()),
            reversal: false,
            return_reason: None,
        })
        .collect();
    let started = Instant::now();
    let mut certain = 0;
    for line in &lines {
        let proposals = matcher.propose(line);
        if let Some(best) = proposals.first()
            && best.certainty == Certainty::Certain
        {
            certain += 1;
            matcher.apply(line, best);
        }
    }
    let took = started.elapsed();
    assert!(
        certain > 1_500,
        "numbers with their amounts are certain: {certain}"
    );
    // 10,000 lines within half a second, so 2,000 within a tenth.
    assert!(
        took < Duration::from_millis(100) * SLACK,
        "2,000 lines took {took:?}"
    );
}
