//! The list of today: what is open, how old it is, and what to do, most euros first.

use std::cmp::Reverse;

use chrono::NaiveDate;
use law::{Cents, RateTable};
use serde::{Deserialize, Serialize};

use crate::ageing::Ageing;
use crate::decide::decide_settled;
use crate::proposal::Proposal;
use crate::settle::settle;
use crate::{Account, Books};

/// What to do today over all customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    /// The day.
    pub date: NaiveDate,
    /// Through which day bank data is known.
    pub bank_through: Option<NaiveDate>,
    /// Open principal, open credits negative; the sum of all buckets.
    pub open: Cents,
    /// The part of it whose due date has passed.
    pub overdue: Cents,
    /// Money of customers that was put to no invoice, positive.
    pub unallocated: Cents,
    /// Open amounts by days late.
    pub ageing: Ageing,
    /// Number of customers with something open.
    pub customers: u32,
    /// What to do, most euros first; without calculation sheets.
    pub proposals: Vec<Proposal>,
}

/// Makes the list of today from one customer at a time, so that no more than one is in memory.
pub struct TodayBuilder<'a> {
    books: &'a Books,
    rates: &'a RateTable,
    printable: &'a dyn Fn(&str) -> bool,
    today: Today,
}

impl<'a> TodayBuilder<'a> {
    /// An empty list. `printable` tells whether a font can print a text.
    pub fn new(
        books: &'a Books,
        rates: &'a RateTable,
        date: NaiveDate,
        printable: &'a dyn Fn(&str) -> bool,
    ) -> TodayBuilder<'a> {
        let today = Today {
            date,
            bank_through: books.bank_through,
            open: Cents::ZERO,
            overdue: Cents::ZERO,
            unallocated: Cents::ZERO,
            ageing: Ageing::default(),
            customers: 0,
            proposals: Vec::new(),
        };
        TodayBuilder {
            books,
            rates,
            printable,
            today,
        }
    }

    /// Adds one customer; gives what is proposed for it.
    pub fn add(&mut self, account: &Account) -> &[Proposal] {
        let first = self.today.proposals.len();
        let date = self.today.date;
        let settled = settle(account, self.books, self.rates, date);
        let ledger = &settled.ledger;
        let mut has_open = false;
        for item in ledger
            .items
            .iter()
            .filter(|item| item.parts.open.is_positive())
        {
            self.today
                .ageing
                .add(item.invoice.due, item.parts.open, date);
            has_open = true;
        }
        for credit in ledger
            .credits
            .iter()
            .filter(|credit| credit.open.is_positive())
        {
            self.today
                .ageing
                .add(credit.invoice.due, -credit.open, date);
            has_open = true;
        }
        self.today.customers += u32::from(has_open);
        self.today.unallocated += ledger.unallocated.max(Cents::ZERO);
        let proposals = decide_settled(&settled, self.books, self.rates, date, self.printable);
        self.today
            .proposals
            .extend(proposals.into_iter().map(|proposal| Proposal {
                sheet: None,
                ..proposal
            }));
        self.today.proposals.get(first..).unwrap_or_default()
    }

    /// The list: most euros first, then by customer.
    pub fn finish(mut self) -> Today {
        self.today.open = self.today.ageing.open();
        self.today.overdue = self.today.ageing.overdue();
        self.today.proposals.sort_by_key(|proposal| {
            (
                Reverse(proposal.claim.total),
                proposal.customer,
                proposal.kind,
            )
        });
        self.today
    }
}
