//! Where things are: the repository, its build folder, the programs that were built.

use std::env;
use std::path::{Path, PathBuf};

/// The repository.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

/// The web files and their sources.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// The build folder.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program of the release build.
pub fn release(name: &str) -> PathBuf {
    target()
        .join("release")
        .join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// The sample files that tests read.
pub fn samples() -> PathBuf {
    match env::var_os("STANDVAST_SAMPLES") {
        Some(folder) => root().join(folder),
        None => root().join("../shared/samples"),
    }
}

/// Whether this is the gate, where nothing may be skipped.
pub fn is_gate() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}
