//! Letters and statements to look at, drawn as they would leave.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use credit::{Account, Channel, Gate, Proposal, ProposalKind, Step};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find::{self, InvoiceNames};
use crate::letters::{Desk, check_template, template_name, template_of, text_of};
use crate::picture::WorkKind;
use crate::session::Context;
use crate::today::{ClaimView, ProposalView, reasons};
use crate::words;

/// Which letter to draw.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct LetterPreviewAsk {
    /// The customer.
    pub customer: String,
    /// Which letter.
    #[ts(type = "Step")]
    pub step: Step,
    /// Its own words; those of its template when none.
    pub text: Option<String>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A block that must stay in a text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LockedBlock {
    /// Its name.
    pub name: String,
    /// What it says in this letter.
    pub text: String,
}

/// A field that may stand in a text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FieldValue {
    /// Its name.
    pub name: String,
    /// Its value in this letter; empty when it has none.
    pub value: String,
}

/// The e-mail around a letter.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MailPreview {
    /// To which address.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Plain words.
    pub body: String,
}

/// A letter, drawn.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LetterPreview {
    /// The PDF, base64.
    pub pdf: String,
    /// How many pages it has.
    pub pages: u32,
    /// The text that it was made from.
    pub text: String,
    /// The text of its template.
    pub text_default: String,
    /// Blocks that must stay in it, with what they say in this letter.
    pub locked: Vec<LockedBlock>,
    /// Fields that may stand in it, with their value in this letter.
    pub fields: Vec<FieldValue>,
    /// The e-mail around it, when it goes by e-mail.
    pub mail: Option<MailPreview>,
    /// What is proposed, and why.
    pub proposal: ProposalView,
}

/// Draws one letter as it would leave, with its own words when given.
///
/// # Errors
/// `unknown_customer`, `no_letter_due`, `template_refused`, `document_failed`.
pub fn letter_preview(
    context: &mut Context<'_>,
    request: LetterPreviewAsk,
) -> AppResult<LetterPreview> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let customer = find::customer(&reader, &request.customer)?;
    let account = reader.account(customer.id)?;
    let desk = Desk::open(&reader)?;
    let due = |proposal: &Proposal| {
        proposal.kind == ProposalKind::Letter && proposal.step == Some(request.step)
    };
    let proposal = crate::today::decide(&account, &desk.books, &rates, date)
        .into_iter()
        .filter(due)
        // What may go comes before what is held back of the same customer.
        .min_by_key(|proposal| proposal.gate)
        .ok_or_else(|| {
            AppError::new(Code::NoLetterDue)
                .with("customer", &customer.name)
                .with("step", words::step(request.step, lang))
        })?;
    let model = desk.compose(&account, &proposal)?;
    let default = desk.template(model.kind, model.lang);
    let template = match &request.text {
        None => default.clone(),
        Some(text) => {
            check_template(&template_name(model.kind, model.lang), text)?;
            template_of(text)
        }
    };
    let pdf = documents::print_letter(&model, &template, &desk.setup)?;
    let mail = match (&customer.email, proposal.channels.contains(&Channel::Email)) {
        (Some(to), true) => {
            let words = documents::mail_text(&model, &template)?;
            Some(MailPreview {
                to: to.clone(),
                subject: words.subject,
                body: words.text,
            })
        }
        _ => None,
    };
    let said = documents::letter_words(&model);
    let names = InvoiceNames::read(&reader)?;
    Ok(LetterPreview {
        pdf: STANDARD.encode(&pdf.bytes),
        pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
        text: text_of(&template),
        text_default: text_of(&default),
        locked: said
            .blocks
            .into_iter()
            .filter(|block| block.locked)
            .map(|block| LockedBlock {
                name: block.name.to_string(),
                text: block.text,
            })
            .collect(),
        fields: said
            .fields
            .into_iter()
            .map(|(name, value)| FieldValue {
                name: name.to_string(),
                value,
            })
            .collect(),
        mail,
        proposal: letter_view(&account, &proposal, &names, lang),
    })
}

/// A letter that is proposed, as the window shows it.
fn letter_view(
    account: &Account,
    proposal: &Proposal,
    names: &InvoiceNames,
    lang: law::Lang,
) -> ProposalView {
    let invoices = || {
        proposal.lines.iter().filter_map(|line| {
            account
                .invoices
                .iter()
                .find(|invoice| invoice.id == line.invoice)
        })
    };
    ProposalView {
        customer: proposal.customer.to_string(),
        name: proposal.name.clone(),
        kind: proposal.kind,
        work: match proposal.gate {
            Gate::Green => WorkKind::Letters,
            Gate::Amber => WorkKind::Decide,
            Gate::Red => WorkKind::Held,
        },
        step: proposal.step,
        channels: proposal.channels.clone(),
        gate: proposal.gate,
        reasons: reasons(proposal, lang),
        invoices: invoices()
            .map(|invoice| names.name(&invoice.number, invoice.customer))
            .collect(),
        oldest_due: invoices().filter_map(|invoice| invoice.due).min(),
        claim: ClaimView::from(&proposal.claim),
    }
}

/// Whose statement to draw.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct StatementAsk {
    /// The customer.
    pub customer: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A statement of account, drawn.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StatementPreview {
    /// The PDF, base64.
    pub pdf: String,
    /// How many pages it has.
    pub pages: u32,
}

/// Draws a statement of account to look at; records nothing.
///
/// # Errors
/// `unknown_customer`, `nothing_open`, `document_failed`.
pub fn statement_preview(
    context: &mut Context<'_>,
    request: StatementAsk,
) -> AppResult<StatementPreview> {
    let date = context.day(request.date);
    let pdf = crate::paper::draw_statement(context, &request.customer, date)?;
    Ok(StatementPreview {
        pdf: STANDARD.encode(&pdf.bytes),
        pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
    })
}
