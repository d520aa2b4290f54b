-- The books of one creditor. Facts are stored; balances are derived.
--
-- Every row bears the fact that made it, and once undone the fact that undid it; nothing is ever
-- deleted. The fact holds a digest of its rows. References to facts are deferred: a fact is
-- written after its rows, because it bears their digest.

CREATE TABLE fact (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, -- sqlite_sequence tells when the tail was cut off
  at TEXT NOT NULL CHECK (length(at) = 24),
  day TEXT NOT NULL CHECK (day IS date(day)),
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  subject_kind TEXT CHECK (subject_kind IN ('customer', 'invoice', 'bank_line', 'payment', 'allocation', 'letter', 'run', 'import', 'fact')),
  subject INTEGER CHECK ((subject IS NULL) = (subject_kind IS NULL)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX fact_subject ON fact (subject_kind, subject);
CREATE TRIGGER fact_update BEFORE UPDATE ON fact BEGIN SELECT RAISE(ABORT, 'the log cannot be changed'); END;
CREATE TRIGGER fact_delete BEFORE DELETE ON fact BEGIN SELECT RAISE(ABORT, 'the log cannot be changed'); END;
CREATE TRIGGER fact_replace BEFORE INSERT ON fact WHEN EXISTS (SELECT 1 FROM fact WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the log cannot be changed'); END;

-- The current version of each customer. `head` is itself, or the customer it was merged into.
CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  head INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  number TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  postcode TEXT NOT NULL,
  kvk TEXT,
  vat TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('unknown', 'consumer', 'business', 'government')),
  search TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX customer_fact ON customer (fact);
CREATE INDEX customer_undone ON customer (undone) WHERE undone IS NOT NULL;
CREATE UNIQUE INDEX customer_number ON customer (number) WHERE undone IS NULL AND number IS NOT NULL;
CREATE INDEX customer_head ON customer (head) WHERE head <> id;
CREATE INDEX customer_kvk ON customer (kvk) WHERE kvk IS NOT NULL;
CREATE INDEX customer_vat ON customer (vat) WHERE vat IS NOT NULL;
CREATE INDEX customer_name ON customer (name_key, postcode);
CREATE TRIGGER customer_delete BEFORE DELETE ON customer BEGIN SELECT RAISE(ABORT, 'customer cannot be deleted'); END;

-- Versions of customers that a later fact replaced.
CREATE TABLE customer_past (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  number TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  postcode TEXT NOT NULL,
  kvk TEXT,
  vat TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('unknown', 'consumer', 'business', 'government')),
  search TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX customer_past_fact ON customer_past (fact);
CREATE INDEX customer_past_undone ON customer_past (undone) WHERE undone IS NOT NULL;
CREATE INDEX customer_past_customer ON customer_past (customer);

-- Which accounts a customer pays from: a cache of the bodies, for quick search.
CREATE TABLE customer_iban (
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  iban TEXT NOT NULL,
  PRIMARY KEY (iban, customer)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_iban_customer ON customer_iban (customer);

-- The current version of each invoice and credit note.
CREATE TABLE invoice (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  date TEXT NOT NULL CHECK (date IS date(date)),
  due TEXT CHECK (due IS date(due)),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  paid_before INTEGER NOT NULL CHECK (paid_before BETWEEN -1000000000000 AND 1000000000000),
  vat INTEGER CHECK (vat BETWEEN -1000000000000 AND 1000000000000),
  payment_reference TEXT,
  credits TEXT,
  contract TEXT,
  received TEXT CHECK (received IS date(received)),
  description TEXT
) STRICT;
CREATE INDEX invoice_fact ON invoice (fact);
CREATE INDEX invoice_undone ON invoice (undone) WHERE undone IS NOT NULL;
CREATE UNIQUE INDEX invoice_number ON invoice (number, customer, kind) WHERE undone IS NULL;
CREATE INDEX invoice_customer ON invoice (customer);
CREATE TRIGGER invoice_delete BEFORE DELETE ON invoice BEGIN SELECT RAISE(ABORT, 'invoice cannot be deleted'); END;

-- Versions of invoices that a later fact replaced.
CREATE TABLE invoice_past (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  invoice INTEGER NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  date TEXT NOT NULL CHECK (date IS date(date)),
  due TEXT CHECK (due IS date(due)),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  paid_before INTEGER NOT NULL CHECK (paid_before BETWEEN -1000000000000 AND 1000000000000),
  vat INTEGER CHECK (vat BETWEEN -1000000000000 AND 1000000000000),
  payment_reference TEXT,
  credits TEXT,
  contract TEXT,
  received TEXT CHECK (received IS date(received)),
  description TEXT
) STRICT;
CREATE INDEX invoice_past_fact ON invoice_past (fact);
CREATE INDEX invoice_past_undone ON invoice_past (undone) WHERE undone IS NOT NULL;
CREATE INDEX invoice_past_invoice ON invoice_past (invoice);

-- The invoice itself, as it came in (XML, embedded PDF).
CREATE TABLE invoice_file (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  invoice INTEGER NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX invoice_file_fact ON invoice_file (fact);
CREATE INDEX invoice_file_undone ON invoice_file (undone) WHERE undone IS NOT NULL;
CREATE UNIQUE INDEX invoice_file_once ON invoice_file (invoice, sha256) WHERE undone IS NULL;
CREATE TRIGGER invoice_file_update BEFORE UPDATE OF id, fact, invoice, name, media_type, sha256, size, bytes ON invoice_file BEGIN SELECT RAISE(ABORT, 'invoice_file cannot be changed'); END;
CREATE TRIGGER invoice_file_delete BEFORE DELETE ON invoice_file BEGIN SELECT RAISE(ABORT, 'invoice_file cannot be deleted'); END;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  file TEXT NOT NULL,
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX import_fact ON import (fact);
CREATE INDEX import_undone ON import (undone) WHERE undone IS NOT NULL;
CREATE TRIGGER import_update BEFORE UPDATE OF id, fact, file, kind, format, sha256 ON import BEGIN SELECT RAISE(ABORT, 'import cannot be changed'); END;
CREATE TRIGGER import_delete BEFORE DELETE ON import BEGIN SELECT RAISE(ABORT, 'import cannot be deleted'); END;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  import INTEGER NOT NULL REFERENCES import (id) ON DELETE RESTRICT,
  account TEXT NOT NULL,
  currency TEXT NOT NULL,
  number TEXT,
  from_date TEXT CHECK (from_date IS date(from_date)),
  through_date TEXT CHECK (through_date IS date(through_date)),
  opening_date TEXT CHECK (opening_date IS date(opening_date)),
  opening INTEGER CHECK (opening BETWEEN -1000000000000 AND 1000000000000),
  closing_date TEXT CHECK (closing_date IS date(closing_date)),
  closing INTEGER CHECK (closing BETWEEN -1000000000000 AND 1000000000000),
  balance_check TEXT NOT NULL CHECK (balance_check IN ('ok', 'fails', 'unavailable')),
  not_booked INTEGER NOT NULL CHECK (not_booked >= 0),
  identity BLOB NOT NULL CHECK (length(identity) = 16)
) STRICT;
CREATE INDEX statement_fact ON statement (fact);
CREATE INDEX statement_undone ON statement (undone) WHERE undone IS NOT NULL;
CREATE UNIQUE INDEX statement_once ON statement (identity) WHERE undone IS NULL;
CREATE TRIGGER statement_update BEFORE UPDATE OF id, fact, import, account, currency, number, from_date, through_date, opening_date, opening, closing_date, closing, balance_check, not_booked, identity ON statement BEGIN SELECT RAISE(ABORT, 'statement cannot be changed'); END;
CREATE TRIGGER statement_delete BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'statement cannot be deleted'); END;

-- `waiting`: neither booked nor dismissed; a cache.
CREATE TABLE bank_line (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  waiting INTEGER NOT NULL CHECK (waiting IN (0, 1)),
  import INTEGER NOT NULL REFERENCES import (id) ON DELETE RESTRICT,
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE RESTRICT,
  account TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date IS date(date)),
  value_date TEXT CHECK (value_date IS date(value_date)),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  name TEXT,
  name_key TEXT NOT NULL,
  iban TEXT,
  remittance TEXT NOT NULL,
  reference TEXT,
  end_to_end TEXT,
  mandate TEXT,
  bank_reference TEXT,
  reversal INTEGER NOT NULL CHECK (reversal IN (0, 1)),
  return_reason TEXT,
  identity BLOB NOT NULL CHECK (length(identity) = 16)
) STRICT;
CREATE INDEX bank_line_fact ON bank_line (fact);
CREATE INDEX bank_line_undone ON bank_line (undone) WHERE undone IS NOT NULL;
CREATE UNIQUE INDEX bank_line_once ON bank_line (identity) WHERE undone IS NULL;
CREATE INDEX bank_line_waiting ON bank_line (id) WHERE waiting = 1 AND undone IS NULL;
CREATE INDEX bank_line_date ON bank_line (date) WHERE undone IS NULL;
CREATE INDEX bank_line_statement ON bank_line (statement);
CREATE INDEX bank_line_import ON bank_line (import);
CREATE TRIGGER bank_line_update BEFORE UPDATE OF id, fact, import, statement, account, date, value_date, amount, name, name_key, iban, remittance, reference, end_to_end, mandate, bank_reference, reversal, return_reason, identity ON bank_line BEGIN SELECT RAISE(ABORT, 'bank_line cannot be changed'); END;
CREATE TRIGGER bank_line_delete BEFORE DELETE ON bank_line BEGIN SELECT RAISE(ABORT, 'bank_line cannot be deleted'); END;

-- Lines that are no customer's money.
CREATE TABLE line_dismissal (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  line INTEGER NOT NULL REFERENCES bank_line (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX line_dismissal_fact ON line_dismissal (fact);
CREATE INDEX line_dismissal_undone ON line_dismissal (undone) WHERE undone IS NOT NULL;
CREATE UNIQUE INDEX line_dismissal_once ON line_dismissal (line) WHERE undone IS NULL;
CREATE TRIGGER line_dismissal_update BEFORE UPDATE OF id, fact, line, reason ON line_dismissal BEGIN SELECT RAISE(ABORT, 'line_dismissal cannot be changed'); END;
CREATE TRIGGER line_dismissal_delete BEFORE DELETE ON line_dismissal BEGIN SELECT RAISE(ABORT, 'line_dismissal cannot be deleted'); END;

CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  date TEXT NOT NULL CHECK (date IS date(date)),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  line INTEGER REFERENCES bank_line (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX payment_fact ON payment (fact);
CREATE INDEX payment_undone ON payment (undone) WHERE undone IS NOT NULL;
CREATE INDEX payment_customer ON payment (customer);
CREATE INDEX payment_line ON payment (line) WHERE line IS NOT NULL;
CREATE TRIGGER payment_update BEFORE UPDATE OF id, fact, customer, date, amount, line ON payment BEGIN SELECT RAISE(ABORT, 'payment cannot be changed'); END;
CREATE TRIGGER payment_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'payment cannot be deleted'); END;

-- `customer` is that of the payment.
CREATE TABLE allocation (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  payment INTEGER NOT NULL REFERENCES payment (id) ON DELETE RESTRICT,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  invoice INTEGER NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000)
) STRICT;
CREATE INDEX allocation_fact ON allocation (fact);
CREATE INDEX allocation_undone ON allocation (undone) WHERE undone IS NOT NULL;
CREATE INDEX allocation_customer ON allocation (customer);
CREATE INDEX allocation_payment ON allocation (payment);
CREATE INDEX allocation_invoice ON allocation (invoice);
CREATE TRIGGER allocation_update BEFORE UPDATE OF id, fact, payment, customer, invoice, amount ON allocation BEGIN SELECT RAISE(ABORT, 'allocation cannot be changed'); END;
CREATE TRIGGER allocation_delete BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'allocation cannot be deleted'); END;

CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  invoice INTEGER REFERENCES invoice (id) ON DELETE RESTRICT,
  until TEXT NOT NULL CHECK (until IS date(until)),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX hold_fact ON hold (fact);
CREATE INDEX hold_undone ON hold (undone) WHERE undone IS NOT NULL;
CREATE INDEX hold_customer ON hold (customer);
CREATE INDEX hold_invoice ON hold (invoice);
CREATE TRIGGER hold_update BEFORE UPDATE OF id, fact, customer, invoice, until, reason ON hold BEGIN SELECT RAISE(ABORT, 'hold cannot be changed'); END;
CREATE TRIGGER hold_delete BEFORE DELETE ON hold BEGIN SELECT RAISE(ABORT, 'hold cannot be deleted'); END;

CREATE TABLE dispute (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  invoice INTEGER NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT,
  amount INTEGER CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  reason TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date IS date(date))
) STRICT;
CREATE INDEX dispute_fact ON dispute (fact);
CREATE INDEX dispute_undone ON dispute (undone) WHERE undone IS NOT NULL;
CREATE INDEX dispute_customer ON dispute (customer);
CREATE INDEX dispute_invoice ON dispute (invoice);
CREATE TRIGGER dispute_update BEFORE UPDATE OF id, fact, customer, invoice, amount, reason, date ON dispute BEGIN SELECT RAISE(ABORT, 'dispute cannot be changed'); END;
CREATE TRIGGER dispute_delete BEFORE DELETE ON dispute BEGIN SELECT RAISE(ABORT, 'dispute cannot be deleted'); END;

CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  by_day TEXT NOT NULL CHECK (by_day IS date(by_day)),
  date TEXT NOT NULL CHECK (date IS date(date))
) STRICT;
CREATE INDEX promise_fact ON promise (fact);
CREATE INDEX promise_undone ON promise (undone) WHERE undone IS NOT NULL;
CREATE INDEX promise_customer ON promise (customer);
CREATE TRIGGER promise_update BEFORE UPDATE OF id, fact, customer, amount, by_day, date ON promise BEGIN SELECT RAISE(ABORT, 'promise cannot be changed'); END;
CREATE TRIGGER promise_delete BEFORE DELETE ON promise BEGIN SELECT RAISE(ABORT, 'promise cannot be deleted'); END;

CREATE TABLE insolvency (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('bankruptcy', 'suspension_of_payments', 'debt_restructuring', 'moratorium', 'debt_counselling', 'administration')),
  date TEXT NOT NULL CHECK (date IS date(date))
) STRICT;
CREATE INDEX insolvency_fact ON insolvency (fact);
CREATE INDEX insolvency_undone ON insolvency (undone) WHERE undone IS NOT NULL;
CREATE INDEX insolvency_customer ON insolvency (customer);
CREATE TRIGGER insolvency_update BEFORE UPDATE OF id, fact, customer, kind, date ON insolvency BEGIN SELECT RAISE(ABORT, 'insolvency cannot be changed'); END;
CREATE TRIGGER insolvency_delete BEFORE DELETE ON insolvency BEGIN SELECT RAISE(ABORT, 'insolvency cannot be deleted'); END;

CREATE TABLE write_off (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  invoice INTEGER NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  date TEXT NOT NULL CHECK (date IS date(date)),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX write_off_fact ON write_off (fact);
CREATE INDEX write_off_undone ON write_off (undone) WHERE undone IS NOT NULL;
CREATE INDEX write_off_customer ON write_off (customer);
CREATE INDEX write_off_invoice ON write_off (invoice);
CREATE TRIGGER write_off_update BEFORE UPDATE OF id, fact, customer, invoice, amount, date, reason ON write_off BEGIN SELECT RAISE(ABORT, 'write_off cannot be changed'); END;
CREATE TRIGGER write_off_delete BEFORE DELETE ON write_off BEGIN SELECT RAISE(ABORT, 'write_off cannot be deleted'); END;

CREATE TABLE waiver (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  interest INTEGER NOT NULL CHECK (interest BETWEEN -1000000000000 AND 1000000000000),
  costs INTEGER NOT NULL CHECK (costs BETWEEN -1000000000000 AND 1000000000000),
  date TEXT NOT NULL CHECK (date IS date(date)),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX waiver_fact ON waiver (fact);
CREATE INDEX waiver_undone ON waiver (undone) WHERE undone IS NOT NULL;
CREATE INDEX waiver_customer ON waiver (customer);
CREATE TRIGGER waiver_update BEFORE UPDATE OF id, fact, customer, interest, costs, date, reason ON waiver BEGIN SELECT RAISE(ABORT, 'waiver cannot be changed'); END;
CREATE TRIGGER waiver_delete BEFORE DELETE ON waiver BEGIN SELECT RAISE(ABORT, 'waiver cannot be deleted'); END;

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  text TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date IS date(date))
) STRICT;
CREATE INDEX note_fact ON note (fact);
CREATE INDEX note_undone ON note (undone) WHERE undone IS NOT NULL;
CREATE INDEX note_customer ON note (customer);
CREATE TRIGGER note_update BEFORE UPDATE OF id, fact, customer, text, date ON note BEGIN SELECT RAISE(ABORT, 'note cannot be changed'); END;
CREATE TRIGGER note_delete BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'note cannot be deleted'); END;

CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  date TEXT NOT NULL CHECK (date IS date(date)),
  claim TEXT NOT NULL CHECK (json_valid(claim)),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  file TEXT NOT NULL
) STRICT;
CREATE INDEX handover_fact ON handover (fact);
CREATE INDEX handover_undone ON handover (undone) WHERE undone IS NOT NULL;
CREATE INDEX handover_customer ON handover (customer);
CREATE TRIGGER handover_update BEFORE UPDATE OF id, fact, customer, date, claim, sha256, file ON handover BEGIN SELECT RAISE(ABORT, 'handover cannot be changed'); END;
CREATE TRIGGER handover_delete BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'handover cannot be deleted'); END;

CREATE TABLE handover_invoice (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  handover INTEGER NOT NULL REFERENCES handover (id) ON DELETE RESTRICT,
  invoice INTEGER NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX handover_invoice_fact ON handover_invoice (fact);
CREATE INDEX handover_invoice_undone ON handover_invoice (undone) WHERE undone IS NOT NULL;
CREATE INDEX handover_invoice_handover ON handover_invoice (handover);
CREATE INDEX handover_invoice_invoice ON handover_invoice (invoice);
CREATE TRIGGER handover_invoice_update BEFORE UPDATE OF id, fact, handover, invoice ON handover_invoice BEGIN SELECT RAISE(ABORT, 'handover_invoice cannot be changed'); END;
CREATE TRIGGER handover_invoice_delete BEFORE DELETE ON handover_invoice BEGIN SELECT RAISE(ABORT, 'handover_invoice cannot be deleted'); END;

-- A dunning plan of its own; the newest holds, and an empty one means none.
CREATE TABLE customer_plan (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  plan TEXT CHECK (json_valid(plan))
) STRICT;
CREATE INDEX customer_plan_fact ON customer_plan (fact);
CREATE INDEX customer_plan_undone ON customer_plan (undone) WHERE undone IS NOT NULL;
CREATE INDEX customer_plan_customer ON customer_plan (customer);
CREATE TRIGGER customer_plan_update BEFORE UPDATE OF id, fact, customer, plan ON customer_plan BEGIN SELECT RAISE(ABORT, 'customer_plan cannot be changed'); END;
CREATE TRIGGER customer_plan_delete BEFORE DELETE ON customer_plan BEGIN SELECT RAISE(ABORT, 'customer_plan cannot be deleted'); END;

CREATE TABLE merge (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  source INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT CHECK (source <> target),
  target INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX merge_fact ON merge (fact);
CREATE INDEX merge_undone ON merge (undone) WHERE undone IS NOT NULL;
CREATE UNIQUE INDEX merge_once ON merge (source) WHERE undone IS NULL;
CREATE INDEX merge_target ON merge (target);
CREATE TRIGGER merge_update BEFORE UPDATE OF id, fact, source, target ON merge BEGIN SELECT RAISE(ABORT, 'merge cannot be changed'); END;
CREATE TRIGGER merge_delete BEFORE DELETE ON merge BEGIN SELECT RAISE(ABORT, 'merge cannot be deleted'); END;

-- What left, or is about to: rows below are never undone.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date IS date(date)),
  out TEXT NOT NULL,
  info TEXT NOT NULL CHECK (json_valid(info))
) STRICT;
CREATE INDEX run_fact ON run (fact);
CREATE TRIGGER run_update BEFORE UPDATE OF id, fact, date, out, info ON run BEGIN SELECT RAISE(ABORT, 'run cannot be changed'); END;
CREATE TRIGGER run_delete BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'run cannot be deleted'); END;
CREATE TRIGGER run_replace BEFORE INSERT ON run WHEN EXISTS (SELECT 1 FROM run WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'run cannot be replaced'); END;

-- `state` and `left_on` repeat what letter_move holds.
CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE RESTRICT,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  step TEXT NOT NULL CHECK (step IN ('reminder', 'final_reminder', 'notice_14_days', 'final_demand', 'handover')),
  run_date TEXT NOT NULL CHECK (run_date IS date(run_date)),
  date TEXT NOT NULL CHECK (date IS date(date)),
  channels TEXT NOT NULL CHECK (json_valid(channels)),
  claim TEXT NOT NULL CHECK (json_valid(claim)),
  delivery_days INTEGER NOT NULL CHECK (delivery_days BETWEEN 0 AND 255),
  plan_days INTEGER NOT NULL CHECK (plan_days BETWEEN 0 AND 65535),
  notice_of_default_days INTEGER CHECK (notice_of_default_days BETWEEN 0 AND 65535),
  info TEXT NOT NULL CHECK (json_valid(info)),
  state TEXT NOT NULL CHECK (state IN ('approved', 'handed_over', 'confirmed')),
  left_on TEXT CHECK (left_on IS date(left_on))
) STRICT;
CREATE INDEX letter_fact ON letter (fact);
CREATE INDEX letter_run ON letter (run);
CREATE INDEX letter_customer ON letter (customer);
CREATE INDEX letter_pending ON letter (id) WHERE state = 'approved';
CREATE TRIGGER letter_forward BEFORE UPDATE OF state ON letter
WHEN NOT ((OLD.state = 'approved' AND NEW.state = 'handed_over') OR (OLD.state = 'handed_over' AND NEW.state = 'confirmed'))
BEGIN SELECT RAISE(ABORT, 'a letter only goes forward'); END;
CREATE TRIGGER letter_update BEFORE UPDATE OF id, fact, run, customer, step, run_date, date, channels, claim, delivery_days, plan_days, notice_of_default_days, info ON letter BEGIN SELECT RAISE(ABORT, 'letter cannot be changed'); END;
CREATE TRIGGER letter_delete BEFORE DELETE ON letter BEGIN SELECT RAISE(ABORT, 'letter cannot be deleted'); END;
CREATE TRIGGER letter_replace BEFORE INSERT ON letter WHEN EXISTS (SELECT 1 FROM letter WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'letter cannot be replaced'); END;

-- One row per invoice and step, ever: a reminder exists once.
CREATE TABLE letter_line (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  letter INTEGER NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
  customer INTEGER NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
  invoice INTEGER NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT,
  step TEXT NOT NULL CHECK (step IN ('reminder', 'final_reminder', 'notice_14_days', 'final_demand', 'handover')),
  open INTEGER NOT NULL CHECK (open BETWEEN -1000000000000 AND 1000000000000),
  bears_costs INTEGER NOT NULL CHECK (bears_costs IN (0, 1)),
  sent_key BLOB NOT NULL CHECK (length(sent_key) = 16),
  other_key BLOB NOT NULL CHECK (length(other_key) = 16)
) STRICT;
CREATE INDEX letter_line_fact ON letter_line (fact);
CREATE UNIQUE INDEX letter_line_once ON letter_line (invoice, step);
CREATE INDEX letter_line_letter ON letter_line (letter);
CREATE INDEX letter_line_customer ON letter_line (customer);
CREATE INDEX letter_line_key ON letter_line (sent_key);
CREATE INDEX letter_line_other ON letter_line (other_key);
CREATE TRIGGER letter_line_twice BEFORE INSERT ON letter_line WHEN EXISTS (SELECT 1 FROM letter_line WHERE invoice = NEW.invoice AND step = NEW.step)
BEGIN SELECT RAISE(ABORT, 'this invoice had this step'); END;
CREATE TRIGGER letter_line_update BEFORE UPDATE OF id, fact, letter, customer, invoice, step, open, bears_costs, sent_key, other_key ON letter_line BEGIN SELECT RAISE(ABORT, 'letter_line cannot be changed'); END;
CREATE TRIGGER letter_line_delete BEFORE DELETE ON letter_line BEGIN SELECT RAISE(ABORT, 'letter_line cannot be deleted'); END;
CREATE TRIGGER letter_line_replace BEFORE INSERT ON letter_line WHEN EXISTS (SELECT 1 FROM letter_line WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'letter_line cannot be replaced'); END;

-- The exact bytes of what left.
CREATE TABLE letter_file (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  letter INTEGER NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('pdf', 'eml', 'attachment')),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX letter_file_fact ON letter_file (fact);
CREATE INDEX letter_file_letter ON letter_file (letter);
CREATE TRIGGER letter_file_update BEFORE UPDATE OF id, fact, letter, kind, name, media_type, sha256, size, bytes ON letter_file BEGIN SELECT RAISE(ABORT, 'letter_file cannot be changed'); END;
CREATE TRIGGER letter_file_delete BEFORE DELETE ON letter_file BEGIN SELECT RAISE(ABORT, 'letter_file cannot be deleted'); END;
CREATE TRIGGER letter_file_replace BEFORE INSERT ON letter_file WHEN EXISTS (SELECT 1 FROM letter_file WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'letter_file cannot be replaced'); END;

CREATE TABLE letter_move (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  letter INTEGER NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('handed_over', 'confirmed')),
  left_on TEXT CHECK (left_on IS date(left_on)),
  file TEXT
) STRICT;
CREATE INDEX letter_move_fact ON letter_move (fact);
CREATE UNIQUE INDEX letter_move_once ON letter_move (letter, state);
CREATE TRIGGER letter_move_update BEFORE UPDATE OF id, fact, letter, state, left_on, file ON letter_move BEGIN SELECT RAISE(ABORT, 'letter_move cannot be changed'); END;
CREATE TRIGGER letter_move_delete BEFORE DELETE ON letter_move BEGIN SELECT RAISE(ABORT, 'letter_move cannot be deleted'); END;
CREATE TRIGGER letter_move_replace BEFORE INSERT ON letter_move WHEN EXISTS (SELECT 1 FROM letter_move WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'letter_move cannot be replaced'); END;

CREATE TABLE letter_proof (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  letter INTEGER NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX letter_proof_fact ON letter_proof (fact);
CREATE INDEX letter_proof_letter ON letter_proof (letter);
CREATE TRIGGER letter_proof_update BEFORE UPDATE OF id, fact, letter, name, media_type, sha256, size, bytes ON letter_proof BEGIN SELECT RAISE(ABORT, 'letter_proof cannot be changed'); END;
CREATE TRIGGER letter_proof_delete BEFORE DELETE ON letter_proof BEGIN SELECT RAISE(ABORT, 'letter_proof cannot be deleted'); END;
CREATE TRIGGER letter_proof_replace BEFORE INSERT ON letter_proof WHEN EXISTS (SELECT 1 FROM letter_proof WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'letter_proof cannot be replaced'); END;

-- The newest row of a key holds; so in the three tables below it.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
CREATE INDEX setting_fact ON setting (fact);
CREATE INDEX setting_undone ON setting (undone) WHERE undone IS NOT NULL;
CREATE INDEX setting_key ON setting (key);
CREATE TRIGGER setting_update BEFORE UPDATE OF id, fact, key, value ON setting BEGIN SELECT RAISE(ABORT, 'setting cannot be changed'); END;
CREATE TRIGGER setting_delete BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'setting cannot be deleted'); END;

CREATE TABLE csv_mapping (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  fingerprint TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX csv_mapping_fact ON csv_mapping (fact);
CREATE INDEX csv_mapping_undone ON csv_mapping (undone) WHERE undone IS NOT NULL;
CREATE INDEX csv_mapping_fingerprint ON csv_mapping (fingerprint);
CREATE TRIGGER csv_mapping_update BEFORE UPDATE OF id, fact, fingerprint, body ON csv_mapping BEGIN SELECT RAISE(ABORT, 'csv_mapping cannot be changed'); END;
CREATE TRIGGER csv_mapping_delete BEFORE DELETE ON csv_mapping BEGIN SELECT RAISE(ABORT, 'csv_mapping cannot be deleted'); END;

CREATE TABLE user_rate (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX user_rate_fact ON user_rate (fact);
CREATE INDEX user_rate_undone ON user_rate (undone) WHERE undone IS NOT NULL;
CREATE TRIGGER user_rate_update BEFORE UPDATE OF id, fact, body ON user_rate BEGIN SELECT RAISE(ABORT, 'user_rate cannot be changed'); END;
CREATE TRIGGER user_rate_delete BEFORE DELETE ON user_rate BEGIN SELECT RAISE(ABORT, 'user_rate cannot be deleted'); END;

CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX template_fact ON template (fact);
CREATE INDEX template_undone ON template (undone) WHERE undone IS NOT NULL;
CREATE UNIQUE INDEX template_version ON template (name, version);
CREATE TRIGGER template_update BEFORE UPDATE OF id, fact, name, version, text ON template BEGIN SELECT RAISE(ABORT, 'template cannot be changed'); END;
CREATE TRIGGER template_delete BEFORE DELETE ON template BEGIN SELECT RAISE(ABORT, 'template cannot be deleted'); END;

-- Which fact undid which.
CREATE TABLE undo (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL UNIQUE REFERENCES fact (seq) ON DELETE RESTRICT
) STRICT;
CREATE INDEX undo_fact ON undo (fact);
CREATE TRIGGER undo_update BEFORE UPDATE OF id, fact, target ON undo BEGIN SELECT RAISE(ABORT, 'undo cannot be changed'); END;
CREATE TRIGGER undo_delete BEFORE DELETE ON undo BEGIN SELECT RAISE(ABORT, 'undo cannot be deleted'); END;
CREATE TRIGGER undo_replace BEFORE INSERT ON undo WHEN EXISTS (SELECT 1 FROM undo WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'undo cannot be replaced'); END;

-- Rows of an import that is being read wait here, encrypted, and not in memory. Not part of the
-- books: cleared at opening.
CREATE TABLE stage (
  id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
CREATE TABLE stage_statement (
  id INTEGER PRIMARY KEY,
  stage INTEGER NOT NULL REFERENCES stage (id) ON DELETE RESTRICT,
  place INTEGER NOT NULL, -- the place in the file
  series INTEGER NOT NULL, -- statements whose balances follow on each other are one series
  account TEXT NOT NULL,
  currency TEXT NOT NULL,
  number TEXT,
  from_date TEXT CHECK (from_date IS date(from_date)),
  through_date TEXT CHECK (through_date IS date(through_date)),
  opening_date TEXT CHECK (opening_date IS date(opening_date)),
  opening INTEGER CHECK (opening BETWEEN -1000000000000 AND 1000000000000),
  closing_date TEXT CHECK (closing_date IS date(closing_date)),
  closing INTEGER CHECK (closing BETWEEN -1000000000000 AND 1000000000000),
  balance_check TEXT NOT NULL CHECK (balance_check IN ('ok', 'fails', 'unavailable')),
  not_booked INTEGER NOT NULL CHECK (not_booked >= 0),
  identity BLOB NOT NULL CHECK (length(identity) = 16)
) STRICT;
CREATE UNIQUE INDEX stage_statement_place ON stage_statement (stage, place);
CREATE TABLE stage_line (
  id INTEGER PRIMARY KEY,
  stage INTEGER NOT NULL REFERENCES stage (id) ON DELETE RESTRICT,
  place INTEGER NOT NULL,
  series INTEGER NOT NULL,
  base BLOB NOT NULL CHECK (length(base) = 16), -- equal for lines that nothing tells apart
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0), -- the running number among equals of its series
  account TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date IS date(date)),
  value_date TEXT CHECK (value_date IS date(value_date)),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000 AND 1000000000000),
  name TEXT,
  name_key TEXT NOT NULL,
  iban TEXT,
  remittance TEXT NOT NULL,
  reference TEXT,
  end_to_end TEXT,
  mandate TEXT,
  bank_reference TEXT,
  reversal INTEGER NOT NULL CHECK (reversal IN (0, 1)),
  return_reason TEXT,
  identity BLOB NOT NULL CHECK (length(identity) = 16)
) STRICT;
CREATE INDEX stage_line_base ON stage_line (base, series, stage, ordinal);
CREATE TABLE stage_row (
  id INTEGER PRIMARY KEY,
  stage INTEGER NOT NULL REFERENCES stage (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX stage_row_kind ON stage_row (stage, kind, id);
