//! Sending: a round of messages through the user's own account, each at most once.
//!
//! The administration is held only while something is read or written, not while the server is
//! waited for; so the rest of the program goes on. Whoever locks it waits for the one message
//! that is on its way, so that its fate is written down.

use std::time::Duration;

use chrono::NaiveDate;
use credit::LetterId;
use law::Lang;
use serde::{Deserialize, Serialize};
use store::{OutboxQuery, OutboxState};
use ts_rs::TS;

use super::account::{self, Account};
use super::draft::wrong_state;
use super::one::{Held, Went, one};
use super::outbox::{self, MailRow, MailState};
use super::room::JOB;
use super::test::dial_of;
use super::{failure, password};
use crate::catalogue::Code;
use crate::commands::Access;
use crate::error::{ApiError, AppError, AppResult};
use crate::find;
use crate::jobs::Running;
use crate::post::{Dial, PostFailure, PostLine};
use crate::session::{Context, Session};
use crate::today::ReasonView;

/// What to send.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct MailSend {
    /// Only of this run.
    pub run: Option<String>,
    /// Only these letters (`B-17`), also when they are drafts, were refused or came back;
    /// everything that waits or was put off when none.
    pub letters: Option<Vec<String>>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// What to try again.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MailRetry {
    /// The letters (`B-17`).
    pub letters: Vec<String>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A letter that stayed here, and why.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MailHeld {
    /// The letter.
    pub letter: String,
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: ReasonView,
}

/// What became of a round of messages.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct MailSent {
    /// Whether everything went to the sender himself, to try it out: nothing counts as sent then.
    pub test: bool,
    /// Taken by the server.
    pub sent: u32,
    /// Refused for good.
    pub refused: u32,
    /// Put off: nothing left, they wait.
    pub put_off: u32,
    /// Of unknown fate: the user has to say.
    pub uncertain: u32,
    /// Not tried: the round stopped before them. They wait.
    pub left: u32,
    /// Whether the user stopped it.
    pub cancelled: bool,
    /// Why it stopped by itself.
    pub stopped: Option<ApiError>,
    /// Those that stayed here, and why.
    pub held: Vec<MailHeld>,
    /// Those that were tried, as they stand now.
    pub messages: Vec<MailRow>,
}

/// A round before its first message.
pub(super) struct Round {
    /// The administration it is of; another one may be open by the time a message is done.
    pub administration: String,
    pub account: Account,
    pub day: NaiveDate,
    dial: Dial,
    letters: Vec<LetterId>,
}

/// Sends everything that waits, or the letters named.
///
/// # Errors
/// `mail_no_account`, `mail_password_needed`, `mail_busy`, `mail_state`, `date_before_facts`, and
/// everything that can be wrong with a server before the first message; nothing left then.
pub fn send(context: &mut Context<'_>, request: MailSend) -> AppResult<MailSent> {
    let (session, lang) = (context.session, context.lang);
    let _alone = session.mail().round().ok_or(Code::MailBusy)?;
    let round = session.with_context(lang, Access::Open, |context| plan(context, &request))?;
    let mut sent = MailSent {
        test: round.account.test_mode,
        ..MailSent::default()
    };
    if round.letters.is_empty() {
        return Ok(sent);
    }
    let running = session.jobs().start(JOB, Some(round.letters.len()));
    let mut wire = Wire {
        session,
        round: &round,
        line: None,
        lang,
    };
    // The first call is made before anything is recorded: what is wrong with the account is told
    // as an error, and nothing has changed.
    wire.line()?;
    go(&mut wire, &running, &mut sent)?;
    if let Some(mut line) = wire.line {
        line.hang_up();
    }
    Ok(sent)
}

/// Sends these letters again.
///
/// # Errors
/// As [`send`].
pub fn retry(context: &mut Context<'_>, request: MailRetry) -> AppResult<MailSent> {
    send(
        context,
        MailSend {
            run: None,
            letters: Some(request.letters),
            date: request.date,
        },
    )
}

fn plan(context: &mut Context<'_>, request: &MailSend) -> AppResult<Round> {
    let administration = context.administration()?.id().to_string();
    let account = account::needed(&context.reader()?)?;
    let password = password::needed(context.session, &administration)?;
    let day = context.deciding_day(request.date)?;
    let letters = match &request.letters {
        Some(names) => named(context, names)?,
        None => waiting(context, request.run.as_deref())?,
    };
    Ok(Round {
        dial: dial_of(&account, password),
        administration,
        account,
        day,
        letters,
    })
}

fn named(context: &Context<'_>, names: &[String]) -> AppResult<Vec<LetterId>> {
    let mut letters = Vec::with_capacity(names.len());
    for name in names {
        let id = find::letter(name)?;
        let state = outbox::state_of(context, id)?;
        if !sendable(state) {
            return Err(wrong_state(context, id, state));
        }
        if !letters.contains(&id) {
            letters.push(id);
        }
    }
    Ok(letters)
}

/// Whether a letter may be sent when the user asks for it by name.
pub(super) fn sendable(state: MailState) -> bool {
    matches!(
        state,
        MailState::Waiting
            | MailState::PutOff
            | MailState::Refused
            | MailState::Bounced
            | MailState::Draft
    )
}

/// What waits or was put off, the oldest first.
fn waiting(context: &Context<'_>, run: Option<&str>) -> AppResult<Vec<LetterId>> {
    let reader = context.reader()?;
    let run = run.map(outbox::run_id).transpose()?;
    let mut letters = Vec::new();
    for state in [OutboxState::Waiting, OutboxState::PutOff] {
        let page = reader.outbox(&OutboxQuery {
            run,
            state: Some(state),
            limit: u64::MAX,
            ..OutboxQuery::default()
        })?;
        letters.extend(page.rows.iter().map(|row| row.letter));
    }
    letters.sort_unstable();
    Ok(letters)
}

/// The connection of a round; dialled again when it broke.
struct Wire<'a> {
    session: &'a Session,
    round: &'a Round,
    line: Option<Box<dyn PostLine>>,
    lang: Lang,
}

impl Wire<'_> {
    fn line(&mut self) -> AppResult<&mut dyn PostLine> {
        if self.line.as_ref().is_none_or(|line| !line.is_open()) {
            let dialled = self.session.host().post().dial(&self.round.dial);
            self.line = Some(dialled.map_err(|why| self.worded(&why))?);
        }
        match self.line.as_deref_mut() {
            Some(line) => Ok(line),
            None => Err(Code::MailNotHere.into()),
        }
    }

    fn worded(&self, why: &PostFailure) -> AppError {
        failure::error(why, &self.round.account, self.lang)
    }

    /// Waits for the pace of the account. False when the user stopped meanwhile.
    fn pace(&self, running: &Running) -> bool {
        let (host, room) = (self.session.host(), self.session.mail());
        while room.wait(host.now(), self.round.account.per_minute) > 0 {
            if running.is_cancelled() {
                return false;
            }
            host.post().pause(Duration::from_millis(200));
        }
        !running.is_cancelled()
    }
}

/// So many in a row of the same misfortune, and it is the server rather than the letters.
const IN_A_ROW: u32 = 3;

fn go(wire: &mut Wire<'_>, running: &Running, sent: &mut MailSent) -> AppResult<()> {
    let (session, round, lang) = (wire.session, wire.round, wire.lang);
    let mut misfortunes = 0;
    for (done, letter) in round.letters.iter().copied().enumerate() {
        let stop = |sent: &mut MailSent| {
            sent.left = u32::try_from(round.letters.len() - done).unwrap_or(u32::MAX);
        };
        if running.step(done).is_err() || !wire.pace(running) {
            sent.cancelled = true;
            stop(sent);
            return Ok(());
        }
        let line = match wire.line() {
            Ok(line) => line,
            Err(error) => {
                sent.stopped = Some(error.to_api(lang));
                stop(sent);
                return Ok(());
            }
        };
        let went = match one(session, lang, round, letter, line) {
            Ok(went) => went,
            // Locked or closed meanwhile: whoever did that asked for the stop.
            Err(error) if matches!(error.code, Code::Locked | Code::NoAdministration) => {
                sent.cancelled = true;
                stop(sent);
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let halt = match went {
            Went::Held(held) => {
                sent.held.push(held_view(held));
                None
            }
            Went::Sent => {
                sent.sent += 1;
                misfortunes = 0;
                None
            }
            Went::Refused { address } => {
                sent.refused += 1;
                misfortunes = if address { 0 } else { misfortunes + 1 };
                (misfortunes >= IN_A_ROW).then(|| PostFailure::Answer {
                    code: 554,
                    text: String::new(),
                })
            }
            Went::PutOff => {
                sent.put_off += 1;
                None
            }
            Went::Uncertain(why) => {
                sent.uncertain += 1;
                misfortunes += 1;
                (misfortunes >= IN_A_ROW).then_some(why)
            }
            Went::Stopped(why) => {
                sent.put_off += 1;
                Some(why)
            }
        };
        if let Ok(Some(row)) = row_of(session, lang, letter) {
            sent.messages.push(row);
        }
        if let Some(why) = halt {
            sent.stopped = Some(match sent.messages.last() {
                // The server's own words say most.
                Some(row) if matches!(&why, PostFailure::Answer { text, .. } if text.is_empty()) => {
                    AppError::new(Code::MailAnswer)
                        .with("host", &round.account.host)
                        .with("answer", &row.answer)
                        .to_api(lang)
                }
                _ => wire.worded(&why).to_api(lang),
            });
            sent.left = u32::try_from(round.letters.len() - done - 1).unwrap_or(u32::MAX);
            return Ok(());
        }
    }
    let _ = running.step(round.letters.len());
    Ok(())
}

fn held_view(held: Held) -> MailHeld {
    MailHeld {
        letter: held.letter.to_string(),
        customer: held.customer.to_string(),
        name: held.name,
        reason: held.reason,
    }
}

fn row_of(session: &Session, lang: Lang, letter: LetterId) -> AppResult<Option<MailRow>> {
    session.with_context(lang, Access::Read, |context| {
        let row = context.reader()?.outbox_row(letter)?;
        row.map(|row| outbox::view(context, &row)).transpose()
    })
}
