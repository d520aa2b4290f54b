//! The answer: as JSON, or in words; and what the exit code says.

use std::process::ExitCode;

use app::{ApiError, Lang};
use serde_json::{Value, json};

use crate::args::{Cli, Command};
use crate::page::Page;
use crate::peek::Peek;
use crate::{render, terminal};

/// What a command gave.
#[derive(Debug)]
pub struct Done {
    /// Its name.
    pub name: &'static str,
    /// The answer.
    pub value: Value,
    /// What failed of it all the same; the answer stands.
    pub refused: Option<ApiError>,
}

impl Done {
    /// The answer of a command.
    pub fn new(name: &'static str, value: Value) -> Done {
        Done {
            name,
            value,
            refused: None,
        }
    }
}

/// The list of commands, as `standvast commands` prints it.
pub fn commands() -> Value {
    let list: Vec<Value> = app::COMMANDS
        .iter()
        .map(|command| {
            json!({
                "name": command.name,
                "open": command.access != app::Access::Always,
                "doc": command.doc.trim(),
            })
        })
        .collect();
    json!({"commands": list})
}

/// Prints what a command gave, and says how it ended.
pub fn print(cli: &Cli, result: Result<Done, ApiError>) -> ExitCode {
    let lang = Lang::from(cli.common.lang);
    match result {
        Ok(mut done) => {
            let refused = refusal(&mut done, lang);
            if cli.common.json {
                document(&with_error(done.value, refused.as_ref()));
            } else {
                let full = matches!(&cli.command, Command::Today(today) if today.all);
                let page = Page::new(lang, full);
                terminal::print(&render::text(done.name, &done.value, &page));
                if let Some(Refusal::File(error)) = &refused {
                    terminal::say(&words_of(error, lang));
                }
            }
            if refused.is_some() {
                ExitCode::from(1)
            } else {
                ExitCode::SUCCESS
            }
        }
        Err(error) => {
            if cli.common.json {
                let shape = if matches!(cli.command, Command::Verify) {
                    // Its own shape, also when the file cannot even be opened.
                    json!({"ok": false, "facts": 0, "head": "", "problems": [
                        {"code": error.code, "subject": "", "message": error.message}
                    ]})
                } else {
                    json!({})
                };
                document(&with_error(shape, Some(&Refusal::File(error))));
            } else {
                terminal::say(&words_of(&error, lang));
            }
            ExitCode::from(1)
        }
    }
}

/// Why a command that answered still failed.
enum Refusal {
    /// A file was refused, or could not be written.
    File(ApiError),
    /// Something is not as it was recorded; the answer says it itself.
    Check,
}

fn refusal(done: &mut Done, lang: Lang) -> Option<Refusal> {
    if let Some(error) = done.refused.take() {
        return Some(Refusal::File(error));
    }
    match done.name {
        "verify" => (done.value["ok"] != Value::Bool(true)).then_some(Refusal::Check),
        "import" | "import_preview" => refused_files(&done.value, lang).map(Refusal::File),
        _ => None,
    }
}

/// The refused files of an import as one error; the files that were booked stay booked.
fn refused_files(value: &Value, lang: Lang) -> Option<ApiError> {
    let refused: Vec<&Value> = value
        .items("files")
        .iter()
        .filter(|file| file["kind"] == "refused" || !file["refused"].is_null())
        .collect();
    let first = refused.first()?;
    let code = |file: &Value| {
        file["refused"]["code"]
            .as_str()
            .unwrap_or("refused")
            .to_string()
    };
    let mut error = app::AppError::new(app::Code::Refused).to_api(lang);
    if refused.iter().all(|file| code(file) == code(first)) {
        error.code = code(first);
    }
    let files: Vec<Value> = refused
        .iter()
        .map(|file| {
            let named = if file["file"].is_null() {
                "path"
            } else {
                "file"
            };
            json!({"file": file[named], "code": code(file)})
        })
        .collect();
    error.message = match (lang, refused.as_slice()) {
        (_, [only]) if only["refused"]["message"].is_string() => only["refused"].text("message"),
        (Lang::Nl, _) => format!("{} bestanden zijn geweigerd.", refused.len()),
        (Lang::En, _) => format!("{} files were refused.", refused.len()),
    };
    error.hint = first["refused"]["hint"].as_str().map(str::to_string);
    error
        .details
        .insert("files".to_string(), Value::Array(files));
    Some(error)
}

fn with_error(mut value: Value, refusal: Option<&Refusal>) -> Value {
    if let Some(Refusal::File(error)) = refusal {
        value["error"] = json!({
            "code": error.code,
            "message": error.message,
            "hint": error.hint.as_deref().unwrap_or_default(),
            "details": error.details,
            "fields": error.fields,
            "severity": error.severity,
        });
    }
    value
}

fn document(value: &Value) {
    let text = if terminal::out_is_terminal() {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    terminal::print(&text.unwrap_or_default());
}

fn words_of(error: &ApiError, lang: Lang) -> String {
    let mut text = match lang {
        Lang::Nl => format!("Niet gelukt: {}", crate::peek::clean(&error.message)),
        Lang::En => format!("Not done: {}", crate::peek::clean(&error.message)),
    };
    for problem in &error.fields {
        text.push_str(&format!(
            "\n  {}: {}",
            problem.field,
            crate::peek::clean(&problem.message)
        ));
    }
    if let Some(hint) = &error.hint {
        text.push_str(&format!("\n  {}", crate::peek::clean(hint)));
    }
    text
}
