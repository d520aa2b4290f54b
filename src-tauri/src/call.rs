//! The one command of the window: name, payload and language in, JSON or a worded error out.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use app::{ApiError, AppError, Code, Lang};
use serde_json::Value;
use tauri::State;

use crate::SharedSession;

thread_local! {
    static LAST_PANIC: Cell<Option<String>> = const { Cell::new(None) };
}

/// Notes where a panic began, so that the error can say it. The panic's own words are left out:
/// they could hold a customer's name.
pub(crate) fn note_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map(|at| format!("{}:{}", short(at.file()), at.line()));
        if cfg!(debug_assertions) {
            before(panic);
        } else if let Some(place) = &place {
            eprintln!("standvast-desktop: panic at {place}");
        }
        LAST_PANIC.set(place);
    }));
}

/// A source file without the folders of the machine that built the program.
fn short(file: &str) -> &str {
    let start = ["crates/", "src-tauri/", "/src/"]
        .iter()
        .find_map(|mark| file.rfind(mark));
    file.get(start.unwrap_or(0)..).unwrap_or(file)
}

/// Runs `work`; a panic in it becomes the error `internal`, and the window lives on.
fn guarded<T>(lang: Lang, work: impl FnOnce() -> Result<T, ApiError>) -> Result<T, ApiError> {
    // The session recovers from a poisoned lock by itself; nothing else is shared.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let what = LAST_PANIC.take().unwrap_or_else(|| "panic".to_string());
        Err(AppError::new(Code::Internal)
            .with("what", what)
            .to_api(lang))
    })
}

/// Runs blocking work away from the window's own thread.
pub(crate) async fn apart<T: Send + 'static>(
    lang: Lang,
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    match tauri::async_runtime::spawn_blocking(move || guarded(lang, work)).await {
        Ok(answer) => answer,
        // Only when the program is ending already.
        Err(error) => Err(AppError::new(Code::Internal)
            .with("what", error)
            .to_api(lang)),
    }
}

/// Calls a command of the application.
#[tauri::command]
pub(crate) async fn call(
    session: State<'_, SharedSession>,
    name: String,
    payload: Value,
    lang: Lang,
) -> Result<Value, ApiError> {
    let session = Arc::clone(&session);
    apart(lang, move || app::dispatch(&session, &name, payload, lang)).await
}

#[cfg(test)]
mod tests {
    use super::{guarded, note_panics, short};
    use app::{ApiError, Lang};

    #[test]
    fn a_panic_becomes_an_error_that_names_the_place_and_not_the_words() {
        note_panics();
        let answer: Result<(), ApiError> = guarded(Lang::Nl, || panic!("Bakkerij Jansen"));
        let error = answer.unwrap_err();
        assert_eq!(error.code, "internal", "the window switches on this code");
        let shown = serde_json::to_string(&error).unwrap();
        assert!(
            shown.contains("src-tauri/src/call.rs:"),
            "a report must say where: {shown}"
        );
        assert!(
            !shown.contains("Jansen"),
            "a panic's words may hold a customer's name"
        );
    }

    #[test]
    fn places_hold_no_folder_of_the_building_machine() {
        assert_eq!(
            short("/home/x/standvast/crates/store/src/key.rs"),
            "crates/store/src/key.rs"
        );
        assert_eq!(
            short("/home/x/registry/zip-9.4.0/src/read.rs"),
            "/src/read.rs"
        );
    }
}
