//! How one customer stands on one day: every invoice, what is proposed, how old the debt is.

use chrono::NaiveDate;
use law::{Cents, RateTable};

use crate::ageing::Ageing;
use crate::decide::decide_settled;
use crate::proposal::Proposal;
use crate::settle::{Settled, settle};
use crate::states::{InvoiceState, states_settled};
use crate::{Account, Books};

/// One customer on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerDay {
    /// Every invoice and credit note, in the order of the account.
    pub invoices: Vec<InvoiceState>,
    /// What to do; without calculation sheets.
    pub proposals: Vec<Proposal>,
    /// Open amounts by days late; credits are negative.
    pub ageing: Ageing,
    /// Money that was put to no invoice, never negative.
    pub unallocated: Cents,
}

/// Settles one customer once, and reads everything from that.
///
/// `printable` tells whether a font can print a text.
pub fn customer_day(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    today: NaiveDate,
    printable: &dyn Fn(&str) -> bool,
) -> CustomerDay {
    let settled = settle(account, books, rates, today);
    let proposals = decide_settled(&settled, books, rates, today, printable);
    CustomerDay {
        invoices: states_settled(&settled, books, today),
        proposals: proposals
            .into_iter()
            .map(|proposal| Proposal {
                sheet: None,
                ..proposal
            })
            .collect(),
        ageing: ageing(&settled, today),
        unallocated: settled.ledger.unallocated.max(Cents::ZERO),
    }
}

fn ageing(settled: &Settled<'_>, today: NaiveDate) -> Ageing {
    let mut ageing = Ageing::default();
    for item in &settled.ledger.items {
        if item.parts.open.is_positive() {
            ageing.add(item.invoice.due, item.parts.open, today);
        }
    }
    for credit in &settled.ledger.credits {
        if credit.open.is_positive() {
            ageing.add(credit.invoice.due, -credit.open, today);
        }
    }
    ageing
}
