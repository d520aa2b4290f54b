//! Random facts and daily runs that try to break promises 1, 2, 3 and 4.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use law::{Cents, RateTable, collection_costs, notice_term};
use proptest::prelude::*;

use crate::sample::{day, invoice, payment};
use crate::world::{World, check_sums, printable};
use crate::*;

#[derive(Clone, Debug)]
enum Event {
    Invoice { cents: i64, term: u64 },
    Pay { share: i64, which: usize },
    PayBack { which: usize },
    Credit { share: i64, which: usize },
    Hold { which: usize, days: u64 },
    Dispute { which: usize, share: i64 },
    EndDispute,
    Promise { days: u64 },
    Waive { cents: i64 },
    WriteOff { which: usize, share: i64 },
    Kind(CustomerKind),
    Unconfirm,
    Confirm,
    Handover,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (1_i64..500_000, 0_u64..40).prop_map(|(cents, term)| Event::Invoice { cents, term }),
        4 => (1_i64..15, 0_usize..6).prop_map(|(share, which)| Event::Pay { share, which }),
        1 => (0_usize..6).prop_map(|which| Event::PayBack { which }),
        1 => (1_i64..12, 0_usize..6).prop_map(|(share, which)| Event::Credit { share, which }),
        1 => (0_usize..6, 1_u64..30).prop_map(|(which, days)| Event::Hold { which, days }),
        1 => (0_usize..6, 1_i64..12).prop_map(|(which, share)| Event::Dispute { which, share }),
        1 => Just(Event::EndDispute),
        1 => (1_u64..20).prop_map(|days| Event::Promise { days }),
        1 => (1_i64..20_000).prop_map(|cents| Event::Waive { cents }),
        1 => (0_usize..6, 1_i64..12).prop_map(|(which, share)| Event::WriteOff { which, share }),
        1 => prop_oneof![
            Just(CustomerKind::Consumer),
            Just(CustomerKind::Business),
            Just(CustomerKind::Unknown)
        ]
        .prop_map(Event::Kind),
        1 => Just(Event::Unconfirm),
        1 => Just(Event::Confirm),
        1 => Just(Event::Handover),
    ]
}

fn happen(world: &mut World, event: &Event, today: NaiveDate, id: i64) {
    let (customer, fact) = (CustomerId(1), FactId(id));
    let invoices: Vec<(InvoiceId, i64)> = world
        .account
        .invoices
        .iter()
        .filter(|invoice| invoice.amount.is_positive())
        .map(|invoice| (invoice.id, invoice.amount.0))
        .collect();
    let pick = |which: usize| invoices.get(which % invoices.len().max(1)).copied();
    let text = today.to_string();
    match event {
        Event::Invoice { cents, term } => {
            let due = (today + Days::new(*term)).to_string();
            world
                .account
                .invoices
                .push(invoice(id, &text, Some(&due), *cents));
        }
        Event::Pay { share, which } => {
            if let Some((to, amount)) = pick(*which) {
                world
                    .account
                    .payments
                    .push(payment(id, &text, (amount * share / 10).max(1), to.0));
            }
        }
        Event::PayBack { which } => {
            let paid = world
                .account
                .payments
                .get(*which)
                .map(|paid| (paid.amount.0, paid.allocations.clone()));
            if let Some((amount, allocations)) = paid
                && amount > 0
                && let Some(allocation) = allocations.first()
            {
                world
                    .account
                    .payments
                    .push(payment(id, &text, -amount, allocation.invoice.0));
            }
        }
        Event::Credit { share, which } => {
            if let Some((to, amount)) = pick(*which) {
                let mut credit = invoice(id, &text, None, -(amount * share / 10).max(1));
                credit.credits = Some(format!("2026-{:04}", to.0));
                world.account.invoices.push(credit);
            }
        }
        Event::Hold { which, days } => world.account.holds.push(Hold {
            fact,
            customer,
            invoice: if which % 2 == 0 {
                None
            } else {
                pick(*which).map(|(id, _)| id)
            },
            until: today + Days::new(*days),
            reason: "rust".into(),
        }),
        Event::Dispute { which, share } => {
            if let Some((invoice, amount)) = pick(*which) {
                let amount = (share % 3 != 0).then_some(Cents(amount * share / 10));
                let reason = "mis".to_owned();
                world.account.disputes.push(Dispute {
                    fact,
                    customer,
                    invoice,
                    amount,
                    reason,
                    date: today,
                });
            }
        }
        Event::EndDispute => world.account.disputes.clear(),
        Event::Promise { days } => world.account.promises.push(Promise {
            fact,
            customer,
            amount: Cents(100_00),
            by: today + Days::new(*days),
            date: today,
        }),
        Event::Waive { cents } => world.account.waivers.push(Waiver {
            fact,
            customer,
            interest: Cents(*cents / 10),
            costs: Cents(*cents),
            date: today,
            reason: "coulance".into(),
        }),
        Event::WriteOff { which, share } => {
            if let Some((invoice, amount)) = pick(*which) {
                let amount = Cents(amount * share / 10);
                let reason = "klein".to_owned();
                world.account.write_offs.push(WriteOff {
                    fact,
                    customer,
                    invoice,
                    amount,
                    date: today,
                    reason,
                });
            }
        }
        Event::Kind(kind) => world.account.customer.kind = *kind,
        Event::Unconfirm => {
            if let Some(letter) = world.account.letters.last_mut() {
                letter.state = LetterState::HandedOver;
            }
        }
        Event::Confirm => {
            for letter in &mut world.account.letters {
                letter.state = LetterState::Confirmed;
            }
        }
        Event::Handover => {
            let rates = RateTable::shipped();
            let invoices =
                handover_scope(&world.account, &world.books, rates, today, id % 2 == 0).invoices;
            if !invoices.is_empty() && id % 3 == 0 {
                world.account.handovers.push(Handover {
                    fact,
                    customer,
                    date: today,
                    invoices,
                    claim: ClaimFigures::default(),
                    sha256: String::new(),
                    file: String::new(),
                    events: Vec::new(),
                });
            }
        }
    }
}

/// Costs that the 14-day letters of a consumer allow at most for these invoices on a day.
fn allowed_costs(world: &World, lines: &[LetterLine], date: NaiveDate) -> Cents {
    let asked = |id: InvoiceId| lines.iter().any(|line| line.invoice == id);
    let mut most = Cents::ZERO;
    for letter in world
        .account
        .letters
        .iter()
        .filter(|letter| letter.state >= LetterState::HandedOver)
    {
        let bearing: Vec<&LetterLine> = letter
            .lines
            .iter()
            .filter(|line| line.step == Step::Notice14Days && line.bears_costs)
            .collect();
        let term = notice_term(letter.left(), letter.delivery_days, letter.plan_days);
        if term.claimable_in_plan > date || !bearing.iter().any(|line| asked(line.invoice)) {
            continue;
        }
        let base: Cents = bearing.iter().map(|line| line.open).sum();
        most += collection_costs(base, law::CostsVat::None).total;
    }
    most
}

fn check_letter(world: &World, proposal: &Proposal, kind: CustomerKind) {
    let sheet = proposal.sheet.as_ref().unwrap();
    check_sums(sheet);
    assert_eq!(sheet.principal, proposal.claim.principal);
    assert_eq!(sheet.total, proposal.claim.total);
    let opens: Cents = proposal.lines.iter().map(|line| line.open).sum();
    assert_eq!(
        opens, proposal.claim.principal,
        "the table sums to the principal asked"
    );
    assert!(
        proposal.lines.iter().all(|line| line.open.is_positive()),
        "nothing is asked for nothing"
    );
    assert!(
        proposal.claim.costs >= Cents::ZERO && proposal.claim.interest >= Cents::ZERO,
        "nothing is asked below nothing"
    );
    if kind == CustomerKind::Business {
        let most = collection_costs(proposal.claim.principal, law::CostsVat::None).total;
        assert!(
            proposal.claim.costs <= most,
            "one scale over the letter at most"
        );
        return;
    }
    if proposal.step == Some(Step::FinalDemand) {
        let demanded: Vec<LetterLine> = proposal
            .lines
            .iter()
            .filter(|line| line.step == Step::FinalDemand)
            .cloned()
            .collect();
        let most = allowed_costs(world, &demanded, proposal.date);
        assert!(
            proposal.claim.costs <= most,
            "promise 4: {} asked, {most} allowed",
            proposal.claim.costs
        );
        for line in proposal.lines.iter().filter(|line| line.bears_costs) {
            assert_eq!(
                line.step,
                Step::FinalDemand,
                "a later invoice bears no costs"
            );
        }
    } else {
        assert_eq!(
            proposal.claim.costs,
            Cents::ZERO,
            "only a demand asks costs"
        );
        assert_eq!(proposal.claim.interest, Cents::ZERO, "and interest");
    }
}

fn check_predecessors(world: &World, proposal: &Proposal, kind: CustomerKind) {
    let plan = world.books.settings.plans.of(kind);
    for line in &proposal.lines {
        let position = plan
            .steps
            .iter()
            .position(|step| step.step == line.step)
            .unwrap();
        let sent = |step: Step| {
            world
                .account
                .letters
                .iter()
                .flat_map(|letter| &letter.lines)
                .any(|sent| sent.invoice == line.invoice && sent.step == step)
        };
        if let Some(before) = position.checked_sub(1) {
            let predecessor = plan.steps[before].step;
            // A change of kind may have carried it past a step of the other plan.
            let skipped = Step::ALL
                .iter()
                .any(|step| *step > predecessor && sent(*step));
            assert!(
                sent(predecessor) || skipped,
                "{:?} without {predecessor:?}",
                line.step
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_run_breaks_a_promise(
        start in prop_oneof![Just(CustomerKind::Consumer), Just(CustomerKind::Business), Just(CustomerKind::Unknown)],
        agreed in any::<bool>(),
        events in prop::collection::vec((0_u64..12, event()), 4..40),
    ) {
        let mut world = World::new(start);
        world.books.creditor.term_agreed = agreed;
        let mut today = day("2026-01-05");
        let mut sent: HashSet<(InvoiceId, Step)> = HashSet::new();
        for (id, (pause, event)) in (1_i64..).zip(&events) {
            happen(&mut world, event, today, id);
            for _ in 0..=*pause {
                today = today + Days::new(1);
                one_day(&mut world, today, &mut sent);
            }
        }
        for _ in 0..80 {
            today = today + Days::new(1);
            one_day(&mut world, today, &mut sent);
        }
        check_sums(&claim_of(&world.account, &world.books, RateTable::shipped(), today));
    }
}

fn one_day(world: &mut World, today: NaiveDate, sent: &mut HashSet<(InvoiceId, Step)>) {
    let kind = world.account.customer.kind;
    let proposals = world.proposals(today);
    let letters = proposals
        .iter()
        .filter(|p| p.kind == ProposalKind::Letter && p.gate != Gate::Red);
    assert!(letters.count() <= 1, "one letter per customer and day");
    for proposal in &proposals {
        if let Some(sheet) = &proposal.sheet {
            check_sums(sheet);
        }
        if proposal.kind == ProposalKind::Letter && proposal.gate != Gate::Red {
            let paused = world
                .account
                .holds
                .iter()
                .any(|hold| hold.invoice.is_none() && today <= hold.until);
            assert!(!paused, "promise 2: a paused customer gets nothing");
            let interval = world.books.settings.plans.of(kind).min_interval_days;
            let last = world.account.letters.iter().map(Letter::left).max();
            assert!(
                last.is_none_or(|last| today >= last + Days::new(u64::from(interval))),
                "the interval"
            );
            check_letter(world, proposal, kind);
            check_predecessors(world, proposal, kind);
        }
    }
    if let Some(letter) = world.run(today) {
        for line in &letter.lines {
            assert!(
                sent.insert((line.invoice, line.step)),
                "promise 1: {:?} twice",
                line
            );
        }
    }
    assert_eq!(
        world.run(today),
        None,
        "promise 1: a second run on the same day sends nothing"
    );
}

#[test]
fn the_list_of_today_sums_and_is_in_order() {
    let mut world = World::new(CustomerKind::Business);
    world.invoice(1, "2026-08-01", "2026-08-31", 100_00);
    world.invoice(2, "2026-08-01", "2026-12-31", 50_00);
    world
        .account
        .invoices
        .push(invoice(3, "2026-08-05", Some("2026-09-05"), -30_00));
    world.books.bank_through = Some(day("2026-09-09"));
    let mut other = World::new(CustomerKind::Consumer).account;
    other.customer.id = CustomerId(2);
    other.invoices.push(Invoice {
        customer: CustomerId(2),
        ..invoice(4, "2026-08-01", Some("2026-08-31"), 900_00)
    });
    let mut builder = TodayBuilder::new(
        &world.books,
        RateTable::shipped(),
        day("2026-09-10"),
        &printable,
    );
    assert_eq!(
        builder.add(&world.account).len(),
        1,
        "what was added is given back"
    );
    builder.add(&other);
    let today = builder.finish();
    assert_eq!(today.open, Cents(1_020_00), "credits are negative");
    assert_eq!(today.overdue, Cents(970_00));
    assert_eq!(today.ageing.open(), today.open);
    let totals: Vec<Cents> = today
        .proposals
        .iter()
        .map(|proposal| proposal.claim.total)
        .collect();
    assert_eq!(totals, [Cents(900_00), Cents(100_00)], "most euros first");
    assert!(
        today
            .proposals
            .iter()
            .all(|proposal| proposal.sheet.is_none()),
        "the list stays small"
    );
}
