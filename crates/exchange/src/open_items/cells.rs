//! One row into one open item: what each cell means, and what is missing.

use chrono::NaiveDate;
use law::Cents;

use super::aliases::normalise;
use super::days::{self, Day};
use super::identifications::{Identification, identification};
use super::item::{Field, ItemKind, OpenItem};
use super::rows::RowReader;
use crate::numbers;
use crate::problem::{Problem, ProblemKind};
use crate::table::Row;

impl RowReader<'_> {
    /// Takes a row with an amount as an open item.
    pub(super) fn item(&mut self, row: &Row, open: Cents, amount: Option<Cents>) {
        let currency = self.cell(row, Field::Currency).to_ascii_uppercase();
        if !matches!(currency.as_str(), "" | "EUR" | "EURO" | "€") {
            self.problems.push(Problem::at(
                row.line,
                ProblemKind::OtherCurrency { currency },
            ));
            self.skipped += 1;
            return;
        }
        self.check_length(row);
        let (kind, turn) = self.kind(row, open);
        let signed = |cents: Cents| if turn { -cents.abs() } else { cents };
        let mut item = OpenItem {
            line: row.line,
            amount: amount.map(signed),
            open: signed(open),
            kind,
            invoice_number: self.identification(row, Field::InvoiceNumber),
            customer_number: self.identification(row, Field::CustomerNumber),
            name: self.text(row, Field::Name),
            invoice_date: self.date(row, Field::InvoiceDate),
            due_date: self.date(row, Field::DueDate),
            payment_reference: self.text(row, Field::PaymentReference),
            description: self.text(row, Field::Description),
            email: self.text(row, Field::Email),
            phone: self.text(row, Field::Phone),
            contact: self.text(row, Field::Contact),
            city: self.text(row, Field::City),
            country: self.text(row, Field::Country),
            language: self.text(row, Field::Language),
            ..OpenItem::default()
        };
        self.registrations(row, &mut item);
        self.name(&mut item);
        self.check(&item);
        self.sum += item.open;
        self.since_total += item.open;
        self.rows.push(item);
    }

    fn check_length(&mut self, row: &Row) {
        let (found, expected) = (row.fields.len(), self.headers.len());
        let surplus = row
            .fields
            .iter()
            .skip(expected)
            .any(|cell| !cell.trim().is_empty());
        let short = self.columns.values().any(|index| *index >= found);
        if surplus || short {
            let kind = ProblemKind::RowLength {
                found: found as u64,
                expected: expected as u64,
            };
            self.problems.push(Problem::at(row.line, kind));
        }
    }

    /// The kind, and whether the amounts must be made negative because the file leaves that to
    /// the kind.
    fn kind(&self, row: &Row, open: Cents) -> (ItemKind, bool) {
        let word = normalise(self.cell(row, Field::Kind));
        let credit = [
            "creditnota",
            "creditnote",
            "creditfactuur",
            "creditmemo",
            "creditinvoice",
            "creditnote",
            "gutschrift",
            "verkoopcredit",
        ];
        let payment = [
            "betaling",
            "ontvangst",
            "payment",
            "receipt",
            "zahlung",
            "bank",
            "kas",
        ];
        let is_credit = matches!(
            word.as_str(),
            "credit" | "c" | "cn" | "cf" | "cr" | "gs" | "salescreditnote" | "credita"
        ) || credit.iter().any(|name| word.contains(name));
        if is_credit {
            (ItemKind::CreditNote, true)
        } else if payment.iter().any(|name| word.starts_with(name)) {
            (ItemKind::Payment, true)
        } else if open.is_negative() {
            (ItemKind::CreditNote, false)
        } else {
            (ItemKind::Invoice, false)
        }
    }

    fn identification(&mut self, row: &Row, field: Field) -> Option<String> {
        let text = self.cell(row, field);
        if text.is_empty() {
            return None;
        }
        let value = text.to_owned();
        match identification(text) {
            Identification::Plain(plain) => (!plain.is_empty()).then_some(plain),
            Identification::Restored(restored) => {
                let kind = ProblemKind::NumberRestored {
                    value,
                    restored: restored.clone(),
                };
                self.problems.push(Problem::at(row.line, kind));
                Some(restored)
            }
            Identification::Damaged(_) => {
                self.problems
                    .push(Problem::at(row.line, ProblemKind::NumberDamaged { value }));
                None
            }
        }
    }

    fn date(&mut self, row: &Row, field: Field) -> Option<NaiveDate> {
        let text = self.cell(row, field);
        if text.is_empty()
            || matches!(
                text,
                "0" | "00-00-0000" | "0000-00-00" | "0001-01-01" | "01-01-0001"
            )
        {
            return None;
        }
        let day = days::day(text);
        if self.month_first.contains(&field)
            && matches!(day, Day::Eitherway(_) | Day::OnlyByMonth(_))
        {
            return None;
        }
        let date = day.in_order(text, self.order);
        if date.is_none() {
            let value = text.chars().take(40).collect();
            self.problems
                .push(Problem::at(row.line, ProblemKind::BadDate { value }));
        }
        date
    }

    fn registrations(&mut self, row: &Row, item: &mut OpenItem) {
        item.kvk = self.kvk(row);
        let vat = numbers::normal_vat(self.cell(row, Field::Vat));
        if vat.len() > 1 {
            self.doubt_unless(numbers::is_vat(&vat), "vat", &vat, row.line);
            item.vat = Some(vat);
        }
        let iban = numbers::compact(self.cell(row, Field::Iban));
        if iban.len() > 4 {
            self.doubt_unless(numbers::is_iban(&iban), "iban", &iban, row.line);
            item.iban = Some(iban);
        }
        let street = self.text(row, Field::Address);
        item.address = match (street, self.text(row, Field::HouseNumber)) {
            (Some(street), Some(number)) => Some(format!("{street} {number}")),
            (street, _) => street,
        };
        let postcode = self.text(row, Field::Postcode);
        item.postcode = postcode
            .as_deref()
            .and_then(numbers::normal_postcode)
            .or(postcode);
    }

    fn doubt_unless(&mut self, right: bool, number: &str, value: &str, line: u64) {
        if !right {
            let kind = ProblemKind::CheckDigitsWrong {
                number: number.to_owned(),
                value: value.to_owned(),
            };
            self.problems.push(Problem::at(line, kind));
        }
    }

    /// A number in the commercial register; spreadsheets take its leading zeros away.
    fn kvk(&mut self, row: &Row) -> Option<String> {
        let text = self.identification(row, Field::Kvk)?;
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '.')
            .collect();
        if plain == "0" {
            return None;
        }
        if (6..=7).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_digit()) {
            let restored = format!("{plain:0>8}");
            let kind = ProblemKind::NumberRestored {
                value: plain,
                restored: restored.clone(),
            };
            self.problems.push(Problem::at(row.line, kind));
            return Some(restored);
        }
        self.doubt_unless(numbers::is_kvk(&plain), "kvk", &plain, row.line);
        Some(plain)
    }

    /// Gives a row without a name the name that stands above it, where the list is made so.
    fn name(&mut self, item: &mut OpenItem) {
        if item.name.is_some() {
            return;
        }
        let above = match (&mut self.group, self.rows.last()) {
            (Some(group), _) => {
                group.used = true;
                Some((group.number.clone(), group.name.clone()))
            }
            (None, Some(last)) if self.fill_down => {
                let same =
                    item.customer_number.is_none() || item.customer_number == last.customer_number;
                last.name
                    .clone()
                    .filter(|_| same)
                    .map(|name| (last.customer_number.clone(), name))
            }
            _ => None,
        };
        if let Some((number, name)) = above {
            self.problems.push(Problem::at(
                item.line,
                ProblemKind::NameFromAbove { name: name.clone() },
            ));
            item.name = Some(name);
            item.customer_number = item.customer_number.take().or(number);
        }
    }

    /// Says what is missing in a row whose list has the column.
    fn check(&mut self, item: &OpenItem) {
        let has =
            |field: Field| self.columns.contains_key(&field) && !self.month_first.contains(&field);
        let mut missing = Vec::new();
        let bad_date = |problem: &Problem| {
            problem.line == Some(item.line) && matches!(problem.kind, ProblemKind::BadDate { .. })
        };
        let damaged = |problem: &Problem| {
            problem.line == Some(item.line)
                && matches!(problem.kind, ProblemKind::NumberDamaged { .. })
        };
        if item.invoice_number.is_none()
            && has(Field::InvoiceNumber)
            && !self.problems.iter().rev().take(8).any(damaged)
        {
            missing.push(ProblemKind::InvoiceNumberMissing);
        }
        if item.name.is_none()
            && (has(Field::Name) || !self.columns.contains_key(&Field::CustomerNumber))
        {
            missing.push(ProblemKind::NameMissing);
        }
        let dates_read = !self.problems.iter().rev().take(8).any(bad_date);
        let due_missing = item.due_date.is_none()
            && has(Field::DueDate)
            && dates_read
            && item.kind == ItemKind::Invoice;
        // What stands in for the due date counts from the invoice date, and that may be missing too.
        match (due_missing, item.invoice_date) {
            (true, None) => missing.push(ProblemKind::DueDateUnknown),
            (true, Some(_)) => missing.push(ProblemKind::DueDateMissing),
            (false, None) if has(Field::InvoiceDate) && dates_read => {
                missing.push(ProblemKind::InvoiceDateMissing);
            }
            (false, _) => {}
        }
        if let (Some(due), Some(date)) = (item.due_date, item.invoice_date)
            && due < date
        {
            missing.push(ProblemKind::DueBeforeInvoice);
        }
        if let Some(number) = &item.invoice_number {
            let customer = item
                .customer_number
                .clone()
                .or_else(|| item.name.clone())
                .unwrap_or_default();
            if !self.seen.insert((customer, number.clone())) {
                missing.push(ProblemKind::InvoiceTwice {
                    number: number.clone(),
                });
            }
        }
        self.problems
            .extend(missing.into_iter().map(|kind| Problem::at(item.line, kind)));
    }
}
