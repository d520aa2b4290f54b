//! What the bank booked, as the line that is kept of it.

use exchange::BookedLine;
use law::Cents;
use store::NewLine;

use super::count;

/// Why an entry cannot be booked.
pub(super) enum Unbookable {
    /// It is not in euro.
    Currency,
    /// The bank gives no day.
    NoDate,
}

/// The line of an entry, or of a part of it, on that account.
pub(super) fn new_line(account: &str, line: &BookedLine<'_>) -> Result<NewLine, Unbookable> {
    let amount: Cents = line.amount.cents().ok_or(Unbookable::Currency)?;
    let entry = line.entry;
    let date = entry
        .booking_date
        .or(entry.value_date)
        .ok_or(Unbookable::NoDate)?;
    let counterparty = line.counterparty();
    let references = line.references();
    let mut structured = references
        .structured
        .iter()
        .map(|found| found.reference.clone());
    let reference = structured.next();
    let mut texts = vec![line.remittance().to_string()];
    texts.extend(structured);
    texts.extend(references.documents.iter().cloned());
    texts.extend(entry.additional.iter().cloned());
    let mut remittance: Vec<String> = Vec::new();
    for text in texts {
        let text = text.trim();
        if !text.is_empty() && !remittance.iter().any(|known| known.contains(text)) {
            remittance.push(text.to_string());
        }
    }
    Ok(NewLine {
        account: account.to_string(),
        date,
        value_date: entry.value_date,
        amount,
        name: counterparty
            .ultimate_name
            .clone()
            .or_else(|| counterparty.name.clone()),
        iban: counterparty.iban.clone(),
        remittance: remittance.join(" "),
        reference,
        end_to_end: references.end_to_end.clone(),
        mandate: references.mandate.clone(),
        bank_reference: entry
            .references
            .bank
            .clone()
            .or_else(|| references.bank.clone()),
        reversal: entry.reversal,
        return_reason: line.return_reason().map(str::to_string),
        detail: if line.detail.is_some() {
            count(line.part.0 as u64)
        } else {
            0
        },
    })
}
