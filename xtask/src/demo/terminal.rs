//! The command line, as somebody at a terminal would use it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::child;
use crate::trouble::{Outcome, Trouble};

use super::folder::Folder;

/// The command line on one administration.
pub struct Terminal {
    program: PathBuf,
    administration: PathBuf,
    passphrase: PathBuf,
}

impl Terminal {
    /// The command line on the demo's administration.
    pub fn new(program: PathBuf, folder: &Folder) -> Terminal {
        Terminal {
            program,
            administration: folder.administration.clone(),
            passphrase: folder.passphrase.clone(),
        }
    }

    /// Runs one command on the administration and reads its JSON.
    pub fn ask(&self, words: &[&str]) -> Outcome<Value> {
        self.speak(words, Some(&self.administration))
    }

    /// Runs one command that makes the administration.
    pub fn make(&self, words: &[&str]) -> Outcome<Value> {
        self.speak(words, None)
    }

    fn speak(&self, words: &[&str], administration: Option<&Path>) -> Outcome<Value> {
        let mut command = Command::new(&self.program);
        command
            .args(words)
            .args(["--json", "--lang", "en", "--passphrase-file"]);
        command.arg(&self.passphrase);
        if let Some(folder) = administration {
            command.arg("--admin").arg(folder);
        }
        let output = command
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| child::did_not_start(&command, &error))?;
        let told: Value = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
        if output.status.success() {
            return Ok(told);
        }
        let error = &told["error"];
        Err(Trouble::new(format!(
            "standvast {}: {} {} {}",
            words.join(" "),
            error["code"].as_str().unwrap_or("failed"),
            error["message"].as_str().unwrap_or_default(),
            error["hint"].as_str().unwrap_or_default(),
        )))
    }

    /// How the same is typed.
    pub fn typed(&self, words: &str) -> String {
        format!(
            "{} --admin {} --passphrase-file {} {words}",
            self.program.display(),
            self.administration.display(),
            self.passphrase.display()
        )
    }
}
