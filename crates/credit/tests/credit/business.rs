//! The path of a business: costs in the demand, increments, thirty days.

use law::Cents;

use crate::sample::day;
use crate::world::{World, check_sums, codes, dates};
use crate::*;

fn business() -> World {
    let mut world = World::new(CustomerKind::Business);
    world.invoice(1, "2026-07-02", "2026-08-01", 5_000_00);
    world
}

#[test]
fn the_whole_path_day_by_day() {
    let mut world = business();
    let sent = world.run_daily("2026-07-02", "2026-09-30");
    assert_eq!(
        dates(&sent),
        [
            ("reminder", "2026-08-03".into()),
            ("final_reminder", "2026-08-10".into()),
            ("final_demand", "2026-08-17".into()),
        ]
    );
    let demand = &sent[2].1;
    assert_eq!(demand.claim.costs, Cents(625_00), "W18");
    // 2 through 17 August: 16 days at 10.4% over 5,000.
    assert_eq!(demand.claim.interest, Cents(22_79));
    check_sums(demand.sheet.as_ref().unwrap());
    let handover = world
        .proposals(day("2026-08-27"))
        .into_iter()
        .find(|proposal| proposal.kind == ProposalKind::Handover)
        .expect("10 days after the demand");
    assert_eq!(handover.claim.costs, Cents(625_00));
}

#[test]
fn a_second_demand_asks_no_more_than_one_scale_in_all() {
    let mut world = business();
    world.run_daily("2026-07-02", "2026-08-18");
    world.invoice(2, "2026-07-20", "2026-08-19", 5_000_00);
    let sent = world.run_daily("2026-08-19", "2026-09-30");
    let second = &sent.last().unwrap().1;
    assert_eq!(second.step, Some(Step::FinalDemand));
    assert_eq!(second.claim.principal, Cents(5_000_00));
    assert_eq!(
        second.claim.costs,
        Cents(875_00 - 625_00),
        "W21: 875 over 10,000, 625 asked before"
    );
    check_sums(second.sheet.as_ref().unwrap());
    let claim = world.claim("2026-09-30");
    assert_eq!(claim.costs, Cents(875_00));
    check_sums(&claim);
}

#[test]
fn a_second_demand_stands_by_itself_when_the_first_is_paid() {
    let mut world = business();
    world.run_daily("2026-07-02", "2026-08-18");
    // 5,000 + 625 + interest through 20 August: 19 days at 10.4% = 27.07.
    world.pay("2026-08-20", 5_652_07, 1);
    assert_eq!(world.open(1, "2026-08-21"), Cents::ZERO);
    world.invoice(2, "2026-07-20", "2026-08-19", 100_00);
    let sent = world.run_daily("2026-08-19", "2026-09-30");
    let second = &sent.last().unwrap().1;
    assert_eq!(
        second.claim.costs,
        Cents(40_00),
        "the minimum, not an increment of nothing"
    );
}

#[test]
fn p15_payments_after_the_demand_go_costs_interest_principal() {
    let mut world = World::new(CustomerKind::Business);
    world.invoice(1, "2026-01-01", "2026-01-31", 5_000_00);
    world.run_daily("2026-01-01", "2026-02-20");
    assert_eq!(
        world.account.letters.last().unwrap().claim.costs,
        Cents(625_00)
    );
    world.pay("2026-05-15", 2_000_00, 1);
    world.pay("2026-08-20", 2_000_00, 1);
    let claim = world.claim("2026-11-22");
    check_sums(&claim);
    assert_eq!(claim.principal, Cents(1_872_60));
    assert_eq!(claim.interest, Cents(50_15));
    assert_eq!(claim.total, Cents(1_922_75), "the worked example P15");
}

#[test]
fn all_invoices_in_a_demand_bear_costs_but_keep_their_own_steps() {
    let mut world = business();
    world.run_daily("2026-07-02", "2026-08-16");
    world.invoice(2, "2026-07-10", "2026-08-09", 1_000_00);
    let demand = world.run(day("2026-08-17")).unwrap();
    assert_eq!(demand.claim.principal, Cents(6_000_00));
    assert_eq!(demand.claim.costs, Cents(675_00), "one scale over 6,000");
    let second = demand
        .lines
        .iter()
        .find(|line| line.invoice == InvoiceId(2))
        .unwrap();
    assert_eq!((second.step, second.bears_costs), (Step::Reminder, true));
    let sent = world.run_daily("2026-08-18", "2026-09-30");
    let last = &sent.last().unwrap().1;
    assert_eq!(last.step, Some(Step::FinalDemand));
    assert_eq!(
        last.claim.costs,
        Cents::ZERO,
        "its costs were asked in the first demand"
    );
    assert_eq!(world.claim("2026-09-30").costs, Cents(675_00));
}

#[test]
fn a_dossier_claims_the_costs_of_its_own_invoices_and_a_later_one_the_rest() {
    let mut world = business();
    world.run_daily("2026-07-02", "2026-08-16");
    world.invoice(2, "2026-07-10", "2026-08-09", 1_000_00);
    world.run(day("2026-08-17")).unwrap();
    let rates = law::RateTable::shipped();
    let scope = handover_scope(
        &world.account,
        &world.books,
        rates,
        day("2026-08-27"),
        false,
    )
    .invoices;
    assert_eq!(
        scope,
        [InvoiceId(1)],
        "the other one had no demand of its own"
    );
    let claim = claim_of_dossier(
        &world.account,
        &world.books,
        rates,
        day("2026-08-27"),
        &scope,
    );
    assert_eq!(
        claim.costs,
        Cents(625_00),
        "one scale over its own 5,000, not over what stays behind"
    );
    check_sums(&claim);
    let proposed = world
        .proposals(day("2026-08-27"))
        .into_iter()
        .find(|proposal| proposal.kind == ProposalKind::Handover)
        .unwrap();
    assert_eq!(
        proposed.claim.total, claim.total,
        "the list of today says what the dossier claims"
    );
    world.account.handovers.push(Handover {
        fact: FactId(1),
        customer: CustomerId(1),
        date: day("2026-08-27"),
        invoices: scope,
        claim: ClaimFigures::default(),
        sha256: String::new(),
        file: String::new(),
        events: Vec::new(),
    });
    let rest = world.claim("2026-09-01");
    assert_eq!(
        rest.costs,
        Cents(50_00),
        "the demand asked 675 over both: 50 is left, and nothing is claimed twice"
    );
    check_sums(&rest);
    let second = claim_of_dossier(
        &world.account,
        &world.books,
        rates,
        day("2026-09-01"),
        &[InvoiceId(2)],
    );
    assert_eq!(second.costs, Cents(50_00), "so a second dossier");
    assert_eq!(
        rest.principal,
        Cents(1_000_00),
        "handed over invoices are out"
    );
    let out = world.proposals(day("2026-09-01"));
    assert!(
        out.iter().all(|proposal| proposal
            .lines
            .iter()
            .all(|line| line.invoice != InvoiceId(1))),
        "and out of the plan"
    );
    world.account.handovers[0].events.push(HandoverEvent {
        fact: FactId(2),
        kind: HandoverEventKind::Withdrawn,
        amount: None,
        date: day("2026-09-01"),
        text: String::new(),
        to: None,
    });
    let back = world.proposals(day("2026-09-02"));
    assert!(
        back.iter().any(|proposal| proposal
            .lines
            .iter()
            .any(|line| line.invoice == InvoiceId(1))),
        "what was taken back is the plan's again: {back:?}"
    );
}

#[test]
fn without_an_agreed_term_a_demand_waits_for_the_thirty_days() {
    let mut world = World::new(CustomerKind::Business);
    world.books.creditor.term_agreed = false;
    world
        .invoice(1, "2026-09-01", "2026-09-08", 1_000_00)
        .received = Some(day("2026-09-01"));
    let sent = world.run_daily("2026-09-01", "2026-11-22");
    let demand = &sent[2].1;
    assert_eq!(
        demand.date,
        day("2026-10-02"),
        "T01: 30 days after receipt, interest and costs from then"
    );
    let sheet = demand.sheet.as_ref().unwrap();
    assert_eq!(sheet.invoices[0].interest_from, Some(day("2026-10-02")));
    check_sums(sheet);
}

#[test]
fn government_follows_the_business_path_with_its_own_article() {
    let mut world = World::new(CustomerKind::Government);
    world.invoice(1, "2026-07-02", "2026-08-01", 1_000_00);
    let sent = world.run_daily("2026-07-02", "2026-09-01");
    let sheet = sent[2].1.sheet.as_ref().unwrap();
    assert_eq!(
        sheet.invoices[0].interest_rule.unwrap().article(),
        "art. 6:119b BW"
    );
    assert_eq!(sent[2].1.claim.costs, Cents(150_00));
}

#[test]
fn agreed_interest_takes_the_place_of_the_laws() {
    let mut world = business();
    world.account.customer.agreed_interest = Some(AgreedInterest {
        percent: rust_decimal::Decimal::ONE,
        per_month: true,
        compounding: false,
    });
    let sent = world.run_daily("2026-07-02", "2026-08-18");
    // 16 days at 12% a year over 5,000.
    assert_eq!(sent[2].1.claim.interest, Cents(26_30));
    check_sums(sent[2].1.sheet.as_ref().unwrap());
}

#[test]
fn vat_on_costs_only_when_declared() {
    let mut world = business();
    world.books.creditor.collection_vat = true;
    let sent = world.run_daily("2026-07-02", "2026-08-18");
    assert_eq!(sent[2].1.claim.costs, Cents(756_25), "W18 with VAT");
    check_sums(sent[2].1.sheet.as_ref().unwrap());
}

#[test]
fn interest_stops_at_bankruptcy_and_nothing_goes() {
    let mut world = business();
    world.run_daily("2026-07-02", "2026-08-18");
    world.account.insolvencies.push(Insolvency {
        fact: FactId(1),
        customer: CustomerId(1),
        kind: InsolvencyKind::Bankruptcy,
        date: day("2026-08-20"),
    });
    let claim = world.claim("2026-11-22");
    assert_eq!(
        claim.interest,
        Cents(27_07),
        "19 days, not through November"
    );
    assert_eq!(claim.per_day, Cents::ZERO);
    let proposals = world.proposals(day("2026-08-28"));
    assert!(!proposals.is_empty());
    for proposal in proposals
        .iter()
        .filter(|proposal| proposal.kind == ProposalKind::Handover)
    {
        assert_eq!(proposal.gate, Gate::Red);
        assert!(codes(proposal).contains(&"insolvency"));
    }
}
