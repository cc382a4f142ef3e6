-- The law in force here: interpretations and decisions on norms, official texts, and since when the history of records is complete.
-- What one account enters another confirms. Both stay as they were made.

-- Interpretations of the regulation, entered for one interpreting body: of its words, of how a setting is read, or on whether a norm of
-- another text applies.
CREATE TABLE interpretation (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  issued_on date NOT NULL,
  valid_from date NOT NULL,
  anchor text NOT NULL,
  question text NOT NULL,
  text text NOT NULL,
  effect text NOT NULL CONSTRAINT effect_is_known CHECK (effect IN ('words', 'reading', 'norm')),
  -- Of a reading: which setting of the pack, which of its options, and whether earlier records are counted anew.
  setting text,
  option text,
  recompute boolean NOT NULL,
  -- Of a norm: the rule decided on, whether it applies, by which passage of the official text, seen where.
  pack text,
  rule text,
  decision text CHECK (decision IN ('applies', 'not-applied')),
  passage text,
  source text,
  replaces text COLLATE "C",
  entered_at text COLLATE "C" NOT NULL CHECK (entered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  entered_by text COLLATE "C" NOT NULL,
  entered_name text NOT NULL,
  entered_for text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, entered_by),
  FOREIGN KEY (jurisdiction_id, replaces) REFERENCES interpretation (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, entered_by) REFERENCES account (jurisdiction_id, id),
  CONSTRAINT not_before_its_own_date CHECK (effect = 'norm' OR valid_from >= issued_on),
  CONSTRAINT reading_is_whole CHECK ((effect = 'reading') = (setting IS NOT NULL AND option IS NOT NULL)),
  CONSTRAINT decision_is_whole
    CHECK ((effect = 'norm') = (pack IS NOT NULL AND rule IS NOT NULL AND decision IS NOT NULL AND passage IS NOT NULL AND source IS NOT NULL)),
  CONSTRAINT only_a_reading_recomputes CHECK (effect = 'reading' OR NOT recompute)
);

CREATE INDEX interpretation_by_entry ON interpretation (jurisdiction_id, entered_at DESC, id DESC);

ALTER TABLE interpretation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON interpretation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON interpretation TO wenze_app;

-- Countersignatures of interpretations, for another interpreting body and by another account. Those agreed to are numbered in the order in
-- which they came to hold.
CREATE TABLE interpretation_signature (
  jurisdiction_id text COLLATE "C" NOT NULL,
  interpretation_id text COLLATE "C" NOT NULL,
  agreed boolean NOT NULL,
  ordinal integer CHECK (ordinal > 0),
  reasons text NOT NULL,
  entered_by text COLLATE "C" NOT NULL,
  signed_at text COLLATE "C" NOT NULL CHECK (signed_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  signed_by text COLLATE "C" NOT NULL,
  signed_name text NOT NULL,
  signed_for text NOT NULL,
  PRIMARY KEY (jurisdiction_id, interpretation_id),
  UNIQUE (jurisdiction_id, ordinal),
  FOREIGN KEY (jurisdiction_id, interpretation_id, entered_by) REFERENCES interpretation (jurisdiction_id, id, entered_by),
  FOREIGN KEY (jurisdiction_id, signed_by) REFERENCES account (jurisdiction_id, id),
  CONSTRAINT who_enters_does_not_countersign CHECK (signed_by <> entered_by),
  CHECK (agreed = (ordinal IS NOT NULL))
);

ALTER TABLE interpretation_signature ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON interpretation_signature USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON interpretation_signature TO wenze_app;

-- Official texts of upper norms, loaded by one person. Of one norm the last that was agreed to holds.
CREATE TABLE official_text (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  pack text COLLATE "C" NOT NULL,
  source text NOT NULL,
  file_name text NOT NULL,
  text text NOT NULL,
  -- JSON: for each rule that rests on one, the passage word for word.
  passages text NOT NULL,
  loaded_at text COLLATE "C" NOT NULL CHECK (loaded_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  loaded_by text COLLATE "C" NOT NULL,
  loaded_name text NOT NULL,
  loaded_for text NOT NULL,
  loaded_person text COLLATE "C",
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, loaded_by),
  FOREIGN KEY (jurisdiction_id, loaded_by) REFERENCES account (jurisdiction_id, id)
);

ALTER TABLE official_text ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON official_text USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON official_text TO wenze_app;

-- Official texts checked, by another person. Those agreed to are numbered among the interpretations, in the order in which the law changed.
CREATE TABLE official_text_check (
  jurisdiction_id text COLLATE "C" NOT NULL,
  official_text_id text COLLATE "C" NOT NULL,
  agreed boolean NOT NULL,
  ordinal integer CHECK (ordinal > 0),
  reasons text NOT NULL,
  loaded_by text COLLATE "C" NOT NULL,
  checked_at text COLLATE "C" NOT NULL CHECK (checked_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  checked_by text COLLATE "C" NOT NULL,
  checked_name text NOT NULL,
  checked_for text NOT NULL,
  PRIMARY KEY (jurisdiction_id, official_text_id),
  UNIQUE (jurisdiction_id, ordinal),
  FOREIGN KEY (jurisdiction_id, official_text_id, loaded_by) REFERENCES official_text (jurisdiction_id, id, loaded_by),
  FOREIGN KEY (jurisdiction_id, checked_by) REFERENCES account (jurisdiction_id, id),
  CONSTRAINT who_loads_does_not_check CHECK (checked_by <> loaded_by),
  CHECK (agreed = (ordinal IS NOT NULL))
);

ALTER TABLE official_text_check ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON official_text_check USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON official_text_check TO wenze_app;

-- By what the rows that follow from events were derived: how many interpretations, which packs, which version of the derivation. Locked by
-- whoever derives and by whoever changes the law.
CREATE TABLE law_state (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  interpretations integer NOT NULL,
  packs text NOT NULL,
  -- The version of the derivation (derivation.ts) by which the rows that follow from events were last made; empty where not known.
  derived text NOT NULL DEFAULT '',
  PRIMARY KEY (jurisdiction_id)
);

ALTER TABLE law_state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON law_state USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE ON law_state TO wenze_app;

-- Persons who came from elsewhere: what was recorded there is not here.
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

ALTER TABLE person_arrival ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON person_arrival USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON person_arrival TO wenze_app;

-- Statements that the history of records is complete: of the district since a day (`since`), or of a person who came from elsewhere, once
-- the earlier file was seen (`arrival_id`). A later statement takes the place of an earlier one.
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

ALTER TABLE history_statement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON history_statement USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON history_statement TO wenze_app;

-- Statements of history confirmed, or sent back with reasons, by another account.
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

ALTER TABLE history_confirmation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON history_confirmation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON history_confirmation TO wenze_app;
