//! Bank lines: known again, booked, dismissed.

use credit::*;
use law::Cents;
use store::*;

use crate::desk::*;

#[test]
fn twins_survive_and_the_same_file_adds_nothing() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let lines = [
        line("2026-10-05", 1_000, "abonnement"),
        line("2026-10-05", 1_000, "abonnement"),
        line("2026-10-05", 1_000, "abonnement anders"),
        line("2026-10-06", 1_000, "abonnement"),
    ];
    let (outcome, counts) = import_lines(&mut opened, "1", &lines);
    assert_eq!(
        (counts.lines, counts.added, counts.duplicates),
        (4, 4, 0),
        "two equal payments on one day are two"
    );
    assert!(outcome.fact.is_some());
    let head = opened.read().head().unwrap();
    let (outcome, counts) = import_lines(&mut opened, "1", &lines);
    assert_eq!(
        (counts.added, counts.duplicates, counts.statements),
        (0, 4, 0)
    );
    assert_eq!(
        (outcome.import, outcome.fact),
        (None, None),
        "nothing new is no fact"
    );
    assert_eq!(opened.read().head().unwrap(), head);
    assert_sound(&opened);
}

#[test]
fn overlapping_files_add_only_what_is_new() {
    let desk = Desk::new();
    let mut opened = desk.open();
    import_lines(&mut opened, "1", &[line("2026-10-05", 1_000, "huur")]);
    let (_, counts) = import_lines(
        &mut opened,
        "2",
        &[
            line("2026-10-05", 1_000, "huur"),
            line("2026-10-05", 1_000, "huur"),
        ],
    );
    assert_eq!(
        counts.added, 1,
        "the evening file has the twin of the morning file"
    );
}

#[test]
fn the_bank_s_reference_decides_when_there_is_one() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let with = |reference: &str, text: &str, detail: u32| NewLine {
        bank_reference: Some(reference.to_owned()),
        detail,
        ..line("2026-10-05", 1_000, text)
    };
    let (_, counts) = import_lines(
        &mut opened,
        "1",
        &[
            with("A1", "huur", 0),
            with("A2", "huur", 0),
            with("B", "batch", 1),
            with("B", "batch", 2),
            with("A1", "huur", 0),
        ],
    );
    assert_eq!(
        (counts.added, counts.duplicates),
        (5, 0),
        "some banks give many entries one reference: within a statement each line is one"
    );
    let (_, counts) = import_lines(&mut opened, "2", &[with("A1", "HUUR (andere spelling)", 0)]);
    assert_eq!(counts.added, 0, "the text may differ between downloads");
    let twice = [with("A1", "huur", 0), with("A1", "huur", 0)];
    let (_, counts) = import_lines(&mut opened, "3", &twice);
    assert_eq!(
        counts.added, 0,
        "the same lines in another file add nothing"
    );
}

#[test]
fn statements_that_follow_on_each_other_hold_real_twins() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let mut stage_two = |second_opening: i64, numbers: [&str; 2], text: &str| {
        let stage = opened.stage().unwrap();
        for (number, opening, closing) in
            [(numbers[0], 0, 1_000), (numbers[1], second_opening, 2_000)]
        {
            let place = opened
                .stage_statement(stage, &statement(number, opening, closing))
                .unwrap();
            opened
                .stage_lines(stage, place, &[line("2026-10-05", 1_000, text)])
                .unwrap();
        }
        let counts = opened.stage_preview(stage).unwrap();
        opened.drop_stage(stage).unwrap();
        counts
    };
    assert_eq!(
        stage_two(1_000, ["1", "2"], "a").added,
        2,
        "page 2 begins where page 1 ended: two payments"
    );
    assert_eq!(
        stage_two(500, ["3", "4"], "b").added,
        1,
        "overlapping statements hold the same payment"
    );
    assert_eq!(
        stage_two(0, ["5", "5"], "c").added,
        1,
        "a statement that is in the file twice"
    );
}

#[test]
fn undoing_an_import_frees_its_lines() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let lines = [line("2026-10-05", 1_000, "huur")];
    let (outcome, _) = import_lines(&mut opened, "1", &lines);
    assert_eq!(
        opened.read().bank_through().unwrap(),
        Some(day("2026-10-31"))
    );
    write(&mut opened, |w| w.undo(outcome.fact.unwrap())).unwrap();
    assert_eq!(opened.read().waiting_count().unwrap(), 0);
    assert_eq!(opened.read().bank_through().unwrap(), None);
    assert!(opened.read().imports().unwrap()[0].undone);
    let (_, counts) = import_lines(&mut opened, "1", &lines);
    assert_eq!(
        (counts.added, counts.statements),
        (1, 1),
        "an undone import may come again"
    );
    assert_sound(&opened);
}

#[test]
fn a_booked_line_is_booked_once() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    import_lines(&mut opened, "1", &[line("2026-10-05", 10_000, "2026-001")]);
    let waiting = opened.read().waiting_lines(None, 10).unwrap();
    let the_line = waiting[0].id;
    assert_eq!(
        opened.read().account(id).unwrap().unbooked_lines,
        1,
        "the name is that of a customer"
    );
    let part = |cents: i64, put: i64| NewPayment {
        customer: id,
        amount: Cents(cents),
        allocations: vec![(bill, Cents(put))],
    };
    for wrong in [vec![], vec![part(9_999, 1)], vec![part(10_000, 10_001)]] {
        let refused = write(&mut opened, |w| w.book_line(the_line, &wrong));
        assert_eq!(refused.unwrap_err().code(), "amount_mismatch", "{wrong:?}");
    }
    let (payments, fact) = write(&mut opened, |w| {
        w.book_line(the_line, &[part(10_000, 9_000)])
    })
    .unwrap();
    assert_eq!(
        write(&mut opened, |w| w.book_line(the_line, &[part(10_000, 1)]))
            .unwrap_err()
            .code(),
        "line_booked"
    );
    assert_eq!(
        write(&mut opened, |w| w.dismiss_line(the_line, "nee"))
            .unwrap_err()
            .code(),
        "line_booked"
    );
    let payment = opened.read().payment(payments[0]).unwrap();
    assert_eq!(
        (payment.unallocated(), payment.source),
        (Cents(1_000), PaymentSource::Bank(the_line))
    );
    assert_eq!(opened.read().payments_of_line(the_line).unwrap(), [payment]);
    assert_eq!(opened.read().account(id).unwrap().unbooked_lines, 0);
    assert_sound(&opened);
    write(&mut opened, |w| w.undo(fact)).unwrap();
    assert_eq!(
        opened.read().waiting_lines(None, 10).unwrap(),
        waiting,
        "the line waits again"
    );
    let dismissed = write(&mut opened, |w| {
        w.dismiss_line(the_line, "eigen overboeking")
    })
    .unwrap();
    assert_eq!(opened.read().waiting_count().unwrap(), 0);
    write(&mut opened, |w| w.undo(dismissed)).unwrap();
    assert_eq!(opened.read().waiting_count().unwrap(), 1);
    assert_sound(&opened);
}

#[test]
fn what_waits_is_money_in_what_the_bank_took_back_and_perhaps_what_a_customer_paid_before() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    import_lines(&mut opened, "1", &[line("2026-10-05", 10_000, "2026-001")]);
    let paid = opened.read().waiting_lines(None, 1).unwrap()[0].id;
    assert_eq!(opened.read().waiting_money().unwrap(), (1, Cents(10_000)));
    let payment = NewPayment {
        customer: id,
        amount: Cents(10_000),
        allocations: vec![(bill, Cents(10_000))],
    };
    write(&mut opened, |w| w.book_line(paid, &[payment])).unwrap();
    let supplier = |cents: i64| NewLine {
        name: Some("Energie B.V.".into()),
        iban: Some("NL20INGB0001234567".into()),
        ..line("2026-10-06", cents, "termijn")
    };
    let taken_back = NewLine {
        return_reason: Some("MD06".into()),
        ..supplier(-7_500)
    };
    let reversed = NewLine {
        reversal: true,
        ..supplier(-7_600)
    };
    let refund = line("2026-10-07", -10_000, "terug");
    let later = NewLine {
        date: day("2026-10-04"),
        ..line("2026-10-04", -10_000, "te vroeg")
    };
    for (number, new, waits, may_be, why) in [
        ("2", supplier(-7_000), 0, 0, "nobody ever paid as much"),
        ("3", taken_back, 1, 0, "the bank says that it went back"),
        ("4", reversed, 2, 0, "the bank marks it as taken back"),
        ("5", refund, 2, 1, "as much as this customer paid before"),
        ("6", later, 2, 1, "nothing goes back before it came"),
        (
            "7",
            line("2026-10-08", -10_000, "iemand anders"),
            2,
            2,
            "who got it, the amount does not say",
        ),
        (
            "8",
            line("2027-12-07", -10_000, "veel later"),
            2,
            2,
            "after fourteen months it is something else",
        ),
    ] {
        import_lines(&mut opened, number, &[new]);
        let reader = opened.read();
        assert_eq!(reader.waiting_money().unwrap(), (waits, Cents(0)), "{why}");
        let found = reader.may_have_gone_back().unwrap();
        assert_eq!(found.len(), may_be, "{why}");
        assert!(found.iter().all(|(_, customer)| *customer == id), "{why}");
    }
}

#[test]
fn one_line_may_pay_for_two_customers() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (first, bill) = one_invoice(&mut opened);
    let second = write(&mut opened, |w| {
        Ok(w.insert_customer(&customer("D2", "Dochter"))?.0)
    })
    .unwrap();
    import_lines(&mut opened, "1", &[line("2026-10-05", 10_000, "samen")]);
    let the_line = opened.read().waiting_lines(None, 1).unwrap()[0].id;
    write(&mut opened, |w| {
        w.book_line(
            the_line,
            &[
                NewPayment {
                    customer: first,
                    amount: Cents(6_000),
                    allocations: vec![(bill, Cents(6_000))],
                },
                NewPayment {
                    customer: second,
                    amount: Cents(4_000),
                    allocations: vec![],
                },
            ],
        )
    })
    .unwrap();
    assert_eq!(
        opened.read().account(second).unwrap().payments[0].amount,
        Cents(4_000)
    );
    assert_sound(&opened);
}

#[test]
fn one_allocation_is_taken_back_and_the_payment_stays() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let (payment, paid) = write(&mut opened, |w| {
        w.pay(
            id,
            today(),
            Cents(5_000),
            &[(bill, Cents(1_000)), (bill, Cents(2_000))],
        )
    })
    .unwrap();
    let allocations = opened.read().payment(payment).unwrap().allocations;
    let taken = write(&mut opened, |w| w.undo_allocation(allocations[0].id)).unwrap();
    assert_eq!(
        opened.read().payment(payment).unwrap().unallocated(),
        Cents(3_000)
    );
    assert_eq!(
        write(&mut opened, |w| w.undo_allocation(allocations[0].id))
            .unwrap_err()
            .code(),
        "not_found"
    );
    assert_sound(&opened);
    write(&mut opened, |w| w.undo(taken)).unwrap();
    assert_eq!(
        opened.read().payment(payment).unwrap().allocations,
        allocations
    );
    let again = write(&mut opened, |w| w.undo_allocation(allocations[1].id)).unwrap();
    write(&mut opened, |w| w.undo(paid)).unwrap();
    assert!(opened.read().payments_of(id).unwrap().is_empty());
    // Taking the taking-back back must not revive a part of a payment that is gone.
    let _ = write(&mut opened, |w| w.undo(again));
    assert!(opened.read().account(id).unwrap().payments.is_empty());
    assert_sound(&opened);
}

#[test]
fn gaps_between_statements_show() {
    let desk = Desk::new();
    let mut opened = desk.open();
    for (number, opening, from) in [
        ("1", 0, "2026-08-01"),
        ("2", 100, "2026-09-01"),
        ("4", 900, "2026-10-01"),
    ] {
        let stage = opened.stage().unwrap();
        let given = NewStatement {
            opening: Some((day(from), Cents(opening))),
            ..statement(number, 0, 100)
        };
        opened.stage_statement(stage, &given).unwrap();
        write(&mut opened, |w| {
            w.import(&new_import(number), |rows| rows.book_stage(stage))
        })
        .unwrap();
        opened.drop_stage(stage).unwrap();
    }
    let gaps: Vec<_> = opened
        .read()
        .statements()
        .unwrap()
        .into_iter()
        .map(|s| (s.number.unwrap(), s.gap_before))
        .collect();
    assert_eq!(
        gaps,
        [("1".into(), false), ("2".into(), false), ("4".into(), true)],
        "statement 3 is missing"
    );
}
