//! One customer as a whole: what is open and why, what comes next, everything that happened.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find::{self, InvoiceNames};
use crate::session::Context;
use crate::today::{ReasonView, reasons};

/// Which customer.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct CustomerAsk {
    /// Standvast's number, or the creditor's own.
    pub customer: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// One customer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CustomerView {
    /// Who it is, as kept.
    #[ts(type = "Record<string, unknown>")]
    pub customer: Value,
    /// Each invoice: its amount, what is open, its step, what comes next.
    #[ts(type = "Record<string, unknown>[]")]
    pub invoices: Vec<Value>,
    /// Payments with what was put where; each part can be undone by itself.
    #[ts(type = "Record<string, unknown>[]")]
    pub payments: Vec<Value>,
    /// Letters.
    #[ts(type = "Record<string, unknown>[]")]
    pub letters: Vec<Value>,
    /// Holds, disputes, promises, notes and the like.
    #[ts(type = "Record<string, unknown>")]
    pub told: Value,
    /// The claim today with every line that was summed.
    #[ts(type = "Record<string, unknown>")]
    pub claim: Value,
    /// What is proposed today, and why.
    pub reasons: Vec<ReasonView>,
}

/// One customer as a whole.
///
/// # Errors
/// `unknown_customer`.
pub fn customer(context: &mut Context<'_>, request: CustomerAsk) -> AppResult<CustomerView> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let found = find::customer(&reader, &request.customer)?;
    let account = reader.account(found.id)?;
    let books = reader.books()?;
    let names = InvoiceNames::read(&reader)?;
    let name = |id: credit::InvoiceId| {
        let invoice = account.invoices.iter().find(|invoice| invoice.id == id);
        invoice.map_or_else(
            || id.to_string(),
            |invoice| names.name(&invoice.number, invoice.customer),
        )
    };
    let states = credit::invoice_states(&account, &books, &rates, date);
    let invoices = account
        .invoices
        .iter()
        .zip(&states)
        .map(|(invoice, state)| {
            json!({
                "number": name(invoice.id), "kind": invoice.kind, "date": invoice.date,
                "due": invoice.due, "amount": invoice.amount, "open": state.open,
                "principal": state.principal, "days_late": state.days_late,
                "stage": state.stage, "next": state.next.as_ref().map(|next| json!({
                    "step": next.step, "due_on": next.due_on,
                    "why": next.reason.as_ref().map(|reason| reason.message(lang)),
                })),
                "handed_over": state.handed_over,
            })
        })
        .collect();
    let payments = account
        .payments
        .iter()
        .map(|payment| {
            json!({
                "id": payment.id.to_string(), "date": payment.date, "amount": payment.amount,
                "source": payment.source, "unallocated": payment.unallocated(),
                "allocations": payment.allocations.iter().map(|part| json!({
                    "id": part.id.to_string(), "invoice": name(part.invoice), "amount": part.amount,
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let taken_back = reader.withdrawn_letters_of(account.customer.id)?;
    let letters = account
        .letters
        .iter()
        .chain(&taken_back)
        .map(|letter| {
            json!({
                "id": letter.id.to_string(), "step": letter.step, "date": letter.date,
                "state": letter.state, "left_on": letter.left_on, "channels": letter.channels,
                "claim": letter.claim, "proof": letter.proof,
                "invoices": letter.lines.iter().map(|line| name(line.invoice)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let claim = credit::claim_of(&account, &books, &rates, date);
    let internal = |error| AppError::new(Code::Internal).with("what", error);
    let proposals = crate::today::decide(&account, &books, &rates, date);
    Ok(CustomerView {
        customer: with_id(
            serde_json::to_value(&account.customer).map_err(internal)?,
            found.id,
        ),
        invoices,
        payments,
        letters,
        told: json!({
            "holds": account.holds, "disputes": account.disputes, "promises": account.promises,
            "insolvencies": account.insolvencies, "write_offs": account.write_offs,
            "waivers": account.waivers, "notes": account.notes, "handovers": account.handovers,
        }),
        claim: serde_json::to_value(&claim).map_err(internal)?,
        reasons: proposals
            .iter()
            .flat_map(|proposal| reasons(proposal, lang))
            .collect(),
    })
}

fn with_id(mut customer: Value, id: credit::CustomerId) -> Value {
    customer["id"] = json!(id.to_string());
    customer
}
