-- Accounts: who signs in and how, who stands in for whom, and which programs may ask.

-- Accounts, each with its roles.
CREATE TABLE account (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  name text NOT NULL,
  -- An administrator's role stands alone: nobody both keeps the keys and reads the cases.
  roles text[] NOT NULL CHECK (
    cardinality(roles) <= 1
    OR NOT roles && ARRAY['system-administrator', 'security-administrator', 'audit-administrator']
  ),
  organization_id text COLLATE "C",
  person_id text COLLATE "C",
  password text NOT NULL CHECK (password LIKE '$argon2id$%'),
  password_set_at text COLLATE "C",
  must_change_password boolean NOT NULL,
  disabled boolean NOT NULL DEFAULT false,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, account),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

-- One account a person, in use or not: with a second one the same eyes would count twice.
CREATE UNIQUE INDEX account_by_person ON account (jurisdiction_id, person_id);

ALTER TABLE account ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON account USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE ON account TO wenze_app;

-- Sessions of accounts that are signed in, by the hash of their token.
CREATE TABLE session (
  jurisdiction_id text COLLATE "C" NOT NULL,
  token_hash text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  begun_at text COLLATE "C" NOT NULL CHECK (begun_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  used_at text COLLATE "C" NOT NULL CHECK (used_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  address text NOT NULL,
  PRIMARY KEY (jurisdiction_id, token_hash),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

CREATE INDEX session_by_account ON session (jurisdiction_id, account_id);

ALTER TABLE session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON session USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO wenze_app;

-- Attempts to sign in, by which further ones are slowed down.
CREATE TABLE sign_in_attempt (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL DEFAULT gen_random_uuid()::text,
  account text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  succeeded boolean NOT NULL,
  PRIMARY KEY (jurisdiction_id, id)
);

CREATE INDEX sign_in_attempt_by_account ON sign_in_attempt (jurisdiction_id, account, address, at);

ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON sign_in_attempt USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, DELETE ON sign_in_attempt TO wenze_app;

-- The security policy in versions: the latest governs.
CREATE TABLE security_policy (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  version integer NOT NULL CHECK (version > 0),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  by_account text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  reason text NOT NULL,
  policy text NOT NULL,
  PRIMARY KEY (jurisdiction_id, version)
);

ALTER TABLE security_policy ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON security_policy USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON security_policy TO wenze_app;

-- Former passwords, hashed: none is taken again.
CREATE TABLE password_used (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  password text NOT NULL CHECK (password LIKE '$argon2id$%'),
  PRIMARY KEY (jurisdiction_id, account_id, at),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

ALTER TABLE password_used ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON password_used USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, DELETE ON password_used TO wenze_app;

-- Secrets of one-time codes, sealed. last_step is the step of the last code that was used: none is taken twice.
CREATE TABLE totp (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  secret_sealed text NOT NULL,
  confirmed boolean NOT NULL,
  last_step integer NOT NULL,
  PRIMARY KEY (jurisdiction_id, account_id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

ALTER TABLE totp ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON totp USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON totp TO wenze_app;

-- Requests to give up the one-time codes of somebody who lost their telephone: it takes two administrators, neither of them that account.
CREATE TABLE totp_reset (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  asked_by text COLLATE "C" NOT NULL,
  asked_at text COLLATE "C" NOT NULL CHECK (asked_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  approved boolean,
  decided_by text COLLATE "C",
  decided_at text COLLATE "C",
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id),
  CONSTRAINT nobody_asks_for_their_own CHECK (asked_by <> account_id),
  CONSTRAINT who_asks_or_is_concerned_does_not_approve CHECK (decided_by <> asked_by AND decided_by <> account_id),
  CHECK ((approved IS NULL) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
);

ALTER TABLE totp_reset ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON totp_reset USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE (approved, decided_by, decided_at) ON totp_reset TO wenze_app;

-- Delegations (委托): a role held for somebody else between two days. Asked for, decided by a third, perhaps ended early; never changed
-- otherwise.
CREATE TABLE delegation (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  from_account text COLLATE "C" NOT NULL,
  to_account text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  reason text NOT NULL,
  asked_at text COLLATE "C" NOT NULL CHECK (asked_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  approved boolean,
  decided_by text COLLATE "C",
  decided_at text COLLATE "C",
  decision_reason text,
  ended_by text COLLATE "C",
  ended_at text COLLATE "C",
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, from_account) REFERENCES account (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, to_account) REFERENCES account (jurisdiction_id, id),
  CHECK (from_day <= until_day),
  CONSTRAINT nobody_delegates_to_themselves CHECK (from_account <> to_account),
  CONSTRAINT who_delegates_or_receives_does_not_approve CHECK (decided_by <> from_account AND decided_by <> to_account),
  CHECK ((approved IS NULL) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);

CREATE INDEX delegation_by_receiver ON delegation (jurisdiction_id, to_account, until_day);
CREATE INDEX delegation_by_giver ON delegation (jurisdiction_id, from_account, until_day);

ALTER TABLE delegation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON delegation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE (approved, decided_by, decided_at, decision_reason, ended_by, ended_at) ON delegation TO wenze_app;

-- Tokens of the personnel systems of other offices: each limited to asking for clearance, kept by its hash, over by its day or revoked.
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

ALTER TABLE api_token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON api_token USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON api_token TO wenze_app;

-- Tokens revoked.
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

ALTER TABLE api_token_end ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON api_token_end USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON api_token_end TO wenze_app;

-- Requests answered, by the key that the client gave: sent again, a request is answered alike and done once.
CREATE TABLE idempotency_key (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  request text NOT NULL,
  answer text NOT NULL,
  PRIMARY KEY (jurisdiction_id, account_id, key),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON idempotency_key USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON idempotency_key TO wenze_app;
