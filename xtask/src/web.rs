//! The web files of the window: their tools installed, then built, both only when needed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::child;
use crate::node;
use crate::place;
use crate::trouble::{Outcome, Trouble};

/// Installs what ui/package-lock.json names, when that is not there yet.
pub fn install() -> Outcome {
    node::ensure()?;
    let lock = place::ui().join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Trouble::at(&lock, &error))?;
    let stamp = place::ui()
        .join("node_modules")
        .join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    child::run(node::npm().args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).map_err(|error| Trouble::at(&stamp, &error))
}

/// Builds ui/dist, when a source is newer than it.
pub fn build() -> Outcome {
    install()?;
    let built = modified(&place::ui().join("dist/assets"));
    if built.is_some() && newest_source() < built {
        return Ok(());
    }
    child::run(node::npm().args(["run", "build"]))
}

fn newest_source() -> Option<SystemTime> {
    let ui = place::ui();
    let files = [
        "index.html",
        "package-lock.json",
        "vite.config.ts",
        "tsconfig.json",
    ];
    let mut newest = files
        .iter()
        .filter_map(|name| modified(&ui.join(name)))
        .max();
    for folder in ["src", "public", "generated"] {
        newest = newest.max(newest_under(&ui.join(folder)));
    }
    newest
}

fn newest_under(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?;
    let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let of = |path: &PathBuf| {
        if path.is_dir() {
            newest_under(path)
        } else {
            modified(path)
        }
    };
    paths.iter().filter_map(of).max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}
