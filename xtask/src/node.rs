//! Node and npm.

use std::process::Command;

use crate::child;
use crate::place;
use crate::trouble::{Outcome, Trouble};

const OLDEST: (u32, u32) = (20, 19);

/// npm, in ui/.
pub fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(place::ui());
    command
}

/// Sees to it that Node is there and young enough.
pub fn ensure() -> Outcome {
    let said = child::answer(Command::new("node").arg("--version"))
        .map_err(|_| Trouble::new("Node is needed, 20.19 or later: https://nodejs.org"))?;
    let said = String::from_utf8_lossy(&said);
    match version(&said) {
        Some(found) if found >= OLDEST => Ok(()),
        _ => Err(Trouble::new(format!(
            "Node 20.19 or later is needed, this is {}",
            said.trim()
        ))),
    }
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert!(
            version("v9.11.1").is_some_and(|found| found < OLDEST),
            "9 is before 20"
        );
        assert_eq!(version("twenty"), None);
    }
}
