//! Who may know whom (docs/architecture.md): fails on any other arrow between our crates, and on
//! a library outside the one crate that may know it.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{Metadata, MetadataCommand, Package};

/// Each crate of ours, and the crates of ours that it may know.
const RINGS: &[(&str, &[&str])] = &[
    ("law", &[]),
    ("credit", &["law"]),
    ("exchange", &["law"]),
    ("documents", &["law"]),
    ("store", &["law", "credit"]),
    ("app", &["law", "credit", "exchange", "documents", "store"]),
    ("post", &["app"]),
    ("cli", &["app", "post"]),
    ("bridge", &["app", "post"]),
    ("standvast-desktop", &["app", "post"]),
    ("xtask", &[]),
];

/// Libraries that only these crates may know. A name that ends in `*` stands for all that begin so.
const KEPT: &[(&str, &[&str])] = &[
    ("tauri*", &["standvast-desktop"]),
    ("wry", &[]),
    ("keyring*", &["standvast-desktop"]),
    ("rusqlite", &["store"]),
    ("libsqlite3-sys", &[]),
    ("argon2", &["store"]),
    ("chacha20poly1305", &["store"]),
    ("printpdf", &["documents"]),
    ("lopdf", &["documents"]),
    ("mail-builder", &["documents"]),
    // Reading a message back; in the tests of `post`, what a server received.
    ("mailparse", &["documents", "post"]),
    // What opens other programs: the user's mail program.
    ("open", &["standvast-desktop"]),
    // What reaches a server.
    ("lettre", &["post"]),
    ("rustls*", &["post"]),
    ("idna", &["post"]),
    ("rcgen", &["post"]),
    ("minijinja", &["documents"]),
    ("quick-xml", &["exchange"]),
    ("ts-rs", &["app"]),
    ("axum", &["bridge"]),
    ("tokio", &["bridge", "standvast-desktop"]),
    ("clap", &["bridge", "cli"]),
];

/// The edges: they may read the clock.
/// `post` is built with a clock for its tests only.
const EDGES: &[&str] = &["cli", "bridge", "standvast-desktop", "xtask", "post"];

fn workspace() -> Metadata {
    MetadataCommand::new()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .no_deps()
        .exec()
        .expect("cargo knows this workspace")
}

/// The names that a package depends on, for whatever purpose: a test may not cross a ring either.
fn known_to(package: &Package) -> BTreeSet<&str> {
    package
        .dependencies
        .iter()
        .map(|one| one.name.as_str())
        .collect()
}

#[test]
fn every_crate_has_its_ring() {
    let metadata = workspace();
    let there: BTreeSet<&str> = metadata
        .packages
        .iter()
        .map(|package| package.name.as_str())
        .collect();
    let named: BTreeSet<&str> = RINGS.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        there, named,
        "a new crate needs a place in the house before it is built"
    );
}

#[test]
fn no_arrow_crosses_a_ring() {
    let metadata = workspace();
    let allowed: BTreeMap<&str, &[&str]> = RINGS.iter().copied().collect();
    let mut crossings = Vec::new();
    for package in &metadata.packages {
        let own = allowed[package.name.as_str()];
        for other in known_to(package) {
            if allowed.contains_key(other) && !own.contains(&other) {
                crossings.push(format!("{} → {other}", package.name));
            }
        }
    }
    assert!(
        crossings.is_empty(),
        "arrows that docs/architecture.md does not have: {crossings:?}"
    );
}

#[test]
fn libraries_stay_in_the_crate_that_may_know_them() {
    let metadata = workspace();
    let mut strays = Vec::new();
    for package in &metadata.packages {
        for library in known_to(package) {
            let kept = KEPT.iter().find(|(name, _)| fits(name, library));
            if kept.is_some_and(|(_, homes)| !homes.contains(&package.name.as_str())) {
                strays.push(format!("{} → {library}", package.name));
            }
        }
    }
    assert!(
        strays.is_empty(),
        "libraries in a crate that may not know them: {strays:?}"
    );
}

#[test]
fn inner_crates_have_no_clock_to_read() {
    let metadata = workspace();
    for package in metadata
        .packages
        .iter()
        .filter(|one| !EDGES.contains(&one.name.as_str()))
    {
        for chrono in package
            .dependencies
            .iter()
            .filter(|one| one.name == "chrono")
        {
            assert!(
                !chrono.uses_default_features
                    && !chrono
                        .features
                        .iter()
                        .any(|name| name == "clock" || name == "now"),
                "{} asks chrono for a clock; `today` is a parameter below the edge",
                package.name
            );
        }
    }
}

fn fits(name: &str, library: &str) -> bool {
    match name.strip_suffix('*') {
        Some(start) => library.starts_with(start),
        None => library == name,
    }
}

#[test]
fn a_star_stands_for_all_that_begin_so() {
    assert!(fits("tauri*", "tauri-plugin-dialog") && fits("tauri*", "tauri"));
    assert!(
        !fits("wry", "wry-extra"),
        "without a star only the name itself"
    );
}
