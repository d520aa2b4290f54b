//! Customers: the record as JSON, and beside it the columns by which one is found.

use credit::{Customer, CustomerId, CustomerKind, FactId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::caches;
use crate::access::{Reader, Writer};
use crate::error::{Missing, Result, StoreError, missing};
use crate::log::{FactKind, OpenFact, Subject, Told};
use crate::sql::{Json, Named, compact, name_key};

/// By what a customer of a file is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerKey<'a> {
    /// The creditor's own number.
    Number(&'a str),
    /// The number in the trade register.
    Kvk(&'a str),
    /// The VAT number.
    Vat(&'a str),
    /// Name and postal code; neither alone is enough.
    NameAndPostcode(&'a str, &'a str),
    /// The name, whatever else is known; never enough without something that proves it.
    Name(&'a str),
    /// The name, where no number, registration or postal code was ever known: merged ones count too.
    NameAlone(&'a str),
    /// An account that it pays from.
    Iban(&'a str),
}

/// The columns of the record by which customers are found.
struct Columns {
    number: Option<String>,
    name_key: String,
    postcode: String,
    kvk: Option<String>,
    vat: Option<String>,
    search: String,
    body: String,
}

fn filled(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

fn columns(customer: &Customer) -> Result<Columns> {
    let mut record = customer.clone();
    record.id = CustomerId(0);
    record.number = filled(customer.number.as_deref());
    let compacted =
        |text: &Option<String>| text.as_deref().map(compact).filter(|text| !text.is_empty());
    let found_by = [
        customer.name.as_str(),
        customer.number.as_deref().unwrap_or_default(),
        customer.address.city.as_str(),
        customer.address.postcode.as_str(),
        customer.email.as_deref().unwrap_or_default(),
        customer.kvk.as_deref().unwrap_or_default(),
    ];
    Ok(Columns {
        name_key: name_key(&customer.name),
        postcode: compact(&customer.address.postcode),
        kvk: compacted(&customer.kvk),
        vat: compacted(&customer.vat),
        search: found_by.join("\n").to_lowercase(),
        body: serde_json::to_string(&record)?,
        number: record.number,
    })
}

/// Reads (id, body) at `column`.
pub(crate) fn of_row(row: &Row<'_>, column: usize) -> rusqlite::Result<Customer> {
    let Json(mut customer): Json<Customer> = row.get(column + 1)?;
    customer.id = CustomerId(row.get(column)?);
    Ok(customer)
}

/// The customer that the id now stands for: itself, or what it was merged into.
pub(crate) fn head_of(connection: &Connection, id: CustomerId) -> Result<CustomerId> {
    connection
        .prepare_cached(
            "SELECT head FROM customer WHERE id = ?1 AND undone IS NULL
               AND EXISTS (SELECT 1 FROM customer h WHERE h.id = customer.head AND h.undone IS NULL)",
        )?
        .query_row([id.0], |row| row.get(0).map(CustomerId))
        .optional()?
        .ok_or_else(|| missing(Missing::Customer(id)))
}

impl Reader<'_> {
    /// A customer; the one it was merged into when it was.
    pub fn customer(&self, id: CustomerId) -> Result<Customer> {
        let head = self.is_same(id)?;
        Ok(self
            .connection()
            .prepare_cached("SELECT id, body FROM customer WHERE id = ?1")?
            .query_row([head.0], |row| of_row(row, 0))?)
    }

    /// All that was ever known of a customer and of those that were merged into it, the way it is now
    /// first. What was undone was never known.
    pub fn customer_versions(&self, id: CustomerId) -> Result<Vec<Customer>> {
        let head = self.is_same(id)?;
        let mut statement = self.connection().prepare_cached(
            "WITH one (id) AS (SELECT id FROM customer
                               WHERE undone IS NULL AND (id = ?1 OR (head = ?1 AND head <> id)))
             SELECT id, body, 1, id = ?1, 0 FROM customer WHERE id IN one
             UNION ALL
             SELECT customer, body, 0, customer = ?1, fact FROM customer_past
             WHERE undone IS NULL AND customer IN one
             ORDER BY 3 DESC, 4 DESC, 5 DESC",
        )?;
        let found = statement
            .query_map([head.0], |row| of_row(row, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The customer that this id stands for now: itself, or what it was merged into.
    pub fn is_same(&self, id: CustomerId) -> Result<CustomerId> {
        head_of(self.connection(), id)
    }

    /// The customer that a person means: `K-17`, or the creditor's own number.
    pub fn find_customer(&self, text: &str) -> Result<Option<CustomerId>> {
        let text = text.trim();
        if let Some(found) = self
            .customers_by(&CustomerKey::Number(text))?
            .into_iter()
            .next()
        {
            return Ok(Some(found));
        }
        let Ok(id) = text.parse::<CustomerId>() else {
            return Ok(None);
        };
        match self.is_same(id) {
            Ok(head) => Ok(Some(head)),
            Err(StoreError::NotFound { .. }) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// The customers of that number, account, … as they are known now; empty keys find nobody.
    pub fn customers_by(&self, key: &CustomerKey<'_>) -> Result<Vec<CustomerId>> {
        let (condition, value, second) = match key {
            CustomerKey::Number(number) => ("c.number = ?1", number.trim().to_owned(), None),
            CustomerKey::Kvk(kvk) => ("c.kvk = ?1", compact(kvk), None),
            CustomerKey::Vat(vat) => ("c.vat = ?1", compact(vat), None),
            CustomerKey::NameAndPostcode(name, postcode) => (
                "c.name_key = ?1 AND c.postcode = ?2",
                name_key(name),
                Some(compact(postcode)),
            ),
            CustomerKey::Name(name) => ("c.name_key = ?1", name_key(name), None),
            CustomerKey::NameAlone(name) => (
                "c.name_key = ?1 AND c.postcode = '' AND c.number IS NULL AND c.kvk IS NULL AND c.vat IS NULL",
                name_key(name),
                None,
            ),
            CustomerKey::Iban(iban) => (
                "c.id IN (SELECT customer FROM customer_iban WHERE iban = ?1)",
                compact(iban),
                None,
            ),
        };
        if value.is_empty() || second.as_ref().is_some_and(String::is_empty) {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT DISTINCT c.head FROM customer c WHERE {condition} AND c.undone IS NULL ORDER BY 1"
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let values: Vec<String> = std::iter::once(value).chain(second).collect();
        let found = statement
            .query_map(rusqlite::params_from_iter(values), |row| {
                row.get(0).map(CustomerId)
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// How many customers there are; merged ones count once.
    pub fn customer_count(&self) -> Result<u64> {
        let count: i64 = self
            .connection()
            .prepare_cached("SELECT count(*) FROM customer WHERE undone IS NULL AND head = id")?
            .query_row([], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

impl Writer<'_> {
    /// Adds a customer; its id is ignored, the true one is returned.
    pub fn insert_customer(&mut self, customer: &Customer) -> Result<(CustomerId, FactId)> {
        let (fact, id) = self.record(FactKind::CustomerAdded, |fact| {
            let id = insert(fact, customer)?;
            Ok::<_, StoreError>((Told::about(Subject::Customer(id), customer)?, id))
        })?;
        Ok((id, fact))
    }

    /// Changes a customer; none when nothing differs.
    pub fn update_customer(&mut self, customer: &Customer) -> Result<Option<FactId>> {
        let id = customer.id;
        self.record_if(FactKind::CustomerChanged, |fact| {
            let before = fact.customer(id)?;
            let told = update(fact, customer)?
                .then(|| {
                    let changes = serde_json::json!({ "before": before, "after": customer });
                    Told::about(Subject::Customer(before.id), changes)
                })
                .transpose()?;
            Ok((told, ()))
        })
        .map(|(fact, ())| fact)
    }
}

/// Writes a new customer under an open fact.
pub(crate) fn insert(fact: &mut OpenFact<'_>, customer: &Customer) -> Result<CustomerId> {
    let columns = columns(customer)?;
    let connection = fact.connection();
    let id: i64 = connection
        .prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM customer")?
        .query_row([], |row| row.get(0))?;
    connection
        .prepare_cached(
            "INSERT INTO customer (id, fact, head, number, name, name_key, postcode, kvk, vat, kind, search, body)
             VALUES (?1, ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            id, fact.seq, columns.number, customer.name, columns.name_key, columns.postcode,
            columns.kvk, columns.vat, Named::<CustomerKind>(customer.kind), columns.search, columns.body
        ])?;
    caches::write_ibans(connection, id, customer)?;
    fact.made("customer");
    Ok(CustomerId(id))
}

/// Writes a new version of a customer under an open fact; false when nothing differs.
pub(crate) fn update(fact: &mut OpenFact<'_>, customer: &Customer) -> Result<bool> {
    let columns = columns(customer)?;
    let connection = fact.connection();
    let id = head_of(connection, customer.id)?;
    let (made_by, body): (i64, String) = connection
        .prepare_cached("SELECT fact, body FROM customer WHERE id = ?1")?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if body == columns.body {
        return Ok(false);
    }
    if made_by != fact.seq {
        connection
            .prepare_cached(
                "INSERT INTO customer_past (fact, customer, number, name, name_key, postcode, kvk, vat, kind, search, body)
                 SELECT fact, id, number, name, name_key, postcode, kvk, vat, kind, search, body FROM customer WHERE id = ?1",
            )?
            .execute([id.0])?;
    }
    connection
        .prepare_cached(
            "UPDATE customer SET fact = ?2, number = ?3, name = ?4, name_key = ?5, postcode = ?6,
               kvk = ?7, vat = ?8, kind = ?9, search = ?10, body = ?11 WHERE id = ?1",
        )?
        .execute(params![
            id.0,
            fact.seq,
            columns.number,
            customer.name,
            columns.name_key,
            columns.postcode,
            columns.kvk,
            columns.vat,
            Named::<CustomerKind>(customer.kind),
            columns.search,
            columns.body
        ])?;
    caches::write_ibans(connection, id.0, customer)?;
    fact.made("customer");
    Ok(true)
}
