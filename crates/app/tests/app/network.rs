//! No network, by construction: what could speak to a server is not in the desktop program.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};

const DESKTOP: &str = "standvast-desktop";

/// Clients, servers and encryption of connections.
const BANNED: &[&str] = &[
    "reqwest",
    "hyper",
    "hyper-util",
    "ureq",
    "curl",
    "isahc",
    "h2",
    "quinn",
    "rustls",
    "native-tls",
    "tokio-tungstenite",
    "tungstenite",
    "axum",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tauri-plugin-websocket",
    "tauri-plugin-upload",
];

/// The few that the lock file may name at all, and who may bring them: the bridge's server (tests
/// only), and tauri's own part for telephones, which a desktop never builds.
const EXCUSED: &[(&str, &[&str])] = &[
    ("axum", &["bridge"]),
    ("hyper", &["axum", "hyper-util", "reqwest"]),
    ("hyper-util", &["axum", "reqwest"]),
    ("reqwest", &["tauri"]),
];

/// The whole graph for this computer's platform.
fn graph() -> Metadata {
    let version = std::process::Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc is there");
    let version = String::from_utf8(version.stdout).expect("rustc speaks UTF-8");
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("a host");
    MetadataCommand::new()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .other_options(["--locked", "--filter-platform", host].map(String::from))
        .exec()
        .expect("cargo knows the whole graph")
}

#[test]
fn the_desktop_program_holds_nothing_that_speaks_to_a_server() {
    let metadata = graph();
    let names: BTreeMap<&PackageId, &str> = metadata
        .packages
        .iter()
        .map(|one| (&one.id, one.name.as_str()))
        .collect();
    let start = metadata
        .packages
        .iter()
        .find(|one| one.name.as_str() == DESKTOP)
        .expect("it is here");
    let nodes = &metadata.resolve.as_ref().expect("a whole graph").nodes;
    let nodes: BTreeMap<&PackageId, _> = nodes.iter().map(|node| (&node.id, node)).collect();

    let mut seen = BTreeSet::from([&start.id]);
    let mut todo = vec![&start.id];
    while let Some(id) = todo.pop() {
        let normal = nodes[id].deps.iter().filter(|dependency| {
            dependency
                .dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal)
        });
        todo.extend(
            normal
                .map(|dependency| &dependency.pkg)
                .filter(|id| seen.insert(id)),
        );
    }

    let inside: BTreeSet<&str> = seen.iter().map(|id| names[id]).collect();
    assert!(
        inside.contains("tauri") && inside.contains("rusqlite"),
        "the walk must have reached both ends of the program"
    );
    let found: Vec<_> = BANNED
        .iter()
        .filter(|name| inside.contains(**name))
        .collect();
    assert!(
        found.is_empty(),
        "the desktop program must not hold {found:?}"
    );
}

#[test]
fn no_platform_brings_in_a_client_by_another_road() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock");
    let lock: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let packages = lock["package"].as_array().expect("packages");
    assert!(
        packages.len() > 100,
        "a lock file without packages would pass for nothing"
    );
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let needs = package
            .get("dependencies")
            .and_then(|needs| needs.as_array());
        for need in needs.into_iter().flatten().filter_map(|need| need.as_str()) {
            // `name`, or `name version` where there are two.
            let need = need.split(' ').next().unwrap_or(need);
            let excused = EXCUSED
                .iter()
                .any(|(one, who)| *one == need && who.contains(&name));
            assert!(
                excused || !BANNED.contains(&need),
                "{name} brings in {need}; nothing of ours may speak to a server"
            );
        }
    }
}
