//! Which fact made each row of a customer: what to undo to take one of them back.

use std::collections::HashMap;

use credit::{CustomerId, FactId, InvoiceId, LetterId, PaymentId};

use crate::access::Reader;
use crate::error::Result;

/// The facts that made the invoices, payments and letters of one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MadeBy {
    /// Of each invoice and credit note: the fact of its first version.
    pub invoices: HashMap<InvoiceId, FactId>,
    /// Of each payment.
    pub payments: HashMap<PaymentId, FactId>,
    /// Of each letter.
    pub letters: HashMap<LetterId, FactId>,
}

impl Reader<'_> {
    /// The facts that made what a customer has.
    pub fn made_by(&self, customer: CustomerId) -> Result<MadeBy> {
        let head = self.is_same(customer)?.0;
        let facts = |columns: &str, table: &str, alive: &str| -> Result<Vec<(i64, FactId)>> {
            let mut statement = self.connection().prepare_cached(&format!(
                "SELECT {columns} FROM {table} t WHERE {alive} t.customer IN
                   (SELECT id FROM customer WHERE id = ?1 OR (head = ?1 AND head <> id))"
            ))?;
            let found = statement
                .query_map([head], |row| Ok((row.get(0)?, FactId(row.get(1)?))))?
                .collect::<rusqlite::Result<_>>()?;
            Ok(found)
        };
        let first = "t.id, coalesce((SELECT min(p.fact) FROM invoice_past p WHERE p.invoice = t.id AND p.undone IS NULL), t.fact)";
        let alive = "t.undone IS NULL AND";
        Ok(MadeBy {
            invoices: facts(first, "invoice", alive)?
                .into_iter()
                .map(|(id, fact)| (InvoiceId(id), fact))
                .collect(),
            payments: facts("t.id, t.fact", "payment", alive)?
                .into_iter()
                .map(|(id, fact)| (PaymentId(id), fact))
                .collect(),
            letters: facts("t.id, t.fact", "letter", "")?
                .into_iter()
                .map(|(id, fact)| (LetterId(id), fact))
                .collect(),
        })
    }
}
