//! The sheet of a calculation: inputs, lines with their articles, rates with their source, as a PDF.

mod claim;
mod plain;

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use documents::{Align, Report, ReportBlock, ReportColumn};
use law::{Cents, Lang, Period, RateKind, RateTable, Rule, Warning};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::calc;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::session::Context;
use crate::whole_file::{SavedFile, write_whole};
use crate::words::say;

/// Which calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CalcKind {
    /// `calc_interest`.
    Interest,
    /// `calc_costs`.
    Costs,
    /// `calc_notice`.
    Notice,
    /// `calc_interest_start`.
    InterestStart,
    /// `calc_limitation`.
    Limitation,
    /// `calc_claim`.
    Claim,
}

/// A calculation to print.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct CalcSheet {
    /// Which.
    pub what: CalcKind,
    /// The request of that calculation.
    #[ts(type = "Record<string, unknown>")]
    pub request: Value,
    /// What it is about, in the user's words: a name, an invoice.
    pub about: Option<String>,
    /// The PDF to write.
    pub out: String,
}

/// A calculation to look at as it would be printed.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct CalcSheetPreview {
    /// Which.
    pub what: CalcKind,
    /// The request of that calculation.
    #[ts(type = "Record<string, unknown>")]
    pub request: Value,
    /// What it is about, in the user's words.
    pub about: Option<String>,
}

/// A document in memory.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PdfPages {
    /// The PDF, base64.
    pub pdf: String,
    /// How many pages.
    pub pages: u32,
}

/// Writes the sheet of a calculation.
///
/// # Errors
/// What the calculation refuses, `bad_request` for a request of another calculation, and what
/// writing gives.
pub fn calc_sheet(context: &mut Context<'_>, request: CalcSheet) -> AppResult<SavedFile> {
    let report = drawn(
        context,
        request.what,
        request.request,
        request.about.as_deref(),
    )?;
    let pdf = documents::print_report(&report)?;
    write_whole(&PathBuf::from(&request.out), &pdf.bytes)
}

/// Draws the sheet of a calculation without writing it.
///
/// # Errors
/// As [`calc_sheet`], apart from writing.
pub fn calc_sheet_preview(
    context: &mut Context<'_>,
    request: CalcSheetPreview,
) -> AppResult<PdfPages> {
    let report = drawn(
        context,
        request.what,
        request.request,
        request.about.as_deref(),
    )?;
    let pdf = documents::print_report(&report)?;
    Ok(PdfPages {
        pdf: STANDARD.encode(&pdf.bytes),
        pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
    })
}

fn parsed<T: DeserializeOwned>(request: Value) -> AppResult<T> {
    serde_json::from_value(request).map_err(|error| {
        AppError::new(Code::BadRequest)
            .with("name", "calc_sheet")
            .with("what", error)
    })
}

/// Title and contents of one kind of sheet.
struct Sheet {
    title: String,
    blocks: Vec<ReportBlock>,
}

fn drawn(
    context: &Context<'_>,
    what: CalcKind,
    request: Value,
    about: Option<&str>,
) -> AppResult<Report> {
    let lang = context.lang;
    let rates = calc::rates(context)?;
    let sheet = match what {
        CalcKind::Interest => {
            let request: calc::InterestRequest = parsed(request)?;
            plain::interest(&request, &request.reckon(&rates)?, &rates, lang)
        }
        CalcKind::Costs => {
            let request: calc::CostsRequest = parsed(request)?;
            plain::costs(&request.reckon(), lang)
        }
        CalcKind::Notice => {
            let request: calc::NoticeRequest = parsed(request)?;
            plain::notice(&request, &request.reckon()?, lang)
        }
        CalcKind::InterestStart => {
            let request: calc::InterestStartRequest = parsed(request)?;
            plain::interest_start(&request, &request.reckon(), lang)
        }
        CalcKind::Limitation => {
            let request: calc::LimitationRequest = parsed(request)?;
            plain::limitation(&request, &request.reckon(), lang)
        }
        CalcKind::Claim => {
            let calc::ClaimRequest(case) = parsed(request)?;
            claim::sheet(&case, &law::claim(&case, &rates)?, &rates, lang)
        }
    };
    let about = about.map(str::trim).filter(|about| !about.is_empty());
    Ok(Report {
        title: sheet.title,
        subtitle: about.map(str::to_string),
        author: author(context),
        lang,
        date: context.day(None),
        footer: say(
            lang,
            "Berekend met Standvast. Bedragen zijn per regel afgerond op de cent; de regels tellen op tot het totaal.",
            "Reckoned with Standvast. Amounts are rounded to the cent line by line; the lines sum to the total.",
        ),
        blocks: sheet.blocks,
    })
}

/// Who reckoned: the creditor whose administration is open.
fn author(context: &Context<'_>) -> String {
    let creditor = context
        .session
        .while_open(|reader, _| Ok(reader.creditor()?));
    match creditor {
        Some(Ok(Some(creditor))) => creditor.name,
        _ => "Standvast".to_string(),
    }
}

// --- what the sheets share ---

fn money(amount: Cents, lang: Lang) -> String {
    credit::words::amount(amount, lang)
}

fn day(date: NaiveDate, lang: Lang) -> String {
    credit::words::date(date, lang)
}

fn percent(value: law::Percent, lang: Lang) -> String {
    let text = value.to_string();
    match lang {
        Lang::Nl => format!("{}%", text.replace('.', ",")),
        Lang::En => format!("{text}%"),
    }
}

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

fn bold(text: &str) -> String {
    format!("**{text}**")
}

/// Interest, period by period.
fn periods(lines: &[Period], total: Cents, lang: Lang) -> ReportBlock {
    let per = |line: &Period| match line.per {
        law::Per::Year => percent(line.percent, lang),
        law::Per::Month => format!(
            "{} {}",
            percent(line.percent, lang),
            say(lang, "per maand", "a month")
        ),
    };
    ReportBlock::Table {
        columns: vec![
            column(say(lang, "Van", "From"), Align::Left, 19),
            column(say(lang, "Tot en met", "Through"), Align::Left, 19),
            column(say(lang, "Dagen", "Days"), Align::Right, 8),
            column(say(lang, "Rente", "Rate"), Align::Right, 10),
            column(say(lang, "Over", "Over"), Align::Right, 15),
            column(say(lang, "Bedrag", "Amount"), Align::Right, 14),
            column(say(lang, "Artikel", "Article"), Align::Left, 17),
        ],
        rows: lines
            .iter()
            .map(|line| {
                vec![
                    day(line.from, lang),
                    day(line.through, lang),
                    line.days.to_string(),
                    per(line),
                    money(line.base, lang),
                    money(line.interest, lang),
                    line.rule.article().to_string(),
                ]
            })
            .collect(),
        total: Some(vec![
            say(lang, "Totaal", "Total"),
            String::new(),
            lines.iter().map(|line| line.days).sum::<i64>().to_string(),
            String::new(),
            String::new(),
            money(total, lang),
            String::new(),
        ]),
    }
}

/// The rules, each once, with its article.
fn bases(rules: impl IntoIterator<Item = Rule>, lang: Lang) -> Vec<ReportBlock> {
    let mut items: Vec<String> = Vec::new();
    for rule in rules {
        let basis = rule.basis(lang);
        if !items.contains(&basis) {
            items.push(basis);
        }
    }
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        heading(say(lang, "Waarop dit rust", "What this rests on")),
        ReportBlock::List { items },
    ]
}

/// The statutory rates of these days with where they were found, and how far they are verified.
fn sources(
    kinds: &[RateKind],
    from: NaiveDate,
    through: NaiveDate,
    rates: &RateTable,
    lang: Lang,
) -> Vec<ReportBlock> {
    let mut rows = Vec::new();
    for kind in kinds {
        // Governments take the commercial rows where they have none of their own.
        let of = |kind: RateKind| -> Vec<&law::ListedRate> {
            let listed = rates.rows().iter();
            listed.filter(|rate| rate.row.kind == kind).collect()
        };
        let mut listed = of(*kind);
        if listed.is_empty() {
            listed = of(RateKind::Commercial);
        }
        for (index, rate) in listed.iter().enumerate() {
            let next = listed.get(index + 1).map(|next| next.row.start);
            if rate.row.start > through || next.is_some_and(|next| next <= from) {
                continue;
            }
            let source = if rate.user {
                let own = say(lang, "zelf ingevoerd", "entered by the user");
                format!("{} ({own})", rate.row.source)
            } else {
                rate.row.source.clone()
            };
            rows.push(vec![
                kind.text(lang).to_string(),
                day(rate.row.start, lang),
                percent(rate.row.percent, lang),
                source,
            ]);
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        heading(say(
            lang,
            "Gebruikte rentepercentages",
            "Rates that were used",
        )),
        ReportBlock::Table {
            columns: vec![
                column(say(lang, "Soort", "Kind"), Align::Left, 30),
                column(say(lang, "Vanaf", "From"), Align::Left, 20),
                column(say(lang, "Per jaar", "A year"), Align::Right, 12),
                column(say(lang, "Bron", "Source"), Align::Left, 38),
            ],
            rows,
            total: None,
        },
        ReportBlock::Paragraph {
            text: say(
                lang,
                &format!(
                    "De meegeleverde percentages zijn gecontroleerd tot en met {}.",
                    day(rates.verified_until(), lang)
                ),
                &format!(
                    "The shipped rates were verified through {}.",
                    day(rates.verified_until(), lang)
                ),
            ),
        },
    ]
}

/// What the result cannot vouch for.
fn warned(warnings: &[Warning], lang: Lang) -> Vec<ReportBlock> {
    if warnings.is_empty() {
        return Vec::new();
    }
    vec![
        heading(say(lang, "Let op", "Mind")),
        ReportBlock::List {
            items: warnings.iter().map(|warning| warning.text(lang)).collect(),
        },
    ]
}
