//! The way out for mail, as the use cases see it: a server is dialled, messages are handed to it,
//! each answer is told apart by whether the message may have left. The crate `post` does it.

use std::time::Duration;

use zeroize::Zeroizing;

/// How a connection is made safe. There is no third way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// Encrypted from the first byte (port 465).
    Tls,
    /// Encrypted before anything is said that matters (port 587); without it nothing is said.
    StartTls,
}

/// A server to dial, and who logs in.
#[derive(Clone)]
pub struct Dial {
    /// Its name; its certificate must bear it.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is made safe.
    pub safety: Safety,
    /// The user.
    pub user: String,
    /// The password.
    pub password: Zeroizing<String>,
    /// How this computer calls itself to the server: the domain of the sender's address.
    pub called: String,
}

/// Why a certificate was not trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untrusted {
    /// It bears other names.
    OtherName(Vec<String>),
    /// It has expired.
    Expired,
    /// It is not valid yet; often this computer's clock is wrong.
    NotYet,
    /// Nobody this computer trusts has signed it.
    UnknownIssuer,
    /// It was withdrawn.
    Revoked,
    /// Anything else, in the words of the library.
    Other(String),
}

/// Why mail could not be sent. Nothing left, unless it is said otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostFailure {
    /// This program cannot send mail.
    NotHere,
    /// No such server name, or no network to ask for it.
    NameNotFound,
    /// The computer has no network.
    Offline,
    /// The server does not listen on that port.
    NotListening,
    /// It took too long.
    Timeout,
    /// The certificate was not trusted.
    Certificate(Untrusted),
    /// The server speaks no TLS on that port.
    NoTls(String),
    /// The server offers no STARTTLS.
    NoStartTls,
    /// The server offers no way to log in that this program knows (often: only OAuth).
    NoLogin,
    /// The user name or password was refused, in the server's words.
    LoginRefused(String),
    /// The server answered something else than yes.
    Answer {
        /// The three digits.
        code: u16,
        /// The server's words.
        text: String,
    },
    /// The connection broke.
    Broken(String),
    /// An address that mail cannot carry.
    BadAddress(String),
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The server took it; its words.
    Accepted(String),
    /// The server refused it for good; its words, and whether the address of the recipient is why.
    Refused {
        /// Its words, with the code.
        answer: String,
        /// Whether it named the recipient's address.
        address: bool,
    },
    /// The server did not take it now; nothing left.
    PutOff(PostFailure),
    /// The server does not take mail of this sender at all; nothing left, and the next will not either.
    Stopped(PostFailure),
    /// The last byte may have gone and no answer came: nobody knows.
    Uncertain(PostFailure),
}

/// Dials servers.
pub trait Post: Send + Sync {
    /// Dials a server and logs in.
    ///
    /// # Errors
    /// Why it did not work.
    fn dial(&self, dial: &Dial) -> Result<Box<dyn PostLine>, PostFailure>;

    /// Waits.
    fn pause(&self, time: Duration);
}

/// A connection to a server that let the user in.
pub trait PostLine {
    /// Hands over one message, byte for byte.
    fn deliver(&mut self, sender: &str, recipient: &str, message: &[u8]) -> Delivery;

    /// Whether the connection can take another message.
    fn is_open(&self) -> bool;

    /// Says goodbye.
    fn hang_up(&mut self);
}

/// No way out: this program sends no mail.
#[derive(Debug)]
pub struct NoPost;

impl Post for NoPost {
    fn dial(&self, _: &Dial) -> Result<Box<dyn PostLine>, PostFailure> {
        Err(PostFailure::NotHere)
    }

    fn pause(&self, _: Duration) {}
}
