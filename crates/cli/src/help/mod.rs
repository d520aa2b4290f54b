//! Help and wrong usage, in the language that is asked: Dutch unless `--lang en`.

pub mod examples;
pub mod groups;
mod nl;

use std::ffi::OsString;

use app::Lang;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use crate::args::Cli;

/// The language that the arguments ask for. Read before the rest, so that help is in it too.
pub fn asked_language(args: impl Iterator<Item = OsString>) -> Lang {
    let mut next_is_language = false;
    for arg in args {
        let arg = arg.to_string_lossy();
        if (next_is_language && arg == "en") || arg == "--lang=en" {
            return Lang::En;
        }
        next_is_language = arg == "--lang";
    }
    Lang::Nl
}

/// Reads the arguments; wrong usage and help end the program.
pub fn parse(lang: Lang) -> Cli {
    let matches = command(lang).get_matches();
    match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => error.format(&mut command(lang)).exit(),
    }
}

/// The grammar, with its help in one language.
pub fn command(lang: Lang) -> Command {
    let english = Cli::command();
    let worded = match lang {
        Lang::En => english,
        Lang::Nl => dutch(english, ""),
    };
    let worded = with_examples(worded, "", lang);
    let first = first_page(&worded, lang);
    let worded = worded.help_template(first);
    let (help, version, heading) = match lang {
        Lang::Nl => ("Toon deze hulp", "Toon de versie", "Bij elk woord"),
        Lang::En => ("Show this help", "Show the version", "With every word"),
    };
    // A word's own options stand apart from those of all.
    let worded = worded.mut_args(|arg| match arg.is_global_set() {
        true => arg.help_heading(heading),
        false => arg,
    });
    let named = |name| Arg::new(name).long(name).help_heading(heading);
    let short = named("help").short('h').global(true).help(help);
    let shown = named("version").short('V').help(version);
    worded
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(short.action(ArgAction::HelpShort))
        .arg(shown.action(ArgAction::Version))
        .mut_subcommands(|sub| sub.disable_help_flag(true))
}

/// Every word with its example under its help.
fn with_examples(command: Command, above: &str, lang: Lang) -> Command {
    let heading = match lang {
        Lang::Nl => "Voorbeeld:",
        Lang::En => "Example:",
    };
    command.mut_subcommands(|sub| {
        let path = format!("{above}{}", sub.get_name());
        let sub = match examples::example(&path) {
            Some(example) => sub.after_help(format!("{heading}\n  {example}")),
            None => sub,
        };
        with_examples(sub, &format!("{path} "), lang)
    })
}

/// The first page: the words by what one wants.
fn first_page(command: &Command, lang: Lang) -> String {
    let (usage, options, more) = match lang {
        Lang::Nl => (
            "Gebruik",
            "Opties",
            "standvast WOORD --help zegt meer, met een voorbeeld.",
        ),
        Lang::En => (
            "Usage",
            "Options",
            "standvast WORD --help says more, with an example.",
        ),
    };
    let about = |name: &str| {
        command
            .find_subcommand(name)
            .and_then(Command::get_about)
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    let mut page = format!("{{before-help}}{{about-with-newline}}\n{usage}: {{usage}}\n");
    for group in &groups::GROUPS {
        let name = match lang {
            Lang::Nl => group.nl,
            Lang::En => group.en,
        };
        page.push_str(&format!("\n{name}:\n"));
        for word in group.words {
            page.push_str(&format!("  {word:<16} {}\n", about(word)));
        }
    }
    page.push_str(&format!(
        "\n{options}:\n{{options}}\n\n{more}{{after-help}}"
    ));
    page
}

const TEMPLATE_NL: &str =
    "{before-help}{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";

fn dutch(command: Command, above: &str) -> Command {
    let path = if above.is_empty() {
        String::new()
    } else {
        format!(
            "{}{}",
            above.strip_prefix(' ').unwrap_or_default(),
            command.get_name()
        )
    };
    let below = if path.is_empty() {
        " ".to_string()
    } else {
        format!(" {path} ")
    };
    let command = match nl::about(&path) {
        Some(about) => command.about(about),
        None => command,
    };
    command
        .help_template(TEMPLATE_NL)
        .subcommand_help_heading("Opdrachten")
        .subcommand_value_name("OPDRACHT")
        .mut_args(|arg| {
            let arg = match nl::help(&path, arg.get_id().as_str()) {
                Some(help) => arg.help(help),
                None => arg,
            };
            let named = arg
                .get_value_names()
                .and_then(|names| nl::value(names.first()?));
            let arg = match named {
                Some(name) => arg.value_name(name),
                None => arg,
            };
            let heading = if arg.is_positional() {
                "Waarden"
            } else {
                "Opties"
            };
            arg.help_heading(heading)
        })
        .mut_subcommands(|sub| dutch(sub, &below))
}

/// Wrong usage: a command on an administration without one.
pub fn admin_missing(lang: Lang) -> clap::Error {
    missing(
        lang,
        "geef met --admin de map van de administratie",
        "give the administration's folder with --admin",
    )
}

/// Wrong usage: the recovery code cannot be tried without its file.
pub fn code_file_missing(lang: Lang) -> clap::Error {
    missing(
        lang,
        "geef met --recovery-code-file het bestand met de herstelcode",
        "give the file with the recovery code with --recovery-code-file",
    )
}

fn missing(lang: Lang, nl: &str, en: &str) -> clap::Error {
    let words = match lang {
        Lang::Nl => nl,
        Lang::En => en,
    };
    command(lang).error(ErrorKind::MissingRequiredArgument, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_has_no_contradictions() {
        command(Lang::Nl).debug_assert();
        command(Lang::En).debug_assert();
    }

    #[test]
    fn every_command_and_argument_has_its_help_in_dutch() {
        fn walk(english: &Command, dutch: &Command, missing: &mut Vec<String>) {
            let name = english.get_name();
            for (one, other) in english.get_arguments().zip(dutch.get_arguments()) {
                let same = one.get_help().map(ToString::to_string)
                    == other.get_help().map(ToString::to_string);
                if same || other.get_help().is_none() {
                    missing.push(format!("{name} {}", one.get_id()));
                }
            }
            for (one, other) in english.get_subcommands().zip(dutch.get_subcommands()) {
                let about = |command: &Command| command.get_about().map(ToString::to_string);
                if about(one) == about(other) {
                    missing.push(one.get_name().to_string());
                }
                walk(one, other, missing);
            }
        }
        let mut missing = Vec::new();
        walk(&command(Lang::En), &command(Lang::Nl), &mut missing);
        assert!(missing.is_empty(), "without Dutch help: {missing:?}");
    }

    #[test]
    fn every_word_has_an_example_that_can_be_typed() {
        fn walk(command: &Command, above: &str, found: &mut usize, wrong: &mut Vec<String>) {
            for sub in command.get_subcommands() {
                let path = format!("{above}{}", sub.get_name());
                match examples::example(&path) {
                    None => wrong.push(format!("{path} has no example")),
                    Some(example) => {
                        let words = examples::parted(example);
                        *found += 1;
                        if !words.join(" ").starts_with(&format!("standvast {path}")) {
                            wrong.push(format!("the example of {path} is of another word"));
                        }
                        if let Err(error) = self::command(Lang::En).try_get_matches_from(words) {
                            wrong.push(format!("{path}: {error}"));
                        }
                    }
                }
                walk(sub, &format!("{path} "), found, wrong);
            }
        }
        let (mut found, mut wrong) = (0, Vec::new());
        walk(&command(Lang::En), "", &mut found, &mut wrong);
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(found > 90, "the walk must meet every word, not {found}");
    }

    #[test]
    fn what_the_documentation_types_can_be_typed() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut pages = vec![root.join("README.md")];
        let docs = std::fs::read_dir(root.join("docs")).unwrap();
        pages.extend(docs.map(|entry| entry.unwrap().path()));
        let mut typed = 0;
        for page in pages
            .iter()
            .filter(|page| page.extension().is_some_and(|end| end == "md"))
        {
            for line in std::fs::read_to_string(page).unwrap().lines() {
                let line = line.trim();
                if !line.starts_with("standvast ") {
                    continue;
                }
                typed += 1;
                if let Err(error) = command(Lang::En).try_get_matches_from(examples::parted(line)) {
                    panic!("{} has {line:?}: {error}", page.display());
                }
            }
        }
        assert!(
            typed > 90,
            "the pages must have been read, not {typed} lines"
        );
    }

    #[test]
    fn the_first_page_lists_every_word_once() {
        let command = command(Lang::Nl);
        let mut known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        let mut listed: Vec<&str> = groups::GROUPS
            .iter()
            .flat_map(|group| group.words.iter().copied())
            .collect();
        known.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, known, "a new word needs its group");
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are_read() {
        let args = |list: &[&str]| {
            list.iter()
                .map(OsString::from)
                .collect::<Vec<_>>()
                .into_iter()
        };
        assert_eq!(
            asked_language(args(&["standvast", "--lang", "en"])),
            Lang::En
        );
        assert_eq!(
            asked_language(args(&["standvast", "today", "--lang=en"])),
            Lang::En
        );
        assert_eq!(asked_language(args(&["standvast", "note", "en"])), Lang::Nl);
    }
}
