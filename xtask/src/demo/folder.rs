//! The folder of the demo: wiped at the start, but only when it is ours.

use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// Marks a folder as one that the demo made, and may wipe.
const MARK: &str = ".standvast-demo";

/// The passphrase of the sample. It protects made-up data, so it may stand here.
const PASSPHRASE: &str = "meel gist water en geduld";

/// Where things of the demo are.
#[derive(Debug)]
pub struct Folder {
    /// All of it.
    pub whole: PathBuf,
    /// The administration.
    pub administration: PathBuf,
    /// The bank statement that comes with it.
    pub statement: PathBuf,
    /// The letters.
    pub letters: PathBuf,
    /// The bailiff's dossier.
    pub dossier: PathBuf,
    /// The backup.
    pub backup: PathBuf,
    /// The file with the passphrase.
    pub passphrase: PathBuf,
}

impl Folder {
    /// Makes the folder empty.
    pub fn make(whole: &Path) -> Outcome<Folder> {
        wipe(whole)?;
        fs::create_dir_all(whole).map_err(|error| Trouble::at(whole, &error))?;
        let folder = Folder {
            whole: whole.to_path_buf(),
            administration: whole.join("Voorbeeld.standvast"),
            statement: whole.join("Voorbeeld.camt.xml"),
            letters: whole.join("brieven"),
            dossier: whole.join("dossier"),
            backup: whole.join("Voorbeeld.standvast-backup"),
            passphrase: whole.join("wachtzin.txt"),
        };
        write(
            &whole.join(MARK),
            "Made by cargo xtask demo; wiped by the next one.\n",
        )?;
        write(&folder.passphrase, &format!("{PASSPHRASE}\n"))?;
        for made in [&folder.letters, &folder.dossier] {
            fs::create_dir(made).map_err(|error| Trouble::at(made, &error))?;
        }
        Ok(folder)
    }

    /// The passphrase.
    pub fn passphrase(&self) -> &'static str {
        PASSPHRASE
    }
}

fn wipe(whole: &Path) -> Outcome {
    let Ok(mut entries) = fs::read_dir(whole) else {
        return Ok(());
    };
    if entries.next().is_none() {
        return Ok(());
    }
    if !whole.join(MARK).exists() {
        let words = format!(
            "{} holds something else; choose another --out",
            whole.display()
        );
        return Err(Trouble::new(words));
    }
    fs::remove_dir_all(whole).map_err(|error| Trouble::at(whole, &error))
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| Trouble::at(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_of_the_demo_is_wiped() {
        let base = std::env::temp_dir().join(format!("standvast-demo-{}", std::process::id()));
        let other = base.join("photos");
        fs::create_dir_all(&other).unwrap();
        fs::write(other.join("beach.jpg"), "sand").unwrap();
        assert!(
            Folder::make(&other).is_err(),
            "somebody's own folder must be refused"
        );
        assert!(
            other.join("beach.jpg").exists(),
            "and must be left as it is"
        );

        let ours = base.join("demo");
        Folder::make(&ours).unwrap();
        fs::write(ours.join("old.pdf"), "").unwrap();
        Folder::make(&ours).unwrap();
        assert!(
            !ours.join("old.pdf").exists(),
            "the demo's own folder starts empty"
        );
        fs::remove_dir_all(&base).unwrap();
    }
}
