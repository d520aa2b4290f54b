//! Characters: any encoding in, UTF-8 out, with a note when a file declares the wrong one.
//!
//! Dutch files declare UTF-8 and hold Windows-1252, or the other way round, or both in one file.
//! So everything that is not UTF-16 or a rarer declared encoding goes through one decoder: what
//! is valid UTF-8 is UTF-8, every other byte above 127 is Windows-1252.

use std::io::{self, BufRead, Read};

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much is looked at to find a byte order mark and a declaration.
const HEAD: usize = 1024;
/// How much is decoded at a time.
const CHUNK: usize = 16 * 1024;

/// What was noticed while decoding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CharsetNotes {
    /// What the file declares, when it is not what it holds.
    pub(crate) wrong: Option<String>,
    /// Whether control characters were left out.
    pub(crate) controls: bool,
}

/// A reader that gives UTF-8 whatever the inner one holds, counts lines, and stops a reader that
/// would collect a single piece without end.
pub(crate) struct Utf8Reader<R> {
    inner: R,
    decoder: Decoder,
    /// Raw bytes not yet decoded: the head at first, later an unfinished character.
    raw: Vec<u8>,
    out: Vec<u8>,
    at: usize,
    line: u64,
    after_return: bool,
    since_mark: usize,
    limit: usize,
    started: bool,
    ended: bool,
    declared: String,
    notes: CharsetNotes,
}

enum Decoder {
    /// UTF-8 with Windows-1252 in between; which of the two was declared.
    Lenient { declared_single_byte: bool },
    /// Any other encoding.
    Other(encoding_rs::Decoder),
}

impl<R: BufRead> Utf8Reader<R> {
    /// Reads `inner`; a piece between two [`mark`](Self::mark)s may be `limit` bytes long.
    pub(crate) fn new(inner: R, limit: usize) -> Utf8Reader<R> {
        Utf8Reader {
            inner,
            decoder: Decoder::Lenient {
                declared_single_byte: false,
            },
            raw: Vec::new(),
            out: Vec::new(),
            at: 0,
            line: 1,
            after_return: false,
            since_mark: 0,
            limit,
            started: false,
            ended: false,
            declared: "UTF-8".to_owned(),
            notes: CharsetNotes::default(),
        }
    }

    /// The line up to which was consumed, counted from 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// A piece is complete; the next may be as long again.
    pub(crate) fn mark(&mut self) {
        self.since_mark = 0;
    }

    /// What was noticed so far.
    pub(crate) fn notes(&self) -> &CharsetNotes {
        &self.notes
    }

    fn start(&mut self) -> io::Result<()> {
        self.started = true;
        let mut head = vec![0; HEAD];
        let mut filled = 0;
        while filled < HEAD {
            match self.inner.read(&mut head[filled..]) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(n) => filled += n,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        }
        head.truncate(filled);
        let (encoding, mark) = encoding_of(&head);
        self.raw = head.split_off(mark);
        if let Some(encoding) = encoding {
            self.decoder = Decoder::Other(encoding.new_decoder_without_bom_handling());
            return Ok(());
        }
        let Some(label) = declared(&self.raw) else {
            return Ok(());
        };
        match Encoding::for_label(label.as_bytes()) {
            Some(e) if mark == 0 && e == WINDOWS_1252 => {
                self.decoder = Decoder::Lenient {
                    declared_single_byte: true,
                };
            }
            Some(e) if mark == 0 && e != UTF_8 && e != UTF_16LE && e != UTF_16BE => {
                self.decoder = Decoder::Other(e.new_decoder_without_bom_handling());
            }
            _ => {}
        }
        self.declared = label;
        Ok(())
    }

    /// Decodes until there is something to give or the file ends.
    fn refill(&mut self) -> io::Result<()> {
        if !self.started {
            self.start()?;
        }
        self.out.clear();
        self.at = 0;
        while self.out.is_empty() {
            if !self.ended && self.raw.len() < CHUNK {
                self.read_chunk()?;
            }
            if self.raw.is_empty() && self.ended {
                return Ok(());
            }
            self.decode();
        }
        Ok(())
    }

    fn read_chunk(&mut self) -> io::Result<()> {
        let available = loop {
            match self.inner.fill_buf() {
                Ok(bytes) => break bytes,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        };
        let taken = available.len().min(CHUNK);
        self.raw.extend_from_slice(&available[..taken]);
        self.ended = taken == 0;
        self.inner.consume(taken);
        Ok(())
    }

    fn decode(&mut self) {
        let mut text = String::new();
        match &mut self.decoder {
            Decoder::Lenient {
                declared_single_byte,
            } => {
                let (used, seen) = decode_lenient(&self.raw, self.ended, &mut text);
                self.raw.drain(..used);
                if (*declared_single_byte && seen.multi_byte)
                    || (!*declared_single_byte && seen.single_byte)
                {
                    self.notes
                        .wrong
                        .get_or_insert_with(|| self.declared.clone());
                }
            }
            Decoder::Other(decoder) => decode_other(decoder, &mut self.raw, self.ended, &mut text),
        }
        if text.bytes().any(is_control) {
            self.notes.controls = true;
            text.retain(|c| !(c.is_ascii() && is_control(c as u8)));
        }
        self.out.extend_from_slice(text.as_bytes());
    }
}

fn decode_other(
    decoder: &mut encoding_rs::Decoder,
    raw: &mut Vec<u8>,
    ended: bool,
    text: &mut String,
) {
    text.reserve(
        decoder
            .max_utf8_buffer_length(raw.len())
            .unwrap_or(raw.len() * 4 + 16),
    );
    let mut used = 0;
    loop {
        let (result, read) =
            decoder.decode_to_string_without_replacement(&raw[used..], text, ended);
        used += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(raw.len() + 16),
            DecoderResult::Malformed(..) => text.push('\u{fffd}'),
        }
    }
    raw.clear();
}

impl<R: BufRead> Read for Utf8Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let n = available.len().min(buffer.len());
        buffer[..n].copy_from_slice(&available[..n]);
        self.consume(n);
        Ok(n)
    }
}

impl<R: BufRead> BufRead for Utf8Reader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since_mark > self.limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        if self.at >= self.out.len() {
            self.refill()?;
        }
        Ok(&self.out[self.at..])
    }

    fn consume(&mut self, amount: usize) {
        let end = (self.at + amount).min(self.out.len());
        for &byte in &self.out[self.at..end] {
            match byte {
                b'\n' if self.after_return => {}
                b'\n' | b'\r' => self.line += 1,
                _ => {}
            }
            self.after_return = byte == b'\r';
        }
        self.at = end;
        self.since_mark = self.since_mark.saturating_add(amount);
    }
}

/// The name of the encoding that a text that declares none is in.
pub(crate) fn name_of(bytes: &[u8]) -> &'static str {
    match encoding_of(&bytes[..bytes.len().min(HEAD)]).0 {
        Some(encoding) => encoding.name(),
        None if std::str::from_utf8(bytes).is_ok() => UTF_8.name(),
        None => "Windows-1252",
    }
}

/// Decodes a whole text that declares no encoding, such as CSV.
pub(crate) fn decode_text(bytes: &[u8]) -> String {
    let (encoding, mark) = encoding_of(bytes);
    let bytes = &bytes[mark..];
    let mut text = String::with_capacity(bytes.len());
    match encoding {
        Some(encoding) => text.push_str(&encoding.decode_without_bom_handling(bytes).0),
        None => {
            decode_lenient(bytes, true, &mut text);
        }
    }
    text.retain(|c| !(is_unseen(c) || c.is_ascii() && is_control(c as u8)));
    text
}

/// Characters that nobody sees, and that turn the direction of writing or part a word: with them one
/// name can be made to look like another.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Decodes a whole XML document, with what was noticed.
pub(crate) fn decode_xml(bytes: &[u8]) -> (String, CharsetNotes) {
    let mut reader = Utf8Reader::new(bytes, usize::MAX);
    let mut text = String::with_capacity(bytes.len());
    // Reading from memory cannot fail, and what comes out is UTF-8.
    let _ = reader.read_to_string(&mut text);
    let notes = reader.notes().clone();
    (text, notes)
}

/// The encoding that the first bytes give away, and the length of the byte order mark. Nothing
/// for UTF-8 and for what cannot be told.
fn encoding_of(head: &[u8]) -> (Option<&'static Encoding>, usize) {
    match head {
        [0xef, 0xbb, 0xbf, ..] => (None, 3),
        [0xff, 0xfe, ..] => (Some(UTF_16LE), 2),
        [0xfe, 0xff, ..] => (Some(UTF_16BE), 2),
        _ => (utf16_by_zeros(head), 0),
    }
}

/// Text that is mostly ASCII in UTF-16 has a zero in every other byte.
fn utf16_by_zeros(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(64) & !1];
    if head.len() < 4 {
        return None;
    }
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 10 >= pairs * 9 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 9 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding in the XML declaration.
fn declared(head: &[u8]) -> Option<String> {
    let text: String = head.iter().take(HEAD).map(|b| char::from(*b)).collect();
    let text = text.trim_start();
    let declaration = text.strip_prefix("<?xml")?.split("?>").next()?;
    let value = declaration
        .split("encoding")
        .nth(1)?
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = value[1..].split(quote).next()?.trim();
    let plain = !label.is_empty() && label.len() <= 40 && label.is_ascii();
    plain.then(|| label.to_owned())
}

/// Which kinds of character above 127 were met.
#[derive(Default)]
struct Seen {
    multi_byte: bool,
    single_byte: bool,
}

/// Decodes valid UTF-8 as such and every other byte as Windows-1252. Gives how many bytes were
/// used: an unfinished character at the end waits for more, unless the file ended.
fn decode_lenient(bytes: &[u8], ended: bool, text: &mut String) -> (usize, Seen) {
    let mut seen = Seen::default();
    let mut used = 0;
    while used < bytes.len() {
        let (valid, wrong) = match std::str::from_utf8(&bytes[used..]) {
            Ok(valid) => (valid, 0),
            Err(e) => {
                let valid =
                    std::str::from_utf8(&bytes[used..used + e.valid_up_to()]).unwrap_or_default();
                match e.error_len() {
                    Some(n) => (valid, n),
                    None if ended => (valid, bytes.len() - used - e.valid_up_to()),
                    None => {
                        seen.multi_byte |= !valid.is_ascii();
                        text.push_str(valid);
                        return (used + valid.len(), seen);
                    }
                }
            }
        };
        seen.multi_byte |= !valid.is_ascii();
        text.push_str(valid);
        used += valid.len();
        if wrong > 0 {
            seen.single_byte = true;
            text.push_str(
                &WINDOWS_1252
                    .decode_without_bom_handling(&bytes[used..used + wrong])
                    .0,
            );
            used += wrong;
        }
    }
    (used, seen)
}

/// Characters that no text file should hold and XML forbids.
fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn xml(bytes: &[u8]) -> (String, CharsetNotes) {
        decode_xml(bytes)
    }

    #[test]
    fn wrongly_declared_utf8_is_read_and_said() {
        let (text, notes) = xml(b"<?xml version='1.0' encoding='UTF-8'?><a>Caf\xe9 \x80</a>");
        assert!(text.ends_with("<a>Café €</a>"), "{text}");
        assert_eq!(
            notes.wrong.as_deref(),
            Some("UTF-8"),
            "a wrong declaration must be said"
        );
    }

    #[test]
    fn latin1_is_read_in_silence_when_declared() {
        let (text, notes) = xml(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Caf\xe9</a>");
        assert!(text.contains("Café"));
        assert_eq!(
            notes,
            CharsetNotes::default(),
            "a right declaration is no problem"
        );
        let (text, notes) =
            xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Café</a>".as_bytes());
        assert!(
            text.contains("Café"),
            "UTF-8 under a Latin-1 flag is still UTF-8: {text}"
        );
        assert!(notes.wrong.is_some(), "and it must be said");
    }

    #[test]
    fn utf16_is_read_with_and_without_mark() {
        let source = "<?xml version='1.0' encoding='utf-16'?><a>Café €</a>";
        for little in [true, false] {
            let bytes: Vec<u8> = source
                .encode_utf16()
                .flat_map(|unit| {
                    if little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                })
                .collect();
            let mark: &[u8] = if little { &[0xff, 0xfe] } else { &[0xfe, 0xff] };
            assert_eq!(
                xml(&bytes).0,
                source,
                "without a mark, little endian {little}"
            );
            assert_eq!(
                xml(&[mark, &bytes].concat()).0,
                source,
                "with a mark, little endian {little}"
            );
            assert_eq!(
                decode_text(&[mark, &bytes].concat()),
                source,
                "as plain text"
            );
        }
        assert_eq!(
            xml(source.as_bytes()).0,
            source,
            "UTF-8 that calls itself UTF-16 is UTF-8"
        );
    }

    #[test]
    fn a_character_over_the_edge_of_a_chunk_stays_whole() {
        for shift in 0..4 {
            let source = format!("{}{}", "x".repeat(CHUNK - 2 + shift), "é€𝄞".repeat(3000));
            assert_eq!(xml(source.as_bytes()).0, source, "shift {shift}");
            assert_eq!(
                xml(source.as_bytes()).1,
                CharsetNotes::default(),
                "no false alarm at shift {shift}"
            );
        }
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let mut reader = Utf8Reader::new(&b"a\nb\r\nc\rd"[..], 100);
        std::io::copy(&mut reader, &mut std::io::sink()).unwrap();
        assert_eq!(reader.line(), 4, "LF, CRLF and CR each end one line");
    }

    #[test]
    fn a_piece_without_end_is_stopped() {
        let mut reader = Utf8Reader::new(io::BufReader::new(io::repeat(b'x')), 100_000);
        let stopped = io::copy(&mut reader, &mut io::sink()).unwrap_err();
        assert_eq!(
            stopped.kind(),
            io::ErrorKind::FileTooLarge,
            "memory must stay bounded"
        );
    }

    proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            let _ = decode_text(&bytes);
            let _ = decode_xml(&bytes);
        }
    }
}
