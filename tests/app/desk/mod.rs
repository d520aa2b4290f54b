//! A desk for one test: its own screen, session bus, keychain, file chooser and home folder, and
//! the program on it, driven as a user would.

mod chooser;
mod http;
mod page;
mod screen;
mod service;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use chooser::Chooser;
pub use page::{Page, until};
pub use screen::Screen;
use service::{Environment, Service};

/// Windows are driven one after the other: two at once would only be slow.
static TURN: Mutex<()> = Mutex::new(());

const NEEDED: &[&str] = &[
    "Xvfb",
    "dbus-daemon",
    "gnome-keyring-daemon",
    "WebKitWebDriver",
];

pub struct Desk {
    pub chooser: Chooser,
    pub screen: Screen,
    environment: Environment,
    binary: PathBuf,
    keyring: Option<Service>,
    _bus: Service,
    _display: Service,
    home: tempfile::TempDir,
    _turn: MutexGuard<'static, ()>,
}

/// The program as built, with the web files in it.
fn binary() -> PathBuf {
    match std::env::var_os("STANDVAST_DESKTOP_BIN") {
        Some(path) => PathBuf::from(path),
        // Built by cargo before this test runs.
        None => PathBuf::from(env!("CARGO_BIN_EXE_standvast-desktop")),
    }
}

/// Why no window can be driven here, or nothing.
fn missing() -> Option<String> {
    if let Some(name) = NEEDED.iter().find(|name| service::find(name).is_none()) {
        return Some(format!("{name} is not installed"));
    }
    let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/dist/index.html");
    let built = std::fs::read_to_string(index).is_ok_and(|page| page.contains("<script"));
    (!built).then(|| "the web files are not built (npm run build in ui/)".to_string())
}

impl Desk {
    /// A desk with an unlocked keychain; none, with a word why, where windows cannot be driven.
    pub fn set_up() -> Option<Desk> {
        Desk::with_keychain(true)
    }

    pub fn with_keychain(keychain: bool) -> Option<Desk> {
        if let Some(why) = missing() {
            assert!(
                std::env::var_os("CI").is_none(),
                "the window must be tested in CI: {why}"
            );
            println!("skipped: {why}");
            return None;
        }
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let home = tempfile::Builder::new()
            .prefix("standvast-desk-")
            .tempdir()
            .unwrap();
        let mut environment = Environment::new(home.path());
        let (display, number) = service::display(&environment);
        environment.set("DISPLAY", format!(":{number}"));
        let (bus, address) = service::bus(&environment, home.path());
        environment.set("DBUS_SESSION_BUS_ADDRESS", &address);
        let keyring = keychain.then(|| service::keyring(&environment, &address));
        let chooser = Chooser::serve(&address);
        Some(Desk {
            chooser,
            screen: Screen::connect(number),
            binary: binary(),
            environment,
            keyring,
            _bus: bus,
            _display: display,
            home,
            _turn: turn,
        })
    }

    /// Where the program keeps its own files: nothing in the environment says otherwise.
    pub fn data(&self) -> PathBuf {
        self.home.path().join(".local/share/standvast")
    }

    /// A path among the user's files.
    pub fn file(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Starts the program and drives its window.
    pub fn open(&self, arguments: &[&str]) -> Page {
        Page::open(&self.environment, &self.binary, arguments)
    }

    /// Likewise, and a second start finds it, as it does where nobody drives.
    pub fn open_once(&self, arguments: &[&str]) -> Page {
        let environment = self.environment.with("STANDVAST_ONE_WINDOW", "1");
        Page::open(&environment, &self.binary, arguments)
    }

    /// Starts the program with nobody driving it.
    pub fn start(&self, arguments: &[&str]) -> Service {
        Service::start(&self.environment, &self.binary, arguments)
    }

    /// Ends the keychain, as a crash of its service would.
    pub fn lose_keychain(&mut self) {
        self.keyring = None;
    }
}

/// Where pictures of the window are kept.
pub fn pictures() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .unwrap()
        .join("e2e");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
