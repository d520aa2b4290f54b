//! The outbox: every letter with an e-mail, how it stands, and what was said about it.

use chrono::{DateTime, Utc};
use credit::{Letter, LetterId, Step};
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use store::{OutboxQuery, OutboxRow, OutboxState};
use ts_rs::TS;

use super::message::Event;
use super::{account, failure};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::session::Context;

/// How a letter stands as mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// It waits to be sent.
    Waiting,
    /// It is being sent now.
    Sending,
    /// The mail server took it.
    Sent,
    /// The mail server refused it for good.
    Refused,
    /// It could not be sent the last time; nothing left.
    PutOff,
    /// Nobody knows whether it arrived: the user has to say.
    Uncertain,
    /// It came back.
    Bounced,
    /// It was saved as a draft; whether the user sent it is not known.
    Draft,
    /// The user sent it with another mail program.
    ByHand,
    /// It was posted on paper, because it could not be mailed.
    Posted,
}

impl MailState {
    const ALL: &'static [MailState] = &[
        MailState::Waiting,
        MailState::Sent,
        MailState::Refused,
        MailState::PutOff,
        MailState::Uncertain,
        MailState::Bounced,
        MailState::Draft,
        MailState::ByHand,
        MailState::Posted,
    ];

    fn stored(self) -> OutboxState {
        match self {
            MailState::Waiting => OutboxState::Waiting,
            MailState::Sending | MailState::Uncertain => OutboxState::Uncertain,
            MailState::Sent => OutboxState::Sent,
            MailState::Refused => OutboxState::Refused,
            MailState::PutOff => OutboxState::PutOff,
            MailState::Bounced => OutboxState::Bounced,
            MailState::Draft => OutboxState::Draft,
            MailState::ByHand => OutboxState::ByHand,
            MailState::Posted => OutboxState::Posted,
        }
    }

    /// In words, as the end of a sentence.
    pub(super) fn words(self, lang: Lang) -> &'static str {
        let (nl, en) = match self {
            MailState::Waiting => ("wacht op verzending", "waits to be sent"),
            MailState::Sending => ("wordt nu verzonden", "is being sent now"),
            MailState::Sent => ("verzonden", "sent"),
            MailState::Refused => ("geweigerd", "refused"),
            MailState::PutOff => ("uitgesteld", "put off"),
            MailState::Uncertain => (
                "onzeker of hij is aangekomen",
                "not sure whether it arrived",
            ),
            MailState::Bounced => ("teruggekomen", "came back"),
            MailState::Draft => ("bewaard als concept", "saved as a draft"),
            MailState::ByHand => ("zelf verzonden", "sent by yourself"),
            MailState::Posted => ("per post verstuurd", "sent by post"),
        };
        match lang {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }
}

/// How a row stands, the message on its way told apart.
pub(super) fn shown(context: &Context<'_>, row: &OutboxRow) -> MailState {
    match row.state {
        OutboxState::Uncertain if context.session.mail().is_on_its_way(row.letter) => {
            MailState::Sending
        }
        OutboxState::Uncertain => MailState::Uncertain,
        OutboxState::Bounced => MailState::Bounced,
        OutboxState::Refused => MailState::Refused,
        OutboxState::PutOff => MailState::PutOff,
        OutboxState::Waiting => MailState::Waiting,
        OutboxState::Draft => MailState::Draft,
        OutboxState::Sent => MailState::Sent,
        OutboxState::ByHand => MailState::ByHand,
        OutboxState::Posted => MailState::Posted,
    }
}

/// How a letter stands as mail.
///
/// # Errors
/// `unknown_letter`, `letter_withdrawn`, `mail_none`.
pub(super) fn state_of(context: &Context<'_>, letter: LetterId) -> AppResult<MailState> {
    let reader = context.reader()?;
    crate::kept::not_withdrawn(&reader.letter(letter)?)?;
    let row = reader
        .outbox_row(letter)?
        .ok_or_else(|| AppError::new(Code::MailNone).with("letter", letter))?;
    Ok(shown(context, &row))
}

/// Whether the letter goes by mail and not on paper too: then the mail is the letter.
pub(super) fn by_mail_only(letter: &Letter) -> bool {
    !letter.channels.contains(&credit::Channel::Letter)
}

/// Which part of the outbox.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct OutboxAsk {
    /// Only of this run.
    pub run: Option<String>,
    /// Only in this state.
    pub state: Option<MailState>,
    /// How many to pass over.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub offset: u32,
    /// How many at most; 100 when not told, at most 500.
    pub limit: Option<u32>,
}

/// One letter of the outbox.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MailRow {
    /// The letter (`B-17`).
    pub letter: String,
    /// Its run.
    pub run: String,
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// The address it went to, or would go to now; null: the customer has none.
    pub to: Option<String>,
    /// Subject.
    pub subject: String,
    /// Level.
    #[ts(type = "Step")]
    pub step: Step,
    /// What it asks.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// How it stands.
    pub state: MailState,
    /// Since when.
    #[ts(type = "IsoDateTime")]
    pub at: DateTime<Utc>,
    /// The server's last words, or the user's, or what went wrong; may be empty.
    pub answer: String,
    /// How often it was tried.
    pub tries: u32,
    /// Whether it also goes on paper: then this is its copy.
    pub on_paper: bool,
    /// Whether its letter can be taken back now: nothing of it has left.
    pub withdraw: bool,
}

/// How many letters stand so.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(rename = "MailCount")]
pub struct OutboxCount {
    /// The state.
    pub state: MailState,
    /// How many.
    pub letters: u32,
}

/// A page of the outbox: what asks for attention first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Outbox {
    /// How many match.
    pub total: u32,
    /// Of everything, whatever the state asked.
    pub counts: Vec<OutboxCount>,
    /// Whether a mail account is set up.
    pub account: bool,
    /// Whether everything goes to the sender himself, to try it out.
    pub test_mode: bool,
    /// The page.
    pub messages: Vec<MailRow>,
}

pub(super) fn run_id(text: &str) -> AppResult<credit::RunId> {
    text.trim().parse().map_err(|_| {
        AppError::new(Code::BadRequest)
            .with("name", "outbox")
            .with("what", text)
    })
}

/// A page of the outbox.
///
/// # Errors
/// `bad_request` for a run that is none.
pub fn outbox(context: &mut Context<'_>, request: OutboxAsk) -> AppResult<Outbox> {
    let reader = context.reader()?;
    let own = account::kept(&reader)?;
    let page = reader.outbox(&OutboxQuery {
        run: request.run.as_deref().map(run_id).transpose()?,
        letter: None,
        state: request.state.map(MailState::stored),
        offset: u64::from(request.offset),
        limit: u64::from(request.limit.unwrap_or(100).min(500)),
    })?;
    let count = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Outbox {
        total: count(page.total),
        counts: MailState::ALL
            .iter()
            .map(|state| OutboxCount {
                state: *state,
                letters: count(page.counts.of(state.stored())),
            })
            .collect(),
        account: own.is_some(),
        test_mode: own.is_some_and(|own| own.test_mode),
        messages: page
            .rows
            .iter()
            .map(|row| view(context, row))
            .collect::<AppResult<_>>()?,
    })
}

/// One row, worded.
pub(super) fn view(context: &Context<'_>, row: &OutboxRow) -> AppResult<MailRow> {
    let reader = context.reader()?;
    let letter = reader.letter(row.letter)?;
    let customer = reader.customer(row.customer)?;
    let own = account::kept(&reader)?;
    let host = own.map(|own| own.host).unwrap_or_default();
    let state = shown(context, row);
    let went = row.recipient.clone().filter(|_| {
        !matches!(
            state,
            MailState::Waiting | MailState::PutOff | MailState::Draft
        )
    });
    Ok(MailRow {
        letter: row.letter.to_string(),
        run: letter.run.to_string(),
        customer: row.customer.to_string(),
        name: customer.name,
        to: went.or(customer.email.filter(|email| !email.trim().is_empty())),
        subject: documents::read_email(&reader.mail_head(row.letter)?)
            .map(|mail| mail.subject)
            .unwrap_or_default(),
        step: row.step,
        amount: letter.claim.total,
        state,
        at: row.at,
        answer: failure::in_words(&row.answer, &host, context.lang),
        tries: row.tries,
        on_paper: row.on_paper,
        withdraw: reader.stays(row.letter)?.is_none(),
    })
}

/// What happened to a letter as mail, in words.
pub(super) fn events(context: &Context<'_>, letter: LetterId) -> AppResult<Vec<Event>> {
    let reader = context.reader()?;
    let host = account::kept(&reader)?
        .map(|own| own.host)
        .unwrap_or_default();
    Ok(reader
        .mail_moves(letter)?
        .into_iter()
        .map(|moved| Event {
            at: moved.at,
            what: words_of(moved.state, context.lang).to_string(),
            answer: failure::in_words(&moved.answer, &host, context.lang),
            to: moved.recipient,
        })
        .collect())
}

fn words_of(state: store::MailState, lang: Lang) -> &'static str {
    use store::MailState as Moved;
    let (nl, en) = match state {
        Moved::Drafted => ("Bewaard als concept", "Saved as a draft"),
        Moved::Sending => ("Aangeboden aan de mailserver", "Offered to the mail server"),
        Moved::Sent => ("Aangenomen door de mailserver", "Taken by the mail server"),
        Moved::Refused => ("Geweigerd door de mailserver", "Refused by the mail server"),
        Moved::PutOff => ("Uitgesteld", "Put off"),
        Moved::Uncertain => ("Geen antwoord gekregen", "No answer came"),
        Moved::Arrived => ("U zei: aangekomen", "You said: arrived"),
        Moved::Again => ("U zei: opnieuw versturen", "You said: send again"),
        Moved::Bounced => ("Teruggekomen", "Came back"),
        Moved::Posted => ("Per post verstuurd", "Sent by post"),
    };
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}
