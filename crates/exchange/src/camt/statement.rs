//! A statement while it is being read: its head, its balances and its running sums.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::entry::{self, Status};
use super::party;
use super::reader::CamtMessage;
use crate::amount::{decimal_text, xml_decimal};
use crate::problem::{Problem, ProblemKind};
use crate::refusal::Refusal;
use crate::statement::{Balance, BalanceCheck, Entry, StatementEnd, StatementHead};
use crate::xml::Node;

/// A statement while it is being read.
pub(super) struct Tally {
    message: CamtMessage,
    head: StatementHead,
    started: bool,
    opening: Option<(u8, Balance)>,
    closing: Option<Balance>,
    booked: u64,
    not_booked: u64,
    credit: Decimal,
    debit: Decimal,
    /// Sums and count over everything, booked or not: some banks summarise it all.
    all: (u64, Decimal, Decimal),
    summary: Vec<Summary>,
}

/// One line of the bank's own summary.
struct Summary {
    which: Which,
    count: Option<u64>,
    sum: Option<Decimal>,
    net: Option<Decimal>,
}

#[derive(Clone, Copy, PartialEq)]
enum Which {
    All,
    Credit,
    Debit,
}

impl Tally {
    pub(super) fn new(message: CamtMessage, line: u64) -> Tally {
        Tally {
            message,
            head: StatementHead {
                line,
                ..StatementHead::default()
            },
            started: false,
            opening: None,
            closing: None,
            booked: 0,
            not_booked: 0,
            credit: Decimal::ZERO,
            debit: Decimal::ZERO,
            all: (0, Decimal::ZERO, Decimal::ZERO),
            summary: Vec::new(),
        }
    }

    pub(super) fn started(&self) -> bool {
        self.started
    }

    pub(super) fn account(&self) -> &str {
        &self.head.account
    }

    /// The head as far as it is known when the first entry comes.
    pub(super) fn start(&mut self) -> Result<StatementHead, Refusal> {
        if self.head.account.is_empty() {
            return Err(Refusal::AccountMissing {
                line: self.head.line,
            });
        }
        self.started = true;
        Ok(self.head.clone())
    }

    /// Takes one part of a statement that is not an entry.
    pub(super) fn take(&mut self, node: &Node, problems: &mut Vec<Problem>) {
        match node.name.as_str() {
            "Id" => self.head.id = node.value(),
            "ElctrncSeqNb" => self.head.number = node.value().map(|n| unpadded(&n)),
            "LglSeqNb" if self.head.number.is_none() => {
                self.head.number = node.value().map(|n| unpadded(&n))
            }
            "Acct" => self.take_account(node),
            "Bal" => self.take_balance(node, problems),
            "TxsSummry" => self.take_summary(node),
            _ => {}
        }
    }

    fn take_account(&mut self, node: &Node) {
        self.head.account = party::account_of(node).unwrap_or_default();
        self.head.currency = node.text_at(&["Ccy"]).or_else(|| self.head.currency.take());
        self.head.holder = node
            .text_at(&["Ownr", "Nm"])
            .or_else(|| node.text_at(&["Ownr", "Pty", "Nm"]))
            .or_else(|| node.text_at(&["Nm"]));
    }

    fn take_balance(&mut self, node: &Node, problems: &mut Vec<Problem>) {
        let code = node.text_at(&["Tp", "CdOrPrtry", "Cd"]).unwrap_or_default();
        let rank = match code.as_str() {
            "OPBD" => 2,
            "PRCD" => 1,
            "CLBD" => 0,
            _ => return,
        };
        let Ok(amount) = entry::signed_amount(node, problems) else {
            problems.push(Problem::at(node.line, ProblemKind::BalanceUnreadable));
            return;
        };
        let date = entry::date_at(node, "Dt", problems);
        if self.head.currency.is_none() && !amount.currency.is_empty() {
            self.head.currency = Some(amount.currency.clone());
        }
        let balance = Balance { date, amount };
        if rank == 0 {
            // Several days in one statement: the last closing balance is the one that closes it.
            if self
                .closing
                .as_ref()
                .is_none_or(|known| not_before(balance.date, known.date))
            {
                self.closing = Some(balance);
            }
        } else if self.opening.as_ref().is_none_or(|(known_rank, known)| {
            rank > *known_rank || (rank == *known_rank && before(balance.date, known.date))
        }) {
            self.opening = Some((rank, balance));
        }
    }

    fn take_summary(&mut self, node: &Node) {
        for part in &node.children {
            let which = match part.name.as_str() {
                "TtlNtries" => Which::All,
                "TtlCdtNtries" => Which::Credit,
                "TtlDbtNtries" => Which::Debit,
                _ => continue,
            };
            let number = |path: &[&str]| part.text_at(path).and_then(|text| xml_decimal(&text));
            let net = number(&["TtlNetNtryAmt"]).or_else(|| number(&["TtlNetNtry", "Amt"]));
            let direction = part
                .text_at(&["CdtDbtInd"])
                .or_else(|| part.text_at(&["TtlNetNtry", "CdtDbtInd"]));
            self.summary.push(Summary {
                which,
                count: part.text_at(&["NbOfNtries"]).and_then(|n| n.parse().ok()),
                sum: number(&["Sum"]),
                net: net.map(|net| {
                    if direction.as_deref() == Some("DBIT") {
                        -net
                    } else {
                        net
                    }
                }),
            });
        }
    }

    /// Counts an entry.
    pub(super) fn add(&mut self, status: Status, entry: &Entry) {
        let value = entry.amount.value;
        let (credit, debit) = if value.is_sign_negative() {
            (Decimal::ZERO, -value)
        } else {
            (value, Decimal::ZERO)
        };
        self.all = (self.all.0 + 1, self.all.1 + credit, self.all.2 + debit);
        if status != Status::Booked {
            self.not_booked += 1;
            return;
        }
        self.booked += 1;
        self.credit += credit;
        self.debit += debit;
        if self.head.currency.is_none() {
            self.head.currency = Some(entry.amount.currency.clone());
        }
    }

    /// Adds up.
    pub(super) fn finish(
        mut self,
        problems: &mut Vec<Problem>,
    ) -> Result<(StatementHead, StatementEnd), Refusal> {
        self.start()?;
        if self.message == CamtMessage::Statement {
            self.check_summary(problems);
        }
        let balance_check = self.check_balance(problems);
        let end = StatementEnd {
            opening: self.opening.map(|(_, balance)| balance),
            closing: self.closing,
            balance_check,
            booked: self.booked,
            not_booked: self.not_booked,
            credit: self.credit,
            debit: self.debit,
        };
        Ok((self.head, end))
    }

    fn check_balance(&self, problems: &mut Vec<Problem>) -> BalanceCheck {
        if self.message != CamtMessage::Statement {
            return BalanceCheck::Unavailable;
        }
        let account = self.head.account.clone();
        let line = self.head.line;
        let (Some((_, opening)), Some(closing)) = (&self.opening, &self.closing) else {
            problems.push(Problem::at(
                line,
                ProblemKind::BalanceUnavailable { account },
            ));
            return BalanceCheck::Unavailable;
        };
        if opening.amount.currency != closing.amount.currency {
            problems.push(Problem::at(
                line,
                ProblemKind::BalanceCurrencies { account },
            ));
            return BalanceCheck::Fails;
        }
        let expected = opening.amount.value + self.credit - self.debit;
        if expected == closing.amount.value {
            return BalanceCheck::Ok;
        }
        let stated = closing.amount.number();
        let expected = decimal_text(expected);
        problems.push(Problem::at(
            line,
            ProblemKind::BalanceFails {
                account,
                expected,
                stated,
            },
        ));
        BalanceCheck::Fails
    }

    fn check_summary(&self, problems: &mut Vec<Problem>) {
        let booked = (self.booked, self.credit, self.debit);
        let fits = |sums: (u64, Decimal, Decimal)| self.summary.iter().all(|line| line.fits(sums));
        if !fits(booked) && !fits(self.all) {
            let account = self.head.account.clone();
            problems.push(Problem::at(
                self.head.line,
                ProblemKind::SummaryDiffers { account },
            ));
        }
    }
}

impl Summary {
    /// Whether the bank's line agrees with a count and sums of money in and out. The count of
    /// credits and debits apart is not kept, so only their sums are compared.
    fn fits(&self, (count, credit, debit): (u64, Decimal, Decimal)) -> bool {
        let sum = match self.which {
            Which::All => credit + debit,
            Which::Credit => credit,
            Which::Debit => debit,
        };
        let count_fits =
            self.which != Which::All || self.count.is_none_or(|stated| stated == count);
        count_fits
            && self.sum.is_none_or(|stated| stated == sum)
            && self.net.is_none_or(|stated| stated == credit - debit)
    }
}

/// A number without the zeros some banks pad it with.
fn unpadded(number: &str) -> String {
    let bare = number.trim_start_matches('0');
    if bare.is_empty() {
        "0".to_owned()
    } else {
        bare.to_owned()
    }
}

fn before(date: Option<NaiveDate>, known: Option<NaiveDate>) -> bool {
    matches!((date, known), (Some(date), Some(known)) if date < known)
}

fn not_before(date: Option<NaiveDate>, known: Option<NaiveDate>) -> bool {
    !before(date, known)
}
