//! The one window: how it is made, where it may go, what happens to it.

use std::path::PathBuf;

use tauri::webview::{NewWindowResponse, PageLoadEvent, PermissionResponse};
use tauri::{
    App, DragDropEvent, Emitter, Manager, Runtime, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, Window, WindowEvent,
};

use crate::question::Question;
use crate::{farewell, place};

/// The window's label.
pub(crate) const LABEL: &str = "main";

/// The event that carries the paths of dropped files to the page.
const FILES_DROPPED: &str = "files-dropped";

/// Files are held over the window; they were taken away again.
const FILES_OVER: &str = "files-over";
const FILES_AWAY: &str = "files-away";

/// Logical pixels that the rooms were made for, and the least they work in.
pub(crate) const MADE_FOR: (f64, f64) = (1440.0, 900.0);
pub(crate) const LEAST: (f64, f64) = (1024.0, 700.0);

/// Makes the window and shows it where it last stood.
pub(crate) fn open<R: Runtime>(
    app: &App<R>,
    webview_data: Option<PathBuf>,
) -> tauri::Result<WebviewWindow<R>> {
    let mut builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Standvast")
        .inner_size(MADE_FOR.0, MADE_FOR.1)
        .min_inner_size(LEAST.0, LEAST.1)
        .prevent_overflow()
        .center()
        // Shown once it stands in its place: a window that jumps is not calm.
        .visible(false)
        .zoom_hotkeys_enabled(true)
        // Windows would otherwise keep what is typed into fields, readable, on disk.
        .general_autofill_enabled(false)
        .devtools(cfg!(debug_assertions))
        .on_document_title_changed(|window, title| {
            // A title bar that lags behind harms nobody.
            let _ = window.set_title(&title);
        })
        .on_page_load(|window, page| {
            if page.event() == PageLoadEvent::Started {
                window.state::<Question>().begin();
            }
        })
        .on_navigation(|url| {
            crate::mailto::open(url);
            is_ours(url)
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny);
    if let Some(folder) = webview_data {
        builder = builder.data_directory(folder);
    }
    let window = builder.build()?;
    place::restore(&window);
    window.show()?;
    Ok(window)
}

/// Whether an address is a page of the application itself; nothing else is ever shown.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // Windows has no schemes of its own; this name never leaves the computer.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// What happens to the window.
pub(crate) fn event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            farewell::wanted(window);
        }
        WindowEvent::DragDrop(drag) => tell(window, drag),
        _ => {}
    }
}

/// Tells the page of files over it. Only a window that is closing cannot be told.
fn tell<R: Runtime>(window: &Window<R>, drag: &DragDropEvent) {
    let app = window.app_handle();
    let _ = match drag {
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => {
            app.emit_to(LABEL, FILES_OVER, ())
        }
        DragDropEvent::Leave => app.emit_to(LABEL, FILES_AWAY, ()),
        DragDropEvent::Drop { paths, .. } => {
            let paths: Vec<String> = paths
                .iter()
                .map(|path| path.to_string_lossy().into_owned())
                .collect();
            app.emit_to(LABEL, FILES_DROPPED, paths)
        }
        _ => Ok(()),
    };
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_pages_of_the_application_are_shown() {
        let ours = |address: &str| is_ours(&address.parse().unwrap());
        assert!(ours("tauri://localhost/index.html"));
        assert!(
            ours("http://tauri.localhost/index.html"),
            "so it is on Windows"
        );
        for elsewhere in [
            "https://example.nl/",
            "http://tauri.localhost.example.nl/",
            "http://localhost:1420/",
            "file:///etc/passwd",
            "data:text/html,hallo",
            "about:blank",
            "tauri://elsewhere/",
        ] {
            assert!(!ours(elsewhere), "{elsewhere} must be refused");
        }
    }
}
