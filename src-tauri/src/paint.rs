//! How the web view paints where there is no graphics card.

/// Has the web view paint by itself where no graphics card would do it. To be called before
/// anything else: it sets a variable of the environment, which no other thread may be reading.
///
/// On Linux WebKit otherwise lets the processor play the card, and each frame costs ten times as
/// much. On Windows and macOS the system's web view sees to this itself.
#[cfg(target_os = "linux")]
pub(crate) fn suit_the_computer() {
    if !has_graphics_card() {
        // What the user has set stays; where it cannot be set the window is only slower.
        let _ = gtk::glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn suit_the_computer() {}

/// Whether the system offers a device to draw with.
#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|devices| {
        devices.flatten().any(|device| {
            device
                .file_name()
                .as_encoded_bytes()
                .starts_with(b"renderD")
        })
    })
}
