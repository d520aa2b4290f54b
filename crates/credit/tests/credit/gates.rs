//! The send gate: every reason in its place, and what it does.

use law::Cents;

use crate::sample::{day, invoice, payment};
use crate::world::{World, codes, printable};
use crate::*;

const TODAY: &str = "2026-09-04";

fn world() -> World {
    let mut world = World::new(CustomerKind::Business);
    world.invoice(1, "2026-08-03", "2026-09-02", 1_000_00);
    world
}

fn only(world: &mut World) -> Proposal {
    let mut letters: Vec<Proposal> = world
        .proposals(day(TODAY))
        .into_iter()
        .filter(|proposal| proposal.kind == ProposalKind::Letter)
        .collect();
    assert_eq!(letters.len(), 1, "one letter per customer");
    letters.remove(0)
}

fn expect(change: impl FnOnce(&mut World), gate: Gate, code: &str) {
    let mut world = world();
    change(&mut world);
    let letter = only(&mut world);
    assert!(
        codes(&letter).contains(&code),
        "{code} in {:?}",
        codes(&letter)
    );
    assert_eq!(letter.gate, gate, "{code}");
    for reason in &letter.reasons {
        for lang in [law::Lang::Nl, law::Lang::En] {
            assert!(
                reason.message(lang).ends_with('.'),
                "a sentence: {}",
                reason.message(lang)
            );
        }
    }
}

#[test]
fn green_says_why_now() {
    let letter = only(&mut world());
    assert_eq!(letter.gate, Gate::Green);
    assert_eq!(
        letter.reasons[0].message(law::Lang::Nl),
        "Factuur 2026-0001 had op 2 september 2026 betaald moeten zijn, 2 dagen geleden."
    );
}

#[test]
fn amber_asks_first() {
    expect(
        |world| world.account.unbooked_lines = 2,
        Gate::Amber,
        "unbooked_line",
    );
    expect(
        |world| world.account.customer.kind = CustomerKind::Unknown,
        Gate::Amber,
        "kind_unknown",
    );
    expect(
        |world| world.pay("2026-09-03", 10_00, 1),
        Gate::Amber,
        "recent_payment",
    );
    expect(
        |world| {
            let mut loose = payment(1, "2026-08-01", 25_00, 1);
            loose.allocations.clear();
            world.account.payments.push(loose);
        },
        Gate::Amber,
        "unallocated_money",
    );
    expect(
        |world| {
            world
                .account
                .invoices
                .push(invoice(2, "2026-08-10", None, -50_00))
        },
        Gate::Amber,
        "open_credit",
    );
    expect(
        |world| {
            world.books.restored = Some(PriorReach::Unknown {
                backup: day("2026-08-01"),
            })
        },
        Gate::Amber,
        "restored_unknown",
    );
    expect(
        |world| {
            world.books.creditor.collects_for_others = true;
            world.account.customer.kind = CustomerKind::Consumer;
        },
        Gate::Amber,
        "wki_register_missing",
    );
}

#[test]
fn red_does_not_go() {
    let (fact, customer) = (FactId(1), CustomerId(1));
    expect(
        |world| {
            world.account.holds.push(Hold {
                fact,
                customer,
                invoice: None,
                until: day(TODAY),
                reason: "verhuizing".into(),
            });
        },
        Gate::Red,
        "hold",
    );
    expect(
        |world| {
            world.account.promises.push(Promise {
                fact,
                customer,
                amount: Cents(1_000_00),
                by: day("2026-09-02"),
                date: day("2026-09-01"),
            });
        },
        Gate::Red,
        "promise_running",
    );
    expect(
        |world| {
            world.account.insolvencies.push(Insolvency {
                fact,
                customer,
                kind: InsolvencyKind::DebtCounselling,
                date: day("2026-09-01"),
            });
        },
        Gate::Red,
        "insolvency",
    );
    expect(
        |world| {
            world.account.customer.email = None;
            world.account.customer.address.city.clear();
        },
        Gate::Red,
        "no_address",
    );
    expect(
        |world| {
            let dispute = Dispute {
                fact,
                customer,
                invoice: InvoiceId(1),
                amount: None,
                reason: "kapot".into(),
                date: day("2026-09-01"),
            };
            world.account.disputes.push(dispute);
        },
        Gate::Red,
        "dispute",
    );
    expect(
        |world| {
            world
                .account
                .sent_elsewhere
                .push((InvoiceId(1), Step::Reminder))
        },
        Gate::Red,
        "sent_elsewhere",
    );
}

#[test]
fn a_hold_ends_the_day_after() {
    let mut world = world();
    world.account.holds.push(Hold {
        fact: FactId(1),
        customer: CustomerId(1),
        invoice: Some(InvoiceId(1)),
        until: day("2026-09-03"),
        reason: "vakantie".into(),
    });
    assert_eq!(
        only(&mut world).gate,
        Gate::Green,
        "expired holds come back to the work"
    );
}

#[test]
fn bank_data_ages_in_bank_days() {
    let gate = |through: Option<&str>| {
        let mut world = world();
        world.books.bank_through = through.map(day);
        let proposals = decide(
            &world.account,
            &world.books,
            law::RateTable::shipped(),
            day(TODAY),
            &printable,
        );
        (
            proposals[0].gate,
            codes(&proposals[0]).contains(&"bank_data_missing"),
        )
    };
    // Friday 4 September 2026.
    assert_eq!(
        gate(Some("2026-09-01")),
        (Gate::Green, false),
        "three bank days old"
    );
    assert_eq!(gate(Some("2026-08-31")), (Gate::Amber, false), "four");
    assert_eq!(gate(Some("2026-08-21")), (Gate::Amber, false), "ten");
    assert_eq!(gate(Some("2026-08-20")), (Gate::Red, false), "eleven");
    assert_eq!(gate(None), (Gate::Amber, true), "never imported asks");
}

#[test]
fn a_predecessor_nobody_confirmed_asks_and_one_not_written_out_stops() {
    for (state, gate, code) in [
        (
            LetterState::HandedOver,
            Gate::Amber,
            "predecessor_unconfirmed",
        ),
        (
            LetterState::Approved,
            Gate::Red,
            "predecessor_not_handed_over",
        ),
        (LetterState::Confirmed, Gate::Green, "after_step"),
    ] {
        let mut world = world();
        world.run(day(TODAY)).unwrap();
        world.account.letters[0].state = state;
        let next = world.proposals(day("2026-09-11")).remove(0);
        assert_eq!(
            next.step,
            Some(Step::FinalReminder),
            "a level has its predecessor"
        );
        assert_eq!(next.gate, gate, "{code}");
        assert!(codes(&next).contains(&code));
    }
}

#[test]
fn email_alone_falls_back_to_post_but_post_never_to_email() {
    let mut world = world();
    world.account.customer.email = None;
    let letter = only(&mut world);
    assert_eq!(
        (letter.channels.as_slice(), letter.gate),
        ([Channel::Letter].as_slice(), Gate::Green)
    );
    assert!(codes(&letter).contains(&"no_email"));
    let mut world = self::world();
    world.account.customer.address.street.clear();
    assert_eq!(
        only(&mut world).channels,
        [Channel::Email],
        "a reminder by e-mail needs no address"
    );
    for today in ["2026-09-04", "2026-09-11"] {
        world.run(day(today)).unwrap();
    }
    let demand = world
        .proposals(day("2026-09-18"))
        .into_iter()
        .find(|proposal| proposal.step == Some(Step::FinalDemand))
        .unwrap();
    assert_eq!(
        demand.gate,
        Gate::Red,
        "the demand goes by post and there is no address"
    );
    assert!(codes(&demand).contains(&"no_address"));
}

#[test]
fn a_name_no_font_can_print_is_red() {
    let mut world = world();
    world.account.customer.name = "Ꙁ".into();
    world.books.bank_through = Some(day("2026-09-03"));
    let ascii = |text: &str| text.is_ascii();
    let proposals = decide(
        &world.account,
        &world.books,
        law::RateTable::shipped(),
        day(TODAY),
        &ascii,
    );
    assert_eq!(proposals[0].gate, Gate::Red);
    assert!(codes(&proposals[0]).contains(&"unprintable_name"));
}

#[test]
fn a_disputed_invoice_stays_out_and_a_disputed_part_is_not_asked() {
    let mut world = world();
    world.invoice(2, "2026-08-03", "2026-09-02", 400_00);
    let dispute = |invoice: i64, amount: Option<i64>| Dispute {
        fact: FactId(invoice),
        customer: CustomerId(1),
        invoice: InvoiceId(invoice),
        amount: amount.map(Cents),
        reason: "niet geleverd".into(),
        date: day("2026-09-01"),
    };
    world.account.disputes = vec![dispute(1, None), dispute(2, Some(100_00))];
    let proposals = world.proposals(day(TODAY));
    let (red, green): (Vec<_>, Vec<_>) = proposals
        .iter()
        .partition(|proposal| proposal.gate == Gate::Red);
    assert_eq!(
        red.len(),
        1,
        "the disputed invoice has a proposal of its own"
    );
    assert_eq!(red[0].lines[0].invoice, InvoiceId(1));
    assert_eq!(green[0].lines.len(), 1);
    assert_eq!(
        green[0].claim.principal,
        Cents(300_00),
        "the undisputed part may be asked"
    );
    assert!(codes(green[0]).contains(&"disputed_part_left_out"));
    assert_eq!(
        green[0].sheet.as_ref().unwrap().invoices[0]
            .principal
            .disputed,
        Cents(-100_00)
    );
}

#[test]
fn a_kept_promise_frees_and_a_broken_one_asks_for_a_call() {
    let mut world = world();
    world.account.promises.push(Promise {
        fact: FactId(1),
        customer: CustomerId(1),
        amount: Cents(500_00),
        by: day("2026-09-01"),
        date: day("2026-08-20"),
    });
    let broken = world.proposals(day("2026-09-04"));
    let call = broken
        .iter()
        .find(|proposal| proposal.kind == ProposalKind::Call)
        .unwrap();
    assert_eq!(codes(call), ["promise_broken"]);
    assert_eq!(call.claim.total, Cents(1_000_00));
    let letter = broken
        .iter()
        .find(|proposal| proposal.kind == ProposalKind::Letter)
        .unwrap();
    assert_eq!(letter.gate, Gate::Green, "and the letter goes on");
    world.account.notes.push(Note {
        fact: FactId(2),
        customer: CustomerId(1),
        text: "gebeld".into(),
        date: day("2026-09-04"),
    });
    assert!(
        world
            .proposals(day("2026-09-04"))
            .iter()
            .all(|p| p.kind != ProposalKind::Call),
        "called"
    );
    world.account.notes.clear();
    world.pay("2026-08-25", 500_00, 1);
    assert!(
        world
            .proposals(day("2026-09-04"))
            .iter()
            .all(|p| p.kind != ProposalKind::Call),
        "kept"
    );
}

#[test]
fn a_second_minimum_within_six_months_is_not_announced() {
    let minimum = |recurring: Option<bool>, contract: Option<&str>| {
        let mut world = World::new(CustomerKind::Consumer);
        world.account.customer.recurring = recurring;
        world.invoice(1, "2026-02-01", "2026-03-01", 20_00).contract = contract.map(Into::into);
        world.run_daily("2026-02-01", "2026-05-10");
        world.invoice(2, "2026-05-01", "2026-06-01", 20_00).contract = contract.map(Into::into);
        for today in ["2026-06-03", "2026-06-10"] {
            world.run(day(today)).unwrap();
        }
        world
            .proposals(day("2026-06-17"))
            .into_iter()
            .find(|proposal| proposal.step == Some(Step::Notice14Days))
            .unwrap()
    };
    let red = minimum(None, Some("huur"));
    assert_eq!(red.gate, Gate::Red);
    assert!(codes(&red).contains(&"second_minimum_within_six_months"));
    assert!(codes(&minimum(Some(true), None)).contains(&"second_minimum_within_six_months"));
    let asks = minimum(None, None);
    assert_eq!(asks.gate, Gate::Amber);
    assert!(codes(&asks).contains(&"recurring_unknown"));
    assert_eq!(minimum(Some(false), None).gate, Gate::Green);
}

#[test]
fn terms_that_name_costs_ask_before_a_14_day_letter() {
    let mut world = World::new(CustomerKind::Consumer);
    world.books.creditor.terms_name_costs = Some(true);
    world.invoice(1, "2026-08-03", "2026-09-02", 1_000_00);
    world.run(day("2026-09-04")).unwrap();
    world.run(day("2026-09-11")).unwrap();
    let notice = world.letter(day("2026-09-18")).unwrap();
    assert_eq!(notice.gate, Gate::Amber);
    assert!(codes(&notice).contains(&"terms_name_costs"));
}

#[test]
fn rates_beyond_their_verified_day_ask() {
    let mut world = World::new(CustomerKind::Business);
    world.invoice(1, "2026-11-20", "2026-12-20", 1_000_00);
    let sent = world.run_daily("2026-12-20", "2027-01-31");
    let demand = &sent[2].1;
    assert_eq!(demand.step, Some(Step::FinalDemand));
    assert_eq!(demand.gate, Gate::Amber);
    assert!(codes(demand).contains(&"rate_not_verified"));
}

#[test]
fn what_is_not_known_is_asked() {
    let mut world = World::new(CustomerKind::Unknown);
    world
        .account
        .invoices
        .push(invoice(1, "2026-08-03", None, 1_000_00));
    world.invoice(2, "2026-08-03", "2026-09-02", 10_00);
    let proposals = world.proposals(day(TODAY));
    let review = proposals
        .iter()
        .find(|proposal| proposal.kind == ProposalKind::Review)
        .unwrap();
    assert_eq!(codes(review), ["kind_unknown", "due_date_missing"]);
    assert!(
        proposals
            .iter()
            .filter(|p| p.kind == ProposalKind::Letter)
            .all(|p| p.lines.len() == 1),
        "without a due date nothing is reminded"
    );
}

#[test]
fn a_claim_that_lapses_soon_is_told() {
    let mut world = World::new(CustomerKind::Consumer);
    world.invoice(1, "2024-10-01", "2024-11-01", 100_00);
    let kinds = |world: &mut World, today: &str| -> Vec<ProposalKind> {
        world
            .proposals(day(today))
            .iter()
            .map(|proposal| proposal.kind)
            .collect()
    };
    assert!(
        !kinds(&mut world, "2026-08-02").contains(&ProposalKind::Interrupt),
        "91 days before"
    );
    assert!(
        kinds(&mut world, "2026-08-03").contains(&ProposalKind::Interrupt),
        "90 days before"
    );
    world.account.customer.buys_goods = Some(false);
    assert!(
        !kinds(&mut world, "2026-08-03").contains(&ProposalKind::Interrupt),
        "services: five years"
    );
}
