//! One message: recorded, handed over, its answer recorded. Between the two records its fate is
//! unknown, and a crash there leaves it so.

use credit::{CustomerId, LetterId};
use law::Lang;
use store::{MailState as Moved, NewFile, NewMail};

use super::message::{self, Composed};
use super::outbox::{self, by_mail_only};
use super::recheck::held_back;
use super::send::{Round, sendable};
use super::{failure, fate};
use crate::catalogue::Code;
use crate::commands::Access;
use crate::error::{AppError, AppResult};
use crate::post::{Delivery, PostFailure, PostLine};
use crate::run::restored_words;
use crate::session::{Context, Session};
use crate::today::ReasonView;

/// A letter that stayed here.
pub(super) struct Held {
    pub letter: LetterId,
    pub customer: CustomerId,
    pub name: String,
    pub reason: ReasonView,
}

/// What became of one letter.
pub(super) enum Went {
    Held(Held),
    Sent,
    Refused { address: bool },
    PutOff,
    Uncertain(PostFailure),
    Stopped(PostFailure),
}

/// A letter that is ready to be handed over, or the reason it is not.
enum Ready {
    Go {
        composed: Composed,
        /// Whether this computer's journal noted the letter for this attempt only.
        noted_now: bool,
    },
    Stay(Held),
}

/// Hands one letter to the server.
///
/// # Errors
/// What the store gives; when that comes after the message went, its fate stays unknown.
pub(super) fn one(
    session: &Session,
    lang: Lang,
    round: &Round,
    letter: LetterId,
    line: &mut dyn PostLine,
) -> AppResult<Went> {
    let _turn = session.mail().turn();
    let ready =
        session.with_context(lang, Access::Open, |context| begin(context, round, letter))?;
    let (composed, noted_now) = match ready {
        Ready::Go {
            composed,
            noted_now,
        } => (composed, noted_now),
        Ready::Stay(held) => return Ok(Went::Held(held)),
    };
    session.mail().set_on_its_way(Some(letter));
    let delivery = line.deliver(&composed.sender, &composed.recipient, &composed.bytes);
    session.mail().note_left(session.host().now());
    let recorded = if round.account.test_mode {
        Ok(())
    } else {
        session.with_context(lang, Access::Open, |context| {
            end(context, round, letter, &composed, &delivery)?;
            let stayed = matches!(
                delivery,
                Delivery::Refused { .. } | Delivery::PutOff(_) | Delivery::Stopped(_)
            );
            if noted_now && stayed {
                forget(context, round, letter)?;
            }
            Ok(())
        })
    };
    session.mail().set_on_its_way(None);
    recorded?;
    Ok(match delivery {
        Delivery::Accepted(_) => Went::Sent,
        Delivery::Refused { address, .. } => Went::Refused { address },
        Delivery::PutOff(_) => Went::PutOff,
        Delivery::Stopped(why) => Went::Stopped(why),
        Delivery::Uncertain(why) => Went::Uncertain(why),
    })
}

fn same_administration(context: &mut Context<'_>, round: &Round) -> AppResult<()> {
    // Another one may have been opened while the server was waited for.
    if context.administration()?.id() == round.administration {
        Ok(())
    } else {
        Err(Code::NoAdministration.into())
    }
}

fn begin(context: &mut Context<'_>, round: &Round, id: LetterId) -> AppResult<Ready> {
    same_administration(context, round)?;
    let (lang, now) = (context.lang, context.now());
    let rates = context.rates()?;
    let reader = context.reader()?;
    let letter = reader.letter(id)?;
    let account = reader.account(reader.is_same(letter.customer)?)?;
    let withdrawn = letter.state == credit::LetterState::Withdrawn;
    let stay = |reason: ReasonView| {
        Ok(Ready::Stay(Held {
            letter: id,
            customer: account.customer.id,
            name: account.customer.name.clone(),
            reason,
        }))
    };
    if withdrawn || !sendable(outbox::state_of(context, id)?) {
        return stay(ReasonView {
            code: "mail_changed",
            message: match lang {
                Lang::Nl => "Deze e-mail is intussen anders afgehandeld.".to_string(),
                Lang::En => "This e-mail was dealt with otherwise meanwhile.".to_string(),
            },
        });
    }
    let books = reader.books()?;
    let approved = reader.letter_fact(id)?;
    if reader.may_have_left_before_restore(id)? {
        return stay(ReasonView {
            code: "mail_restored",
            message: restored_words(lang).to_string(),
        });
    }
    if let Some(reason) = held_back(&account, &books, &rates, &letter, approved, round.day, lang) {
        return stay(reason);
    }
    let test = round.account.test_mode;
    let composed = if test {
        message::compose_test(&reader, &letter, &round.account, now)
    } else {
        message::compose(&reader, &letter, &round.account, &round.administration, now)
    };
    let composed = match composed {
        Ok(composed) => composed,
        // One letter without an address holds up no other.
        Err(error) if is_about_the_letter(&error) => return stay(told(&error, lang)),
        Err(error) => return Err(error),
    };
    if test {
        return Ok(Ready::Go {
            composed,
            noted_now: false,
        });
    }
    let keys = reader.journal_keys(id)?;
    let administration = context.administration()?;
    let noted_now = !administration.journal_knows(&keys);
    administration.journal_append(&keys, round.day)?;
    context.write(round.day, |writer| {
        Ok(writer.mail_begin(
            id,
            &NewMail {
                sender: &composed.sender,
                recipient: &composed.recipient,
                message_id: &composed.message_id,
                bytes: &composed.bytes,
            },
        )?)
    })?;
    Ok(Ready::Go {
        composed,
        noted_now,
    })
}

fn is_about_the_letter(error: &AppError) -> bool {
    matches!(
        error.code,
        Code::MailNoAddress | Code::MailNone | Code::DocumentFailed
    )
}

fn told(error: &AppError, lang: Lang) -> ReasonView {
    ReasonView {
        code: error.code.text(),
        message: error.to_api(lang).message,
    }
}

fn end(
    context: &mut Context<'_>,
    round: &Round,
    id: LetterId,
    composed: &Composed,
    delivery: &Delivery,
) -> AppResult<()> {
    same_administration(context, round)?;
    let host = &round.account.host;
    let letter = context.reader()?.letter(id)?;
    let only = by_mail_only(&letter);
    let at = context.now();
    context.write(round.day, |writer| {
        match delivery {
            Delivery::Accepted(answer) => {
                let left_on = Some(round.day).filter(|_| only);
                writer.mail_end(id, Moved::Sent, answer, false, left_on)?;
                if only {
                    let proof = receipt(host, composed, answer, &at.to_rfc3339());
                    fate::left(writer, id, "e-mail", round.day, Some(&proof))?;
                }
            }
            Delivery::Refused { answer, address } => {
                writer.mail_end(id, Moved::Refused, answer, *address, None)?;
            }
            Delivery::PutOff(why) | Delivery::Stopped(why) => {
                writer.mail_end(id, Moved::PutOff, &failure::kept(why, host), false, None)?;
            }
            Delivery::Uncertain(why) => {
                writer.mail_end(id, Moved::Uncertain, &failure::kept(why, host), false, None)?;
            }
        }
        Ok(())
    })
}

/// Takes back what the journal noted for an attempt by which nothing left: the letter can still be
/// taken back, and whatever leaves later is noted again before it does. Where it left by another way
/// while the server was waited for, the note stays.
fn forget(context: &mut Context<'_>, round: &Round, id: LetterId) -> AppResult<()> {
    if context.reader()?.left_by_books(id)?.is_some() {
        return Ok(());
    }
    let keys = context.reader()?.journal_keys(id)?;
    context
        .administration()?
        .journal_take_back(&keys, round.day)?;
    Ok(())
}

/// What shows that the server took the message. It does not show that anybody read it.
fn receipt(host: &str, composed: &Composed, answer: &str, at: &str) -> NewFile {
    use sha2::{Digest, Sha256};
    let sha256: String = Sha256::digest(&composed.bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let text = format!(
        "Aangenomen door de mailserver\r\n\r\nServer: {host}\r\nTijd: {at}\r\nVan: {}\r\nAan: {}\r\n\
         Message-ID: <{}>\r\nSHA-256 van het bericht: {sha256}\r\nAntwoord: {answer}\r\n",
        composed.sender, composed.recipient, composed.message_id
    );
    NewFile {
        name: "aangenomen-door-mailserver.txt".to_string(),
        media_type: "text/plain; charset=utf-8".to_string(),
        bytes: text.into_bytes(),
    }
}
