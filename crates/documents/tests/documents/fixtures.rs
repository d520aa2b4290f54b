//! Our own letters: invented customers, figures that sum.

use chrono::NaiveDate;
use documents::*;
use law::{Cents, Lang};
use rust_decimal::Decimal;

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

pub fn letterhead() -> Letterhead {
    Letterhead {
        name: "Kruimel & Zn. B.V.".into(),
        tagline: Some("Groothandel in bakkerij-ingrediënten".into()),
        address: vec!["Havenkade 12, 4381 NB Vlissingen".into()],
        kvk: Some("22012345".into()),
        vat: Some("NL004495445B01".into()),
        email: Some("debiteuren@kruimel.example".into()),
        phone: Some("0118 555 012".into()),
        website: None,
    }
}

pub fn addressee() -> Addressee {
    Addressee {
        name: "Mevrouw J. de Graaf".into(),
        street: "Molenweg 3".into(),
        postcode: "4357AB".into(),
        town: "Domburg".into(),
        ..Addressee::default()
    }
}

fn row(number: &str, date: NaiveDate, due: NaiveDate, amount: i64, paid: i64) -> InvoiceRow {
    InvoiceRow {
        number: number.into(),
        date: Some(date),
        due: Some(due),
        amount: Cents(amount),
        paid: Cents(paid),
        remaining: Cents(amount - paid),
        bears_costs: true,
        ..InvoiceRow::default()
    }
}

pub fn invoices() -> Vec<InvoiceRow> {
    vec![
        row("2026-0287", day(2026, 10, 24), day(2026, 11, 7), 14_050, 0),
        row(
            "2026-0301",
            day(2026, 10, 31),
            day(2026, 11, 14),
            18_995,
            10_000,
        ),
        row("2026-0312", day(2026, 11, 6), day(2026, 11, 20), 31_000, 0),
    ]
}

pub fn announced() -> AnnouncedCosts {
    AnnouncedCosts {
        base: Cents(54_045),
        costs: Cents(8_107),
        vat: Cents::ZERO,
        lines: vec![CalculationLine {
            base: Some(Cents(54_045)),
            percent: Some(Decimal::new(15, 0)),
            amount: Cents(8_107),
            ..CalculationLine::default()
        }],
    }
}

pub fn calculation(lang: Lang) -> CalculationSheet {
    let nl = lang == Lang::Nl;
    let interest =
        |number: &str, base: i64, from: NaiveDate, days: u32, amount: i64| CalculationLine {
            text: number.into(),
            base: Some(Cents(base)),
            percent: Some(Decimal::new(4, 0)),
            from: Some(from),
            through: Some(day(2026, 12, 21)),
            days: Some(days),
            amount: Cents(amount),
            article: Some("art. 6:119 BW".into()),
        };
    CalculationSheet {
        through: Some(day(2026, 12, 21)),
        sections: vec![
            CalculationSection {
                title: if nl { "Hoofdsom" } else { "Principal" }.into(),
                lines: invoices()
                    .into_iter()
                    .map(|row| CalculationLine { text: row.number, amount: row.remaining, ..CalculationLine::default() })
                    .collect(),
                total: Some(Cents(54_045)),
            },
            CalculationSection {
                title: if nl { "Wettelijke rente" } else { "Statutory interest" }.into(),
                lines: vec![
                    interest("2026-0287", 14_050, day(2026, 11, 8), 44, 68),
                    interest("2026-0301", 8_995, day(2026, 11, 15), 37, 36),
                    interest("2026-0312", 31_000, day(2026, 11, 21), 31, 105),
                ],
                total: Some(Cents(209)),
            },
            CalculationSection {
                title: if nl { "Incassokosten" } else { "Collection costs" }.into(),
                lines: vec![CalculationLine {
                    text: if nl { "Eerste € 2.500" } else { "First €2,500" }.into(),
                    base: Some(Cents(54_045)),
                    percent: Some(Decimal::new(15, 0)),
                    amount: Cents(8_107),
                    article: Some("art. 2 Besluit BIK".into()),
                    ..CalculationLine::default()
                }],
                total: Some(Cents(8_107)),
            },
        ],
        total: Cents(62_361),
        notes: vec![
            if nl {
                "De rente is berekend naar de werkelijke dagen, gedeeld door de dagen van het rentejaar, en per regel afgerond op hele centen."
            } else {
                "Interest is calculated by actual days, divided by the days of the interest year, and rounded to the cent on each line."
            }
            .into(),
        ],
    }
}

fn claim(kind: LetterKind, lang: Lang) -> Option<ClaimFigures> {
    let principal = Cents(54_045);
    match kind {
        LetterKind::Notice14Days => Some(ClaimFigures {
            principal,
            total: principal,
            costs_announced: Some(announced()),
            ..ClaimFigures::default()
        }),
        LetterKind::FinalDemand => Some(ClaimFigures {
            principal,
            interest: Cents(209),
            costs: Cents(8_107),
            total: Cents(62_361),
            per_day: Cents(6),
            interest_basis: Some(
                if lang == Lang::Nl {
                    "wettelijke rente, art. 6:119 BW"
                } else {
                    "statutory interest, art. 6:119 BW"
                }
                .into(),
            ),
            costs_basis: Some("art. 6:96 BW".into()),
            ..ClaimFigures::default()
        }),
        _ => None,
    }
}

pub fn letter(kind: LetterKind, lang: Lang) -> Letter {
    let claim = claim(kind, lang);
    let amount = claim.as_ref().map_or(Cents(54_045), |claim| claim.total);
    let earlier = |kind, date| EarlierLetter { kind, date };
    Letter {
        kind,
        lang,
        date: match kind {
            LetterKind::FinalDemand => day(2026, 12, 21),
            _ => day(2026, 11, 23),
        },
        place: Some("Vlissingen".into()),
        sender: letterhead(),
        on_behalf_of: None,
        addressee: addressee(),
        salutation: Some(
            if lang == Lang::Nl {
                "Geachte mevrouw De Graaf,"
            } else {
                "Dear Ms De Graaf,"
            }
            .into(),
        ),
        reference: "H-2026-0114".into(),
        customer_number: Some("10023".into()),
        earlier: match kind {
            LetterKind::Reminder | LetterKind::Statement => Vec::new(),
            _ => vec![
                earlier(LetterKind::Reminder, day(2026, 11, 9)),
                earlier(LetterKind::FinalReminder, day(2026, 11, 16)),
            ],
        },
        invoices: invoices(),
        claim,
        calculation: (kind == LetterKind::FinalDemand).then(|| calculation(lang)),
        payment: PaymentDetails {
            iban: "NL20INGB0001234567".into(),
            name: "Kruimel & Zn. B.V.".into(),
            bic: None,
            amount,
            reference: "5000 0567 8901 2345".into(),
            qr: true,
        },
        term_days: Some(7),
        notice_of_default: None,
        signatory: Signatory {
            name: "M. Kruimel".into(),
            role: None,
        },
        copy_of: None,
    }
}

/// Both languages of every kind, with their shipped template.
pub fn all() -> Vec<(String, Letter, Template)> {
    let mut all = Vec::new();
    for kind in LetterKind::ALL {
        for (lang, code) in [(Lang::Nl, "nl"), (Lang::En, "en")] {
            all.push((
                format!("{}.{code}", kind.code()),
                letter(kind, lang),
                Template::shipped(kind, lang),
            ));
        }
    }
    all
}
