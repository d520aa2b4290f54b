//! The term of a 14-day letter: delivery, fourteen days, and when costs may be asked.

use chrono::NaiveDate;

use crate::Rule;
use crate::calendar::{delivery_day, next_working_day_from, plus_days};

/// The fewest delivery days: a letter is not taken to arrive before the second
/// (ECLI:NL:HR:2016:2704).
pub const MIN_DELIVERY_DAYS: u8 = 2;
/// The fewest days after sending that a plan waits: the three weeks the Hoge Raad calls safe.
pub const MIN_PLAN_DAYS: u16 = 21;
/// The days after sending that a plan waits unless set otherwise: later than the latest legal
/// date with three delivery days.
pub const DEFAULT_PLAN_DAYS: u16 = 24;

/// The term (art. 6:96 lid 6 BW): fourteen days.
const TERM_DAYS: u64 = 14;

/// The days that matter around one 14-day letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeTerm {
    /// The day the letter counts as delivered.
    pub delivered: NaiveDate,
    /// The first day of the fourteen: the day after delivery.
    pub first_day: NaiveDate,
    /// The last day to pay without costs, never a weekend day or holiday.
    pub last_day: NaiveDate,
    /// The bare legal date: the day after the last day.
    pub costs_claimable_from: NaiveDate,
    /// The date the plan waits for: never before the legal date.
    pub claimable_in_plan: NaiveDate,
    /// The rules that shaped these days.
    pub rules: Vec<Rule>,
}

/// The term of a 14-day letter that was sent on a day.
///
/// `delivery_days` below [`MIN_DELIVERY_DAYS`] count as that many, `plan_days` below
/// [`MIN_PLAN_DAYS`] likewise.
pub fn notice_term(sent: NaiveDate, delivery_days: u8, plan_days: u16) -> NoticeTerm {
    let delivered = delivery_day(sent, delivery_days.max(MIN_DELIVERY_DAYS));
    let fourteenth = plus_days(delivered, TERM_DAYS);
    let last_day = next_working_day_from(fourteenth);
    let costs_claimable_from = plus_days(last_day, 1);
    let prudent = plus_days(sent, u64::from(plan_days.max(MIN_PLAN_DAYS)));
    let mut rules = vec![Rule::NoticeDelivery, Rule::NoticeFourteenDays];
    if last_day != fourteenth {
        rules.push(Rule::NoticeTermExtended);
    }
    if prudent > costs_claimable_from {
        rules.push(Rule::NoticePlan);
    }
    NoticeTerm {
        delivered,
        first_day: plus_days(delivered, 1),
        last_day,
        costs_claimable_from,
        claimable_in_plan: costs_claimable_from.max(prudent),
        rules,
    }
}
