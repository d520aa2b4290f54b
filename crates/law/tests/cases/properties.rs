//! What must hold for every amount, day and payment.

use chrono::{Days, NaiveDate};
use law::costs::{MAXIMUM, MINIMUM, collection_costs_amount};
use law::{
    Cents, ClaimCase, ClaimItem, ClaimKind, Compound, ContractInterest, CostsItem, CostsVat,
    DayCount, InterestBasis, InterestTerms, PaymentDay, PaymentItem, Per, RateKind, RateTable,
    SplitAt, claim, collection_costs, interest, limitation, notice_term,
};
use proptest::prelude::*;

use crate::day;

fn some_day(first: &'static str, days: u64) -> impl Strategy<Value = NaiveDate> {
    (0..days).prop_map(move |offset| day(first) + Days::new(offset))
}

fn some_basis() -> impl Strategy<Value = InterestBasis> {
    let kind = prop_oneof![
        Just(RateKind::Consumer),
        Just(RateKind::Commercial),
        Just(RateKind::Government)
    ];
    let surcharge = prop_oneof![Just("0"), Just("0"), Just("2")];
    let statutory = (kind, surcharge).prop_map(|(kind, surcharge)| InterestBasis::Statutory {
        kind,
        surcharge: surcharge.parse().unwrap(),
    });
    let compound = prop_oneof![
        Just(Compound::None),
        Just(Compound::Year),
        Just(Compound::Month)
    ];
    let contract = (
        0u32..30,
        prop_oneof![Just(Per::Year), Just(Per::Month)],
        compound,
    )
        .prop_map(|(tenths, per, compound)| {
            let percent = format!("{}.{}", tenths / 10, tenths % 10).parse().unwrap();
            InterestBasis::Contract(ContractInterest {
                percent,
                per,
                compound,
            })
        });
    prop_oneof![2 => statutory, 1 => contract]
}

fn some_terms() -> impl Strategy<Value = InterestTerms> {
    let day_count = prop_oneof![Just(DayCount::InterestYear), Just(DayCount::Always365)];
    (some_basis(), day_count).prop_map(|(basis, day_count)| InterestTerms { basis, day_count })
}

prop_compose! {
    fn some_claim()(
        basis in some_basis(),
        principal in prop_oneof![4 => 1i64..2_000_000, 1 => -50_000i64..=0],
        interest_from in some_day("2024-01-01", 900),
        asked_after in prop::option::weighted(0.3, 0u64..200),
    ) -> ClaimItem {
        ClaimItem {
            id: String::new(),
            basis,
            principal: Cents(principal),
            interest_from: Some(interest_from),
            due_from: None,
            interest_asked_from: asked_after.map(|days| interest_from + Days::new(days)),
        }
    }
}

prop_compose! {
    fn some_case()(
        claims in prop::collection::vec(some_claim(), 1..6),
        costs in prop::collection::vec((prop::option::of(0usize..6), 0i64..30_000, some_day("2024-01-01", 1000)), 0..4),
        payments in prop::collection::vec(
            (some_day("2024-01-01", 1000), 0i64..900_000, prop::collection::vec(0usize..6, 0..3)), 0..7),
        excluded in any::<bool>(),
        own in any::<bool>(),
        date in some_day("2026-01-01", 365),
    ) -> ClaimCase {
        let name = |index: usize| format!("C{}", index % claims.len());
        ClaimCase {
            date,
            day_count: DayCount::InterestYear,
            payment_day: if excluded { PaymentDay::Excluded } else { PaymentDay::Included },
            split: if own { SplitAt::OwnPayments } else { SplitAt::EveryPayment },
            costs: costs.iter().map(|(claim, amount, due_from)| CostsItem {
                claim: claim.map(name), amount: Cents(*amount), due_from: *due_from, over: None, apart: Vec::new(),
            }).collect(),
            payments: payments.iter().map(|(date, amount, designated)| PaymentItem {
                date: *date, amount: Cents(*amount),
                designated: designated.iter().map(|index| name(*index)).collect(),
            }).collect(),
            claims: claims.iter().enumerate().map(|(index, item)| ClaimItem {
                id: name(index), ..item.clone()
            }).collect(),
        }
    }
}

proptest! {
    #[test]
    fn costs_rise_with_the_principal(principal in 1i64..500_000_000, more in 0i64..10_000_000) {
        let less = collection_costs_amount(Cents(principal));
        let most = collection_costs_amount(Cents(principal + more));
        prop_assert!(less <= most, "more principal never costs less");
        prop_assert!((MINIMUM..=MAXIMUM).contains(&less), "between 40 and 6,775");
    }

    #[test]
    fn lines_of_costs_sum(principal in -1_000i64..500_000_000) {
        let costs = collection_costs(Cents(principal), CostsVat::DeclaredNotDeductible);
        let lines: Cents = costs.lines.iter().map(|line| line.amount).sum();
        let slices: Cents = costs.lines.iter().map(|line| line.base).sum();
        prop_assert_eq!(lines, costs.costs, "lines sum to the costs");
        prop_assert_eq!(slices, Cents(principal.max(0)), "slices sum to the principal");
        prop_assert_eq!(costs.costs + costs.vat, costs.total, "and VAT to the total");
        prop_assert_eq!(costs.costs, collection_costs_amount(Cents(principal)), "the short way agrees");
    }

    #[test]
    fn costs_agree_with_plain_cents(principal in 1i64..500_000_000) {
        // In millicents, slice by slice, without any decimal type.
        let slice = |low: i64, high: i64| (principal.min(high) - low).max(0);
        let thousandths = slice(0, 250_000) * 150
            + slice(250_000, 500_000) * 100
            + slice(500_000, 1_000_000) * 50
            + slice(1_000_000, 20_000_000) * 10
            + slice(20_000_000, i64::MAX) * 5;
        let expected = ((thousandths + 500) / 1000).clamp(4_000, 677_500);
        prop_assert_eq!(collection_costs_amount(Cents(principal)), Cents(expected));
    }

    #[test]
    fn a_letter_never_runs_out_too_early(sent in some_day("2000-01-01", 30_000), delivery_days in 0u8..6) {
        let term = notice_term(sent, delivery_days, 24);
        prop_assert!(term.last_day >= sent + Days::new(16), "sixteen days after sending at the least");
        prop_assert!(term.claimable_in_plan > term.last_day, "no costs on the last day itself");
    }

    #[test]
    fn an_interruption_never_shortens(due in some_day("2015-01-01", 3000), after in prop::collection::vec(0u64..3000, 0..4)) {
        for kind in [ClaimKind::Contract, ClaimKind::ConsumerSale, ClaimKind::Periodic, ClaimKind::Judgment] {
            let letters: Vec<NaiveDate> = after.iter().map(|days| due + Days::new(*days)).collect();
            let plain = limitation(due, kind, &[]).last_safe_day;
            prop_assert!(limitation(due, kind, &letters).last_safe_day >= plain, "{:?}", kind);
        }
    }

    #[test]
    fn interest_grows_day_by_day(
        terms in some_terms(), principal in 1i64..100_000_000,
        from in some_day("2005-01-01", 7500), days in 0u64..1500,
    ) {
        let through = |days: u64| {
            interest(&terms, Cents(principal), from, from + Days::new(days), RateTable::shipped()).unwrap()
        };
        let (today, tomorrow) = (through(days), through(days + 1));
        prop_assert!(today.interest <= tomorrow.interest, "a day more never costs less");
        let sum: Cents = tomorrow.periods.iter().map(|line| line.interest).sum();
        prop_assert_eq!(sum, tomorrow.interest, "periods sum to the interest");
        let counted: i64 = tomorrow.periods.iter().map(|line| line.days).sum();
        prop_assert_eq!(counted, i64::try_from(days).unwrap() + 2, "each day counts once");
        let credit = interest(&terms, Cents(-principal), from, from + Days::new(days), RateTable::shipped()).unwrap();
        prop_assert_eq!(credit.interest, -today.interest, "a credit mirrors a claim");
    }

    #[test]
    fn one_period_agrees_with_plain_integers(
        principal in -100_000_000i64..100_000_000, offset in 0u64..181, days in 1i64..31,
    ) {
        // All within one interest year and one rate: 10.15% from 2025-07-01 through 2026-06-30.
        let from = day("2025-07-01") + Days::new(offset);
        let through = from + Days::new(u64::try_from(days).unwrap() - 1);
        let terms = InterestTerms::statutory(RateKind::Commercial);
        let result = interest(&terms, Cents(principal), from, through, RateTable::shipped()).unwrap();
        let numerator = i128::from(principal.abs()) * 1015 * i128::from(days);
        let denominator = 10_000 * 365;
        let cents = (2 * numerator + denominator) / (2 * denominator);
        prop_assert_eq!(result.interest.abs(), Cents(i64::try_from(cents).unwrap()), "half away from zero");
    }

    #[test]
    fn a_statement_adds_up(case in some_case()) {
        let statement = claim(&case, RateTable::shipped()).unwrap();
        let mut allocated = std::collections::BTreeMap::<Option<String>, [Cents; 3]>::new();
        for payment in &statement.payments {
            let mut spent = Cents::ZERO;
            for part in &payment.allocations {
                for amount in [part.costs, part.interest, part.principal] {
                    prop_assert!(!amount.is_negative(), "nothing is taken back");
                    spent += amount;
                }
                let sums = allocated.entry(part.claim.clone()).or_default();
                for (sum, amount) in sums.iter_mut().zip([part.costs, part.interest, part.principal]) {
                    *sum += amount;
                }
            }
            prop_assert_eq!(spent + payment.unallocated, payment.amount, "every cent of a payment is somewhere");
            prop_assert!(!payment.unallocated.is_negative(), "no more is spent than was paid");
        }
        let mut total = statement.joint_costs_open;
        for (item, result) in case.claims.iter().zip(&statement.claims) {
            let [costs, interest, principal] =
                allocated.get(&Some(result.id.clone())).copied().unwrap_or_default();
            prop_assert_eq!(result.principal_open + principal, item.principal, "principal is open or paid");
            prop_assert_eq!(result.interest_open + interest, result.interest_total, "interest likewise");
            prop_assert_eq!(result.costs_open + costs, result.costs_total, "costs likewise");
            let lines: Cents = result.lines.iter().map(|line| line.interest).sum();
            prop_assert_eq!(lines, result.interest_total, "lines sum to the interest");
            let received: Cents = result.received.iter().map(|part| part.costs + part.interest + part.principal).sum();
            prop_assert_eq!(received, costs + interest + principal, "the claim shows what it received");
            for pair in result.lines.windows(2) {
                prop_assert!(pair[0].through < pair[1].from, "no day counts twice");
            }
            if item.principal.is_negative() {
                prop_assert_eq!(received, Cents::ZERO, "credits get nothing");
            } else {
                prop_assert!(!result.principal_open.is_negative() && !result.interest_open.is_negative());
            }
            total += result.principal_open + result.interest_open + result.costs_open;
        }
        prop_assert_eq!(total, statement.total_open, "the parts sum to the total");
    }

    #[test]
    fn a_statement_without_payments_is_plain_interest(item in some_claim(), date in some_day("2026-01-01", 365)) {
        let case = ClaimCase {
            date, day_count: DayCount::InterestYear, payment_day: PaymentDay::Included,
            split: SplitAt::EveryPayment, claims: vec![item.clone()], costs: Vec::new(), payments: Vec::new(),
        };
        let statement = claim(&case, RateTable::shipped()).unwrap();
        let terms = InterestTerms { basis: item.basis, day_count: DayCount::InterestYear };
        let from = item.interest_from.unwrap();
        let plain = interest(&terms, item.principal, from, date, RateTable::shipped()).unwrap();
        let result = statement.claims.first().unwrap();
        prop_assert_eq!(&result.lines, &plain.periods, "one engine serves both");
        prop_assert_eq!(result.interest_total, plain.interest);
    }

    #[test]
    fn the_order_in_the_file_does_not_matter(case in some_case(), turns in 1usize..6) {
        let mut turned = case.clone();
        // Payments of one day keep their order: it is the order in which they came.
        turned.payments.sort_by_key(|payment| payment.date);
        let sorted = turned.clone();
        let mut days: Vec<NaiveDate> = turned.payments.iter().map(|payment| payment.date).collect();
        days.dedup();
        if !days.is_empty() {
            let turns = turns % days.len();
            days.rotate_left(turns);
        }
        let place = |date: NaiveDate| days.iter().position(|day| *day == date);
        turned.payments.sort_by_key(|payment| place(payment.date));
        turned.costs.reverse();
        let (one, other) = (
            claim(&sorted, RateTable::shipped()).unwrap(),
            claim(&turned, RateTable::shipped()).unwrap(),
        );
        prop_assert_eq!(one.claims, other.claims, "the same claims");
        prop_assert_eq!(one.payments, other.payments, "the same payments, by date");
        prop_assert_eq!(one.total_open, other.total_open);
    }

    #[test]
    fn a_payment_in_two_parts_is_one_payment(case in some_case(), part in 0u64..=100) {
        let mut case = case;
        // One claim, no designation: in proportion, odd cents may fall differently.
        case.claims.truncate(1);
        for costs in &mut case.costs {
            costs.claim = Some("C0".to_owned());
        }
        for payment in &mut case.payments {
            payment.designated.clear();
        }
        let whole = claim(&case, RateTable::shipped()).unwrap();
        let parts = case.payments.iter().flat_map(|payment| {
            let first = Cents(payment.amount.0 * i64::try_from(part).unwrap() / 100);
            [first, payment.amount - first].map(|amount| PaymentItem { amount, ..payment.clone() })
        });
        let split = ClaimCase { payments: parts.collect(), ..case.clone() };
        let split = claim(&split, RateTable::shipped()).unwrap();
        let (whole, split) = (whole.claims.first().unwrap(), split.claims.first().unwrap());
        prop_assert_eq!(&whole.lines, &split.lines, "the same interest");
        prop_assert_eq!(whole.principal_open, split.principal_open, "the same rest");
    }
}
