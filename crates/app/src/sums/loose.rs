//! Money that is put to no invoice: payment by payment, and what was paid beyond what was owed.

use credit::{Account, InvoiceId, Unallocated};
use law::{Cents, Lang};

use super::SumPart;
use super::found::{Part, What};
use crate::explain::{ExplainedKind, ExplainedLine, plain};
use crate::find;
use crate::picture::CustomerPicture;
use crate::words::{day, say};

/// The parts of a customer's loose money.
pub(super) fn parts<'p>(
    account: &Account,
    found: Unallocated,
    customer: &'p CustomerPicture,
    lang: Lang,
) -> Vec<Part<'p>> {
    let mut parts = Vec::new();
    let mut add = |id, label, note, amount: Cents, lines: Vec<ExplainedLine>| {
        if !amount.is_zero() {
            parts.push(Part {
                amount,
                what: What::Said(SumPart {
                    id,
                    label,
                    note,
                    parts: 0,
                    amount,
                    lines,
                }),
            });
        }
    };
    for (id, amount) in found.payments {
        let Some(payment) = account.payments.iter().find(|payment| payment.id == id) else {
            continue;
        };
        let on = day(payment.date, lang);
        let label = if payment.amount.is_negative() {
            say(
                lang,
                &format!("Terugbetaald op {on}"),
                &format!("Paid back on {on}"),
            )
        } else {
            say(
                lang,
                &format!("Ontvangen op {on}"),
                &format!("Received on {on}"),
            )
        };
        let lines = vec![
            plain(label.clone(), ExplainedKind::Payment, payment.amount),
            plain(
                say(lang, "Bij facturen geboekt", "Put to invoices"),
                ExplainedKind::Principal,
                amount - payment.amount,
            ),
        ];
        add(None, label, Some(id.to_string()), amount, lines);
    }
    for (id, amount) in found.beyond {
        let number = number_of(customer, id);
        add(
            Some(find::invoice_id(id)),
            say(
                lang,
                &format!("Te veel betaald op factuur {number}"),
                &format!("Paid too much on invoice {number}"),
            ),
            None,
            amount,
            Vec::new(),
        );
    }
    add(
        None,
        say(
            lang,
            "Over nadat hoofdsom, rente en kosten waren betaald",
            "Left when principal, interest and costs were paid",
        ),
        None,
        found.after_costs,
        Vec::new(),
    );
    add(
        None,
        say(
            lang,
            "Teruggegaan geld dat op geen factuur meer stond",
            "Money that went back and stood on no invoice any more",
        ),
        None,
        found.gone_back,
        Vec::new(),
    );
    parts
}

fn number_of(customer: &CustomerPicture, id: InvoiceId) -> String {
    let mut invoices = customer.invoices.iter();
    let found = invoices.find(|invoice| invoice.id == id);
    found.map_or_else(|| id.to_string(), |invoice| invoice.number.to_string())
}
