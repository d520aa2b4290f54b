//! The manual: every word with its arguments and an example, made from the grammar itself, so that it
//! cannot say what the program does not do. `docs/cli.md` is this page in English.

use app::Lang;
use clap::{Arg, Command};

use crate::help;

/// Where each command of the list is among the words. A test finds those that are missing here.
#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    ("app_info", "recent"),
    ("administration_create", "new"),
    ("passphrase_change", "passphrase"),
    ("recovery_test", "unlock-test"),
    ("administration_place", "place"),
    ("recovery_sheet_save", "recovery-sheet"),
    ("sample_create", "sample"),
    ("backup", "backup"),
    ("backups", "backups"),
    ("restore", "restore"),
    ("settle_restored", "settle-restored"),
    ("verify", "verify"),
    ("export", "export"),
    ("read", "read"),
    ("import", "import"),
    ("import_preview", "import --preview"),
    ("imports", "imports"),
    ("match_lines", "match"),
    ("match_accept", "accept"),
    ("bank_desk", "bank lines"),
    ("bank_candidates", "bank candidates"),
    ("accept_certain", "bank certain"),
    ("dismiss_like", "dismiss --alike"),
    ("unallocated", "bank unallocated"),
    ("refund", "bank refund"),
    ("statements", "bank statements"),
    ("allocate", "allocate"),
    ("dismiss", "dismiss"),
    ("customer", "customer"),
    ("customers", "customers"),
    ("customer_detail", "customer --detail"),
    ("explain", "why"),
    ("explain_sum", "sum"),
    ("letters_withdraw", "withdraw"),
    ("sample_customers", "texts customers"),
    ("sample_letter", "texts preview"),
    ("merge_customers", "merge"),
    ("invoices", "invoices"),
    ("invoice_detail", "invoice"),
    ("find", "find"),
    ("history", "history"),
    ("statement", "statement"),
    ("print_run", "print"),
    ("test_page", "test-page"),
    ("logo_read", "settings logo"),
    ("templates", "texts"),
    ("template_read", "texts show"),
    ("template_check", "texts check"),
    ("plan_preview", "plan preview"),
    ("today", "today"),
    ("overview", "overview"),
    ("proposals", "proposals"),
    ("run", "run"),
    ("letter_preview", "letter preview"),
    ("run_approve", "runs approve"),
    ("runs", "runs"),
    ("run_letters", "runs letters"),
    ("run_printed", "runs printed"),
    ("run_save", "runs save"),
    ("run_save_mails", "runs mails"),
    ("run_sheet_save", "runs sheet"),
    ("run_confirm", "runs confirm"),
    ("letter_pdf", "letter show"),
    ("kept_file", "letter proof"),
    ("letter_save", "letter save"),
    ("letter_copy", "letter copy"),
    ("confirm", "confirm"),
    ("handover", "handover"),
    ("dossiers_ready", "dossiers ready"),
    ("dossier_check", "dossiers check"),
    ("dossiers", "dossiers"),
    ("dossier_detail", "dossiers show"),
    ("handover_event", "dossiers tell"),
    ("mail_account", "mail account"),
    ("mail_account_set", "mail account --file"),
    ("mail_account_test", "mail test"),
    ("mail_account_remove", "mail remove"),
    ("mail_preset", "mail preset"),
    ("outbox", "mail outbox"),
    ("mail_send", "mail send"),
    ("mail_retry", "mail retry"),
    ("mail_settle", "mail settle"),
    ("mail_bounce", "mail bounce"),
    ("mail_posted", "mail posted"),
    ("mail_message", "mail message"),
    ("mail_message_save", "mail save"),
    ("mail_draft_save", "mail draft"),
    ("mail_paper_save", "mail paper"),
    ("set_customer", "set"),
    ("pay", "pay"),
    ("write_off", "write-off"),
    ("credit_set_off", "set-off"),
    ("credit_set_off_preview", "set-off --preview"),
    ("waive", "waive"),
    ("hold", "hold"),
    ("dispute", "dispute"),
    ("promise", "promise"),
    ("insolvency", "insolvency"),
    ("note", "note"),
    ("invoice_add", "invoice --file"),
    ("invoice_file_add", "attach"),
    ("invoice_file_save", "attachment"),
    ("undo", "undo"),
    ("configure", "configure"),
    ("settings", "settings"),
    ("rates", "rates"),
    ("calc_costs", "calc costs"),
    ("calc_interest", "calc interest"),
    ("calc_notice", "calc notice"),
    ("calc_limitation", "calc limitation"),
    ("calc_interest_start", "calc interest-start"),
    ("calc_claim", "calc claim"),
    ("calc_sheet", "calc --sheet"),
];

/// Commands that have no word, with why, in Dutch and English.
#[rustfmt::skip]
const WITHOUT: &[(&str, &str, &str)] = &[
    ("lock_after_set", "alleen het venster wacht en vergrendelt", "only the window waits and locks"),
    ("folder_suggest", "hier kiest u de map zelf", "here you choose the folder yourself"),
    ("job_state", "de voortgang staat op het scherm", "progress stands on the screen"),
    ("job_cancel", "Ctrl C stopt", "Ctrl C stops"),
    ("administration_open", "elk woord opent zelf", "every word opens by itself"),
    ("administration_lock", "elk woord sluit af", "every word closes"),
    ("administration_close", "elk woord sluit af", "every word closes"),
    ("passphrase_strength", "`new` en `sample` waarschuwen zelf", "`new` and `sample` warn by themselves"),
    ("keychain_status", "de opdrachtregel leest de sleutelbos niet", "the command line does not read the keychain"),
    ("keychain_remember", "de opdrachtregel leest de sleutelbos niet", "the command line does not read the keychain"),
    ("keychain_forget", "de opdrachtregel leest de sleutelbos niet", "the command line does not read the keychain"),
    ("creditor_check", "`new` en `settings creditor` kijken het na", "`new` and `settings creditor` check it"),
    ("creditor_from_invoice", "vult een formulier van het venster", "fills a form of the window"),
    ("table_read", "wijst kolommen aan in het venster; `read` noemt ze", "points out columns in the window; `read` names them"),
    ("template_preview", "`texts preview` tekent er een brief van", "`texts preview` draws a letter of it"),
    ("statement_preview", "`statement` schrijft het blad", "`statement` writes the page"),
    ("recovery_sheet_pdf", "`recovery-sheet` schrijft er een, met een nieuwe code", "`recovery-sheet` writes one, with a new code"),
    ("run_pdf", "`print` schrijft dezelfde PDF", "`print` writes the same PDF"),
    ("mail_password", "uit een bestand of de omgeving, bij elk woord", "from a file or the environment, with each word"),
    ("mailto", "opent een ander programma op het scherm", "opens another program on the screen"),
    ("calc_sheet_preview", "`calc --sheet` schrijft het blad", "`calc --sheet` writes the sheet"),
];

/// The manual as Markdown.
pub fn page(lang: Lang) -> String {
    let mut command = help::command(lang);
    command.build();
    let say = |nl: &'static str, en: &'static str| match lang {
        Lang::Nl => nl,
        Lang::En => en,
    };
    let mut page = String::new();
    page.push_str(say(
        "# De opdrachtregel\n\nAlles wat het venster doet, doet `standvast` ook. Deze bladzijde is van `standvast manual`;\nverander haar niet met de hand.\n",
        "# The command line\n\nEverything the window does, `standvast` does too. This page comes from `standvast manual --lang en`;\ndo not edit it.\n",
    ));
    page.push_str(say(
        "\nDe wachtzin komt uit `--passphrase-file`, anders uit `STANDVAST_PASSPHRASE`, anders wordt zij gevraagd; nooit uit een\nargument. Zonder `--json` is het antwoord tekst, met `--json` één document. Afgelopen met 0 is gedaan, 1 geweigerd of\nmislukt, 2 verkeerd getypt.\n",
        "\nThe passphrase comes from `--passphrase-file`, else from `STANDVAST_PASSPHRASE`, else it is asked; never from an\nargument. Without `--json` the answer is text (Dutch; `--lang en`), with `--json` one document. Exit 0 is done, 1 refused\nor failed, 2 typed wrongly.\n",
    ));
    page.push_str(say("\n## Bij elk woord\n\n", "\n## With every word\n\n"));
    for arg in command.get_arguments() {
        argument(arg, &mut page);
    }
    for group in &help::groups::GROUPS {
        page.push_str(&format!("\n## {}\n", say(group.nl, group.en)));
        for word in group.words {
            if let Some(sub) = command.find_subcommand(word) {
                one(sub, "", say("Voorbeeld", "Example"), &mut page);
            }
        }
    }
    page.push_str(say(
        "\n## De opdrachten van het venster\n\nWat het venster vraagt, en het woord ervoor. `standvast call NAAM` stelt elke vraag rechtstreeks.\n\n| opdracht | woord |\n|---|---|\n",
        "\n## The commands of the window\n\nWhat the window asks, and the word for it. `standvast call NAME` asks any of them directly.\n\n| command | word |\n|---|---|\n",
    ));
    for known in app::COMMANDS {
        let word = WORDS
            .iter()
            .find(|(name, _)| *name == known.name)
            .map(|(_, word)| format!("`{word}`"));
        let why = WITHOUT
            .iter()
            .find(|(name, _, _)| *name == known.name)
            .map(|(_, nl, en)| say(nl, en).to_string());
        let said = word.or(why).unwrap_or_default();
        page.push_str(&format!("| `{}` | {said} |\n", known.name));
    }
    page
}

fn one(command: &Command, above: &str, example: &str, page: &mut String) {
    let path = format!("{above}{}", command.get_name());
    let about = command
        .get_about()
        .map(ToString::to_string)
        .unwrap_or_default();
    page.push_str(&format!("\n### {path}\n\n{about}.\n"));
    let own: Vec<&Arg> = command
        .get_arguments()
        // What every word takes is listed once, at the top of its own word.
        .filter(|arg| !arg.is_global_set() || OWN.contains(&(path.as_str(), arg.get_id().as_str())))
        .collect();
    if !own.is_empty() {
        page.push('\n');
        for arg in own {
            argument(arg, page);
        }
    }
    if let Some(typed) = help::examples::example(&path) {
        page.push_str(&format!("\n{example}:\n\n```\n{typed}\n```\n"));
    }
    for sub in command.get_subcommands() {
        one(sub, &format!("{path} "), example, page);
    }
}

/// Arguments that hold for every word under one, and are listed there.
const OWN: [(&str, &str); 3] = [
    ("mail", "mail_password_file"),
    ("calc", "sheet"),
    ("calc", "about"),
];

fn argument(arg: &Arg, page: &mut String) {
    let values: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(ToString::to_string)
        .collect();
    let value = values.join(" ");
    let takes = arg.get_action().takes_values();
    let typed = match (arg.get_long(), takes) {
        (Some(long), true) => format!("--{long} {value}"),
        (Some(long), false) => format!("--{long}"),
        (None, _) if value.is_empty() => arg.get_id().to_string().to_uppercase(),
        (None, _) => value,
    };
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let choices: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|choice| format!("`{}`", choice.get_name()))
        .collect();
    page.push_str(&format!("- `{typed}` {help}"));
    if takes && !choices.is_empty() {
        page.push_str(&format!(": {}", choices.join(", ")));
    }
    page.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_of_the_window_has_its_word_or_a_reason() {
        let command = help::command(Lang::En);
        for known in app::COMMANDS {
            let word = WORDS.iter().filter(|(name, _)| *name == known.name).count();
            let why = WITHOUT
                .iter()
                .filter(|(name, _, _)| *name == known.name)
                .count();
            assert_eq!(
                word + why,
                1,
                "{} needs a word, or a reason to have none",
                known.name
            );
        }
        assert_eq!(WORDS.len() + WITHOUT.len(), app::COMMANDS.len());
        for (name, word) in WORDS {
            let mut at = &command;
            for part in word.split(' ').take_while(|part| !part.starts_with('-')) {
                at = at
                    .find_subcommand(part)
                    .unwrap_or_else(|| panic!("{word}, for {name}, cannot be typed"));
            }
            for flag in word.split(' ').filter_map(|part| part.strip_prefix("--")) {
                assert!(
                    at.get_arguments().any(|arg| arg.get_long() == Some(flag)),
                    "{word}, for {name}, has no such option"
                );
            }
        }
    }

    #[test]
    fn the_manual_names_every_word_and_its_options() {
        let page = page(Lang::En);
        for part in [
            "### bank split\n",
            "- `--share CUSTOMER=AMOUNT`",
            "standvast why 2026-17",
            "| `explain` | `why` |",
            "`handed_over`",
        ] {
            assert!(page.contains(part), "{part:?} is missing in:\n{page}");
        }
        assert!(
            !page.contains("- `--json` Print one JSON document instead of text\n- `--json`"),
            "what holds for every word stands once"
        );
        assert_eq!(page.matches("- `--passphrase-file").count(), 1);
    }
}
