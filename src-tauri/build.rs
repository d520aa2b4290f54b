//! Prepares what the shell is compiled with: the web files, the capability, the Windows resources.

use std::fs;
use std::path::Path;

/// Stands in for the web files when they were not built, so that the tests need no Node.
const PLACEHOLDER: &str = "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\">\
    <title>Standvast</title><body>Bouw eerst het venster: npm run build in ui/.</body></html>\n";

fn main() {
    let dist = Path::new("ui/dist");
    let index = dist.join("index.html");
    if !index.exists()
        && let Err(error) = fs::create_dir_all(dist).and_then(|()| fs::write(&index, PLACEHOLDER))
    {
        println!("cargo:warning=ui/dist cannot be made: {error}");
    }
    watch(dist);
    tauri_build::build();
}

/// The web files are compiled into the program: when one comes, goes or changes, build again.
fn watch(folder: &Path) {
    println!("cargo:rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            watch(&path);
        } else {
            println!("cargo:rerun-if-changed={}", path.display());
        }
    }
}
