//! The letters that the sample sent in the past: the plan itself decides, week after week.

use chrono::{Days, NaiveDate};
use credit::{Gate, LetterState, ProposalKind};
use store::{Accounts, Administration, NewRun};

use super::{Plan, morning};
use crate::error::AppResult;
use crate::jobs::Running;
use crate::letters::Desk;
use crate::run;

/// Weeks of letters behind a sample of ordinary size.
const WEEKS: u64 = 12;
/// Customers who got letters; in a very large sample the others got none yet.
const WRITTEN_TO: usize = 200;

/// Sends what the plan would have sent, once a week.
pub(super) fn send(
    administration: &mut Administration,
    plan: &Plan,
    running: &Running,
) -> AppResult<()> {
    for week in (1..=WEEKS).rev() {
        send_on(administration, plan, week)?;
        // The books are the first half of the work.
        let weeks = usize::try_from(WEEKS - week + 1).unwrap_or_default();
        let all = usize::try_from(WEEKS).unwrap_or(1);
        running.step(plan.invoices + plan.invoices * weeks / all)?;
    }
    Ok(())
}

/// How many weeks ago a customer got its first letter: so each step of the plan stands today with
/// somebody, and some never had a letter at all.
fn first_letter(customer: credit::CustomerId) -> u64 {
    [1, 2, 3, 5, 0, 2, 4, 1, 3, 8, 2, 12][usize::try_from(customer.0).unwrap_or(0) % 12]
}

fn send_on(administration: &mut Administration, plan: &Plan, week: u64) -> AppResult<()> {
    let day = plan.date - Days::new(week * 7);
    let rates = law::RateTable::shipped();
    let mut desk = Desk::open(&administration.read())?;
    // On that day the bank data was fresh.
    desk.books.bank_through = day.pred_opt();
    let mut customers = Vec::new();
    administration
        .read()
        .for_each_account(Accounts::Unsettled, |account| -> AppResult<()> {
            let begun = first_letter(account.customer.id) >= week;
            if begun && customers.len() < WRITTEN_TO {
                customers.push(account.customer.id);
            }
            Ok(())
        })?;
    let new = NewRun {
        date: day,
        out: "brieven".to_string(),
        info: serde_json::Value::Null,
    };
    let approved = administration.write(morning(day), day, |writer| {
        writer.approve(&new, |open| -> AppResult<()> {
            for customer in &customers {
                let account = open.account(*customer)?;
                for proposal in crate::today::decide(&account, &desk.books, rates, day) {
                    let goes = proposal.kind == ProposalKind::Letter && proposal.gate != Gate::Red;
                    if goes {
                        let drawn = run::draw(&desk, &account, &proposal, None)?;
                        run::add(open, &proposal, day, &drawn)?;
                    }
                }
            }
            Ok(())
        })
    })?;
    confirm(administration, plan, day, &approved.letters)
}

/// Everything left; of a few it was never confirmed.
fn confirm(
    administration: &mut Administration,
    plan: &Plan,
    day: NaiveDate,
    letters: &[credit::LetterId],
) -> AppResult<()> {
    let last_week = plan.date - Days::new(7);
    administration.write(morning(day), day, |writer| {
        for letter in letters {
            let found = writer.letter(*letter)?;
            if found.state != LetterState::Approved {
                continue;
            }
            let name = writer
                .letter_files(*letter)?
                .first()
                .map(|file| file.name.clone());
            writer.hand_over(*letter, &name.unwrap_or_default())?;
            let forgotten = day >= last_week && letter.0 % 7 == 3;
            if !forgotten {
                writer.confirm(*letter, None, None)?;
            }
        }
        Ok(())
    })
}
