//! The way to the printer: the print dialog over what the page holds for it.

use tauri::{Runtime, WebviewWindow};

/// Shows the print dialog. The page's own `print` does nothing in the web view of macOS, and the
/// permission to call it would be one more than this.
#[tauri::command]
pub(crate) fn print_window<R: Runtime>(window: WebviewWindow<R>) -> Result<(), String> {
    window.print().map_err(|error| error.to_string())
}
