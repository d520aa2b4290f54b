//! The clock of one claim: interest forward in time, payments taken off in between.

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;

mod pace;

use crate::{
    Cents, DayCount, InterestTerms, LawError, Per, Percent, Period, RateTable, Rule, Warning,
};
use pace::{Pace, Source};

/// Beyond this many euro nothing is computed any more.
const LARGEST: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);

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
        let (source, pace) = pace::of(&terms.basis);
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
        self.source.yearly_percent(self.rates, day)
    }

    /// Nothing left that could ever bear interest.
    fn settled(&self) -> bool {
        self.at.principal.is_zero() && self.at.joined.is_zero() && self.at.running.is_zero()
    }

    /// The first day of a step, always computed from the first interest day, so that the 31st
    /// and 29 February do not drift.
    fn boundary(&self, step: u32) -> Result<NaiveDate, LawError> {
        let months = step * self.pace.months();
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
            if self.pace.joins_at(self.at.step) {
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
            (Pace::Months { percent, .. }, _) => (percent, step_days),
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
        let accrued = self.at.accrued.0.checked_add(interest.0);
        self.at.accrued = Cents(accrued.ok_or(LawError::AmountTooLarge)?);
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

fn limited(amount: Option<Decimal>) -> Result<Decimal, LawError> {
    amount
        .filter(|amount| amount.abs() <= LARGEST)
        .ok_or(LawError::AmountTooLarge)
}

/// Refuses a day before 1900 or after 2199.
pub(crate) fn check_date(date: NaiveDate) -> Result<(), LawError> {
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
mod tests;
