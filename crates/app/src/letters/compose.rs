//! The model of a letter, from the customer's facts and the decision about it.

use std::collections::HashMap;

use chrono::NaiveDate;
use credit::{Account, Books, Creditor, Customer, Invoice, Proposal, Settings, Step, WindowSide};
use documents::{
    Addressee, EarlierLetter, InvoiceRow, Letter, LetterKind, Letterhead, OnBehalfOf, PageSetup,
    PaymentDetails, Signatory, Template, Window,
};
use law::Lang;
use store::Reader;

use super::{calculation_sheet, claim_figures, letter_kind, template_name, template_of};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};

/// What every letter of a run shares: the creditor, the paper, the texts.
pub(crate) struct Desk {
    pub(crate) books: Books,
    pub(crate) setup: PageSetup,
    templates: HashMap<String, Template>,
}

/// The creditor as printed at the top.
pub(crate) fn letterhead(creditor: &Creditor) -> Letterhead {
    let address = &creditor.address;
    let mut lines = vec![address.street.clone()];
    if !address.extra.is_empty() {
        lines.push(address.extra.clone());
    }
    lines.push(format!(
        "{}  {}",
        spaced_postcode(&address.postcode),
        address.city
    ));
    Letterhead {
        name: creditor.name.clone(),
        tagline: None,
        address: lines,
        kvk: creditor.kvk.clone(),
        vat: creditor.vat.clone(),
        email: creditor.email.clone(),
        phone: creditor.phone.clone(),
        website: None,
    }
}

/// A Dutch postal code as printed: `1234 AB`.
fn spaced_postcode(postcode: &str) -> String {
    match exchange::numbers::normal_postcode(postcode) {
        Some(code) => format!("{} {}", &code[..4], &code[4..]),
        None => postcode.to_string(),
    }
}

/// The paper: envelope window and its shift.
pub(crate) fn page_setup(creditor: &Creditor, settings: &Settings) -> PageSetup {
    PageSetup {
        window: match creditor.window {
            WindowSide::Left => Window::Left,
            WindowSide::Right => Window::Right,
        },
        shift_right: i16::from(settings.window_shift_x) * 10,
        shift_down: i16::from(settings.window_shift_y) * 10,
        fold_marks: true,
        logo: None,
    }
}

/// The window address of a customer.
pub(crate) fn addressee(customer: &Customer) -> Addressee {
    let address = &customer.address;
    let abroad = !address.country.is_empty() && address.country != "NL";
    Addressee {
        name: customer.name.clone(),
        extra: (!address.extra.is_empty()).then(|| address.extra.clone()),
        attention: customer.attention.clone(),
        street: address.street.clone(),
        postcode: address.postcode.clone(),
        town: address.city.clone(),
        country: abroad.then(|| address.country.clone()),
    }
}

impl Desk {
    /// Reads what every letter shares.
    pub(crate) fn open(reader: &Reader<'_>) -> AppResult<Desk> {
        let books = reader.books()?;
        let mut templates = HashMap::new();
        for kept in reader.templates()? {
            templates.insert(kept.name.clone(), template_of(&kept.text));
        }
        let logo = super::kept_logo(reader)?;
        let setup = PageSetup {
            logo,
            ..page_setup(&books.creditor, &books.settings)
        };
        Ok(Desk {
            books,
            setup,
            templates,
        })
    }

    /// The user's text of a letter, else the shipped one.
    pub(crate) fn template(&self, kind: LetterKind, lang: Lang) -> Template {
        self.templates
            .get(&template_name(kind, lang))
            .cloned()
            .unwrap_or_else(|| Template::shipped(kind, lang))
    }

    /// The model of a statement of account: everything open, asking nothing new.
    pub(crate) fn statement(
        &self,
        account: &Account,
        states: &[credit::InvoiceState],
        date: NaiveDate,
    ) -> Letter {
        let customer = &account.customer;
        let rows: Vec<InvoiceRow> = account
            .invoices
            .iter()
            .zip(states)
            .filter(|(_, state)| !state.open.is_zero())
            .map(|(invoice, state)| InvoiceRow {
                kind: match invoice.kind {
                    credit::InvoiceKind::Invoice => documents::InvoiceKind::Invoice,
                    credit::InvoiceKind::CreditNote => documents::InvoiceKind::CreditNote,
                },
                number: invoice.number.clone(),
                date: Some(invoice.date),
                due: invoice.due,
                amount: invoice.amount,
                paid: invoice.amount - state.open,
                remaining: state.open,
                bears_costs: true,
                note: None,
            })
            .chain(loose_payments(account))
            .collect();
        let total: law::Cents = rows.iter().map(|row| row.remaining).sum();
        Letter {
            kind: LetterKind::Statement,
            lang: customer.language,
            date,
            place: Some(self.books.creditor.address.city.clone()).filter(|city| !city.is_empty()),
            sender: letterhead(&self.books.creditor),
            on_behalf_of: self.on_behalf_of(),
            addressee: addressee(customer),
            salutation: None,
            reference: format!("{} {}", customer.id, date.format("%Y%m%d")),
            customer_number: customer.number.clone(),
            earlier: Vec::new(),
            payment: PaymentDetails {
                iban: self.books.creditor.iban.clone(),
                name: self.books.creditor.name.clone(),
                bic: None,
                amount: total,
                reference: customer
                    .number
                    .clone()
                    .unwrap_or_else(|| customer.id.to_string()),
                qr: total.is_positive(),
            },
            invoices: rows,
            claim: None,
            calculation: None,
            term_days: None,
            notice_of_default: None,
            signatory: Signatory {
                name: self.books.creditor.name.clone(),
                role: None,
            },
            copy_of: None,
        }
    }

    /// The model of the letter that a proposal sends.
    pub(crate) fn compose(&self, account: &Account, proposal: &Proposal) -> AppResult<Letter> {
        let customer = &account.customer;
        let lang = customer.language;
        let kind = proposal
            .step
            .and_then(letter_kind)
            .ok_or_else(|| AppError::new(Code::Internal).with("what", "letter without a step"))?;
        let rows = self.rows(account, proposal);
        let asks = !proposal.claim.interest.is_zero() || !proposal.claim.costs.is_zero();
        let sheet = proposal.sheet.as_ref();
        Ok(Letter {
            kind,
            lang,
            date: proposal.date,
            place: Some(self.books.creditor.address.city.clone()).filter(|city| !city.is_empty()),
            sender: letterhead(&self.books.creditor),
            on_behalf_of: self.on_behalf_of(),
            addressee: addressee(customer),
            salutation: None,
            reference: reference(proposal),
            customer_number: customer.number.clone(),
            earlier: earlier(account, proposal),
            payment: self.payment(account, proposal),
            invoices: rows,
            claim: Some(claim_figures(proposal, sheet, customer.kind, lang)),
            calculation: sheet
                .filter(|_| asks)
                .map(|claim| calculation_sheet(claim, self.books.settings.always_365, lang)),
            term_days: None,
            notice_of_default: proposal.notice_of_default_days,
            signatory: Signatory {
                name: self.books.creditor.name.clone(),
                role: None,
            },
            copy_of: None,
        })
    }

    fn on_behalf_of(&self) -> Option<OnBehalfOf> {
        let creditor = &self.books.creditor;
        creditor.collects_for_others.then(|| OnBehalfOf {
            name: creditor.name.clone(),
            address: letterhead(creditor).address,
            ground: None,
            register_number: creditor.register_number.clone(),
        })
    }

    fn rows(&self, account: &Account, proposal: &Proposal) -> Vec<InvoiceRow> {
        let by_id: HashMap<_, &Invoice> = account
            .invoices
            .iter()
            .map(|invoice| (invoice.id, invoice))
            .collect();
        let level = proposal.step.unwrap_or(Step::Reminder);
        let costs_matter = level == Step::FinalDemand || level == Step::Notice14Days;
        proposal
            .lines
            .iter()
            .filter_map(|line| by_id.get(&line.invoice).map(|invoice| (line, *invoice)))
            .map(|(line, invoice)| InvoiceRow {
                kind: documents::InvoiceKind::Invoice,
                number: invoice.number.clone(),
                date: Some(invoice.date),
                due: invoice.due,
                amount: invoice.amount,
                paid: invoice.amount - line.open,
                remaining: line.open,
                bears_costs: line.bears_costs || !costs_matter,
                note: None,
            })
            .collect()
    }

    /// How to pay. A 14-day letter asks what the costs are reckoned over; what stands beside it
    /// without costs has its own letters.
    fn payment(&self, account: &Account, proposal: &Proposal) -> PaymentDetails {
        let amount = match &proposal.announced {
            Some(announced) => announced.base,
            None => proposal.claim.total,
        };
        PaymentDetails {
            iban: self.books.creditor.iban.clone(),
            name: self.books.creditor.name.clone(),
            bic: None,
            amount,
            reference: payment_reference(account, proposal),
            qr: amount.is_positive(),
        }
    }
}

/// Money that was put to no invoice, as rows in the customer's favour.
fn loose_payments(account: &Account) -> impl Iterator<Item = InvoiceRow> + '_ {
    account
        .payments
        .iter()
        .filter(|payment| !payment.unallocated().is_zero())
        .map(|payment| InvoiceRow {
            kind: documents::InvoiceKind::Payment,
            number: payment.id.to_string(),
            date: Some(payment.date),
            due: None,
            amount: -payment.unallocated(),
            paid: law::Cents::ZERO,
            remaining: -payment.unallocated(),
            bears_costs: true,
            note: None,
        })
}

/// Our reference: which customer, which letter, which day.
fn reference(proposal: &Proposal) -> String {
    format!("{} {}", proposal.customer, proposal.date.format("%Y%m%d"))
}

/// What the customer is asked to write with the payment: what matching will find again.
fn payment_reference(account: &Account, proposal: &Proposal) -> String {
    let invoices: Vec<&Invoice> = proposal
        .lines
        .iter()
        .filter_map(|line| {
            account
                .invoices
                .iter()
                .find(|invoice| invoice.id == line.invoice)
        })
        .collect();
    if let [only] = invoices.as_slice() {
        return only
            .payment_reference
            .clone()
            .unwrap_or_else(|| only.number.clone());
    }
    let numbers: Vec<&str> = invoices
        .iter()
        .map(|invoice| invoice.number.as_str())
        .collect();
    let all = numbers.join(" ");
    if all.chars().count() <= 70 {
        return all;
    }
    let whose = account
        .customer
        .number
        .clone()
        .unwrap_or_else(|| account.customer.id.to_string());
    format!("{whose} {}", proposal.date.format("%Y%m%d"))
}

/// Letters about these invoices that went before.
fn earlier(account: &Account, proposal: &Proposal) -> Vec<EarlierLetter> {
    let about = |letter: &credit::Letter| {
        letter.lines.iter().any(|line| {
            proposal
                .lines
                .iter()
                .any(|asked| asked.invoice == line.invoice)
        })
    };
    let mut earlier: Vec<EarlierLetter> = account
        .letters
        .iter()
        .filter(|letter| about(letter) && letter.date <= proposal.date)
        .filter_map(|letter| {
            letter_kind(letter.step).map(|kind| EarlierLetter {
                kind,
                date: letter.left(),
            })
        })
        .collect();
    earlier.sort_by_key(|letter| letter.date);
    earlier
}
