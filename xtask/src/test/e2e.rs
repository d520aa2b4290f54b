//! The tests of the web files: by themselves, and in Chromium against the real core behind the
//! bridge.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::browser;
use crate::child::{self, Tied};
use crate::node;
use crate::place;
use crate::trouble::{Outcome, Trouble};

use super::binaries::run_counted;
use super::tally::Tally;

/// Runs tests by npm and counts them.
pub fn npm_tests(arguments: &[&str], tally: &mut Tally) -> Outcome {
    let mut command = node::npm();
    run_npm(command.args(arguments), tally)
}

/// Runs the window in a browser: starts the bridge on an empty folder, ends it afterwards.
pub fn in_browser(bridge: &Path, tally: &mut Tally) -> Outcome {
    let chromium = browser::find()?;
    let data = empty_folder()?;
    let running = Bridge::start(bridge, &data)?;
    let mut command = node::npm();
    command
        .args(["run", "e2e"])
        .env("STANDVAST_BRIDGE_URL", &running.page)
        // Some specs start one of their own.
        .env("STANDVAST_BRIDGE", bridge)
        .env("STANDVAST_CHROMIUM", chromium);
    run_npm(&mut command, tally)
}

/// A fresh folder for the bridge, in the build folder.
fn empty_folder() -> Outcome<PathBuf> {
    let folder = place::target().join("xtask/bridge-data");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| Trouble::at(&folder, &error))?;
    }
    fs::create_dir_all(&folder).map_err(|error| Trouble::at(&folder, &error))?;
    Ok(folder)
}

fn run_npm(command: &mut Command, tally: &mut Tally) -> Outcome {
    let before = tally.run();
    // Colours would stand inside the closing line that is counted.
    run_counted(
        command.env("NO_COLOR", "1").env_remove("FORCE_COLOR"),
        tally,
    )?;
    if tally.run() == before {
        return Err(Trouble::new("no test was run"));
    }
    Ok(())
}

/// A bridge that runs as long as its owner.
struct Bridge {
    page: String,
    _program: Tied,
}

impl Bridge {
    fn start(program: &Path, data: &Path) -> Outcome<Bridge> {
        let mut command = Command::new(program);
        command
            .arg("--ui")
            .arg(place::ui().join("dist"))
            .arg("--data")
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| child::did_not_start(&command, &error))?;
        let stdout = child.stdout.take();
        let child = Tied(child);
        let mut line = String::new();
        if let Some(stdout) = stdout {
            // No answer at all is said below.
            let _ = BufReader::new(stdout).read_line(&mut line);
        }
        let page = page(&line).ok_or_else(|| Trouble::new("the bridge did not start"))?;
        Ok(Bridge {
            page,
            _program: child,
        })
    }
}

/// The address of the page, by the bridge's first line.
fn page(line: &str) -> Option<String> {
    let said: Value = serde_json::from_str(line).ok()?;
    Some(format!(
        "{}/#token={}",
        said["url"].as_str()?,
        said["token"].as_str()?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_carries_the_token_where_no_server_sees_it() {
        let line = "{\"url\":\"http://127.0.0.1:4711\",\"token\":\"ab12\"}\n";
        assert_eq!(
            page(line).as_deref(),
            Some("http://127.0.0.1:4711/#token=ab12")
        );
        assert_eq!(page("bridge: no port\n"), None);
    }
}
