//! `cargo xtask bench`: measures the release build on generated data.
//!
//! Each figure is measured by a process of its own, so that the peak memory is that figure's.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::app;
use crate::child;
use crate::packages;
use crate::place;
use crate::trouble::{Outcome, Trouble};

const FIGURES: &[&str] = &["today", "ui", "import", "letters"];

/// Measures the named figures, or all.
pub fn bench(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments
        .iter()
        .find(|name| !FIGURES.contains(&name.as_str()))
    {
        return Err(Trouble::new(format!(
            "bench {unknown}: there is {}",
            FIGURES.join(", ")
        )));
    }
    packages::ensure(&[packages::BUILD])?;
    let example = [
        "build",
        "--release",
        "--locked",
        "--package",
        "app",
        "--example",
        "bench",
    ];
    child::run(child::cargo().args(example))?;
    let program = place::target()
        .join("release/examples")
        .join(program_name());
    let folder = place::target().join("bench");
    let asked = |name: &&&str| arguments.is_empty() || arguments.iter().any(|one| one == **name);
    let mut failed = Vec::new();
    for figure in FIGURES.iter().filter(asked) {
        println!("\n== {figure}");
        let measured = measure(&program, figure, &folder.join(figure)).and_then(|()| {
            if *figure == "ui" {
                in_the_window()
            } else {
                Ok(())
            }
        });
        if let Err(trouble) = measured {
            println!("{trouble}");
            failed.push(*figure);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "over the limit or failed: {}",
        failed.join(", ")
    )))
}

fn program_name() -> String {
    format!("bench{}", std::env::consts::EXE_SUFFIX)
}

fn measure(program: &Path, figure: &str, folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Trouble::at(folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Trouble::at(folder, &error))?;
    // Making the data is not what is measured, and its memory must not count.
    child::run(Command::new(program).args(["prepare", figure]).arg(folder))?;
    child::run(Command::new(program).args(["measure", figure]).arg(folder))
}

/// Customers and open invoices of the administration that the window is measured on.
const SIZE: &str = "20000x100000";

/// The same screens in the real window, from the key that is pressed to the frame that is painted.
fn in_the_window() -> Outcome {
    packages::ensure(&[packages::TESTS])?;
    app::build(&[])?;
    let test = [
        "test",
        "--release",
        "--locked",
        "--package",
        app::PROGRAM,
        "--test",
        "app",
        "window::speed",
        "--",
        "--nocapture",
    ];
    child::run(
        child::cargo()
            .args(test)
            .env("STANDVAST_DESKTOP_BIN", place::release(app::PROGRAM))
            .env("STANDVAST_BENCH_SIZE", SIZE),
    )
}
