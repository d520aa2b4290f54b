//! The Rust libraries in the bundle, by cargo's own account of the lock file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::Value;

use super::{Kind, Library};
use crate::child;
use crate::trouble::{Outcome, Trouble};

/// The package that is bundled.
const BUNDLED: &str = "standvast-desktop";

/// The platforms it is bundled for; deny.toml names the same.
pub const PLATFORMS: [&str; 4] = [
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
];

/// The libraries on one platform, each with its folder.
pub fn libraries(platform: &str) -> Outcome<BTreeMap<(String, String), (Library, PathBuf)>> {
    let mut command = child::cargo();
    command.args(["metadata", "--format-version", "1", "--locked"]);
    command.args(["--filter-platform", platform]);
    let metadata: Value = serde_json::from_slice(&child::answer(&mut command)?)
        .map_err(|error| Trouble::new(format!("cargo metadata: {error}")))?;
    let packages: BTreeMap<&str, &Value> = list(&metadata["packages"])
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"]["nodes"])
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let start = packages
        .iter()
        .find(|(_, package)| package["name"] == BUNDLED)
        .map(|(id, _)| *id)
        .ok_or_else(|| Trouble::new(format!("there is no package {BUNDLED}")))?;
    let mut seen = BTreeSet::new();
    let mut ahead = vec![start];
    while let Some(id) = ahead.pop() {
        if !seen.insert(id) {
            continue;
        }
        let Some(node) = nodes.get(id) else { continue };
        for dependency in list(&node["deps"]) {
            let Some(next) = dependency["pkg"].as_str() else {
                continue;
            };
            let package = packages.get(next).copied().unwrap_or(&Value::Null);
            if is_in(dependency, package) {
                ahead.push(next);
            }
        }
    }
    let mut libraries = BTreeMap::new();
    for id in seen {
        if let Some(package) = packages.get(id)
            // What has no source is our own.
            && !package["source"].is_null()
        {
            let library = library(package)?;
            let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap_or_default());
            let folder = manifest.parent().map(PathBuf::from).unwrap_or_default();
            libraries.insert(
                (library.name.clone(), library.version.clone()),
                (library, folder),
            );
        }
    }
    Ok(libraries)
}

/// Whether a dependency ends up in the program: it is a normal one, or brings C sources that are built into one.
fn is_in(dependency: &Value, package: &Value) -> bool {
    let sources = package["name"]
        .as_str()
        .is_some_and(|name| name.ends_with("-src"));
    list(&dependency["dep_kinds"])
        .iter()
        .any(|kind| kind["kind"].is_null() || (sources && kind["kind"] == "build"))
}

fn library(package: &Value) -> Outcome<Library> {
    let text = |field: &str| package[field].as_str().unwrap_or_default().to_string();
    let library = Library {
        name: text("name"),
        version: text("version"),
        licence: text("license"),
        kind: Kind::Rust,
        authors: list(&package["authors"])
            .iter()
            .filter_map(Value::as_str)
            // Without the address: nobody asked to be written to.
            .map(|author| author.split(" <").next().unwrap_or(author).to_string())
            .collect(),
        // Who passes on what is under this licence says where its source is.
        source: (text("license").contains("MPL")).then(|| text("repository")),
    };
    if library.licence.is_empty() {
        return Err(Trouble::new(format!("{} names no licence", library.name)));
    }
    Ok(library)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
