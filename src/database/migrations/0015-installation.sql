-- The installation itself: which keys its data were written with.

-- Fingerprints of the keys in the data folder. No program works with other keys on this database; they belong to it as a whole, and to no
-- jurisdiction of it.
CREATE TABLE installation_key (
  name text COLLATE "C" PRIMARY KEY,
  fingerprint text COLLATE "C" NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$')
);

GRANT SELECT, INSERT ON installation_key TO wenze_app;

-- The server's login, which owns nothing, has to see which schema it finds.
GRANT SELECT ON kysely_migration TO wenze_app;

-- To whom backups are sealed: the public half of a recovery key, whose private half is kept by two people in two parts. The highest version governs.
CREATE TABLE recovery_key (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  version integer NOT NULL CHECK (version > 0),
  recipient text COLLATE "C" NOT NULL CHECK (recipient ~ '^age1[a-z0-9]+$'),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, version)
);

ALTER TABLE recovery_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON recovery_key USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON recovery_key TO wenze_app;

-- How often a row that decides and may change was written: each change counts on, and its entry in the log names the count.
CREATE TABLE bound_row (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  name text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  PRIMARY KEY (jurisdiction_id, name, key)
);

ALTER TABLE bound_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON bound_row USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE (revision) ON bound_row TO wenze_app;

-- The tables whose rows the log accounts for, each from the entry on that names it.
CREATE TABLE bound_table (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  name text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, name)
);

ALTER TABLE bound_table ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON bound_table USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON bound_table TO wenze_app;
