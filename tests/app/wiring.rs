//! The wiring of the shell, without a display: what the page sends reaches the application, and
//! the application's errors reach the page as they are.

use app::NoKeychain;
use serde_json::{Value, json};
use standvast_desktop::{Computer, create_app};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager as _, WebviewWindow};

struct Shell {
    window: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
    _home: tempfile::TempDir,
}

impl Shell {
    fn new() -> Shell {
        let home = tempfile::tempdir().unwrap();
        let computer = Computer::with(
            home.path().to_path_buf(),
            Box::new(NoKeychain("geen sleutelbos")),
        );
        let mut app = create_app(mock_builder(), mock_context(noop_assets()), computer).unwrap();
        // One turn of the loop, in which the window is made.
        #[allow(
            deprecated,
            reason = "warned of for loops; one turn is all a test wants"
        )]
        app.run_iteration(|_, _| {});
        let window = app.get_webview_window("main").expect("the one window");
        Shell {
            window,
            _app: app,
            _home: home,
        }
    }

    fn invoke_from(&self, url: &str, command: &str, body: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.into(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: url.parse().unwrap(),
            body: InvokeBody::Json(body),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_string(),
        };
        get_ipc_response(&self.window, request).map(|answer| answer.deserialize().unwrap())
    }

    fn invoke(&self, command: &str, body: Value) -> Result<Value, Value> {
        let url = if cfg!(windows) {
            "http://tauri.localhost"
        } else {
            "tauri://localhost"
        };
        self.invoke_from(url, command, body)
    }

    fn call(&self, name: &str, payload: Value, lang: &str) -> Result<Value, Value> {
        self.invoke(
            "call",
            json!({ "name": name, "payload": payload, "lang": lang }),
        )
    }
}

#[test]
fn the_page_reaches_the_application() {
    let shell = Shell::new();
    let info = shell
        .call("app_info", json!({}), "nl")
        .expect("the first call of every page");
    assert_eq!(info["session"]["state"], "closed");
    assert_eq!(info["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn an_error_arrives_as_the_applications_own_json() {
    let shell = Shell::new();
    let dutch = shell.call("today", json!({}), "nl").unwrap_err();
    let english = shell.call("today", json!({}), "en").unwrap_err();
    for error in [&dutch, &english] {
        assert_eq!(
            error["code"], "no_administration",
            "the page switches on the code"
        );
        assert!(
            error["severity"].is_string() && error["fields"].is_array(),
            "{error}"
        );
    }
    assert_ne!(
        dutch["message"], english["message"],
        "worded in the language of the call"
    );
}

#[test]
fn what_does_not_exist_cannot_be_called() {
    let shell = Shell::new();
    let unknown = shell.call("format_disk", json!({}), "en").unwrap_err();
    assert_eq!(unknown["code"], "unknown_command");
    assert!(
        shell.invoke("open_devtools", json!({})).is_err(),
        "the shell has one command only"
    );
}

#[test]
fn a_page_from_elsewhere_may_not_call() {
    let shell = Shell::new();
    let body = json!({ "name": "app_info", "payload": {}, "lang": "nl" });
    let answer = shell.invoke_from("https://example.nl/", "call", body);
    assert!(
        answer.is_err(),
        "no address but the application's own is trusted"
    );
}

#[test]
fn the_page_may_not_use_what_the_capability_does_not_name() {
    let shell = Shell::new();
    for command in [
        "plugin:window|close",
        "plugin:dialog|open",
        "plugin:app|version",
    ] {
        assert!(
            shell.invoke(command, json!({})).is_err(),
            "{command} is not in the capability"
        );
    }
}
