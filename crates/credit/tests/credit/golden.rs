//! The golden set of matching: what is booked by itself, what is asked, what is left alone.

use law::{Cents, RateTable};

use crate::sample::{account, books, day, invoice, payment};
use crate::*;

fn customer(id: i64, name: &str, iban: &str, invoices: Vec<Invoice>) -> Account {
    let mut account = account(CustomerKind::Business);
    account.customer.id = CustomerId(id);
    account.customer.number = Some(format!("D{:04}", 1000 + id));
    account.customer.name = name.into();
    account.customer.ibans = if iban.is_empty() {
        Vec::new()
    } else {
        vec![iban.into()]
    };
    account.invoices = invoices
        .into_iter()
        .map(|invoice| Invoice {
            customer: CustomerId(id),
            ..invoice
        })
        .collect();
    account
}

fn bill(id: i64, cents: i64) -> Invoice {
    let mut bill = invoice(id, "2026-08-01", Some("2026-08-31"), cents);
    bill.due = bill.due.map(|due| due + chrono::Days::new(id as u64 % 20));
    bill
}

const BAKER: &str = "NL02ABNA0123456789";
const BUTCHER: &str = "NL20INGB0001234567";

fn accounts() -> Vec<Account> {
    let mut referenced = bill(4, 75_50);
    referenced.payment_reference = Some("1234567812345678".into());
    let mut part_paid = customer(3, "Café Zuid", "", vec![bill(6, 900_00), bill(7, 120_00)]);
    part_paid.payments.push(Payment {
        customer: CustomerId(3),
        ..payment(1, "2026-09-01", 300_00, 6)
    });
    vec![
        customer(
            1,
            "Bakkerij Jansen B.V.",
            BAKER,
            vec![bill(1, 1_000_00), bill(2, 250_00), bill(3, 333_33)],
        ),
        customer(
            2,
            "Slagerij De Haan",
            BUTCHER,
            vec![referenced, bill(5, 250_00)],
        ),
        part_paid,
        customer(
            4,
            "P. Pietersen",
            "",
            vec![bill(8, 60_00), bill(9, 60_00), bill(10, 60_00)],
        ),
    ]
}

fn matcher() -> Matcher {
    let mut matcher = Matcher::default();
    for account in accounts() {
        matcher.add(&account, &books("2026-09-30"), RateTable::shipped());
    }
    matcher
}

fn line(cents: i64, name: &str, iban: &str, text: &str) -> BankLine {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    BankLine {
        id: BankLineId(1),
        account: "NL91ABNA0417164300".into(),
        date: day("2026-10-01"),
        amount: Cents(cents),
        name: filled(name),
        iban: filled(iban),
        remittance: text.into(),
        reference: None,
        end_to_end: None,
        reversal: false,
        return_reason: None,
    }
}

/// certainty, allocations (invoice, cents), reasons
type Read = (Certainty, Vec<(i64, i64)>, Vec<&'static str>);

fn read(proposal: &MatchProposal) -> Read {
    (
        proposal.certainty,
        proposal
            .allocations
            .iter()
            .map(|part| (part.invoice.0, part.amount.0))
            .collect(),
        proposal
            .reasons
            .iter()
            .map(|reason| reason.code())
            .collect(),
    )
}

fn best(line: &BankLine) -> Option<Read> {
    let matcher = matcher();
    let proposals = matcher.propose(line);
    for proposal in &proposals {
        let put: Cents = proposal.allocations.iter().map(|part| part.amount).sum();
        assert_eq!(
            put + proposal.unallocated,
            line.amount,
            "every cent has a place"
        );
    }
    proposals.first().map(read)
}

#[test]
fn a_number_and_its_amount_are_certain() {
    let wanted = (
        Certainty::Certain,
        vec![(1, 1_000_00)],
        vec!["invoice_number", "amount_exact"],
    );
    assert_eq!(
        best(&line(1_000_00, "", "", "factuur 2026-0001")),
        Some(wanted.clone())
    );
    assert_eq!(
        best(&line(1_000_00, "", "", "betr.20260001")),
        Some(wanted.clone()),
        "however it is written"
    );
    assert_eq!(
        best(&line(1_000_00, "", "", "2026-00 01")),
        Some(wanted),
        "also folded by the bank"
    );
}

#[test]
fn a_structured_reference_is_certain() {
    let mut line = line(75_50, "", "", "");
    line.reference = Some("1234567812345678".into());
    assert_eq!(
        best(&line),
        Some((
            Certainty::Certain,
            vec![(4, 75_50)],
            vec!["payment_reference", "amount_exact"]
        ))
    );
}

#[test]
fn an_end_to_end_id_is_a_key() {
    let mut line = line(1_000_00, "", "", "");
    line.end_to_end = Some("2026-0001".into());
    assert_eq!(best(&line).unwrap().2, ["end_to_end", "amount_exact"]);
    line.end_to_end = Some("NOTPROVIDED".into());
    assert_eq!(
        best(&line).unwrap().0,
        Certainty::Possible,
        "only the amount is left"
    );
}

#[test]
fn several_numbers_and_their_sum_are_certain() {
    let read = best(&line(
        1_333_33,
        "Jansen",
        BAKER,
        "fact 2026-0001 en 2026-0003",
    ))
    .unwrap();
    assert_eq!(read.0, Certainty::Certain);
    assert_eq!(read.1, [(1, 1_000_00), (3, 333_33)]);
    assert!(read.2.contains(&"amount_sum"));
}

#[test]
fn what_is_left_after_a_part_payment_is_exact() {
    let read = best(&line(600_00, "", "", "rest factuur 2026-0006")).unwrap();
    assert_eq!(
        read,
        (
            Certainty::Certain,
            vec![(6, 600_00)],
            vec!["invoice_number", "amount_remaining"]
        )
    );
}

#[test]
fn a_named_part_payment_is_likely() {
    let read = best(&line(400_00, "Bakkerij Jansen", BAKER, "2026-0001 deel")).unwrap();
    assert_eq!((read.0, read.1), (Certainty::Likely, vec![(1, 400_00)]));
    assert!(read.2.contains(&"part_payment"));
}

#[test]
fn too_much_stays_with_the_customer() {
    let matcher = matcher();
    let proposals = matcher.propose(&line(1_010_00, "Bakkerij Jansen", BAKER, "2026-0001"));
    assert_eq!(proposals[0].unallocated, Cents(10_00));
    assert_eq!(proposals[0].certainty, Certainty::Likely);
    assert!(proposals[0].reasons.contains(&MatchReason::Overpayment));
}

#[test]
fn account_and_amount_are_likely() {
    let read = best(&line(333_33, "", BAKER, "dank")).unwrap();
    assert_eq!(
        read,
        (
            Certainty::Likely,
            vec![(3, 333_33)],
            vec!["iban", "amount_exact"]
        )
    );
    let read = best(&line(1_583_33, "", BAKER, "alles")).unwrap();
    assert_eq!(
        (read.0, read.1.len()),
        (Certainty::Likely, 3),
        "all that is open"
    );
}

#[test]
fn name_and_amount_are_likely_at_best() {
    let read = best(&line(
        333_33,
        "JANSEN BAKKERIJ BV",
        "NL99RABO0000000001",
        "",
    ))
    .unwrap();
    assert_eq!(
        read,
        (
            Certainty::Likely,
            vec![(3, 333_33)],
            vec!["name", "amount_exact"]
        )
    );
}

#[test]
fn a_tie_is_never_certain() {
    let matcher = matcher();
    // Three equal invoices of one customer.
    let proposals = matcher.propose(&line(60_00, "P. Pietersen", "", ""));
    assert!(proposals.len() >= 2);
    for proposal in &proposals {
        assert_eq!(
            proposal.certainty,
            Certainty::Possible,
            "twins are asked about"
        );
        assert!(proposal.reasons.contains(&MatchReason::SeveralCandidates));
    }
    // One amount, two customers, nothing else.
    let proposals = matcher.propose(&line(250_00, "", "", ""));
    assert_eq!(proposals.len(), 2);
    assert!(
        proposals
            .iter()
            .all(|proposal| proposal.certainty == Certainty::Possible)
    );
}

#[test]
fn a_number_from_anothers_account_is_likely_at_best() {
    let read = best(&line(1_000_00, "Slagerij De Haan", BUTCHER, "2026-0001")).unwrap();
    assert_eq!((read.0, read.1), (Certainty::Likely, vec![(1, 1_000_00)]));
    assert!(read.2.contains(&"other_customers_iban"));
}

#[test]
fn a_wrong_number_with_the_amount_of_another_invoice_is_asked() {
    let matcher = matcher();
    let proposals = matcher.propose(&line(250_00, "Bakkerij Jansen", BAKER, "2026-0001"));
    assert_eq!(
        proposals[0].certainty,
        Certainty::Possible,
        "250 is what 2026-0002 comes to"
    );
    let firsts: Vec<i64> = proposals
        .iter()
        .map(|proposal| proposal.allocations[0].invoice.0)
        .collect();
    assert!(
        firsts.contains(&1) && firsts.contains(&2),
        "both readings are shown"
    );
}

#[test]
fn a_number_inside_another_number_is_not_found() {
    assert_eq!(best(&line(999_99, "", "", "order 12026-00011")), None);
}

#[test]
fn strangers_are_left_alone() {
    assert_eq!(
        best(&line(
            123_45,
            "Belastingdienst",
            "NL86INGB0002445588",
            "btw"
        )),
        None
    );
    assert_eq!(best(&line(0, "", "", "2026-0001")), None);
}

#[test]
fn the_customers_number_or_ours_tells_whose_it_is() {
    let read = best(&line(1_583_33, "", "", "D1001 20260904")).unwrap();
    assert_eq!(
        (read.0, read.1.len()),
        (Certainty::Likely, 3),
        "as letters over many invoices ask"
    );
    assert!(read.2.contains(&"customer_number"));
    let read = best(&line(1_583_33, "", "", "K-1 20260904")).unwrap();
    assert_eq!(read.0, Certainty::Likely);
    assert_eq!(
        best(&line(77_77, "", "", "K-1 20260904")),
        None,
        "without its amount it says nothing"
    );
}

#[test]
fn a_batch_sees_what_it_booked_before() {
    let mut matcher = matcher();
    let first = line(1_000_00, "", "NL44NEW00000000001", "2026-0001");
    let booked = matcher.propose(&first).remove(0);
    matcher.apply(&first, &booked);
    let again = matcher.propose(&first).remove(0);
    assert!(
        again.allocations.is_empty(),
        "what is paid is not paid twice: {again:?}"
    );
    assert_eq!(
        again.certainty,
        Certainty::Likely,
        "but whose money it is, is clear"
    );
    let second = line(333_33, "", "NL44NEW00000000001", "");
    let learned = matcher.propose(&second).remove(0);
    assert_eq!(
        (learned.customer, learned.certainty),
        (CustomerId(1), Certainty::Likely),
        "the account is known now"
    );
}

#[test]
fn two_equal_payments_of_one_day_both_find_a_place() {
    let mut matcher = matcher();
    let line = line(60_00, "P. Pietersen", "", "");
    let mut paid = Vec::new();
    for _ in 0..3 {
        let booked = matcher.propose(&line).remove(0);
        paid.push(booked.allocations[0].invoice.0);
        matcher.apply(&line, &booked);
    }
    paid.sort_unstable();
    assert_eq!(paid, [8, 9, 10], "each its own invoice");
}

#[test]
fn money_that_comes_back_reopens() {
    let mut accounts = accounts();
    accounts[0]
        .payments
        .push(payment(50, "2026-09-10", 1_000_00, 1));
    let mut matcher = Matcher::default();
    for account in &accounts {
        matcher.add(account, &books("2026-09-30"), RateTable::shipped());
    }
    let mut back = line(
        -1_000_00,
        "Bakkerij Jansen",
        BAKER,
        "terugboeking 2026-0001",
    );
    back.return_reason = Some("MD06".into());
    let proposal = matcher.propose(&back).remove(0);
    assert_eq!(proposal.certainty, Certainty::Certain);
    assert_eq!(proposal.reverses, Some(PaymentId(50)));
    assert_eq!(read(&proposal).1, [(1, -1_000_00)]);
    matcher.apply(&back, &proposal);
    assert!(matcher.propose(&back).is_empty(), "it comes back once");
    let paid_again = matcher
        .propose(&line(1_000_00, "", "", "2026-0001"))
        .remove(0);
    assert_eq!(
        paid_again.certainty,
        Certainty::Certain,
        "the invoice is open again"
    );
    assert!(
        matcher
            .propose(&line(-1_000_00, "Verhuurder", "NL33XXXX", "huur"))
            .is_empty()
    );
}

#[test]
fn a_demand_paid_to_the_cent_is_exact() {
    let mut accounts = accounts();
    let mut demand = crate::sample::letter(
        1,
        Step::FinalDemand,
        "2026-09-20",
        &[(1, Step::FinalDemand, 1_000_00, true)],
    );
    demand.claim = ClaimFigures {
        principal: Cents(1_000_00),
        interest: Cents(5_70),
        costs: Cents(150_00),
        total: Cents(1_155_70),
        costs_announced: None,
        costs_from: None,
    };
    accounts[0].letters.push(demand);
    let mut matcher = Matcher::default();
    for account in &accounts {
        matcher.add(account, &books("2026-09-30"), RateTable::shipped());
    }
    let proposal = matcher
        .propose(&line(1_155_70, "", BAKER, "2026-0001"))
        .remove(0);
    assert_eq!(proposal.certainty, Certainty::Certain);
    assert_eq!(
        read(&proposal).1,
        [(1, 1_155_70)],
        "interest and costs go with the invoice"
    );
    assert!(proposal.reasons.contains(&MatchReason::AmountWithCosts));
}

#[test]
fn the_strongest_key_wins_over_the_amount() {
    // Number of the baker, amount of the butcher's invoice: the number is believed, not the amount.
    let matcher = matcher();
    let proposals = matcher.propose(&line(75_50, "", "", "2026-0001"));
    assert_eq!(proposals[0].customer, CustomerId(1));
    assert!(proposals[0].certainty < Certainty::Certain);
}
