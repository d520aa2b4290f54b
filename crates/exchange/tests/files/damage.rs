//! Damage: cut anywhere, bits flipped, other line ends, other charsets. Never a panic, never a
//! part of a file.

use exchange::{Content, Statement, read};
use proptest::prelude::*;

use super::samples;

/// A file that was read must hold together, whatever was done to it.
fn consistent(name: &str, bytes: &[u8]) {
    for file in read(name, bytes) {
        match &file.content {
            Content::Statements(statements) => {
                assert!(
                    !statements.is_empty(),
                    "{name}: a bank file without statements is refused"
                );
                for statement in statements {
                    let sum = |sign: bool| -> rust_decimal::Decimal {
                        let entries = statement.entries.iter().map(|entry| entry.amount.value);
                        entries
                            .filter(|value| value.is_sign_negative() == sign)
                            .map(|value| value.abs())
                            .sum()
                    };
                    assert_eq!(
                        sum(false),
                        statement.end.credit,
                        "{name}: money in is the sum of the entries"
                    );
                    assert_eq!(
                        sum(true),
                        statement.end.debit,
                        "{name}: money out is the sum of the entries"
                    );
                    assert_eq!(
                        statement.entries.len() as u64,
                        statement.end.booked,
                        "{name}"
                    );
                }
            }
            Content::OpenItems(items) => {
                assert_eq!(
                    items.sum,
                    items.rows.iter().map(|row| row.open).sum(),
                    "{name}: the sum of the rows"
                );
            }
            Content::Invoice(invoice) => assert!(
                !invoice.number.is_empty(),
                "{name}: an invoice has a number"
            ),
            Content::Refused(refusal) => {
                for lang in [law::Lang::Nl, law::Lang::En] {
                    assert!(
                        refusal.message(lang).len() > 20,
                        "{name}: a refusal says what to do"
                    );
                }
            }
        }
        let report = exchange::report(&file, law::Lang::Nl);
        serde_json::to_string(&report).expect("every answer can be printed");
    }
}

/// Ends of files that may be lost without harm: the closing tags of a message are not among them.
fn is_complete(content: &Content) -> bool {
    !matches!(content, Content::Refused(_))
}

#[test]
fn a_cut_xml_file_is_refused_whole() {
    for (name, bytes) in samples::files() {
        if !name.starts_with("camt/") && !name.starts_with("einvoice/") {
            continue;
        }
        let whole = read(&name, &bytes);
        let end = bytes
            .iter()
            .rposition(|b| *b == b'>')
            .map_or(bytes.len(), |at| at + 1);
        let step = (end / 40).max(1);
        for cut in (1..end).step_by(step).chain(end.saturating_sub(12)..end) {
            let cut_file = &bytes[..cut];
            consistent(&name, cut_file);
            let answer = &read(&name, cut_file)[0];
            assert!(
                !is_complete(&answer.content),
                "{name} cut at {cut} of {end} must be refused"
            );
        }
        assert_eq!(
            is_complete(&whole[0].content),
            is_complete(&read(&name, &bytes[..end])[0].content)
        );
    }
}

#[test]
fn other_line_ends_change_nothing_but_lines() {
    for (name, bytes) in samples::files() {
        let plain: Vec<u8> = String::from_utf8_lossy(&bytes)
            .replace("\r\n", "\n")
            .into_bytes();
        let crlf = String::from_utf8_lossy(&plain)
            .replace('\n', "\r\n")
            .into_bytes();
        assert_eq!(money(&name, &plain), money(&name, &crlf), "{name}: CRLF");
        if name.ends_with(".xml") {
            let cr = String::from_utf8_lossy(&plain)
                .replace('\n', "\r")
                .into_bytes();
            assert_eq!(money(&name, &plain), money(&name, &cr), "{name}: CR");
        }
    }
}

#[test]
fn other_charsets_change_nothing() {
    for (name, bytes) in samples::files() {
        let Ok(text) = std::str::from_utf8(&bytes) else {
            continue;
        };
        let text = text.trim_start_matches('\u{feff}');
        let expected = money(&name, text.as_bytes());
        let with_mark = format!("\u{feff}{text}").into_bytes();
        assert_eq!(
            expected,
            money(&name, &with_mark),
            "{name}: UTF-8 with a mark"
        );
        for little in [true, false] {
            let wide: Vec<u8> = std::iter::once(0xfeff)
                .chain(text.encode_utf16())
                .flat_map(|unit: u16| {
                    if little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                })
                .collect();
            assert_eq!(
                expected,
                money(&name, &wide),
                "{name}: UTF-16, little endian {little}"
            );
        }
        let single: Vec<u8> = text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
            .collect();
        if !text
            .chars()
            .any(|c| u32::from(c) > 255 || (0x80..0xa0).contains(&u32::from(c)))
        {
            assert_eq!(
                expected,
                money(&name, &single),
                "{name}: Latin-1 under any declaration"
            );
        }
    }
}

/// What matters of an answer: the kind, and every amount with its names and texts.
fn money(name: &str, bytes: &[u8]) -> String {
    let line = |statement: &Statement| {
        let entries: Vec<String> = statement
            .entries
            .iter()
            .map(|e| {
                format!(
                    "{} {:?} {:?} {}",
                    e.amount, e.counterparty, e.references, e.remittance
                )
            })
            .collect();
        format!(
            "{} {:?} {}",
            statement.head.account,
            statement.end.balance_check,
            entries.join("\n")
        )
    };
    read(name, bytes)
        .iter()
        .map(|file| match &file.content {
            Content::Statements(statements) => {
                statements.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            Content::Invoice(i) => {
                format!("{} {} {:?} {:?}", i.number, i.payable, i.due, i.customer)
            }
            Content::OpenItems(items) => items
                .rows
                .iter()
                .map(|row| format!("{:?} {:?} {}", row.invoice_number, row.name, row.open))
                .collect(),
            Content::Refused(refusal) => format!("{} {:?}", refusal.code(), file.format),
        })
        .collect()
}

#[test]
fn the_same_file_twice_says_the_same() {
    for (name, bytes) in samples::files() {
        assert_eq!(
            read(&name, &bytes),
            read(&name, &bytes),
            "{name}: no answer may depend on chance"
        );
    }
}

#[test]
fn flipped_bits_never_panic() {
    // A simple generator with a fixed seed: a failure can be repeated.
    let mut state = 0x2026_1122_u64;
    let mut random = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below.max(1)
    };
    for (name, bytes) in samples::files() {
        let rounds = if bytes.len() > 40_000 { 2 } else { 12 };
        for _ in 0..rounds {
            let mut changed = bytes.clone();
            for _ in 0..=random(3) {
                let at = random(changed.len());
                changed[at] ^= 1 << random(8);
            }
            consistent(&name, &changed);
            changed.truncate(random(changed.len()));
            consistent(&name, &changed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        consistent("any", &bytes);
    }

    #[test]
    fn any_text_is_answered(text in "(<|>|/|&|;|,|\"|\n|=|!|Ntry|Amt|Invoice|Document|Bedrag|Factuurnr|:20:|:25:|%PDF-|PK|[a-z0-9]){0,80}") {
        consistent("any", text.as_bytes());
    }

    #[test]
    fn any_table_under_good_headers_is_answered(rows in proptest::collection::vec("[-0-9a-zA-Z.,;€() \"/\n]{0,60}", 0..12)) {
        let text = format!("Debiteurnr;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand\n{}", rows.join("\n"));
        consistent("list.csv", text.as_bytes());
    }
}
