//! `cargo xtask types`: writes the generated files, or with `--check` only compares them.

use std::path::Path;
use std::process::Command;

use crate::child;
use crate::trouble::{Outcome, Trouble};

/// Writes ui/src/backend/api.gen.ts and docs/errors.md, or compares them.
pub fn types(arguments: &[String]) -> Outcome {
    let check = match arguments {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => return Err(Trouble::new("types takes nothing but --check")),
    };
    let mut command = child::cargo();
    command.args([
        "run",
        "--quiet",
        "--package",
        "app",
        "--example",
        "generate",
        "--",
    ]);
    if check {
        command.arg("--check");
    }
    child::run(&mut command)
}

/// Compares the generated files by a generator that was built already.
pub fn check_with(generator: &Path) -> Outcome {
    child::run(Command::new(generator).arg("--check"))
        .map_err(|_| Trouble::new("a generated file is not current; run: cargo xtask types"))
}
