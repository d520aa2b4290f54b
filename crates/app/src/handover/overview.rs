//! The overview of a dossier, as a PDF that stands by itself.

use credit::{CustomerKind, words};
use documents::{Align, Report, ReportBlock, ReportColumn};

use super::{Dossier, missing, timeline};
use crate::letters::calculation_sheet;
use crate::words::say;

fn heading(text: String) -> ReportBlock {
    ReportBlock::Heading { level: 2, text }
}

fn column(title: String, align: Align, share: u16) -> ReportColumn {
    ReportColumn {
        title,
        align,
        share,
    }
}

/// The report, with the list of evidence that stands beside it.
pub(crate) fn report(dossier: &Dossier<'_>, evidence: &[String]) -> Report {
    let lang = dossier.lang;
    let creditor = &dossier.books.creditor;
    let customer = &dossier.account.customer;
    let mut blocks = vec![heading(say(lang, "Partijen", "Parties"))];
    blocks.push(ReportBlock::KeyValues {
        pairs: parties(dossier),
    });
    blocks.push(heading(say(lang, "De vordering", "The claim")));
    blocks.push(ReportBlock::KeyValues {
        pairs: figures(dossier),
    });
    blocks.push(invoices(dossier));
    let sheet = calculation_sheet(dossier.claim, dossier.books.settings.always_365, lang);
    blocks.extend(documents::calculation_blocks(&sheet, lang));
    blocks.push(heading(say(lang, "Wat er gebeurde", "What happened")));
    blocks.push(ReportBlock::Table {
        columns: vec![
            column(say(lang, "Datum", "Date"), Align::Left, 20),
            column(say(lang, "Gebeurtenis", "Event"), Align::Left, 80),
        ],
        rows: timeline::events(dossier)
            .iter()
            .map(|event| vec![words::date(event.date, lang), event.text.clone()])
            .collect(),
        total: None,
    });
    blocks.extend(defences(dossier));
    blocks.extend(gaps(dossier));
    blocks.push(heading(say(lang, "Producties", "Exhibits")));
    blocks.push(ReportBlock::List {
        items: evidence.to_vec(),
    });
    Report {
        title: say(
            lang,
            &format!("Dossier {}", customer.name),
            &format!("Dossier {}", customer.name),
        ),
        subtitle: Some(say(
            lang,
            &format!(
                "{} tegen {}, per {}",
                creditor.name,
                customer.name,
                words::date(dossier.date, lang)
            ),
            &format!(
                "{} v {}, as of {}",
                creditor.name,
                customer.name,
                words::date(dossier.date, lang)
            ),
        )),
        author: creditor.name.clone(),
        lang,
        date: dossier.date,
        footer: format!("{} · {}", creditor.name, customer.id),
        blocks,
    }
}

fn parties(dossier: &Dossier<'_>) -> Vec<(String, String)> {
    let lang = dossier.lang;
    let creditor = &dossier.books.creditor;
    let customer = &dossier.account.customer;
    let mut pairs = vec![
        (say(lang, "Schuldeiser", "Creditor"), creditor.name.clone()),
        (String::new(), one_line(&creditor.address)),
    ];
    let mut add = |label: String, value: Option<&String>| {
        if let Some(value) = value {
            pairs.push((label, value.clone()));
        }
    };
    add("KvK".to_string(), creditor.kvk.as_ref());
    add("IBAN".to_string(), Some(&creditor.iban));
    if creditor.collects_for_others {
        add(
            say(lang, "Wki-register", "Wki register"),
            creditor.register_number.as_ref(),
        );
    }
    add(say(lang, "Debiteur", "Debtor"), Some(&customer.name));
    add(String::new(), Some(&one_line(&customer.address)));
    add("KvK".to_string(), customer.kvk.as_ref());
    add("E-mail".to_string(), customer.email.as_ref());
    add(say(lang, "Telefoon", "Telephone"), customer.phone.as_ref());
    let kind = words::customer_kind(customer.kind, lang).to_string();
    let why = customer.kind_reason.clone().unwrap_or_default();
    let kind = if why.is_empty() {
        kind
    } else {
        format!("{kind} ({why})")
    };
    add(say(lang, "Hoedanigheid", "Capacity"), Some(&kind));
    pairs
}

fn one_line(address: &credit::Address) -> String {
    let parts = [
        &address.street,
        &address.extra,
        &address.postcode,
        &address.city,
    ];
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.as_str())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

fn figures(dossier: &Dossier<'_>) -> Vec<(String, String)> {
    let lang = dossier.lang;
    let claim = dossier.claim;
    let money = |amount| words::amount(amount, lang);
    let day = words::date(claim.date, lang);
    let mut pairs = vec![
        (say(lang, "Hoofdsom", "Principal"), money(claim.principal)),
        (
            say(
                lang,
                &format!("Rente t/m {day}"),
                &format!("Interest through {day}"),
            ),
            money(claim.interest),
        ),
        (
            say(lang, "Buitengerechtelijke kosten", "Extrajudicial costs"),
            money(claim.costs),
        ),
        (
            say(lang, "**Totaal**", "**Total**"),
            format!("**{}**", money(claim.total)),
        ),
        (
            say(lang, "Rente per dag daarna", "Interest per day thereafter"),
            money(claim.per_day),
        ),
    ];
    if !claim.unallocated.is_zero() {
        pairs.push((
            say(
                lang,
                "Ontvangen, niet toegerekend",
                "Received, not allocated",
            ),
            money(claim.unallocated),
        ));
    }
    if dossier.account.customer.kind == CustomerKind::Unknown {
        pairs.push((
            String::new(),
            say(
                lang,
                "Gerekend als consument, omdat de hoedanigheid niet bekend is.",
                "Reckoned as a consumer, since the capacity is not known.",
            ),
        ));
    }
    pairs
}

fn invoices(dossier: &Dossier<'_>) -> ReportBlock {
    let lang = dossier.lang;
    let money = |amount| words::amount(amount, lang);
    ReportBlock::Table {
        columns: vec![
            column(say(lang, "Factuur", "Invoice"), Align::Left, 20),
            column(say(lang, "Datum", "Date"), Align::Left, 17),
            column(say(lang, "Vervallen", "Due"), Align::Left, 17),
            column(say(lang, "Bedrag", "Amount"), Align::Right, 15),
            column(say(lang, "Open", "Open"), Align::Right, 15),
            column(say(lang, "Rente", "Interest"), Align::Right, 15),
        ],
        rows: dossier
            .claim
            .invoices
            .iter()
            .map(|claimed| {
                vec![
                    claimed.number.clone(),
                    words::date(claimed.date, lang),
                    claimed
                        .due
                        .map(|due| words::date(due, lang))
                        .unwrap_or_default(),
                    money(claimed.principal.amount),
                    money(claimed.principal.open),
                    money(claimed.interest_open),
                ]
            })
            .collect(),
        total: Some(vec![
            say(lang, "Samen", "Together"),
            String::new(),
            String::new(),
            String::new(),
            money(dossier.claim.principal),
            money(dossier.claim.interest),
        ]),
    }
}

fn defences(dossier: &Dossier<'_>) -> Vec<ReportBlock> {
    let lang = dossier.lang;
    let mut blocks = vec![heading(say(
        lang,
        "Bekende verweren (art. 111 lid 3 Rv)",
        "Known defences (art. 111 lid 3 Rv)",
    ))];
    if dossier.disputes().next().is_none() {
        blocks.push(ReportBlock::Paragraph {
            text: say(lang, "Er is geen verweer bekend.", "No defence is known."),
        });
    } else {
        blocks.push(ReportBlock::List {
            items: dossier
                .disputes()
                .map(|dispute| format!("{}: {}", words::date(dispute.date, lang), dispute.reason))
                .collect(),
        });
    }
    blocks
}

fn gaps(dossier: &Dossier<'_>) -> Vec<ReportBlock> {
    let lang = dossier.lang;
    let missing = missing(dossier.weaknesses, lang);
    if missing.is_empty() {
        return Vec::new();
    }
    vec![
        heading(say(
            lang,
            "Wat ontbreekt of zwak is",
            "What is missing or weak",
        )),
        ReportBlock::Table {
            columns: vec![
                column(say(lang, "Wat", "What"), Align::Left, 50),
                column(say(lang, "Wat te doen", "What to do"), Align::Left, 50),
            ],
            rows: missing
                .into_iter()
                .map(|gap| vec![gap.message, gap.what_to_do])
                .collect(),
            total: None,
        },
    ]
}
