//! The e-mail that carries a letter, as a draft that any mail program opens.

use chrono::{DateTime, NaiveTime, Utc};
use documents::{Attachment, Email, Letter, Mailbox, Pdf, Template};

use crate::error::{AppError, AppResult};

/// Writes the e-mail of a letter, with the letter attached.
///
/// The same letter gives the same bytes: date and identity come from the letter.
pub(crate) fn draft_mail(
    letter: &Letter,
    template: &Template,
    to: &str,
    pdf: &Pdf,
    file_name: &str,
) -> AppResult<Vec<u8>> {
    let words = documents::mail_text(letter, template)?;
    let sender = letter.sender.email.clone().unwrap_or_default();
    let domain = sender
        .rsplit_once('@')
        .map_or("standvast.invalid", |(_, domain)| domain)
        .to_string();
    let id: String = letter
        .reference
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '.' })
        .collect();
    let noon = letter
        .date
        .and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
    let from = if sender.is_empty() {
        to.to_string()
    } else {
        sender
    };
    let email = Email {
        from: Mailbox {
            name: letter.sender.name.clone(),
            address: from,
        },
        to: vec![Mailbox {
            name: letter.addressee.name.clone(),
            address: to.to_string(),
        }],
        cc: Vec::new(),
        reply_to: None,
        subject: words.subject,
        text: words.text,
        html: Some(words.html),
        date: DateTime::<Utc>::from_naive_utc_and_offset(noon, Utc).fixed_offset(),
        message_id: format!("{id}.{}@{domain}", letter.kind.code()),
        attachments: vec![Attachment {
            name: file_name.to_string(),
            media_type: "application/pdf".to_string(),
            bytes: pdf.bytes.clone(),
        }],
        draft: true,
    };
    documents::write_email(&email).map_err(AppError::from)
}
