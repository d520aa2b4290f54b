//! Closing: the administration is closed first (backup, checkpoint, key out of memory), then the
//! window. What fails then is said; a window that vanished could not say it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use app::{Lang, Session};
use tauri::{Manager, Runtime, Window};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

use crate::SharedSession;
use crate::call;

/// Whether closing has begun: a second click must not begin it again.
#[derive(Debug, Default)]
pub(crate) struct Farewell(AtomicBool);

/// Closes the session and then the window.
pub(crate) fn close<R: Runtime>(window: &Window<R>) {
    if window.state::<Farewell>().0.swap(true, Ordering::SeqCst) {
        return;
    }
    // The backup may take seconds; the user is done with the window.
    let _ = window.hide();
    let session = Arc::clone(&window.state::<SharedSession>());
    let window = window.clone();
    tauri::async_runtime::spawn(async move {
        let closed = call::apart(Lang::Nl, move || {
            session.jobs().cancel();
            session.close().map_err(|error| error.to_api(Lang::Nl))
        })
        .await;
        match closed {
            Ok(()) => leave(&window),
            Err(error) => {
                let words = match error.hint {
                    Some(hint) => format!("{}\n\n{hint}", error.message),
                    None => error.message,
                };
                let done = window.clone();
                window
                    .dialog()
                    .message(words)
                    .title("Standvast")
                    .kind(MessageDialogKind::Warning)
                    .show(move |_| leave(&done));
            }
        }
    });
}

fn leave<R: Runtime>(window: &Window<R>) {
    if window.destroy().is_err() {
        window.app_handle().exit(0);
    }
}

/// Closes the session when the program ends in another way (quit from the menu, log off).
pub(crate) fn at_exit(session: &Session) {
    session.jobs().cancel();
    if let Err(error) = session.close() {
        eprintln!("standvast-desktop: {}", error.to_api(Lang::Nl).message);
    }
}
