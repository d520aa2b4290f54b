//! Reports, the recovery sheet, the run sheet, the test page.

use documents::*;
use law::{Cents, Lang};

use crate::fixtures::{self, day};
use crate::tools::{flat, have, run, text};

fn run_sheet(letters: usize) -> RunSheet {
    RunSheet {
        creditor: "Kruimel & Zn. B.V.".into(),
        run: "2026-11-22-1".into(),
        date: day(2026, 11, 22),
        made_at: day(2026, 11, 22).and_hms_opt(9, 30, 0),
        lang: Lang::Nl,
        letters: (0..letters)
            .map(|i| RunSheetRow {
                customer: format!("Klant {i}"),
                step: "herinnering".into(),
                channel: "post".into(),
                amount: Cents(100),
                sha256: format!("{i:064x}"),
            })
            .collect(),
        chain_head: "ab".repeat(32),
        facts: 12,
    }
}

#[test]
fn the_recovery_sheet_holds_the_code_in_groups() {
    if !have("pdftotext") {
        return;
    }
    let groups: Vec<String> = ["K7QF", "2MXD", "9PTB", "4HWN", "C3VJ", "8RGS"]
        .map(str::to_owned)
        .to_vec();
    for (lang, qr) in [(Lang::Nl, true), (Lang::En, false)] {
        let sheet = RecoverySheet {
            administration: "Kruimel".into(),
            groups: groups.clone(),
            date: day(2026, 11, 22),
            lang,
            qr,
        };
        let pdf = print_recovery_sheet(&sheet).unwrap();
        assert_eq!(pdf.pages, 1);
        let words = flat(&text(&pdf.bytes));
        assert!(words.contains("K7QF 2MXD 9PTB 4HWN C3VJ 8RGS"), "{words}");
        assert!(words.contains("Kruimel"), "{words}");
    }
}

#[test]
fn the_run_sheet_names_every_letter_and_the_head_of_the_chain() {
    if !have("pdftotext") {
        return;
    }
    let pdf = print_run_sheet(&run_sheet(200)).unwrap();
    let words = flat(&text(&pdf.bytes));
    assert!(
        words.contains(&"ab".repeat(32)),
        "the head of the chain is whole"
    );
    assert!(
        (0..200).all(|i| words.contains(&format!("Klant {i} "))),
        "every letter is there"
    );
    assert!(words.contains("€ 200,00"), "the total is there");
    assert!(pdf.pages > 2);
}

#[test]
fn a_report_of_every_block() {
    if !have("pdftotext") || !have("qpdf") {
        return;
    }
    let cell = |text: &str| text.to_owned();
    let blocks = vec![
        ReportBlock::Heading {
            level: 1,
            text: cell("Partijen"),
        },
        ReportBlock::KeyValues {
            pairs: vec![
                (cell("Schuldeiser"), cell("**Kruimel** & Zn.")),
                (cell("Schuldenaar"), cell("J. de Graaf")),
            ],
        },
        ReportBlock::Paragraph {
            text: cell("Een **belangrijke** zin."),
        },
        ReportBlock::List {
            items: vec![cell("eerste"), cell("tweede ").repeat(40)],
        },
        ReportBlock::Table {
            columns: vec![
                ReportColumn {
                    title: cell("Datum"),
                    align: Align::Left,
                    share: 0,
                },
                ReportColumn {
                    title: cell("Wat"),
                    align: Align::Left,
                    share: 1,
                },
                ReportColumn {
                    title: cell("Bedrag"),
                    align: Align::Right,
                    share: 0,
                },
            ],
            rows: vec![
                vec![cell("1 nov"), cell("brief ").repeat(60), cell("1,00")],
                vec![cell("2 nov")],
            ],
            total: Some(vec![cell("Totaal"), String::new(), cell("€ 1,00")]),
        },
        ReportBlock::Qr {
            payload: b"abc".to_vec(),
            caption: cell("bijschrift"),
        },
        ReportBlock::PageBreak,
        ReportBlock::Paragraph {
            text: cell("Op de volgende bladzijde."),
        },
    ];
    let mut report = Report {
        title: cell("Dossier"),
        subtitle: Some(cell("Overzicht")),
        author: cell("Kruimel & Zn. B.V."),
        lang: Lang::Nl,
        date: day(2026, 11, 22),
        footer: cell("D-1"),
        blocks,
    };
    report.blocks.extend(calculation_blocks(
        &fixtures::calculation(Lang::Nl),
        Lang::Nl,
    ));
    let pdf = print_report(&report).unwrap();
    assert_eq!(
        pdf,
        print_report(&report).unwrap(),
        "the same report gives the same bytes"
    );
    let words = flat(&text(&pdf.bytes));
    for needed in [
        "Dossier",
        "Schuldeiser Kruimel & Zn.",
        "Een belangrijke zin.",
        "• eerste",
        "€ 1,00",
        "bijschrift",
        "art. 6:119 BW",
        "blad 2 van 2",
    ] {
        assert!(words.contains(needed), "{needed} is missing in {words}");
    }
    assert!(run("qpdf", &["--check"], &pdf.bytes, &[]).status.success());
    report.title = "面".into();
    assert!(matches!(
        print_report(&report),
        Err(DocumentError::Unprintable(_))
    ));
}

#[test]
fn the_test_page_says_how_it_is_set() {
    if !have("pdftotext") {
        return;
    }
    let setup = PageSetup {
        window: Window::Right,
        shift_right: -25,
        shift_down: 300,
        ..PageSetup::default()
    };
    let pdf = print_test_page(&setup, Lang::Nl, day(2026, 11, 22)).unwrap();
    let words = flat(&text(&pdf.bytes));
    assert!(
        words.contains("venster rechts, -2,5 mm naar rechts, 10,0 mm naar beneden"),
        "a shift is held to 10 mm: {words}"
    );
}
