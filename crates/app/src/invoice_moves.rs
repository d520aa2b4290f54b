//! From the amount of an invoice to what is open of it, move by move.

use std::collections::HashMap;

use chrono::NaiveDate;
use credit::{Account, Claim, Invoice, InvoiceId, InvoiceKind, InvoiceState, PaymentId};
use law::{Cents, Lang};
use serde::Serialize;
use ts_rs::TS;

use crate::agreement::{Around, Undoable};
use crate::error::AppResult;
use crate::words::say;

/// What kind of move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MoveKind {
    /// It was invoiced.
    Invoiced,
    /// A payment.
    Payment,
    /// A credit note.
    Credit,
    /// A write-off.
    WriteOff,
    /// Money that went back.
    Refund,
}

/// One move.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InvoiceMove {
    /// When.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// What kind.
    pub what: MoveKind,
    /// In words.
    pub label: String,
    /// Signed: what it did to what is open.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What is open after it.
    #[ts(type = "Money")]
    pub open_after: Cents,
    /// `P-3`, a credit note's number.
    #[serde(rename = "ref")]
    #[ts(rename = "ref")]
    pub about: Option<String>,
    /// The allocation or fact that `undo` takes; null: not undoable by itself.
    pub undo: Option<String>,
}

/// The moves of an invoice or credit note, oldest first; the last leaves what is open.
///
/// # Errors
/// What reading gives.
pub(crate) fn moves(
    around: &Around<'_>,
    invoice: &Invoice,
    state: &InvoiceState,
    claim: &Claim,
    undoable: &mut Undoable<'_>,
) -> AppResult<Vec<InvoiceMove>> {
    let lang = around.lang;
    let mut found = vec![InvoiceMove {
        date: invoice.date,
        what: MoveKind::Invoiced,
        label: match invoice.kind {
            InvoiceKind::Invoice => say(lang, "Gefactureerd", "Invoiced"),
            InvoiceKind::CreditNote => say(lang, "Gecrediteerd", "Credited"),
        },
        amount: invoice.amount,
        open_after: Cents::ZERO,
        about: None,
        undo: None,
    }];
    let parts = &state.principal;
    if !parts.paid_before.is_zero() {
        found.push(InvoiceMove {
            date: invoice.date,
            what: MoveKind::Payment,
            label: say(
                lang,
                "Eerder betaald, voordat de factuur hier bekend was",
                "Paid earlier, before the invoice was known here",
            ),
            amount: parts.paid_before,
            open_after: Cents::ZERO,
            about: None,
            undo: None,
        });
    }
    match invoice.kind {
        InvoiceKind::Invoice => credits(around.account, invoice, lang, &mut found),
        InvoiceKind::CreditNote => {
            set_off(around.account, invoice, parts.credited, lang, &mut found);
        }
    }
    written_off(around, invoice, parts.written_off, undoable, &mut found)?;
    if invoice.kind == InvoiceKind::Invoice {
        payments(around, invoice, claim, &mut found);
    }
    found.sort_by_key(|one| one.date);
    let mut open = Cents::ZERO;
    for one in &mut found {
        // What a payment brought beyond the invoice stayed with the customer.
        if one.what == MoveKind::Payment && !open.is_negative() {
            one.amount = one.amount.max(-open);
        }
        open += one.amount;
        one.open_after = open;
    }
    Ok(found)
}

/// What credit notes took off this invoice.
fn credits(account: &Account, invoice: &Invoice, lang: Lang, found: &mut Vec<InvoiceMove>) {
    let taken = credit::set_offs(account).into_iter();
    for taken in taken.filter(|taken| taken.invoice == invoice.id) {
        let Some(note) = one_of(account, taken.note) else {
            continue;
        };
        found.push(InvoiceMove {
            date: note.date.max(invoice.date),
            what: MoveKind::Credit,
            label: format!("{} {}", say(lang, "Creditnota", "Credit note"), note.number),
            amount: -taken.amount,
            open_after: Cents::ZERO,
            about: Some(note.number.clone()),
            undo: None,
        });
    }
}

/// What a credit note lost by being set off, invoice by invoice, and by being paid out.
fn set_off(
    account: &Account,
    note: &Invoice,
    used: Cents,
    lang: Lang,
    found: &mut Vec<InvoiceMove>,
) {
    let mut paid_out = used;
    let mut lost = |date, label, amount, about| {
        found.push(InvoiceMove {
            date,
            what: MoveKind::Credit,
            label,
            amount,
            open_after: Cents::ZERO,
            about,
            undo: None,
        });
    };
    let taken = credit::set_offs(account).into_iter();
    for taken in taken.filter(|taken| taken.note == note.id) {
        let Some(invoice) = one_of(account, taken.invoice) else {
            continue;
        };
        let number = &invoice.number;
        paid_out -= taken.amount;
        let label = say(
            lang,
            &format!("Verrekend met factuur {number}"),
            &format!("Set off against invoice {number}"),
        );
        let date = note.date.max(invoice.date);
        lost(date, label, taken.amount, Some(number.clone()));
    }
    if !paid_out.is_zero() {
        lost(
            note.date,
            say(lang, "Uitbetaald", "Paid out"),
            paid_out,
            None,
        );
    }
}

fn one_of(account: &Account, id: InvoiceId) -> Option<&Invoice> {
    account.invoices.iter().find(|invoice| invoice.id == id)
}

fn written_off(
    around: &Around<'_>,
    invoice: &Invoice,
    written_off: Cents,
    undoable: &mut Undoable<'_>,
    found: &mut Vec<InvoiceMove>,
) -> AppResult<()> {
    let mut left = -written_off;
    let own = around
        .account
        .write_offs
        .iter()
        .filter(|write_off| write_off.invoice == invoice.id);
    for write_off in own {
        let used = left.min(write_off.amount);
        left -= used;
        let fact = write_off.fact;
        found.push(InvoiceMove {
            date: write_off.date,
            what: MoveKind::WriteOff,
            label: format!(
                "{}: {}",
                say(around.lang, "Afgeboekt", "Written off"),
                write_off.reason
            ),
            amount: -used,
            open_after: Cents::ZERO,
            about: None,
            undo: undoable.can(fact)?.then(|| fact.to_string()),
        });
    }
    Ok(())
}

/// Payments, as far as they went to principal; what costs and interest took is said.
fn payments(around: &Around<'_>, invoice: &Invoice, claim: &Claim, found: &mut Vec<InvoiceMove>) {
    let lang = around.lang;
    let euro = |amount| credit::words::amount(amount, lang);
    let mut split: HashMap<PaymentId, Cents> = HashMap::new();
    let mut label_of: HashMap<PaymentId, String> = HashMap::new();
    for imputed in &claim.payments {
        split.insert(imputed.payment, imputed.principal);
        let mut taken = Vec::new();
        if imputed.costs.is_positive() {
            taken.push(format!(
                "{} {}",
                euro(imputed.costs),
                say(lang, "kosten", "costs")
            ));
        }
        if imputed.interest.is_positive() {
            taken.push(format!(
                "{} {}",
                euro(imputed.interest),
                say(lang, "rente", "interest")
            ));
        }
        if imputed.rest.is_positive() {
            taken.push(format!(
                "{} {}",
                euro(imputed.rest),
                say(lang, "over", "left over")
            ));
        }
        if !taken.is_empty() {
            let whole = euro(imputed.amount);
            let taken = credit::words::list(&taken, lang);
            label_of.insert(
                imputed.payment,
                say(
                    lang,
                    &format!("Betaling van {whole}, waarvan {taken}"),
                    &format!("Payment of {whole}, of which {taken}"),
                ),
            );
        }
    }
    for payment in &around.account.payments {
        let parts = payment
            .allocations
            .iter()
            .filter(|part| part.invoice == invoice.id);
        for part in parts {
            let principal = match split.get(&payment.id) {
                Some(principal) if part.amount.is_positive() => *principal,
                _ => part.amount,
            };
            let back = part.amount.is_negative();
            let label = label_of.get(&payment.id).filter(|_| !back).cloned();
            found.push(InvoiceMove {
                date: payment.date,
                what: if back {
                    MoveKind::Refund
                } else {
                    MoveKind::Payment
                },
                label: label.unwrap_or_else(|| {
                    if back {
                        say(
                            lang,
                            "Teruggegaan naar de klant",
                            "Went back to the customer",
                        )
                    } else {
                        say(lang, "Betaling", "Payment")
                    }
                }),
                amount: -principal,
                open_after: Cents::ZERO,
                about: Some(payment.id.to_string()),
                undo: Some(part.id.to_string()),
            });
        }
    }
}
