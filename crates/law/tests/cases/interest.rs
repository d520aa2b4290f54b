//! Interest over single claims: cases I01 to I28.

use law::{
    Cents, ContractInterest, DayCount, InterestBasis, InterestTerms, Lang, LawError, Percent,
    RateKind, RateTable, Rule, interest,
};

use crate::{day, euro, rows};

fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

fn amount(terms: InterestTerms, principal: &str, from: &str, through: &str) -> Cents {
    let result = interest(
        &terms,
        euro(principal),
        day(from),
        day(through),
        RateTable::shipped(),
    )
    .unwrap();
    let sum: Cents = result.periods.iter().map(|period| period.interest).sum();
    assert_eq!(
        sum, result.interest,
        "periods sum to the interest ({principal} from {from})"
    );
    result.interest
}

/// Id, regime (or percent/per/compound), principal, first and last day, result over 365, result
/// over the interest year.
const CASES: &str = "
    I01        consumer      3500    2025-03-15 2026-04-21  211.39  211.39
    I02        consumer      10000   2025-12-17 2026-01-15   41.10   41.10
    I03        commercial    8400    2026-01-01 2026-01-22   51.39   51.39
    I04        consumer      820     2026-03-01 2026-03-31    2.79    2.79
    I05        commercial    5000    2026-01-01 2026-03-31  125.14  125.14
    I06        6/year/year   5000    2024-03-15 2026-03-14  618.00  618.00
    I07-a      6/year/year   10000   2025-01-01 2025-12-31  600.00  600.00
    I07-b      6/year/year   10000   2025-01-01 2026-01-01  601.74  601.74
    I08        consumer      3000    2014-05-29 2014-06-30    8.14    8.14
    I09        consumer      1648.58 2014-12-12 2015-05-28   16.08   16.08
    I10-a      commercial    3796.99 2023-11-11 2023-12-31   63.66       -
    I10-b      commercial    3796.99 2024-01-01 2024-06-30  236.66       -
    I11        consumer      1000    2025-12-01 2026-11-22   40.83   40.83
    I12        consumer      1000    2025-11-15 2026-11-22   43.49   43.49
    I13        commercial    2500    2026-06-01 2026-11-22  124.15  124.15
    facts-4.8  commercial    10000   2023-01-01 2026-11-22 5105.66 5101.11
    I15        consumer      5000    2024-01-01 2024-12-31  350.96  350.00
    I16        consumer      750     2022-06-16 2026-11-22  185.56  185.40
    I17        consumer      2000    2009-06-01 2011-12-31  185.63  185.50
    I18        commercial    1210    2024-01-15 2025-01-14  149.51  149.11
    I19        consumer      1000    2026-11-22 2026-11-22    0.11    0.11
    I20        commercial    1000    2026-11-22 2026-11-22    0.28    0.28
    I21        commercial    10000   2026-06-30 2026-07-01    5.63    5.63
    I22        consumer      10000   2025-12-31 2026-01-01    2.74    2.74
    I23        consumer      1000    2026-11-22 2026-11-21    0.00    0.00
    I24        6/year/none   -200    2025-01-01 2025-12-31  -12.00  -12.00
    I25        2/month/month 1000    2025-01-15 2026-01-14  268.23  268.23
    I26        1/month/none  3000    2026-03-16 2026-11-22  248.55  248.55
    government government    10000   2023-01-01 2026-11-22 5105.66 5101.11
";

/// `consumer`, `commercial` or `government`, or percent/per/compound of a contract.
fn terms(text: &str) -> InterestTerms {
    let word = |text: &str| serde_json::Value::from(text);
    match text.split('/').collect::<Vec<&str>>().as_slice() {
        [percent, per, compound] => InterestTerms::contract(ContractInterest {
            percent: percent.parse().unwrap(),
            per: serde_json::from_value(word(per)).unwrap(),
            compound: serde_json::from_value(word(compound)).unwrap(),
        }),
        _ => InterestTerms::statutory(serde_json::from_value(word(text)).unwrap()),
    }
}

#[test]
fn worked_cases() {
    for [id, regime, principal, from, through, over_365, over_year] in rows(CASES) {
        let plain = terms(regime);
        let always = InterestTerms {
            day_count: DayCount::Always365,
            ..plain
        };
        assert_eq!(
            amount(always, principal, from, through),
            euro(over_365),
            "{id}: over 365"
        );
        if over_year != "-" {
            assert_eq!(
                amount(plain, principal, from, through),
                euro(over_year),
                "{id}: over the interest year"
            );
        }
    }
}

/// The lines of a calculation: first day, last day, days, percentage, base, interest.
fn lines(terms: InterestTerms, principal: &str, from: &str, through: &str) -> Vec<String> {
    interest(
        &terms,
        euro(principal),
        day(from),
        day(through),
        RateTable::shipped(),
    )
    .unwrap()
    .periods
    .iter()
    .map(|line| {
        assert_eq!(
            (line.through - line.from).num_days() + 1,
            line.days,
            "days count both ends"
        );
        format!(
            "{} {} {} {} {} {}",
            line.from, line.through, line.days, line.percent, line.base, line.interest
        )
    })
    .collect()
}

#[test]
fn the_lines_of_worked_cases() {
    let consumer = terms("consumer");
    assert_eq!(
        lines(consumer, "10000", "2025-12-17", "2026-01-15"),
        [
            "2025-12-17 2025-12-31 15 6 10000.00 24.66",
            "2026-01-01 2026-01-15 15 4 10000.00 16.44"
        ],
        "I02: cut at the change of rate"
    );
    assert_eq!(
        lines(consumer, "1000", "2025-11-15", "2026-11-22"),
        [
            "2025-11-15 2025-12-31 47 6 1000.00 7.73",
            "2026-01-01 2026-11-14 318 4 1000.00 34.85",
            "2026-11-15 2026-11-22 8 4 1042.58 0.91",
        ],
        "I12: the interest of the year joins the base on the anniversary"
    );
    assert_eq!(
        lines(terms("commercial"), "1210", "2024-01-15", "2025-01-14"),
        [
            "2024-01-15 2024-06-30 168 12.5 1210.00 69.43",
            "2024-07-01 2024-12-31 184 12.25 1210.00 74.52",
            "2025-01-01 2025-01-14 14 11.15 1210.00 5.16",
        ],
        "I18: over the 366 days of that interest year"
    );
    assert_eq!(
        lines(terms("commercial"), "5000", "2025-07-01", "2026-06-30").len(),
        1,
        "a row that repeats the percentage is no change"
    );
}

#[test]
fn the_surcharge_comes_on_top_of_every_rate() {
    let basis = InterestBasis::Statutory {
        kind: RateKind::Consumer,
        surcharge: percent("2"),
    };
    let terms = InterestTerms {
        basis,
        day_count: DayCount::InterestYear,
    };
    let rates: Vec<String> = lines(terms, "1000", "2023-04-01", "2024-03-31")
        .iter()
        .map(|line| line.split(' ').nth(3).unwrap().to_owned())
        .collect();
    assert_eq!(rates, ["6", "8", "9"], "I27: two points above 4, 6 and 7");
    let line = interest(
        &terms,
        euro("1000"),
        day("2023-04-01"),
        day("2023-04-30"),
        RateTable::shipped(),
    )
    .unwrap();
    assert_eq!(
        line.periods.first().unwrap().rule,
        Rule::StatutoryPlusSurcharge,
        "I27: says it was agreed"
    );
}

#[test]
fn years_from_29_february_do_not_drift() {
    let froms: Vec<String> = lines(terms("5/year/year"), "1000", "2024-02-29", "2028-03-31")
        .iter()
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        froms,
        [
            "2024-02-29",
            "2025-02-28",
            "2026-02-28",
            "2027-02-28",
            "2028-02-29"
        ],
        "each anniversary comes from the original date"
    );
    let months: Vec<String> = lines(terms("1/month/month"), "1000", "2026-01-31", "2026-05-30")
        .iter()
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        months,
        ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
        "and so does each month"
    );
}

#[test]
fn months_that_compound_keep_the_exact_base() {
    let monthly = lines(terms("2/month/month"), "1000", "2025-01-15", "2025-05-24");
    assert_eq!(
        monthly,
        [
            "2025-01-15 2025-02-14 31 2 1000.00 20.00",
            "2025-02-15 2025-03-14 28 2 1020.00 20.40",
            "2025-03-15 2025-04-14 31 2 1040.40 20.81",
            "2025-04-15 2025-05-14 30 2 1061.21 21.22",
            // 1082.43216 x 2% x 10/31 = 6.98...
            "2025-05-15 2025-05-24 10 2 1082.43 6.98",
        ],
        "full months count whole, the last by its days"
    );
    let yearly = lines(terms("2/month/year"), "1000", "2025-01-15", "2026-02-14");
    assert_eq!(yearly.len(), 13, "still month by month");
    assert_eq!(
        yearly.get(11).unwrap(),
        "2025-12-15 2026-01-14 31 2 1000.00 20.00",
        "nothing joins within the year"
    );
    assert_eq!(
        yearly.get(12).unwrap(),
        "2026-01-15 2026-02-14 31 2 1240.00 24.80",
        "twelve months join together"
    );
    let twelfth = lines(terms("6/year/month"), "1000", "2026-01-01", "2026-02-28");
    assert_eq!(
        twelfth,
        [
            "2026-01-01 2026-01-31 31 6 1000.00 5.00",
            "2026-02-01 2026-02-28 28 6 1005.00 5.03"
        ],
        "a yearly percentage that compounds monthly goes by twelfths"
    );
}

#[test]
fn governments_were_commercial_before_16_march_2013() {
    let terms = terms("government");
    let result = interest(
        &terms,
        euro("1000"),
        day("2013-03-01"),
        day("2013-03-31"),
        RateTable::shipped(),
    )
    .unwrap();
    let rules: Vec<(String, Rule)> = result
        .periods
        .iter()
        .map(|line| (line.percent.to_string(), line.rule))
        .collect();
    assert_eq!(
        rules,
        [
            ("7.75".to_owned(), Rule::CommercialInterest),
            ("8.75".to_owned(), Rule::GovernmentInterest)
        ],
        "an article of its own from that day"
    );
}

#[test]
fn what_is_not_known_is_said() {
    let consumer = terms("consumer");
    let through = |last: &str| {
        interest(
            &consumer,
            euro("1000"),
            day("2026-11-01"),
            day(last),
            RateTable::shipped(),
        )
        .unwrap()
    };
    let view = serde_json::to_value(through("2027-01-05").view(Lang::Nl)).unwrap();
    assert_eq!(view["warnings"][0]["code"], "rate_not_verified", "I28");
    assert_eq!(
        view["warnings"].as_array().unwrap().len(),
        1,
        "I28: said once"
    );
    assert!(
        through("2026-12-31").warnings.is_empty(),
        "the last verified day is fine"
    );
    let agreed = terms("6/year/none");
    let far = interest(
        &agreed,
        euro("1000"),
        day("2026-11-01"),
        day("2030-01-01"),
        RateTable::shipped(),
    )
    .unwrap();
    assert!(
        far.warnings.is_empty(),
        "an agreed percentage needs no table"
    );
    let early = interest(
        &consumer,
        euro("1000"),
        day("2001-12-31"),
        day("2002-02-01"),
        RateTable::shipped(),
    );
    assert_eq!(
        early,
        Err(LawError::RateUnknown {
            kind: RateKind::Consumer,
            date: day("2001-12-31")
        }),
        "before the table begins it is refused"
    );
    assert_eq!(early.unwrap_err().code(), "rate_unknown");
    let trade = terms("commercial");
    assert!(
        interest(
            &trade,
            euro("1000"),
            day("2002-11-30"),
            day("2003-01-01"),
            RateTable::shipped()
        )
        .is_err()
    );
    assert!(
        interest(
            &trade,
            euro("1000"),
            day("2002-12-01"),
            day("2003-01-01"),
            RateTable::shipped()
        )
        .is_ok()
    );
}

#[test]
fn nothing_overflows() {
    let consumer = terms("consumer");
    let century = |terms, principal| {
        interest(
            &terms,
            principal,
            day("2026-01-01"),
            day("2126-01-01"),
            RateTable::shipped(),
        )
    };
    let most = century(consumer, Cents::LIMIT).unwrap();
    assert!(
        most.interest > Cents::LIMIT,
        "4% over a century is fifty times the amount"
    );
    let mirrored = century(consumer, -Cents::LIMIT).unwrap();
    assert_eq!(
        mirrored.interest, -most.interest,
        "a credit mirrors a claim"
    );
    let absurd = terms("1000/month/month");
    assert_eq!(
        century(absurd, Cents::LIMIT),
        Err(LawError::AmountTooLarge),
        "refused, not a panic"
    );
    assert_eq!(
        interest(
            &consumer,
            Cents(i64::MIN),
            day("2026-01-01"),
            day("2026-02-01"),
            RateTable::shipped()
        ),
        Err(LawError::AmountTooLarge)
    );
    let beyond = interest(
        &absurd,
        euro("1"),
        chrono::NaiveDate::MIN,
        chrono::NaiveDate::MAX,
        RateTable::shipped(),
    );
    assert_eq!(beyond.unwrap_err().code(), "date_out_of_range");
}
