//! Where things stand on the paper, in millimetres. Window values: the safe box that fits the
//! windows of the envelopes in use in the Netherlands, left and right.

use crate::{PageSetup, Window};

/// Width of A4.
pub(crate) const PAPER_WIDTH: f32 = 210.0;
/// Height of A4.
pub(crate) const PAPER_HEIGHT: f32 = 297.0;
/// Left and right margin.
pub(crate) const MARGIN: f32 = 20.0;
/// Width of the text.
pub(crate) const TEXT_WIDTH: f32 = PAPER_WIDTH - 2.0 * MARGIN;
/// Top of the letterhead.
pub(crate) const HEAD_TOP: f32 = 15.0;
/// The letterhead ends above this line, so that a window shifted up stays clear of it.
pub(crate) const HEAD_BOTTOM: f32 = 41.0;
/// Upper edge of the safe box in the window.
pub(crate) const WINDOW_TOP: f32 = 53.0;
/// Lower edge of the safe box in the window.
pub(crate) const WINDOW_BOTTOM: f32 = 78.0;
/// Left edge of the address in a left window.
pub(crate) const WINDOW_LEFT: f32 = 35.0;
/// Left edge of the address in a right window.
pub(crate) const WINDOW_RIGHT: f32 = 105.0;
/// Width of the safe box of a left window, of a right one.
pub(crate) const WINDOW_WIDTHS: (f32, f32) = (65.0, 70.0);
/// Base line of date and reference.
pub(crate) const META_LINE: f32 = 95.0;
/// Top of the letter's words on the first page.
pub(crate) const BODY_TOP: f32 = 100.5;
/// Top of the words on later pages.
pub(crate) const LATER_TOP: f32 = 27.0;
/// Bottom of the words.
pub(crate) const BODY_BOTTOM: f32 = 278.5;
/// Base line of the footer.
pub(crate) const FOOTER_LINE: f32 = 286.0;
/// Fold marks for an envelope of a third and of half a sheet.
pub(crate) const FOLDS: [f32; 2] = [107.0, 158.0];
/// Most lines in the window.
pub(crate) const ADDRESS_LINES: usize = 6;
/// Distance of base lines in the window.
pub(crate) const ADDRESS_LEADING: f32 = 4.2;

/// The safe box of the window, with the user's shift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct WindowBox {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) bottom: f32,
}

/// Where the address may stand.
pub(crate) fn window_box(setup: &PageSetup) -> WindowBox {
    let shift = |tenths: i16| f32::from(tenths.clamp(-100, 100)) / 10.0;
    let (left, width) = match setup.window {
        Window::Left => (WINDOW_LEFT, WINDOW_WIDTHS.0),
        Window::Right => (WINDOW_RIGHT, WINDOW_WIDTHS.1),
    };
    let down = shift(setup.shift_down);
    WindowBox {
        left: left + shift(setup.shift_right),
        top: WINDOW_TOP + down,
        width,
        bottom: WINDOW_BOTTOM + down,
    }
}
