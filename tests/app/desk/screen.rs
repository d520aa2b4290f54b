//! The few words of the X protocol that a window manager would say to close a window.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use super::until;

/// A connection to the display.
pub struct Screen {
    stream: std::cell::RefCell<UnixStream>,
    root: u32,
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())
}

fn half(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap())
}

impl Screen {
    pub fn connect(number: u32) -> Screen {
        let socket = format!("/tmp/.X11-unix/X{number}");
        let mut stream = until("the display", Duration::from_secs(10), || {
            UnixStream::connect(&socket).ok()
        });
        stream
            .set_read_timeout(Some(Duration::from_secs(10)))
            .unwrap();
        // Little endian, protocol 11.0, no authorization.
        stream
            .write_all(&[b'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            .unwrap();
        let mut head = [0; 8];
        stream.read_exact(&mut head).unwrap();
        assert_eq!(head[0], 1, "the display lets us in");
        let mut setup = vec![0; usize::from(half(&head, 6)) * 4];
        stream.read_exact(&mut setup).unwrap();
        let vendor = usize::from(half(&setup, 16)).next_multiple_of(4);
        let formats = usize::from(setup[21]) * 8;
        let root = word(&setup, 32 + vendor + formats);
        Screen {
            stream: stream.into(),
            root,
        }
    }

    fn say(&self, request: &[u8]) {
        self.stream.borrow_mut().write_all(request).unwrap();
    }

    fn reply(&self) -> Vec<u8> {
        let mut stream = self.stream.borrow_mut();
        loop {
            let mut answer = vec![0; 32];
            stream.read_exact(&mut answer).unwrap();
            match answer[0] {
                0 => panic!("the display refused: error {}", answer[1]),
                1 => {
                    let mut more = vec![0; word(&answer, 4) as usize * 4];
                    stream.read_exact(&mut more).unwrap();
                    answer.extend(more);
                    return answer;
                }
                _ => {}
            }
        }
    }

    fn atom(&self, name: &str) -> u32 {
        let padded = name.len().next_multiple_of(4);
        let mut request = vec![16, 0];
        request.extend((2 + padded as u16 / 4).to_le_bytes());
        request.extend((name.len() as u16).to_le_bytes());
        request.extend([0, 0]);
        request.extend(name.bytes());
        request.resize(8 + padded, 0);
        self.say(&request);
        word(&self.reply(), 8)
    }

    fn windows(&self) -> Vec<u32> {
        let mut request = vec![15, 0, 2, 0];
        request.extend(self.root.to_le_bytes());
        self.say(&request);
        let answer = self.reply();
        let count = usize::from(half(&answer, 16));
        (0..count)
            .map(|index| word(&answer, 32 + index * 4))
            .collect()
    }

    fn property(&self, window: u32, name: u32) -> Vec<u8> {
        let mut request = vec![20, 0, 6, 0];
        for value in [window, name, 0, 0, 1024] {
            request.extend(value.to_le_bytes());
        }
        self.say(&request);
        let answer = self.reply();
        let length = word(&answer, 16) as usize * usize::from(answer[1]) / 8;
        answer[32..32 + length].to_vec()
    }

    /// The titles of the windows that are shown.
    pub fn titles(&self) -> Vec<String> {
        let (name, state) = (self.atom("_NET_WM_NAME"), self.atom("WM_PROTOCOLS"));
        self.windows()
            .into_iter()
            .filter(|window| !self.property(*window, state).is_empty() && self.shown(*window))
            .map(|window| String::from_utf8_lossy(&self.property(window, name)).into_owned())
            .collect()
    }

    fn shown(&self, window: u32) -> bool {
        let mut request = vec![3, 0, 2, 0];
        request.extend(window.to_le_bytes());
        self.say(&request);
        // Map state: 2 is viewable.
        self.reply()[26] == 2
    }

    /// Asks the window whose title begins so to close, as its close button does.
    pub fn close(&self, title: &str) {
        let (protocols, delete) = (self.atom("WM_PROTOCOLS"), self.atom("WM_DELETE_WINDOW"));
        let name = self.atom("_NET_WM_NAME");
        let window = until("the window", Duration::from_secs(20), || {
            self.windows().into_iter().find(|window| {
                let words = self.property(*window, name);
                String::from_utf8_lossy(&words).starts_with(title) && self.shown(*window)
            })
        });
        let mut request = vec![25, 0, 11, 0];
        request.extend(window.to_le_bytes());
        request.extend(0u32.to_le_bytes());
        // A client message of 32-bit words.
        request.extend([33, 32, 0, 0]);
        request.extend(window.to_le_bytes());
        request.extend(protocols.to_le_bytes());
        for value in [delete, 0, 0, 0, 0] {
            request.extend(value.to_le_bytes());
        }
        self.say(&request);
    }
}
