//! This computer, as the use cases see it: the clock, the folders, the keychain, the
//! way out for mail.

use std::path::PathBuf;

use app::post::Post;
use app::{Host, Keychain};
use chrono::{DateTime, Local, NaiveDate, Utc};
use post::Smtp;

use crate::keychain::SystemKeychain;

/// This computer.
pub struct Computer {
    data: Option<PathBuf>,
    documents: Option<PathBuf>,
    keychain: Box<dyn Keychain>,
    post: Smtp,
}

impl Computer {
    /// The computer the program runs on.
    pub fn this() -> Computer {
        Computer {
            data: data_dir(),
            documents: documents_dir(),
            keychain: Box::new(SystemKeychain::default()),
            post: Smtp::system(),
        }
    }

    /// A computer with its own folder and keychain (the tests' own).
    pub fn with(data: PathBuf, keychain: Box<dyn Keychain>) -> Computer {
        Computer {
            documents: Some(data.join("Documents")),
            data: Some(data),
            keychain,
            post: Smtp::system(),
        }
    }

    /// Where the system's web view keeps its own files: language and colours, nothing else.
    pub(crate) fn webview_dir(&self) -> Option<PathBuf> {
        Some(self.data.as_ref()?.join("webview"))
    }
}

/// The folder of this user's application data; the command line uses the same one, so that both
/// share the journal of sent letters. `STANDVAST_DATA_DIR` overrides it.
fn data_dir() -> Option<PathBuf> {
    match std::env::var_os("STANDVAST_DATA_DIR") {
        Some(folder) if !folder.is_empty() => Some(PathBuf::from(folder)),
        _ => directories::ProjectDirs::from("", "", "Standvast")
            .map(|folders| folders.data_dir().to_path_buf()),
    }
}

fn documents_dir() -> Option<PathBuf> {
    let folders = directories::UserDirs::new()?;
    // A Linux desktop without folders set up has no Documents; the home folder always is.
    Some(
        folders
            .document_dir()
            .unwrap_or_else(|| folders.home_dir())
            .to_path_buf(),
    )
}

impl Host for Computer {
    #[allow(
        clippy::disallowed_methods,
        reason = "the edge is where the clock is read"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    #[allow(
        clippy::disallowed_methods,
        reason = "the edge is where the clock is read"
    )]
    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }

    fn data_dir(&self) -> Option<PathBuf> {
        self.data.clone()
    }

    fn documents_dir(&self) -> Option<PathBuf> {
        self.documents.clone()
    }

    fn keychain(&self) -> &dyn Keychain {
        self.keychain.as_ref()
    }

    fn post(&self) -> &dyn Post {
        &self.post
    }
}
