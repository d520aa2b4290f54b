//! Which invoices a dossier takes along, what stays behind and until when, and how that goes on.

use law::{Cents, Lang, RateTable};

use crate::sample::day;
use crate::world::{World, check_sums};
use crate::*;

fn scope(world: &World, date: &str, early: bool) -> HandoverScope {
    handover_scope(
        &world.account,
        &world.books,
        RateTable::shipped(),
        day(date),
        early,
    )
}

fn dossier(world: &World, date: &str, invoices: &[i64]) -> Claim {
    let ids: Vec<InvoiceId> = invoices.iter().copied().map(InvoiceId).collect();
    claim_of_dossier(
        &world.account,
        &world.books,
        RateTable::shipped(),
        day(date),
        &ids,
    )
}

fn hand_over(world: &mut World, date: &str, invoices: &[i64]) {
    let fact = FactId(world.account.handovers.len() as i64 + 1);
    world.account.handovers.push(Handover {
        fact,
        customer: CustomerId(1),
        date: day(date),
        invoices: invoices.iter().copied().map(InvoiceId).collect(),
        claim: ClaimFigures::default(),
        sha256: String::new(),
        file: String::new(),
        events: Vec::new(),
    });
}

/// The oldest was demanded long ago; the second one's demand left on the day; the third is young.
fn staggered(kind: CustomerKind) -> (World, chrono::NaiveDate, chrono::NaiveDate) {
    let mut world = World::new(kind);
    world.invoice(1, "2026-06-01", "2026-07-01", 1_000_00);
    world.invoice(2, "2026-06-15", "2026-07-20", 2_000_00);
    let mut sent = Vec::new();
    for today in day("2026-07-02").iter_days().take(150) {
        if let Some(letter) = world.run(today) {
            sent.push((today, letter));
        }
        let demanded = sent
            .iter()
            .filter(|(_, letter)| letter.step == Some(Step::FinalDemand));
        if demanded.count() == 2 {
            break;
        }
    }
    let last = sent.last().unwrap();
    let ready = |world: &World, id: i64| {
        invoice_states(&world.account, &world.books, RateTable::shipped(), last.0)
            .into_iter()
            .find(|state| state.invoice == InvoiceId(id))
            .and_then(|state| state.next)
            .map(|next| next.due_on)
            .unwrap()
    };
    assert_eq!(last.1.step, Some(Step::FinalDemand));
    let first = ready(&world, 1);
    let second = ready(&world, 2);
    assert!(first < second, "the first one's demand left earlier");
    (world, first.max(last.0), second)
}

#[test]
fn an_invoice_whose_final_demand_still_runs_stays_behind_until_its_day() {
    for kind in [CustomerKind::Business, CustomerKind::Consumer] {
        let (mut world, today, second) = staggered(kind);
        let date = today.to_string();
        let found = scope(&world, &date, false);
        assert_eq!(found.invoices, [InvoiceId(1)], "{kind:?}: only what is due");
        assert!(found.proposed);
        assert_eq!(found.behind.len(), 1, "{found:?}");
        let behind = &found.behind[0];
        assert_eq!(behind.invoice, InvoiceId(2));
        assert_eq!(behind.why.code(), "demand_running", "{behind:?}");
        assert_eq!(behind.from, Some(second), "the day the plan says");
        assert!(behind.why.text(Lang::En).contains("still runs"));

        let proposal = world
            .proposals(today)
            .into_iter()
            .find(|proposal| proposal.kind == ProposalKind::Handover)
            .unwrap();
        let lines: Vec<InvoiceId> = proposal.lines.iter().map(|line| line.invoice).collect();
        assert_eq!(lines, found.invoices, "the proposal and the dossier agree");
        let claim = dossier(&world, &date, &[1]);
        assert_eq!(proposal.claim.total, claim.total, "to the cent");
        check_sums(&claim);

        // What stays behind is not frozen: it has its own day, and its own dossier.
        hand_over(&mut world, &date, &[1]);
        assert_eq!(
            scope(&world, &date, false).invoices,
            [],
            "the same words said twice take nothing more along"
        );
        let before = second.pred_opt().unwrap();
        assert!(
            world
                .proposals(before)
                .iter()
                .all(|proposal| proposal.kind != ProposalKind::Handover),
            "not a day early"
        );
        let later = scope(&world, &second.to_string(), false);
        assert_eq!(later.invoices, [InvoiceId(2)]);
        assert_eq!(later.behind, []);
        let again = world
            .proposals(second)
            .into_iter()
            .find(|proposal| proposal.kind == ProposalKind::Handover)
            .unwrap();
        assert_eq!(again.claim.principal, Cents(2_000_00), "a second handover");
    }
}

#[test]
fn with_early_everything_late_goes_along_and_the_weakness_is_said() {
    let (world, today, second) = staggered(CustomerKind::Business);
    let date = today.to_string();
    let found = scope(&world, &date, true);
    assert_eq!(found.invoices, [InvoiceId(1), InvoiceId(2)]);
    assert!(!found.proposed, "the plan does not propose that");
    assert_eq!(found.behind, []);
    let weak = |invoices: &[i64]| {
        let claim = dossier(&world, &date, invoices);
        weaknesses(&world.account, &world.books, &claim, today, &|_| true)
    };
    assert!(
        weak(&[1, 2]).contains(&Weakness::FinalDemandRunning {
            invoices: vec![world.account.invoices[1].number.clone()],
            from: second,
        }),
        "a running warning is a weakness: {:?}",
        weak(&[1, 2])
    );
    assert!(
        weak(&[1])
            .iter()
            .all(|weakness| !matches!(weakness, Weakness::FinalDemandRunning { .. })),
        "not over what ran out"
    );
}

#[test]
fn a_running_fourteen_day_letter_keeps_a_consumers_invoice_out() {
    let mut world = World::new(CustomerKind::Consumer);
    world.invoice(1, "2026-06-01", "2026-07-01", 1_000_00);
    world.run_daily("2026-07-02", "2026-07-25");
    let letter = world.account.letters.last().unwrap();
    assert_eq!(letter.step, Step::Notice14Days);
    let found = scope(&world, "2026-07-26", false);
    assert_eq!(
        found.invoices,
        [],
        "nothing goes while the customer has its 14 days"
    );
    assert_eq!(found.behind[0].why.code(), "notice_running");
    let from = found.behind[0].from.unwrap();
    let sent = world.run_daily("2026-07-26", &from.pred_opt().unwrap().to_string());
    assert_eq!(sent.len(), 1, "the final demand in between");
    assert_eq!(
        scope(&world, &from.pred_opt().unwrap().to_string(), false).invoices,
        []
    );
    assert_eq!(
        scope(&world, &from.to_string(), false).invoices,
        [InvoiceId(1)],
        "the day that was said is the day it goes"
    );
}

#[test]
fn a_customer_who_was_never_demanded_can_be_handed_over_by_name_and_a_disputed_invoice_waits() {
    let mut world = World::new(CustomerKind::Business);
    world.invoice(1, "2026-06-01", "2026-07-01", 1_000_00);
    let found = scope(&world, "2026-07-05", false);
    assert_eq!(found.invoices, [InvoiceId(1)], "the user's own decision");
    assert!(!found.proposed);

    let (mut world, today, _) = staggered(CustomerKind::Business);
    world.account.disputes.push(Dispute {
        fact: FactId(9),
        customer: CustomerId(1),
        invoice: InvoiceId(2),
        amount: None,
        reason: "kapot".into(),
        date: today,
    });
    let found = scope(&world, &today.to_string(), false);
    assert_eq!(found.invoices, [InvoiceId(1)]);
    assert_eq!(found.behind[0].why.code(), "dispute");
    assert_eq!(found.behind[0].from, None, "nobody knows when that is over");
}

#[test]
fn dossiers_of_one_demand_never_claim_more_costs_than_it_asked() {
    let mut world = World::new(CustomerKind::Business);
    for (id, due, cents) in [
        (1, "2026-07-01", 60_00),
        (2, "2026-07-01", 3_000_00),
        (3, "2026-07-01", 900_00),
    ] {
        world.invoice(id, "2026-06-01", due, cents);
    }
    let sent = world.run_daily("2026-07-02", "2026-07-30");
    let asked = sent.last().unwrap().1.claim.costs;
    for (paid, waived) in [(0, 0), (100_00, 0), (0, 150_00), (30_00, 40_00)] {
        let account = world.account.clone();
        let mut world = World::new(CustomerKind::Business);
        world.account = account;
        if paid > 0 {
            world.pay("2026-08-10", paid, 3);
        }
        if waived > 0 {
            world.account.waivers.push(Waiver {
                fact: FactId(50),
                customer: CustomerId(1),
                interest: Cents::ZERO,
                costs: Cents(waived),
                date: day("2026-08-10"),
                reason: "coulance".into(),
            });
        }
        let whole = world.claim("2026-08-20").costs;
        let mut claimed = Cents::ZERO;
        for id in [1, 2, 3] {
            let claim = dossier(&world, "2026-08-20", &[id]);
            check_sums(&claim);
            let scale = law::collection_costs(claim.principal, law::CostsVat::None).total;
            assert!(claim.costs <= scale, "{id}: {} over {scale}", claim.costs);
            claimed += claim.costs;
            hand_over(&mut world, "2026-08-20", &[id]);
            let now = dossier(&world, "2026-08-20", &[id]);
            assert_eq!(now.costs, claim.costs, "handing over changes no figure");
        }
        assert_eq!(claimed, whole, "all of it and no more, {paid} {waived}");
        assert!(whole <= asked);
        let first = dossier(&world, "2026-08-20", &[1]);
        assert!(first.costs <= Cents(40_00), "the first keeps its own scale");
    }
}

/// One demand over three invoices, of which the first was handed over.
fn one_of_three_handed_over(kind: CustomerKind, date: &str) -> World {
    let mut world = World::new(kind);
    for (id, cents) in [(1, 1_000_00), (2, 2_000_00), (3, 400_00)] {
        world.invoice(id, "2026-06-01", "2026-07-01", cents);
    }
    let sent = world.run_daily("2026-07-02", "2026-08-20");
    assert_eq!(sent.last().unwrap().1.step, Some(Step::FinalDemand));
    hand_over(&mut world, date, &[1]);
    world
}

fn claim_on(world: &World, date: &str, invoices: &[i64]) -> Claim {
    let ids: Vec<InvoiceId> = invoices.iter().copied().map(InvoiceId).collect();
    claim_of_invoices(
        &world.account,
        &world.books,
        RateTable::shipped(),
        day(date),
        &ids,
    )
}

#[test]
fn who_pays_what_is_asked_for_what_stayed_behind_owes_nothing_of_it_and_the_dossier_stands() {
    for kind in [CustomerKind::Business, CustomerKind::Consumer] {
        let mut world = one_of_three_handed_over(kind, "2026-08-20");
        let out = dossier(&world, "2026-09-10", &[1]);
        let asked = claim_on(&world, "2026-09-10", &[2, 3]);
        assert!(out.costs.is_positive() && asked.costs.is_positive());
        let whole = claim_on(&world, "2026-09-10", &[1, 2, 3]);
        assert_eq!(out.costs + asked.costs, whole.costs, "{kind:?}: divided");

        let parts = allocate_by_law(
            &world.account,
            &world.books,
            RateTable::shipped(),
            day("2026-09-10"),
            asked.total,
            &[InvoiceId(2), InvoiceId(3)],
        );
        let put: Cents = parts.iter().map(|(_, amount)| *amount).sum();
        assert_eq!(put, asked.total, "{kind:?}: all of it finds a place");
        for (invoice, amount) in parts {
            assert_ne!(invoice, InvoiceId(1), "nothing goes to the dossier");
            world.pay("2026-09-10", amount.0, invoice.0);
        }
        assert_eq!(world.open(2, "2026-09-10"), Cents::ZERO, "{kind:?}");
        assert_eq!(world.open(3, "2026-09-10"), Cents::ZERO, "{kind:?}");
        let left = claim_on(&world, "2026-09-10", &[2, 3]);
        assert_eq!(left.total, Cents::ZERO, "{kind:?}: {left:?}");
        let still = dossier(&world, "2026-09-10", &[1]);
        assert_eq!(still.total, out.total, "{kind:?}: as the bailiff has it");
        check_sums(&still);
    }
}

#[test]
fn what_came_in_before_a_handover_paid_joint_costs_the_dossiers_share_first() {
    let mut world = one_of_three_handed_over(CustomerKind::Business, "2026-08-20");
    let whole = claim_on(&world, "2026-08-20", &[1, 2, 3]).costs;
    let share = dossier(&world, "2026-08-20", &[1]).costs;
    world.pay("2026-08-20", share.0 + 10_00, 2);
    assert_eq!(
        dossier(&world, "2026-08-25", &[1]).costs,
        Cents::ZERO,
        "money of that day still counts together"
    );
    let behind = claim_on(&world, "2026-08-25", &[2, 3]).costs;
    assert_eq!(behind, whole - share - Cents(10_00));
    world.pay("2026-08-21", 10_00, 1);
    assert_eq!(
        claim_on(&world, "2026-08-25", &[2, 3]).costs,
        behind,
        "later money for the dossier leaves the others' costs alone"
    );
}

#[test]
fn an_uncollectable_dossier_no_longer_stands_in_the_way_of_another() {
    let mut world = one_of_three_handed_over(CustomerKind::Business, "2026-08-20");
    for id in [2, 3] {
        world.account.disputes.push(Dispute {
            fact: FactId(60 + id),
            customer: CustomerId(1),
            invoice: InvoiceId(id),
            amount: None,
            reason: "kapot".into(),
            date: day("2026-08-21"),
        });
    }
    let date = "2026-11-20";
    assert_eq!(scope(&world, date, false).invoices, [], "one is out");
    world.account.handovers[0].events.push(HandoverEvent {
        fact: FactId(70),
        kind: HandoverEventKind::Uncollectable,
        amount: None,
        date: day("2026-11-01"),
        text: String::new(),
        to: None,
    });
    assert_eq!(
        scope(&world, date, false).invoices,
        [InvoiceId(2), InvoiceId(3)],
        "the user may decide on what is disputed"
    );
}
