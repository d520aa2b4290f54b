//! Credit notes, returned money, overpayments: the principal and what it leaves behind.

use law::{Cents, RateTable};

use crate::sample::{day, invoice, payment};
use crate::world::{World, check_sums};
use crate::*;

fn world() -> World {
    let mut world = World::new(CustomerKind::Business);
    world.invoice(1, "2026-08-03", "2026-09-02", 1_000_00);
    world
}

fn state(world: &World, id: i64) -> InvoiceState {
    invoice_states(
        &world.account,
        &world.books,
        RateTable::shipped(),
        day("2026-10-01"),
    )
    .into_iter()
    .find(|state| state.invoice == InvoiceId(id))
    .unwrap()
}

#[test]
fn a_credit_note_lowers_its_invoice_and_the_rest_stays_open() {
    let mut world = world();
    let mut credit = invoice(2, "2026-09-10", None, -1_200_00);
    credit.credits = Some("2026-0001".into());
    world.account.invoices.push(credit);
    assert_eq!(state(&world, 1).open, Cents::ZERO);
    assert_eq!(state(&world, 1).principal.credited, Cents(-1_000_00));
    assert_eq!(
        state(&world, 2).open,
        Cents(-200_00),
        "the rest stays visible in the customer's favour"
    );
    assert!(
        world.proposals(day("2026-10-01")).is_empty(),
        "nobody who owes nothing is written to"
    );
}

#[test]
fn money_that_went_back_reopens_what_it_paid() {
    let mut world = world();
    world.pay("2026-09-10", 1_000_00, 1);
    assert_eq!(state(&world, 1).open, Cents::ZERO);
    world.pay("2026-09-12", -1_000_00, 1);
    assert_eq!(state(&world, 1).open, Cents(1_000_00));
    assert_eq!(state(&world, 1).principal.paid, Cents::ZERO);
}

#[test]
fn money_that_went_back_undoes_what_an_opening_list_called_paid() {
    let mut world = world();
    world.account.invoices[0].paid_before = Cents(400_00);
    world.pay("2026-09-12", -400_00, 1);
    assert_eq!(state(&world, 1).open, Cents(1_000_00));
}

#[test]
fn an_overpayment_stays_with_the_customer() {
    let mut world = world();
    world.invoice(2, "2026-08-03", "2026-09-02", 300_00);
    world.pay("2026-09-10", 1_050_00, 1);
    assert_eq!(
        state(&world, 2).open,
        Cents(300_00),
        "it lands on no other invoice by itself"
    );
    let claim = world.claim("2026-10-01");
    assert_eq!(claim.unallocated, Cents(50_00));
    check_sums(&claim);
}

#[test]
fn paid_credited_written_off_and_open_are_the_amount() {
    let mut world = world();
    let mut credit = invoice(2, "2026-09-10", None, -100_00);
    credit.credits = Some("2026-0001".into());
    world.account.invoices.push(credit);
    world.account.write_offs.push(WriteOff {
        fact: FactId(1),
        customer: CustomerId(1),
        invoice: InvoiceId(1),
        amount: Cents(50_00),
        date: day("2026-09-11"),
        reason: "coulance".into(),
    });
    world.pay("2026-09-12", 200_00, 1);
    let parts = state(&world, 1).principal;
    assert_eq!(parts.open, Cents(650_00));
    assert_eq!(
        parts.lines().iter().map(|line| line.amount).sum::<Cents>(),
        parts.open
    );
}

#[test]
fn a_credit_that_was_paid_out_lowers_nothing() {
    let mut world = world();
    let mut credit = invoice(2, "2026-09-10", None, -100_00);
    credit.credits = Some("2026-0001".into());
    world.account.invoices.push(credit);
    world
        .account
        .payments
        .push(payment(9, "2026-09-20", -100_00, 2));
    assert_eq!(state(&world, 1).open, Cents(1_000_00));
    assert_eq!(state(&world, 2).open, Cents::ZERO);
}

#[test]
fn waived_interest_that_payments_had_paid_goes_to_principal() {
    let mut world = world();
    world.run_daily("2026-08-03", "2026-09-20");
    assert_eq!(
        world.account.letters.last().unwrap().step,
        Step::FinalDemand
    );
    let asked = world.account.letters.last().unwrap().claim.clone();
    world.pay("2026-09-18", asked.total.0, 1);
    assert_eq!(
        world.open(1, "2026-09-20"),
        Cents::ZERO,
        "paying what was asked pays all"
    );
    let claim = world.claim("2026-09-20");
    assert_eq!(claim.total, Cents::ZERO);
    check_sums(&claim);

    let mut other = self::world();
    other.run_daily("2026-08-03", "2026-09-20");
    other.pay("2026-09-18", 1_150_00, 1);
    let open = other.open(1, "2026-09-20");
    assert!(open.is_positive(), "interest took its part");
    other.account.waivers.push(Waiver {
        fact: FactId(1),
        customer: CustomerId(1),
        interest: Cents(100_00),
        costs: Cents::ZERO,
        date: day("2026-09-21"),
        reason: "coulance".into(),
    });
    assert_eq!(
        other.open(1, "2026-09-22"),
        Cents::ZERO,
        "waived interest frees the money for principal"
    );
    check_sums(&other.claim("2026-09-22"));
}

#[test]
fn a_dossier_tells_what_is_weak() {
    let mut world = World::new(CustomerKind::Unknown);
    world.books.creditor.terms_name_costs = None;
    world.invoice(1, "2026-08-03", "2026-09-02", 26_000_00);
    world.run_daily("2026-08-03", "2026-10-15");
    let claim = world.claim("2026-10-30");
    let found = weaknesses(
        &world.account,
        &world.books,
        &claim,
        day("2026-10-30"),
        &|_| false,
    );
    let codes: Vec<&str> = found.iter().map(Weakness::code).collect();
    assert_eq!(
        codes,
        [
            "kind_unknown",
            "terms_unknown",
            "notice_proof_missing",
            "invoice_copy_missing",
            "above_cantonal_limit",
        ]
    );
    for weakness in &found {
        for lang in [law::Lang::Nl, law::Lang::En] {
            let text = weakness.text(lang);
            assert!(
                text.message.ends_with('.') && text.what_to_do.ends_with('.'),
                "{text:?}"
            );
        }
    }
}
