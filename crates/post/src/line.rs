//! A connection that let the user in, and one message after the other on it.
//!
//! The commands are given one by one, so that it is known how far a message was when something
//! broke: before its last line nothing can have been taken, after it nobody knows.

use std::time::Duration;

use app::post::{Delivery, PostFailure, PostLine};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};

use crate::{Patience, address, refusal};

/// How much is handed to the connection at once.
const PIECE: usize = 16 * 1024;

/// How long a server may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(2);

/// A connection that let the user in.
pub(crate) struct Line {
    connection: SmtpConnection,
    patience: Patience,
    open: bool,
}

/// Where in the conversation an answer came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Sender,
    Recipient,
    Message,
}

impl Line {
    pub(crate) fn new(connection: SmtpConnection, patience: Patience) -> Line {
        Line {
            connection,
            patience,
            open: true,
        }
    }

    /// What an answer other than yes means before anything of the message went.
    fn said_no(&mut self, error: &Error, about: About) -> Delivery {
        let why = refusal::of(error);
        let delivery = match &why {
            PostFailure::Answer { code, text } if (500..600).contains(code) => {
                let answer = format!("{code} {text}");
                match about {
                    // It is not about this letter: the next would fare the same.
                    About::Sender => Delivery::Stopped(why),
                    About::Recipient => Delivery::Refused {
                        address: names_the_address(*code, text),
                        answer,
                    },
                    About::Message => Delivery::Refused {
                        address: false,
                        answer,
                    },
                }
            }
            PostFailure::Answer { code, .. } => {
                if *code == 421 {
                    self.close();
                }
                Delivery::PutOff(why)
            }
            _ => {
                self.close();
                return Delivery::PutOff(why);
            }
        };
        if self.open && self.connection.command(Rset).is_err() {
            self.close();
        }
        delivery
    }

    fn close(&mut self) {
        self.open = false;
        // A goodbye to a server that no longer answers is not waited for.
        let _ = self.connection.set_timeout(Some(GOODBYE));
        self.connection.abort();
    }

    /// The whole conversation about one message up to the word that it may come.
    fn announce(&mut self, sender: &str, recipient: &str) -> Result<(), Delivery> {
        let bad = |text: &str| Delivery::PutOff(PostFailure::BadAddress(text.to_string()));
        let from = address::of(sender)
            .ok_or_else(|| Delivery::Stopped(PostFailure::BadAddress(sender.to_string())))?;
        let to = address::of(recipient).ok_or_else(|| bad(recipient))?;
        if let Err(error) = self.connection.command(Mail::new(Some(from), Vec::new())) {
            return Err(self.said_no(&error, About::Sender));
        }
        if let Err(error) = self.connection.command(Rcpt::new(to, Vec::new())) {
            return Err(self.said_no(&error, About::Recipient));
        }
        match self.connection.command(Data) {
            // Anything but "go on" here would make an answer of the message out of an older one.
            Ok(answer) if answer.has_code(354) => Ok(()),
            Ok(answer) => {
                self.close();
                Err(Delivery::PutOff(PostFailure::Answer {
                    code: answer.code().into(),
                    text: answer.first_line().unwrap_or_default().to_string(),
                }))
            }
            Err(error) => Err(self.said_no(&error, About::Message)),
        }
    }
}

/// Whether a refusal is about the address: RFC 3463 says so with x.1.x. Policies (5.7.x) and full
/// boxes (5.2.2) are not. Without such a code 550, 551 and 553 are taken as
/// "no such user".
fn names_the_address(code: u16, text: &str) -> bool {
    let enhanced = text
        .split_whitespace()
        .next()
        .filter(|word| word.starts_with("5.") && word.matches('.').count() == 2);
    match enhanced {
        Some(word) => word.starts_with("5.1.") || word == "5.2.1",
        None => matches!(code, 550 | 551 | 553),
    }
}

impl PostLine for Line {
    fn deliver(&mut self, sender: &str, recipient: &str, message: &[u8]) -> Delivery {
        if let Err(delivery) = self.announce(sender, recipient) {
            return delivery;
        }
        // The end of the last line is part of the mark that ends the message.
        let body = message.strip_suffix(b"\r\n").unwrap_or(message);
        let _ = self.connection.set_timeout(Some(self.patience.taken));
        let mut whole = false;
        let pieces = body.chunks(PIECE).map(Some).chain(std::iter::once(None));
        let pieces = pieces.map_while(|piece| {
            // Asked for more than there is: all of it is on its way, and the mark comes next.
            whole = piece.is_none();
            piece
        });
        let answered = self.connection.message_iter(pieces);
        let _ = self.connection.set_timeout(Some(self.patience.answer));
        let error = match answered {
            Ok(answer) if u16::from(answer.code()) / 100 == 2 => {
                let words: Vec<&str> = answer.message().collect();
                return Delivery::Accepted(format!("{} {}", answer.code(), words.join(" ")));
            }
            Ok(answer) => {
                self.close();
                return Delivery::Uncertain(PostFailure::Answer {
                    code: answer.code().into(),
                    text: answer.first_line().unwrap_or_default().to_string(),
                });
            }
            Err(error) => error,
        };
        if error.status().is_some() {
            return self.said_no(&error, About::Message);
        }
        let why = refusal::of(&error);
        self.close();
        if whole {
            Delivery::Uncertain(why)
        } else {
            // Without the mark at its end no server takes a message.
            Delivery::PutOff(why)
        }
    }

    fn is_open(&self) -> bool {
        self.open && !self.connection.has_broken()
    }

    fn hang_up(&mut self) {
        if self.open {
            self.open = false;
            // The messages are taken; whether the goodbye is heard changes nothing.
            let _ = self.connection.set_timeout(Some(GOODBYE));
            let _ = self.connection.quit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::names_the_address;

    #[test]
    fn only_a_refusal_of_the_address_is_held_against_it() {
        assert!(names_the_address(550, "5.1.1 no such user"));
        assert!(names_the_address(550, "no such user here"));
        assert!(names_the_address(553, "mailbox name not allowed"));
        assert!(
            !names_the_address(550, "5.7.1 blocked by policy"),
            "a policy may pass"
        );
        assert!(
            !names_the_address(552, "5.2.2 mailbox full"),
            "a full box empties"
        );
        assert!(!names_the_address(554, "transaction failed"));
    }
}
