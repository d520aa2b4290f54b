//! What the window asks, one question after another: 20,000 customers with 100,000 open invoices.
//!
//! `STANDVAST_BENCH_CUSTOMERS` and `STANDVAST_BENCH_INVOICES` make it smaller, to try it quickly.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use store::{Accounts, Administration, StoreError, Unlock};

use crate::machine::{Desk, today};
use crate::report::Report;

const CUSTOMERS: u32 = 20_000;
const INVOICES: u32 = 100_000;

/// What a screen may take.
const SCREEN: Duration = Duration::from_millis(100);

fn size(name: &str, usual: u32) -> u32 {
    let given = std::env::var(name).ok().and_then(|text| text.parse().ok());
    given.unwrap_or(usual)
}

/// Makes the administration.
pub fn prepare(folder: &Path) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let customers = size("STANDVAST_BENCH_CUSTOMERS", CUSTOMERS);
    let invoices = size("STANDVAST_BENCH_INVOICES", INVOICES);
    Desk::new(folder).make_sample(customers, invoices)?;
    println!("  made in {} s", start.elapsed().as_secs());
    Ok(())
}

/// Reads all accounts and derives nothing: what everything else is related to.
fn read_all(folder: &Path) -> Result<Duration, Box<dyn Error>> {
    let desk = Desk::new(folder);
    let at = today().and_time(chrono::NaiveTime::MIN).and_utc();
    let passphrase = desk.passphrase()?;
    let unlock = Unlock::Passphrase(&passphrase);
    let administration = Administration::open(&desk.administration(), unlock, at, today())?;
    let start = Instant::now();
    let mut accounts = 0_u32;
    administration.read().for_each_account(Accounts::All, |_| {
        accounts += 1;
        Ok::<(), StoreError>(())
    })?;
    std::hint::black_box(accounts);
    Ok(start.elapsed())
}

/// Asks and reports.
struct Asking<'a> {
    desk: &'a Desk,
    report: &'a mut Report,
    read: Duration,
}

impl Asking<'_> {
    /// Asks once; the answer is for what comes after.
    fn ask(
        &mut self,
        what: &str,
        name: &str,
        payload: Value,
        limit: Duration,
    ) -> Result<Value, Box<dyn Error>> {
        let (answer, took) = self.desk.timed(name, payload)?;
        let thousandths = took.as_micros() * 1_000 / self.read.as_micros().max(1);
        let said = format!(
            "{what} ({}.{:03} × reading)",
            thousandths / 1_000,
            thousandths % 1_000
        );
        self.report.time(&said, took, limit);
        Ok(answer)
    }

    fn screen(&mut self, what: &str, name: &str, payload: Value) -> Result<Value, Box<dyn Error>> {
        self.ask(what, name, payload, SCREEN)
    }
}

/// Measures the questions.
pub fn measure(folder: &Path, report: &mut Report) -> Result<(), Box<dyn Error>> {
    let read = read_all(folder)?;
    report.note(
        "reading all accounts, nothing derived",
        &format!("{} ms", read.as_millis()),
    );
    let desk = Desk::new(folder);
    let opened = desk.open_sample()?;
    report.note(
        "opening, passphrase included",
        &format!("{} ms", opened.as_millis()),
    );
    let mut asking = Asking {
        desk: &desk,
        report,
        read,
    };
    let first = Duration::from_millis(1_500);
    let seen = asking.ask(
        "overview, the first after opening",
        "overview",
        json!({}),
        first,
    )?;
    asking.report.at_least(
        "customers with something open",
        seen["customers"].as_u64().unwrap_or(0).into(),
        u128::from(size("STANDVAST_BENCH_CUSTOMERS", CUSTOMERS)) / 2,
    );
    asking.screen("overview, again", "overview", json!({}))?;
    customers(&mut asking)?;
    let invoice = invoices(&mut asking)?;
    rest(&mut asking, &invoice)?;
    acts(&mut asking, &invoice)?;
    report.memory(600);
    Ok(())
}

fn customers(asking: &mut Asking<'_>) -> Result<(), Box<dyn Error>> {
    for sort in ["name", "open", "late", "oldest", "on_time", "next"] {
        let page = json!({ "sort": sort, "descending": sort != "name", "offset": 0, "limit": 100 });
        asking.screen(&format!("customers by {sort}"), "customers", page)?;
    }
    let far = json!({ "sort": "open", "offset": 10_000, "limit": 100 });
    asking.screen("customers, a page far down", "customers", far)?;
    for typed in ["b", "ba", "bak", "bakk", "bakker", "bakkerij"] {
        let page = json!({ "search": typed, "offset": 0, "limit": 100 });
        asking.screen(&format!("customers, typed {typed}"), "customers", page)?;
    }
    let filters = json!({ "filters": ["late", "business"], "offset": 0, "limit": 100 });
    asking.screen("customers, late businesses", "customers", filters)?;
    Ok(())
}

/// The lists of invoices; gives a late one.
fn invoices(asking: &mut Asking<'_>) -> Result<Value, Box<dyn Error>> {
    for sort in [
        "number",
        "customer",
        "date",
        "due",
        "amount",
        "open",
        "days_late",
    ] {
        let page = json!({ "sort": sort, "offset": 0, "limit": 100 });
        asking.screen(
            &format!("invoices by {sort}, the first time"),
            "invoices",
            page,
        )?;
    }
    let page = json!({ "sort": "days_late", "descending": true, "filters": ["late"], "offset": 0, "limit": 100 });
    let late = asking.screen("invoices, late, oldest first", "invoices", page)?;
    let far = json!({ "sort": "due", "offset": 50_000, "limit": 100 });
    asking.screen("invoices, a page far down", "invoices", far)?;
    for typed in ["2", "20", "2026-", "2026-00", "bakker"] {
        let page = json!({ "search": typed, "offset": 0, "limit": 100 });
        asking.screen(&format!("invoices, typed {typed}"), "invoices", page)?;
    }
    Ok(late["rows"][0].clone())
}

fn rest(asking: &mut Asking<'_>, invoice: &Value) -> Result<(), Box<dyn Error>> {
    let customer = json!({ "customer": invoice["customer"] });
    asking.screen("one customer", "customer_detail", customer.clone())?;
    asking.screen(
        "one invoice",
        "invoice_detail",
        json!({ "invoice": invoice["id"] }),
    )?;
    asking.screen("why, line by line", "explain", customer)?;
    for (what, sum) in [
        ("why so much is open", json!({ "of": "open" })),
        (
            "why so much is late, far down",
            json!({ "of": "late", "offset": 10_000 }),
        ),
        (
            "why so much is not due",
            json!({ "of": "bucket", "bucket": "not_due" }),
        ),
        (
            "why so much is to be set in motion",
            json!({ "of": "moving" }),
        ),
        ("why no day can be said", json!({ "of": "unknown" })),
        (
            "why a customer has so much open",
            json!({ "of": "open", "customer": invoice["customer"] }),
        ),
    ] {
        asking.screen(what, "explain_sum", sum)?;
    }
    for typed in ["b", "ba", "bakkerij", "2026-0"] {
        let text = json!({ "text": typed, "limit": 8 });
        asking.screen(&format!("find {typed}"), "find", text)?;
    }
    for (what, page) in [
        (
            "proposals, the first page",
            json!({ "offset": 0, "limit": 100 }),
        ),
        (
            "proposals of a card",
            json!({ "work": "letters", "offset": 0, "limit": 100 }),
        ),
        (
            "proposals, searched",
            json!({ "search": "bakker", "offset": 0, "limit": 100 }),
        ),
        (
            "proposals, 500 far down",
            json!({ "order": "gate", "offset": 5_000, "limit": 500 }),
        ),
    ] {
        asking.screen(what, "proposals", page)?;
    }
    asking.screen("the newest acts", "history", json!({ "limit": 50 }))?;
    Ok(())
}

fn acts(asking: &mut Asking<'_>, invoice: &Value) -> Result<(), Box<dyn Error>> {
    let whose = &invoice["customer"];
    let told = json!({ "customer": whose, "amount": "1.00", "date": today() });
    asking.screen("an act: a payment", "pay", told)?;
    asking.screen("overview after it", "overview", json!({}))?;
    let page = json!({ "sort": "open", "descending": true, "offset": 0, "limit": 100 });
    asking.screen("customers after it", "customers", page)?;
    let page = json!({ "sort": "number", "offset": 0, "limit": 100 });
    asking.screen("invoices after it", "invoices", page)?;
    asking.screen("undoing it", "undo", json!({}))?;
    asking.screen("overview after undoing", "overview", json!({}))?;
    Ok(())
}
