-- What takes two administrators: roles, access given back, the security policy, tokens of programs. Asked for by one, decided by another;
-- rows are added and never changed. (Requests to give up one-time codes stood in totp_reset before.)

CREATE TABLE administrator_request (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('set-roles', 'restore-access', 'set-security-policy', 'issue-token')),
  -- The account whose roles or access it is.
  concerned text COLLATE "C",
  -- Canonical JSON of what is to be done.
  content text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  asked_by text COLLATE "C" NOT NULL,
  asked_by_name text NOT NULL,
  asked_at text COLLATE "C" NOT NULL CHECK (asked_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, asked_by),
  FOREIGN KEY (jurisdiction_id, asked_by) REFERENCES account (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, concerned) REFERENCES account (jurisdiction_id, id),
  CONSTRAINT nobody_asks_for_their_own_account CHECK (asked_by <> concerned)
);

ALTER TABLE administrator_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON administrator_request USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON administrator_request TO wenze_app;

-- Each request decided once, by somebody else than asked and than is concerned.
CREATE TABLE administrator_decision (
  jurisdiction_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  asked_by text COLLATE "C" NOT NULL,
  concerned text COLLATE "C",
  approved boolean NOT NULL,
  by text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  -- Of who asked and is concerned, and of who decided.
  first_persons text[] NOT NULL,
  second_persons text[] NOT NULL,
  PRIMARY KEY (jurisdiction_id, request_id),
  FOREIGN KEY (jurisdiction_id, request_id, asked_by) REFERENCES administrator_request (jurisdiction_id, id, asked_by),
  FOREIGN KEY (jurisdiction_id, by) REFERENCES account (jurisdiction_id, id),
  CONSTRAINT who_asks_or_is_concerned_does_not_decide CHECK (by <> asked_by AND (concerned IS NULL OR by <> concerned)),
  CONSTRAINT two_persons CHECK (NOT first_persons && second_persons)
);

ALTER TABLE administrator_decision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON administrator_decision USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON administrator_decision TO wenze_app;

-- Since when an account holds a role: from then on the days run in which it has to take up one-time codes. Of accounts that are there
-- already they run from now.
ALTER TABLE account ADD COLUMN roles_since text COLLATE "C" DEFAULT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

ALTER TABLE account ALTER COLUMN roles_since DROP DEFAULT;

-- Devices from which the owner of an account has signed in, by the hash of a cookie of theirs: guesses from elsewhere do not count against them.
CREATE TABLE known_device (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  device_hash text COLLATE "C" NOT NULL,
  used_at text COLLATE "C" NOT NULL CHECK (used_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, account_id, device_hash),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

ALTER TABLE known_device ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON known_device USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON known_device TO wenze_app;

-- From what a guess came: one known device, all others together, or all others with a right one-time code.
ALTER TABLE sign_in_attempt ADD COLUMN origin text COLLATE "C" NOT NULL DEFAULT 'unknown';

CREATE INDEX sign_in_attempt_by_origin ON sign_in_attempt (jurisdiction_id, account, origin, at);

-- A year of the working calendar as one person of the general office entered it; it holds when another has confirmed it, and then stands in
-- calendar_year.
CREATE TABLE calendar_entry (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 1949 AND 9998),
  days_off text[] NOT NULL,
  days_worked text[] NOT NULL,
  source text NOT NULL,
  entered_by text COLLATE "C" NOT NULL,
  entered_by_name text NOT NULL,
  entered_behalf text COLLATE "C",
  entered_at text COLLATE "C" NOT NULL CHECK (entered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, entered_by)
);

ALTER TABLE calendar_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON calendar_entry USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON calendar_entry TO wenze_app;

-- Each entry confirmed, or sent back, once, and not by who entered it.
CREATE TABLE calendar_confirmation (
  jurisdiction_id text COLLATE "C" NOT NULL,
  entry_id text COLLATE "C" NOT NULL,
  entered_by text COLLATE "C" NOT NULL,
  confirmed boolean NOT NULL,
  by text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  first_persons text[] NOT NULL,
  second_persons text[] NOT NULL,
  PRIMARY KEY (jurisdiction_id, entry_id),
  FOREIGN KEY (jurisdiction_id, entry_id, entered_by) REFERENCES calendar_entry (jurisdiction_id, id, entered_by),
  CONSTRAINT who_enters_a_year_does_not_confirm_it CHECK (by <> entered_by),
  CONSTRAINT two_persons CHECK (NOT first_persons && second_persons)
);

ALTER TABLE calendar_confirmation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON calendar_confirmation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON calendar_confirmation TO wenze_app;

-- Alarms for the audit administrator: which rule, about whom, how often in which time.
CREATE TABLE alarm (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL CHECK (rule IN ('refusals', 'reads', 'sign-ins', 'night-exports')),
  -- Empty where it is about no single account.
  account_id text COLLATE "C" NOT NULL,
  account_name text NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  since text COLLATE "C" NOT NULL CHECK (since ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id)
);

CREATE INDEX alarm_by_rule ON alarm (jurisdiction_id, rule, account_id, at);

ALTER TABLE alarm ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON alarm USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON alarm TO wenze_app;

-- Alarms that an audit administrator has looked into, with what was found.
CREATE TABLE alarm_answer (
  jurisdiction_id text COLLATE "C" NOT NULL,
  alarm_id text COLLATE "C" NOT NULL,
  found text NOT NULL CHECK (found <> ''),
  by text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, alarm_id),
  FOREIGN KEY (jurisdiction_id, alarm_id) REFERENCES alarm (jurisdiction_id, id)
);

ALTER TABLE alarm_answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON alarm_answer USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON alarm_answer TO wenze_app;
