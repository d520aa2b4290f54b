//! Starts the desktop application.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match standvast_desktop::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without a window this is the only place left to say it.
            eprintln!("standvast-desktop: {error}");
            ExitCode::FAILURE
        }
    }
}
