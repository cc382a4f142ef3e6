-- Official texts of upper norms: loaded by one person, checked by another. Both are kept as they were made; of one norm the last that was agreed to holds.

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

-- Whoever loaded it never checks it. Those agreed to are numbered among the interpretations, in the order in which the law changed.
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

ALTER TABLE official_text ENABLE ROW LEVEL SECURITY;

ALTER TABLE official_text FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON official_text USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE official_text_check ENABLE ROW LEVEL SECURITY;

ALTER TABLE official_text_check FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON official_text_check USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON official_text, official_text_check TO wenze_app;
