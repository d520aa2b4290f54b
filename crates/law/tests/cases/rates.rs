//! The shipped table of rates, and the user's own rows.

use law::{InterestTerms, Percent, RateDataError, RateKind, RateRow, RateTable, Warning, interest};

use crate::{day, euro};

fn row(kind: RateKind, start: &str, percent: &str) -> RateRow {
    RateRow {
        kind,
        start: day(start),
        percent: percent.parse().unwrap(),
        source: "our bank".to_owned(),
    }
}

fn percent_on(table: &RateTable, kind: RateKind, date: &str) -> Option<String> {
    table
        .percent_on(kind, day(date))
        .map(|percent: Percent| percent.to_string())
}

#[test]
fn the_shipped_file_is_read_whole() {
    let table = RateTable::shipped();
    assert_eq!(table.verified_until(), day("2026-12-31"));
    let count = |kind| {
        table
            .rows()
            .iter()
            .filter(|rate| rate.row.kind == kind)
            .count()
    };
    assert_eq!(
        (count(RateKind::Consumer), count(RateKind::Commercial)),
        (14, 32),
        "every known change"
    );
    assert!(
        table
            .rows()
            .iter()
            .all(|rate| !rate.row.source.is_empty() && !rate.user),
        "each with its source"
    );
}

#[test]
fn lookups_give_the_rate_of_the_day() {
    let table = RateTable::shipped();
    for (kind, date, percent) in [
        (RateKind::Consumer, "2001-12-31", None),
        (RateKind::Consumer, "2002-01-01", Some("7")),
        (RateKind::Consumer, "2022-12-31", Some("2")),
        (RateKind::Consumer, "2023-01-01", Some("4")),
        (RateKind::Consumer, "2026-11-22", Some("4")),
        (RateKind::Commercial, "2002-11-30", None),
        (RateKind::Commercial, "2026-06-30", Some("10.15")),
        (RateKind::Commercial, "2026-07-01", Some("10.4")),
        (RateKind::Government, "2010-01-01", Some("8")),
        (RateKind::Government, "2026-07-01", Some("10.4")),
    ] {
        assert_eq!(
            percent_on(table, kind, date).as_deref(),
            percent,
            "{kind:?} on {date}"
        );
    }
}

#[test]
fn a_user_rate_extends_the_table_and_is_marked() {
    let table =
        RateTable::shipped().with_user_rates(&[row(RateKind::Commercial, "2027-01-01", "10.65")]);
    let trade = InterestTerms::statutory(RateKind::Commercial);
    let through =
        |last| interest(&trade, euro("1000"), day("2026-12-01"), day(last), &table).unwrap();
    let user = Warning::UserRate {
        kind: RateKind::Commercial,
        start: day("2027-01-01"),
        percent: "10.65".parse().unwrap(),
    };
    assert!(
        through("2026-12-31").warnings.is_empty(),
        "not used, not mentioned"
    );
    assert_eq!(
        through("2027-06-30").warnings,
        std::slice::from_ref(&user),
        "known through its half-year, as the user's"
    );
    let beyond = Warning::RateNotVerified {
        kind: RateKind::Commercial,
        verified_until: day("2027-06-30"),
    };
    assert_eq!(
        through("2027-07-01").warnings,
        [user, beyond],
        "and no further"
    );
    assert_eq!(
        percent_on(&table, RateKind::Government, "2027-02-01").as_deref(),
        Some("10.65"),
        "6:120 lid 2 BW"
    );
    assert_eq!(
        percent_on(&table, RateKind::Consumer, "2027-02-01").as_deref(),
        Some("4"),
        "consumers keep theirs"
    );
}

#[test]
fn a_gap_before_a_user_rate_stays_unverified() {
    let table = RateTable::shipped().with_user_rates(&[row(RateKind::Consumer, "2027-07-01", "3")]);
    let terms = InterestTerms::statutory(RateKind::Consumer);
    let result = interest(
        &terms,
        euro("1000"),
        day("2026-12-01"),
        day("2027-08-01"),
        &table,
    )
    .unwrap();
    let codes: Vec<&str> = result.warnings.iter().map(Warning::code).collect();
    assert_eq!(
        codes,
        ["rate_not_verified", "user_rate"],
        "half a year nobody vouches for"
    );
}

#[test]
fn a_user_rate_stands_before_a_shipped_one() {
    let once = RateTable::shipped().with_user_rates(&[row(RateKind::Consumer, "2026-01-01", "5")]);
    assert_eq!(
        percent_on(&once, RateKind::Consumer, "2026-03-01").as_deref(),
        Some("5")
    );
    let twice = once.with_user_rates(&[row(RateKind::Consumer, "2026-01-01", "4.5")]);
    assert_eq!(
        percent_on(&twice, RateKind::Consumer, "2026-03-01").as_deref(),
        Some("4.5"),
        "the last one holds"
    );
    let users = twice.rows().iter().filter(|rate| rate.user).count();
    assert_eq!(users, 1, "a corrected row replaces the earlier one");
    let terms = InterestTerms::statutory(RateKind::Consumer);
    let year = interest(
        &terms,
        euro("1000"),
        day("2026-01-01"),
        day("2026-12-31"),
        &twice,
    )
    .unwrap();
    assert_eq!(year.interest, euro("45.00"));
    assert_eq!(
        year.warnings.len(),
        1,
        "said to be the user's, and still verified as far as the table"
    );
    let own = twice.with_user_rates(&[row(RateKind::Government, "2026-01-01", "9")]);
    assert_eq!(
        percent_on(&own, RateKind::Government, "2026-03-01").as_deref(),
        Some("9")
    );
    assert_eq!(
        percent_on(&own, RateKind::Commercial, "2026-03-01").as_deref(),
        Some("10.15")
    );
}

#[test]
fn a_damaged_file_is_refused() {
    let head = "verified_until,2026-12-31\nkind,start_date,percent,source\n";
    let read = |rows: &str| RateTable::parse(&format!("{head}{rows}"));
    assert!(read("consumer,2026-01-01,4,\"x\"\n").is_ok());
    for rows in [
        "consumer,2026-01-01,4",
        "student,2026-01-01,4,x",
        "consumer,1-1-2026,4,x",
        "consumer,2026-01-01,-4,x",
    ] {
        assert_eq!(
            read(rows),
            Err(RateDataError::Malformed { line: 3 }),
            "{rows}"
        );
    }
    let twice = "consumer,2026-01-01,4,x\nconsumer,2026-01-01,5,x\n";
    assert_eq!(read(twice), Err(RateDataError::DayTwice { line: 4 }));
    assert_eq!(
        RateTable::parse("consumer,2026-01-01,4,x"),
        Err(RateDataError::VerifiedUntilMissing)
    );
}
