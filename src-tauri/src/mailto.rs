//! Links that open the user's own mail program: the only ones that the window lets out.

use tauri::Url;

/// Longer links are none of ours.
const LONGEST: usize = 2_000;

/// Whether an address is one for the mail program.
pub(crate) fn is_mail(url: &Url) -> bool {
    url.scheme() == "mailto" && url.as_str().len() <= LONGEST
}

/// Opens the user's mail program with it. Where there is none, nothing happens.
pub(crate) fn open(url: &Url) {
    if is_mail(url) {
        // The system says itself when no program takes it; the window stays as it is.
        let _ = open::that_detached(url.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_mail_leaves_the_window() {
        let is = |text: &str| is_mail(&Url::parse(text).unwrap());
        assert!(is("mailto:a@b.example?subject=x%20y"));
        for other in [
            "https://b.example",
            "file:///etc/passwd",
            "tel:+31",
            "ms-word:x",
            "javascript:alert(1)",
        ] {
            assert!(!is(other), "{other} must not open anything");
        }
        assert!(!is(&format!(
            "mailto:a@b.example?body={}",
            "x".repeat(3_000)
        )));
    }
}
