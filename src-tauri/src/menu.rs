//! The menu bar of macOS, where copy, paste and quit only work through one. Windows and Linux
//! have none: everything stands in the window.

use tauri::menu::{AboutMetadata, Menu, MenuEvent, MenuItem, PredefinedMenuItem as Item, Submenu};
use tauri::{AppHandle, Manager, Runtime};

use crate::farewell;
use crate::window::LABEL;

/// The item that quits.
const QUIT: &str = "quit";

/// The menu bar.
pub(crate) fn bar<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let name = app.package_info().name.clone();
    let about = AboutMetadata {
        name: Some(name.clone()),
        version: Some(app.package_info().version.to_string()),
        ..AboutMetadata::default()
    };
    let program = Submenu::with_items(
        app,
        &name,
        true,
        &[
            &Item::about(app, Some(&format!("Over {name}")), Some(about))?,
            &Item::separator(app)?,
            &Item::hide(app, Some(&format!("Verberg {name}")))?,
            &Item::hide_others(app, Some("Verberg andere"))?,
            &Item::show_all(app, Some("Toon alles"))?,
            &Item::separator(app)?,
            // Not the system's own item: that ends the program at once, and asks the page nothing.
            &MenuItem::with_id(app, QUIT, format!("Stop {name}"), true, Some("Cmd+Q"))?,
        ],
    )?;
    let edit = Submenu::with_items(
        app,
        "Wijzig",
        true,
        &[
            &Item::undo(app, Some("Herstel"))?,
            &Item::redo(app, Some("Opnieuw"))?,
            &Item::separator(app)?,
            &Item::cut(app, Some("Knip"))?,
            &Item::copy(app, Some("Kopieer"))?,
            &Item::paste(app, Some("Plak"))?,
            &Item::select_all(app, Some("Selecteer alles"))?,
        ],
    )?;
    let window = Submenu::with_items(
        app,
        "Venster",
        true,
        &[
            &Item::minimize(app, Some("Minimaliseer"))?,
            &Item::fullscreen(app, Some("Schermvullend"))?,
            &Item::close_window(app, Some("Sluit"))?,
        ],
    )?;
    Menu::with_items(app, &[&program, &edit, &window])
}

/// Something was chosen that the system does not do by itself.
pub(crate) fn chosen<R: Runtime>(app: &AppHandle<R>, event: MenuEvent) {
    if event.id() != QUIT {
        return;
    }
    match app.get_webview_window(LABEL) {
        Some(window) => farewell::wanted(&window.as_ref().window()),
        None => app.exit(0),
    }
}
