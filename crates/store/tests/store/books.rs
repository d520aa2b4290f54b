//! Customers, invoices, what is told, what is remembered.

use credit::*;
use law::Cents;
use store::*;

use crate::desk::*;

fn creditor() -> Creditor {
    Creditor {
        name: "Bakkerij Van Dam".to_owned(),
        legal_form: "B.V.".to_owned(),
        address: Address::default(),
        kvk: Some("12345678".to_owned()),
        vat: None,
        iban: "NL91ABNA0417164300".to_owned(),
        email: None,
        phone: None,
        term_days: 30,
        term_agreed: true,
        collects_for_others: false,
        register_number: None,
        collection_vat: false,
        terms_name_costs: None,
        window: WindowSide::Left,
    }
}

#[test]
fn settings_are_kept_and_have_defaults() {
    let desk = Desk::new();
    let mut opened = desk.open();
    assert_eq!(
        opened.read().books().unwrap_err().code(),
        "not_found",
        "without a creditor there are no books"
    );
    let settings = Settings {
        plan_days: 30,
        ..Settings::default()
    };
    write(&mut opened, |w| {
        w.put_creditor(&creditor())?;
        w.put_settings(&settings)?;
        w.put_setting("window", &serde_json::json!({ "width": 1200 }))
    })
    .unwrap();
    drop(opened);
    let opened = desk.open();
    let books = opened.read().books().unwrap();
    assert_eq!((books.creditor, books.settings), (creditor(), settings));
    assert_eq!((books.bank_through, books.restored), (None, None));
    assert_eq!(
        opened
            .read()
            .setting::<serde_json::Value>("window")
            .unwrap()
            .unwrap()["width"],
        1200
    );
    assert_sound(&opened);
}

#[test]
fn a_customer_is_found_by_all_its_marks() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let mut kroon = customer("D-7", "Café De Kroon B.V.");
    kroon.kvk = Some("87654321".to_owned());
    kroon.vat = Some("NL 8123.45.678.B01".to_owned());
    kroon.ibans = vec!["NL20 INGB 0001 2345 67".to_owned()];
    let id = write(&mut opened, |w| Ok(w.insert_customer(&kroon)?.0)).unwrap();
    kroon.id = id;
    let reader = opened.read();
    assert_eq!(
        reader.customer(id).unwrap(),
        kroon,
        "nothing is lost or changed on the way"
    );
    for key in [
        CustomerKey::Number("D-7"),
        CustomerKey::Kvk("8765 4321"),
        CustomerKey::Vat("NL812345678B01"),
        CustomerKey::NameAndPostcode(
            "cafe de kroon bv".replace("cafe", "café").as_str(),
            "1234AB",
        ),
        CustomerKey::Iban("NL20INGB0001234567"),
    ] {
        assert_eq!(reader.customers_by(&key).unwrap(), [id], "{key:?}");
    }
    for key in [
        CustomerKey::Number(""),
        CustomerKey::Kvk(" "),
        CustomerKey::NameAndPostcode("Café De Kroon B.V.", ""),
    ] {
        assert!(
            reader.customers_by(&key).unwrap().is_empty(),
            "{key:?} must find nobody"
        );
    }
    assert_eq!(reader.find_customer("K-1").unwrap(), Some(id));
    assert_eq!(reader.find_customer("D-7").unwrap(), Some(id));
    assert_eq!(reader.find_customer("K-2").unwrap(), None);
}

#[test]
fn a_name_finds_all_that_bear_it_and_alone_only_those_without_more() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let mut numbered = customer("D-7", "Café De Kroon B.V.");
    numbered.address.postcode = String::new();
    let mut bare = numbered.clone();
    bare.number = None;
    bare.name = "café de kroon bv".to_owned();
    let (numbered, bare) = write(&mut opened, |w| {
        Ok((w.insert_customer(&numbered)?.0, w.insert_customer(&bare)?.0))
    })
    .unwrap();
    let name = "CAFÉ DE KROON B.V.";
    assert_eq!(
        opened
            .read()
            .customers_by(&CustomerKey::Name(name))
            .unwrap(),
        [numbered, bare],
        "names are compared by their letters"
    );
    let alone = CustomerKey::NameAlone(name);
    assert_eq!(
        opened.read().customers_by(&alone).unwrap(),
        [bare],
        "a number tells more than a name"
    );
    write(&mut opened, |w| w.merge_customers(bare, numbered)).unwrap();
    assert_eq!(
        opened.read().customers_by(&alone).unwrap(),
        [numbered],
        "who merged them said that this name is that customer"
    );
    for nobody in [CustomerKey::Name(""), CustomerKey::NameAlone(" .")] {
        assert!(
            opened.read().customers_by(&nobody).unwrap().is_empty(),
            "{nobody:?} must find nobody"
        );
    }
}

#[test]
fn all_that_was_ever_known_of_a_customer_is_found_again() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let with = |name: &str, email: &str| Customer {
        email: Some(email.to_owned()),
        ..customer(name, name)
    };
    let (one, other) = write(&mut opened, |w| {
        let one = w.insert_customer(&with("1", "eerst@een.example"))?.0;
        let other = w.insert_customer(&with("2", "ander@twee.example"))?.0;
        w.insert_customer(&with("3", "derde@drie.example"))?;
        let changed = with("1", "nu@een.example");
        w.update_customer(&Customer { id: one, ..changed })?;
        Ok((one, other))
    })
    .unwrap();
    write(&mut opened, |w| w.merge_customers(other, one)).unwrap();
    let mails = |opened: &Administration, id| -> Vec<String> {
        let versions = opened.read().customer_versions(id).unwrap();
        versions.into_iter().filter_map(|one| one.email).collect()
    };
    for id in [one, other] {
        assert_eq!(
            mails(&opened, id),
            ["nu@een.example", "ander@twee.example", "eerst@een.example"],
            "as it is, what was merged into it, and as it was; nothing of anybody else"
        );
    }
    let wrong = write(&mut opened, |w| {
        let mut wrong = w.customer(one)?;
        wrong.email = Some("fout@een.example".to_owned());
        Ok(w.update_customer(&wrong)?.unwrap())
    })
    .unwrap();
    assert_eq!(mails(&opened, one).len(), 4, "the change is known");
    write(&mut opened, |w| w.undo(wrong)).unwrap();
    assert_eq!(
        mails(&opened, one).len(),
        3,
        "what was undone was never known"
    );
}

#[test]
fn the_list_searches_sorts_and_pages() {
    let desk = Desk::new();
    let mut opened = desk.open();
    write(&mut opened, |w| {
        for (number, name) in [
            ("10", "Zuivelhuis"),
            ("9", "Aardappelboer"),
            ("11", "Molen De Hoop"),
        ] {
            w.insert_customer(&customer(number, name))?;
        }
        w.insert_customer(&Customer {
            kind: CustomerKind::Consumer,
            number: None,
            ..customer("", "Jansen")
        })
    })
    .unwrap();
    let names = |query: CustomerQuery| -> (Vec<String>, u64) {
        let page = opened.read().customers(&query).unwrap();
        (
            page.customers
                .into_iter()
                .map(|customer| customer.name)
                .collect(),
            page.total,
        )
    };
    let all = CustomerQuery::default();
    assert_eq!(
        names(all.clone()),
        (
            vec![
                "Aardappelboer".into(),
                "Jansen".into(),
                "Molen De Hoop".into(),
                "Zuivelhuis".into()
            ],
            4
        )
    );
    let by_number = CustomerQuery {
        sort: CustomerSort::Number,
        limit: 2,
        offset: 1,
        ..all.clone()
    };
    assert_eq!(
        names(by_number),
        (vec!["Zuivelhuis".into(), "Molen De Hoop".into()], 4),
        "9 before 10 before 11"
    );
    assert_eq!(
        names(CustomerQuery {
            text: "hoop MOLEN".into(),
            ..all.clone()
        })
        .1,
        1,
        "all words, any order"
    );
    assert_eq!(
        names(CustomerQuery {
            text: "100%_".into(),
            ..all.clone()
        })
        .1,
        0,
        "no wildcards"
    );
    assert_eq!(
        names(CustomerQuery {
            kind: Some(CustomerKind::Consumer),
            ..all
        })
        .0,
        ["Jansen"]
    );
}

#[test]
fn the_same_number_twice_is_refused() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, _) = one_invoice(&mut opened);
    let before = opened.read().head().unwrap();
    let twice = write(&mut opened, |w| {
        w.insert_customer(&customer("D1", "Iemand anders"))
    });
    assert_eq!(twice.unwrap_err().code(), "duplicate");
    let twice = write(&mut opened, |w| {
        w.insert_invoice(&invoice(id, " 2026-001 ", 1))
    });
    assert_eq!(twice.unwrap_err().code(), "duplicate");
    assert_eq!(
        opened.read().head().unwrap(),
        before,
        "a refusal leaves no trace"
    );
    let too_much = write(&mut opened, |w| {
        w.insert_invoice(&invoice(id, "2026-002", Cents::LIMIT.0 + 1))
    });
    assert_eq!(too_much.unwrap_err().code(), "out_of_range");
}

#[test]
fn one_error_takes_the_whole_write_back() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let refused = write(&mut opened, |w| {
        w.insert_customer(&customer("D1", "Half"))?;
        w.insert_customer(&customer("D1", "Half"))
    });
    assert!(refused.is_err());
    assert_eq!(opened.read().customer_count().unwrap(), 0, "all or nothing");
    // A caller that swallows one error keeps the rest: each fact is all or nothing by itself.
    write(&mut opened, |w| {
        w.insert_customer(&customer("D1", "Heel"))?;
        assert!(w.insert_customer(&customer("D1", "Half")).is_err());
        w.insert_customer(&customer("D2", "Ook heel"))
    })
    .unwrap();
    assert_eq!(opened.read().customer_count().unwrap(), 2);
    assert_sound(&opened);
}

#[test]
fn an_account_holds_all_that_was_told() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, invoice_id) = one_invoice(&mut opened);
    let fact = FactId(0);
    let plan = DunningPlan {
        steps: Vec::new(),
        min_interval_days: 9,
    };
    write(&mut opened, |w| {
        w.tell_hold(&Hold {
            fact,
            customer: id,
            invoice: None,
            until: day("2026-12-01"),
            reason: "vakantie".into(),
        })?;
        w.tell_dispute(&Dispute {
            fact,
            customer: id,
            invoice: invoice_id,
            amount: Some(Cents(500)),
            reason: "stuk".into(),
            date: today(),
        })?;
        w.tell_promise(&Promise {
            fact,
            customer: id,
            amount: Cents(2_000),
            by: day("2026-11-10"),
            date: today(),
        })?;
        w.tell_insolvency(&Insolvency {
            fact,
            customer: id,
            kind: InsolvencyKind::DebtRestructuring,
            date: today(),
        })?;
        w.tell_write_off(&WriteOff {
            fact,
            customer: id,
            invoice: invoice_id,
            amount: Cents(100),
            date: today(),
            reason: "kwijt".into(),
        })?;
        w.tell_waiver(&Waiver {
            fact,
            customer: id,
            interest: Cents(12),
            costs: Cents(4_000),
            date: today(),
            reason: "coulance".into(),
        })?;
        w.tell_note(&Note {
            fact,
            customer: id,
            text: "gebeld".into(),
            date: today(),
        })?;
        w.tell_handover(&Handover {
            fact,
            customer: id,
            date: today(),
            invoices: vec![invoice_id],
            claim: ClaimFigures::default(),
            sha256: "a".repeat(64),
            file: "dossier.zip".into(),
            events: vec![HandoverEvent {
                fact,
                kind: HandoverEventKind::GivenTo,
                amount: None,
                date: today(),
                text: String::new(),
                to: Some(HandedTo {
                    kind: PartyKind::Bailiff,
                    name: "Deurwaarder".into(),
                    reference: None,
                    email: None,
                }),
            }],
        })?;
        w.put_customer_plan(id, Some(&plan))?;
        w.pay(id, today(), Cents(3_000), &[(invoice_id, Cents(2_500))])
    })
    .unwrap();
    approve(&mut opened, &letter(id, Step::Reminder, &[invoice_id])).unwrap();
    let reader = opened.read();
    let account = reader.account(id).unwrap();
    assert_eq!(account.invoices.len(), 1);
    assert_eq!(account.holds[0].reason, "vakantie");
    assert_eq!(account.disputes[0].amount, Some(Cents(500)));
    assert_eq!(account.promises[0].by, day("2026-11-10"));
    assert_eq!(
        account.insolvencies[0].kind,
        InsolvencyKind::DebtRestructuring
    );
    assert_eq!(account.write_offs[0].amount, Cents(100));
    assert_eq!(account.waivers[0].costs, Cents(4_000));
    assert_eq!(account.notes[0].text, "gebeld");
    assert_eq!(account.handovers[0].invoices, [invoice_id]);
    assert_eq!(account.plan, Some(plan));
    assert_eq!(account.payments[0].unallocated(), Cents(500));
    assert_eq!(account.letters[0].lines[0].step, Step::Reminder);
    let mut streamed = Vec::new();
    reader
        .for_each_account(Accounts::All, |account| -> Result<()> {
            streamed.push(account);
            Ok(())
        })
        .unwrap();
    assert_eq!(
        streamed,
        std::slice::from_ref(&account),
        "one account and all accounts must read the same"
    );
    assert_eq!(reader.holds_of(id).unwrap(), account.holds);
    assert_eq!(reader.handovers_of(id).unwrap(), account.handovers);
    assert_eq!(reader.payments_of(id).unwrap(), account.payments);
    assert_eq!(reader.letters_of(id).unwrap(), account.letters);
    assert_sound(&opened);
}

#[test]
fn what_comes_back_of_a_handover_rests_on_it_and_can_be_undone() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (id, bill) = one_invoice(&mut opened);
    let event = |kind, amount| HandoverEvent {
        fact: FactId(0),
        kind,
        amount,
        date: today(),
        text: "gebeld met de deurwaarder".into(),
        to: None,
    };
    let handed = write(&mut opened, |w| {
        w.tell_handover(&Handover {
            fact: FactId(0),
            customer: id,
            date: today(),
            invoices: vec![bill],
            claim: ClaimFigures::default(),
            sha256: "c".repeat(64),
            file: "d.zip".into(),
            events: Vec::new(),
        })
    })
    .unwrap();
    let paid = write(&mut opened, |w| {
        w.tell_handover_event(
            handed,
            &event(HandoverEventKind::PaidToThem, Some(Cents(12_345))),
        )
    })
    .unwrap();
    let back = write(&mut opened, |w| {
        w.tell_handover_event(handed, &event(HandoverEventKind::Withdrawn, None))
    })
    .unwrap();
    let read = |opened: &Administration| opened.read().handovers_of(id).unwrap()[0].clone();
    let kept = read(&opened);
    assert_eq!(kept.sum_of(HandoverEventKind::PaidToThem), Cents(12_345));
    assert_eq!(kept.events[0].fact, paid, "an event bears its own fact");
    assert_eq!(kept.withdrawn(), Some(today()));
    assert_eq!(
        write(&mut opened, |w| w.undo(handed)).unwrap_err().code(),
        "built_upon",
        "what came back rests on the handover"
    );
    write(&mut opened, |w| w.undo(back)).unwrap();
    assert_eq!(
        read(&opened).withdrawn(),
        None,
        "an undone event is not read"
    );
    assert_eq!(
        write(&mut opened, |w| w.tell_handover_event(
            paid,
            &event(HandoverEventKind::Note, None)
        ))
        .unwrap_err()
        .code(),
        "not_found",
        "a fact that is no handover takes no event"
    );
    assert_sound(&opened);
}

#[test]
fn what_is_told_of_another_customer_s_invoice_is_refused() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (_, mine) = one_invoice(&mut opened);
    let other = write(&mut opened, |w| {
        Ok(w.insert_customer(&customer("D2", "Ander"))?.0)
    })
    .unwrap();
    let dispute = Dispute {
        fact: FactId(0),
        customer: other,
        invoice: mine,
        amount: None,
        reason: String::new(),
        date: today(),
    };
    assert_eq!(
        write(&mut opened, |w| w.tell_dispute(&dispute))
            .unwrap_err()
            .code(),
        "other_customer"
    );
    let crossed = write(&mut opened, |w| {
        w.pay(other, today(), Cents(100), &[(mine, Cents(100))])
    });
    assert_eq!(crossed.unwrap_err().code(), "other_customer");
    let unknown = Note {
        fact: FactId(0),
        customer: CustomerId(77),
        text: String::new(),
        date: today(),
    };
    assert_eq!(
        write(&mut opened, |w| w.tell_note(&unknown))
            .unwrap_err()
            .code(),
        "not_found"
    );
}

#[test]
fn merged_customers_read_as_one_and_come_apart_again() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (first, kept) = one_invoice(&mut opened);
    let (second, third) = write(&mut opened, |w| {
        let second = w.insert_customer(&customer("D2", "Café de Kroon"))?.0;
        let third = w.insert_customer(&customer("D3", "Kroon café"))?.0;
        w.insert_invoice(&invoice(second, "2026-002", 700))?;
        // The same invoice came in under both.
        w.insert_invoice(&invoice(second, "2026-001", 10_000))?;
        Ok((second, third))
    })
    .unwrap();
    let merge = write(&mut opened, |w| {
        w.merge_customers(third, second)?;
        w.merge_customers(second, first)
    })
    .unwrap();
    let reader = opened.read();
    assert_eq!(
        reader.is_same(third).unwrap(),
        first,
        "also what was merged before"
    );
    assert_eq!(
        reader.find_customer("D2").unwrap(),
        Some(first),
        "the old number still finds it"
    );
    assert_eq!(reader.customer_count().unwrap(), 1);
    let account = reader.account(second).unwrap();
    let numbers: Vec<_> = account
        .invoices
        .iter()
        .map(|invoice| invoice.number.as_str())
        .collect();
    assert_eq!(
        numbers,
        ["2026-001", "2026-002"],
        "the invoice that both carried is there once"
    );
    assert!(
        account
            .invoices
            .iter()
            .all(|invoice| invoice.customer == first)
    );
    assert_eq!(account.invoices[0].id, kept);
    let mut streamed = Vec::new();
    reader
        .for_each_account(Accounts::All, |account| -> Result<()> {
            streamed.push(account);
            Ok(())
        })
        .unwrap();
    assert_eq!(streamed, [account]);
    assert_sound(&opened);
    write(&mut opened, |w| w.undo(merge)).unwrap();
    assert_eq!(opened.read().invoices_of(second).unwrap().len(), 2);
    assert_eq!(
        opened.read().is_same(third).unwrap(),
        second,
        "the first merge still holds"
    );
    assert_sound(&opened);
}

#[test]
fn a_merge_that_would_lose_something_is_refused() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (first, mine) = one_invoice(&mut opened);
    let (second, theirs) = write(&mut opened, |w| {
        let second = w.insert_customer(&customer("D2", "Kroon"))?.0;
        Ok((
            second,
            w.insert_invoice(&invoice(second, "2026-001", 10_000))?.0,
        ))
    })
    .unwrap();
    for (customer, invoice) in [(first, mine), (second, theirs)] {
        write(&mut opened, |w| {
            w.pay(customer, today(), Cents(50), &[(invoice, Cents(50))])
        })
        .unwrap();
    }
    let refused = write(&mut opened, |w| w.merge_customers(second, first)).unwrap_err();
    assert!(
        matches!(&refused, StoreError::MergeConflict { invoices } if invoices == &["2026-001"]),
        "{refused}"
    );
}

#[test]
fn money_across_a_merge_stands_in_the_way_of_its_undo() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (first, mine) = one_invoice(&mut opened);
    let (merge, paid) = write(&mut opened, |w| {
        let second = w.insert_customer(&customer("D2", "Kroon"))?.0;
        let (payment, _) = w.pay(second, today(), Cents(100), &[])?;
        let merge = w.merge_customers(second, first)?;
        Ok((merge, w.allocate(payment, &[(mine, Cents(100))])?))
    })
    .unwrap();
    let refused = write(&mut opened, |w| w.undo(merge)).unwrap_err();
    assert!(
        matches!(&refused, StoreError::BuiltUpon { by, .. } if by == &[paid]),
        "{refused}"
    );
    write(&mut opened, |w| {
        w.undo(paid)?;
        w.undo(merge)
    })
    .unwrap();
    assert_sound(&opened);
}

#[test]
fn files_and_texts_and_mappings_are_remembered() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (_, id) = one_invoice(&mut opened);
    let file = NewFile {
        name: "factuur.xml".into(),
        media_type: "text/xml".into(),
        bytes: b"<Invoice/>".to_vec(),
    };
    write(&mut opened, |w| {
        let (kept, first) = w.attach_file(id, &file)?;
        let (again, second) = w.attach_file(id, &file)?;
        assert_eq!(
            (kept, second),
            (again, None),
            "the same bytes are kept once"
        );
        assert!(first.is_some());
        w.put_template("reminder", "Beste klant")?;
        w.put_template("reminder", "Geachte klant")?;
        w.remember_mapping("nr;naam", &serde_json::json!({ "number": 0 }))?;
        w.put_user_rate(&serde_json::json!({ "from": "2027-01-01", "percent": "6" }))
    })
    .unwrap();
    let reader = opened.read();
    let files = reader.invoice_files(id).unwrap();
    assert_eq!(reader.file_bytes(files[0].id).unwrap(), file.bytes);
    assert_eq!(reader.template("reminder").unwrap().unwrap().version, 2);
    assert_eq!(reader.templates().unwrap()[0].text, "Geachte klant");
    assert_eq!(reader.template_versions("reminder").unwrap().len(), 2);
    assert_eq!(
        reader
            .csv_mapping::<serde_json::Value>("nr;naam")
            .unwrap()
            .unwrap()["number"],
        0
    );
    assert_eq!(reader.user_rates::<serde_json::Value>().unwrap().len(), 1);
    assert_sound(&opened);
}

#[test]
fn settled_accounts_can_be_passed_over() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (first, bill) = one_invoice(&mut opened);
    let names = |opened: &Administration| {
        let mut names = Vec::new();
        opened
            .read()
            .for_each_account(Accounts::Unsettled, |account| -> Result<()> {
                names.push(account.customer.id);
                Ok(())
            })
            .unwrap();
        names
    };
    assert_eq!(names(&opened), [first]);
    let fact = write(&mut opened, |w| {
        Ok(
            w.pay(first, today(), Cents(10_000), &[(bill, Cents(10_000))])?
                .1,
        )
    })
    .unwrap();
    assert!(names(&opened).is_empty(), "paid to the cent");
    write(&mut opened, |w| w.undo(fact)).unwrap();
    assert_eq!(names(&opened), [first]);
    write(&mut opened, |w| {
        w.pay(first, today(), Cents(10_001), &[(bill, Cents(10_000))])
    })
    .unwrap();
    assert_eq!(
        names(&opened),
        [first],
        "a cent too much is something to decide on"
    );
}
