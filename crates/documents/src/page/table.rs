//! Tables: widths from the contents, rows never torn, the head repeated on each page.

use std::rc::Rc;

use super::Mark;
use super::flow::{Slice, base_line};
use crate::Align;
use crate::text::{Line, Span, Style, break_lines, extent};

/// A column's head and side.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) align: Align,
    /// Part of the spare room this column takes.
    pub(crate) share: f32,
}

impl Column {
    pub(crate) fn left(title: impl Into<String>) -> Column {
        Column {
            title: title.into(),
            align: Align::Left,
            share: 1.0,
        }
    }

    pub(crate) fn right(title: impl Into<String>) -> Column {
        Column {
            title: title.into(),
            align: Align::Right,
            share: 1.0,
        }
    }
}

/// The words of a cell.
pub(crate) type Cell = Vec<Span>;

/// A row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// Words below the row, over its whole width.
    pub(crate) note: Option<String>,
}

/// A table, not yet measured.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// Last row, kept with the row before it.
    pub(crate) total: Option<Row>,
    pub(crate) style: Style,
    /// Whether the heads are printed.
    pub(crate) headed: bool,
}

const GAP: f32 = 4.0;
/// Extra room between a column of numbers and words that follow it.
const TURN: f32 = 2.5;
const PAD: f32 = 0.85;
/// A row higher than this may be torn; nothing reasonable is.
const TALLEST_ROW: f32 = 150.0;

struct Measured {
    style: Style,
    /// Left edge and width of each column.
    places: Vec<(f32, f32)>,
    left: f32,
    right: f32,
}

impl Table {
    /// The table as slices for a column of text.
    pub(crate) fn slices(&self, left: f32, width: f32) -> Vec<Slice> {
        if self.columns.is_empty() {
            return Vec::new();
        }
        let measured = self.measure(left, width);
        let mut slices = Vec::new();
        let head = self.headed.then(|| Rc::new(measured.head(&self.columns)));
        if let Some(head) = &head {
            slices.push(Slice::clone(head));
        }
        for (i, row) in self.rows.iter().enumerate() {
            let before = slices.len();
            measured.row(&self.columns, row, 0.1, 0.82, &mut slices);
            for (k, slice) in slices.iter_mut().enumerate().skip(before) {
                slice.head.clone_from(&head);
                // The head is never alone at the foot of a page.
                slice.joined |= i == 0 && k == before && head.is_some();
            }
        }
        if let Some(total) = &self.total {
            let before = slices.len();
            measured.row(&self.columns, total, 0.0, 0.0, &mut slices);
            for slice in slices.iter_mut().skip(before) {
                slice.head.clone_from(&head);
                slice.joined = before > 0;
            }
        }
        slices
    }

    fn measure(&self, left: f32, width: f32) -> Measured {
        let mut style = self.style;
        let gaps = gaps(&self.columns);
        let room = width - gaps.iter().sum::<f32>();
        let units = self.widths();
        loop {
            // A hair more than measured, so that rounding never breaks a line that fits.
            let at_size = |unit: &f32| unit * style.size + 0.05;
            let natural: Vec<f32> = units.0.iter().map(at_size).collect();
            let least: Vec<f32> = units.1.iter().map(at_size).collect();
            if least.iter().sum::<f32>() <= room || style.size <= 6.5 {
                let widths = share(&natural, &least, room, &self.columns);
                let places = places(left, &widths, &gaps);
                return Measured {
                    style,
                    places,
                    left,
                    right: left + width,
                };
            }
            style.size -= 0.5;
            style.leading = style.size * 0.467;
        }
    }

    /// Widest line and widest unbreakable piece of each column, at a size of one point.
    fn widths(&self) -> (Vec<f32>, Vec<f32>) {
        let mut natural = Vec::new();
        let mut least = Vec::new();
        for (i, column) in self.columns.iter().enumerate() {
            let head = vec![Span::bold(if self.headed {
                column.title.as_str()
            } else {
                ""
            })];
            let rows = self
                .rows
                .iter()
                .chain(&self.total)
                .filter_map(|row| row.cells.get(i));
            let extents = std::iter::once(&head)
                .chain(rows)
                .map(|cell| extent(cell, 1.0));
            let most = extents.fold((0.0_f32, 0.0_f32), |most, one| {
                (most.0.max(one.0), most.1.max(one.1))
            });
            natural.push(most.0);
            least.push(most.1);
        }
        (natural, least)
    }
}

/// Divides the room: everyone gets what it needs, spare room by share, shortage from those that
/// can break.
fn share(natural: &[f32], least: &[f32], room: f32, columns: &[Column]) -> Vec<f32> {
    let wanted: f32 = natural.iter().sum();
    if wanted <= room {
        let shares: f32 = columns.iter().map(|c| c.share).sum::<f32>().max(0.01);
        return natural
            .iter()
            .zip(columns)
            .map(|(w, c)| w + (room - wanted) * c.share / shares)
            .collect();
    }
    let needed: f32 = least.iter().sum();
    if needed >= room {
        return least.iter().map(|w| w * room / needed).collect();
    }
    let spare = room - needed;
    let stretch: f32 = natural
        .iter()
        .zip(least)
        .map(|(n, l)| n - l)
        .sum::<f32>()
        .max(0.01);
    natural
        .iter()
        .zip(least)
        .map(|(n, l)| l + (n - l) * spare / stretch)
        .collect()
}

/// Room after each column.
fn gaps(columns: &[Column]) -> Vec<f32> {
    let mut gaps: Vec<f32> = columns
        .windows(2)
        .map(|pair| {
            if pair[0].align == Align::Right && pair[1].align == Align::Left {
                GAP + TURN
            } else {
                GAP
            }
        })
        .collect();
    gaps.push(0.0);
    gaps
}

fn places(left: f32, widths: &[f32], gaps: &[f32]) -> Vec<(f32, f32)> {
    let mut x = left;
    widths
        .iter()
        .zip(gaps)
        .map(|(width, gap)| {
            let place = (x, *width);
            x += width + gap;
            place
        })
        .collect()
}

impl Measured {
    fn head(&self, columns: &[Column]) -> Slice {
        let cells: Vec<Vec<Line>> = columns
            .iter()
            .zip(&self.places)
            .map(|(c, (_, width))| break_lines(&[Span::bold(&c.title)], self.style.size, *width))
            .collect();
        let most = cells.iter().map(Vec::len).max().unwrap_or(1);
        let height = self.style.leading * most as f32 + 2.0 * PAD;
        let mut marks = Vec::new();
        for (i, lines) in cells.iter().enumerate() {
            // Heads stand on the rule.
            let skip = most - lines.len();
            for (k, line) in lines.iter().enumerate() {
                self.cell(
                    columns,
                    i,
                    line,
                    PAD + self.style.leading * (k + skip) as f32,
                    &mut marks,
                );
            }
        }
        marks.push(Mark::Rule {
            from: (self.left, height),
            to: (self.right, height),
            thickness: 0.3,
            grey: 0.1,
        });
        Slice {
            height: height + 0.3,
            marks,
            ..Slice::default()
        }
    }

    fn row(
        &self,
        columns: &[Column],
        row: &Row,
        thickness: f32,
        grey: f32,
        slices: &mut Vec<Slice>,
    ) {
        let cells: Vec<Vec<Line>> = row
            .cells
            .iter()
            .zip(&self.places)
            .map(|(cell, (_, width))| break_lines(cell, self.style.size, *width))
            .collect();
        let most = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let notes = row.note.as_deref().map_or_else(Vec::new, |note| {
            break_lines(
                &[Span::regular(note)],
                self.style.size - 1.0,
                self.right - self.left,
            )
        });
        let tearable = self.style.leading * (most + notes.len()) as f32 > TALLEST_ROW;
        let total = most + notes.len();
        for k in 0..total {
            let mut marks = Vec::new();
            let top = if k == 0 { PAD } else { 0.0 };
            for (i, lines) in cells.iter().enumerate() {
                if let Some(line) = lines.get(k) {
                    self.cell(columns, i, line, top, &mut marks);
                }
            }
            if let Some(line) = k.checked_sub(most).and_then(|n| notes.get(n)) {
                let style = Style {
                    size: self.style.size - 1.0,
                    grey: 0.38,
                    ..self.style
                };
                marks.push(Mark::Text {
                    x: self.left,
                    y: top + base_line(style),
                    line: line.clone(),
                    style,
                });
            }
            let mut height = top + self.style.leading;
            if k + 1 == total {
                height += PAD;
                if thickness > 0.0 {
                    let (from, to) = ((self.left, height), (self.right, height));
                    marks.push(Mark::Rule {
                        from,
                        to,
                        thickness,
                        grey,
                    });
                    height += thickness;
                }
            }
            slices.push(Slice {
                height,
                marks,
                joined: k > 0 && !tearable,
                ..Slice::default()
            });
        }
    }

    fn cell(&self, columns: &[Column], i: usize, line: &Line, top: f32, marks: &mut Vec<Mark>) {
        let (Some(column), Some((x, width))) = (columns.get(i), self.places.get(i)) else {
            return;
        };
        let x = match column.align {
            Align::Left => *x,
            Align::Right => x + width - line.width,
        };
        marks.push(Mark::Text {
            x,
            y: top + base_line(self.style),
            line: line.clone(),
            style: self.style,
        });
    }
}
