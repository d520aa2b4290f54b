//! The system's own dialogs that choose a path. The window gets paths as text and reads no file.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tauri::{Runtime, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// A kind of file that may be chosen.
#[derive(Debug, Deserialize)]
pub(crate) struct FileFilter {
    name: String,
    extensions: Vec<String>,
}

/// What a dialog shows.
#[derive(Debug, Deserialize)]
pub(crate) struct PickOptions {
    title: String,
    /// The folder to begin in, or for saving: the suggested path.
    start: Option<String>,
    #[serde(default)]
    filters: Vec<FileFilter>,
}

/// Where a dialog begins.
#[derive(Debug, Default, PartialEq, Eq)]
struct Start {
    folder: Option<PathBuf>,
    name: Option<String>,
}

/// The nearest folder that exists: a dialog that begins nowhere begins in a surprising place.
fn nearest(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .find(|above| above.is_dir())
        .map(Path::to_path_buf)
}

fn start_of_pick(start: Option<&str>) -> Start {
    Start {
        folder: start.and_then(|start| nearest(Path::new(start))),
        name: None,
    }
}

fn start_of_save(start: Option<&str>) -> Start {
    let Some(start) = start.map(Path::new) else {
        return Start::default();
    };
    Start {
        folder: start.parent().and_then(nearest),
        name: start
            .file_name()
            .map(|name| name.to_string_lossy().into_owned()),
    }
}

fn dialog<R: Runtime>(
    window: &WebviewWindow<R>,
    options: &PickOptions,
    start: Start,
) -> FileDialogBuilder<R> {
    let mut dialog = window
        .dialog()
        .file()
        .set_title(&options.title)
        .set_parent(window);
    if let Some(folder) = start.folder {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = start.name {
        dialog = dialog.set_file_name(name);
    }
    for filter in &options.filters {
        let extensions: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(&filter.name, &extensions);
    }
    dialog
}

/// Waits for the dialog's answer without holding a thread.
async fn answer(show: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>)) -> Option<String> {
    let (tell, mut told) = tauri::async_runtime::channel(1);
    show(Box::new(move |path| {
        // Nobody listens any more when the window was closed meanwhile.
        let _ = tell.try_send(path);
    }));
    let path = told.recv().await.flatten()?.into_path().ok()?;
    Some(path.to_string_lossy().into_owned())
}

/// Asks for a folder that exists.
#[tauri::command]
pub(crate) async fn pick_folder<R: Runtime>(
    window: WebviewWindow<R>,
    options: PickOptions,
) -> Result<Option<String>, ()> {
    let dialog = dialog(&window, &options, start_of_pick(options.start.as_deref()));
    Ok(answer(|done| dialog.pick_folder(done)).await)
}

/// Asks for a file that exists.
#[tauri::command]
pub(crate) async fn pick_file<R: Runtime>(
    window: WebviewWindow<R>,
    options: PickOptions,
) -> Result<Option<String>, ()> {
    let dialog = dialog(&window, &options, start_of_pick(options.start.as_deref()));
    Ok(answer(|done| dialog.pick_file(done)).await)
}

/// Asks where to save.
#[tauri::command]
pub(crate) async fn save_file<R: Runtime>(
    window: WebviewWindow<R>,
    options: PickOptions,
) -> Result<Option<String>, ()> {
    let dialog = dialog(&window, &options, start_of_save(options.start.as_deref()));
    Ok(answer(|done| dialog.save_file(done)).await)
}

#[cfg(test)]
mod tests {
    use super::{Start, start_of_pick, start_of_save};

    #[test]
    fn saving_begins_in_the_nearest_folder_with_the_suggested_name() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("Standvast").join("Bakker.standvast");
        let start = start_of_save(path.to_str());
        assert_eq!(start.name.as_deref(), Some("Bakker.standvast"));
        assert_eq!(
            start.folder.as_deref(),
            Some(home.path()),
            "the folder Standvast does not exist yet, the one above it does"
        );
        assert_eq!(
            start_of_save(Some("Herstelblad.pdf")),
            Start {
                folder: None,
                name: Some("Herstelblad.pdf".to_string())
            },
            "a bare name leaves the folder to the system"
        );
    }

    #[test]
    fn picking_begins_where_it_can() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(
            start_of_pick(home.path().to_str()).folder.as_deref(),
            Some(home.path())
        );
        assert_eq!(start_of_pick(None), Start::default());
    }
}
