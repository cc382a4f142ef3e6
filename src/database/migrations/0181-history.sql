-- Since when the history is complete: of the district from a day on, of a person who came from elsewhere once the earlier file was seen. Each is
-- stated by one and confirmed, or sent back with reasons, by another; nothing is changed afterwards, and a later statement takes the place of an earlier one.

-- Somebody came from elsewhere: what was recorded there is not here.
CREATE TABLE person_arrival (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  arrived_on date NOT NULL,
  from_unit text NOT NULL,
  entered_at text COLLATE "C" NOT NULL CHECK (entered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  entered_by text COLLATE "C" NOT NULL,
  entered_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, entered_by) REFERENCES account (jurisdiction_id, id)
);

CREATE INDEX person_arrival_of ON person_arrival (jurisdiction_id, person_id);

-- `arrival_id` is null where the district's own history is stated, `since` where somebody's is.
CREATE TABLE history_statement (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  since date,
  arrival_id text COLLATE "C",
  entered text NOT NULL,
  basis text NOT NULL,
  entered_at text COLLATE "C" NOT NULL CHECK (entered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  entered_by text COLLATE "C" NOT NULL,
  entered_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, entered_by),
  FOREIGN KEY (jurisdiction_id, arrival_id) REFERENCES person_arrival (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, entered_by) REFERENCES account (jurisdiction_id, id),
  CHECK ((since IS NULL) = (arrival_id IS NOT NULL))
);

CREATE INDEX history_statement_of ON history_statement (jurisdiction_id, arrival_id, entered_at DESC);

CREATE TABLE history_confirmation (
  jurisdiction_id text COLLATE "C" NOT NULL,
  statement_id text COLLATE "C" NOT NULL,
  confirmed boolean NOT NULL,
  reasons text NOT NULL,
  entered_by text COLLATE "C" NOT NULL,
  signed_at text COLLATE "C" NOT NULL CHECK (signed_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  signed_by text COLLATE "C" NOT NULL,
  signed_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, statement_id),
  FOREIGN KEY (jurisdiction_id, statement_id, entered_by) REFERENCES history_statement (jurisdiction_id, id, entered_by),
  FOREIGN KEY (jurisdiction_id, signed_by) REFERENCES account (jurisdiction_id, id),
  CONSTRAINT who_states_history_does_not_confirm CHECK (signed_by <> entered_by),
  CHECK (confirmed OR reasons <> '')
);

ALTER TABLE person_arrival ENABLE ROW LEVEL SECURITY;

ALTER TABLE person_arrival FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON person_arrival USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE history_statement ENABLE ROW LEVEL SECURITY;

ALTER TABLE history_statement FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON history_statement USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE history_confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE history_confirmation FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON history_confirmation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON person_arrival, history_statement, history_confirmation TO wenze_app;
