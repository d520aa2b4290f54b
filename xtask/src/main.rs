//! The tasks of this repository: `cargo xtask demo`, `test`, `bench`, `app`, `types`, `libraries`.
//!
//! Plain Rust and child processes, so that the same tasks run on Linux, macOS and Windows.

mod app;
mod bench;
mod browser;
mod child;
mod demo;
mod libraries;
mod node;
mod packages;
mod place;
mod screen;
mod test;
mod trouble;
mod types;
mod web;

use std::process::ExitCode;

use trouble::{Outcome, Trouble};

const USAGE: &str = "\
cargo xtask <task>

  demo [--out FOLDER] [--no-window]   makes a sample administration and does a day's work on it
  test                                sets everything up and runs every test
  bench [today|ui|import|letters]     measures the release build; all four when none is named
  app [FOLDER.standvast]              builds the window and opens it
  types [--check]                     writes ui/src/backend/api.gen.ts, docs/errors.md and docs/cli.md
  libraries [--check]                 writes ui/generated/libraries.json: what others wrote, with its licences
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match task(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\nxtask: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn task(arguments: &[String]) -> Outcome {
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", arguments),
    };
    match name {
        "demo" => demo::demo(rest),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "app" => app::app(rest),
        "libraries" => libraries::libraries(rest),
        "types" => types::types(rest),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        _ => Err(Trouble::new(format!("there is no task {name}\n\n{USAGE}"))),
    }
}
