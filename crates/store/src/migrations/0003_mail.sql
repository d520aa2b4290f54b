-- Mail through the user's own account: the exact message, and what became of it.
--
-- A message is kept before its first byte leaves. `mail_move` tells what happened to a letter as
-- mail, in order; the newest row of a letter says how it stands. 'sending' with nothing after it
-- means that nobody knows whether it arrived.

CREATE TABLE mail (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  letter INTEGER NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  message_id TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX mail_fact ON mail (fact);
CREATE INDEX mail_letter ON mail (letter);
CREATE TRIGGER mail_update BEFORE UPDATE OF id, fact, letter, sender, recipient, message_id, sha256, size, bytes ON mail BEGIN SELECT RAISE(ABORT, 'mail cannot be changed'); END;
CREATE TRIGGER mail_delete BEFORE DELETE ON mail BEGIN SELECT RAISE(ABORT, 'mail cannot be deleted'); END;
CREATE TRIGGER mail_replace BEFORE INSERT ON mail WHEN EXISTS (SELECT 1 FROM mail WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'mail cannot be replaced'); END;

CREATE TABLE mail_move (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  letter INTEGER NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
  mail INTEGER REFERENCES mail (id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('drafted', 'sending', 'sent', 'refused', 'put_off', 'uncertain', 'arrived', 'again', 'bounced', 'posted')),
  recipient TEXT,
  answer TEXT NOT NULL,
  address_failed INTEGER NOT NULL CHECK (address_failed IN (0, 1)),
  left_on TEXT CHECK (left_on IS date(left_on))
) STRICT;
CREATE INDEX mail_move_fact ON mail_move (fact);
CREATE INDEX mail_move_letter ON mail_move (letter, id);
CREATE INDEX mail_move_mail ON mail_move (mail) WHERE mail IS NOT NULL;
CREATE INDEX mail_move_failed ON mail_move (recipient) WHERE address_failed = 1;
CREATE TRIGGER mail_move_once BEFORE INSERT ON mail_move WHEN NEW.state = 'sending'
  AND (SELECT m.state FROM mail_move m WHERE m.letter = NEW.letter ORDER BY m.id DESC LIMIT 1) IN ('sending', 'uncertain', 'sent', 'arrived', 'posted')
BEGIN SELECT RAISE(ABORT, 'this message may have left'); END;
CREATE TRIGGER mail_move_outcome BEFORE INSERT ON mail_move WHEN NEW.state IN ('sent', 'refused', 'put_off', 'uncertain')
  AND coalesce((SELECT m.state FROM mail_move m WHERE m.letter = NEW.letter ORDER BY m.id DESC LIMIT 1), '') <> 'sending'
BEGIN SELECT RAISE(ABORT, 'nothing of this letter is being sent'); END;
CREATE TRIGGER mail_move_update BEFORE UPDATE OF id, fact, letter, mail, state, recipient, answer, address_failed, left_on ON mail_move BEGIN SELECT RAISE(ABORT, 'mail_move cannot be changed'); END;
CREATE TRIGGER mail_move_delete BEFORE DELETE ON mail_move BEGIN SELECT RAISE(ABORT, 'mail_move cannot be deleted'); END;
CREATE TRIGGER mail_move_replace BEFORE INSERT ON mail_move WHEN EXISTS (SELECT 1 FROM mail_move WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'mail_move cannot be replaced'); END;

-- Letters that have an e-mail, for the outbox.
CREATE INDEX letter_file_mail ON letter_file (letter) WHERE kind = 'eml';
