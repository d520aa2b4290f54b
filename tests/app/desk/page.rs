//! The page in the window, driven through WebKit's own driver by the W3C protocol.

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

use super::http::{free_port, send};
use super::service::{self, Environment, Service};

/// How long anything in the window may take on a slow machine.
const PATIENCE: Duration = Duration::from_secs(45);

/// The W3C name of an element's key.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A dot that never rests. The driver takes its picture after the next painting, and a window that
/// paints by itself does not paint where nothing changes: a screen at rest kept it waiting for good.
const RESTLESS: &str = "const dot = document.createElement('i'); dot.id = 'restless';\
    dot.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px';\
    document.body.append(dot); let turn = 0;\
    const beat = setInterval(() => { if (!dot.isConnected) return clearInterval(beat);\
      dot.style.background = `rgb(0 0 0 / ${(turn += 1) % 2 + 1}%)`; }, 30)";

/// Asks until there is an answer.
pub fn until<T>(what: &str, patience: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(
            start.elapsed() < patience,
            "waited {patience:?} in vain for {what}"
        );
        std::thread::sleep(Duration::from_millis(60));
    }
}

pub struct Page {
    port: u16,
    session: String,
    _driver: Service,
}

impl Page {
    pub fn open(environment: &Environment, binary: &Path, arguments: &[&str]) -> Page {
        let port = free_port();
        let environment = environment.with("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = Service::start(
            &environment,
            &service::find("WebKitWebDriver").unwrap(),
            &["--host=127.0.0.1", &format!("--port={port}")],
        );
        until("the driver", PATIENCE, || {
            send(port, "GET", "/status", None).ok()
        });
        // No browserName: the driver would refuse every name it does not know.
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": {
            "binary": binary, "args": arguments,
        } } } });
        let made = send(port, "POST", "/session", Some(&wanted)).expect("a session");
        let session = made["sessionId"].as_str().expect("its id").to_string();
        let page = Page {
            port,
            session,
            _driver: driver,
        };
        until("the page", PATIENCE, || {
            let ready = page.script("return document.readyState", json!([])).ok()?;
            (ready == "complete").then_some(())
        });
        page
    }

    fn ask(&self, method: &str, path: &str, body: Option<Value>) -> Result<Value, String> {
        send(
            self.port,
            method,
            &format!("/session/{}{path}", self.session),
            body.as_ref(),
        )
    }

    fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        self.ask("POST", path, Some(body))
    }

    pub fn script(&self, script: &str, arguments: Value) -> Result<Value, String> {
        self.post(
            "/execute/sync",
            json!({ "script": script, "args": arguments }),
        )
    }

    /// Runs a script that gives a promise, and waits for what it gives.
    pub fn promise(&self, script: &str, arguments: Value) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             const work = async (...args) => {{ {script} }};\
             work(...Array.prototype.slice.call(arguments, 0, -1))\
               .then((value) => done({{ value }}), (reason) => done({{ reason: String(reason) }}));"
        );
        self.post(
            "/execute/async",
            json!({ "script": script, "args": arguments }),
        )
        .unwrap()
    }

    fn find(&self, using: &str, value: &str) -> Option<String> {
        let found = self
            .post("/element", json!({ "using": using, "value": value }))
            .ok()?;
        Some(found[ELEMENT].as_str()?.to_string())
    }

    fn wait_for(&self, using: &str, value: &str) -> String {
        let start = Instant::now();
        loop {
            if let Some(element) = self.find(using, value) {
                return element;
            }
            if start.elapsed() > PATIENCE {
                self.picture_of_failure();
                panic!("no {value} in the window, which says: {}", self.text());
            }
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    fn act(&self, element: &str, action: &str, body: Value) {
        self.post(&format!("/element/{element}/{action}"), body)
            .unwrap();
    }

    /// Waits for a button that can be pressed, and presses it.
    pub fn press(&self, words: &str) {
        let element = self.wait_for("xpath", &button(words));
        self.act(&element, "click", json!({}));
    }

    pub fn click(&self, css: &str) {
        let element = self.wait_for("css selector", css);
        self.act(&element, "click", json!({}));
    }

    /// Presses the last of the buttons with these words: the one of the dialog on top.
    pub fn press_last(&self, words: &str) {
        let element = self.wait_for("xpath", &format!("({})[last()]", button(words)));
        self.act(&element, "click", json!({}));
    }

    /// Chooses a tab.
    pub fn press_tab(&self, words: &str) {
        let path = format!("//*[@role='tab' and contains(normalize-space(.), '{words}')]");
        let element = self.wait_for("xpath", &path);
        self.act(&element, "click", json!({}));
    }

    /// Waits until this holds in the page.
    pub fn wait_until(&self, what: &str, holds: &str) {
        until(what, PATIENCE, || {
            let answer = self.script(&format!("return Boolean({holds})"), json!([]));
            (answer.ok()? == true).then_some(())
        });
    }

    /// Whether such a button is there and can be pressed.
    pub fn can_press(&self, words: &str) -> bool {
        self.find("xpath", &button(words)).is_some()
    }

    /// Types into the field of this name.
    pub fn fill(&self, name: &str, text: &str) {
        let element = self.wait_for("css selector", &format!("input[name='{name}']"));
        self.type_over(&element, text);
    }

    /// Types over what stands in a field. The protocol's own way to clear one goes unheard by React.
    fn type_over(&self, element: &str, text: &str) {
        self.script("arguments[0].select()", json!([{ ELEMENT: element }]))
            .unwrap();
        self.act(element, "value", json!({ "text": text }));
    }

    /// Types into the field under this label.
    pub fn fill_under(&self, label: &str, text: &str) {
        let path =
            format!("//label[starts-with(normalize-space(.), '{label}')]/following::input[1]");
        let element = self.wait_for("xpath", &path);
        self.type_over(&element, text);
    }

    /// Ticks the box with these words.
    pub fn tick(&self, words: &str) {
        let path = format!("//label[contains(normalize-space(.), '{words}')]");
        let element = self.wait_for("xpath", &path);
        self.act(&element, "click", json!({}));
    }

    /// Everything that can be read in the window.
    pub fn text(&self) -> String {
        let text = self
            .script("return document.body.innerText", json!([]))
            .unwrap_or_default();
        // A space that does not break reads as a space.
        text.as_str().unwrap_or_default().replace('\u{a0}', " ")
    }

    /// Waits until the window says this.
    pub fn says(&self, words: &str) {
        let start = Instant::now();
        while !self.text().contains(words) {
            if start.elapsed() > PATIENCE {
                self.picture_of_failure();
                panic!("the window does not say “{words}” but: {}", self.text());
            }
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    /// Calls a command as the page itself does; the page's own code is not in the way.
    pub fn call(&self, name: &str, payload: Value) -> Value {
        self.promise(
            "return window.__TAURI_INTERNALS__.invoke('call', args[0]);",
            json!([{ "name": name, "payload": payload, "lang": "nl" }]),
        )["value"]
            .clone()
    }

    pub fn address(&self) -> String {
        self.ask("GET", "/url", None)
            .unwrap()
            .as_str()
            .unwrap_or_default()
            .to_string()
    }

    /// The page's own width and height.
    pub fn size(&self) -> (u64, u64) {
        let size = self
            .script("return [innerWidth, innerHeight]", json!([]))
            .unwrap();
        (size[0].as_u64().unwrap(), size[1].as_u64().unwrap())
    }

    pub fn resize(&self, width: u32, height: u32) {
        self.post("/window/rect", json!({ "width": width, "height": height }))
            .unwrap();
        until("the new size", PATIENCE, || {
            (self.size() == (u64::from(width), u64::from(height))).then_some(())
        });
    }

    /// Chooses light or dark as the user's settings would, and shows the page anew.
    pub fn theme(&self, theme: &str) {
        self.script(
            "localStorage.setItem('standvast.theme', arguments[0]); location.reload()",
            json!([theme]),
        )
        .unwrap();
        until("the colours", PATIENCE, || {
            let now = self.script(
                "return document.readyState === 'complete' && document.getElementById('root')\
                 .childElementCount > 0 && document.documentElement.dataset.theme",
                json!([]),
            );
            (now.ok()? == theme).then_some(())
        });
    }

    /// Keeps a picture of the window, once it is painted and what glides in has arrived.
    pub fn picture(&self, name: &str) {
        self.try_picture(name)
            .unwrap_or_else(|error| panic!("no picture of {name}: {error}"));
    }

    fn try_picture(&self, name: &str) -> Result<(), String> {
        std::thread::sleep(Duration::from_millis(450));
        self.script(RESTLESS, json!([]))?;
        let picture = self.ask("GET", "/screenshot", None);
        self.script("document.getElementById('restless')?.remove()", json!([]))?;
        let picture = picture?;
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(picture.as_str().unwrap_or_default())
            .map_err(|error| error.to_string())?;
        std::fs::write(super::pictures().join(format!("{name}.png")), bytes)
            .map_err(|error| error.to_string())
    }

    /// What the window looks like when something was not found there, as far as it still answers.
    fn picture_of_failure(&self) {
        if let Err(error) = self.try_picture("failed") {
            println!("no picture of it: {error}");
        }
    }

    /// Pictures of the room that is open: both sizes, light and dark, without leaving it.
    pub fn in_room(&self, name: &str) {
        for theme in ["light", "dark"] {
            self.script(
                "document.documentElement.dataset.theme = arguments[0]",
                json!([theme]),
            )
            .unwrap();
            for (width, height) in [(1440, 900), (1024, 700)] {
                self.resize(width, height);
                self.picture(&format!("{name}-{width}-{theme}"));
            }
        }
        self.script(
            "document.documentElement.dataset.theme = 'light'",
            json!([]),
        )
        .unwrap();
        self.resize(1440, 900);
    }

    /// Pictures of what the window shows after it was loaded anew: both sizes, light and dark.
    pub fn pictures(&self, name: &str, shows: &str) {
        for theme in ["light", "dark"] {
            self.theme(theme);
            for (width, height) in [(1440, 900), (1024, 700)] {
                self.resize(width, height);
                self.says(shows);
                self.picture(&format!("{name}-{width}-{theme}"));
            }
        }
        self.theme("light");
        self.resize(1440, 900);
        self.says(shows);
    }
}

fn button(words: &str) -> String {
    format!(
        "//button[contains(normalize-space(.), '{words}') and not(@disabled) \
         and not(@aria-disabled='true') and not(@data-pending)]"
    )
}
