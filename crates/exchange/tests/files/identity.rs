//! Identities: twins survive, the same file twice adds nothing, files may overlap.

use std::collections::BTreeSet;

use exchange::{Content, identified_lines, read};
use proptest::prelude::*;

use super::samples;

/// An entry for a made-up statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub day: u32,
    pub cents: i64,
    pub reference: Option<&'static str>,
    pub text: String,
}

/// A statement with these entries.
pub fn statement(id: &str, lines: &[Line]) -> String {
    let entries: String = lines
        .iter()
        .map(|line| {
            let reference =
                line.reference.map(|r| format!("<AcctSvcrRef>{r}</AcctSvcrRef>")).unwrap_or_default();
            format!(
                "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Sts>BOOK</Sts>\
                 <BookgDt><Dt>2026-03-{:02}</Dt></BookgDt>{reference}<NtryDtls><TxDtls><RltdPties>\
                 <Dbtr><Nm>Klant</Nm></Dbtr><DbtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></DbtrAcct></RltdPties>\
                 <RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n",
                law::Cents(line.cents.abs()),
                if line.cents < 0 { "DBIT" } else { "CRDT" },
                line.day,
                line.text
            )
        })
        .collect();
    format!(
        "<Stmt><Id>{id}</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>{entries}</Stmt>"
    )
}

pub fn message(statements: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\
         <BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>{}</BkToCstmrStmt></Document>",
        statements.concat()
    )
}

fn keys(file: &str) -> Vec<String> {
    let files = read("x.xml", file.as_bytes());
    let Content::Statements(statements) = &files[0].content else {
        panic!("{:?}", files[0].content)
    };
    identified_lines(statements)
        .into_iter()
        .map(|line| line.key)
        .collect()
}

fn line(day: u32, cents: i64, reference: Option<&'static str>, text: &str) -> Line {
    Line {
        day,
        cents,
        reference,
        text: text.to_owned(),
    }
}

#[test]
fn twins_on_one_day_both_survive() {
    let twins = [
        line(3, 5000, None, "contributie"),
        line(3, 5000, None, "contributie"),
    ];
    let keys: BTreeSet<String> = keys(&message(&[statement("1", &twins)]))
        .into_iter()
        .collect();
    assert_eq!(
        keys.len(),
        2,
        "two equal payments on one day are two payments"
    );
}

#[test]
fn one_reference_for_many_lines_is_no_identity() {
    let lines = [
        line(3, 5000, Some("BATCH1"), "a"),
        line(3, 7000, Some("BATCH1"), "b"),
        line(4, 5000, Some("BATCH1"), "c"),
        line(3, 5000, Some("BATCH1"), "d"),
    ];
    let keys: BTreeSet<String> = keys(&message(&[statement("1", &lines)]))
        .into_iter()
        .collect();
    assert_eq!(
        keys.len(),
        4,
        "a constant reference must not swallow payments"
    );
}

#[test]
fn overlapping_files_agree_on_the_days_they_share() {
    let lines: Vec<Line> = [(1, 100), (2, 200), (2, 200), (2, 200), (3, 300), (3, -300)]
        .map(|(day, cents)| line(day, cents, None, "x"))
        .to_vec();
    let first = keys(&message(&[statement("1", &lines[..4])]));
    let second = keys(&message(&[statement("2", &lines[1..])]));
    assert_eq!(
        first[1..],
        second[..3],
        "the three equal payments of the second day are the same three"
    );
    let all: BTreeSet<&String> = first.iter().chain(&second).collect();
    assert_eq!(all.len(), 6, "six payments in all");
}

#[test]
fn a_moment_and_the_day_it_is_here_are_the_same_line() {
    let lines = [line(3, 7500, None, "x")];
    let day = message(&[statement("1", &lines)]);
    let moment = day.replace(
        "<Dt>2026-03-03</Dt>",
        "<DtTm>2026-03-02T23:00:00.000Z</DtTm>",
    );
    assert_eq!(
        keys(&moment),
        keys(&day),
        "the same money told in UTC is not booked a second time"
    );
    let Some(folder) = samples::folder() else {
        return;
    };
    let of = |name: &str| -> Vec<String> {
        keys(&std::fs::read_to_string(folder.join("camt").join(name)).unwrap())
    };
    let (plain, told) = (
        of("oca-test-camt053.xml"),
        of("oca-camt053-bookgdt-dttm.xml"),
    );
    assert_eq!(told.len(), 1, "the sample holds one entry");
    assert!(
        told.iter().all(|key| plain.contains(key)),
        "the bank's own two tellings of one entry: {told:?} among {plain:?}"
    );
}

#[test]
fn a_statement_that_stands_in_the_file_twice_counts_once() {
    let lines = [line(3, 5000, None, "x"), line(3, 5000, None, "x")];
    let one = statement("1", &lines);
    let file = message(&[one.clone(), one]);
    assert_eq!(keys(&file).len(), 2, "the second copy adds nothing");
    let answer = &read("x", file.as_bytes())[0];
    assert!(
        answer
            .problems
            .iter()
            .any(|p| p.kind.code() == "statement_repeated"),
        "and that is said"
    );
    let other = message(&[statement("1", &lines), statement("2", &lines)]);
    assert_eq!(
        keys(&other).len(),
        4,
        "another statement with equal entries is other money"
    );
}

#[test]
fn folding_of_the_text_does_not_matter() {
    let a = keys(&message(&[statement(
        "1",
        &[line(3, 1, None, "factuur 2026 001")],
    )]));
    let b = keys(&message(&[statement(
        "9",
        &[line(3, 1, None, "Factuur 2026\n    001")],
    )]));
    assert_eq!(a, b, "the same text, folded elsewhere, is the same payment");
}

fn any_line() -> impl Strategy<Value = Line> {
    (
        1u32..6,
        prop_oneof![Just(100i64), Just(-100), Just(250)],
        prop_oneof![Just(None), Just(Some("R"))],
        0u8..2,
    )
        .prop_map(|(day, cents, reference, text)| Line {
            day,
            cents,
            reference,
            text: format!("t{text}"),
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_line_is_lost_and_none_is_doubled(mut lines in proptest::collection::vec(any_line(), 1..40), cut in 1u32..6) {
        lines.sort_by_key(|line| line.day);
        let whole = keys(&message(&[statement("1", &lines)]));
        let unique: BTreeSet<&String> = whole.iter().collect();
        prop_assert_eq!(unique.len(), lines.len(), "every line has its own key");
        prop_assert_eq!(&whole, &keys(&message(&[statement("1", &lines)])), "the same file twice adds nothing");
        let early: Vec<Line> = lines.iter().filter(|line| line.day <= cut).cloned().collect();
        let late: Vec<Line> = lines.iter().filter(|line| line.day >= cut).cloned().collect();
        let mut union: BTreeSet<String> = BTreeSet::new();
        for part in [&early, &late] {
            if !part.is_empty() {
                union.extend(keys(&message(&[statement("p", part)])));
            }
        }
        prop_assert_eq!(union.len(), lines.len(), "two files that share a day hold the same lines as one");
    }
}
