//! Whatever the names and amounts, nothing leaves the margins and nothing panics.

use documents::*;
use law::{Cents, Lang};
use proptest::prelude::*;

use crate::fixtures;
use crate::tools::{MM, have, words};

fn inside_margins(pdf: &[u8]) -> Result<(), String> {
    for word in words(pdf) {
        let (left, right) = (word.left / MM, word.right / MM);
        let (top, bottom) = (word.top / MM, word.bottom / MM);
        let fits = left >= 19.5 && right <= 190.5 && top >= 10.0 && bottom <= 290.0;
        if !fits {
            return Err(format!("{word:?} stands at {left}–{right}, {top}–{bottom}"));
        }
    }
    Ok(())
}

#[test]
fn a_thousand_invoices_in_one_letter() {
    if !have("pdftotext") {
        return;
    }
    let mut letter = fixtures::letter(LetterKind::Statement, Lang::Nl);
    letter.invoices = (0..1_000)
        .map(|i| InvoiceRow {
            number: format!("2026-{i:06}"),
            amount: Cents(100_000_000_000 + i),
            remaining: Cents(100_000_000_000 + i),
            note: (i % 97 == 0).then(|| "een opmerking bij deze regel ".repeat(6)),
            ..InvoiceRow::default()
        })
        .collect();
    let pdf = print_letter(
        &letter,
        &Template::shipped(letter.kind, letter.lang),
        &PageSetup::default(),
    )
    .unwrap();
    inside_margins(&pdf.bytes).unwrap();
    let words = words(&pdf.bytes);
    for i in 0..1_000 {
        let number = format!("2026-{i:06}");
        assert_eq!(
            words.iter().filter(|w| w.text == number).count(),
            1,
            "{number} stands once"
        );
    }
    let heads = words.iter().filter(|w| w.text == "Vervallen").count();
    assert!(
        heads >= pdf.pages - 1,
        "the head is repeated: {heads} on {} pages",
        pdf.pages
    );
    for page in 1..=pdf.pages {
        let rows: Vec<_> = words
            .iter()
            .filter(|w| w.page == page && w.text.starts_with("1.000.000."))
            .collect();
        let edges: std::collections::BTreeSet<i32> = rows
            .iter()
            .map(|w| (w.right * 10.0).round() as i32)
            .collect();
        assert!(edges.len() <= 2, "amounts stand in columns: {edges:?}");
    }
}

fn any_text(longest: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::string::string_regex(&format!("[A-Za-z .,'&-]{{0,{longest}}}")).unwrap(),
        proptest::string::string_regex(&format!("[À-žΑ-ωА-я ]{{0,{longest}}}")).unwrap(),
        proptest::string::string_regex(&format!("[Wm]{{0,{longest}}}")).unwrap(),
        proptest::collection::vec(any::<char>(), 0..longest)
            .prop_map(|chars| chars.into_iter().collect()),
    ]
}

prop_compose! {
    fn any_letter()(
        name in any_text(200),
        street in any_text(80),
        town in any_text(80),
        head in any_text(120),
        tagline in any_text(120),
        email in any_text(90),
        reference in any_text(60),
        number in any_text(60),
        note in any_text(400),
        role in any_text(90),
        place in any_text(60),
        amount in -100_000_000_000_i64..=1_000_000_000_000,
        rows in 0_usize..60,
        kind in 0_usize..5,
    ) -> Letter {
        let kind = LetterKind::ALL[kind];
        let mut letter = fixtures::letter(kind, if rows % 2 == 0 { Lang::Nl } else { Lang::En });
        letter.addressee.name = name;
        letter.addressee.street = street;
        letter.addressee.town = town;
        letter.sender.name = head;
        letter.sender.tagline = Some(tagline);
        letter.sender.email = Some(email);
        letter.reference = reference;
        letter.place = Some(place);
        letter.signatory.role = Some(role);
        letter.payment.qr = false;
        if kind != LetterKind::Notice14Days {
            letter.invoices = (0..rows)
                .map(|i| InvoiceRow {
                    number: number.clone(),
                    amount: Cents(amount),
                    remaining: Cents(amount),
                    note: (i == 1).then(|| note.clone()),
                    ..InvoiceRow::default()
                })
                .collect();
        }
        letter
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nothing_leaves_the_margins(letter in any_letter()) {
        let template = Template::shipped(letter.kind, letter.lang);
        match print_letter(&letter, &template, &PageSetup::default()) {
            Ok(pdf) if have("pdftotext") => prop_assert_eq!(inside_margins(&pdf.bytes), Ok(())),
            Ok(_) => {}
            Err(DocumentError::Unprintable(chars)) => prop_assert!(!chars.is_empty()),
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn what_can_be_printed_is_printed(text in any_text(60)) {
        let mut letter = fixtures::letter(LetterKind::Reminder, Lang::Nl);
        letter.reference = text.clone();
        let printed = print_letter(&letter, &Template::shipped(letter.kind, letter.lang), &PageSetup::default());
        prop_assert_eq!(can_print(&text).is_ok(), printed.is_ok(), "{:?}", text);
    }

    #[test]
    fn templates_never_panic(subject in "\\PC{0,60}", body in "(\\{\\{|\\}\\}|\\{%|%\\}|if |endif|amount|closing|[a-z ]|\n){0,60}") {
        let template = Template { subject, body };
        for kind in LetterKind::ALL {
            let problems = template::check(kind, Lang::Nl, &template);
            let letter = fixtures::letter(kind, Lang::Nl);
            let printed = print_letter(&letter, &template, &PageSetup::default());
            prop_assert_eq!(problems.is_empty(), printed.is_ok(), "what the check lets pass is printed: {:?}", problems);
        }
    }
}
