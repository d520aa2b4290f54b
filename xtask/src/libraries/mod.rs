//! `cargo xtask libraries`: the list of everything in the bundle that others wrote, from the lock files,
//! with the licence texts that have to travel along. The window shows it.

mod licence;
mod rust;
mod texts;
mod web;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::child;
use crate::place;
use crate::trouble::{Outcome, Trouble};

use texts::Texts;

/// What a library is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Font,
    Icons,
    Rust,
    Web,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Font => "font",
            Kind::Icons => "icons",
            Kind::Rust => "rust",
            Kind::Web => "web",
        }
    }
}

/// Something that others wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Library {
    name: String,
    version: String,
    /// The licence as it declares it.
    licence: String,
    kind: Kind,
    authors: Vec<String>,
    /// Where its source is, when its licence wants that said.
    source: Option<String>,
}

/// Writes the list, or with `--check` says whether it is current.
pub fn libraries(arguments: &[String]) -> Outcome {
    match arguments {
        [] => {
            let file = file();
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).map_err(|error| Trouble::at(folder, &error))?;
            }
            fs::write(&file, written()?).map_err(|error| Trouble::at(&file, &error))
        }
        [flag] if flag == "--check" => check(),
        _ => Err(Trouble::new("libraries takes nothing but --check")),
    }
}

fn file() -> PathBuf {
    place::ui().join("generated/libraries.json")
}

/// Whether the list is current, without what only other platforms download: the packages of both lock files are
/// those it was made of, and everything that this platform bundles stands in it.
pub fn check() -> Outcome {
    let stale = |why: String| Trouble::new(format!("{why}; run: cargo xtask libraries"));
    let bytes = fs::read(file()).map_err(|error| Trouble::at(&file(), &error))?;
    let kept: Value = serde_json::from_slice(&bytes)
        .map_err(|error| stale(format!("ui/generated/libraries.json: {error}")))?;
    if kept["locks"] != json!(locks()?) {
        return Err(stale(
            "a lock file names other packages than the list of libraries was made of".to_string(),
        ));
    }
    let stands = |library: &Library| {
        kept["libraries"].as_array().is_some_and(|list| {
            list.iter().any(|one| {
                one["name"] == library.name
                    && one["version"] == library.version
                    && one["licence"] == library.licence
            })
        })
    };
    let mut bundled: Vec<Library> = rust::libraries(&here()?)?
        .into_values()
        .map(|(library, _)| library)
        .collect();
    bundled.extend(web::libraries()?.into_iter().map(|(library, _)| library));
    bundled.push(web::letter_font()?.0);
    match bundled.iter().find(|library| !stands(library)) {
        Some(library) => Err(stale(format!(
            "{} {} is not in the list of libraries",
            library.name, library.version
        ))),
        None => Ok(()),
    }
}

/// This computer's platform, as the compiler calls it.
fn here() -> Outcome<String> {
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let answer = child::answer(Command::new(compiler).arg("-vV"))?;
    String::from_utf8_lossy(&answer)
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_string)
        .ok_or_else(|| Trouble::new("the compiler does not say for which platform it is"))
}

/// The list as it is kept: a library a line, so that a change shows.
fn written() -> Outcome<String> {
    let mut rust = BTreeMap::new();
    for platform in rust::PLATFORMS {
        rust.extend(rust::libraries(platform)?);
    }
    let mut all: Vec<(Library, PathBuf)> = rust.into_values().collect();
    all.extend(web::libraries()?);
    all.sort_by_cached_key(|(library, _)| {
        (
            library.name.to_lowercase(),
            library.kind,
            library.version.clone(),
        )
    });
    let mut texts = Texts::default();
    let mut rows = Vec::new();
    let (font, folder) = web::letter_font()?;
    let font_texts = texts.add(texts::read(&web::font_licence(&folder))?);
    rows.push(row(&font, &[font_texts]));
    for (library, folder) in &all {
        rows.push(row(library, &texts.of(library, folder)?));
    }
    let texts: Vec<String> = texts
        .list
        .iter()
        .map(|text| json!(text).to_string())
        .collect();
    Ok(format!(
        "{{\n\"about\": \"Written by cargo xtask libraries from the lock files; do not edit.\",\n\"locks\": \"{}\",\n\"libraries\": [\n{}\n],\n\"texts\": [\n{}\n]\n}}\n",
        locks()?,
        rows.join(",\n"),
        texts.join(",\n"),
    ))
}

fn row(library: &Library, texts: &[usize]) -> String {
    let mut row = json!({
        "name": library.name, "version": library.version, "licence": library.licence,
        "kind": library.kind.name(), "texts": texts,
    });
    if let Some(source) = &library.source {
        row["source"] = json!(source);
    }
    row.to_string()
}

/// A number for the packages that both lock files name, ours left out.
fn locks() -> Outcome<String> {
    let file = place::root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(|error| Trouble::at(&file, &error))?;
    let mut named = rust_packages(&lock);
    let web = web::lock()?;
    for (place, package) in web["packages"].as_object().into_iter().flatten() {
        if !place.is_empty() && package["dev"] != true {
            let version = package["version"].as_str().unwrap_or_default();
            named.push(format!("web {place} {version}"));
        }
    }
    named.sort();
    Ok(number(&named.join("\n")))
}

fn rust_packages(lock: &str) -> Vec<String> {
    lock.split("[[package]]")
        .filter(|part| part.contains("\nsource = "))
        .map(|part| {
            let field = |name: &str| {
                part.lines()
                    .find_map(|line| line.strip_prefix(name))
                    .unwrap_or_default()
                    .trim_matches('"')
            };
            format!("rust {} {}", field("name = "), field("version = "))
        })
        .collect()
}

/// FNV-1a: it only has to change when the text does.
fn number(text: &str) -> String {
    let whole = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{whole:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Value {
        serde_json::from_slice(&fs::read(file()).expect("the list is there")).expect("JSON")
    }

    #[test]
    fn every_licence_in_the_bundle_is_allowed() {
        let deny = fs::read_to_string(place::root().join("deny.toml")).expect("deny.toml");
        let from = deny.find("allow = [").expect("a list");
        let list = &deny[from..from + deny[from..].find(']').expect("its end")];
        let except = |name: &str| {
            let mark = format!("crate = \"{name}\", allow = [");
            deny.find(&mark).map(|at| {
                let rest = &deny[at + mark.len()..];
                rest[..rest.find(']').expect("its end")].to_string()
            })
        };
        for library in kept()["libraries"].as_array().expect("a list") {
            let name = library["name"].as_str().expect("a name");
            let licence = library["licence"].as_str().expect("a licence");
            let more = except(name).unwrap_or_default();
            let allow = |id: &str| {
                let quoted = format!("\"{id}\"");
                list.contains(&quoted) || more.contains(&quoted)
            };
            assert!(
                licence::allowed(licence, &allow),
                "{name} is under {licence}, which deny.toml does not allow"
            );
        }
    }

    #[test]
    fn what_a_licence_demands_travels_along() {
        let kept = kept();
        let texts = kept["texts"].as_array().expect("texts");
        for library in kept["libraries"].as_array().expect("a list") {
            let chosen = licence::chosen(library["licence"].as_str().expect("a licence"));
            let silent = chosen
                .iter()
                .all(|id| licence::demand(id) == licence::Demand::Nothing);
            let with = library["texts"].as_array().expect("texts");
            assert_eq!(
                with.is_empty(),
                silent,
                "{} must bring its text, and only if asked",
                library["name"]
            );
            for place in with {
                let place = usize::try_from(place.as_u64().expect("a place")).expect("small");
                assert!(place < texts.len(), "{} points nowhere", library["name"]);
            }
            assert_eq!(
                chosen.iter().any(|id| id == "MPL-2.0"),
                library["source"]
                    .as_str()
                    .is_some_and(|at| at.starts_with("https://")),
                "{}: whose licence wants it says where its source is",
                library["name"]
            );
        }
    }

    #[test]
    fn a_lock_file_counts_by_what_it_takes_from_others() {
        let lock = "[[package]]\nname = \"ours\"\nversion = \"1\"\n\n[[package]]\nname = \"theirs\"\nversion = \"2.1\"\nsource = \"somewhere\"\n";
        assert_eq!(rust_packages(lock), ["rust theirs 2.1"]);
        assert_ne!(number("a"), number("b"), "another list, another number");
    }
}
