//! A desktop session for one test program: a private home, a message bus, an unlocked keychain
//! and a screen in memory. On Linux only; elsewhere the program runs in the session there is.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::child;
use crate::place;
use crate::screen::Virtual;
use crate::trouble::{Outcome, Trouble};

/// The hidden task that runs inside the message bus.
pub const INSIDE: &str = "inside-session";

/// The longest that one test program of the window may take.
const LIMIT: Duration = Duration::from_secs(15 * 60);

/// Wraps a program in a session of its own.
pub fn wrap(program: &Path, home: &Path) -> Outcome<Command> {
    if !cfg!(target_os = "linux") {
        return Ok(Command::new(program));
    }
    let own = std::env::current_exe()
        .map_err(|error| Trouble::new(format!("this program cannot find itself: {error}")))?;
    let mut command = Command::new("dbus-run-session");
    command
        .arg("--")
        .arg(own)
        .arg(INSIDE)
        .arg(home)
        .arg(program);
    Ok(command)
}

/// Runs `HOME PROGRAM` inside the message bus that `wrap` started.
pub fn inside(arguments: &[String]) -> Outcome {
    let [home, program] = arguments else {
        return Err(Trouble::new(format!("{INSIDE} takes a home and a program")));
    };
    let home = PathBuf::from(home);
    make_home(&home)?;
    let with_home = |command: &mut Command| {
        command
            .env("HOME", &home)
            .env("XDG_RUNTIME_DIR", home.join("run"))
            .env("XDG_DATA_HOME", home.join(".local/share"))
            .env("XDG_CONFIG_HOME", home.join(".config"))
            .env("XDG_CACHE_HOME", home.join(".cache"));
    };
    unlock_keychain(with_home)?;
    let screen = Virtual::start()?;
    let mut command = Command::new(program);
    with_home(&mut command);
    command
        .env("DISPLAY", &screen.display)
        .env_remove("WAYLAND_DISPLAY")
        .env("GDK_BACKEND", "x11")
        .env("NO_AT_BRIDGE", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    let mut running = command
        .spawn()
        .map_err(|error| child::did_not_start(&command, &error))?;
    let status = child::wait_at_most(&mut running, LIMIT)?;
    child::judge(&command, status)
}

fn make_home(home: &Path) -> Outcome {
    let run = home.join("run");
    fs::create_dir_all(&run).map_err(|error| Trouble::at(&run, &error))?;
    // Services refuse a runtime folder that others may read.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&run, fs::Permissions::from_mode(0o700))
            .map_err(|error| Trouble::at(&run, &error))?;
    }
    Ok(())
}

fn unlock_keychain(with_home: impl Fn(&mut Command)) -> Outcome {
    let mut command = Command::new("gnome-keyring-daemon");
    with_home(&mut command);
    command
        .args(["--unlock", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut daemon = command
        .spawn()
        .map_err(|error| child::did_not_start(&command, &error))?;
    if let Some(mut stdin) = daemon.stdin.take() {
        stdin
            .write_all(b"a keychain of tests")
            .map_err(|error| Trouble::new(format!("the keychain cannot be unlocked: {error}")))?;
    }
    // It goes on in the background once it is unlocked, and ends with the message bus.
    let status = child::wait_at_most(&mut daemon, Duration::from_secs(30))?;
    child::judge(&command, status)
}

/// A fresh home for a session, in the build folder.
pub fn fresh_home(name: &str) -> Outcome<PathBuf> {
    let home = place::target().join("xtask").join(name);
    if home.exists() {
        fs::remove_dir_all(&home).map_err(|error| Trouble::at(&home, &error))?;
    }
    fs::create_dir_all(&home).map_err(|error| Trouble::at(&home, &error))?;
    Ok(home)
}
