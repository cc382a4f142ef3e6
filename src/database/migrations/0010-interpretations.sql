-- Interpretations of the regulation: entered for one interpreting body, countersigned for another. Both are kept as they were made.

CREATE TABLE interpretation (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  issued_on date NOT NULL,
  valid_from date NOT NULL,
  anchor text NOT NULL,
  question text NOT NULL,
  text text NOT NULL,
  effect text NOT NULL CHECK (effect IN ('words', 'reading', 'confirmation')),
  setting text,
  option text,
  recompute boolean NOT NULL,
  pack text,
  rule text,
  replaces text COLLATE "C",
  entered_at text COLLATE "C" NOT NULL CHECK (entered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  entered_by text COLLATE "C" NOT NULL,
  entered_name text NOT NULL,
  entered_for text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, entered_by),
  FOREIGN KEY (jurisdiction_id, replaces) REFERENCES interpretation (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, entered_by) REFERENCES account (jurisdiction_id, id),
  CHECK (valid_from >= issued_on),
  CHECK ((effect = 'reading') = (setting IS NOT NULL AND option IS NOT NULL)),
  CHECK ((effect = 'confirmation') = (pack IS NOT NULL AND rule IS NOT NULL)),
  CHECK (effect = 'reading' OR NOT recompute)
);

CREATE INDEX interpretation_by_entry ON interpretation (jurisdiction_id, entered_at DESC, id DESC);

-- Whoever entered it never countersigns it. Those agreed to are numbered in the order in which they came to hold.
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

-- How many interpretations hold, and by which packs restrictions were last derived. Held by whoever derives, taken by whoever changes the law.
CREATE TABLE law_state (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  interpretations integer NOT NULL,
  packs text NOT NULL,
  PRIMARY KEY (jurisdiction_id)
);

INSERT INTO law_state (jurisdiction_id, interpretations, packs) SELECT id, 0, '' FROM jurisdiction;

-- A restriction counted anew keeps its older counting beside it: whoever asks about a day is answered by the one that counts on it.
ALTER TABLE restriction ADD COLUMN counts_from date;

ALTER TABLE restriction ADD COLUMN counts_until date;

ALTER TABLE restriction ADD COLUMN interpretations text;

ALTER TABLE interpretation ENABLE ROW LEVEL SECURITY;

ALTER TABLE interpretation FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON interpretation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE interpretation_signature ENABLE ROW LEVEL SECURITY;

ALTER TABLE interpretation_signature FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON interpretation_signature USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE law_state ENABLE ROW LEVEL SECURITY;

ALTER TABLE law_state FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON law_state USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON interpretation, interpretation_signature, law_state TO wenze_app;

GRANT UPDATE ON law_state TO wenze_app;
