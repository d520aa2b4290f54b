//! The words of the program by what one wants, as the first page of the help and the manual list them.

/// A group: its name in Dutch and English, and its words.
pub struct Group {
    /// Its name in Dutch.
    pub nl: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Its words.
    pub words: &'static [&'static str],
}

/// Every word, once.
pub const GROUPS: [Group; 8] = [
    Group {
        nl: "De dag",
        en: "The day",
        words: &["today", "overview", "proposals", "find", "history", "undo"],
    },
    Group {
        nl: "Bestanden en bank",
        en: "Files and bank",
        words: &[
            "read", "import", "imports", "match", "accept", "dismiss", "allocate", "bank",
        ],
    },
    Group {
        nl: "Klanten en facturen",
        en: "Customers and invoices",
        words: &[
            "customers",
            "customer",
            "invoices",
            "invoice",
            "why",
            "sum",
            "statement",
            "attach",
            "attachment",
            "set",
            "merge",
        ],
    },
    Group {
        nl: "Wat u vertelt",
        en: "What you tell",
        words: &[
            "pay",
            "promise",
            "hold",
            "dispute",
            "note",
            "write-off",
            "set-off",
            "waive",
            "insolvency",
        ],
    },
    Group {
        nl: "Brieven en dossiers",
        en: "Letters and dossiers",
        words: &[
            "run", "runs", "letter", "print", "confirm", "withdraw", "mail", "handover", "dossiers",
        ],
    },
    Group {
        nl: "Instellen",
        en: "Setting up",
        words: &[
            "settings",
            "plan",
            "texts",
            "rates",
            "test-page",
            "configure",
        ],
    },
    Group {
        nl: "De administratie",
        en: "The administration",
        words: &[
            "new",
            "sample",
            "recent",
            "place",
            "backup",
            "backups",
            "restore",
            "settle-restored",
            "export",
            "verify",
            "passphrase",
            "recovery-sheet",
            "unlock-test",
        ],
    },
    Group {
        nl: "Rekenen en programmeren",
        en: "Calculating and programming",
        words: &["calc", "call", "commands", "manual"],
    },
];
