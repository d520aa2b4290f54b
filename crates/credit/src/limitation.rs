//! Until when the claim of an invoice can be saved, counted cautiously.
//!
//! Five years from the due date; two for goods sold to a consumer (art. 7:28 BW), also when it is
//! not known whether goods were sold. Only letters of which proof was kept count as interruptions,
//! from the level of a final reminder (art. 3:317 lid 1 BW).

use chrono::{Months, NaiveDate};
use law::calendar::delivery_day;
use law::{ClaimKind, Rule, limitation};

use crate::plan_of::{as_consumer, has_left};
use crate::stage::letters_of;
use crate::{Account, Invoice, Step};

/// The last safe day of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeDay {
    /// The last day on which an interruption is surely in time.
    pub last_safe_day: NaiveDate,
    /// The rules it rests on.
    pub rules: Vec<Rule>,
    /// Whether two years were taken because nobody said whether goods were sold.
    pub goods_unknown: bool,
}

/// The last safe day of an invoice; none without a due date.
pub fn last_safe_day(account: &Account, invoice: &Invoice) -> Option<SafeDay> {
    let due = invoice.due?;
    let consumer = as_consumer(account.customer.kind);
    let goods = account.customer.buys_goods;
    let kind = if consumer && goods != Some(false) {
        ClaimKind::ConsumerSale
    } else {
        ClaimKind::Contract
    };
    let received: Vec<NaiveDate> = letters_of(account, invoice)
        .into_iter()
        .filter(|(letter, step)| *step >= Step::FinalReminder && letter.proof && has_left(letter))
        .map(|(letter, _)| delivery_day(letter.left(), letter.delivery_days))
        .collect();
    let limitation = limitation(due, kind, &received);
    Some(SafeDay {
        last_safe_day: limitation.last_safe_day,
        rules: limitation.rules,
        goods_unknown: consumer && goods.is_none(),
    })
}

/// Whether an invoice is so young that its limitation cannot be near; saves the real reckoning.
pub(crate) fn surely_far(invoice: &Invoice, today: NaiveDate) -> bool {
    invoice
        .due
        .and_then(|due| due.checked_add_months(Months::new(20)))
        .is_none_or(|early| today < early)
}

#[cfg(test)]
#[allow(clippy::inconsistent_digit_grouping)]
mod tests {
    use super::*;
    use crate::sample::{account, invoice, letter};
    use crate::{CustomerKind, LetterState};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn goods_sold_to_a_consumer_lapse_in_two_years_also_when_unknown() {
        let mut account = account(CustomerKind::Consumer);
        let invoice = invoice(1, "2025-03-01", Some("2025-03-31"), 100_00);
        let safe = |account: &Account| last_safe_day(account, &invoice).unwrap();
        assert_eq!(
            safe(&account).last_safe_day,
            day("2027-03-31"),
            "T06: the cautious term"
        );
        assert!(safe(&account).goods_unknown, "the assumption is told");
        account.customer.buys_goods = Some(false);
        assert_eq!(
            safe(&account).last_safe_day,
            day("2030-03-31"),
            "services: five years"
        );
        account.customer.kind = CustomerKind::Business;
        account.customer.buys_goods = Some(true);
        assert_eq!(
            safe(&account).last_safe_day,
            day("2030-03-31"),
            "7:28 is for consumers only"
        );
    }

    #[test]
    fn only_a_letter_with_proof_interrupts() {
        let mut account = account(CustomerKind::Business);
        let invoice = invoice(1, "2024-03-01", Some("2024-03-31"), 100_00);
        account.invoices.push(invoice.clone());
        let mut sent = letter(
            1,
            Step::FinalDemand,
            "2026-06-12",
            &[(1, Step::FinalDemand, 100_00, true)],
        );
        sent.state = LetterState::Confirmed;
        account.letters.push(sent);
        let before = last_safe_day(&account, &invoice).unwrap().last_safe_day;
        assert_eq!(
            before,
            day("2029-03-31"),
            "without proof of receipt nothing is interrupted"
        );
        account.letters[0].proof = true;
        let after = last_safe_day(&account, &invoice).unwrap().last_safe_day;
        assert!(
            after > day("2031-06-12"),
            "a new term of five years from receipt, got {after}"
        );
    }
}
