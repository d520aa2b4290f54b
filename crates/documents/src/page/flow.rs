//! Blocks in a column, cut into slices that are never torn, filled onto pages.

use std::rc::Rc;

use super::{Mark, Page, Table};
use crate::text::{Line, Span, Style, break_lines};

/// A piece that is never torn. Marks have page `x` and a `y` from the slice's top.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slice {
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
    /// Room above, dropped at the top of a page.
    pub(crate) gap: f32,
    /// Must stand on the same page as the slice before it.
    pub(crate) joined: bool,
    /// Starts a new page.
    pub(crate) new_page: bool,
    /// Repeated above this slice when it is the first on its page.
    pub(crate) head: Option<Rc<Slice>>,
}

/// Where the words of a page may stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) first_top: f32,
    pub(crate) later_top: f32,
    pub(crate) bottom: f32,
}

/// A column being filled.
pub(crate) struct Flow {
    pub(crate) left: f32,
    pub(crate) width: f32,
    slices: Vec<Slice>,
    gap: f32,
    join_next: bool,
    break_next: bool,
}

impl Flow {
    pub(crate) fn new(left: f32, width: f32) -> Flow {
        Flow {
            left,
            width,
            slices: Vec::new(),
            gap: 0.0,
            join_next: false,
            break_next: false,
        }
    }

    /// Room before the next block.
    pub(crate) fn space(&mut self, millimetres: f32) {
        self.gap = self.gap.max(millimetres);
    }

    /// The next block starts a new page.
    pub(crate) fn page_break(&mut self) {
        self.break_next = true;
    }

    /// The next block stays with the one before.
    pub(crate) fn keep_with_next(&mut self) {
        self.join_next = true;
    }

    /// Adds a slice, with the room and the ties asked before it.
    pub(crate) fn push(&mut self, mut slice: Slice) {
        slice.gap = slice.gap.max(std::mem::take(&mut self.gap));
        slice.joined |= std::mem::take(&mut self.join_next);
        slice.new_page |= std::mem::take(&mut self.break_next) && !self.slices.is_empty();
        self.slices.push(slice);
    }

    /// A paragraph; never fewer than two of its lines alone on a page.
    pub(crate) fn paragraph(&mut self, spans: &[Span], style: Style) {
        self.indented(spans, style, 0.0, None);
    }

    /// A paragraph further to the right, with a mark such as a dot before its first line.
    pub(crate) fn indented(
        &mut self,
        spans: &[Span],
        style: Style,
        indent: f32,
        bullet: Option<&str>,
    ) {
        let lines = break_lines(spans, style.size, self.width - indent);
        let count = lines.len();
        for (i, line) in lines.into_iter().enumerate() {
            let mut marks = Vec::new();
            if let (0, Some(bullet)) = (i, bullet) {
                marks.push(Mark::text(
                    self.left,
                    base_line(style),
                    crate::fonts::Weight::Regular,
                    bullet,
                    style,
                ));
            }
            marks.push(Mark::Text {
                x: self.left + indent,
                y: base_line(style),
                line,
                style,
            });
            let joined = i == 1 || (i > 0 && i + 1 == count);
            self.push(Slice {
                height: style.leading,
                marks,
                joined,
                ..Slice::default()
            });
        }
    }

    /// A heading, kept with what follows.
    pub(crate) fn heading(&mut self, spans: &[Span], style: Style) {
        let lines = break_lines(spans, style.size, self.width);
        for (i, line) in lines.into_iter().enumerate() {
            let marks = vec![Mark::Text {
                x: self.left,
                y: base_line(style),
                line,
                style,
            }];
            self.push(Slice {
                height: style.leading,
                marks,
                joined: i > 0,
                ..Slice::default()
            });
        }
        self.keep_with_next();
    }

    /// A table.
    pub(crate) fn table(&mut self, table: &Table) {
        for slice in table.slices(self.left, self.width) {
            self.push(slice);
        }
    }

    /// Names with values, the values in one column.
    pub(crate) fn pairs(&mut self, pairs: &[(Vec<Span>, Vec<Span>)], style: Style, most: f32) {
        let widest = pairs
            .iter()
            .flat_map(|(name, _)| break_lines(name, style.size, most))
            .map(|l| l.width);
        let column = widest.fold(0.0, f32::max).min(most) + 5.0;
        for (i, (name, value)) in pairs.iter().enumerate() {
            let names = break_lines(name, style.size, most);
            let values = break_lines(value, style.size, self.width - column);
            for row in 0..names.len().max(values.len()) {
                let mut marks = Vec::new();
                let mut add = |x: f32, line: Option<&Line>| {
                    if let Some(line) = line {
                        marks.push(Mark::Text {
                            x,
                            y: base_line(style),
                            line: line.clone(),
                            style,
                        });
                    }
                };
                add(self.left, names.get(row));
                add(self.left + column, values.get(row));
                let joined = row > 0 || i == 1;
                self.push(Slice {
                    height: style.leading,
                    marks,
                    joined,
                    ..Slice::default()
                });
            }
        }
    }

    /// Height of everything, were the page endless.
    pub(crate) fn height(&self) -> f32 {
        height(&self.slices, true)
    }

    /// Fills pages.
    pub(crate) fn paginate(self, frame: Frame) -> Vec<Page> {
        let mut pages = vec![Page::default()];
        let mut y = frame.first_top;
        let mut fresh = true;
        let mut slices = self.slices;
        let mut at = 0;
        while at < slices.len() {
            let end = chunk_end(&slices, at);
            let chunk = &mut slices[at..end];
            let later_room = frame.bottom - frame.later_top;
            let fits = y + height(chunk, fresh) <= frame.bottom + 0.01;
            // A chunk higher than a page is torn at its slices after all.
            let torn = height(chunk, true) > later_room;
            let starts_page = chunk.first().is_some_and(|s| s.new_page) || (!fits && !torn);
            if starts_page && !fresh {
                pages.push(Page::default());
                (y, fresh) = (frame.later_top, true);
            }
            for slice in chunk {
                let gap = if fresh { 0.0 } else { slice.gap };
                if !fresh && y + gap + slice.height > frame.bottom + 0.01 {
                    pages.push(Page::default());
                    (y, fresh) = (frame.later_top, true);
                }
                if let (true, Some(head)) = (fresh && pages.len() > 1, &slice.head) {
                    draw(&mut pages, head.marks.clone(), y);
                    y += head.height;
                }
                y += if fresh { 0.0 } else { gap };
                draw(&mut pages, std::mem::take(&mut slice.marks), y);
                y += slice.height;
                fresh = false;
            }
            at = end;
        }
        pages
    }
}

/// Where the base line stands in a line of text, so that ascenders and descenders are inside.
pub(crate) fn base_line(style: Style) -> f32 {
    let body = style.size * crate::text::MM;
    (style.leading - body) / 2.0 + body * 0.86
}

fn chunk_end(slices: &[Slice], start: usize) -> usize {
    let mut end = start + 1;
    while slices
        .get(end)
        .is_some_and(|slice| slice.joined && !slice.new_page)
    {
        end += 1;
    }
    end
}

fn height(chunk: &[Slice], fresh: bool) -> f32 {
    let gaps = chunk
        .iter()
        .enumerate()
        .map(|(i, s)| if i == 0 && fresh { 0.0 } else { s.gap });
    let head = chunk
        .first()
        .and_then(|s| s.head.as_ref())
        .filter(|_| fresh)
        .map_or(0.0, |h| h.height);
    gaps.sum::<f32>() + chunk.iter().map(|s| s.height).sum::<f32>() + head
}

fn draw(pages: &mut [Page], marks: Vec<Mark>, y: f32) {
    if let Some(page) = pages.last_mut() {
        page.marks
            .extend(marks.into_iter().map(|mark| mark.lowered(y)));
    }
}
