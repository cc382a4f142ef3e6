-- The jurisdiction (district), its authority table, its working calendar and its numbers.
--
-- What holds for all tables of all files:
-- Each table of a jurisdiction has jurisdiction_id first in its keys, so that rows can be sharded by it, and the policy own_jurisdiction,
-- which binds the tables' owner too: a transaction without the setting wenze.jurisdiction sees no rows, and gets no error.
-- Of what happened the application (wenze_app) may insert rows, and neither change nor remove them.
-- Days are dates. Instants are ISO texts in UTC with milliseconds, because the log hashes them as they were written.

-- The districts kept in this database.
CREATE TABLE jurisdiction (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9-]{1,64}$'),
  name text NOT NULL,
  -- What the district writes before the year in the numbers of its leads, cases and letters.
  prefix text NOT NULL,
  log_algorithm text NOT NULL DEFAULT 'sha256' CHECK (log_algorithm IN ('sha256', 'sm3'))
);

GRANT SELECT, INSERT, UPDATE (log_algorithm) ON jurisdiction TO wenze_app;

-- The working calendar: days off and days worked of a year, as published. Versions are added; the latest of a year governs.
CREATE TABLE calendar_year (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  year integer NOT NULL CHECK (year BETWEEN 1949 AND 9998),
  version integer NOT NULL CHECK (version > 0),
  days_off text[] NOT NULL,
  days_worked text[] NOT NULL,
  source text NOT NULL,
  -- Null for what came with the software.
  account_name text,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, year, version)
);

ALTER TABLE calendar_year ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON calendar_year USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON calendar_year TO wenze_app;

-- The authority table (权限表): which body may decide what, by which quorum. Versions are added and hold once another account confirmed them.
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

ALTER TABLE authority_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON authority_version USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON authority_version TO wenze_app;

-- A version of the authority table confirmed, or refused with a reason: once, and not by who entered it.
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

ALTER TABLE authority_confirmation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON authority_confirmation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON authority_confirmation TO wenze_app;

-- The last number given in a year, for each kind of ledger: leads, cases, requests for clearance, reply letters.
CREATE TABLE ledger_number (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  kind text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL CHECK (last >= 0),
  PRIMARY KEY (jurisdiction_id, kind, year)
);

ALTER TABLE ledger_number ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON ledger_number USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE ON ledger_number TO wenze_app;
