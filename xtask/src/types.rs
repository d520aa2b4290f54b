//! `cargo xtask types`: writes the generated files, or with `--check` only compares them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::child;
use crate::place;
use crate::trouble::{Outcome, Trouble};

/// Writes ui/src/backend/api.gen.ts, docs/errors.md and docs/cli.md, or compares them.
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
    child::run(&mut command)?;
    let mut manual = child::cargo();
    manual.args([
        "run",
        "--quiet",
        "--package",
        "cli",
        "--",
        "manual",
        "--lang",
        "en",
    ]);
    let page = child::answer(&mut manual)?;
    let file = place::root().join("docs/cli.md");
    if !check {
        return fs::write(&file, page).map_err(|error| Trouble::at(&file, &error));
    }
    same_page(&file, &page)
}

/// Whether docs/cli.md is what the program prints; line ends are the repository's own business.
fn same_page(file: &Path, page: &[u8]) -> Outcome {
    let kept = fs::read_to_string(file).map_err(|error| Trouble::at(file, &error))?;
    if kept.replace('\r', "") == String::from_utf8_lossy(page).replace('\r', "") {
        Ok(())
    } else {
        Err(Trouble::new(
            "docs/cli.md is not current; run: cargo xtask types",
        ))
    }
}

/// Compares the generated files by programs that were built already.
pub fn check_with(generator: &Path, standvast: &Path) -> Outcome {
    child::run(Command::new(generator).arg("--check"))
        .map_err(|_| Trouble::new("a generated file is not current; run: cargo xtask types"))?;
    let page = child::answer(Command::new(standvast).args(["manual", "--lang", "en"]))?;
    same_page(&place::root().join("docs/cli.md"), &page)
}
