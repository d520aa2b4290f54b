-- Approved letters that are taken back before they leave, and files of letters that were written without
-- handing them over.
--
-- A letter that was taken back keeps its rows and bytes. Its steps are free again: the index that lets a
-- step of an invoice exist once, and the guard beside it, look away from its lines. Nothing can happen to
-- it any more.

CREATE TABLE letter_withdrawal (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  letter INTEGER NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX letter_withdrawal_fact ON letter_withdrawal (fact);
CREATE UNIQUE INDEX letter_withdrawal_once ON letter_withdrawal (letter);
CREATE TRIGGER letter_withdrawal_update BEFORE UPDATE OF id, fact, letter, reason ON letter_withdrawal BEGIN SELECT RAISE(ABORT, 'letter_withdrawal cannot be changed'); END;
CREATE TRIGGER letter_withdrawal_delete BEFORE DELETE ON letter_withdrawal BEGIN SELECT RAISE(ABORT, 'letter_withdrawal cannot be deleted'); END;
CREATE TRIGGER letter_withdrawal_replace BEFORE INSERT ON letter_withdrawal WHEN EXISTS (SELECT 1 FROM letter_withdrawal WHERE id = NEW.id OR letter = NEW.letter)
BEGIN SELECT RAISE(ABORT, 'letter_withdrawal cannot be replaced'); END;

-- A file of a letter that still waits was written for the user: it may be posted or sent from there.
CREATE TABLE letter_saved (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  letter INTEGER NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
  file TEXT NOT NULL
) STRICT;
CREATE INDEX letter_saved_fact ON letter_saved (fact);
CREATE INDEX letter_saved_letter ON letter_saved (letter);
CREATE TRIGGER letter_saved_update BEFORE UPDATE OF id, fact, letter, file ON letter_saved BEGIN SELECT RAISE(ABORT, 'letter_saved cannot be changed'); END;
CREATE TRIGGER letter_saved_delete BEFORE DELETE ON letter_saved BEGIN SELECT RAISE(ABORT, 'letter_saved cannot be deleted'); END;
CREATE TRIGGER letter_saved_replace BEFORE INSERT ON letter_saved WHEN EXISTS (SELECT 1 FROM letter_saved WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'letter_saved cannot be replaced'); END;

-- The fact that took it back; `withdrawn` repeats what letter_withdrawal holds.
ALTER TABLE letter ADD COLUMN withdrawn INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE letter_line ADD COLUMN withdrawn INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX letter_withdrawn ON letter (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX letter_line_withdrawn ON letter_line (withdrawn) WHERE withdrawn IS NOT NULL;

DROP INDEX letter_pending;
CREATE INDEX letter_pending ON letter (id) WHERE state = 'approved' AND withdrawn IS NULL;
DROP INDEX letter_line_once;
CREATE UNIQUE INDEX letter_line_once ON letter_line (invoice, step) WHERE withdrawn IS NULL;
CREATE INDEX letter_line_invoice ON letter_line (invoice);
DROP TRIGGER letter_line_twice;
CREATE TRIGGER letter_line_twice BEFORE INSERT ON letter_line
WHEN EXISTS (SELECT 1 FROM letter_line WHERE invoice = NEW.invoice AND step = NEW.step AND withdrawn IS NULL)
BEGIN SELECT RAISE(ABORT, 'this invoice had this step'); END;

-- Only what has not left can be taken back, and nobody knows of a message that was begun and not ended.
CREATE TRIGGER letter_withdrawal_left BEFORE INSERT ON letter_withdrawal
WHEN NOT EXISTS (SELECT 1 FROM letter t WHERE t.id = NEW.letter AND t.state = 'approved' AND t.withdrawn IS NULL)
  OR EXISTS (SELECT 1 FROM letter_saved s WHERE s.letter = NEW.letter)
  OR EXISTS (SELECT 1 FROM mail_move m WHERE m.letter = NEW.letter AND m.state NOT IN ('sending', 'refused', 'put_off'))
  OR (SELECT m.state FROM mail_move m WHERE m.letter = NEW.letter ORDER BY m.id DESC LIMIT 1) = 'sending'
BEGIN SELECT RAISE(ABORT, 'this letter may have left'); END;
CREATE TRIGGER letter_withdrawal_marks AFTER INSERT ON letter_withdrawal
BEGIN
  UPDATE letter SET withdrawn = NEW.fact WHERE id = NEW.letter;
  UPDATE letter_line SET withdrawn = NEW.fact WHERE letter = NEW.letter;
END;

CREATE TRIGGER letter_mark BEFORE UPDATE OF withdrawn ON letter
WHEN OLD.withdrawn IS NOT NULL OR NOT EXISTS (SELECT 1 FROM letter_withdrawal w WHERE w.letter = NEW.id AND w.fact IS NEW.withdrawn)
BEGIN SELECT RAISE(ABORT, 'this letter was not taken back'); END;
CREATE TRIGGER letter_line_mark BEFORE UPDATE OF withdrawn ON letter_line
WHEN OLD.withdrawn IS NOT NULL OR NOT EXISTS (SELECT 1 FROM letter_withdrawal w WHERE w.letter = NEW.letter AND w.fact IS NEW.withdrawn)
BEGIN SELECT RAISE(ABORT, 'this letter was not taken back'); END;
CREATE TRIGGER letter_born_withdrawn BEFORE INSERT ON letter WHEN NEW.withdrawn IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a letter begins as approved'); END;
CREATE TRIGGER letter_line_born_withdrawn BEFORE INSERT ON letter_line WHEN NEW.withdrawn IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a letter begins as approved'); END;

-- Nothing happens to a letter that was taken back.
CREATE TRIGGER letter_withdrawn_stays BEFORE UPDATE OF state, left_on ON letter WHEN OLD.withdrawn IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'this letter was taken back'); END;
CREATE TRIGGER letter_move_withdrawn BEFORE INSERT ON letter_move WHEN EXISTS (SELECT 1 FROM letter_withdrawal w WHERE w.letter = NEW.letter)
BEGIN SELECT RAISE(ABORT, 'this letter was taken back'); END;
CREATE TRIGGER letter_proof_withdrawn BEFORE INSERT ON letter_proof WHEN EXISTS (SELECT 1 FROM letter_withdrawal w WHERE w.letter = NEW.letter)
BEGIN SELECT RAISE(ABORT, 'this letter was taken back'); END;
CREATE TRIGGER letter_saved_withdrawn BEFORE INSERT ON letter_saved WHEN EXISTS (SELECT 1 FROM letter_withdrawal w WHERE w.letter = NEW.letter)
BEGIN SELECT RAISE(ABORT, 'this letter was taken back'); END;
CREATE TRIGGER mail_withdrawn BEFORE INSERT ON mail WHEN EXISTS (SELECT 1 FROM letter_withdrawal w WHERE w.letter = NEW.letter)
BEGIN SELECT RAISE(ABORT, 'this letter was taken back'); END;
CREATE TRIGGER mail_move_withdrawn BEFORE INSERT ON mail_move WHEN EXISTS (SELECT 1 FROM letter_withdrawal w WHERE w.letter = NEW.letter)
BEGIN SELECT RAISE(ABORT, 'this letter was taken back'); END;
