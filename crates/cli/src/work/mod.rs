//! From arguments to an answer: open, do, close, print.

mod new;
mod steps;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use app::{ApiError, AppError, AppResult, Code, Lang, Session};
use serde_json::{Value, json};

use crate::answer::{self, Done};
use crate::args::{Cli, Command, Common};
use crate::host::{CliHost, Day};
use crate::keys::{self, Key};
use crate::progress::Progress;
use crate::requests::{Request, Whose};
use crate::terminal;

/// Does what is asked and prints the answer.
pub fn answer(cli: Cli) -> ExitCode {
    let lang = Lang::from(cli.common.lang);
    let day = Day::default();
    let session = Session::new(Box::new(CliHost::new(day.clone())));
    let progress = Arc::new(Progress::new(lang));
    let shown = progress.clone();
    session.jobs().listen(move |job| shown.step(job));

    let work = Work {
        session: &session,
        common: &cli.common,
        lang,
        day: &day,
    };
    let result = work.run(&cli.command);
    progress.clear();
    work.close();
    answer::print(&cli, result)
}

struct Work<'a> {
    session: &'a Session,
    common: &'a Common,
    lang: Lang,
    day: &'a Day,
}

type Answered = Result<Done, ApiError>;

impl Work<'_> {
    fn run(&self, command: &Command) -> Answered {
        match command {
            Command::New(new) => self.make(new),
            Command::UnlockTest => self.unlock_test(),
            Command::RecoverySheet(sheet) => self.recovery_sheet(&sheet.out),
            Command::Sample(sample) => {
                let passphrase = self.own(keys::new_passphrase(self.common, self.lang))?;
                self.warn_if_weak(&passphrase);
                let request = crate::requests::sample(sample, self.common.date, &passphrase);
                let mut made = self.ask("sample_create", request)?;
                if let Value::Object(fields) = &mut made.value {
                    // The user gave it; a terminal's memory is no place for it.
                    fields.remove("passphrase");
                }
                Ok(made)
            }
            Command::Restore(restore) => {
                let folder = self.folder();
                let request = match self.own(keys::to_open(self.common, self.lang))? {
                    Key::Passphrase(passphrase) => {
                        json!({"file": restore.file, "folder": folder, "passphrase": *passphrase})
                    }
                    Key::Recovery(code) => {
                        json!({"file": restore.file, "folder": folder, "recovery_code": *code})
                    }
                };
                self.ask("restore", request)
            }
            Command::Passphrase(change) => {
                let key = self.own(keys::to_open(self.common, self.lang))?;
                self.open_with(&self.folder(), &key)?;
                let new = self.own(keys::in_file(&change.new_passphrase_file))?;
                let request = match &key {
                    Key::Passphrase(old) => json!({"passphrase": **old, "new_passphrase": *new}),
                    Key::Recovery(code) => json!({"recovery_code": **code, "new_passphrase": *new}),
                };
                self.ask("passphrase_change", request)
            }
            Command::Commands => Ok(Done::new("commands", answer::commands())),
            Command::Manual => {
                let page = crate::manual::page(self.lang);
                Ok(Done::new("manual", json!({ "manual": page })))
            }
            Command::Plan(plan) => self.plan(plan),
            Command::Why(why) => self.why(why),
            other => {
                let request = Request::of(other, self.common.date, self.common.json);
                let mut request = self.own(request)?;
                match request.whose {
                    Whose::Administration => self.open()?,
                    Whose::Anyone => {
                        // With an administration, calculations know the rates added to it.
                        if self.common.admin.is_some() {
                            self.open()?;
                        }
                    }
                    Whose::Nobody => {}
                }
                if let Command::Mail(mail) = other
                    && let Some(password) = self.own(crate::mail::password(mail, self.lang))?
                {
                    self.dispatch("mail_password", crate::mail::giving(&password))?;
                }
                if let Command::Texts(texts) = other {
                    self.somebody(texts, &mut request.payload)?;
                }
                let asked = request.payload.clone();
                let mut done = self.ask(request.name, request.payload)?;
                if let Some(write) = &request.write {
                    self.own(steps::write(write, &mut done.value))?;
                }
                match other {
                    Command::Import(import) if request.name == "import" => {
                        done.value["dry_run"] = json!(import.dry_run);
                    }
                    Command::Calc(calc) => self.sheet(calc, asked, &mut done)?,
                    _ => {}
                }
                Ok(done)
            }
        }
    }

    /// An error of this crate, worded.
    fn own<T>(&self, result: AppResult<T>) -> Result<T, ApiError> {
        result.map_err(|error| error.to_api(self.lang))
    }

    fn dispatch(&self, name: &str, payload: Value) -> Result<Value, ApiError> {
        self.day.set(self.common.date);
        let answered = app::dispatch(self.session, name, payload, self.lang);
        self.day.set(None);
        answered
    }

    fn ask(&self, name: &'static str, payload: Value) -> Answered {
        Ok(Done::new(name, self.dispatch(name, payload)?))
    }

    /// The folder of `--admin`; wrong usage without it.
    fn folder(&self) -> String {
        match &self.common.admin {
            Some(folder) => folder.to_string_lossy().into_owned(),
            None => crate::help::admin_missing(self.lang).exit(),
        }
    }

    fn open(&self) -> Result<(), ApiError> {
        let folder = self.folder();
        // Before a passphrase is asked: a typing error in the path must not cost one.
        if !Path::new(&folder).exists() {
            return self.own(Err(AppError::new(Code::NotFound).with("path", &folder)));
        }
        let key = self.own(keys::to_open(self.common, self.lang))?;
        self.open_with(&folder, &key).map(drop)
    }

    fn open_with(&self, folder: &str, key: &Key) -> Result<Value, ApiError> {
        let payload = match key {
            Key::Passphrase(passphrase) => json!({"folder": folder, "passphrase": **passphrase}),
            Key::Recovery(code) => json!({"folder": folder, "recovery_code": **code}),
        };
        app::dispatch(self.session, "administration_open", payload, self.lang)
    }

    /// Closes what is open: the daily backup is made here, by the clock's day.
    fn close(&self) {
        if let Err(error) = self.session.close() {
            let error = error.to_api(self.lang);
            let words = match self.lang {
                Lang::Nl => "Let op: bij het sluiten ging iets mis",
                Lang::En => "Mind: something went wrong on closing",
            };
            terminal::say(&format!("{words}: {}", error.message));
        }
    }

    fn warn_if_weak(&self, passphrase: &str) {
        let payload = json!({"passphrase": passphrase});
        let Ok(strength) = self.dispatch("passphrase_strength", payload) else {
            return;
        };
        if strength["acceptable"] == Value::Bool(true) {
            return;
        }
        let advice: Vec<&str> = strength["advice"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let words = match self.lang {
            Lang::Nl => "Let op: deze wachtzin is makkelijk te raden.",
            Lang::En => "Mind: this passphrase is easy to guess.",
        };
        terminal::say(format!("{words} {}", advice.join(" ")).trim_end());
    }

    fn unlock_test(&self) -> Answered {
        let Some(file) = &self.common.recovery_code_file else {
            crate::help::code_file_missing(self.lang).exit()
        };
        let code = self.own(keys::recovery_code(file))?;
        let opened = self.open_with(&self.folder(), &Key::Recovery(code))?;
        Ok(Done::new(
            "unlock_test",
            json!({"ok": true, "name": opened["session"]["name"]}),
        ))
    }

    fn recovery_sheet(&self, out: &str) -> Answered {
        let folder = self.folder();
        if Path::new(out).exists() {
            return self.own(Err(AppError::new(Code::AlreadyExists).with("path", out)));
        }
        let key = self.own(keys::to_open(self.common, self.lang))?;
        self.open_with(&folder, &key)?;
        let request = match &key {
            Key::Passphrase(passphrase) => json!({"file": out, "passphrase": **passphrase}),
            Key::Recovery(code) => json!({"file": out, "recovery_code": **code}),
        };
        self.ask("recovery_sheet_save", request)
    }
}
