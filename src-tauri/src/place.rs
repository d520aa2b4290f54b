//! Where the window stood: its size and place, kept in one small file of this computer.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use app::Host as _;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, Runtime, WebviewWindow, Window};

use crate::host::Computer;
use crate::window::LABEL;

/// A place on the screen, in physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// The file that holds the place, and the last place known.
pub(crate) struct Places {
    file: Option<PathBuf>,
    known: Mutex<Option<Place>>,
}

/// A screen: left, top, width, height in physical pixels.
type Screen = (i32, i32, u32, u32);

/// How much of the window's head must be on a screen, so that it can be taken hold of.
const GRIP: i32 = 120;

impl Place {
    /// Whether the window's head is on one of these screens.
    fn within_reach(&self, screens: &[Screen]) -> bool {
        screens.iter().any(|&(left, top, width, height)| {
            let right = left.saturating_add_unsigned(width);
            let bottom = top.saturating_add_unsigned(height);
            let ends = self.x.saturating_add_unsigned(self.width);
            ends >= left.saturating_add(GRIP)
                && self.x <= right.saturating_sub(GRIP)
                && self.y >= top.saturating_sub(GRIP / 4)
                && self.y <= bottom.saturating_sub(GRIP)
        })
    }

    /// No larger than the largest screen that is there now.
    fn fitted(mut self, screens: &[Screen]) -> Place {
        if let Some(&(_, _, width, height)) = screens
            .iter()
            .max_by_key(|screen| u64::from(screen.2) * u64::from(screen.3))
        {
            self.width = self.width.min(width);
            self.height = self.height.min(height);
        }
        self
    }
}

impl Places {
    /// The places of this computer.
    pub(crate) fn new(computer: &Computer) -> Places {
        let file = computer.data_dir().map(|folder| folder.join("place.json"));
        // A file that is missing or torn only means that the window stands in the middle.
        let known = file
            .as_ref()
            .and_then(|file| std::fs::read(file).ok())
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Places {
            file,
            known: Mutex::new(known),
        }
    }

    fn known(&self) -> Option<Place> {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a place. Failing to must never keep the window from closing.
    fn keep(&self, place: Place) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
        let Some(file) = &self.file else { return };
        let Ok(bytes) = serde_json::to_vec(&place) else {
            return;
        };
        if let Some(folder) = file.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        let fresh = file.with_extension("json.new");
        if std::fs::write(&fresh, bytes).is_ok() {
            let _ = std::fs::rename(&fresh, file);
        }
    }
}

/// Puts the window where it last stood, if that is still on a screen.
pub(crate) fn restore<R: Runtime>(window: &WebviewWindow<R>) {
    let Some(place) = window.state::<Places>().known() else {
        return;
    };
    let screens: Vec<Screen> = window
        .available_monitors()
        .unwrap_or_default()
        .iter()
        .map(|screen| {
            let (at, size) = (screen.position(), screen.size());
            (at.x, at.y, size.width, size.height)
        })
        .collect();
    let place = place.fitted(&screens);
    // A window manager that refuses leaves the window in the middle: no harm.
    let _ = window.set_size(PhysicalSize::new(place.width, place.height));
    if place.within_reach(&screens) {
        let _ = window.set_position(PhysicalPosition::new(place.x, place.y));
    }
    if place.maximized {
        let _ = window.maximize();
    }
}

/// Remembers where the window stands.
pub(crate) fn remember<R: Runtime>(window: &Window<R>) {
    let places = window.state::<Places>();
    let maximized = window.is_maximized().unwrap_or(false);
    if maximized
        || window.is_fullscreen().unwrap_or(false)
        || window.is_minimized().unwrap_or(false)
    {
        // Its size as it is now is the screen's; the one before it is worth keeping.
        if let Some(place) = places.known() {
            places.keep(Place { maximized, ..place });
        }
        return;
    }
    if let (Ok(at), Ok(size)) = (window.outer_position(), window.inner_size()) {
        places.keep(Place {
            x: at.x,
            y: at.y,
            width: size.width,
            height: size.height,
            maximized: false,
        });
    }
}

/// Remembers where the window stands, if it is still there.
pub(crate) fn remember_main<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        remember(&window.as_ref().window());
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Screen};

    const LAPTOP: Screen = (0, 0, 1920, 1080);
    const BESIDE: Screen = (1920, 0, 2560, 1440);

    fn at(x: i32, y: i32) -> Place {
        Place {
            x,
            y,
            width: 1440,
            height: 900,
            maximized: false,
        }
    }

    #[test]
    fn a_window_whose_screen_was_taken_away_is_not_put_there() {
        let place = at(2400, 100);
        assert!(place.within_reach(&[LAPTOP, BESIDE]));
        assert!(
            !place.within_reach(&[LAPTOP]),
            "nobody could take hold of it any more"
        );
        assert!(
            !at(0, -500).within_reach(&[LAPTOP]),
            "its head would be above the screen"
        );
        assert!(
            at(-1200, 20).within_reach(&[LAPTOP]),
            "a good part of its head still shows"
        );
        assert!(
            !at(0, 0).within_reach(&[]),
            "without screens nothing is known"
        );
    }

    #[test]
    fn a_window_is_no_larger_than_the_largest_screen() {
        let large = Place {
            width: 2500,
            height: 1400,
            ..at(0, 0)
        };
        let fitted = large.fitted(&[LAPTOP]);
        assert_eq!((fitted.width, fitted.height), (1920, 1080));
        assert_eq!(large.fitted(&[LAPTOP, BESIDE]), large);
    }
}
