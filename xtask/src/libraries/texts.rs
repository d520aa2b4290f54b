//! The texts of licences as packages bring them, each once.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Library;
use super::licence::{Demand, chosen, demand};
use crate::place;
use crate::trouble::{Outcome, Trouble};

/// A text longer than this is no licence.
const LONGEST: u64 = 400_000;

/// Texts that were met, in the order in which they were.
#[derive(Default)]
pub struct Texts {
    known: HashMap<String, usize>,
    /// The texts.
    pub list: Vec<String>,
}

/// A licence text of a package.
struct Found {
    name: String,
    text: String,
}

impl Texts {
    /// The place of a text.
    pub fn add(&mut self, text: String) -> usize {
        *self.known.entry(text).or_insert_with_key(|text| {
            self.list.push(text.clone());
            self.list.len() - 1
        })
    }

    /// The texts that have to travel along with a library that stands in this folder.
    pub fn of(&mut self, library: &Library, folder: &Path) -> Outcome<Vec<usize>> {
        let found = found(folder)?;
        let mut places = Vec::new();
        for id in chosen(&library.licence) {
            let family = family_of(&id);
            match demand(&id) {
                Demand::Nothing => {}
                Demand::Common => {
                    places.push(self.common(&id, &found)?);
                    let notices = found.iter().filter(|one| is_notice(&one.name));
                    for notice in notices {
                        places.push(self.add(notice.text.clone()));
                    }
                }
                Demand::Own => {
                    let fitting: Vec<&Found> = found
                        .iter()
                        .filter(|one| family.is_none() || holds(&one.text, family))
                        .collect();
                    if fitting.is_empty() {
                        places.push(self.add(stand_in(library, &id)?));
                    }
                    for one in fitting {
                        places.push(self.add(one.text.clone()));
                    }
                }
            }
        }
        places.sort_unstable();
        places.dedup();
        Ok(places)
    }

    /// The one text of a licence that names nobody.
    fn common(&mut self, id: &str, found: &[Found]) -> Outcome<usize> {
        if id == "MPL-2.0" {
            let same = |text: &str| text.contains("Mozilla Public License Version 2.0");
            if let Some(known) = self.list.iter().position(|text| same(text)) {
                return Ok(known);
            }
            let own = found.iter().find(|one| same(&one.text));
            let own = own.ok_or_else(|| Trouble::new("no package brings the text of MPL-2.0"))?;
            return Ok(self.add(own.text.clone()));
        }
        let apache = place::root().join("LICENSE-APACHE");
        Ok(self.add(read(&apache)?))
    }
}

/// The licence texts in a folder, and in a folder of them.
fn found(folder: &Path) -> Outcome<Vec<Found>> {
    let mut files = Vec::new();
    for entry in entries(folder)? {
        let name = name_of(&entry).to_lowercase();
        let is_text = ["licen", "copying", "notice", "copyright", "unlicense"]
            .iter()
            .any(|start| name.starts_with(start));
        if !is_text {
            continue;
        }
        if entry.is_dir() {
            files.extend(entries(&entry)?.into_iter().filter(|path| path.is_file()));
        } else {
            files.push(entry);
        }
    }
    let mut texts = Vec::new();
    for file in files {
        let size = fs::metadata(&file).map_err(|error| Trouble::at(&file, &error))?;
        let code = [".rs", ".js", ".ts", ".html", ".json", ".toml"];
        let name = name_of(&file);
        if size.len() <= LONGEST && !code.iter().any(|end| name.ends_with(end)) {
            let text = read(&file)?;
            texts.push(Found { name, text });
        }
    }
    Ok(texts)
}

fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| Trouble::at(folder, &error))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn is_notice(name: &str) -> bool {
    name.to_lowercase().starts_with("notice")
}

/// A text with one kind of line end and nothing at the ends of lines, so that equal texts are equal.
pub fn read(file: &Path) -> Outcome<String> {
    let bytes = fs::read(file).map_err(|error| Trouble::at(file, &error))?;
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_matches('\n').to_string())
}

/// Words by which a licence is known, whoever holds the copyright.
fn family_of(id: &str) -> Option<&'static str> {
    Some(match id {
        "MIT" => "Permission is hereby granted, free of charge",
        "ISC" => "Permission to use, copy, modify, and",
        "BSD-2-Clause" | "BSD-3-Clause" => "Redistribution and use in source and binary forms",
        "OFL-1.1" => "SIL OPEN FONT LICENSE",
        "Unicode-3.0" => "UNICODE LICENSE V3",
        _ => return None,
    })
}

fn holds(text: &str, family: Option<&str>) -> bool {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    family.is_some_and(|words| flat.contains(words))
}

/// The words of a licence for a package that brings none: with its authors, as it names them.
fn stand_in(library: &Library, id: &str) -> Outcome<String> {
    let who = if library.authors.is_empty() {
        format!("the authors of {}", library.name)
    } else {
        library.authors.join(", ")
    };
    let body = match id {
        "MIT" => {
            let ours = read(&place::root().join("LICENSE-MIT"))?;
            let from = ours.find("Permission is hereby").unwrap_or(0);
            ours[from..].to_string()
        }
        "BSD-3-Clause" => BSD_3.to_string(),
        _ => {
            let words = format!(
                "{} {} brings no text of {id}",
                library.name, library.version
            );
            return Err(Trouble::new(words));
        }
    };
    Ok(format!("Copyright (c) {who}\n\n{body}"))
}

const BSD_3: &str = "\
Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
   disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
   disclaimer in the documentation and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote
   products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.";
