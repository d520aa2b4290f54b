//! The system's packages that building and testing need: installed on Debian and Ubuntu, named
//! elsewhere.

use std::fs;
use std::process::{Command, Stdio};

use crate::child;
use crate::trouble::{Outcome, Trouble};

/// What the core and the command line are built with: OpenSSL and SQLCipher come as C sources.
pub const BUILD: &[&str] = &["build-essential", "pkg-config", "perl"];

/// What the window is built with.
pub const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev", "libgtk-3-dev", "librsvg2-dev"];

/// What the tests look with: a screen in memory, a keychain, a driver of the window, a browser,
/// and readers of PDF that are not ours.
pub const TESTS: &[&str] = &[
    "xvfb",
    "dbus",
    "dbus-x11",
    "gnome-keyring",
    "webkit2gtk-driver",
    "chromium",
    "poppler-utils",
    "qpdf",
    "fonts-dejavu-core",
    "fonts-noto-core",
];

/// Sees to it that `wanted` is there.
pub fn ensure(wanted: &[&[&str]]) -> Outcome {
    if cfg!(target_os = "macos") {
        return ensure_macos();
    }
    if cfg!(windows) {
        return ensure_windows();
    }
    let wanted: Vec<&str> = wanted
        .iter()
        .flat_map(|group| group.iter().copied())
        .collect();
    if !child::succeeds(Command::new("dpkg-query").arg("--version")) {
        println!(
            "This is not Debian or Ubuntu. Needed, by Debian's names: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing = missing(&wanted, &installed(&wanted), is_ubuntu());
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {}", missing.join(" "));
    install(&missing)
}

/// The wanted packages that are not installed.
fn missing<'a>(wanted: &[&'a str], installed: &[String], ubuntu: bool) -> Vec<&'a str> {
    wanted
        .iter()
        .copied()
        .filter(|name| !installed.iter().any(|there| there == name))
        // Ubuntu's chromium is a snap, which does not start without a login; browser.rs gets one.
        .filter(|name| !(ubuntu && *name == "chromium"))
        .collect()
}

fn installed(wanted: &[&str]) -> Vec<String> {
    // dpkg-query ends with 1 when one name is unknown, and still answers for the others.
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\\n"])
        .args(wanted)
        .stderr(Stdio::null())
        .output();
    let text = output.map(|output| output.stdout).unwrap_or_default();
    installed_among(&String::from_utf8_lossy(&text))
}

fn installed_among(answer: &str) -> Vec<String> {
    answer
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .map(str::to_string)
        .collect()
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "ID=ubuntu"))
}

fn install(missing: &[&str]) -> Outcome {
    let by_hand = format!("sudo apt-get install {}", missing.join(" "));
    let root = is_root();
    if !root && !child::succeeds(Command::new("sudo").arg("--version")) {
        return Err(Trouble::new(format!(
            "these packages are needed and there is no sudo here; run as root: {by_hand}"
        )));
    }
    // An update that fails for one source may still know the packages: install decides.
    if child::run(apt(root).arg("update")).is_err() {
        println!("apt-get update did not succeed; going on with what is known");
    }
    child::run(
        apt(root)
            .args(["install", "-y", "--no-install-recommends"])
            .args(missing),
    )
    .map_err(|trouble| Trouble::new(format!("{trouble}; try by hand: {by_hand}")))
}

fn apt(root: bool) -> Command {
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root {
        command.arg("env");
    }
    // Another apt may be busy on a machine that has just started.
    command.args([
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
    ]);
    command
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn ensure_macos() -> Outcome {
    if child::succeeds(Command::new("xcode-select").arg("-p")) {
        return Ok(());
    }
    Err(Trouble::new(
        "Apple's command line tools are needed: xcode-select --install",
    ))
}

fn ensure_windows() -> Outcome {
    if child::succeeds(Command::new("perl").arg("-v")) {
        return Ok(());
    }
    Err(Trouble::new(
        "Perl is needed to build OpenSSL (Strawberry Perl will do), beside the C++ build tools of \
         Visual Studio and the WebView2 runtime",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_installed_packages_count_as_there() {
        let answer = "perl installed\nqpdf config-files\nxvfb not-installed\n";
        assert_eq!(
            missing(
                &["perl", "qpdf", "xvfb", "dbus"],
                &installed_among(answer),
                false
            ),
            ["qpdf", "xvfb", "dbus"],
            "removed, known and unknown packages are all missing"
        );
    }

    #[test]
    fn ubuntu_is_not_asked_for_its_snap() {
        assert_eq!(missing(&["chromium", "qpdf"], &[], true), ["qpdf"]);
        assert_eq!(
            missing(&["chromium", "qpdf"], &[], false),
            ["chromium", "qpdf"]
        );
    }
}
