//! Builds every test program once, and runs them by the place cargo gave them: asking cargo to
//! run a part would choose other features, and build much of it again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::child;
use crate::place;
use crate::trouble::{Outcome, Trouble};

use super::tally::Tally;

/// What one build made.
#[derive(Debug, Default)]
pub struct Built {
    tests: Vec<TestProgram>,
    programs: Vec<(String, PathBuf)>,
}

/// One test program.
#[derive(Debug, PartialEq, Eq)]
struct TestProgram {
    package: String,
    folder: PathBuf,
    target: String,
    path: PathBuf,
}

/// Builds every test and the programs they use.
pub fn build() -> Outcome<Built> {
    let mut command = child::cargo();
    command.args(["test", "--workspace", "--locked", "--no-run"]);
    command.arg("--message-format=json-render-diagnostics");
    on_windows_without_itself(&mut command);
    let mut built = Built::default();
    let fine = child::stream(&mut command, |line| built.take(line))?;
    if !fine {
        return Err(Trouble::new("the tests cannot be built"));
    }
    if built.tests.is_empty() {
        return Err(Trouble::new("cargo named no test program"));
    }
    built
        .tests
        .sort_by(|a, b| (&a.package, &a.target).cmp(&(&b.package, &b.target)));
    Ok(built)
}

/// Runs the examples in the documentation.
pub fn documentation(tally: &mut Tally) -> Outcome {
    let mut command = child::cargo();
    command.args(["test", "--workspace", "--locked", "--doc"]);
    on_windows_without_itself(&mut command);
    run_counted(&mut command, tally)
}

/// A running program cannot be replaced on Windows, and this task is one.
fn on_windows_without_itself(command: &mut Command) {
    if cfg!(windows) {
        command.args(["--exclude", "xtask"]);
    }
}

impl Built {
    /// Notes what cargo says it built.
    fn take(&mut self, line: &str) {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            return;
        };
        let (Some(path), Some(target), Some(manifest)) = (
            message["executable"].as_str(),
            message["target"]["name"].as_str(),
            message["manifest_path"].as_str(),
        ) else {
            return;
        };
        if message["profile"]["test"] != true {
            self.programs
                .push((target.to_string(), PathBuf::from(path)));
            return;
        }
        let folder = Path::new(manifest)
            .parent()
            .unwrap_or(Path::new("."))
            .to_path_buf();
        self.tests.push(TestProgram {
            package: package_name(message["package_id"].as_str().unwrap_or_default(), &folder),
            folder,
            target: target.to_string(),
            path: PathBuf::from(path),
        });
    }

    /// A program or example that the tests use.
    pub fn program(&self, name: &str) -> Outcome<&Path> {
        let found = self.programs.iter().find(|(known, _)| known == name);
        found
            .map(|(_, path)| path.as_path())
            .ok_or_else(|| Trouble::new(format!("cargo built no program {name}")))
    }

    /// The packages that have tests.
    pub fn packages(&self) -> BTreeSet<String> {
        self.tests.iter().map(|test| test.package.clone()).collect()
    }

    /// Runs every test program of these packages; a package without a test is trouble.
    pub fn run(&self, packages: &[String], tally: &mut Tally) -> Outcome {
        let before = *tally;
        let mut failed = Vec::new();
        for test in self
            .tests
            .iter()
            .filter(|test| packages.contains(&test.package))
        {
            println!("\n{} · {}", test.package, test.target);
            let mut command = Command::new(&test.path);
            command
                .current_dir(&test.folder)
                .env("CARGO_MANIFEST_DIR", &test.folder)
                .env("STANDVAST_SAMPLES", place::samples());
            if run_counted(&mut command, tally).is_err() {
                failed.push(format!("{} · {}", test.package, test.target));
            }
        }
        if !failed.is_empty() {
            return Err(Trouble::new(format!(
                "tests failed in {}",
                failed.join(", ")
            )));
        }
        // A gate that runs nothing must not look like one that found nothing.
        if tally.run() == before.run() {
            return Err(Trouble::new(format!(
                "no test was run for {}",
                packages.join(", ")
            )));
        }
        Ok(())
    }
}

/// Runs a command, shows what it says and counts its tests.
pub fn run_counted(command: &mut Command, tally: &mut Tally) -> Outcome {
    let before = tally.failed;
    let fine = child::stream(command, |line| {
        println!("{line}");
        tally.read(line);
    })?;
    if fine {
        return Ok(());
    }
    if tally.failed == before {
        // It crashed or was ended before it could count: that is a failure too.
        tally.failed += 1;
    }
    Err(Trouble::new("tests failed"))
}

/// The package's name: `path+file:///…/law#0.1.0`, or `…#name@0.1.0` when the folder is called otherwise.
fn package_name(id: &str, folder: &Path) -> String {
    let after = id.rsplit_once('#').map_or(id, |(_, after)| after);
    match after.split_once('@') {
        Some((name, _)) => name.to_string(),
        None => folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_and_programs_are_told_apart() {
        let mut built = Built::default();
        built.take(
            r#"{"reason":"compiler-artifact","package_id":"path+file:///x/crates/law#0.1.0",
            "manifest_path":"/x/crates/law/Cargo.toml","target":{"name":"cases","kind":["test"]},
            "profile":{"test":true},"executable":"/x/target/debug/deps/cases-1"}"#,
        );
        built.take(
            r#"{"reason":"compiler-artifact","package_id":"path+file:///x#standvast-desktop@0.1.0",
            "manifest_path":"/x/Cargo.toml","target":{"name":"standvast-desktop","kind":["bin"]},
            "profile":{"test":false},"executable":"/x/target/debug/standvast-desktop"}"#,
        );
        built.take(r#"{"reason":"compiler-artifact","target":{"name":"law"},"executable":null}"#);
        built.take("running 3 tests");
        assert_eq!(built.tests.len(), 1, "a library and a program are no tests");
        assert_eq!(built.tests[0].package, "law");
        assert!(built.program("standvast-desktop").is_ok());
        assert!(
            built.program("bridge").is_err(),
            "what was not built is not found"
        );
    }

    #[test]
    fn a_package_is_known_by_its_own_name() {
        let folder = Path::new("/somewhere/main");
        assert_eq!(
            package_name("path+file:///somewhere/main#desk@0.1.0", folder),
            "desk"
        );
        assert_eq!(
            package_name("path+file:///somewhere/main#0.1.0", folder),
            "main"
        );
    }

    #[test]
    fn no_test_at_all_is_trouble() {
        let outcome = Built::default().run(&["law".to_string()], &mut Tally::default());
        assert!(outcome.is_err(), "a package without tests must not pass");
    }
}
