//! Answers in words: one file for each kind of answer.

mod administration;
mod bank;
mod calc;
mod claim;
mod customers;
mod dossiers;
mod handover;
mod import;
mod invoices;
mod letters;
mod mail;
mod matching;
mod overview;
mod plan;
mod preview;
mod read;
mod run;
mod setup;
mod today;
mod verify;

use serde_json::Value;

use crate::page::{Page, Text, Tint};
use crate::peek::Peek;
use crate::table::Table;

/// The answer of a command in words.
pub fn text(name: &str, value: &Value, page: &Page) -> String {
    let mut words = answer(name, value, page);
    if let Some(sheet) = value["sheet"]
        .known("file")
        .filter(|_| name.starts_with("calc_"))
    {
        words.push_str(&format!("\n{} {sheet}\n", page.say("Blad:", "Sheet:")));
    }
    words
}

fn answer(name: &str, value: &Value, page: &Page) -> String {
    match name {
        // It is not undone: what was taken back can be approved again.
        "letters_withdraw" => format!("{}\n", value.text("done")),
        "today" => today::text(value, page),
        "run" => run::text(value, page),
        "match_lines" => matching::text(value, page),
        "import" => import::text(value, page),
        "handover" => handover::text(value, page),
        "mail_send" | "mail_retry" => mail::sent(value, page),
        "outbox" => mail::outbox(value, page),
        "mail_message_save" | "mail_draft_save" | "mail_paper_save" => {
            administration::saved(name, value, page)
        }
        "read" => read::text(value, page),
        "verify" => verify::text(value, page),
        "calc_costs" => calc::costs(value, page),
        "calc_interest" => calc::interest(value, page),
        "calc_notice" => calc::notice(value, page),
        "calc_limitation" => calc::limitation(value, page),
        "calc_interest_start" => calc::interest_start(value, page),
        "calc_claim" => claim::text(value, page),
        "new" => administration::made(value, page),
        "unlock_test" => administration::unlocked(value, page),
        "sample_create" => administration::sample(value, page),
        "restore" => administration::restored(value, page),
        "backup" | "recovery_sheet_save" | "statement" | "test_page" | "print_run" => {
            administration::saved(name, value, page)
        }
        "export" => administration::exported(value, page),
        "commands" => commands(value, page),
        "manual" => format!(
            "{}\n",
            value["manual"].as_str().unwrap_or_default().trim_end()
        ),
        "customers" => customers::list(value, page),
        "customer_detail" => customers::one(value, page),
        "find" => customers::found(value, page),
        "invoices" => invoices::list(value, page),
        "invoice_detail" => invoices::one(value, page),
        "credit_set_off_preview" => invoices::set_off(value, page),
        "explain" => invoices::explained(value, page),
        "explain_sum" => overview::sum(value, page),
        "sample_customers" => plan::sample_customers(value, page),
        "sample_letter" => plan::drawn(value, page),
        "bank_desk" => bank::desk(value, page),
        "bank_candidates" => bank::candidates(value, page),
        "unallocated" => bank::unallocated(value, page),
        "statements" => bank::statements(value, page),
        "runs" => letters::runs(value, page),
        "run_letters" => letters::of_run(value, page),
        "run_approve" => letters::approved(value, page),
        "run_save_mails" => letters::mails(value, page),
        "letter_pdf" => letters::kept(value, page),
        "kept_file" => letters::kept_file(value, page),
        "letter_preview" => letters::preview(value, page),
        "run_save" | "run_sheet_save" | "letter_save" | "letter_copy" | "invoice_file_save"
        | "calc_sheet" => administration::saved(name, value, page),
        "plan" => plan::plans(value, page),
        "plan_preview" => plan::preview(value, page),
        "templates" => plan::texts(value, page),
        "template_read" => plan::one_text(value, page),
        "template_check" => plan::checked(value, page),
        "dossiers" => dossiers::list(value, page),
        "dossiers_ready" => dossiers::ready(value, page),
        "dossier_check" => dossiers::check(value, page),
        "dossier_detail" => dossiers::one(value, page),
        "overview" => overview::overview(value, page),
        "proposals" => overview::proposals(value, page),
        "history" => overview::history(value, page),
        "imports" => overview::imports(value, page),
        "import_preview" => preview::text(value, page),
        "settings" => setup::settings(value, page),
        "rates" => setup::rates(value, page),
        "backups" => setup::backups(value, page),
        "administration_place" => setup::place(value, page),
        "app_info" => setup::recent(value, page),
        "logo_read" => setup::logo(value, page),
        "mail_account" | "mail_account_set" => setup::mail_account(value, page),
        "mail_account_test" => setup::tested(value, page),
        "mail_preset" => setup::preset(value, page),
        "mail_message" => setup::message(value, page),
        _ => done(value, page),
    }
}

/// Something was recorded.
fn done(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    match (value.known("done"), value.known("id")) {
        (Some(done), Some(id)) => {
            let undo = format!("standvast undo {id}");
            text.line(done).line(
                page.tint(
                    &page
                        .say("Ongedaan maken: {}", "To undo: {}")
                        .replace("{}", &undo),
                    Tint::Faint,
                ),
            );
        }
        (Some(done), None) => {
            text.line(done);
        }
        _ => {
            text.line(serde_json::to_string_pretty(value).unwrap_or_default());
        }
    }
    text.finish()
}

fn commands(value: &Value, page: &Page) -> String {
    let mut text = Text::default();
    let mut table = Table::new("ll");
    for command in value.items("commands") {
        table.row([
            command.text("name"),
            page.tint(&command.text("doc"), Tint::Faint),
        ]);
    }
    text.table(&table);
    text.finish()
}

/// Warnings under a calculation or a list.
fn warnings(value: &Value, page: &Page, text: &mut Text) {
    for warning in value.items("warnings") {
        text.gap().line(format!(
            "{} {}",
            page.tint(page.say("Let op:", "Mind:"), Tint::Mind),
            warning.text("message")
        ));
    }
}

/// The colour of a gate.
fn gate(code: &str) -> Tint {
    match code {
        "green" => Tint::Good,
        "amber" => Tint::Mind,
        _ => Tint::Wrong,
    }
}

/// The reasons of a proposal or a letter that did not go, one line each.
fn reasons(value: &Value) -> Vec<String> {
    value
        .items("reasons")
        .iter()
        .filter_map(|reason| reason.known("message").or_else(|| reason.known("code")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Lang;
    use serde_json::json;

    #[test]
    fn what_was_done_says_how_to_undo_it() {
        let page = Page::plain(Lang::Nl);
        let words = text("pay", &json!({"id": "F-12", "done": "Geboekt."}), &page);
        assert_eq!(words, "Geboekt.\nOngedaan maken: standvast undo F-12\n");
    }

    #[test]
    fn no_answer_makes_a_renderer_fail() {
        let names = [
            "today",
            "run",
            "match_lines",
            "import",
            "handover",
            "read",
            "verify",
            "calc_costs",
            "calc_interest",
            "calc_notice",
            "calc_limitation",
            "calc_interest_start",
            "calc_claim",
            "new",
            "unlock_test",
            "sample_create",
            "restore",
            "backup",
            "recovery_sheet_save",
            "export",
            "commands",
            "pay",
            "manual",
        ];
        let names = names
            .into_iter()
            .chain(app::COMMANDS.iter().map(|command| command.name))
            .collect::<Vec<_>>();
        for lang in [Lang::Nl, Lang::En] {
            for name in &names {
                let words = text(name, &json!({}), &Page::plain(lang));
                assert!(words.ends_with('\n'), "{name} ends its last line");
            }
        }
    }
}
