//! One entry: amounts, dates, the other side, and every place where a reference can stand.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::party::counterparty_of;
use super::references::{reference, references_of};
use crate::amount::{Amount, decimal_text, xml_decimal};
use crate::dutch_day::dutch_day;
use crate::problem::{Problem, ProblemKind};
use crate::refusal::Refusal;
use crate::statement::{Batch, Counterparty, Detail, Entry, References};
use crate::xml::Node;

/// Whether an entry counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Booked,
    NotBooked,
}

/// What a detail says of its own amount.
enum DetailAmount {
    /// The amount of this transaction in the account.
    Own(Amount),
    /// What was instructed; charges or exchange may lie between.
    Instructed(Amount),
    None,
}

/// Reads an entry of a statement of `own` account.
pub(super) fn read(
    node: &Node,
    own: &str,
    problems: &mut Vec<Problem>,
) -> Result<(Status, Entry), Refusal> {
    let amount = signed_amount(node, problems)?;
    let incoming = is_credit(node)?;
    let status = status_of(node);
    let value_date = date_at(node, "ValDt", problems);
    let booking_date = date_at(node, "BookgDt", problems).or(value_date);
    if booking_date.is_none() && status == Status::Booked {
        problems.push(Problem::at(node.line, ProblemKind::DateMissing));
    }
    if status == Status::Booked && amount.currency != "EUR" {
        let currency = amount.currency.clone();
        problems.push(Problem::at(
            node.line,
            ProblemKind::OtherCurrency { currency },
        ));
    }
    let reversal = node
        .text_at(&["RvslInd"])
        .is_some_and(|text| matches!(text.as_str(), "true" | "1"));
    let transactions: Vec<&Node> = node
        .all("NtryDtls")
        .flat_map(|block| block.all("TxDtls"))
        .collect();
    let mut details = Vec::with_capacity(transactions.len());
    let mut amounts = Vec::with_capacity(transactions.len());
    for transaction in &transactions {
        let stated = detail_amount(transaction, incoming, problems);
        let only = transactions.len() == 1;
        let shown = match &stated {
            // Another currency explains nothing: the only transaction is the entry itself.
            DetailAmount::Own(told) | DetailAmount::Instructed(told)
                if told.currency == amount.currency =>
            {
                Some(told.clone())
            }
            _ if only => Some(amount.clone()),
            DetailAmount::Own(told) => Some(told.clone()),
            _ => None,
        };
        amounts.push(stated);
        details.push(detail(transaction, shown, incoming, reversal, own));
    }
    let batch = batch_of(node);
    let details_add_up = compare(&amount, &details, &amounts, node.line, problems);
    check_batch(batch.as_ref(), &details, &amount, node.line, problems);
    let mut entry = Entry {
        booking_date,
        value_date,
        amount,
        reversal,
        counterparty: Counterparty::default(),
        remittance: String::new(),
        references: References {
            bank: reference(node.text_at(&["AcctSvcrRef"])),
            ..References::default()
        },
        additional: Vec::new(),
        return_reason: None,
        bank_code: bank_code(node),
        batch,
        details,
        details_add_up,
        line: node.line,
    };
    entry.adopt(node.text_at(&["AddtlNtryInf"]));
    Ok((status, entry))
}

impl Entry {
    /// Takes over from the details what holds for the whole entry.
    fn adopt(&mut self, text: Option<String>) {
        if let [only] = self.details.as_slice() {
            self.counterparty = only.counterparty.clone();
            self.remittance = only.remittance.clone();
            self.additional = only.additional.clone();
            let bank = self.references.bank.take();
            self.references = only.references.clone();
            self.references.bank = bank.or_else(|| only.references.bank.clone());
        }
        if let Some(first) = self.details.first() {
            let same = self
                .details
                .iter()
                .all(|detail| detail.return_reason == first.return_reason);
            self.return_reason = first.return_reason.clone().filter(|_| same);
        }
        match text {
            Some(text) if self.remittance.is_empty() => self.remittance = text,
            Some(text) if text != self.remittance => self.additional.push(text),
            _ => {}
        }
    }
}

fn detail(
    node: &Node,
    amount: Option<Amount>,
    incoming: bool,
    reversal: bool,
    own: &str,
) -> Detail {
    let return_reason = node
        .text_at(&["RtrInf", "Rsn", "Cd"])
        .or_else(|| node.text_at(&["RtrInf", "Rsn", "Prtry"]));
    let returned = reversal || node.child("RtrInf").is_some();
    let (mut remittance, references) = references_of(node);
    let mut additional = Vec::new();
    if let Some(text) = node.text_at(&["AddtlTxInf"]) {
        if remittance.is_empty() {
            remittance = text;
        } else if text != remittance {
            additional.push(text);
        }
    }
    Detail {
        amount,
        counterparty: counterparty_of(node, incoming, returned, own),
        remittance,
        references,
        additional,
        return_reason,
    }
}

/// Whether an entry is booked. One without a status stands in a statement, so it is.
fn status_of(node: &Node) -> Status {
    let status = node
        .text_at(&["Sts", "Cd"])
        .or_else(|| node.text_at(&["Sts"]));
    match status.as_deref() {
        None | Some("BOOK") => Status::Booked,
        Some(_) => Status::NotBooked,
    }
}

fn is_credit(node: &Node) -> Result<bool, Refusal> {
    match node.text_at(&["CdtDbtInd"]).as_deref() {
        Some("CRDT") => Ok(true),
        Some("DBIT") => Ok(false),
        other => Err(bad_value("CdtDbtInd", other.unwrap_or_default(), node)),
    }
}

fn bad_value(field: &str, value: &str, node: &Node) -> Refusal {
    let line = node.child(field).unwrap_or(node).line;
    Refusal::BadValue {
        field: field.to_owned(),
        value: value.chars().take(40).collect(),
        line,
    }
}

/// The amount of a balance or entry, with the sign of its direction.
pub(super) fn signed_amount(node: &Node, problems: &mut Vec<Problem>) -> Result<Amount, Refusal> {
    let credit = is_credit(node)?;
    let amount = node
        .child("Amt")
        .ok_or_else(|| bad_value("Amt", "", node))?;
    parse_amount(amount, credit, problems)
}

fn parse_amount(node: &Node, credit: bool, problems: &mut Vec<Problem>) -> Result<Amount, Refusal> {
    let text = node.value().unwrap_or_default();
    let refused = |value: &str| Refusal::BadValue {
        field: "Amt".to_owned(),
        value: value.chars().take(40).collect(),
        line: node.line,
    };
    let value = xml_decimal(&text).ok_or_else(|| refused(&text))?;
    if value.is_sign_negative() && !value.is_zero() {
        problems.push(Problem::at(node.line, ProblemKind::NegativeAmount));
    }
    let currency = node.attribute("Ccy").unwrap_or_default();
    if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err(Refusal::BadValue {
            field: "Ccy".to_owned(),
            value: currency.chars().take(40).collect(),
            line: node.line,
        });
    }
    let signed = if credit || value.is_zero() {
        value
    } else {
        -value
    };
    Ok(Amount::new(signed, &currency.to_ascii_uppercase()))
}

/// A date that is a day or a time, with or without a zone: the Dutch day counts. Rabobank writes
/// the year 4 for "none".
pub(super) fn date_at(node: &Node, name: &str, problems: &mut Vec<Problem>) -> Option<NaiveDate> {
    let holder = node.child(name)?;
    let text = holder
        .text_at(&["Dt"])
        .or_else(|| holder.text_at(&["DtTm"]))
        .or_else(|| holder.value())?;
    match dutch_day(&text) {
        Some(day) if day < NaiveDate::from_ymd_opt(1900, 1, 1)? => None,
        Some(day) => Some(day),
        None => {
            let value = text.chars().take(40).collect();
            problems.push(Problem::at(holder.line, ProblemKind::BadDate { value }));
            None
        }
    }
}

/// The amount of a transaction under an entry, by the places of all versions. It only explains
/// the entry, so one that cannot be read is said and passed over.
fn detail_amount(node: &Node, entry_incoming: bool, problems: &mut Vec<Problem>) -> DetailAmount {
    let incoming = match node.text_at(&["CdtDbtInd"]).as_deref() {
        Some("CRDT") => true,
        Some("DBIT") => false,
        _ => entry_incoming,
    };
    let own = node
        .child("Amt")
        .or_else(|| node.at(&["AmtDtls", "TxAmt", "Amt"]));
    let instructed = node.at(&["AmtDtls", "InstdAmt", "Amt"]);
    let Some(stated) = own.or(instructed) else {
        return DetailAmount::None;
    };
    match parse_amount(stated, incoming, problems) {
        Ok(amount) if own.is_some() => DetailAmount::Own(amount),
        Ok(amount) => DetailAmount::Instructed(amount),
        Err(_) => {
            problems.push(Problem::at(stated.line, ProblemKind::DetailUnreadable));
            DetailAmount::None
        }
    }
}

/// Whether the details add up to the entry. A single detail that says nothing of its own amount
/// in the entry's currency, or only what was instructed, takes the entry's.
fn compare(
    entry: &Amount,
    details: &[Detail],
    stated: &[DetailAmount],
    line: u64,
    problems: &mut Vec<Problem>,
) -> bool {
    if let [only] = stated
        && !matches!(only, DetailAmount::Own(own) if own.currency == entry.currency)
    {
        return true;
    }
    let known: Option<Vec<&Amount>> = details
        .iter()
        .map(|detail| detail.amount.as_ref())
        .collect();
    let Some(known) = known.filter(|known| !known.is_empty()) else {
        return false;
    };
    let sum: Decimal = known.iter().map(|amount| amount.value).sum();
    if known.iter().all(|amount| amount.currency == entry.currency) && sum == entry.value {
        return true;
    }
    let details = decimal_text(sum);
    problems.push(Problem::at(
        line,
        ProblemKind::DetailsDoNotAddUp {
            entry: entry.number(),
            details,
        },
    ));
    false
}

fn batch_of(node: &Node) -> Option<Batch> {
    let mut batches = node.all("NtryDtls").filter_map(|block| block.child("Btch"));
    let first = batches.next()?;
    if batches.next().is_some() {
        // Several batches under one entry: no single count or total holds for all of them.
        return Some(Batch::default());
    }
    let total = first.child("TtlAmt").and_then(|amount| {
        let value = xml_decimal(&amount.value()?)?;
        Some(Amount::new(value, amount.attribute("Ccy")?))
    });
    Some(Batch {
        count: first
            .text_at(&["NbOfTxs"])
            .and_then(|text| text.parse().ok()),
        total,
        id: first
            .text_at(&["PmtInfId"])
            .or_else(|| first.text_at(&["MsgId"])),
    })
}

fn check_batch(
    batch: Option<&Batch>,
    details: &[Detail],
    entry: &Amount,
    line: u64,
    problems: &mut Vec<Problem>,
) {
    let Some(batch) = batch else { return };
    let listed = details.len() as u64;
    if let Some(stated) = batch.count.filter(|stated| listed > 0 && *stated != listed) {
        problems.push(Problem::at(
            line,
            ProblemKind::BatchCountDiffers { stated, listed },
        ));
    }
    if let Some(total) = &batch.total
        && total.currency == entry.currency
        && total.value != entry.value.abs()
    {
        let kind = ProblemKind::BatchTotalDiffers {
            stated: total.number(),
            entry: entry.number(),
        };
        problems.push(Problem::at(line, kind));
    }
}

/// What the bank calls this kind of entry.
fn bank_code(node: &Node) -> Option<String> {
    let code = node.child("BkTxCd")?;
    if let Some(own) = code.text_at(&["Prtry", "Cd"]) {
        return Some(own);
    }
    let domain = code.text_at(&["Domn", "Cd"])?;
    let family = code.text_at(&["Domn", "Fmly", "Cd"]).unwrap_or_default();
    let sub = code
        .text_at(&["Domn", "Fmly", "SubFmlyCd"])
        .unwrap_or_default();
    Some(format!("{domain}.{family}.{sub}"))
}
