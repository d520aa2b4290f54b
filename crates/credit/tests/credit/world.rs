//! An administration in memory: runs are made, letters are recorded as the outbox would.

use chrono::NaiveDate;
use law::{Cents, RateTable};

use crate::sample::{account, books, day, invoice, payment};
use crate::*;

pub struct World {
    pub account: Account,
    pub books: Books,
    next: i64,
}

pub fn printable(_: &str) -> bool {
    true
}

impl World {
    pub fn new(kind: CustomerKind) -> World {
        World {
            account: account(kind),
            books: books("2026-01-01"),
            next: 100,
        }
    }

    pub fn invoice(&mut self, id: i64, date: &str, due: &str, cents: i64) -> &mut Invoice {
        self.account
            .invoices
            .push(invoice(id, date, Some(due), cents));
        self.account.invoices.last_mut().unwrap()
    }

    pub fn pay(&mut self, date: &str, cents: i64, to: i64) {
        self.next += 1;
        self.account
            .payments
            .push(payment(self.next, date, cents, to));
    }

    /// What is proposed on a day, bank data being of the day before.
    pub fn proposals(&mut self, today: NaiveDate) -> Vec<Proposal> {
        self.books.bank_through = Some(today.pred_opt().unwrap());
        decide(
            &self.account,
            &self.books,
            RateTable::shipped(),
            today,
            &printable,
        )
    }

    pub fn letter(&mut self, today: NaiveDate) -> Option<Proposal> {
        self.proposals(today)
            .into_iter()
            .find(|proposal| proposal.kind == ProposalKind::Letter && proposal.gate != Gate::Red)
    }

    /// Sends the letter of a day, if any, and records it as confirmed.
    pub fn run(&mut self, today: NaiveDate) -> Option<Proposal> {
        let proposal = self.letter(today)?;
        self.record(&proposal, today);
        Some(proposal)
    }

    pub fn record(&mut self, proposal: &Proposal, today: NaiveDate) {
        self.next += 1;
        self.account.letters.push(Letter {
            id: LetterId(self.next),
            run: RunId(self.next),
            customer: proposal.customer,
            step: proposal.step.unwrap(),
            run_date: today,
            date: proposal.date,
            channels: proposal.channels.clone(),
            state: LetterState::Confirmed,
            left_on: None,
            proof: false,
            claim: proposal.claim.clone(),
            delivery_days: proposal.delivery_days,
            plan_days: proposal.plan_days,
            notice_of_default_days: proposal.notice_of_default_days,
            lines: proposal.lines.clone(),
        });
    }

    /// Runs every day from one through another; gives what was sent, with its day.
    pub fn run_daily(&mut self, from: &str, through: &str) -> Vec<(NaiveDate, Proposal)> {
        day(from)
            .iter_days()
            .take_while(|today| *today <= day(through))
            .filter_map(|today| self.run(today).map(|sent| (today, sent)))
            .collect()
    }

    pub fn claim(&self, date: &str) -> Claim {
        claim_of(&self.account, &self.books, RateTable::shipped(), day(date))
    }

    pub fn open(&self, invoice: i64, date: &str) -> Cents {
        open_principal(
            &self.account,
            &self.books,
            RateTable::shipped(),
            InvoiceId(invoice),
            day(date),
        )
    }
}

pub fn codes(proposal: &Proposal) -> Vec<&'static str> {
    proposal.reasons.iter().map(Reason::code).collect()
}

/// (step, date) of letters, as text.
pub fn dates(sent: &[(NaiveDate, Proposal)]) -> Vec<(&'static str, String)> {
    sent.iter()
        .map(|(_, sent)| (sent.step.unwrap().code(), sent.date.to_string()))
        .collect()
}

/// Every sum that a claim states has to hold to the cent.
pub fn check_sums(claim: &Claim) {
    assert_eq!(
        claim.principal + claim.interest + claim.costs,
        claim.total,
        "parts sum to the total"
    );
    let principal: Cents = claim
        .invoices
        .iter()
        .map(|invoice| invoice.principal.open)
        .sum();
    assert_eq!(
        principal, claim.principal,
        "principal is the sum over invoices"
    );
    let interest: Cents = claim
        .invoices
        .iter()
        .map(|invoice| invoice.interest_open)
        .sum();
    assert_eq!(
        interest, claim.interest,
        "interest is the sum over invoices"
    );
    let costs: Cents = claim.costs_items.iter().map(|costs| costs.open).sum();
    assert_eq!(costs, claim.costs, "costs are the sum over letters");
    for invoice in &claim.invoices {
        let parts = &invoice.principal;
        let sum = parts.amount
            + parts.credited
            + parts.paid_before
            + parts.written_off
            + parts.paid
            + parts.disputed;
        assert_eq!(
            sum, parts.open,
            "principal of {} explains itself",
            invoice.number
        );
        let lines: Cents = parts.lines().iter().map(|line| line.amount).sum();
        assert_eq!(
            lines, parts.open,
            "lines of {} explain its principal",
            invoice.number
        );
        let periods: Cents = invoice.lines.iter().map(|line| line.amount).sum();
        assert_eq!(
            periods, invoice.interest_total,
            "periods of {} explain its interest",
            invoice.number
        );
        assert_eq!(
            invoice.interest_total - invoice.interest_paid - invoice.interest_waived,
            invoice.interest_open,
            "interest of {} explains itself",
            invoice.number
        );
    }
    for costs in &claim.costs_items {
        let lines: Cents = costs.lines.iter().map(|line| line.amount).sum();
        assert_eq!(
            lines,
            costs.costs + costs.vat,
            "the scale explains the costs"
        );
        assert_eq!(
            costs.costs + costs.vat + costs.asked_before + costs.waived,
            costs.amount
        );
        assert_eq!(costs.amount + costs.paid, costs.open);
    }
    for payment in &claim.payments {
        assert_eq!(
            payment.costs + payment.interest + payment.principal + payment.rest,
            payment.amount,
            "a payment goes somewhere whole"
        );
    }
}
