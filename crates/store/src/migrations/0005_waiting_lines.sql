-- Whose the money may be that waits: asked for one customer after each act, by account and by name.
CREATE INDEX bank_line_waiting_iban ON bank_line (iban, amount) WHERE waiting = 1 AND undone IS NULL;
CREATE INDEX bank_line_waiting_name ON bank_line (name_key, amount) WHERE waiting = 1 AND undone IS NULL;

-- Mail that asks something of the user, for the first screen.
CREATE INDEX mail_move_trouble ON mail_move (letter, id, state) WHERE state IN ('sending', 'uncertain', 'refused', 'bounced');
