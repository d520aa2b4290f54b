//! `standvast`: every use case of Standvast from a terminal.

mod answer;
mod args;
mod help;
mod host;
mod keys;
mod labels;
mod mail;
mod manual;
mod page;
mod peek;
mod progress;
mod render;
mod requests;
mod reserved;
mod table;
mod terminal;
mod values;
mod words;
mod work;

use std::process::ExitCode;

fn main() -> ExitCode {
    let lang = help::asked_language(std::env::args_os());
    values::speak(lang);
    work::answer(help::parse(lang))
}
