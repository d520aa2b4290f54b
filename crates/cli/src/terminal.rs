//! Standard output and standard error: written whole, without a panic when nobody reads.

use std::io::{IsTerminal, Write};

/// Prints to standard output. A reader that went away (`| head`) is no error.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| {
        if text.ends_with('\n') {
            Ok(())
        } else {
            out.write_all(b"\n")
        }
    });
    let _ = out.flush();
}

/// Says something beside the answer, on standard error.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Whether standard output is a terminal.
pub fn out_is_terminal() -> bool {
    std::io::stdout().is_terminal()
}

/// Whether colours may be used on standard output.
pub fn colours() -> bool {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    out_is_terminal() && !unwanted && !dumb
}

/// How wide the page may be.
pub fn width() -> usize {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .filter(|columns| (60..=400).contains(columns))
        .unwrap_or(110)
}
