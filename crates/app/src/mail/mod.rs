//! Mail through the user's own account: the account, the outbox, sending, and the ways without an
//! account. The network itself is behind [`crate::post`].
//!
//! Order of things, so that a message leaves at most once: the keys go to this computer's journal;
//! the exact bytes and the attempt are one fact; then the bytes are handed to the server; then the
//! server's answer is a fact. What is cut off between the last two is of unknown fate, and only
//! the user says what to do.

mod account;
mod draft;
mod failure;
mod fate;
mod mailto;
mod message;
mod one;
mod outbox;
mod password;
mod preset;
mod recheck;
mod room;
mod send;
mod test;

pub use account::{
    Account, AccountRemove, AccountSet, AccountView, PasswordPlace, Security, Sender, account,
    account_remove, account_set,
};
pub(crate) use draft::note_draft;
pub use draft::{DraftSave, MessageSave, PaperSave, draft_save, message_save, paper_save};
pub use fate::{Bounce, Posted, Settle, SettleAs, bounce, posted, settle};
pub use mailto::{MailTo, MailToLink, mailto};
pub use message::{Event, KeptFile, KeptMessage, MessageAsk, message};
pub use outbox::{MailRow, MailState, Outbox, OutboxAsk, OutboxCount, outbox};
pub use password::{PasswordSet, password_set};
pub use preset::{Preset, PresetAsk, PresetReply, preset};
pub(crate) use room::Room;
pub use send::{MailHeld, MailRetry, MailSend, MailSent, retry, send};
pub use test::{AccountTest, AccountTested, account_test};
