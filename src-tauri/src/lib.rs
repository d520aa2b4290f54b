//! The shell: one window, one command for every use case, the system's dialogs, keychain and clock.
//!
//! Nothing of credit control stands here: every use case lives in `app`, and the window reaches
//! all of them through the one command `call`.

mod call;
mod dialogs;
mod farewell;
mod host;
mod keychain;
mod launch;
mod mailto;
mod menu;
mod paint;
mod place;
mod print;
mod question;
mod window;

use std::sync::Arc;

use app::Session;
use tauri::{App, Builder, Context, Manager, RunEvent, Runtime};

pub use host::Computer;
pub use keychain::SystemKeychain;

/// The session, as the shell's parts share it.
pub(crate) type SharedSession = Arc<Session>;

/// Builds the application on any runtime: the real one, or the mock of the tests.
///
/// # Errors
/// When a plugin or the window cannot be made.
pub fn create_app<R: Runtime>(
    mut builder: Builder<R>,
    context: Context<R>,
    computer: Computer,
) -> tauri::Result<App<R>> {
    if cfg!(target_os = "macos") {
        builder = builder.menu(menu::bar).on_menu_event(menu::chosen);
    }
    let places = place::Places::new(&computer);
    let webview_data = computer.webview_dir();
    let session: SharedSession = Arc::new(Session::new(Box::new(computer)));
    if let Some(folder) = launch::folder_among(std::env::args().skip(1), None) {
        // The window shows its lock.
        session.choose(folder);
    }
    builder
        .plugin(tauri_plugin_dialog::init())
        .manage(session)
        .manage(places)
        .manage(farewell::Farewell::default())
        .manage(question::Question::default())
        .invoke_handler(tauri::generate_handler![
            call::call,
            dialogs::pick_folder,
            dialogs::pick_file,
            dialogs::save_file,
            farewell::closing,
            print::print_window
        ])
        .on_window_event(window::event)
        .setup(move |app| {
            window::open(app, webview_data)?;
            Ok(())
        })
        .build(context)
}

/// A second start of the program ends at once and brings the first one's window forward.
fn once_only<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    // A test drives windows one after the other; one that was killed must not keep the next away, but
    // where a second start is what is tested.
    let set = |name| std::env::var_os(name).is_some();
    if set("TAURI_WEBVIEW_AUTOMATION") && !set("STANDVAST_ONE_WINDOW") {
        return builder;
    }
    builder.plugin(tauri_plugin_single_instance::init(launch::second))
}

/// Runs the desktop application until its window is closed.
///
/// # Errors
/// When the window cannot be made.
pub fn run() -> tauri::Result<()> {
    paint::suit_the_computer();
    call::note_panics();
    // Before anything else, so that a second program ends before it opens anything.
    let builder = once_only(Builder::default());
    let app = create_app(builder, tauri::generate_context!(), Computer::this())?;
    app.run(|app, event| match event {
        // Not every way out closes the window first.
        RunEvent::ExitRequested { .. } => place::remember_main(app),
        // The last stop of every way out: the checkpoint is written and the key leaves memory.
        RunEvent::Exit => farewell::at_exit(&app.state::<SharedSession>()),
        _ => {}
    });
    Ok(())
}
