//! Child processes: run, answer, stream.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::place;
use crate::trouble::{Outcome, Trouble};

/// Cargo, the one that runs this task.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(place::root());
    command
}

/// Runs a command to its end; it writes to this terminal.
pub fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| did_not_start(command, &error))?;
    judge(command, status)
}

/// Runs a command and keeps what it says on stdout.
pub fn answer(command: &mut Command) -> Outcome<Vec<u8>> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| did_not_start(command, &error))?;
    judge(command, output.status)?;
    Ok(output.stdout)
}

/// Whether a command can be started and ends well; silent.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a command and hands each line of its stdout to `line`; true when it ended well.
pub fn stream(command: &mut Command, mut line: impl FnMut(&str)) -> Outcome<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| did_not_start(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut bytes = Vec::new();
        // Read as bytes: a test may print anything.
        while reader
            .read_until(b'\n', &mut bytes)
            .is_ok_and(|read| read > 0)
        {
            line(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']));
            bytes.clear();
        }
    }
    let status = child
        .wait()
        .map_err(|error| did_not_start(command, &error))?;
    Ok(status.success())
}

/// Ends a child and waits for it, so that nothing stays behind.
pub fn end(child: &mut Child) {
    // It may have ended by itself; then there is nothing to end.
    let _ = child.kill();
    let _ = child.wait();
}

/// A child that ends with its owner.
pub struct Tied(
    /// The child.
    pub Child,
);

impl Drop for Tied {
    fn drop(&mut self) {
        end(&mut self.0);
    }
}

/// Trouble when a command did not end well.
pub fn judge(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(Trouble::new(format!("{} failed ({status})", name(command))))
}

/// Trouble when a command could not be started.
pub fn did_not_start(command: &Command, error: &std::io::Error) -> Trouble {
    Trouble::new(format!("{} cannot be started: {error}", name(command)))
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![
        program
            .file_name()
            .unwrap_or(program.as_os_str())
            .to_string_lossy(),
    ];
    words.extend(
        command
            .get_args()
            .take(4)
            .map(|word| word.to_string_lossy()),
    );
    words.join(" ")
}
