//! What is open per invoice, from facts alone: credit notes, payments, write-offs.
//!
//! Principal of an invoice = amount − what was paid before + linked credit notes − write-offs, all
//! from the start, in the debtor's favour. A credit note lowers its invoice at most to nothing; the
//! rest stays an open credit. Money that went back cancels the payment it reverses. What payments
//! put to principal after costs and interest came due is settled in [`crate::settle`].

use std::collections::HashMap;

use chrono::NaiveDate;
use law::Cents;

use crate::claim::PrincipalParts;
use crate::{Account, Invoice, InvoiceId, PaymentId};

/// Money received on one invoice, what went back taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Receipt {
    pub payment: PaymentId,
    pub date: NaiveDate,
    pub amount: Cents,
}

/// One invoice and what is left of it.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    pub invoice: &'a Invoice,
    /// Down to what is open; `disputed` is zero here.
    pub parts: PrincipalParts,
    /// By date.
    pub receipts: Vec<Receipt>,
    /// The part that is disputed today; at most what is open.
    pub disputed: Cents,
    pub handed_over: bool,
}

impl Item<'_> {
    /// Principal before payments.
    pub fn base(&self) -> Cents {
        self.parts.open - self.parts.paid
    }

    /// What may be asked: open principal less what is disputed.
    pub fn asked(&self) -> Cents {
        self.parts.open - self.disputed
    }

    /// Principal on the morning of a day if all earlier receipts went to principal.
    pub fn left_before(&self, day: NaiveDate) -> Cents {
        let paid: Cents = self
            .receipts
            .iter()
            .filter(|receipt| receipt.date < day)
            .map(|receipt| receipt.amount)
            .sum();
        (self.base() - paid).max(Cents::ZERO)
    }
}

/// A credit note and what is left of it, as a positive amount.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Credit<'a> {
    pub invoice: &'a Invoice,
    pub open: Cents,
}

/// What one credit note took off one invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetOff {
    /// The credit note.
    pub note: InvoiceId,
    /// The invoice.
    pub invoice: InvoiceId,
    /// How much, as a positive amount.
    pub amount: Cents,
}

/// What each credit note of a customer took off each invoice. A credit note takes from the
/// invoices that it names, one after the other, never more than they asked.
pub fn set_offs(account: &Account) -> Vec<SetOff> {
    Ledger::of(account).set_offs
}

/// All invoices of a customer with what is left of them.
#[derive(Clone, Debug)]
pub(crate) struct Ledger<'a> {
    pub account: &'a Account,
    pub items: Vec<Item<'a>>,
    pub credits: Vec<Credit<'a>>,
    pub set_offs: Vec<SetOff>,
    /// Money put to no invoice, and what was put to an invoice beyond what it owed.
    pub unallocated: Cents,
    /// Money that went back and was on no invoice any more: a part of `unallocated`, negative.
    pub gone_back: Cents,
    by_id: HashMap<InvoiceId, usize>,
}

impl<'a> Ledger<'a> {
    /// The ledger in which every payment goes to principal.
    pub fn of(account: &'a Account) -> Ledger<'a> {
        let mut ledger = Ledger {
            account,
            items: Vec::with_capacity(account.invoices.len()),
            credits: Vec::new(),
            set_offs: Vec::new(),
            unallocated: account
                .payments
                .iter()
                .map(crate::Payment::unallocated)
                .sum(),
            gone_back: Cents::ZERO,
            by_id: HashMap::with_capacity(account.invoices.len()),
        };
        ledger.enter_invoices();
        ledger.enter_credits();
        ledger.enter_write_offs();
        ledger.enter_payments();
        ledger.enter_disputes();
        ledger
    }

    pub fn index(&self, invoice: InvoiceId) -> Option<usize> {
        self.by_id.get(&invoice).copied()
    }

    /// What credit notes leave in the customer's favour.
    pub fn open_credit(&self) -> Cents {
        self.credits.iter().map(|credit| credit.open).sum()
    }

    fn enter_invoices(&mut self) {
        for invoice in self
            .account
            .invoices
            .iter()
            .filter(|invoice| !invoice.amount.is_negative())
        {
            let paid_before = -invoice.paid_before.min(invoice.amount).max(Cents::ZERO);
            let parts = PrincipalParts {
                amount: invoice.amount,
                paid_before,
                open: invoice.amount + paid_before,
                ..PrincipalParts::default()
            };
            let handed_over = self
                .account
                .handovers
                .iter()
                // One that was taken back holds nothing out of the plan any more.
                .any(|handover| {
                    handover.withdrawn().is_none() && handover.invoices.contains(&invoice.id)
                });
            self.by_id.insert(invoice.id, self.items.len());
            self.items.push(Item {
                invoice,
                parts,
                receipts: Vec::new(),
                disputed: Cents::ZERO,
                handed_over,
            });
        }
    }

    fn enter_credits(&mut self) {
        let account = self.account;
        for invoice in account
            .invoices
            .iter()
            .filter(|invoice| invoice.amount.is_negative())
        {
            let returned: Cents = allocations_to(account, invoice.id)
                .map(|(_, amount)| amount)
                .sum();
            let mut open = (invoice.paid_before - invoice.amount + returned).max(Cents::ZERO);
            for number in invoice.credited_numbers() {
                for item in &mut self.items {
                    let used = open.min(item.parts.open);
                    if !used.is_positive() || !same_number(&item.invoice.number, number) {
                        continue;
                    }
                    item.parts.credited -= used;
                    item.parts.open -= used;
                    open -= used;
                    self.set_offs.push(SetOff {
                        note: invoice.id,
                        invoice: item.invoice.id,
                        amount: used,
                    });
                }
            }
            self.credits.push(Credit { invoice, open });
        }
    }

    fn enter_write_offs(&mut self) {
        for write_off in &self.account.write_offs {
            let index = self.index(write_off.invoice);
            if let Some(item) = index.and_then(|index| self.items.get_mut(index)) {
                let used = write_off.amount.max(Cents::ZERO).min(item.parts.open);
                item.parts.written_off -= used;
                item.parts.open -= used;
            }
        }
    }

    fn enter_payments(&mut self) {
        let mut returned: Vec<(usize, NaiveDate, Cents)> = Vec::new();
        for payment in &self.account.payments {
            for allocation in &payment.allocations {
                let Some(index) = self.by_id.get(&allocation.invoice).copied() else {
                    continue;
                };
                let Some(item) = self.items.get_mut(index) else {
                    continue;
                };
                let (date, amount) = (payment.date, allocation.amount);
                if amount.is_negative() {
                    returned.push((index, date, -amount));
                } else if amount.is_positive() {
                    item.receipts.push(Receipt {
                        payment: payment.id,
                        date,
                        amount,
                    });
                }
            }
        }
        returned.sort_by_key(|(_, date, _)| *date);
        for item in &mut self.items {
            item.receipts
                .sort_by_key(|receipt| (receipt.date, receipt.payment));
        }
        for (index, date, amount) in returned {
            if let Some(item) = self.items.get_mut(index) {
                let beyond = take_back(&mut item.receipts, date, amount);
                let reopened = beyond.min(-item.parts.paid_before);
                item.parts.paid_before += reopened;
                item.parts.open += reopened;
                self.unallocated -= beyond - reopened;
                self.gone_back -= beyond - reopened;
            }
        }
        for item in &mut self.items {
            let received: Cents = item.receipts.iter().map(|receipt| receipt.amount).sum();
            let used = received.min(item.parts.open);
            item.parts.paid = -used;
            item.parts.open -= used;
            self.unallocated += received - used;
        }
    }

    fn enter_disputes(&mut self) {
        for dispute in &self.account.disputes {
            let index = self.index(dispute.invoice);
            if let Some(item) = index.and_then(|index| self.items.get_mut(index)) {
                let part = dispute.amount.unwrap_or(item.parts.open).max(Cents::ZERO);
                item.disputed = (item.disputed + part).min(item.parts.open);
            }
        }
    }
}

/// Takes money that went back off the receipts: the latest earlier one of that very amount, else
/// the latest ones. Gives what could not be taken off.
fn take_back(receipts: &mut Vec<Receipt>, date: NaiveDate, amount: Cents) -> Cents {
    let same = receipts
        .iter()
        .rposition(|receipt| receipt.date <= date && receipt.amount == amount);
    if let Some(position) = same {
        receipts.remove(position);
        return Cents::ZERO;
    }
    let mut rest = amount;
    for receipt in receipts
        .iter_mut()
        .rev()
        .filter(|receipt| receipt.date <= date)
    {
        let taken = rest.min(receipt.amount);
        receipt.amount -= taken;
        rest -= taken;
    }
    receipts.retain(|receipt| receipt.amount.is_positive());
    rest
}

/// Everything that payments put to one invoice or credit note.
fn allocations_to(
    account: &Account,
    invoice: InvoiceId,
) -> impl Iterator<Item = (NaiveDate, Cents)> {
    account.payments.iter().flat_map(move |payment| {
        payment
            .allocations
            .iter()
            .filter(move |allocation| allocation.invoice == invoice)
            .map(|allocation| (payment.date, allocation.amount))
    })
}

/// Whether two printed numbers are the same to a reader: case and outer spaces do not count.
pub(crate) fn same_number(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}
