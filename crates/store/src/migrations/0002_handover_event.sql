-- What came back from a bailiff, agency or lawyer, and to whom a dossier was given.
CREATE TABLE handover_event (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER REFERENCES fact (seq) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  handover INTEGER NOT NULL REFERENCES handover (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('given_to', 'paid_to_them', 'costs', 'settlement', 'withdrawn', 'uncollectable', 'judgment', 'note')),
  amount INTEGER CHECK (amount BETWEEN 1 AND 1000000000000),
  date TEXT NOT NULL CHECK (date IS date(date)),
  text TEXT NOT NULL,
  party TEXT CHECK (json_valid(party))
) STRICT;
CREATE INDEX handover_event_fact ON handover_event (fact);
CREATE INDEX handover_event_undone ON handover_event (undone) WHERE undone IS NOT NULL;
CREATE INDEX handover_event_handover ON handover_event (handover);
CREATE TRIGGER handover_event_update BEFORE UPDATE OF id, fact, handover, kind, amount, date, text, party ON handover_event BEGIN SELECT RAISE(ABORT, 'handover_event cannot be changed'); END;
CREATE TRIGGER handover_event_delete BEFORE DELETE ON handover_event BEGIN SELECT RAISE(ABORT, 'handover_event cannot be deleted'); END;
