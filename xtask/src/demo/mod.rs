//! `cargo xtask demo`: a sample administration and one day's work on it, by the command line as a
//! user would, and then the window.

mod day;
mod folder;
mod summary;
mod terminal;

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::app;
use crate::child;
use crate::packages;
use crate::place;
use crate::screen;
use crate::trouble::{Outcome, Trouble};

use folder::Folder;
use terminal::Terminal;

/// The command line's program.
const PROGRAM: &str = "standvast";

/// Makes a sample administration, does a day's work on it, and opens the window.
pub fn demo(arguments: &[String]) -> Outcome {
    let wishes = Wishes::read(arguments)?;
    let window = wishes.window && screen::is_there();
    if window {
        app::build(&["cli"])?;
    } else {
        packages::ensure(&[packages::BUILD])?;
        child::run(child::cargo().args(["build", "--release", "--locked", "--package", "cli"]))?;
    }
    let folder = Folder::make(&wishes.out)?;
    let terminal = Terminal::new(place::release(PROGRAM), &folder);
    let day = day::work(&terminal, &folder)?;
    summary::print(&day, &folder, &terminal);
    if window {
        return open(&folder);
    }
    if wishes.window {
        println!("There is no screen here, so the window stays closed.");
    }
    Ok(())
}

/// What was asked for.
struct Wishes {
    out: PathBuf,
    window: bool,
}

impl Wishes {
    fn read(arguments: &[String]) -> Outcome<Wishes> {
        let mut wishes = Wishes {
            out: place::target().join("demo"),
            window: true,
        };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            match (word.as_str(), words.len()) {
                ("--no-window", _) => wishes.window = false,
                ("--out", 1..) => {
                    let given = words.next().map(PathBuf::from).unwrap_or_default();
                    wishes.out =
                        std::path::absolute(&given).map_err(|error| Trouble::at(&given, &error))?;
                }
                _ => {
                    let words = format!("demo takes --out FOLDER and --no-window, not {word}");
                    return Err(Trouble::new(words));
                }
            }
        }
        Ok(wishes)
    }
}

/// Opens the window and leaves it open.
fn open(folder: &Folder) -> Outcome {
    let mut command = Command::new(place::release(app::PROGRAM));
    command
        .arg(&folder.administration)
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let mut window = command
        .spawn()
        .map_err(|error| child::did_not_start(&command, &error))?;
    // A window that cannot open says so at once.
    sleep(Duration::from_secs(2));
    match window.try_wait() {
        Ok(Some(status)) if !status.success() => {
            Err(Trouble::new(format!("the window closed again ({status})")))
        }
        _ => {
            println!("The window is open; it asks for the passphrase above.");
            Ok(())
        }
    }
}
