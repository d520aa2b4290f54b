//! The libraries of the web files, by their lock file; fonts and icons among them, and the font of letters.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Kind, Library};
use crate::place;
use crate::trouble::{Outcome, Trouble};

/// What the lock file names for the program itself, each with its folder. Optional packages are for other
/// surroundings than a window, and not in it.
pub fn libraries() -> Outcome<Vec<(Library, PathBuf)>> {
    let lock = lock()?;
    let packages = lock["packages"]
        .as_object()
        .ok_or_else(|| Trouble::new("ui/package-lock.json names no packages"))?;
    let mut libraries = Vec::new();
    for (place, package) in packages {
        if place.is_empty() || package["dev"] == true || package["optional"] == true {
            continue;
        }
        let name = place
            .rsplit_once("node_modules/")
            .map_or(place.as_str(), |(_, name)| name);
        let kind = match name {
            name if name.starts_with("@fontsource") => Kind::Font,
            name if name.starts_with("lucide") => Kind::Icons,
            _ => Kind::Web,
        };
        let library = Library {
            name: name.to_string(),
            version: package["version"].as_str().unwrap_or_default().to_string(),
            licence: package["license"].as_str().unwrap_or_default().to_string(),
            kind,
            authors: Vec::new(),
            source: None,
        };
        if library.licence.is_empty() {
            return Err(Trouble::new(format!("{name} names no licence")));
        }
        libraries.push((library, place::ui().join(place)));
    }
    Ok(libraries)
}

/// `ui/package-lock.json`.
pub fn lock() -> Outcome<Value> {
    let file = place::ui().join("package-lock.json");
    let bytes = fs::read(&file).map_err(|error| Trouble::at(&file, &error))?;
    serde_json::from_slice(&bytes).map_err(|error| Trouble::new(format!("{error}")))
}

/// The font of letters, which stands in the repository.
pub fn letter_font() -> Outcome<(Library, PathBuf)> {
    let folder = place::root().join("crates/documents/fonts");
    let font = folder.join("NotoSans-Regular.ttf");
    let bytes = fs::read(&font).map_err(|error| Trouble::at(&font, &error))?;
    let library = Library {
        name: "Noto Sans".to_string(),
        version: version(&bytes).unwrap_or_default(),
        licence: "OFL-1.1".to_string(),
        kind: Kind::Font,
        authors: Vec::new(),
        source: None,
    };
    Ok((library, folder))
}

/// The licence that stands beside the font.
pub fn font_licence(folder: &Path) -> PathBuf {
    folder.join("OFL.txt")
}

/// The version that a font says of itself, in the sixteen-bit letters of its names: three decimals, unlike the
/// version of its licence.
fn version(font: &[u8]) -> Option<String> {
    let mark: Vec<u8> = "Version ".bytes().flat_map(|c| [0, c]).collect();
    font.windows(mark.len())
        .enumerate()
        .filter(|(_, part)| *part == mark)
        .find_map(|(at, _)| {
            let digits: String = font[at + mark.len()..]
                .chunks_exact(2)
                .map(|pair| char::from(pair[1]))
                .take_while(|c| c.is_ascii_digit() || *c == '.')
                .collect();
            let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
            (decimals == 3).then_some(digits)
        })
}
