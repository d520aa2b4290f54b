//! A home for one test: its folders, its program, its answers.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "roestige trompet wandelt langs Vlieland";

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    fn of(output: Output) -> Answer {
        Answer {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }

    /// The one JSON document on standard output.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|why| panic!("not one JSON document ({why}): {self:?}"))
    }

    /// The JSON of what succeeded.
    pub fn ok(&self) -> Value {
        assert_eq!(self.code, 0, "it should have succeeded: {self:?}");
        self.json()
    }

    /// The code of what was refused.
    pub fn refused(&self) -> String {
        assert_eq!(self.code, 1, "it should have been refused: {self:?}");
        let error = &self.json()["error"];
        for field in ["code", "message", "hint"] {
            assert!(
                error[field].is_string(),
                "an error has its {field}: {self:?}"
            );
        }
        assert!(
            error["details"].is_object(),
            "an error has details: {self:?}"
        );
        assert!(
            !error["message"].as_str().unwrap().contains('{'),
            "every hole is filled: {self:?}"
        );
        error["code"].as_str().unwrap().to_string()
    }
}

/// A home.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Home {
        let home = Home {
            folder: TempDir::new().expect("a folder"),
        };
        std::fs::write(home.path("wachtzin.txt"), format!("{PASSPHRASE}\n")).expect("writes");
        home
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub fn text(&self, name: &str) -> String {
        self.path(name).to_string_lossy().into_owned()
    }

    /// Writes a file of the user's.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).expect("a folder");
        std::fs::write(&path, text).expect("writes");
        path.to_string_lossy().into_owned()
    }

    /// The program, in this home and with no other surroundings that count.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_standvast"));
        command
            .env("HOME", self.root())
            .env("USERPROFILE", self.root())
            .env("STANDVAST_DATA_DIR", self.path("appdata"))
            .env_remove("STANDVAST_PASSPHRASE")
            .env_remove("STANDVAST_MAIL_PASSWORD")
            .env_remove("NO_COLOR")
            .env_remove("COLUMNS")
            .stdin(Stdio::null());
        command
    }

    /// Runs the program with exactly these arguments.
    pub fn run(&self, args: &[&str]) -> Answer {
        Answer::of(self.command().args(args).output().expect("it starts"))
    }

    /// Runs it with something to read on standard input.
    pub fn run_with(&self, args: &[&str], input: &str) -> Answer {
        use std::io::Write as _;
        let mut child = self.start(args);
        child
            .stdin
            .take()
            .expect("piped")
            .write_all(input.as_bytes())
            .expect("it reads");
        Answer::of(child.wait_with_output().expect("it ends"))
    }

    /// Starts it, everything piped.
    pub fn start(&self, args: &[&str]) -> Child {
        self.command()
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts")
    }

    /// The arguments that open `boek.standvast`, before these.
    pub fn opening(&self, args: &[&str]) -> Vec<String> {
        let mut all = vec!["--admin".to_string(), self.text("boek.standvast")];
        all.extend(["--passphrase-file".to_string(), self.text("wachtzin.txt")]);
        all.extend(args.iter().map(|arg| (*arg).to_string()));
        all
    }

    /// Runs a command on `boek.standvast`, in JSON.
    pub fn admin(&self, args: &[&str]) -> Answer {
        let mut all = self.opening(args);
        all.push("--json".to_string());
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        self.run(&all)
    }

    /// Runs a command on `boek.standvast`, in words.
    pub fn words(&self, args: &[&str]) -> Answer {
        let all = self.opening(args);
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        self.run(&all)
    }

    /// Makes `boek.standvast`.
    pub fn make(&self) -> Value {
        let creditor = self.write("schuldeiser.toml", crate::books::CREDITOR);
        let code = self.text("code.txt");
        self.admin(&[
            "new",
            "--creditor",
            &creditor,
            "--recovery-code-file",
            &code,
        ])
        .ok()
    }
}

/// All files under a folder.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_under(&path))
        } else {
            found.push(path)
        }
    }
    found.sort();
    found
}

/// Copies a folder.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
    {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copies");
        }
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
