//! Why a document could not be made.

/// Why a document could not be made. Nothing is written when one of these is returned.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The text holds characters that no font of the program has.
    #[error("no font has these characters: {}", .0.iter().collect::<String>())]
    Unprintable(Vec<char>),
    /// The address has more lines than fit in the window of an envelope, or none.
    #[error("the address must have 1 to 6 lines, not {0}")]
    AddressLines(usize),
    /// The kind of letter needs a claim and there is none.
    #[error("this letter needs a claim")]
    ClaimMissing,
    /// The parts of the claim do not come to its total.
    #[error("the parts of the claim come to {parts}, its total says {total}")]
    ClaimDoesNotSum {
        /// Sum of the parts.
        parts: law::Cents,
        /// The total as given.
        total: law::Cents,
    },
    /// Interest or costs are asked and the calculation sheet is missing.
    #[error("interest or costs are asked, so the calculation sheet must be there")]
    CalculationMissing,
    /// A 14-day letter asks interest or costs; it may ask the principal only.
    #[error("a 14-day letter asks the principal only")]
    NoticeAsksMore,
    /// A 14-day letter does not say which costs will be due.
    #[error("a 14-day letter must announce the exact costs")]
    NoticeWithoutCosts,
    /// The costs of a 14-day letter are over another sum than its invoices that bear costs.
    #[error("the costs are announced over {base}, the invoices that bear costs come to {rows}")]
    NoticeBase {
        /// The base of the announced costs.
        base: law::Cents,
        /// What is open of the invoices that bear costs.
        rows: law::Cents,
    },
    /// Words in a 14-day letter set a term or a last day beside the approved sentence.
    #[error("a 14-day letter may hold no other term or last day: {0:?}")]
    NoticeOtherTerm(String),
    /// The user's template does not hold.
    #[error("the template does not hold: {} problem(s)", .0.len())]
    Template(Vec<crate::template::TemplateProblem>),
    /// The payment cannot be put in a QR code.
    #[error(transparent)]
    Epc(#[from] crate::qr::EpcError),
    /// Text does not fit in a QR code.
    #[error("this does not fit in a QR code")]
    QrTooLong,
    /// The logo cannot be used.
    #[error(transparent)]
    Logo(#[from] LogoError),
    /// A font of the program cannot be read; the program is damaged.
    #[error("a font of the program cannot be read")]
    Font,
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}

/// Why a picture cannot be used as a logo.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Neither PNG nor JPEG.
    #[error("the logo must be a PNG or JPEG picture")]
    NotAPicture,
    /// The file is too large.
    #[error("the logo is {bytes} bytes; at most {limit} are allowed")]
    FileTooLarge {
        /// Size of the file.
        bytes: usize,
        /// Largest size allowed.
        limit: usize,
    },
    /// Too many pixels.
    #[error("the logo is {width} × {height} pixels; at most {limit} either way are allowed")]
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// Most pixels allowed either way.
        limit: u32,
    },
    /// Damaged, or of a sort that is not supported.
    #[error("the logo cannot be read")]
    Unreadable,
}
