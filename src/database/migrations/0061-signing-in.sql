-- What signing in asks for: the policy as a setting with its history, former passwords, one-time codes and how they are given up.

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

ALTER TABLE security_policy ENABLE ROW LEVEL SECURITY;

ALTER TABLE security_policy FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON security_policy USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON security_policy TO wenze_app;

ALTER TABLE account ADD COLUMN password_set_at text COLLATE "C";

CREATE TABLE password_used (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  password text NOT NULL CHECK (password LIKE '$argon2id$%'),
  PRIMARY KEY (jurisdiction_id, account_id, at),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

ALTER TABLE password_used ENABLE ROW LEVEL SECURITY;

ALTER TABLE password_used FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON password_used USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT, DELETE ON password_used TO wenze_app;

-- The secret of an account's one-time codes, sealed. last_step is the step of the last code that was used: none is taken twice.
CREATE TABLE totp (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  secret_sealed text NOT NULL,
  confirmed boolean NOT NULL,
  last_step integer NOT NULL,
  PRIMARY KEY (jurisdiction_id, account_id),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

ALTER TABLE totp ENABLE ROW LEVEL SECURITY;

ALTER TABLE totp FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON totp USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT, UPDATE, DELETE ON totp TO wenze_app;

-- Giving up the codes of somebody who lost their telephone takes two administrators, neither of them that account.
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

ALTER TABLE totp_reset ENABLE ROW LEVEL SECURITY;

ALTER TABLE totp_reset FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON totp_reset USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON totp_reset TO wenze_app;

GRANT UPDATE (approved, decided_by, decided_at) ON totp_reset TO wenze_app;
