//! The path of a consumer: exact dates, exact costs, and everything that could make them wrong.

use law::Cents;

use crate::sample::day;
use crate::world::{World, check_sums, codes, dates};
use crate::*;

fn consumer() -> World {
    let mut world = World::new(CustomerKind::Consumer);
    world.invoice(1, "2026-08-03", "2026-09-02", 1_000_00);
    world
}

#[test]
fn the_whole_path_day_by_day() {
    let mut world = consumer();
    let sent = world.run_daily("2026-08-03", "2026-11-22");
    assert_eq!(
        dates(&sent),
        [
            ("reminder", "2026-09-04".into()),
            ("final_reminder", "2026-09-11".into()),
            ("notice_14_days", "2026-09-18".into()),
            // 18 September + 24 days; delivery with three days ends the term sooner.
            ("final_demand", "2026-10-12".into()),
        ],
        "2 days after the due date, then 7, then 7, then when the costs may be asked"
    );
    let notice = &sent[2].1;
    assert_eq!(
        notice.channels,
        [Channel::Letter],
        "the 14-day letter goes by post"
    );
    assert_eq!(notice.claim.principal, Cents(1_000_00));
    assert_eq!(
        (notice.claim.interest, notice.claim.costs),
        (Cents::ZERO, Cents::ZERO),
        "principal only"
    );
    assert_eq!(notice.claim.costs_announced, Some(Cents(150_00)));
    assert_eq!(notice.claim.costs_from, Some(day("2026-10-12")));
    let demand = &sent[3].1;
    assert_eq!(demand.claim.costs, Cents(150_00));
    // 3 September through 12 October: 40 days at 4%.
    assert_eq!(demand.claim.interest, Cents(4_38));
    assert_eq!(demand.claim.total, Cents(1_154_38));
    check_sums(demand.sheet.as_ref().unwrap());

    let proposals = world.proposals(day("2026-10-21"));
    assert!(
        proposals
            .iter()
            .all(|proposal| proposal.kind != ProposalKind::Handover),
        "day 9 is too early"
    );
    let proposals = world.proposals(day("2026-10-22"));
    let handover = proposals
        .iter()
        .find(|proposal| proposal.kind == ProposalKind::Handover)
        .unwrap();
    assert_eq!(handover.claim.costs, Cents(150_00));
    assert_eq!(handover.claim.principal, Cents(1_000_00));
    check_sums(handover.sheet.as_ref().unwrap());
}

#[test]
fn a_letter_made_on_sunday_bears_mondays_date() {
    let mut world = consumer();
    world.run(day("2026-09-04")).unwrap();
    world.run(day("2026-09-13")).unwrap();
    let notice = world
        .letter(day("2026-09-20"))
        .expect("seven days after the final reminder");
    assert_eq!(
        notice.date,
        day("2026-09-21"),
        "Sunday's post leaves on Monday"
    );
}

#[test]
fn missed_months_are_caught_up_once() {
    let mut world = consumer();
    let first = world.run(day("2026-11-02")).unwrap();
    assert_eq!(
        first.step,
        Some(Step::Reminder),
        "no step is skipped, however late"
    );
    assert!(
        codes(&first).contains(&"caught_up"),
        "the user is told that it is late"
    );
    assert_eq!(
        world.run(day("2026-11-02")),
        None,
        "a second run on the same day sends nothing"
    );
    assert_eq!(world.run(day("2026-11-08")), None, "the interval is kept");
    assert_eq!(
        world.run(day("2026-11-09")).unwrap().step,
        Some(Step::FinalReminder)
    );
}

fn until_notice(world: &mut World) {
    for today in ["2026-09-04", "2026-09-11", "2026-09-18"] {
        world.run(day(today)).unwrap();
    }
    assert_eq!(
        world.account.letters.last().unwrap().step,
        Step::Notice14Days
    );
}

#[test]
fn nothing_goes_while_the_fourteen_days_run() {
    let mut world = consumer();
    until_notice(&mut world);
    for today in day("2026-09-18").iter_days().take(24) {
        assert_eq!(
            world.letter(today),
            None,
            "{today}: the plan waits for claimable_in_plan"
        );
    }
    let states = invoice_states(
        &world.account,
        &world.books,
        law::RateTable::shipped(),
        day("2026-09-25"),
    );
    let waiting = states[0].next.clone().unwrap();
    assert_eq!(
        (waiting.step, waiting.due_on),
        (Step::FinalDemand, day("2026-10-12"))
    );
    assert_eq!(
        waiting.reason.unwrap().message(law::Lang::Nl),
        "Dit mag nog niet: de 14 dagen lopen tot en met 7 oktober 2026. Het plan gaat verder op 12 oktober 2026."
    );
}

#[test]
fn p13_paying_the_principal_in_time_ends_it() {
    let mut world = consumer();
    until_notice(&mut world);
    world.pay("2026-09-30", 1_000_00, 1);
    for today in day("2026-09-30").iter_days().take(90) {
        assert!(
            world.proposals(today).is_empty(),
            "{today}: no interest residue, no 40-euro claim"
        );
    }
    assert_eq!(world.claim("2026-12-01").total, Cents::ZERO);
}

#[test]
fn p14_a_part_paid_in_time_bears_no_costs() {
    let mut world = consumer();
    until_notice(&mut world);
    world.pay("2026-10-05", 600_00, 1);
    let demand = world.run(day("2026-10-12")).unwrap();
    assert_eq!(demand.step, Some(Step::FinalDemand));
    assert_eq!(demand.claim.principal, Cents(400_00));
    assert_eq!(
        demand.claim.costs,
        Cents(60_00),
        "15% of 400, not the 150 announced (HR 2016:2704)"
    );
    check_sums(demand.sheet.as_ref().unwrap());
}

#[test]
fn a_payment_after_the_term_goes_to_costs_first() {
    let mut world = consumer();
    until_notice(&mut world);
    world.run(day("2026-10-12")).unwrap();
    world.pay("2026-10-20", 1_000_00, 1);
    // Costs 150, interest 3 September through 20 October: 48 days at 4% is 5.26.
    assert_eq!(
        world.open(1, "2026-10-21"),
        Cents(1_000_00 - (1_000_00 - 150_00 - 5_26))
    );
    let claim = world.claim("2026-11-22");
    check_sums(&claim);
    assert_eq!(claim.costs, Cents::ZERO, "the costs are paid");
    let payment = &claim.payments[0];
    assert_eq!(
        (payment.costs, payment.interest, payment.principal),
        (Cents(150_00), Cents(5_26), Cents(844_74)),
        "article 6:44 in its order"
    );
}

#[test]
fn a_later_invoice_stands_beside_without_costs_and_gets_its_own_letter() {
    let mut world = consumer();
    until_notice(&mut world);
    world.invoice(2, "2026-09-08", "2026-10-08", 500_00);
    let demand = world.run(day("2026-10-12")).unwrap();
    assert_eq!(demand.step, Some(Step::FinalDemand));
    let line = |id: i64| {
        demand
            .lines
            .iter()
            .find(|line| line.invoice == InvoiceId(id))
            .unwrap()
    };
    assert_eq!(
        (line(1).step, line(1).bears_costs),
        (Step::FinalDemand, true)
    );
    assert_eq!(
        (line(2).step, line(2).bears_costs),
        (Step::Reminder, false),
        "its own mildest step"
    );
    assert_eq!(demand.claim.principal, Cents(1_500_00), "all that is due");
    assert_eq!(
        demand.claim.costs,
        Cents(150_00),
        "costs of the expired letter only"
    );
    let interest = demand.sheet.as_ref().unwrap();
    assert_eq!(
        interest.invoices[1].interest_open,
        Cents::ZERO,
        "no interest asked on the later one"
    );
    let sent = world.run_daily("2026-10-13", "2026-12-31");
    let second: Vec<_> = sent
        .iter()
        .filter(|(_, sent)| sent.lines.iter().any(|line| line.invoice == InvoiceId(2)))
        .collect();
    let steps: Vec<_> = second
        .iter()
        .map(|(_, sent)| sent.step.unwrap().code())
        .collect();
    assert_eq!(steps, ["final_reminder", "notice_14_days", "final_demand"]);
    assert_eq!(
        second[1].1.claim.costs_announced,
        Some(Cents(75_00)),
        "over the later one alone"
    );
    assert_eq!(second[1].1.claim.principal, Cents(500_00));
    assert_eq!(second[2].1.claim.costs, Cents(75_00));
}

#[test]
fn one_scale_over_all_invoices_of_one_14_day_letter() {
    let mut world = World::new(CustomerKind::Unknown);
    world.invoice(1, "2026-08-03", "2026-09-02", 493_21);
    world.invoice(2, "2026-08-03", "2026-09-02", 493_21);
    let sent = world.run_daily("2026-08-03", "2026-11-22");
    assert_eq!(
        sent[2].1.claim.costs_announced,
        Some(Cents(147_96)),
        "W08: added up, one scale"
    );
    assert_eq!(sent[3].1.claim.costs, Cents(147_96));
    assert!(
        codes(&sent[3].1).contains(&"kind_unknown"),
        "unknown is treated as a consumer, and told"
    );
}

#[test]
fn without_an_agreed_term_the_final_reminder_gives_notice_of_default() {
    let mut world = consumer();
    world.books.creditor.term_agreed = false;
    world.run(day("2026-09-04")).unwrap();
    let notice = world.run(day("2026-09-11")).unwrap();
    assert_eq!(notice.notice_of_default_days, Some(14));
    assert!(codes(&notice).contains(&"notice_of_default"));
    // Friday 11 September by e-mail counts as delivered after three delivery days: the 16th. The
    // 14 days run through the 30th.
    let first = day("2026-09-12")
        .iter_days()
        .find(|today| world.letter(*today).is_some())
        .unwrap();
    assert_eq!(
        first,
        day("2026-10-01"),
        "the 14-day letter waits for the default"
    );
    let sent = world.run_daily("2026-10-01", "2026-11-22");
    assert_eq!(sent[0].1.step, Some(Step::Notice14Days));
    let demand = &sent[1].1;
    let sheet = demand.sheet.as_ref().unwrap();
    assert_eq!(
        sheet.invoices[0].interest_from,
        Some(day("2026-10-01")),
        "interest from default only"
    );
}

#[test]
fn a_final_reminder_that_gave_no_notice_of_default_blocks_the_14_day_letter() {
    let mut world = consumer();
    world.run(day("2026-09-04")).unwrap();
    world.run(day("2026-09-11")).unwrap();
    world.books.creditor.term_agreed = false;
    let proposals = world.proposals(day("2026-10-20"));
    let blocked = proposals
        .iter()
        .find(|proposal| proposal.step == Some(Step::Notice14Days))
        .unwrap();
    assert_eq!(blocked.gate, Gate::Red);
    assert!(codes(blocked).contains(&"not_in_default"));
}

#[test]
fn a_waiver_lowers_what_is_asked() {
    let mut world = consumer();
    until_notice(&mut world);
    world.account.waivers.push(Waiver {
        fact: FactId(1),
        customer: CustomerId(1),
        interest: Cents(4_00),
        costs: Cents(100_00),
        date: day("2026-10-01"),
        reason: "coulance".into(),
    });
    let demand = world.run(day("2026-10-12")).unwrap();
    assert_eq!(
        (demand.claim.costs, demand.claim.interest),
        (Cents(50_00), Cents(38))
    );
    check_sums(demand.sheet.as_ref().unwrap());
}

#[test]
fn a_customer_that_was_a_business_after_all_gets_no_costs_without_its_own_letter() {
    let mut world = World::new(CustomerKind::Business);
    world.invoice(1, "2026-08-03", "2026-09-02", 1_000_00);
    let sent = world.run_daily("2026-08-03", "2026-09-20");
    assert_eq!(sent.last().unwrap().1.step, Some(Step::FinalDemand));
    world.account.customer.kind = CustomerKind::Consumer;
    assert_eq!(
        world.claim("2026-09-25").costs,
        Cents::ZERO,
        "promise 4: no 14-day letter, no costs"
    );
    let next = world.letter(day("2026-09-28")).unwrap();
    assert_eq!(
        next.step,
        Some(Step::Notice14Days),
        "the letter that was skipped comes now"
    );
}

#[test]
fn costs_are_due_once_the_term_ran_out_also_before_the_demand_left() {
    let mut world = consumer();
    until_notice(&mut world);
    world.pay("2026-10-13", 1_000_00, 1);
    let demand = world
        .run(day("2026-10-14"))
        .expect("150 euro of principal is left");
    assert_eq!(demand.step, Some(Step::FinalDemand));
    assert_eq!(
        demand.claim.principal,
        Cents(150_00),
        "the money paid the costs first (art. 6:44 BW)"
    );
    assert_eq!(
        demand.claim.costs,
        Cents::ZERO,
        "which are paid, and not asked again"
    );
    check_sums(demand.sheet.as_ref().unwrap());
}
