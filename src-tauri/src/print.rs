//! The way to the printer: the print dialog over what the page holds for it.

use tauri::{Runtime, WebviewWindow};

/// Shows the print dialog. The page's own `print` does nothing in the web view of macOS, and the
/// permission to call it would be one more than this.
///
/// A letter has its margins itself, and its address stands where the envelope's window is: the
/// dialog begins with the whole sheet, at full size.
#[tauri::command]
pub(crate) fn print_window<R: Runtime>(window: WebviewWindow<R>) -> Result<(), String> {
    dialog(&window).map_err(|error| error.to_string())
}

/// Nothing is set here: on macOS the margins are none unless they are given, and on Windows those
/// of the page count.
#[cfg(not(target_os = "linux"))]
fn dialog<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    window.print()
}

/// Here the web view would add margins of its own.
#[cfg(target_os = "linux")]
fn dialog<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    window.with_webview(|webview| {
        use webkit2gtk::PrintOperationExt as _;

        let sheet = gtk::PageSetup::new();
        sheet.set_paper_size(&gtk::PaperSize::new(Some(gtk::PAPER_NAME_A4.as_str())));
        sheet.set_top_margin(0.0, gtk::Unit::Mm);
        sheet.set_bottom_margin(0.0, gtk::Unit::Mm);
        sheet.set_left_margin(0.0, gtk::Unit::Mm);
        sheet.set_right_margin(0.0, gtk::Unit::Mm);
        let operation = webkit2gtk::PrintOperation::new(&webview.inner());
        operation.set_page_setup(&sheet);
        operation.run_dialog(None::<&gtk::Window>);
    })
}
