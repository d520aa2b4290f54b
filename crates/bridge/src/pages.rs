//! The built web files, and nothing beside their folder.

use std::path::{Path, PathBuf};

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The folder that is served.
#[derive(Debug)]
pub(crate) struct Pages {
    folder: PathBuf,
}

impl Pages {
    /// # Errors
    /// When there is no such folder, or the page was not built in it.
    pub(crate) fn new(folder: &Path) -> std::io::Result<Pages> {
        let folder = folder.canonicalize()?;
        std::fs::metadata(folder.join("index.html"))?;
        Ok(Pages { folder })
    }

    /// The file under an address, if it stands within the folder.
    fn find(&self, address: &str) -> Option<PathBuf> {
        let name = match address.strip_prefix('/')? {
            "" => "index.html",
            name => name,
        };
        // Built files have plain names: what is written otherwise tries to get out.
        let plain = |part: &str| {
            !part.is_empty()
                && !part.starts_with('.')
                && part
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
        };
        if !name.split('/').all(plain) {
            return None;
        }
        let file = self.folder.join(name).canonicalize().ok()?;
        (file.starts_with(&self.folder) && file.is_file()).then_some(file)
    }

    /// Answers with a file, or says that there is none.
    pub(crate) fn answer(&self, address: &str) -> Response {
        let Some(file) = self.find(address) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        match std::fs::read(&file) {
            Ok(bytes) => ([(header::CONTENT_TYPE, kind(&file))], bytes).into_response(),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::Pages;

    #[test]
    fn nothing_beside_the_folder_is_served() {
        let home = tempfile::tempdir().unwrap();
        let dist = home.path().join("dist");
        std::fs::create_dir_all(dist.join("assets")).unwrap();
        std::fs::write(dist.join("index.html"), "x").unwrap();
        std::fs::write(dist.join("assets/a-1.js"), "x").unwrap();
        std::fs::write(dist.join(".env"), "x").unwrap();
        std::fs::write(home.path().join("secret"), "x").unwrap();
        let pages = Pages::new(&dist).unwrap();
        assert!(pages.find("/").is_some());
        assert!(pages.find("/assets/a-1.js").is_some());
        for address in [
            "/../secret",
            "/assets/../../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/..\\secret",
            "//secret",
            "/.env",
            "/assets",
            "/assets/",
            "secret",
            "",
        ] {
            assert_eq!(pages.find(address), None, "{address} must not be found");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_not_followed() {
        let home = tempfile::tempdir().unwrap();
        let dist = home.path().join("dist");
        std::fs::create_dir(&dist).unwrap();
        std::fs::write(dist.join("index.html"), "x").unwrap();
        std::fs::write(home.path().join("secret"), "x").unwrap();
        std::os::unix::fs::symlink(home.path().join("secret"), dist.join("leak")).unwrap();
        assert_eq!(Pages::new(&dist).unwrap().find("/leak"), None);
    }

    #[test]
    fn a_folder_without_the_page_is_said_at_once() {
        let home = tempfile::tempdir().unwrap();
        assert!(
            Pages::new(home.path()).is_err(),
            "the web files were not built"
        );
    }
}
