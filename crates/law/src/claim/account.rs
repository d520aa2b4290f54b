//! One claim while payments are taken off it.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{ClaimItem, Received};
use crate::accrual::{Accrual, Position, check_date};
use crate::{Cents, DayCount, InterestTerms, LawError, RateTable, Warning};

/// Joint costs of one staffel.
pub(super) struct JointCosts {
    pub due_from: NaiveDate,
    pub amount: Cents,
    pub open: Cents,
    pub over: Option<Vec<usize>>,
    pub apart: Vec<(usize, NaiveDate)>,
}

impl JointCosts {
    /// Whether money for a claim goes to these costs on a day.
    pub fn goes_with(&self, claim: usize, day: NaiveDate) -> bool {
        let over = self.over.as_ref().is_none_or(|over| over.contains(&claim));
        let mut apart = self.apart.iter();
        over && !apart.any(|(apart, after)| *apart == claim && *after < day)
    }
}

/// What a payment did in one place.
#[derive(Clone, Copy, Default)]
pub(super) struct Taken {
    pub costs: Cents,
    pub interest: Cents,
    pub principal: Cents,
}

impl Taken {
    pub fn sum(self) -> Cents {
        self.costs + self.interest + self.principal
    }
}

/// One claim while payments are taken off it.
pub(super) struct Account<'a> {
    pub item: &'a ClaimItem,
    pub received: Vec<Received>,
    accrual: Accrual<'a>,
    /// Day due, amount, still open.
    costs: Vec<(NaiveDate, Cents, Cents)>,
}

impl<'a> Account<'a> {
    pub fn open(
        item: &'a ClaimItem,
        day_count: DayCount,
        rates: &'a RateTable,
    ) -> Result<Account<'a>, LawError> {
        for date in [item.interest_from, item.due_from, item.interest_asked_from] {
            date.map_or(Ok(()), check_date)?;
        }
        let terms = InterestTerms {
            basis: item.basis,
            day_count,
        };
        // Without a first interest day the clock is never run; where it stands is all the same.
        let from = item
            .interest_from
            .or(NaiveDate::from_ymd_opt(2000, 1, 1))
            .unwrap_or_default();
        let accrual = Accrual::new(&terms, item.principal, from, rates)?;
        Ok(Account {
            item,
            received: Vec::new(),
            accrual,
            costs: Vec::new(),
        })
    }

    pub fn add_costs(&mut self, due_from: NaiveDate, amount: Cents) {
        self.costs.push((due_from, amount, amount));
        self.costs.sort_by_key(|(due_from, ..)| *due_from);
    }

    pub fn run_through(&mut self, day: NaiveDate) -> Result<(), LawError> {
        if self.item.interest_from.is_some() {
            self.accrual.run_through(day)
        } else {
            Ok(())
        }
    }

    pub fn exact_on(&self, day: NaiveDate) -> Result<Decimal, LawError> {
        if self.item.interest_from.is_some() {
            self.accrual.exact_on(day)
        } else {
            Ok(Decimal::ZERO)
        }
    }

    pub fn doubts(&self) -> Vec<Warning> {
        self.accrual.doubts()
    }

    pub fn doubts_about(&self, day: NaiveDate) -> Vec<Warning> {
        self.accrual.doubts_about(day, day)
    }

    pub fn position(&self) -> Position {
        self.accrual.position()
    }

    pub fn go_back(&mut self, position: Position) {
        self.accrual.go_back(position);
    }

    pub fn principal_open(&self) -> Cents {
        self.accrual.principal_open()
    }

    pub fn interest_open(&self) -> Cents {
        self.accrual.interest_open()
    }

    pub fn interest_total(&self) -> Cents {
        self.accrual.accrued()
    }

    pub fn costs_open(&self, day: NaiveDate) -> Cents {
        self.costs
            .iter()
            .filter(|(due, ..)| *due <= day)
            .map(|(.., open)| open)
            .sum()
    }

    pub fn costs_total(&self, day: NaiveDate) -> Cents {
        self.costs
            .iter()
            .filter(|(due, ..)| *due <= day)
            .map(|(_, amount, _)| amount)
            .sum()
    }

    /// What a payment of this day could pay here; nothing on a credit.
    pub fn payable(&self, day: NaiveDate) -> Cents {
        self.payable_parts(day).sum()
    }

    fn payable_parts(&self, day: NaiveDate) -> Taken {
        if self.item.principal.is_negative() {
            return Taken::default();
        }
        let asked = self.item.interest_asked_from.is_none_or(|from| from <= day);
        Taken {
            costs: self.costs_open(day),
            interest: if asked {
                self.interest_open()
            } else {
                Cents::ZERO
            },
            principal: self.principal_open(),
        }
    }

    pub fn is_due(&self, day: NaiveDate) -> bool {
        self.item
            .due_from
            .or(self.item.interest_from)
            .is_none_or(|due| due <= day)
    }

    /// How much it weighs: percent per year of that day. A claim without interest weighs
    /// nothing, and so does one that lies before the rates begin.
    pub fn weight(&self, day: NaiveDate) -> Decimal {
        match self.item.interest_from {
            Some(_) => self.accrual.yearly_percent_on(day).unwrap_or_default(),
            None => Decimal::ZERO,
        }
    }

    /// The day that decides which of two claims is the older; unknown is the youngest.
    pub fn age(&self) -> NaiveDate {
        self.item
            .interest_from
            .or(self.item.due_from)
            .unwrap_or(NaiveDate::MAX)
    }

    /// Takes at most `limit`: costs that are due, then interest, then principal (art. 6:44 lid 1
    /// BW).
    pub fn take(&mut self, limit: Cents, day: NaiveDate) -> Taken {
        let open = self.payable_parts(day);
        let costs = limit.min(open.costs);
        let interest = (limit - costs).min(open.interest);
        let principal = (limit - costs - interest).min(open.principal);
        let mut left = costs;
        for (_, _, open) in self.costs.iter_mut().filter(|(due, ..)| *due <= day) {
            let paid = left.min(*open);
            *open -= paid;
            left -= paid;
        }
        if interest.is_positive() {
            self.accrual.pay_interest(interest);
        }
        self.accrual.pay_principal(principal);
        Taken {
            costs,
            interest,
            principal,
        }
    }

    pub fn into_periods(self) -> Vec<crate::Period> {
        self.accrual.into_periods()
    }
}
