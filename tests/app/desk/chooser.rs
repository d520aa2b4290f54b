//! The file chooser of the desk: it answers over the session bus, as the desktop's own would.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use zbus::blocking::Connection;
use zbus::message::Header;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

/// What a dialog was asked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub title: String,
    pub saving: bool,
    pub folder: bool,
    /// The suggested name.
    pub name: Option<String>,
}

#[derive(Default)]
struct Answers {
    /// What the user will choose; none is a cancel.
    next: VecDeque<Option<PathBuf>>,
    asked: Vec<Asked>,
}

/// The file chooser.
pub struct Chooser {
    answers: Arc<Mutex<Answers>>,
    _bus: Connection,
}

struct Portal {
    answers: Arc<Mutex<Answers>>,
    bus: Arc<std::sync::OnceLock<Connection>>,
}

type Options = HashMap<String, OwnedValue>;

fn text(options: &Options, name: &str) -> Option<String> {
    options.get(name)?.clone().try_into().ok()
}

fn flag(options: &Options, name: &str) -> bool {
    options
        .get(name)
        .is_some_and(|value| bool::try_from(value).unwrap_or(false))
}

impl Portal {
    /// Takes the next answer, and gives it a moment later: the caller first learns where to listen.
    fn answer(&self, header: &Header<'_>, options: &Options, asked: Asked) -> OwnedObjectPath {
        let chosen = self.answers.lock().unwrap().next.pop_front().flatten();
        let caller = header.sender().expect("a caller").to_owned();
        let name = caller.as_str().trim_start_matches(':').replace('.', "_");
        let token = text(options, "handle_token").unwrap_or_else(|| "t".to_string());
        let path = format!("/org/freedesktop/portal/desktop/request/{name}/{token}");
        let handle = OwnedObjectPath::try_from(path.clone()).unwrap();
        let bus = self.bus.get().expect("a bus").clone();
        let answers = Arc::clone(&self.answers);
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(200));
            let mut results: HashMap<&str, Value<'_>> = HashMap::new();
            let code: u32 = match &chosen {
                Some(file) => {
                    results.insert("uris", Value::from(vec![address(file)]));
                    0
                }
                None => 1,
            };
            bus.emit_signal(
                Some(caller),
                path,
                "org.freedesktop.portal.Request",
                "Response",
                &(code, results),
            )
            .unwrap();
            answers.lock().unwrap().asked.push(asked);
        });
        handle
    }
}

/// A file's address, with everything escaped that is not plain.
fn address(file: &Path) -> String {
    let path = file.to_str().unwrap();
    let escaped: String = path
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("file://{escaped}")
}

#[zbus::interface(name = "org.freedesktop.portal.FileChooser")]
impl Portal {
    fn open_file(
        &self,
        #[zbus(header)] header: Header<'_>,
        _parent: String,
        title: String,
        options: Options,
    ) -> OwnedObjectPath {
        let folder = flag(&options, "directory");
        let asked = Asked {
            title,
            saving: false,
            folder,
            name: None,
        };
        self.answer(&header, &options, asked)
    }

    fn save_file(
        &self,
        #[zbus(header)] header: Header<'_>,
        _parent: String,
        title: String,
        options: Options,
    ) -> OwnedObjectPath {
        let name = text(&options, "current_name");
        let asked = Asked {
            title,
            saving: true,
            folder: false,
            name,
        };
        self.answer(&header, &options, asked)
    }

    #[zbus(property, name = "version")]
    fn version(&self) -> u32 {
        3
    }
}

impl Chooser {
    pub fn serve(address: &str) -> Chooser {
        let answers = Arc::new(Mutex::new(Answers::default()));
        let later = Arc::new(std::sync::OnceLock::new());
        let portal = Portal {
            answers: Arc::clone(&answers),
            bus: Arc::clone(&later),
        };
        let bus = zbus::blocking::connection::Builder::address(address)
            .unwrap()
            .serve_at("/org/freedesktop/portal/desktop", portal)
            .unwrap()
            .name("org.freedesktop.portal.Desktop")
            .unwrap()
            .build()
            .unwrap();
        later.set(bus.clone()).expect("set once");
        Chooser { answers, _bus: bus }
    }

    /// What the user will choose in the next dialog.
    pub fn will_choose(&self, file: &Path) {
        self.answers
            .lock()
            .unwrap()
            .next
            .push_back(Some(file.to_path_buf()));
    }

    /// The user will cancel the next dialog.
    pub fn will_cancel(&self) {
        self.answers.lock().unwrap().next.push_back(None);
    }

    /// The last dialog that was answered.
    pub fn last_asked(&self) -> Option<Asked> {
        self.answers.lock().unwrap().asked.last().cloned()
    }
}
