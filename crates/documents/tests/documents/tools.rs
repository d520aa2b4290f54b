//! Other people's readers: poppler and qpdf, where they are installed.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Whether a program is there. When it is not, the test says so and passes, except in CI.
pub fn have(program: &str) -> bool {
    let found = Command::new(program)
        .arg("-v")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    if !found {
        println!("skipped: {program} is not installed");
        assert!(
            std::env::var_os("CI").is_none(),
            "{program} must be installed in CI"
        );
    }
    found
}

/// Runs a program over a PDF in a file of its own.
pub fn run(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> Output {
    let mut file = tempfile::Builder::new().suffix(".pdf").tempfile().unwrap();
    file.write_all(pdf).unwrap();
    Command::new(program)
        .args(before)
        .arg(file.path())
        .args(after)
        .output()
        .unwrap()
}

/// The text as poppler lays it out.
pub fn text(pdf: &[u8]) -> String {
    String::from_utf8(run("pdftotext", &["-layout"], pdf, &["-"]).stdout).unwrap()
}

/// Words separated by single spaces.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word on a page, with its box in points.
#[derive(Debug)]
pub struct Word {
    pub page: usize,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub text: String,
}

/// Every word with its place.
pub fn words(pdf: &[u8]) -> Vec<Word> {
    let html = String::from_utf8(run("pdftotext", &["-bbox"], pdf, &["-"]).stdout).unwrap();
    let mut page = 0;
    let mut words = Vec::new();
    for line in html.lines() {
        page += usize::from(line.contains("<page "));
        let Some(rest) = line.trim().strip_prefix("<word ") else {
            continue;
        };
        let value = |name: &str| -> f32 {
            let at = rest.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
            rest[at..].split('"').next().unwrap().parse().unwrap()
        };
        let text = rest
            .split_once('>')
            .unwrap()
            .1
            .trim_end_matches("</word>")
            .to_owned();
        words.push(Word {
            page,
            left: value("xMin"),
            top: value("yMin"),
            right: value("xMax"),
            bottom: value("yMax"),
            text,
        });
    }
    words
}

pub const MM: f32 = 72.0 / 25.4;
