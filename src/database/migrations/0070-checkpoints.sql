-- Checkpoints of the log: the order in which its entries become leaves of one tree over all chains, the signed roots, and who countersigned.

ALTER TABLE jurisdiction ADD COLUMN log_algorithm text NOT NULL DEFAULT 'sha256' CHECK (log_algorithm IN ('sha256', 'sm3'));

GRANT UPDATE (log_algorithm) ON jurisdiction TO wenze_app;

-- Entries from_seq to to_seq of a chain are the leaves from first on. Only what is committed is ever numbered, so no gap can arise.
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

ALTER TABLE log_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE log_run FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON log_run USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE checkpoint ENABLE ROW LEVEL SECURITY;

ALTER TABLE checkpoint FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON checkpoint USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE countersignature ENABLE ROW LEVEL SECURITY;

ALTER TABLE countersignature FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON countersignature USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON log_run, checkpoint, countersignature TO wenze_app;
