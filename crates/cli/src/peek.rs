//! Reading an answer for people: fields by name, text made harmless for a terminal.

use serde_json::Value;

/// Reads fields that may be missing.
pub trait Peek {
    /// A text, without control characters; empty when it is not there.
    fn text(&self, field: &str) -> String;
    /// A text, or nothing when it is missing, null or empty.
    fn known(&self, field: &str) -> Option<String>;
    /// The elements of a list.
    fn items(&self, field: &str) -> &[Value];
    /// The elements of a list of texts.
    fn texts(&self, field: &str) -> Vec<String>;
    /// A whole number; 0 when it is not there.
    fn count(&self, field: &str) -> i64;
    /// Whether a field is true.
    fn is(&self, field: &str) -> bool;
}

impl Peek for Value {
    fn text(&self, field: &str) -> String {
        match &self[field] {
            Value::String(text) => clean(text),
            Value::Null => String::new(),
            other => other.to_string(),
        }
    }

    fn known(&self, field: &str) -> Option<String> {
        let text = self.text(field);
        (!text.is_empty()).then_some(text)
    }

    fn items(&self, field: &str) -> &[Value] {
        self[field].as_array().map_or(&[], Vec::as_slice)
    }

    fn texts(&self, field: &str) -> Vec<String> {
        self.items(field)
            .iter()
            .filter_map(Value::as_str)
            .map(clean)
            .collect()
    }

    fn count(&self, field: &str) -> i64 {
        self[field].as_i64().unwrap_or_default()
    }

    fn is(&self, field: &str) -> bool {
        self[field].as_bool().unwrap_or_default()
    }
}

/// A text without what could steer a terminal: names come from other people's files.
pub fn clean(text: &str) -> String {
    let steering = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| if steering(c) { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_name_cannot_steer_the_terminal() {
        let value = json!({"name": "Jansen\u{1b}[2J\u{202e}B.V."});
        assert_eq!(
            value.text("name"),
            "Jansen [2J B.V.",
            "no escape reaches the terminal"
        );
    }

    #[test]
    fn what_is_missing_is_empty() {
        let value = json!({"name": null});
        assert_eq!(value.known("name"), None);
        assert_eq!(value.items("rows").len(), 0);
        assert_eq!(value.count("rows"), 0);
    }
}
