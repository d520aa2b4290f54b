//! A link that opens the user's own mail program with the words filled in (RFC 6068).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::message;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::kept::{not_withdrawn, note_saved};
use crate::session::Context;

/// Longer links are cut off by Windows and by mail programs.
const LONGEST: usize = 1_900;

/// For whom.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MailTo {
    /// The letter (`B-17`) whose words to take …
    pub letter: Option<String>,
    /// … or a customer, for an empty message.
    pub customer: Option<String>,
}

/// A link for the user's mail program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MailToLink {
    /// Begins with `mailto:`.
    pub url: String,
    /// The address in it.
    pub to: String,
    /// Whether the words were shortened to fit.
    pub shortened: bool,
    /// Whether a file has to be added by hand: a link cannot carry one.
    pub file_missing: bool,
}

/// Every byte but the unreserved ones of RFC 3986.
fn encode(text: &str, keep: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if byte.is_ascii_alphanumeric() || "-._~".contains(c) || keep.contains(c) {
            out.push(c);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The link; the words are cut at a word when they do not fit, and say so.
fn link(to: &str, subject: &str, text: &str, cut_words: &str) -> (String, bool) {
    let head = format!(
        "mailto:{}?subject={}&body=",
        encode(to, "@"),
        encode(subject, "")
    );
    let whole = encode(&text.replace("\r\n", "\n").replace('\n', "\r\n"), "");
    if head.len() + whole.len() <= LONGEST {
        return (head + &whole, false);
    }
    let end = encode(&format!("…\r\n\r\n{cut_words}"), "");
    let room = LONGEST.saturating_sub(head.len() + end.len());
    let mut kept = String::new();
    let mut last_space = 0;
    for c in text.chars() {
        let piece = match c {
            '\n' => "%0D%0A".to_string(),
            other => encode(other.encode_utf8(&mut [0; 4]), ""),
        };
        if kept.len() + piece.len() > room {
            kept.truncate(last_space);
            break;
        }
        if c.is_whitespace() {
            last_space = kept.len();
        }
        kept.push_str(&piece);
    }
    (head + &kept + &end, true)
}

/// A link that opens the user's own mail program. That he sent it, the user says afterwards; of a letter
/// that waits it is noted that it may leave from there.
///
/// # Errors
/// `unknown_letter`, `letter_withdrawn`, `unknown_customer`, `mail_none`, `mail_no_address`.
pub fn mailto(context: &mut Context<'_>, request: MailTo) -> AppResult<MailToLink> {
    let reader = context.reader()?;
    if let Some(letter) = &request.letter {
        let letter = reader.letter(find::letter(letter)?)?;
        not_withdrawn(&letter)?;
        let to = message::recipient(&reader, &letter)?.address;
        let mail = documents::read_email(&message::drawn(&reader, letter.id)?)?;
        let customer = reader.customer(reader.is_same(letter.customer)?)?;
        let cut = match customer.language {
            law::Lang::Nl => "(De volledige tekst staat in de brief in de bijlage.)",
            law::Lang::En => "(The full text is in the attached letter.)",
        };
        let (url, shortened) = link(&to, &mail.subject, &mail.text, cut);
        note_saved(context, &[letter.id], "mailto")?;
        return Ok(MailToLink {
            url,
            to,
            shortened,
            file_missing: !mail.attachments.is_empty(),
        });
    }
    let Some(name) = &request.customer else {
        return Err(AppError::new(Code::InvalidFields).field("customer", Code::FieldRequired));
    };
    let customer = find::customer(&reader, name)?;
    let to = customer
        .email
        .map(|email| email.trim().to_string())
        .filter(|email| !email.is_empty())
        .ok_or_else(|| AppError::new(Code::MailNoAddress).with("customer", &customer.name))?;
    Ok(MailToLink {
        url: format!("mailto:{}", encode(&to, "@")),
        to,
        shortened: false,
        file_missing: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_words_can_add_a_field_to_the_link() {
        let (url, shortened) = link(
            "a&bcc=z@x.example",
            "50% korting? & meer",
            "regel 1\nregel 2 € é",
            "",
        );
        assert_eq!(
            url,
            "mailto:a%26bcc%3Dz@x.example?subject=50%25%20korting%3F%20%26%20meer&body=regel%201%0D%0Aregel%202%20%E2%82%AC%20%C3%A9"
        );
        assert!(!shortened);
    }

    #[test]
    fn long_words_are_cut_at_a_word_and_say_so() {
        let text = "Geachte mevrouw, ëén reünie. ".repeat(200);
        let (url, shortened) = link("a@b.example", "s", &text, "(Zie de bijlage.)");
        assert!(shortened && url.len() <= LONGEST, "{}", url.len());
        assert!(
            url.ends_with("%E2%80%A6%0D%0A%0D%0A%28Zie%20de%20bijlage.%29"),
            "{url}"
        );
        let body = url.split("body=").nth(1).unwrap();
        let before = body.split("%E2%80%A6").next().unwrap();
        assert!(
            before.ends_with("mevrouw%2C")
                || before.ends_with("n")
                || before.ends_with("e")
                || before.ends_with('.'),
            "no half letter is left: {before}"
        );
    }
}
