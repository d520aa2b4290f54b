//! The clock of one claim: interest forward in time, payments taken off in between.

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use crate::{
    Cents, Compound, ContractInterest, DayCount, InterestBasis, InterestTerms, LawError, Per,
    Percent, Period, RateKind, RateTable, Rule, Warning,
};

/// Beyond this many euro nothing is computed any more.
const LARGEST: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);

/// In which steps interest goes from its first day, and when unpaid interest joins the base.
#[derive(Clone, Copy, Debug)]
enum Pace {
    /// Interest years; days over the length of the year; each line rounded before it joins.
    Years { compound: bool },
    /// Months counted from the first day; part months by days; the base is never rounded.
    Months {
        joins_every: u32,
        per_month: Decimal,
    },
}

/// Which percentage, as shown on a line.
#[derive(Clone, Copy, Debug)]
enum Source {
    Statutory { kind: RateKind, surcharge: Percent },
    Agreed { percent: Percent, per: Per },
}

/// Where the clock stands. Small and plain, so that a step can be taken back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Position {
    next: NaiveDate,
    step: u32,
    step_start: NaiveDate,
    step_end: NaiveDate,
    principal: Cents,
    joined: Decimal,
    running: Decimal,
    accrued: Cents,
    paid: Cents,
    last: Option<NaiveDate>,
    periods: usize,
}

/// Interest over one claim, moving forward in time.
#[derive(Clone, Debug)]
pub(crate) struct Accrual<'a> {
    rates: &'a RateTable,
    source: Source,
    pace: Pace,
    day_count: DayCount,
    from: NaiveDate,
    at: Position,
    periods: Vec<Period>,
}

/// One line before it is written down.
struct Line {
    through: NaiveDate,
    percent: Percent,
    per: Per,
    base: Decimal,
    exact: Decimal,
    rule: Rule,
}

impl<'a> Accrual<'a> {
    pub fn new(
        terms: &InterestTerms,
        principal: Cents,
        from: NaiveDate,
        rates: &'a RateTable,
    ) -> Result<Accrual<'a>, LawError> {
        check_date(from)?;
        let (source, pace) = match terms.basis {
            InterestBasis::Statutory { kind, surcharge } => (
                Source::Statutory { kind, surcharge },
                Pace::Years { compound: true },
            ),
            InterestBasis::Contract(contract) => agreed(&contract)?,
        };
        let mut accrual = Accrual {
            rates,
            source,
            pace,
            day_count: terms.day_count,
            from,
            at: Position {
                next: from,
                step: 0,
                step_start: from,
                step_end: from,
                principal,
                joined: Decimal::ZERO,
                running: Decimal::ZERO,
                accrued: Cents::ZERO,
                paid: Cents::ZERO,
                last: None,
                periods: 0,
            },
            periods: Vec::new(),
        };
        accrual.at.step_end = accrual.boundary(1)?;
        Ok(accrual)
    }

    /// Adds the interest of every day through this one that was not added yet.
    pub fn run_through(&mut self, day: NaiveDate) -> Result<(), LawError> {
        check_date(day)?;
        while self.at.next <= day {
            if self.settled() {
                self.at.next = next_day(day)?;
                return Ok(());
            }
            self.enter_step()?;
            let line = self.line(day)?;
            self.book(line)?;
        }
        Ok(())
    }

    /// The exact interest of one day after the last that was added; nothing before the first
    /// interest day.
    pub fn exact_on(&self, day: NaiveDate) -> Result<Decimal, LawError> {
        let mut ahead = Accrual {
            periods: Vec::new(),
            ..*self
        };
        if day < ahead.at.next || ahead.settled() {
            return Ok(Decimal::ZERO);
        }
        ahead.at.next = day;
        ahead.enter_step()?;
        Ok(ahead.line(day)?.exact)
    }

    /// Takes a payment off the interest, the oldest first. At most [`Accrual::interest_open`].
    pub fn pay_interest(&mut self, amount: Cents) {
        self.at.paid += amount;
        if self.at.paid == self.at.accrued {
            // Exact and rounded interest differ by parts of a cent: nothing may stay behind.
            (self.at.joined, self.at.running) = (Decimal::ZERO, Decimal::ZERO);
            return;
        }
        let from_joined = self.at.joined.min(amount.euro());
        self.at.joined -= from_joined;
        self.at.running = (self.at.running - (amount.euro() - from_joined)).max(Decimal::ZERO);
    }

    /// Takes a payment off the principal. At most [`Accrual::principal_open`].
    pub fn pay_principal(&mut self, amount: Cents) {
        self.at.principal -= amount;
    }

    pub fn principal_open(&self) -> Cents {
        self.at.principal
    }

    pub fn accrued(&self) -> Cents {
        self.at.accrued
    }

    pub fn interest_open(&self) -> Cents {
        self.at.accrued - self.at.paid
    }

    pub fn position(&self) -> Position {
        self.at
    }

    /// Goes back to where the clock stood, forgetting the lines since.
    pub fn go_back(&mut self, position: Position) {
        self.at = position;
        self.periods.truncate(position.periods);
    }

    pub fn into_periods(self) -> Vec<Period> {
        self.periods
    }

    /// What cannot be vouched for about the lines so far.
    pub fn doubts(&self) -> Vec<Warning> {
        self.at
            .last
            .map_or_else(Vec::new, |last| self.doubts_about(self.from, last))
    }

    /// What cannot be vouched for about these days.
    pub fn doubts_about(&self, from: NaiveDate, through: NaiveDate) -> Vec<Warning> {
        match self.source {
            Source::Statutory { kind, .. } => self.rates.doubts(kind, from, through),
            Source::Agreed { .. } => Vec::new(),
        }
    }

    /// Percent per year on a day, as it weighs on the debtor; none before the rates begin.
    pub fn yearly_percent_on(&self, day: NaiveDate) -> Option<Decimal> {
        match self.source {
            Source::Statutory { kind, surcharge } => self
                .rates
                .percent_on(kind, day)
                .map(|percent| percent.value() + surcharge.value()),
            Source::Agreed {
                percent,
                per: Per::Year,
            } => Some(percent.value()),
            Source::Agreed {
                percent,
                per: Per::Month,
            } => Some(percent.value() * Decimal::from(12)),
        }
    }

    /// Nothing left that could ever bear interest.
    fn settled(&self) -> bool {
        self.at.principal.is_zero() && self.at.joined.is_zero() && self.at.running.is_zero()
    }

    /// The first day of a step, always computed from the first interest day, so that the 31st
    /// and 29 February do not drift.
    fn boundary(&self, step: u32) -> Result<NaiveDate, LawError> {
        let months = match self.pace {
            Pace::Years { .. } => 12 * step,
            Pace::Months { .. } => step,
        };
        let out_of_range = LawError::DateOutOfRange { date: self.from };
        self.from
            .checked_add_months(Months::new(months))
            .ok_or(out_of_range)
    }

    /// Moves into the step of the next day; what is unpaid joins the base where it should.
    fn enter_step(&mut self) -> Result<(), LawError> {
        while self.at.next >= self.at.step_end {
            self.at.step += 1;
            self.at.step_start = self.at.step_end;
            self.at.step_end = self.boundary(self.at.step + 1)?;
            let joins = match self.pace {
                Pace::Years { compound } => compound,
                Pace::Months { joins_every, .. } => self.at.step.is_multiple_of(joins_every),
            };
            if joins {
                self.at.joined = limited(self.at.joined.checked_add(self.at.running))?;
                self.at.running = Decimal::ZERO;
            }
        }
        Ok(())
    }

    /// The line from the next day through `day`, or through the end of step or percentage.
    fn line(&self, day: NaiveDate) -> Result<Line, LawError> {
        let mut through = day.min(previous_day(self.at.step_end)?);
        let base = limited(self.at.principal.euro().checked_add(self.at.joined))?;
        let (percent, per, rule) = match self.source {
            Source::Statutory { kind, surcharge } => {
                let date = self.at.next;
                let stretch = self
                    .rates
                    .stretch(kind, date)
                    .ok_or(LawError::RateUnknown { kind, date })?;
                through = through.min(stretch.last);
                let rule = match surcharge.is_zero() {
                    true => kind.rule_on(date),
                    false => Rule::StatutoryPlusSurcharge,
                };
                (stretch.percent.plus(surcharge), Per::Year, rule)
            }
            Source::Agreed { percent, per } => (percent, per, Rule::ContractInterest),
        };
        let exact = self.exact(base, percent, through)?;
        Ok(Line {
            through,
            percent,
            per,
            base,
            exact,
            rule,
        })
    }

    /// Base times percentage times days over the days of the step, unrounded.
    fn exact(
        &self,
        base: Decimal,
        percent: Percent,
        through: NaiveDate,
    ) -> Result<Decimal, LawError> {
        let days = (through - self.at.next).num_days() + 1;
        let step_days = (self.at.step_end - self.at.step_start).num_days();
        let (percent, divisor) = match (self.pace, self.day_count) {
            (Pace::Months { per_month, .. }, _) => (per_month, step_days),
            (Pace::Years { .. }, DayCount::InterestYear) => (percent.value(), step_days),
            (Pace::Years { .. }, DayCount::Always365) => (percent.value(), 365),
        };
        let factor = percent.checked_mul(Decimal::from(days));
        let product = factor.and_then(|factor| base.checked_mul(factor));
        limited(product.and_then(|product| product.checked_div(Decimal::from(100 * divisor))))
    }

    fn book(&mut self, line: Line) -> Result<(), LawError> {
        let interest = Cents::round(line.exact);
        let joins = match self.pace {
            Pace::Years { .. } => interest.euro(),
            Pace::Months { .. } => line.exact,
        };
        self.at.running = limited(self.at.running.checked_add(joins))?;
        self.at.accrued = Cents::round(limited(
            self.at.accrued.euro().checked_add(interest.euro()),
        )?);
        // Without a base, only interest waits for its anniversary: days without a line.
        if !line.base.is_zero() {
            self.periods.push(Period {
                from: self.at.next,
                through: line.through,
                days: (line.through - self.at.next).num_days() + 1,
                percent: line.percent,
                per: line.per,
                base: Cents::round(line.base),
                interest,
                rule: line.rule,
            });
            self.at.periods = self.periods.len();
            self.at.last = Some(line.through);
        }
        self.at.next = next_day(line.through)?;
        Ok(())
    }
}

fn agreed(contract: &ContractInterest) -> Result<(Source, Pace), LawError> {
    let ContractInterest {
        percent,
        per,
        compound,
    } = *contract;
    let source = Source::Agreed { percent, per };
    let twelfth = percent.value() / Decimal::from(12);
    Ok(match (per, compound) {
        (Per::Year, Compound::None) => (source, Pace::Years { compound: false }),
        (Per::Year, Compound::Year) => (source, Pace::Years { compound: true }),
        (Per::Year, Compound::Month) => (
            source,
            Pace::Months {
                joins_every: 1,
                per_month: twelfth,
            },
        ),
        (Per::Month, Compound::None) => {
            let percent = Percent::twelvefold(percent);
            (
                Source::Agreed {
                    percent,
                    per: Per::Year,
                },
                Pace::Years { compound: false },
            )
        }
        (Per::Month, Compound::Year) => (
            source,
            Pace::Months {
                joins_every: 12,
                per_month: percent.value(),
            },
        ),
        (Per::Month, Compound::Month) => (
            source,
            Pace::Months {
                joins_every: 1,
                per_month: percent.value(),
            },
        ),
    })
}

fn limited(amount: Option<Decimal>) -> Result<Decimal, LawError> {
    amount
        .filter(|amount| amount.abs() <= LARGEST)
        .ok_or(LawError::AmountTooLarge)
}

/// Refuses a day before 1900 or after 2199.
pub(crate) fn check_date(date: NaiveDate) -> Result<(), LawError> {
    use chrono::Datelike;
    if (1900..2200).contains(&date.year()) {
        Ok(())
    } else {
        Err(LawError::DateOutOfRange { date })
    }
}

fn next_day(date: NaiveDate) -> Result<NaiveDate, LawError> {
    date.succ_opt().ok_or(LawError::DateOutOfRange { date })
}

fn previous_day(date: NaiveDate) -> Result<NaiveDate, LawError> {
    date.pred_opt().ok_or(LawError::DateOutOfRange { date })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_law_without_compounding_gives_less() {
        // Case I14 shows what simple interest over a trade claim would come to.
        for (day_count, expected) in [
            (DayCount::Always365, 434_750),
            (DayCount::InterestYear, 434_411),
        ] {
            let terms = InterestTerms {
                day_count,
                ..InterestTerms::statutory(RateKind::Commercial)
            };
            let mut accrual = Accrual::new(
                &terms,
                Cents(1_000_000),
                day("2023-01-01"),
                RateTable::shipped(),
            )
            .unwrap();
            accrual.pace = Pace::Years { compound: false };
            accrual.run_through(day("2026-11-22")).unwrap();
            assert_eq!(accrual.accrued(), Cents(expected), "I14 over {day_count:?}");
        }
    }

    #[test]
    fn a_step_back_leaves_no_trace() {
        let terms = InterestTerms::statutory(RateKind::Consumer);
        let mut accrual = Accrual::new(
            &terms,
            Cents(100_000),
            day("2024-05-01"),
            RateTable::shipped(),
        )
        .unwrap();
        accrual.run_through(day("2024-12-31")).unwrap();
        let before = accrual.clone();
        accrual.run_through(day("2026-03-31")).unwrap();
        accrual.go_back(before.position());
        assert_eq!(accrual.periods, before.periods, "later lines are forgotten");
        accrual.run_through(day("2026-11-22")).unwrap();
        let mut straight = before;
        straight.run_through(day("2026-11-22")).unwrap();
        assert_eq!(accrual.periods, straight.periods, "and come again the same");
    }

    #[test]
    fn running_the_clock_twice_adds_nothing() {
        let terms = InterestTerms::statutory(RateKind::Consumer);
        let mut accrual = Accrual::new(
            &terms,
            Cents(100_000),
            day("2024-05-01"),
            RateTable::shipped(),
        )
        .unwrap();
        accrual.run_through(day("2025-05-01")).unwrap();
        let once = accrual.accrued();
        accrual.run_through(day("2025-05-01")).unwrap();
        accrual.run_through(day("2024-12-31")).unwrap();
        assert_eq!(accrual.accrued(), once, "a day counts once");
    }
}
