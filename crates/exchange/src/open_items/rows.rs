//! Rows into open items: which rows count, and what is open in them.

use std::collections::{BTreeMap, BTreeSet};

use law::Cents;

use super::aliases::normalise;
use super::days::Day;
use super::item::{Field, OpenItem};
use super::mapping::{DateOrder, DecimalSign, Mapping};
use super::{amounts, days};
use crate::problem::{Problem, ProblemKind};
use crate::table::Row;

/// Reads the rows under the headers.
pub(super) struct RowReader<'t> {
    pub(super) columns: BTreeMap<Field, usize>,
    /// Columns by age, from which what is open is added up when no column states it.
    ageing: Vec<usize>,
    pub(super) headers: &'t [String],
    pub(super) order: DateOrder,
    sign: Option<DecimalSign>,
    /// Date columns that can only be read with the month first, and so are not read.
    pub(super) month_first: BTreeSet<Field>,
    /// Whether customers stand once above their rows, and equal names are not repeated.
    pub(super) fill_down: bool,
    pub(super) rows: Vec<OpenItem>,
    pub(super) problems: Vec<Problem>,
    pub(super) skipped: u64,
    pub(super) stated_total: Option<Cents>,
    pub(super) sum: Cents,
    pub(super) since_total: Cents,
    pub(super) group: Option<Group>,
    pub(super) seen: BTreeSet<(String, String)>,
}

/// A customer named in a row of its own above the rows.
pub(super) struct Group {
    pub(super) number: Option<String>,
    pub(super) name: String,
    line: u64,
    pub(super) used: bool,
}

/// What an amount cell came to.
enum Cell {
    Empty,
    Amount(Cents),
    Unreadable,
}

impl<'t> RowReader<'t> {
    pub(super) fn new(
        mapping: &Mapping,
        headers: &'t [String],
        rows: &[Row],
        ageing: Vec<usize>,
    ) -> RowReader<'t> {
        let columns: BTreeMap<Field, usize> = mapping
            .columns
            .iter()
            .filter_map(|(field, column)| Some((*field, column.index?)))
            .collect();
        let mut reader = RowReader {
            columns,
            ageing,
            headers,
            order: mapping.dates,
            sign: mapping.decimal,
            month_first: BTreeSet::new(),
            fill_down: false,
            rows: Vec::new(),
            problems: Vec::new(),
            skipped: 0,
            stated_total: None,
            sum: Cents::ZERO,
            since_total: Cents::ZERO,
            group: None,
            seen: BTreeSet::new(),
        };
        reader.sign = reader.sign.or_else(|| reader.decimal_sign(rows));
        reader.find_month_first(rows);
        reader.fill_down = reader.names_stand_once(rows);
        reader
    }

    /// The decimal sign that most amounts of the file give away.
    fn decimal_sign(&self, rows: &[Row]) -> Option<DecimalSign> {
        let fields = [Field::Open, Field::Amount, Field::Debit, Field::Credit];
        let columns: Vec<usize> = fields
            .iter()
            .filter_map(|f| self.columns.get(f))
            .chain(&self.ageing)
            .copied()
            .collect();
        let cells = rows
            .iter()
            .flat_map(|row| columns.iter().filter_map(|index| row.fields.get(*index)));
        let (mut commas, mut dots) = (0, 0);
        for sign in cells.filter_map(|cell| amounts::decimal_evidence(cell)) {
            match sign {
                DecimalSign::Comma => commas += 1,
                DecimalSign::Dot => dots += 1,
            }
        }
        match (commas, dots) {
            (commas, dots) if commas > dots => Some(DecimalSign::Comma),
            (commas, dots) if dots > commas => Some(DecimalSign::Dot),
            _ => None,
        }
    }

    /// Finds date columns that hold days only the American order can explain. When none of its
    /// days needs the Dutch order, the whole column is doubtful: 3-4 may be March as well.
    fn find_month_first(&mut self, rows: &[Row]) {
        if self.order == DateOrder::MonthFirst {
            return;
        }
        for field in [Field::InvoiceDate, Field::DueDate] {
            let Some(index) = self.columns.get(&field) else {
                continue;
            };
            let cells: Vec<(u64, &str)> = rows
                .iter()
                .filter_map(|row| Some((row.line, row.fields.get(*index)?.trim())))
                .collect();
            let american: Vec<&(u64, &str)> = cells
                .iter()
                .filter(|(_, cell)| matches!(days::day(cell), Day::OnlyByMonth(_)))
                .collect();
            let dutch = cells.iter().any(|(_, cell)| days::needs_day_first(cell));
            if american.is_empty() || dutch {
                continue;
            }
            let column = self.headers.get(*index).cloned().unwrap_or_default();
            for (line, value) in american {
                let kind = ProblemKind::MonthFirst {
                    column: column.clone(),
                    value: (*value).to_owned(),
                };
                self.problems.push(Problem::at(*line, kind));
            }
            self.month_first.insert(field);
        }
    }

    /// Whether the list names a customer only in the first of his rows. Where a name is repeated
    /// in the next row, it is not such a list, and an empty name is a missing one.
    fn names_stand_once(&self, rows: &[Row]) -> bool {
        let Some(index) = self.columns.get(&Field::Name) else {
            return false;
        };
        let names: Vec<&str> = rows
            .iter()
            .filter(|r| !r.is_blank())
            .filter_map(|r| r.fields.get(*index))
            .map(|n| n.trim())
            .collect();
        let repeated = names
            .windows(2)
            .any(|pair| !pair[0].is_empty() && pair[0] == pair[1]);
        !repeated && names.first().is_some_and(|name| !name.is_empty())
    }

    pub(super) fn cell<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        let cell = self
            .columns
            .get(&field)
            .and_then(|index| row.fields.get(*index));
        let text = cell.map(|text| text.trim()).unwrap_or_default();
        if matches!(text, "-" | "--" | "n.v.t." | "nvt" | "n/a") {
            ""
        } else {
            text
        }
    }

    pub(super) fn text(&self, row: &Row, field: Field) -> Option<String> {
        let text = self.cell(row, field);
        (!text.is_empty()).then(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Takes one row.
    pub(super) fn take(&mut self, row: &Row) {
        if row.is_blank() {
            return;
        }
        if self.is_header(row) {
            self.skipped += 1;
            return;
        }
        let before = self.problems.len();
        let open = self.open(row);
        if self.is_total(row, open.is_some()) {
            self.problems.truncate(before);
            self.total(row, &open);
            return;
        }
        match open {
            Some((open, amount)) => self.item(row, open, amount),
            None if self.problems.len() > before => self.skipped += 1,
            None => self.group_or_note(row),
        }
    }

    fn is_header(&self, row: &Row) -> bool {
        let same = |(index, header): (usize, &String)| {
            row.fields
                .get(index)
                .is_some_and(|cell| normalise(cell) == normalise(header))
        };
        self.headers
            .iter()
            .enumerate()
            .filter(|(_, h)| !h.trim().is_empty())
            .all(same)
    }

    /// A row that adds up: it says so, or it has amounts and nothing else. A customer may be
    /// called Total: his rows have a number, and his name stands alone above them.
    fn is_total(&self, row: &Row, has_amount: bool) -> bool {
        let number = self.cell(row, Field::InvoiceNumber);
        let first = row
            .fields
            .iter()
            .map(|cell| cell.trim())
            .find(|cell| !cell.is_empty());
        let labels = [
            first.unwrap_or_default(),
            self.cell(row, Field::Name),
            number,
        ];
        if labels
            .into_iter()
            .any(|label| is_total_word(label) && is_bare(label))
        {
            return true;
        }
        if labels.into_iter().any(is_total_word) {
            return has_amount && (number.is_empty() || is_total_word(number));
        }
        let naming = [
            Field::InvoiceNumber,
            Field::Name,
            Field::CustomerNumber,
            Field::InvoiceDate,
            Field::DueDate,
        ];
        let named = naming
            .iter()
            .any(|field| !self.cell(row, *field).is_empty());
        let words = row.fields.iter().any(|cell| {
            cell.chars().any(char::is_alphabetic) && amounts::amount(cell, None).is_none()
        });
        !named && !words
    }

    fn total(&mut self, row: &Row, open: &Option<(Cents, Option<Cents>)>) {
        self.skipped += 1;
        let Some((stated, _)) = *open else { return };
        let agrees = stated == self.sum || stated == self.since_total;
        if !agrees {
            self.problems.push(Problem::at(
                row.line,
                ProblemKind::TotalDiffers {
                    stated,
                    sum: self.sum,
                },
            ));
        }
        if stated != self.since_total || self.since_total == self.sum {
            self.stated_total = Some(stated);
        }
        self.since_total = Cents::ZERO;
    }

    /// What is open, and what was invoiced. Nothing, with a problem, when an amount cannot be
    /// read; nothing, without one, when there is no amount.
    fn open(&mut self, row: &Row) -> Option<(Cents, Option<Cents>)> {
        let amount = match self.amount(row, self.columns.get(&Field::Amount).copied()) {
            Cell::Unreadable => return None,
            Cell::Empty => None,
            Cell::Amount(amount) => Some(amount),
        };
        if let Some(column) = self.columns.get(&Field::Open).copied() {
            return match self.amount(row, Some(column)) {
                Cell::Amount(open) => Some((open, amount)),
                Cell::Unreadable => None,
                Cell::Empty => {
                    // An invoice with nothing in the column: nobody says what is open.
                    if amount.is_some() && !self.cell(row, Field::InvoiceNumber).is_empty() {
                        self.unreadable(row.line, column, "");
                    }
                    None
                }
            };
        }
        if self.columns.contains_key(&Field::Debit) || self.columns.contains_key(&Field::Credit) {
            let debit = self.sum_of(
                row,
                self.columns
                    .get(&Field::Debit)
                    .copied()
                    .into_iter()
                    .collect(),
            )?;
            let credit = self.sum_of(
                row,
                self.columns
                    .get(&Field::Credit)
                    .copied()
                    .into_iter()
                    .collect(),
            )?;
            return match (debit, credit) {
                (None, None) => amount.map(|amount| (amount, Some(amount))),
                (debit, credit) => Some((
                    debit.unwrap_or_default() - credit.unwrap_or_default(),
                    amount,
                )),
            };
        }
        if !self.ageing.is_empty() {
            let open = self.sum_of(row, self.ageing.clone())?;
            return open.or(amount).map(|open| (open, amount));
        }
        amount.map(|amount| (amount, Some(amount)))
    }

    /// The sum over columns: outer nothing when a cell cannot be read, inner when all are empty.
    fn sum_of(&mut self, row: &Row, columns: Vec<usize>) -> Option<Option<Cents>> {
        let mut sum = None;
        for column in columns {
            match self.amount(row, Some(column)) {
                Cell::Unreadable => return None,
                Cell::Empty => {}
                Cell::Amount(amount) => sum = Some(sum.unwrap_or(Cents::ZERO) + amount),
            }
        }
        Some(sum)
    }

    fn amount(&mut self, row: &Row, column: Option<usize>) -> Cell {
        let Some(column) = column else {
            return Cell::Empty;
        };
        let text = row
            .fields
            .get(column)
            .map(|cell| cell.trim())
            .unwrap_or_default();
        if text.is_empty() || text == "-" {
            return Cell::Empty;
        }
        let Some(read) = amounts::amount(text, self.sign) else {
            self.unreadable(row.line, column, text);
            return Cell::Unreadable;
        };
        let value = text.to_owned();
        if read.ambiguous {
            self.problems.push(Problem::at(
                row.line,
                ProblemKind::AmountAmbiguous { value },
            ));
        } else if read.rounded {
            self.problems
                .push(Problem::at(row.line, ProblemKind::AmountRounded { value }));
        }
        Cell::Amount(read.cents)
    }

    fn unreadable(&mut self, line: u64, column: usize, text: &str) {
        let column = self.headers.get(column).cloned().unwrap_or_default();
        let value = text.chars().take(40).collect();
        self.problems.push(Problem::at(
            line,
            ProblemKind::AmountUnreadable { column, value },
        ));
    }

    /// A row without amounts: a customer's name above his rows, or a note.
    fn group_or_note(&mut self, row: &Row) {
        self.skipped += 1;
        let filled: Vec<&str> = row
            .fields
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        let text = filled.join(" ");
        let letters = text.chars().any(char::is_alphabetic);
        let (Some(first), true) = (filled.first(), filled.len() <= 2 && letters) else {
            self.note(row.line, &text);
            return;
        };
        self.drop_group();
        let second = filled.get(1);
        let is_number = |part: &str| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_digit());
        let (number, name) = match (first.split_once([' ', '-', ':', '\t']), second) {
            (_, Some(second)) if is_number(first) => {
                (Some((*first).to_owned()), (*second).to_owned())
            }
            (Some((number, name)), None) if is_number(number) => (
                Some(number.to_owned()),
                name.trim_start_matches([' ', '-', ':']).to_owned(),
            ),
            _ => (None, text),
        };
        self.group = Some(Group {
            number,
            name,
            line: row.line,
            used: false,
        });
    }

    fn note(&mut self, line: u64, text: &str) {
        let text = text.chars().take(60).collect();
        self.problems
            .push(Problem::at(line, ProblemKind::RowSkipped { text }));
    }

    /// A row that looked like a customer's name but named no row below it was a note.
    fn drop_group(&mut self) {
        if let Some(group) = self.group.take().filter(|group| !group.used) {
            self.note(group.line, &group.name);
        }
    }

    /// No more rows come.
    pub(super) fn finish(&mut self) {
        self.drop_group();
    }
}

/// Whether a label is one word, so that it cannot be a name.
fn is_bare(label: &str) -> bool {
    !label
        .trim()
        .trim_end_matches([':', '.'])
        .contains([' ', '-'])
}

/// Whether a cell says that its row adds up.
fn is_total_word(cell: &str) -> bool {
    let lower = cell.trim().to_lowercase();
    let first = lower.split([' ', ':', '-']).next().unwrap_or_default();
    let word = first.trim_end_matches('.');
    matches!(
        word,
        "totaal"
            | "totalen"
            | "eindtotaal"
            | "subtotaal"
            | "total"
            | "totals"
            | "subtotal"
            | "grandtotal"
            | "summe"
            | "gesamt"
            | "gesamtsumme"
            | "zwischensumme"
            | "generaal"
    ) || lower.starts_with("grand total")
        || lower.starts_with("sub total")
        || lower.starts_with("sub-total")
        || lower.starts_with("algemeen totaal")
}
