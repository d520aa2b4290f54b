//! How the program was started: with the folder of an administration, or a second time.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager, Runtime};

use crate::SharedSession;
use crate::question::Question;
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

/// Somebody started the program again: the window that is there comes to the front. It shows the lock
/// of the administration that was named, unless something is open or half typed.
pub(crate) fn second<R: Runtime>(app: &AppHandle<R>, arguments: Vec<String>, from: String) {
    let Some(main) = app.get_webview_window(window::LABEL) else {
        return;
    };
    let folder = folder_among(arguments.into_iter().skip(1), Some(Path::new(&from)));
    // What was typed waits in the page, also behind a lock, and would go with it.
    if let Some(folder) = folder
        && !app.state::<Question>().holds()
        && app.state::<SharedSession>().choose(folder)
    {
        // The window asks anew what to show.
        let _ = main.reload();
    }
    let _ = main.unminimize();
    let _ = main.set_focus();
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use app::{Lang, NoKeychain};
    use serde_json::{Value, json};
    use tauri::test::{MockRuntime, mock_builder, mock_context, noop_assets};
    use tauri::{App, Manager as _};

    use super::{Question, SharedSession, folder_among, second};
    use crate::question::Word;
    use crate::{Computer, create_app};

    /// The program with its window, and nothing open.
    fn started(home: &Path) -> App<MockRuntime> {
        let computer = Computer::with(home.to_path_buf(), Box::new(NoKeychain("geen sleutelbos")));
        let mut app = create_app(mock_builder(), mock_context(noop_assets()), computer).unwrap();
        #[allow(
            deprecated,
            reason = "warned of for loops; one turn is all a test wants"
        )]
        app.run_iteration(|_, _| {});
        app
    }

    #[test]
    fn a_second_start_chooses_nothing_while_something_is_half_typed() {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("bakker.standvast")).unwrap();
        let app = started(home.path());
        let again = || {
            let words = ["standvast", "bakker.standvast"].map(String::from);
            second(
                app.handle(),
                words.to_vec(),
                home.path().to_string_lossy().into_owned(),
            );
            let session = app.state::<SharedSession>();
            let answer = app::dispatch(&session, "app_info", json!({}), Lang::Nl);
            answer.ok().map(|info| info["session"]["state"].clone())
        };
        app.state::<Question>().said(Word::Unfinished);
        assert_eq!(
            again(),
            Some(Value::from("closed")),
            "a creditor that was being typed stays in the page"
        );
        app.state::<Question>().said(Word::Finished);
        assert_eq!(
            again(),
            Some(Value::from("locked")),
            "then its lock is shown"
        );
    }

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
