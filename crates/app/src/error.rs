//! Errors as they cross the boundary: a code, a severity, words, and what to do next.
//!
//! Inside, an [`AppError`] carries only a code and parameters; it is worded once, at the boundary,
//! in the language of the caller. Consumers switch on the code, never on the words.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::{Cents, Lang};
use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::catalogue::{self, Code};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Not done, but nothing is wrong with the program or the data.
    Warning,
    /// Something is wrong.
    Error,
}

/// What is wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldProblem {
    /// The field, as named in the request.
    pub field: String,
    /// Stable code.
    pub code: String,
    /// In words.
    pub message: String,
}

/// An error, worded.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ApiError {
    /// Stable code; docs/errors.md lists them.
    pub code: String,
    /// How bad it is.
    pub severity: Severity,
    /// What happened, in plain words.
    pub message: String,
    /// What to do now.
    pub hint: Option<String>,
    /// The parameters, for programs.
    #[ts(type = "Record<string, unknown>")]
    pub details: Map<String, Value>,
    /// Problems with single fields of a form.
    pub fields: Vec<FieldProblem>,
}

/// An error inside the application: a code and its parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct AppError {
    /// Which one.
    pub code: Code,
    /// Values for the words, by name.
    pub params: BTreeMap<&'static str, String>,
    /// Fields of a form that are wrong: field and code.
    pub fields: Vec<(String, Code)>,
    /// An error of another crate that words itself: its code, Dutch and English words.
    pub worded: Option<Box<Worded>>,
    /// Values for the Dutch words, where they are words themselves.
    pub dutch: Box<BTreeMap<&'static str, String>>,
    /// More for programs, passed on as it is.
    pub details: Map<String, Value>,
}

/// Words that another crate chose, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// Its stable code.
    pub code: String,
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

/// The result of a use case.
pub type AppResult<T> = Result<T, AppError>;

impl AppError {
    /// An error with this code and no parameters.
    pub fn new(code: Code) -> AppError {
        AppError {
            code,
            params: BTreeMap::new(),
            fields: Vec::new(),
            worded: None,
            dutch: Box::default(),
            details: Map::new(),
        }
    }

    /// What the system said while writing `path`.
    pub fn io(path: &std::path::Path, error: &std::io::Error) -> AppError {
        use std::io::ErrorKind;
        let code = match error.kind() {
            ErrorKind::NotFound => Code::NotFound,
            ErrorKind::AlreadyExists => Code::AlreadyExists,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Code::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Code::ReadOnly,
            _ => Code::Io,
        };
        AppError::new(code)
            .with("path", path.display())
            .of_io(error)
    }

    /// What the system said while reading `path`.
    pub fn reading(path: &std::path::Path, error: &std::io::Error) -> AppError {
        if error.kind() == std::io::ErrorKind::PermissionDenied {
            return AppError::new(Code::Unreadable)
                .with("path", path.display())
                .of_io(error);
        }
        AppError::io(path, error)
    }

    /// Adds a parameter that the words name.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> AppError {
        self.params.insert(name, value.to_string());
        self
    }

    /// Adds what the system said, in words where it is one of the things that happen to people.
    pub(crate) fn of_io(self, error: &std::io::Error) -> AppError {
        use std::io::ErrorKind;
        let (nl, en) = match error.kind() {
            ErrorKind::IsADirectory => (
                "dit is een map, geen bestand",
                "this is a folder, not a file",
            ),
            ErrorKind::NotADirectory => (
                "dit is een bestand, geen map",
                "this is a file, not a folder",
            ),
            ErrorKind::ResourceBusy => (
                "een ander programma heeft het in gebruik",
                "another program is using it",
            ),
            ErrorKind::InvalidFilename => {
                ("deze naam kan hier niet", "this name is not possible here")
            }
            ErrorKind::FileTooLarge => (
                "het bestand is te groot voor deze schijf",
                "the file is too large for this disk",
            ),
            ErrorKind::TimedOut => ("de schijf antwoordt niet", "the disk does not answer"),
            _ => return self.with("what", error),
        };
        self.with_words("what", nl, en)
    }

    /// Adds a day: in words as people write it, in the details as programs do.
    pub fn with_day(self, name: &'static str, day: NaiveDate) -> AppError {
        let written = |lang| credit::words::date(day, lang);
        let (nl, en) = (written(Lang::Nl), written(Lang::En));
        self.detail(name, Value::String(day.to_string()))
            .with_words(name, &nl, &en)
    }

    /// Adds an amount: in words as people write it, in the details as programs do.
    pub fn with_amount(self, name: &'static str, amount: Cents) -> AppError {
        let written = |lang| credit::words::amount(amount, lang);
        let (nl, en) = (written(Lang::Nl), written(Lang::En));
        self.detail(name, Value::String(amount.to_string()))
            .with_words(name, &nl, &en)
    }

    /// Adds a parameter that is words itself, in both languages.
    pub fn with_words(mut self, name: &'static str, nl: &str, en: &str) -> AppError {
        self.params.insert(name, en.to_string());
        self.dutch.insert(name, nl.to_string());
        self
    }

    /// Adds a field of the form that is wrong.
    pub fn field(mut self, field: &str, code: Code) -> AppError {
        self.fields.push((field.to_string(), code));
        self
    }

    /// Adds something for programs to read.
    pub fn detail(mut self, name: &str, value: Value) -> AppError {
        self.details.insert(name.to_string(), value);
        self
    }

    /// An error of another crate, which chose its own code and words.
    pub fn worded(
        code: impl Into<String>,
        nl: impl Into<String>,
        en: impl Into<String>,
    ) -> AppError {
        let mut error = AppError::new(Code::Refused);
        error.worded = Some(Box::new(Worded {
            code: code.into(),
            nl: nl.into(),
            en: en.into(),
        }));
        error
    }

    /// The stable code as text.
    pub fn code_text(&self) -> &str {
        match &self.worded {
            Some(worded) => &worded.code,
            None => self.code.text(),
        }
    }

    /// The error in words.
    pub fn to_api(&self, lang: Lang) -> ApiError {
        let entry = catalogue::entry(self.code);
        let mut details = self.details.clone();
        let mut params = self.params.clone();
        if lang == Lang::Nl {
            params.extend(
                self.dutch
                    .iter()
                    .map(|(name, words)| (*name, words.clone())),
            );
        }
        for (name, value) in &params {
            details
                .entry(name.to_string())
                .or_insert_with(|| Value::String(value.clone()));
        }
        let (message, hint) = match &self.worded {
            Some(worded) => (
                match lang {
                    Lang::Nl => worded.nl.clone(),
                    Lang::En => worded.en.clone(),
                },
                None,
            ),
            None => (
                catalogue::fill(entry.message(lang), &params),
                entry.hint(lang).map(|hint| catalogue::fill(hint, &params)),
            ),
        };
        let fields = self
            .fields
            .iter()
            .map(|(field, code)| FieldProblem {
                field: field.clone(),
                code: code.text().to_string(),
                message: catalogue::fill(catalogue::entry(*code).message(lang), &params),
            })
            .collect();
        ApiError {
            code: self.code_text().to_string(),
            severity: entry.severity,
            message,
            hint,
            details,
            fields,
        }
    }
}

impl From<Code> for AppError {
    fn from(code: Code) -> AppError {
        AppError::new(code)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    use super::*;

    #[test]
    fn what_may_not_be_read_is_not_said_to_be_written() {
        let denied = Error::from(ErrorKind::PermissionDenied);
        let path = Path::new("bank.xml");
        assert_eq!(AppError::reading(path, &denied).code, Code::Unreadable);
        assert_eq!(AppError::io(path, &denied).code, Code::ReadOnly);
        let gone = Error::from(ErrorKind::NotFound);
        assert_eq!(AppError::reading(path, &gone).code, Code::NotFound);
    }
}
