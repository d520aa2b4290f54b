//! One way out, by construction: what could speak to a server is not in the desktop program, apart
//! from mail submission, and only one crate of ours holds that.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};

const DESKTOP: &str = "standvast-desktop";

/// The one crate of ours that reaches a server, and what it reaches it with.
const WAY_OUT: &str = "post";
const MAIL: &str = "lettre";

/// Encryption of connections, and who may bring it: only the mail library, for its own connections.
const ENCRYPTION: &[&str] = &[
    "rustls",
    "rustls-platform-verifier",
    "rustls-native-certs",
    "webpki-root-certs",
];

/// Clients, servers and other encryption of connections.
const BANNED: &[&str] = &[
    "reqwest",
    "hyper",
    "hyper-util",
    "ureq",
    "curl",
    "isahc",
    "h2",
    "quinn",
    "native-tls",
    "tokio-rustls",
    "hickory-resolver",
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

/// Everything that `start` is built from, without what only its tests and its building need; not
/// looking into `closed`.
fn inside<'m>(metadata: &'m Metadata, start: &str, closed: Option<&str>) -> BTreeSet<&'m str> {
    let names: BTreeMap<&PackageId, &str> = metadata
        .packages
        .iter()
        .map(|one| (&one.id, one.name.as_str()))
        .collect();
    let start = metadata
        .packages
        .iter()
        .find(|one| one.name.as_str() == start)
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
                .filter(|id| closed != Some(names[id]))
                .filter(|id| seen.insert(id)),
        );
    }
    seen.iter().map(|id| names[id]).collect()
}

#[test]
fn the_desktop_program_holds_nothing_that_speaks_to_a_server_but_mail() {
    let metadata = graph();
    let whole = inside(&metadata, DESKTOP, None);
    assert!(
        whole.contains("tauri") && whole.contains("rusqlite") && whole.contains(MAIL),
        "the walk must have reached all ends of the program"
    );
    let found: Vec<_> = BANNED
        .iter()
        .filter(|name| whole.contains(**name))
        .collect();
    assert!(
        found.is_empty(),
        "the desktop program must not hold {found:?}"
    );
    // With the one way out walled up, nothing is left that encrypts a connection either.
    let without = inside(&metadata, DESKTOP, Some(WAY_OUT));
    let found: Vec<_> = ENCRYPTION
        .iter()
        .chain(&[MAIL])
        .filter(|name| without.contains(**name))
        .collect();
    assert!(
        found.is_empty(),
        "{found:?} comes in by another way than {WAY_OUT}"
    );
}

#[test]
fn only_one_crate_of_ours_reaches_a_server() {
    let metadata = graph();
    let ours: BTreeSet<&PackageId> = metadata.workspace_members.iter().collect();
    let mut with: Vec<&str> = Vec::new();
    for package in metadata
        .packages
        .iter()
        .filter(|one| ours.contains(&one.id))
    {
        let direct = package.dependencies.iter().any(|one| {
            one.name == MAIL || ENCRYPTION.contains(&one.name.as_str()) || one.name == "socket2"
        });
        if direct {
            with.push(package.name.as_str());
        }
    }
    assert_eq!(with, [WAY_OUT], "mail leaves by one door");
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
