-- Tokens for the personnel systems of other offices: each limited to asking for clearance, kept by its hash, over by its day or revoked.

CREATE TABLE api_token (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  office text NOT NULL,
  token_hash text COLLATE "C" NOT NULL,
  expires_on date NOT NULL,
  issued_by text COLLATE "C" NOT NULL,
  issued_name text NOT NULL,
  issued_at text COLLATE "C" NOT NULL CHECK (issued_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, token_hash)
);

CREATE TABLE api_token_end (
  jurisdiction_id text COLLATE "C" NOT NULL,
  token_id text COLLATE "C" NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  ended_by text COLLATE "C" NOT NULL,
  ended_name text NOT NULL,
  ended_at text COLLATE "C" NOT NULL CHECK (ended_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, token_id),
  FOREIGN KEY (jurisdiction_id, token_id) REFERENCES api_token (jurisdiction_id, id)
);

ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE api_token FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON api_token USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE api_token_end ENABLE ROW LEVEL SECURITY;

ALTER TABLE api_token_end FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON api_token_end USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON api_token, api_token_end TO wenze_app;
