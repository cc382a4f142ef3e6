-- The log: chains of entries, each tied to the one before by its hash, and one tree over all chains whose roots are signed.

-- Entries of the log.
CREATE TABLE audit_entry (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  chain text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  kind text COLLATE "C" NOT NULL,
  actor_id text COLLATE "C",
  actor_name text NOT NULL,
  what text NOT NULL,
  outcome text NOT NULL,
  body text NOT NULL,
  previous text,
  hash text NOT NULL,
  algorithm text NOT NULL CHECK (algorithm IN ('sha256', 'sm3')),
  PRIMARY KEY (jurisdiction_id, chain, seq),
  CHECK ((seq = 1) = (previous IS NULL))
);

CREATE INDEX audit_entry_by_at ON audit_entry (jurisdiction_id, at, chain, seq);
CREATE INDEX audit_entry_by_kind ON audit_entry (jurisdiction_id, kind, at, chain, seq);

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON audit_entry USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON audit_entry TO wenze_app;

-- The last entry of each chain: where the next one ties on, and by which a cut tail is noticed.
CREATE TABLE audit_head (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  chain text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  hash text,
  PRIMARY KEY (jurisdiction_id, chain)
);

ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON audit_head USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE ON audit_head TO wenze_app;

-- The order in which entries become leaves of the tree: entries from_seq to to_seq of a chain are the leaves from `first` on. Only what is
-- committed is ever numbered, so no gap can arise.
CREATE TABLE log_run (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  first bigint NOT NULL CHECK (first >= 0),
  chain text COLLATE "C" NOT NULL,
  from_seq integer NOT NULL CHECK (from_seq > 0),
  to_seq integer NOT NULL,
  PRIMARY KEY (jurisdiction_id, first),
  UNIQUE (jurisdiction_id, chain, to_seq),
  CHECK (to_seq >= from_seq)
);

ALTER TABLE log_run ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON log_run USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON log_run TO wenze_app;

-- Checkpoints: signed roots of the tree at a size.
CREATE TABLE checkpoint (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  size bigint NOT NULL CHECK (size > 0),
  algorithm text NOT NULL CHECK (algorithm IN ('sha256', 'sm3')),
  root text NOT NULL,
  -- Roots of the whole subtrees, largest first: from here the next checkpoint goes on.
  peaks text[] NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  signing text NOT NULL CHECK (signing = 'ed25519'),
  public_key text NOT NULL,
  signature text NOT NULL,
  PRIMARY KEY (jurisdiction_id, size)
);

ALTER TABLE checkpoint ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON checkpoint USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON checkpoint TO wenze_app;

-- Countersignatures of checkpoints, by keys of others.
CREATE TABLE countersignature (
  jurisdiction_id text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  public_key text COLLATE "C" NOT NULL,
  name text NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  signing text NOT NULL CHECK (signing = 'ed25519'),
  signature text NOT NULL,
  PRIMARY KEY (jurisdiction_id, size, public_key),
  FOREIGN KEY (jurisdiction_id, size) REFERENCES checkpoint (jurisdiction_id, size)
);

ALTER TABLE countersignature ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON countersignature USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON countersignature TO wenze_app;
