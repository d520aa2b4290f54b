//! Templates as a user may write them.

use documents::template::{TemplateProblem, TemplateProblemKind as Kind, check, fields};
use documents::*;
use law::Lang;

use crate::fixtures;

fn problems(kind: LetterKind, change: impl Fn(&mut Template)) -> Vec<Kind> {
    let mut template = Template::shipped(kind, Lang::Nl);
    change(&mut template);
    check(kind, Lang::Nl, &template)
        .into_iter()
        .map(|problem| problem.kind)
        .collect()
}

#[test]
fn shipped_templates_have_no_problems() {
    for (name, letter, template) in fixtures::all() {
        assert_eq!(check(letter.kind, letter.lang, &template), [], "{name}");
    }
}

#[test]
fn every_field_can_be_used() {
    for kind in LetterKind::ALL {
        let mut template = Template::shipped(kind, Lang::Nl);
        for field in fields(kind).iter().filter(|field| !field.block) {
            assert!(
                !field.nl.is_empty() && !field.en.is_empty(),
                "{} is described",
                field.name
            );
            // In a 14-day letter a field before a unit of time would read as a term.
            template
                .body
                .push_str(&format!("\n\nProef: {{{{ {} }}}} en meer.", field.name));
        }
        assert_eq!(check(kind, Lang::Nl, &template), [], "{kind:?}");
        print_letter(
            &fixtures::letter(kind, Lang::Nl),
            &template,
            &PageSetup::default(),
        )
        .unwrap();
    }
}

#[test]
fn a_problem_has_its_line() {
    let mut template = Template::shipped(LetterKind::Reminder, Lang::Nl);
    template.body.push_str("\n\n{{ nonsense }}");
    let line = u32::try_from(template.body.lines().count()).unwrap();
    let expected = TemplateProblem {
        kind: Kind::UnknownField {
            name: "nonsense".into(),
        },
        in_subject: false,
        line: Some(line),
    };
    assert_eq!(check(LetterKind::Reminder, Lang::Nl, &template), [expected]);
}

#[test]
fn what_is_not_the_small_language_is_refused() {
    for words in [
        "amount|upper",
        "1 + 1",
        "'a' * 99999999",
        "amount()",
        "amount.x",
        "range(9)",
        "self",
    ] {
        let found = problems(LetterKind::Reminder, |t| {
            t.body.push_str(&format!("\n\n{{{{ {words} }}}}"))
        });
        assert!(
            matches!(
                found.as_slice(),
                [Kind::NotAllowed { .. } | Kind::UnknownField { .. }]
            ),
            "{words}: {found:?}"
        );
    }
    for tag in [
        "{% for x in amount %}{% endfor %}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{% if amount == 1 %}{% endif %}",
    ] {
        let found = problems(LetterKind::Reminder, |t| {
            t.body.push_str(&format!("\n\n{tag}"))
        });
        assert!(
            found
                .iter()
                .any(|kind| matches!(kind, Kind::NotAllowed { .. })),
            "{tag}: {found:?}"
        );
    }
    for open in ["{{ amount", "{% if amount %}x", "{% endif %}"] {
        let found = problems(LetterKind::Reminder, |t| {
            t.body.push_str(&format!("\n\n{open}"))
        });
        assert!(
            found.iter().any(|kind| matches!(kind, Kind::Syntax { .. })),
            "{open}: {found:?}"
        );
    }
}

#[test]
fn required_blocks_must_stand_and_stand_alone() {
    let gone = problems(LetterKind::Notice14Days, |t| {
        t.body = t.body.replace("{{ legal_notice }}", "")
    });
    assert_eq!(
        gone,
        [Kind::MissingBlock {
            name: "legal_notice".into()
        }]
    );
    let hidden = problems(LetterKind::Notice14Days, |t| {
        t.body = t.body.replace(
            "{{ legal_notice }}",
            "{% if customer_number %}\n{{ legal_notice }}\n{% endif %}",
        );
    });
    assert_eq!(
        hidden,
        [Kind::MissingBlock {
            name: "legal_notice".into()
        }],
        "a condition could leave it out"
    );
    let twice = problems(LetterKind::Reminder, |t| {
        t.body.push_str("\n\n{{ payment_block }}")
    });
    assert_eq!(
        twice,
        [Kind::BlockTwice {
            name: "payment_block".into()
        }]
    );
    let beside = problems(LetterKind::Reminder, |t| {
        t.body = t
            .body
            .replace("{{ invoices_table }}", "Zie {{ invoices_table }}")
    });
    assert_eq!(
        beside,
        [Kind::BlockNotAlone {
            name: "invoices_table".into()
        }]
    );
    let subject = problems(LetterKind::Reminder, |t| t.subject = "{{ closing }}".into());
    assert!(
        subject.contains(&Kind::BlockNotAlone {
            name: "closing".into()
        }),
        "{subject:?}"
    );
}

#[test]
fn the_fourteen_day_letter_refuses_another_term() {
    for words in [
        "Betaal binnen 7 dagen.",
        "Betaal binnen {{ invoice_count }} dagen.",
        "Betaal uiterlijk maandag.",
        "Betaal vóór 1 december 2026.",
        "Wij wachten nog twee weken.",
    ] {
        let found = problems(LetterKind::Notice14Days, |t| {
            t.body.push_str(&format!("\n\n{words}"))
        });
        assert!(
            matches!(found.as_slice(), [Kind::OtherTerm { .. }]),
            "{words}: {found:?}"
        );
        let letter = fixtures::letter(LetterKind::Notice14Days, Lang::Nl);
        let mut template = Template::shipped(letter.kind, Lang::Nl);
        template.body.push_str(&format!("\n\n{words}"));
        assert!(
            print_letter(&letter, &template, &PageSetup::default()).is_err(),
            "{words} must not be printed"
        );
    }
    let split = problems(LetterKind::Notice14Days, |t| {
        t.body
            .push_str("\n\nBetaal binnen {% if amount %}7{% else %}8{% endif %} dagen.");
    });
    assert!(
        matches!(split.as_slice(), [Kind::OtherTerm { .. }]),
        "a condition cannot hide a term: {split:?}"
    );
    assert_eq!(
        problems(LetterKind::Notice14Days, |t| t
            .body
            .push_str("\n\n{{ date }}")),
        [Kind::UnknownField {
            name: "date".into()
        }]
    );
}

#[test]
fn a_value_cannot_change_the_letter() {
    let mut letter = fixtures::letter(LetterKind::Notice14Days, Lang::Nl);
    letter.salutation = Some("Geachte {{ legal_notice }} **heer** Zeven Dagen,".into());
    let words = mail_text(&letter, &Template::shipped(letter.kind, Lang::Nl)).unwrap();
    assert!(
        words
            .text
            .contains("Geachte {{ legal_notice }} **heer** Zeven Dagen,"),
        "{}",
        words.text
    );
    letter.addressee.name = "<script>alert(1)</script>".into();
    let mut template = Template::shipped(letter.kind, Lang::Nl);
    template.body.push_str("\n\n{{ customer_name }}");
    let html = mail_text(&letter, &template).unwrap().html;
    assert!(
        html.contains("&lt;script&gt;") && !html.contains("<script>"),
        "{html}"
    );
}
