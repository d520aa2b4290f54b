//! Screens: the one of this computer, or one in memory for tests.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::child::{self, Tied};
use crate::trouble::{Outcome, Trouble};

/// Whether a window can be shown here.
pub fn is_there() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// A screen in memory; it ends with its owner.
pub struct Virtual {
    /// Its name, for DISPLAY.
    pub display: String,
    _server: Tied,
}

impl Virtual {
    /// Starts a screen and waits until it can be used.
    pub fn start() -> Outcome<Virtual> {
        let mut command = Command::new("Xvfb");
        command
            // The server itself takes a free number and tells it once it listens.
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1440x900x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = command
            .spawn()
            .map_err(|error| child::did_not_start(&command, &error))?;
        let stdout = server.stdout.take();
        let server = Tied(server);
        let mut number = String::new();
        if let Some(stdout) = stdout {
            // No answer at all is said below.
            let _ = BufReader::new(stdout).read_line(&mut number);
        }
        if number.trim().is_empty() {
            return Err(Trouble::new("Xvfb gave no screen"));
        }
        Ok(Virtual {
            display: format!(":{}", number.trim()),
            _server: server,
        })
    }
}
