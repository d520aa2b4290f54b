//! Where the real sample files are.

use std::path::PathBuf;

/// The folder of samples; nothing when it is absent, which fails in CI.
pub fn folder() -> Option<PathBuf> {
    let default = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    let folder = std::env::var_os("STANDVAST_SAMPLES").map_or(default, PathBuf::from);
    if folder.join("truth.json").is_file() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "the sample files are missing in CI: set STANDVAST_SAMPLES"
    );
    println!("skipped: no sample files at {}", folder.display());
    None
}

/// Every sample file with its path inside the folder and its bytes.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for kind in [
        "camt",
        "csv",
        "einvoice",
        "mt940",
        "openitems",
        "pain",
        "xaf",
    ] {
        let mut entries: Vec<PathBuf> = std::fs::read_dir(folder.join(kind))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        entries.sort();
        for path in entries {
            let name = format!("{kind}/{}", path.file_name().unwrap().to_string_lossy());
            files.push((name, std::fs::read(path).unwrap()));
        }
    }
    assert!(
        files.len() > 100,
        "the sample folder must be complete, found {}",
        files.len()
    );
    files
}
