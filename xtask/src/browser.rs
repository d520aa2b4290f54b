//! A Chromium for the tests of the window in a browser: the system's, else Playwright's own.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::child;
use crate::node;
use crate::place;
use crate::trouble::{Outcome, Trouble};

const KNOWN: &[&str] = &[
    "/usr/bin/chromium",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/// Where a Chromium is; fetches Playwright's when there is none.
pub fn find() -> Outcome<PathBuf> {
    if let Some(named) = std::env::var_os("STANDVAST_CHROMIUM") {
        return Ok(PathBuf::from(named));
    }
    if let Some(known) = KNOWN.iter().map(Path::new).find(|path| path.exists()) {
        return Ok(known.to_path_buf());
    }
    let own = playwrights()?;
    if !own.exists() {
        println!("No Chromium here; fetching Playwright's");
        let mut command = node::npm();
        command.args(["exec", "--", "playwright-core", "install"]);
        if cfg!(target_os = "linux") {
            command.arg("--with-deps");
        }
        child::run(command.arg("chromium"))?;
    }
    Ok(own)
}

fn playwrights() -> Outcome<PathBuf> {
    let mut command = Command::new("node");
    command.current_dir(place::ui()).args([
        "--input-type=module",
        "--eval",
        "import { chromium } from 'playwright-core'; console.log(chromium.executablePath())",
    ]);
    let said = child::answer(&mut command)?;
    let path = String::from_utf8_lossy(&said).trim().to_string();
    if path.is_empty() {
        return Err(Trouble::new(
            "Playwright does not say where its Chromium would be",
        ));
    }
    Ok(PathBuf::from(path))
}
