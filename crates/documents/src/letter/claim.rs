//! The claim in figures, and the calculation sheet.

use law::{Cents, Lang};

use super::format::{long_date, money, number, percent, pick, short_date};
use crate::{
    Align, CalculationLine, CalculationSection, CalculationSheet, ClaimFigures, Letter,
    ReportBlock, ReportColumn,
};

/// A line of the claim: what, how much.
pub(crate) struct ClaimLine {
    pub(crate) text: String,
    pub(crate) amount: Cents,
}

/// The lines of the claim without the total; what is zero is left out, the principal never.
pub(crate) fn lines(letter: &Letter, claim: &ClaimFigures) -> Vec<ClaimLine> {
    let lang = letter.lang;
    let with_basis = |words: &str, basis: &Option<String>| match basis {
        Some(basis) => format!("{words} ({basis})"),
        None => words.to_owned(),
    };
    let through = long_date(letter.date, lang);
    let interest = match lang {
        Lang::Nl => format!("Rente tot en met {through}"),
        Lang::En => format!("Interest through {through}"),
    };
    let costs = pick(lang, "Incassokosten", "Collection costs");
    let vat = pick(
        lang,
        "Btw over de incassokosten",
        "VAT on the collection costs",
    );
    let optional = [
        (with_basis(&interest, &claim.interest_basis), claim.interest),
        (with_basis(costs, &claim.costs_basis), claim.costs),
        (vat.to_owned(), claim.vat_on_costs),
    ];
    let principal = ClaimLine {
        text: pick(lang, "Hoofdsom", "Principal").to_owned(),
        amount: claim.principal,
    };
    let others = optional.into_iter().filter(|(_, amount)| !amount.is_zero());
    std::iter::once(principal)
        .chain(others.map(|(text, amount)| ClaimLine { text, amount }))
        .collect()
}

/// A calculation sheet as blocks: heading, a table for each section, the total, the notes.
pub(crate) fn calculation_blocks(sheet: &CalculationSheet, lang: Lang) -> Vec<ReportBlock> {
    let title = match sheet.through {
        Some(day) => format!(
            "{} {}",
            pick(lang, "Berekening tot en met", "Calculation through"),
            long_date(day, lang)
        ),
        None => pick(lang, "Berekening", "Calculation").to_owned(),
    };
    let mut blocks = vec![ReportBlock::Heading {
        level: 2,
        text: title,
    }];
    for section in &sheet.sections {
        if !section.title.is_empty() {
            blocks.push(ReportBlock::Heading {
                level: 3,
                text: section.title.clone(),
            });
        }
        blocks.push(section_table(section, lang));
    }
    blocks.push(ReportBlock::Table {
        columns: vec![
            ReportColumn {
                title: String::new(),
                align: Align::Left,
                share: 1,
            },
            ReportColumn {
                title: String::new(),
                align: Align::Right,
                share: 0,
            },
        ],
        rows: Vec::new(),
        total: Some(vec![
            pick(lang, "Totaal", "Total").to_owned(),
            money(sheet.total, lang),
        ]),
    });
    blocks.extend(
        sheet
            .notes
            .iter()
            .map(|note| ReportBlock::Paragraph { text: note.clone() }),
    );
    blocks
}

/// What fills a column, when a line has it.
type Filled = fn(&CalculationLine, Lang) -> Option<String>;

fn section_table(section: &CalculationSection, lang: Lang) -> ReportBlock {
    let columns: [(&str, Align, Filled); 8] = [
        (
            pick(lang, "Omschrijving", "Description"),
            Align::Left,
            |l, _| Some(l.text.clone()),
        ),
        (pick(lang, "Grondslag", "Basis"), Align::Left, |l, _| {
            l.article.clone()
        }),
        (pick(lang, "Over", "Base"), Align::Right, |l, lang| {
            l.base.map(|n| number(n, lang))
        }),
        ("%", Align::Right, |l, lang| {
            l.percent.map(|p| percent(p, lang))
        }),
        (pick(lang, "Van", "From"), Align::Left, |l, lang| {
            l.from.map(|d| short_date(d, lang))
        }),
        (
            pick(lang, "Tot en met", "Through"),
            Align::Left,
            |l, lang| l.through.map(|d| short_date(d, lang)),
        ),
        (pick(lang, "Dagen", "Days"), Align::Right, |l, _| {
            l.days.map(|n| n.to_string())
        }),
        (pick(lang, "Bedrag", "Amount"), Align::Right, |l, lang| {
            Some(number(l.amount, lang))
        }),
    ];
    let used: Vec<_> = columns
        .iter()
        .enumerate()
        .filter(|(i, (.., fill))| {
            matches!(i, 0 | 7)
                || section
                    .lines
                    .iter()
                    .any(|line| fill(line, lang).is_some_and(|text| !text.is_empty()))
        })
        .map(|(_, column)| column)
        .collect();
    let row = |line: &CalculationLine| {
        used.iter()
            .map(|(.., fill)| fill(line, lang).unwrap_or_default())
            .collect()
    };
    let total = section.total.map(|amount| {
        let mut cells = vec![String::new(); used.len()];
        if let Some(first) = cells.first_mut() {
            pick(lang, "Samen", "Together").clone_into(first);
        }
        if let Some(last) = cells.last_mut() {
            *last = number(amount, lang);
        }
        cells
    });
    ReportBlock::Table {
        columns: used
            .iter()
            .map(|(title, align, _)| ReportColumn {
                title: (*title).to_owned(),
                align: *align,
                share: 1,
            })
            .collect(),
        rows: section.lines.iter().map(row).collect(),
        total,
    }
}
