//! Rules about the sources themselves, so that the next file cannot break them unnoticed.

use std::fs;
use std::path::{Path, PathBuf};

/// Crates below the edge.
const INNER: &[&str] = &["law", "credit", "exchange", "documents", "store", "app"];

struct Source {
    /// Its path from the repository's root, with `/`.
    path: String,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the repository")
}

fn under(folder: &str, ends: &[&str]) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    let mut todo = vec![root.join(folder)];
    while let Some(folder) = todo.pop() {
        for entry in fs::read_dir(&folder).expect("a folder that can be read") {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if name != "node_modules" && name != "dist" {
                    todo.push(path);
                }
            } else if ends.iter().any(|end| name.ends_with(end)) {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                let path = path
                    .strip_prefix(&root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    found
}

fn rust() -> Vec<Source> {
    let found: Vec<Source> = ["crates", "src-tauri", "xtask", "tests"]
        .iter()
        .flat_map(|one| under(one, &[".rs"]))
        .collect();
    assert!(
        found.len() > 100,
        "without sources the rules would pass for nothing"
    );
    found
}

/// Lines of code, without comments, of the sources of the crates below the edge.
fn inner_lines() -> Vec<(String, String)> {
    let inner = |source: &Source| {
        INNER
            .iter()
            .any(|name| source.path.starts_with(&format!("crates/{name}/src/")))
    };
    let mut lines = Vec::new();
    for source in rust().into_iter().filter(inner) {
        for (number, line) in source.text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            lines.push((format!("{}:{}", source.path, number + 1), code.to_string()));
        }
    }
    lines
}

fn lines_with(words: &[&str]) -> Vec<String> {
    inner_lines()
        .into_iter()
        .filter(|(_, code)| words.iter().any(|word| code.contains(word)))
        .map(|(place, _)| place)
        .collect()
}

#[test]
fn the_first_line_of_a_file_says_what_it_is() {
    let silent: Vec<String> = rust()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    assert!(
        silent.is_empty(),
        "these begin without a //! line: {silent:?}"
    );
}

#[test]
fn nothing_below_the_edge_reads_a_clock() {
    let places = lines_with(&["Utc::now", "Local::now", "SystemTime::now", "Local::today"]);
    assert!(
        places.is_empty(),
        "`today` is a parameter below the edge: {places:?}"
    );
}

#[test]
fn nothing_below_the_edge_opens_a_connection() {
    let places = lines_with(&["std::net", "TcpStream", "UdpSocket", "TcpListener"]);
    assert!(places.is_empty(), "the core knows no network: {places:?}");
}

#[test]
fn nothing_below_the_edge_starts_a_program_or_leaves_a_temporary_file() {
    let places = lines_with(&["process::Command", "env::temp_dir", "tempfile::"]);
    let outside_tests: Vec<_> = places
        .into_iter()
        .filter(|place| !in_tests(place))
        .collect();
    assert!(
        outside_tests.is_empty(),
        "a readable copy may stand only where the user asked for it: {outside_tests:?}"
    );
}

#[test]
fn what_a_user_asks_for_is_written_in_one_place() {
    // What the program remembers of itself, in the application data.
    let own = ["crates/app/src/recent.rs", "src-tauri/src/place.rs"];
    let the_place = "crates/app/src/whole_file.rs";
    let mut seen = 0;
    let mut strays = Vec::new();
    for edge in [
        "crates/app/src",
        "crates/cli/src",
        "crates/bridge/src",
        "src-tauri/src",
    ] {
        for source in under(edge, &[".rs"]) {
            for (number, line) in source.text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                if !["fs::write(", "File::create"]
                    .iter()
                    .any(|way| code.contains(way))
                {
                    continue;
                }
                let place = format!("{}:{}", source.path, number + 1);
                if source.path == the_place {
                    seen += 1;
                } else if !own.contains(&source.path.as_str()) && !in_tests(&place) {
                    strays.push(place);
                }
            }
        }
    }
    assert_ne!(seen, 0, "without it the rule would pass for nothing");
    assert!(
        strays.is_empty(),
        "only `write_whole` keeps readable files out of administrations: {strays:?}"
    );
}

/// Whether a line stands in a test module: after `#[cfg(test)]` in its file, or in a file of tests.
fn in_tests(place: &str) -> bool {
    let (path, line) = place.rsplit_once(':').expect("path:line");
    let line: usize = line.parse().expect("a number");
    let text = fs::read_to_string(root().join(path)).expect("a source");
    let from = text
        .lines()
        .position(|line| line.trim().starts_with("#[cfg(test)]"));
    path.contains("test") || from.is_some_and(|from| from + 1 < line)
}

#[test]
fn the_web_files_know_tauri_only_in_backend() {
    let sources = under("ui/src", &[".ts", ".tsx"]);
    assert!(
        sources.len() > 20,
        "without sources the rule would pass for nothing"
    );
    let strays: Vec<String> = sources
        .into_iter()
        .filter(|source| !source.path.starts_with("ui/src/backend/"))
        .filter(|source| {
            source.text.contains("from '@tauri-apps") || source.text.contains("import('@tauri-apps")
        })
        .map(|source| source.path)
        .collect();
    assert!(
        strays.is_empty(),
        "only ui/src/backend may know Tauri: {strays:?}"
    );
}
