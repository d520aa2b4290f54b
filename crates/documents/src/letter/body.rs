//! The body of a letter: its template filled in, its blocks still to be drawn or written out.

use law::Lang;

use super::format::{listed_dates, long_date, money, pick};
use super::{notice, rules};
use crate::template::{Part, Template, Values, render};
use crate::text::Span;
use crate::{DocumentError, InvoiceKind, Letter};

/// A part of a letter's body, in order.
pub(crate) enum BodyPart {
    Paragraph(Vec<Span>),
    Invoices,
    Claim,
    Payment,
    Closing,
}

/// Subject and body.
pub(crate) struct Body {
    pub(crate) subject: String,
    pub(crate) parts: Vec<BodyPart>,
}

/// Checks the letter and its template, and fills the template in.
pub(crate) fn body(letter: &Letter, template: &Template) -> Result<Body, DocumentError> {
    rules::letter(letter)?;
    rules::template(letter, template)?;
    let rendered = render(template, &values(letter))
        .map_err(|problem| DocumentError::Template(vec![problem]))?;
    rules::filled(letter, &rendered)?;
    let mut parts = Vec::new();
    for part in rendered.parts {
        match part {
            Part::Paragraph(spans) => parts.push(BodyPart::Paragraph(spans)),
            Part::Block(name) => match name.as_str() {
                "invoices_table" => parts.push(BodyPart::Invoices),
                "claim_table" => parts.push(BodyPart::Claim),
                "payment_block" => parts.push(BodyPart::Payment),
                "closing" => parts.push(BodyPart::Closing),
                _ => parts.extend(
                    notice::paragraphs(letter)
                        .into_iter()
                        .map(BodyPart::Paragraph),
                ),
            },
        }
    }
    Ok(Body {
        subject: rendered.subject,
        parts,
    })
}

/// What each field becomes in a letter; `one_invoice` is asked in `if` and has no words.
pub(crate) fn field_texts(letter: &Letter) -> Vec<(&'static str, String)> {
    let lang = letter.lang;
    let earlier: Vec<chrono::NaiveDate> =
        letter.earlier.iter().map(|earlier| earlier.date).collect();
    let usual = pick(lang, "Geachte heer, mevrouw,", "Dear Sir or Madam,");
    let creditor = letter
        .on_behalf_of
        .as_ref()
        .map_or(&letter.sender.name, |other| &other.name);
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut fields = vec![
        (
            "salutation",
            letter
                .salutation
                .clone()
                .unwrap_or_else(|| usual.to_owned()),
        ),
        ("customer_name", letter.addressee.name.clone()),
        ("customer_number", optional(&letter.customer_number)),
        ("reference", letter.reference.clone()),
        ("payment_reference", letter.payment.reference.clone()),
        ("amount", money(letter.payment.amount, lang)),
        ("invoice_count", invoice_count(letter).to_string()),
        ("sender_name", letter.sender.name.clone()),
        // A telephone number is not torn at the end of a line.
        (
            "sender_phone",
            optional(&letter.sender.phone).replace(' ', "\u{A0}"),
        ),
        ("sender_email", optional(&letter.sender.email)),
        ("creditor_name", creditor.clone()),
        ("signatory", signatory(letter).to_owned()),
        ("date", long_date(letter.date, lang)),
        ("earlier_letters", listed_dates(&earlier, lang)),
        (
            "term_days",
            letter
                .term_days
                .map_or_else(String::new, |days| days.to_string()),
        ),
    ];
    if let Some(claim) = &letter.claim {
        fields.push(("principal", money(claim.principal, lang)));
        fields.push(("interest", money(claim.interest, lang)));
        fields.push(("costs", money(claim.costs + claim.vat_on_costs, lang)));
        fields.push(("interest_per_day", money(claim.per_day, lang)));
    }
    fields
}

fn values(letter: &Letter) -> Values {
    let mut values = Values::of(letter.kind);
    for (name, text) in &field_texts(letter) {
        values.set(name, text);
    }
    values.set_flag("one_invoice", invoice_count(letter) == 1);
    values
}

/// How many invoices stand in a letter.
pub(crate) fn invoice_count(letter: &Letter) -> usize {
    letter
        .invoices
        .iter()
        .filter(|row| row.kind == InvoiceKind::Invoice)
        .count()
}

/// Who signs; the sender's name when no person is given.
pub(crate) fn signatory(letter: &Letter) -> &str {
    let name = letter.signatory.name.trim();
    if name.is_empty() {
        &letter.sender.name
    } else {
        name
    }
}

/// The pairs of the payment details: what, value.
pub(crate) fn payment_pairs(letter: &Letter) -> Vec<(&'static str, String)> {
    let (lang, payment) = (letter.lang, &letter.payment);
    let mut pairs = vec![("IBAN", super::format::iban(&payment.iban))];
    if let Some(bic) = payment.bic.as_ref().filter(|bic| !bic.trim().is_empty()) {
        pairs.push(("BIC", bic.clone()));
    }
    pairs.push((
        pick_static(lang, "t.n.v.", "Account name"),
        payment.name.clone(),
    ));
    if !payment.reference.trim().is_empty() {
        pairs.push((
            pick_static(lang, "Kenmerk", "Reference"),
            payment.reference.clone(),
        ));
    }
    pairs.push((
        pick_static(lang, "Bedrag", "Amount"),
        money(payment.amount, lang),
    ));
    pairs
}

/// The pairs that tell for whom the sender collects.
pub(crate) fn collector_pairs(letter: &Letter) -> Vec<(&'static str, String)> {
    let Some(other) = &letter.on_behalf_of else {
        return Vec::new();
    };
    let lang = letter.lang;
    let mut creditor = other.name.clone();
    if !other.address.is_empty() {
        creditor = format!("{creditor}, {}", other.address.join(", "));
    }
    let mut pairs = vec![(pick_static(lang, "Schuldeiser", "Creditor"), creditor)];
    if let Some(ground) = &other.ground {
        pairs.push((
            pick_static(lang, "Vordering uit", "Claim arising from"),
            ground.clone(),
        ));
    }
    if let Some(number) = &other.register_number {
        let name = pick_static(
            lang,
            "Register incassodienstverlening",
            "Dutch register of collection services",
        );
        pairs.push((name, number.clone()));
    }
    pairs
}

fn pick_static(lang: Lang, nl: &'static str, en: &'static str) -> &'static str {
    pick(lang, nl, en)
}
