//! Closing: the page is asked first when it holds unsaved work, then the administration is closed
//! (backup, checkpoint, key out of memory), then the window. What fails then is said; a window that
//! vanished could not say it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::{Lang, Session};
use tauri::{Emitter, Manager, Runtime, State, WebviewWindow, Window};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

use crate::question::{Next, Question, Word};
use crate::window::LABEL;
use crate::{SharedSession, call, place};

/// The event that has the page ask whether the window may close.
const CLOSE_WANTED: &str = "close-wanted";

/// How long a page may take to show its question. One that takes longer hangs, or has crashed.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether closing has begun: a second click must not begin it again.
#[derive(Debug, Default)]
pub(crate) struct Farewell(AtomicBool);

/// The user wants to close the window: by its button, a key, or the menu. Never the system: that
/// ends a program without asking its windows, and is not held up.
pub(crate) fn wanted<R: Runtime>(window: &Window<R>) {
    place::remember(window);
    match window.state::<Question>().wanted() {
        Next::Close => close(window),
        Next::Wait => {}
        Next::Ask(time) => ask(window, time),
    }
}

/// Has the page ask, where the user sees it, and goes on by itself when the page does not.
fn ask<R: Runtime>(window: &Window<R>, time: u32) {
    // It may have been closed from the taskbar, where it lay.
    let _ = window.unminimize();
    let _ = window.set_focus();
    if window
        .app_handle()
        .emit_to(LABEL, CLOSE_WANTED, ())
        .is_err()
    {
        close(window);
        return;
    }
    let window = window.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if window.state::<Question>().unanswered(time) {
            close(&window);
        }
    });
}

/// The page says whether it holds unsaved work, and what became of its question.
#[tauri::command]
pub(crate) fn closing<R: Runtime>(
    window: WebviewWindow<R>,
    question: State<'_, Question>,
    word: Word,
) {
    if question.said(word) {
        close(&window.as_ref().window());
    }
}

/// Closes the session and then the window.
fn close<R: Runtime>(window: &Window<R>) {
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
