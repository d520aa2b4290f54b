//! `cargo xtask test`: sets everything up and runs every test, phase by phase.

mod binaries;
mod e2e;
mod phase;
mod tally;

use std::fs;

use crate::child;
use crate::libraries;
use crate::node;
use crate::packages;
use crate::place;
use crate::trouble::{Outcome, Trouble};
use crate::types;
use crate::web;

use binaries::Built;
use phase::Phases;

/// The package whose tests open windows; each brings a screen, a keychain and a message bus.
const SHELL: &str = "standvast-desktop";

/// Sets everything up and runs every test.
pub fn test(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.first() {
        return Err(Trouble::new(format!("test takes nothing, not {unknown}")));
    }
    let mut phases = Phases::default();
    let outcome = run_all(&mut phases);
    phases.close(&outcome);
    outcome
}

fn run_all(phases: &mut Phases) -> Outcome {
    phases.run("set-up", |_| set_up())?;
    phases.run("formatting of Rust", |_| {
        child::run(child::cargo().args(["fmt", "--all", "--check"]))
    })?;
    phases.run("lints of Rust", |_| lints())?;
    // Before Rust is built: the window's program has the web files inside.
    phases.run("build of the web files", |_| web::build())?;
    let built = phases.run("build of the tests", |_| binaries::build())?;
    phases.run("generated files", |_| {
        types::check_with(built.program("generate")?, built.program("standvast")?)?;
        libraries::check()
    })?;
    for (name, packages) in groups(&built) {
        phases.run(&name, |tally| built.run(&packages, tally))?;
    }
    phases.run("examples in the documentation", binaries::documentation)?;
    phases.run("check of the web sources", |_| {
        child::run(node::npm().args(["run", "check"]))
    })?;
    phases.run("tests of the web sources", |tally| {
        e2e::npm_tests(&["run", "test"], tally)
    })?;
    phases.run("window in a browser", |tally| {
        e2e::in_browser(built.program("bridge")?, tally)
    })?;
    phases.run("window on a screen", |tally| {
        built.run(&[SHELL.to_string()], tally)
    })
}

/// The inner rings one by one in their order, so that the first to fail is the nearest to the cause.
fn groups(built: &Built) -> Vec<(String, Vec<String>)> {
    let order = [
        "law",
        "credit",
        "exchange",
        "documents",
        "store",
        "app",
        "cli",
        "bridge",
    ];
    let of = |name: &str| (format!("tests of {name}"), vec![name.to_string()]);
    let mut groups: Vec<_> = order.iter().map(|name| of(name)).collect();
    let others = built.packages().into_iter().filter(|name| name != SHELL);
    groups.extend(
        others
            .filter(|name| !order.contains(&name.as_str()))
            .map(|name| of(&name)),
    );
    groups
}

fn set_up() -> Outcome {
    let samples = place::samples();
    if fs::read_dir(&samples).is_err() {
        let words = format!("the sample files are not at {}", samples.display());
        if place::is_gate() {
            return Err(Trouble::new(words));
        }
        println!("skipped: tests over real files, because {words}");
    }
    packages::ensure(&[packages::BUILD, packages::WINDOW, packages::TESTS])?;
    web::install()
}

fn lints() -> Outcome {
    child::run(child::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "--deny",
        "warnings",
    ]))
}
