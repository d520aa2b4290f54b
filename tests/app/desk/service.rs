//! The services of a desk: display, session bus, keychain. Each in its own process group, so that
//! it ends with everything it started.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::until;

/// The variables that a process on the desk sees, and no others.
#[derive(Clone)]
pub struct Environment(Vec<(String, OsString)>);

impl Environment {
    pub fn new(home: &Path) -> Environment {
        let run = home.join("run");
        std::fs::create_dir_all(&run).unwrap();
        std::fs::set_permissions(&run, std::fs::Permissions::from_mode(0o700)).unwrap();
        let mut environment = Environment(Vec::new());
        environment.set("HOME", home);
        environment.set("XDG_RUNTIME_DIR", run);
        environment.set("PATH", std::env::var_os("PATH").unwrap_or_default());
        environment.set("LANG", "C.UTF-8");
        environment.set("TZ", "Europe/Amsterdam");
        environment.set("GDK_BACKEND", "x11");
        environment.set("NO_AT_BRIDGE", "1");
        environment.set("LIBGL_ALWAYS_SOFTWARE", "1");
        // The file chooser is asked for over the bus, where the test answers.
        environment.set("GTK_USE_PORTAL", "1");
        environment.set("GIO_USE_PROXY_RESOLVER", "dummy");
        environment.set("GIO_USE_NETWORK_MONITOR", "base");
        environment
    }

    pub fn set(&mut self, name: &str, value: impl Into<OsString>) {
        self.0.push((name.to_string(), value.into()));
    }

    pub fn with(&self, name: &str, value: &str) -> Environment {
        let mut more = self.clone();
        more.set(name, value);
        more
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(self.0.iter().map(|(name, value)| (name, value)));
        command.process_group(0);
        command
    }
}

/// A program on the PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A process that ends with the test.
pub struct Service(Child);

impl Service {
    pub fn start(environment: &Environment, program: &Path, arguments: &[&str]) -> Service {
        let child = environment
            .command(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        Service(child)
    }

    /// Waits for the process to end by itself.
    pub fn ends_within(&mut self, time: Duration) -> Option<ExitStatus> {
        let start = Instant::now();
        while start.elapsed() < time {
            if let Some(status) = self.0.try_wait().unwrap() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        None
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // The group: a driver's browser must not outlive it.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn first_line(child: &mut Child) -> String {
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    line.trim().to_string()
}

/// A screen of its own, and its number.
pub fn display(environment: &Environment) -> (Service, u32) {
    let mut child = environment
        .command(&find("Xvfb").unwrap())
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1920x1200x24",
            "-nolisten",
            "tcp",
            "-ac",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let number = first_line(&mut child)
        .parse()
        .expect("the number of the display");
    (Service(child), number)
}

/// A session bus that starts nothing by itself: what is not there is not there at once.
pub fn bus(environment: &Environment, home: &Path) -> (Service, String) {
    let config = home.join("bus.conf");
    let socket = home.join("bus");
    std::fs::write(
        &config,
        format!(
            "<busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy>\
             </busconfig>",
            socket.display()
        ),
    )
    .unwrap();
    let mut child = environment
        .command(&find("dbus-daemon").unwrap())
        .arg(format!("--config-file={}", config.display()))
        .args(["--nofork", "--print-address=1"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let address = first_line(&mut child);
    assert!(
        address.starts_with("unix:"),
        "the address of the bus: {address}"
    );
    (Service(child), address)
}

/// A keychain that is unlocked, as after logging in.
pub fn keyring(environment: &Environment, address: &str) -> Service {
    let mut child = environment
        .command(&find("gnome-keyring-daemon").unwrap())
        .args(["--foreground", "--unlock", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"aanmelding")
        .unwrap();
    let service = Service(child);
    let bus = zbus::blocking::connection::Builder::address(address)
        .unwrap()
        .build()
        .unwrap();
    until("the keychain", Duration::from_secs(10), || {
        let body = ("org.freedesktop.secrets",);
        let owner = bus.call_method(
            Some("org.freedesktop.DBus"),
            "/org/freedesktop/DBus",
            Some("org.freedesktop.DBus"),
            "NameHasOwner",
            &body,
        );
        owner.ok()?.body().deserialize::<bool>().ok()?.then_some(())
    });
    service
}
