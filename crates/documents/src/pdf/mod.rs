//! Laid-out pages → PDF, through printpdf.

/// A logo as PDF objects, compressed once.
#[derive(PartialEq, Eq)]
pub(crate) struct LogoObjects {
    pub(crate) width: u32,
    pub(crate) height: u32,
}
