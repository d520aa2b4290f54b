//! The requests of the rooms that have words of their own: bank, runs, letters, texts, dossiers, settings.

use app::AppResult;
use chrono::NaiveDate;
use serde_json::{Map, json};

use super::{Request, Whose, Write, administration, internal, text_of};
use crate::args::{
    Bank, BankAct, Dossiers, DossiersAct, Letter, LetterAct, Logo, Rates, RatesAct, Runs, RunsAct,
    Settings, SettingsAct, Texts, TextsAct,
};

/// The desk for bank money.
pub fn bank(bank: &Bank, date: Option<NaiveDate>) -> AppResult<Request> {
    match &bank.act {
        BankAct::Lines(args) => administration("bank_desk", args, date),
        BankAct::Candidates(args) => administration("bank_candidates", args, None),
        BankAct::Certain => administration("accept_certain", &Map::new(), None),
        BankAct::Split(args) => administration("match_accept", args, None),
        BankAct::Unallocated(args) => administration("unallocated", args, date),
        BankAct::Refund(args) => administration("refund", args, date),
        BankAct::Statements(args) => administration("statements", args, None),
    }
}

/// Runs.
pub fn runs(runs: &Runs, date: Option<NaiveDate>) -> AppResult<Request> {
    match &runs.act {
        None => administration("runs", &runs.page, None),
        Some(RunsAct::Letters(args)) => administration("run_letters", args, None),
        Some(RunsAct::Approve(args)) => administration("run_approve", args, date),
        Some(RunsAct::Save(args)) => administration("run_save", args, None),
        Some(RunsAct::Mails(args)) => administration("run_save_mails", args, None),
        Some(RunsAct::Printed(args)) => administration("run_printed", args, None),
        Some(RunsAct::Sheet(args)) => administration("run_sheet_save", args, None),
        Some(RunsAct::Confirm(args)) => administration("run_confirm", args, None),
    }
}

/// One letter.
pub fn letter(letter: &Letter, date: Option<NaiveDate>) -> AppResult<Request> {
    let pdf = |out: &Option<String>| out.clone().map(|out| Write { out, bytes: "/pdf" });
    match &letter.act {
        LetterAct::Show(args) => {
            let ask = json!({ "letter": args.letter });
            let request = administration("letter_pdf", &ask, None)?;
            Ok(Request {
                write: pdf(&args.out),
                ..request
            })
        }
        LetterAct::Preview(args) => {
            let mut ask = json!({ "customer": args.customer, "step": args.step });
            if let Some(file) = &args.text {
                ask["text"] = json!(text_of(file)?);
            }
            let request = administration("letter_preview", &ask, date)?;
            Ok(Request {
                write: pdf(&args.out),
                ..request
            })
        }
        LetterAct::Proof(args) => {
            // People count from one.
            let ask = json!({ "letter": args.letter, "at": args.number.saturating_sub(1) });
            let request = administration("kept_file", &ask, None)?;
            Ok(Request {
                write: args.out.clone().map(|out| Write {
                    out,
                    bytes: "/data",
                }),
                ..request
            })
        }
        LetterAct::Save(args) => administration("letter_save", args, None),
        LetterAct::Copy(args) => administration("letter_copy", args, None),
    }
}

/// The texts of letters.
pub fn texts(texts: &Texts, date: Option<NaiveDate>) -> AppResult<Request> {
    match &texts.act {
        None => administration("templates", &Map::new(), None),
        Some(TextsAct::Show(args)) => administration("template_read", args, None),
        Some(TextsAct::Check(args)) => {
            let ask = json!({ "name": args.name, "text": text_of(&args.file)? });
            administration("template_check", &ask, date)
        }
        Some(TextsAct::Customers(args)) => administration("sample_customers", args, date),
        Some(TextsAct::Preview(args)) => {
            let mut ask = json!({ "name": args.name });
            if let Some(file) = &args.file {
                ask["text"] = json!(text_of(file)?);
            }
            if let Some(customer) = &args.customer {
                ask["customer"] = json!(customer);
            }
            let request = administration("sample_letter", &ask, date)?;
            Ok(Request {
                write: Some(Write {
                    out: args.out.clone(),
                    bytes: "/pdf",
                }),
                ..request
            })
        }
        Some(TextsAct::Set(args)) => {
            let text = text_of(&args.file)?;
            let change = json!({ "what": "template", "name": args.name, "text": text });
            administration("configure", &change, None)
        }
    }
}

/// Dossiers.
pub fn dossiers(dossiers: &Dossiers, date: Option<NaiveDate>) -> AppResult<Request> {
    match &dossiers.act {
        None => administration("dossiers", &Map::new(), date),
        Some(DossiersAct::Ready) => administration("dossiers_ready", &Map::new(), date),
        Some(DossiersAct::Check(args)) => administration("dossier_check", args, date),
        Some(DossiersAct::Show(args)) => administration("dossier_detail", args, date),
        Some(DossiersAct::Tell(args)) => administration("handover_event", args, date),
    }
}

/// How the administration is set up.
pub fn settings(settings: &Settings) -> AppResult<Request> {
    match &settings.act {
        None => administration("settings", &Map::new(), None),
        Some(SettingsAct::Set(args)) => {
            let change: Map<_, _> = args
                .change
                .iter()
                .map(|one| (one.field.clone(), one.value.clone()))
                .collect();
            let change = json!({ "what": "settings", "change": change });
            administration("configure", &change, None)
        }
        Some(SettingsAct::Creditor(args)) => {
            let text = text_of(&args.file)?;
            let creditor = app::creditor::from_toml(&args.file.to_string_lossy(), &text)?;
            let form = serde_json::to_value(app::creditor::CreditorForm::of(&creditor))
                .map_err(internal)?;
            let change = json!({
                "what": "creditor", "creditor": form, "terms_name_costs": creditor.terms_name_costs,
            });
            administration("configure", &change, None)
        }
        Some(SettingsAct::Logo(args)) => logo(args),
    }
}

fn logo(args: &Logo) -> AppResult<Request> {
    if args.file.is_some() || args.remove {
        let change = json!({ "what": "logo", "file": args.file });
        return administration("configure", &change, None);
    }
    let request = administration("logo_read", &Map::new(), None)?;
    Ok(Request {
        write: args.out.clone().map(|out| Write {
            out,
            bytes: "/logo/data",
        }),
        ..request
    })
}

/// The rates.
pub fn rates(rates: &Rates) -> AppResult<Request> {
    match &rates.act {
        None => Ok(Request {
            name: "rates",
            payload: json!({}),
            whose: Whose::Anyone,
            write: None,
        }),
        Some(RatesAct::Add(args)) => {
            let change = json!({ "what": "rate", "rate": args });
            administration("configure", &change, None)
        }
    }
}
