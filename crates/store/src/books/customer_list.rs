//! The list of customers: searched, filtered, sorted, page by page.

use credit::{Customer, CustomerKind};
use rusqlite::types::Value;

use super::customer::of_row;
use crate::access::Reader;
use crate::error::Result;

/// In which order customers are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CustomerSort {
    /// By name.
    #[default]
    Name,
    /// By the creditor's own number; those without one last.
    Number,
    /// The newest first.
    Newest,
}

/// Which customers are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerQuery {
    /// Words that must all occur in name, number, town, postcode, e-mail or trade register number.
    pub text: String,
    /// Only this kind.
    pub kind: Option<CustomerKind>,
    /// The order.
    pub sort: CustomerSort,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give at most.
    pub limit: u32,
}

impl Default for CustomerQuery {
    fn default() -> CustomerQuery {
        CustomerQuery {
            text: String::new(),
            kind: None,
            sort: CustomerSort::Name,
            offset: 0,
            limit: 100,
        }
    }
}

/// One page of customers.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerPage {
    /// The customers of the page.
    pub customers: Vec<Customer>,
    /// How many there are on all pages.
    pub total: u64,
}

impl Reader<'_> {
    /// One page of the customers that fit the query; merged ones are not listed.
    pub fn customers(&self, query: &CustomerQuery) -> Result<CustomerPage> {
        let (condition, mut values) = condition(query);
        let connection = self.connection();
        let total: i64 = connection
            .prepare_cached(&format!("SELECT count(*) FROM customer WHERE {condition}"))?
            .query_row(rusqlite::params_from_iter(&values), |row| row.get(0))?;
        let order = match query.sort {
            CustomerSort::Name => "name_key, id",
            CustomerSort::Number => "number IS NULL, length(number), number, id",
            CustomerSort::Newest => "id DESC",
        };
        let place = values.len();
        values.push(Value::Integer(i64::from(query.limit)));
        values.push(Value::Integer(i64::from(query.offset)));
        let mut statement = connection.prepare_cached(&format!(
            "SELECT id, body FROM customer WHERE {condition} ORDER BY {order} LIMIT ?{} OFFSET ?{}",
            place + 1,
            place + 2
        ))?;
        let customers = statement
            .query_map(rusqlite::params_from_iter(&values), |row| of_row(row, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(CustomerPage {
            customers,
            total: total.unsigned_abs(),
        })
    }
}

fn condition(query: &CustomerQuery) -> (String, Vec<Value>) {
    let mut condition = "undone IS NULL AND head = id".to_owned();
    let mut values = Vec::new();
    for word in query.text.to_lowercase().split_whitespace() {
        values.push(Value::Text(word.to_owned()));
        condition.push_str(&format!(" AND instr(search, ?{}) > 0", values.len()));
    }
    if let Some(kind) = query.kind {
        let name = match kind {
            CustomerKind::Unknown => "unknown",
            CustomerKind::Consumer => "consumer",
            CustomerKind::Business => "business",
            CustomerKind::Government => "government",
        };
        values.push(Value::Text(name.to_owned()));
        condition.push_str(&format!(" AND kind = ?{}", values.len()));
    }
    (condition, values)
}
