//! `cargo xtask app`: builds the window and opens it.

use std::process::Command;

use crate::child;
use crate::packages;
use crate::place;
use crate::screen;
use crate::trouble::{Outcome, Trouble};
use crate::web;

/// The window's program.
pub const PROGRAM: &str = "standvast-desktop";

/// Builds the window as it is shipped, beside the packages that `also` names.
pub fn build(also: &[&str]) -> Outcome {
    packages::ensure(&[packages::BUILD, packages::WINDOW])?;
    web::build()?;
    let mut command = child::cargo();
    command.args(["build", "--release", "--locked", "--package", PROGRAM]);
    for package in also {
        command.args(["--package", package]);
    }
    // As the bundler does: the web files are served from inside the program.
    child::run(command.args(["--features", "tauri/custom-protocol"]))
}

/// Builds the window and opens it, on an administration when one is named.
pub fn app(arguments: &[String]) -> Outcome {
    if !screen::is_there() {
        return Err(Trouble::new("there is no screen here to open a window on"));
    }
    build(&[])?;
    child::run(Command::new(place::release(PROGRAM)).args(arguments))
}
