//! Which tables the log protects, and what rests on what.

/// One protected table.
#[derive(Debug)]
pub(crate) struct Protected {
    /// Its name.
    pub name: &'static str,
    /// The columns that the fact's digest covers, beside the id; all but caches and big bytes.
    pub columns: &'static str,
    /// Where versions go that a later fact replaced, and the column there that names the row.
    pub past: Option<Past>,
    /// Whether its rows can be undone.
    pub undoable: bool,
    /// Whether it has a column `bytes` whose SHA-256 stands in `sha256`.
    pub has_bytes: bool,
    /// Which rows of other tables a row rests on: (column, table).
    pub rests_on: &'static [(&'static str, &'static str)],
}

/// The table of replaced versions.
#[derive(Debug)]
pub(crate) struct Past {
    /// Its name.
    pub table: &'static str,
    /// The column with the id of the row that was replaced.
    pub of: &'static str,
}

const fn rows(
    name: &'static str,
    columns: &'static str,
    rests_on: &'static [(&'static str, &'static str)],
) -> Protected {
    Protected {
        name,
        columns,
        past: None,
        undoable: true,
        has_bytes: false,
        rests_on,
    }
}

const fn sent(
    name: &'static str,
    columns: &'static str,
    rests_on: &'static [(&'static str, &'static str)],
) -> Protected {
    Protected {
        undoable: false,
        ..rows(name, columns, rests_on)
    }
}

/// All protected tables; those that others rest on come first.
pub(crate) const TABLES: &[Protected] = &[
    rows("setting", "key, value", &[]),
    rows("csv_mapping", "fingerprint, body", &[]),
    rows("user_rate", "body", &[]),
    rows("template", "name, version, text", &[]),
    rows("import", "file, kind, format, sha256", &[]),
    Protected {
        past: Some(Past {
            table: "customer_past",
            of: "customer",
        }),
        ..rows(
            "customer",
            "number, name, name_key, postcode, kvk, vat, kind, search, body",
            &[],
        )
    },
    rows(
        "merge",
        "source, target",
        &[("source", "customer"), ("target", "customer")],
    ),
    rows(
        "customer_plan",
        "customer, plan",
        &[("customer", "customer")],
    ),
    Protected {
        past: Some(Past {
            table: "invoice_past",
            of: "invoice",
        }),
        ..rows(
            "invoice",
            "customer, number, kind, date, due, amount, paid_before, vat, payment_reference, \
             credits, contract, received, description",
            &[("customer", "customer")],
        )
    },
    Protected {
        has_bytes: true,
        ..rows(
            "invoice_file",
            "invoice, name, media_type, sha256, size",
            &[("invoice", "invoice")],
        )
    },
    rows(
        "statement",
        "import, account, currency, number, from_date, through_date, opening_date, opening, \
         closing_date, closing, balance_check, not_booked, identity",
        &[("import", "import")],
    ),
    rows(
        "bank_line",
        "import, statement, account, date, value_date, amount, name, name_key, iban, remittance, \
         reference, end_to_end, mandate, bank_reference, reversal, return_reason, identity",
        &[("import", "import"), ("statement", "statement")],
    ),
    rows("line_dismissal", "line, reason", &[("line", "bank_line")]),
    rows(
        "payment",
        "customer, date, amount, line",
        &[("customer", "customer"), ("line", "bank_line")],
    ),
    rows(
        "allocation",
        "payment, customer, invoice, amount",
        &[
            ("payment", "payment"),
            ("customer", "customer"),
            ("invoice", "invoice"),
        ],
    ),
    rows(
        "hold",
        "customer, invoice, until, reason",
        CUSTOMER_AND_INVOICE,
    ),
    rows(
        "dispute",
        "customer, invoice, amount, reason, date",
        CUSTOMER_AND_INVOICE,
    ),
    rows("promise", "customer, amount, by_day, date", CUSTOMER),
    rows("insolvency", "customer, kind, date", CUSTOMER),
    rows(
        "write_off",
        "customer, invoice, amount, date, reason",
        CUSTOMER_AND_INVOICE,
    ),
    rows(
        "waiver",
        "customer, interest, costs, date, reason",
        CUSTOMER,
    ),
    rows("note", "customer, text, date", CUSTOMER),
    rows("handover", "customer, date, claim, sha256, file", CUSTOMER),
    rows(
        "handover_invoice",
        "handover, invoice",
        &[("handover", "handover"), ("invoice", "invoice")],
    ),
    rows(
        "handover_event",
        "handover, kind, amount, date, text, party",
        &[("handover", "handover")],
    ),
    sent("run", "date, out, info", &[]),
    sent(
        "letter",
        "run, customer, step, run_date, date, channels, claim, delivery_days, plan_days, \
         notice_of_default_days, info",
        &[("run", "run"), ("customer", "customer")],
    ),
    sent(
        "letter_line",
        "letter, customer, invoice, step, open, bears_costs, sent_key, other_key",
        &[
            ("letter", "letter"),
            ("customer", "customer"),
            ("invoice", "invoice"),
        ],
    ),
    Protected {
        has_bytes: true,
        ..sent(
            "letter_file",
            "letter, kind, name, media_type, sha256, size",
            &[("letter", "letter")],
        )
    },
    sent(
        "letter_move",
        "letter, state, left_on, file",
        &[("letter", "letter")],
    ),
    sent(
        "letter_withdrawal",
        "letter, reason",
        &[("letter", "letter")],
    ),
    sent("letter_saved", "letter, file", &[("letter", "letter")]),
    Protected {
        has_bytes: true,
        ..sent(
            "letter_proof",
            "letter, name, media_type, sha256, size",
            &[("letter", "letter")],
        )
    },
    Protected {
        has_bytes: true,
        ..sent(
            "mail",
            "letter, sender, recipient, message_id, sha256, size",
            &[("letter", "letter")],
        )
    },
    sent(
        "mail_move",
        "letter, mail, state, recipient, answer, address_failed, left_on",
        &[("letter", "letter"), ("mail", "mail")],
    ),
    sent("undo", "target", &[]),
];

const CUSTOMER: &[(&str, &str)] = &[("customer", "customer")];
const CUSTOMER_AND_INVOICE: &[(&str, &str)] = &[("customer", "customer"), ("invoice", "invoice")];

/// The protected table of that name.
pub(crate) fn protected(name: &str) -> Option<&'static Protected> {
    TABLES.iter().find(|table| table.name == name)
}

/// The tables whose rows rest on rows of `name`, with the column that refers to them.
pub(crate) fn resting_on(
    name: &'static str,
) -> impl Iterator<Item = (&'static Protected, &'static str)> {
    TABLES.iter().flat_map(move |table| {
        table
            .rests_on
            .iter()
            .filter(move |(_, on)| *on == name)
            .map(move |(column, _)| (table, *column))
    })
}

impl Protected {
    /// Selects (fact, id, digested columns…) of all versions, in the order of the digests.
    pub fn select_all(&self, condition: &str) -> String {
        let Protected { name, columns, .. } = self;
        let current = format!("SELECT fact, id, {columns} FROM {name} {condition}");
        match &self.past {
            None => format!("{current} ORDER BY 1, 2"),
            Some(Past { table, of }) => {
                format!(
                    "{current} UNION ALL SELECT fact, {of}, {columns} FROM {table} {condition} ORDER BY 1, 2"
                )
            }
        }
    }

    /// Selects (undoing fact, id) of the rows that were undone.
    pub fn select_undone(&self, condition: &str) -> String {
        let name = self.name;
        let current = format!("SELECT undone, id FROM {name} WHERE undone {condition}");
        match &self.past {
            None => format!("{current} ORDER BY 1, 2"),
            Some(Past { table, of }) => format!(
                "{current} UNION ALL SELECT undone, {of} FROM {table} WHERE undone {condition} ORDER BY 1, 2"
            ),
        }
    }
}
