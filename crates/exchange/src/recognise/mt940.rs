//! MT940 and MT942, with the bank that wrote them.

use crate::format::Format;

/// What a SWIFT statement is; nothing for other text.
pub(super) fn of(text: &str) -> Option<Format> {
    let tag = |name: &str| {
        text.lines()
            .take(400)
            .any(|line| line.trim_start().starts_with(name))
    };
    // A statement has a reference, an account and a balance or a line; the rest varies by bank.
    let statement = tag(":20:")
        && tag(":25:")
        && [":28", ":60F:", ":60M:", ":61:", ":62F:"]
            .into_iter()
            .any(tag);
    if !statement {
        return None;
    }
    if (tag(":13D:") || tag(":13:") || tag(":34F:")) && !tag(":60F:") && !tag(":60M:") {
        return Some(Format::Mt942);
    }
    Some(Format::Mt940(bank(text)))
}

/// The bank, by the header before the first tag, else by the account.
fn bank(text: &str) -> Option<&'static str> {
    let start = text.find(":20:").unwrap_or_default();
    let header = text[..start].to_ascii_uppercase();
    let by_code = |text: &str| {
        [
            ("INGB", "ing"),
            ("ABNA", "abnamro"),
            ("KNAB", "knab"),
            ("SNSB", "sns"),
            ("ASNB", "asn"),
            ("RBRB", "regiobank"),
            ("RABO", "rabobank"),
            ("TRIO", "triodos"),
            ("FVLB", "vanlanschot"),
            ("BUNQ", "bunq"),
            ("MOYO", "moneyou"),
            ("BNGH", "bng"),
        ]
        .into_iter()
        .find(|(code, _)| text.contains(code))
        .map(|(_, bank)| bank)
    };
    if let Some(bank) = by_code(&header) {
        return Some(bank);
    }
    let line = |tag: &str| {
        text.lines()
            .find_map(|line| line.trim_start().strip_prefix(tag))
            .unwrap_or_default()
    };
    let (reference, account) = (
        line(":20:").trim(),
        line(":25:").trim().to_ascii_uppercase(),
    );
    if header.contains(":940:") || (reference.starts_with("940") && account.contains("RABO")) {
        return Some("rabobank");
    }
    if reference.starts_with("ABN AMRO") {
        return Some("abnamro");
    }
    by_code(&account)
}
