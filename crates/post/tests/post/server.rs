//! A mail server on this computer, with the manners that a test gives it. Real sockets, real TLS.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::authority::{STRANGER, TRUSTED};

/// What a server does with a message that came in whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    Take,
    /// Answers this instead.
    Say(&'static str),
    /// Hangs up without a word, the message taken.
    HangUp,
    /// Says nothing for that long, then hangs up.
    BeSilent(Duration),
}

/// How a server behaves.
#[derive(Clone, Debug)]
pub struct Manners {
    /// Encrypted from the first byte.
    pub wrapped: bool,
    /// Whether it offers STARTTLS.
    pub starttls: bool,
    /// The name on its certificate.
    pub name: &'static str,
    pub expired: bool,
    /// Signed by somebody nobody trusts.
    pub stranger: bool,
    pub mechanisms: &'static str,
    pub user: &'static str,
    pub password: &'static str,
    /// What it says to a wrong password.
    pub login_refusal: &'static str,
    /// What it says to MAIL, when not yes.
    pub sender_refusal: Option<&'static str>,
    /// What it says to a recipient, the first so many times.
    pub recipients: HashMap<String, (usize, &'static str)>,
    /// What it does with the messages it gets, in order; it takes those beyond the list.
    pub then: Vec<Then>,
    /// Hangs up after so many bytes of a message.
    pub hang_up_within: Option<usize>,
    /// Waits before its greeting.
    pub slow_greeting: Duration,
}

impl Default for Manners {
    fn default() -> Manners {
        Manners {
            wrapped: true,
            starttls: false,
            name: "localhost",
            expired: false,
            stranger: false,
            mechanisms: "PLAIN LOGIN",
            user: "bakker@kruimel.example",
            password: "géheim wachtwoord",
            login_refusal: "535 5.7.8 authentication failed",
            sender_refusal: None,
            recipients: HashMap::new(),
            then: Vec::new(),
            hang_up_within: None,
            slow_greeting: Duration::ZERO,
        }
    }
}

/// A message as it came in, dots taken off, its last line ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    pub from: String,
    pub to: String,
    pub bytes: Vec<u8>,
}

#[derive(Default)]
struct Seen {
    received: Vec<Received>,
    connections: usize,
    /// Commands that came over an open line.
    in_the_clear: Vec<String>,
    asked: HashMap<String, usize>,
}

/// A running server.
pub struct Server {
    pub port: u16,
    seen: Arc<Mutex<Seen>>,
    manners: Arc<Mutex<Manners>>,
}

impl Server {
    pub fn new(manners: Manners) -> Server {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let authority = if manners.stranger {
            &STRANGER
        } else {
            &TRUSTED
        };
        let tls = authority.server(manners.name, manners.expired);
        let manners = Arc::new(Mutex::new(manners));
        let server = Server {
            port,
            seen: Arc::clone(&seen),
            manners: Arc::clone(&manners),
        };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, manners, tls) =
                    (Arc::clone(&seen), Arc::clone(&manners), Arc::clone(&tls));
                std::thread::spawn(move || {
                    seen.lock().unwrap().connections += 1;
                    let manners = manners.lock().unwrap().clone();
                    // A client that hangs up ends the conversation, not the test.
                    let _ = greet(stream, &manners, &seen, tls);
                });
            }
        });
        server
    }

    pub fn received(&self) -> Vec<Received> {
        self.seen.lock().unwrap().received.clone()
    }

    pub fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }

    pub fn in_the_clear(&self) -> Vec<String> {
        self.seen.lock().unwrap().in_the_clear.clone()
    }

    /// Behaves otherwise from the next connection on.
    pub fn behave(&self, change: impl FnOnce(&mut Manners)) {
        change(&mut self.manners.lock().unwrap());
    }
}

fn greet(
    stream: TcpStream,
    manners: &Manners,
    seen: &Mutex<Seen>,
    tls: Arc<ServerConfig>,
) -> std::io::Result<()> {
    std::thread::sleep(manners.slow_greeting);
    let raw = stream.try_clone()?;
    if manners.wrapped {
        let secure = StreamOwned::new(ServerConnection::new(tls).unwrap(), stream);
        let mut talk = Talk {
            stream: BufReader::new(secure),
            raw,
            manners,
            seen,
            clear: false,
        };
        talk.say("220 localhost klaar")?;
        talk.converse().map(drop)
    } else {
        let mut talk = Talk {
            stream: BufReader::new(stream),
            raw,
            manners,
            seen,
            clear: true,
        };
        talk.say("220 localhost klaar")?;
        if talk.converse()? {
            let raw = talk.raw.try_clone()?;
            let secure = StreamOwned::new(ServerConnection::new(tls).unwrap(), talk.raw);
            let mut talk = Talk {
                stream: BufReader::new(secure),
                raw,
                manners,
                seen,
                clear: false,
            };
            talk.converse().map(drop)
        } else {
            Ok(())
        }
    }
}

struct Talk<'a, S: Read + Write> {
    stream: BufReader<S>,
    raw: TcpStream,
    manners: &'a Manners,
    seen: &'a Mutex<Seen>,
    clear: bool,
}

impl<S: Read + Write> Talk<'_, S> {
    fn say(&mut self, line: &str) -> std::io::Result<()> {
        let stream = self.stream.get_mut();
        stream.write_all(format!("{line}\r\n").as_bytes())?;
        stream.flush()
    }

    fn line(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let read = self.stream.read_until(b'\n', &mut line)?;
        Ok((read > 0).then_some(line))
    }

    /// Talks until the client is done; true when it wants TLS from here.
    fn converse(&mut self) -> std::io::Result<bool> {
        let (mut from, mut to) = (String::new(), String::new());
        while let Some(line) = self.line()? {
            let line = String::from_utf8_lossy(&line).trim_end().to_string();
            if self.clear {
                self.seen.lock().unwrap().in_the_clear.push(line.clone());
            }
            let word = line.split(' ').next().unwrap_or_default().to_uppercase();
            match word.as_str() {
                "EHLO" => {
                    if self.clear && self.manners.starttls {
                        self.say("250-localhost\r\n250-8BITMIME\r\n250 STARTTLS")?;
                    } else {
                        let offer = format!(
                            "250-localhost\r\n250-8BITMIME\r\n250 AUTH {}",
                            self.manners.mechanisms
                        );
                        self.say(&offer)?;
                    }
                }
                "STARTTLS" => {
                    self.say("220 ga uw gang")?;
                    return Ok(true);
                }
                "AUTH" => self.login(&line)?,
                "MAIL" => match self.manners.sender_refusal {
                    Some(no) => self.say(no)?,
                    None => {
                        from = between(&line);
                        self.say("250 2.1.0 ok")?;
                    }
                },
                "RCPT" => {
                    to = between(&line);
                    let answer = self.recipient(&to);
                    self.say(answer)?;
                }
                "DATA" => {
                    self.say("354 kom maar")?;
                    if !self.message(&from, &to)? {
                        return Ok(false);
                    }
                }
                "RSET" | "NOOP" => self.say("250 ok")?,
                "QUIT" => {
                    self.say("221 dag")?;
                    return Ok(false);
                }
                _ => self.say("502 dat ken ik niet")?,
            }
        }
        Ok(false)
    }

    fn login(&mut self, line: &str) -> std::io::Result<()> {
        let expected = format!("\0{}\0{}", self.manners.user, self.manners.password);
        let given = if let Some(packed) = line.strip_prefix("AUTH PLAIN ") {
            decoded(packed)
        } else {
            let mut parts = Vec::new();
            for question in ["VXNlcm5hbWU6", "UGFzc3dvcmQ6"] {
                self.say(&format!("334 {question}"))?;
                let answer = self.line()?.unwrap_or_default();
                parts.push(decoded(String::from_utf8_lossy(&answer).trim_end()));
            }
            format!("\0{}\0{}", parts[0], parts[1])
        };
        if given == expected {
            self.say("235 2.7.0 welkom")
        } else {
            self.say(self.manners.login_refusal)
        }
    }

    fn recipient(&mut self, to: &str) -> &'static str {
        let mut seen = self.seen.lock().unwrap();
        let asked = seen.asked.entry(to.to_string()).or_default();
        *asked += 1;
        match self.manners.recipients.get(to) {
            Some((times, answer)) if *asked <= *times => answer,
            _ => "250 2.1.5 ok",
        }
    }

    /// Reads a message; false when the conversation is over.
    fn message(&mut self, from: &str, to: &str) -> std::io::Result<bool> {
        let mut bytes = Vec::new();
        while let Some(line) = self.line()? {
            if line == b".\r\n" {
                return self.whole(Received {
                    from: from.to_string(),
                    to: to.to_string(),
                    bytes,
                });
            }
            let line = line.strip_prefix(b".").unwrap_or(&line);
            bytes.extend_from_slice(line);
            if self
                .manners
                .hang_up_within
                .is_some_and(|most| bytes.len() > most)
            {
                self.raw.shutdown(Shutdown::Both)?;
                return Ok(false);
            }
        }
        Ok(false)
    }

    fn whole(&mut self, message: Received) -> std::io::Result<bool> {
        let then = {
            let mut seen = self.seen.lock().unwrap();
            let number = seen.received.len();
            seen.received.push(message);
            self.manners.then.get(number).cloned().unwrap_or(Then::Take)
        };
        match then {
            Then::Take => {
                self.say("250 2.0.0 aangenomen als 4XyZ")?;
                Ok(true)
            }
            Then::Say(answer) => {
                self.say(answer)?;
                Ok(true)
            }
            Then::HangUp => {
                self.raw.shutdown(Shutdown::Both)?;
                Ok(false)
            }
            Then::BeSilent(time) => {
                std::thread::sleep(time);
                self.raw.shutdown(Shutdown::Both)?;
                Ok(false)
            }
        }
    }
}

fn between(line: &str) -> String {
    let from = line.find('<').map_or(0, |at| at + 1);
    let to = line.find('>').unwrap_or(line.len());
    line[from..to].to_string()
}

/// Base64, for the login.
fn decoded(packed: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = 0_u32;
    let mut count = 0;
    let mut out = Vec::new();
    for byte in packed.bytes().filter(|byte| *byte != b'=') {
        let value = LETTERS.iter().position(|letter| *letter == byte).unwrap();
        bits = (bits << 6) | u32::try_from(value).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from((bits >> count) & 0xff).unwrap());
        }
    }
    String::from_utf8(out).unwrap()
}
