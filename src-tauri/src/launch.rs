//! How the program was started: with the folder of an administration, or a second time.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager, Runtime};

use crate::SharedSession;
use crate::window;

/// The first argument that is the folder of an administration.
pub(crate) fn folder_among(
    arguments: impl IntoIterator<Item = String>,
    from: Option<&Path>,
) -> Option<PathBuf> {
    arguments
        .into_iter()
        .map(PathBuf::from)
        .map(|path| from.map_or_else(|| path.clone(), |from| from.join(&path)))
        .filter_map(|path| path.canonicalize().ok())
        .find(|path| path.extension().is_some_and(|end| end == "standvast") && path.is_dir())
}

/// Somebody started the program again: the window that is there comes to the front.
pub(crate) fn second<R: Runtime>(app: &AppHandle<R>, arguments: Vec<String>, from: String) {
    let Some(main) = app.get_webview_window(window::LABEL) else {
        return;
    };
    let folder = folder_among(arguments.into_iter().skip(1), Some(Path::new(&from)));
    if let Some(folder) = folder
        && app.state::<SharedSession>().choose(folder)
    {
        // The window asks anew what to show; nothing is open, so nothing is lost.
        let _ = main.reload();
    }
    let _ = main.unminimize();
    let _ = main.set_focus();
}

#[cfg(test)]
mod tests {
    use super::folder_among;

    #[test]
    fn only_the_folder_of_an_administration_is_taken() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("bakker.standvast");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(home.path().join("brief.pdf"), "").unwrap();
        let said =
            |words: &[&str]| folder_among(words.iter().map(ToString::to_string), Some(home.path()));
        let real = folder.canonicalize().unwrap();
        assert_eq!(
            said(&["--flag", "brief.pdf", "bakker.standvast"]),
            Some(real)
        );
        assert_eq!(
            said(&["weg.standvast"]),
            None,
            "what is not there cannot be opened"
        );
        assert_eq!(said(&[]), None);
    }
}
