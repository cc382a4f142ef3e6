-- The district's authority table: versions are added, never changed, and hold only once other hands have confirmed them.

CREATE TABLE authority_version (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  document_number text NOT NULL,
  -- Canonical JSON of its rows and quorums.
  content text NOT NULL,
  entered_by text COLLATE "C" NOT NULL,
  entered_by_name text NOT NULL,
  entered_at text COLLATE "C" NOT NULL CHECK (entered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, entered_by)
);

-- Confirmed, or refused with a reason; once, and by other hands than entered it.
CREATE TABLE authority_confirmation (
  jurisdiction_id text COLLATE "C" NOT NULL,
  version_id text COLLATE "C" NOT NULL,
  entered_by text COLLATE "C" NOT NULL,
  confirmed boolean NOT NULL,
  reasons text,
  by text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, version_id),
  FOREIGN KEY (jurisdiction_id, version_id, entered_by) REFERENCES authority_version (jurisdiction_id, id, entered_by),
  CONSTRAINT who_enters_does_not_confirm CHECK (by <> entered_by),
  CHECK (confirmed OR reasons IS NOT NULL)
);

ALTER TABLE authority_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE authority_version FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON authority_version USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE authority_confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE authority_confirmation FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON authority_confirmation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON authority_version, authority_confirmation TO wenze_app;
