//! Small facts for tests: a creditor, customers, invoices, letters.
#![allow(dead_code)]

use chrono::NaiveDate;
use law::{Cents, Lang};

use crate::{
    Account, Address, Allocation, AllocationId, Books, Channel, ClaimFigures, Creditor, Customer,
    CustomerId, CustomerKind, Invoice, InvoiceId, InvoiceKind, Letter, LetterId, LetterLine,
    LetterState, Payment, PaymentId, PaymentSource, RunId, Settings, Step, WindowSide,
};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn books(bank_through: &str) -> Books {
    Books {
        creditor: Creditor {
            name: "Bakkerij De Halm".into(),
            legal_form: "B.V.".into(),
            address: address(),
            kvk: Some("12345678".into()),
            vat: None,
            iban: "NL91ABNA0417164300".into(),
            email: None,
            phone: None,
            term_days: 30,
            term_agreed: true,
            collects_for_others: false,
            register_number: None,
            collection_vat: false,
            terms_name_costs: Some(false),
            window: WindowSide::Left,
        },
        settings: Settings::default(),
        bank_through: Some(day(bank_through)),
        restored: None,
    }
}

pub fn address() -> Address {
    Address {
        street: "Kade 1".into(),
        extra: String::new(),
        postcode: "4381AB".into(),
        city: "Vlissingen".into(),
        country: "NL".into(),
    }
}

pub fn account(kind: CustomerKind) -> Account {
    Account {
        customer: Customer {
            id: CustomerId(1),
            number: Some("1001".into()),
            name: "J. de Boer".into(),
            attention: None,
            kind,
            kind_reason: None,
            kvk: None,
            vat: None,
            email: Some("boer@example.nl".into()),
            phone: None,
            address: address(),
            language: Lang::Nl,
            ibans: Vec::new(),
            agreed_interest: None,
            term_agreed: None,
            buys_goods: None,
            recurring: None,
            corrected: Vec::new(),
            since: day("2020-01-01"),
        },
        invoices: Vec::new(),
        payments: Vec::new(),
        letters: Vec::new(),
        holds: Vec::new(),
        disputes: Vec::new(),
        promises: Vec::new(),
        insolvencies: Vec::new(),
        write_offs: Vec::new(),
        waivers: Vec::new(),
        notes: Vec::new(),
        handovers: Vec::new(),
        plan: None,
        unbooked_lines: 0,
        sent_elsewhere: Vec::new(),
        email_failed: false,
    }
}

pub fn invoice(id: i64, date: &str, due: Option<&str>, cents: i64) -> Invoice {
    Invoice {
        id: InvoiceId(id),
        customer: CustomerId(1),
        number: format!("2026-{id:04}"),
        kind: if cents < 0 {
            InvoiceKind::CreditNote
        } else {
            InvoiceKind::Invoice
        },
        date: day(date),
        due: due.map(day),
        amount: Cents(cents),
        paid_before: Cents::ZERO,
        vat: None,
        payment_reference: None,
        credits: None,
        contract: None,
        received: None,
        description: None,
    }
}

/// A letter by post, confirmed, with lines (invoice, step, open cents, bears costs).
pub fn letter(id: i64, step: Step, date: &str, lines: &[(i64, Step, i64, bool)]) -> Letter {
    Letter {
        id: LetterId(id),
        run: RunId(id),
        customer: CustomerId(1),
        step,
        run_date: day(date),
        date: day(date),
        channels: vec![Channel::Letter],
        state: LetterState::Confirmed,
        left_on: None,
        proof: false,
        claim: ClaimFigures::default(),
        delivery_days: 3,
        plan_days: 24,
        notice_of_default_days: None,
        lines: lines
            .iter()
            .map(|(invoice, step, open, bears_costs)| LetterLine {
                invoice: InvoiceId(*invoice),
                step: *step,
                open: Cents(*open),
                bears_costs: *bears_costs,
            })
            .collect(),
    }
}

/// A payment all of which went to one invoice.
pub fn payment(id: i64, date: &str, cents: i64, invoice: i64) -> Payment {
    Payment {
        id: PaymentId(id),
        customer: CustomerId(1),
        date: day(date),
        amount: Cents(cents),
        source: PaymentSource::Told,
        allocations: vec![Allocation {
            id: AllocationId(id),
            invoice: InvoiceId(invoice),
            amount: Cents(cents),
        }],
    }
}
