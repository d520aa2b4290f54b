//! What the user of the sample told: each reason of the send gate stands with somebody.

use chrono::{Days, NaiveDate};
use credit::{
    CustomerId, Dispute, FactId, Hold, Insolvency, InsolvencyKind, Invoice, InvoiceId, InvoiceKind,
    Note, Promise,
};
use law::Cents;
use store::{Administration, Writer};

use super::books::Entered;
use super::{Plan, morning};
use crate::error::AppResult;

const NEW: FactId = FactId(0);

/// Tells it all on the day before the sample's date.
pub(super) fn tell(
    administration: &mut Administration,
    plan: &Plan,
    entered: &Entered,
) -> AppResult<()> {
    let day = plan.date.pred_opt().unwrap_or(plan.date);
    administration.write(morning(day), day, |writer| {
        let oldest = |customer: usize| {
            let mut invoices: Vec<&Invoice> = entered
                .open
                .iter()
                .filter(|(whose, _)| *whose == customer)
                .map(|(_, invoice)| invoice)
                .collect();
            invoices.sort_by_key(|invoice| invoice.due);
            invoices.first().map(|invoice| (*invoice).clone())
        };
        for index in 8..entered.customers.len().min(40) {
            if let Some(invoice) = oldest(index) {
                act(writer, index, &invoice, day)?;
            }
        }
        Ok(())
    })
}

fn act(writer: &mut Writer<'_>, index: usize, invoice: &Invoice, day: NaiveDate) -> AppResult<()> {
    let customer = invoice.customer;
    match index {
        8 => {
            let reason = "Drie zakken meel waren nat bij aflevering.".to_string();
            let invoice = invoice.id;
            writer.tell_dispute(&Dispute {
                fact: NEW,
                customer,
                invoice,
                amount: None,
                reason,
                date: day,
            })?;
        }
        9 => {
            let reason = "Eigenaar ligt in het ziekenhuis; terugbellen.".to_string();
            let until = day + Days::new(14);
            writer.tell_hold(&Hold {
                fact: NEW,
                customer,
                invoice: None,
                until,
                reason,
            })?;
        }
        10 => {
            let by = day + Days::new(6);
            let amount = invoice.amount;
            writer.tell_promise(&Promise {
                fact: NEW,
                customer,
                amount,
                by,
                date: day,
            })?;
        }
        11 => {
            let (date, by) = (day - Days::new(20), day - Days::new(9));
            let amount = invoice.amount;
            writer.tell_promise(&Promise {
                fact: NEW,
                customer,
                amount,
                by,
                date,
            })?;
        }
        13 => {
            let date = day - Days::new(10);
            writer.tell_insolvency(&Insolvency {
                fact: NEW,
                customer,
                kind: InsolvencyKind::Bankruptcy,
                date,
            })?;
        }
        14 => {
            // Money without a name on it: it waits with its customer.
            writer.pay(customer, day - Days::new(15), Cents(12_500), &[])?;
        }
        15 => {
            let amount = Cents(invoice.amount.0 / 10).max(Cents(100));
            writer.pay(customer, day, amount, &[(invoice.id, amount)])?;
        }
        16 => {
            writer.insert_invoice(&credit_note(customer, day))?;
        }
        18 => {
            let reason = "Prijs van één regel klopt niet.".to_string();
            let amount = Some(Cents(invoice.amount.0 / 4).max(Cents(100)));
            let invoice = invoice.id;
            writer.tell_dispute(&Dispute {
                fact: NEW,
                customer,
                invoice,
                amount,
                reason,
                date: day,
            })?;
        }
        19 => {
            let text = "Gebeld: betaalt altijd na de vijftiende.".to_string();
            writer.tell_note(&Note {
                fact: NEW,
                customer,
                text,
                date: day,
            })?;
        }
        _ => {}
    }
    Ok(())
}

fn credit_note(customer: CustomerId, day: NaiveDate) -> Invoice {
    Invoice {
        id: InvoiceId(0),
        customer,
        number: "C-0001".to_string(),
        kind: InvoiceKind::CreditNote,
        date: day,
        due: Some(day),
        amount: Cents(-4_275),
        paid_before: Cents::ZERO,
        vat: None,
        payment_reference: None,
        credits: None,
        contract: None,
        received: None,
        description: Some("retour emballage".to_string()),
    }
}
