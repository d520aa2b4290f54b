//! A bridge that runs for the length of a test.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_bridge");

pub struct Running {
    pub port: u16,
    pub token: String,
    child: Child,
    _home: tempfile::TempDir,
}

impl Running {
    pub fn start(more: &[&str]) -> Running {
        let home = tempfile::tempdir().unwrap();
        let ui = home.path().join("dist");
        std::fs::create_dir(&ui).unwrap();
        std::fs::write(ui.join("index.html"), "<title>proef</title>").unwrap();
        std::fs::write(home.path().join("secret.txt"), "geheim").unwrap();
        let mut child = Command::new(PROGRAM)
            .arg("--ui")
            .arg(&ui)
            .arg("--data")
            .arg(home.path().join("data"))
            .args(more)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let first: Value = serde_json::from_str(&line).expect("one line of JSON");
        let url = first["url"].as_str().unwrap();
        let port = url
            .strip_prefix("http://127.0.0.1:")
            .expect("loopback")
            .parse()
            .unwrap();
        let token = first["token"].as_str().unwrap().to_string();
        assert_eq!(token.len(), 64, "a token of 256 bits");
        Running {
            port,
            token,
            child,
            _home: home,
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
