-- Requests for clearance (征求廉政意见): who asks about whom, how each name was matched, and what was answered each time it was asked.

ALTER TABLE ledger_number DROP CONSTRAINT IF EXISTS ledger_number_kind_check;

CREATE TABLE clearance_request (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  number text NOT NULL,
  year integer NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  -- The office that asks, who to speak to there, and the number of its letter where there is one.
  requester text NOT NULL,
  contact text NOT NULL,
  requester_document text NOT NULL,
  purpose text NOT NULL,
  purpose_text text NOT NULL,
  on_date date,
  for_year integer,
  names integer NOT NULL CHECK (names > 0),
  entered_by text COLLATE "C" NOT NULL,
  entered_name text NOT NULL,
  entered_at text COLLATE "C" NOT NULL CHECK (entered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  -- One key, one request: sent again it is the same, and with another content it is refused.
  request_key text COLLATE "C" NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, year, ordinal),
  UNIQUE (jurisdiction_id, entered_by, request_key),
  CHECK ((on_date IS NULL) <> (for_year IS NULL))
);

CREATE INDEX clearance_request_by_entered_at ON clearance_request (jurisdiction_id, entered_at, id);

CREATE TABLE clearance_line (
  jurisdiction_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  line integer NOT NULL CHECK (line > 0),
  name text COLLATE "C" NOT NULL,
  unit text NOT NULL,
  id_number_masked text NOT NULL,
  id_number_fingerprint text COLLATE "C" NOT NULL,
  to_level text,
  PRIMARY KEY (jurisdiction_id, request_id, line),
  FOREIGN KEY (jurisdiction_id, request_id) REFERENCES clearance_request (jurisdiction_id, id)
);

-- Whom a person chose for a line; the latest counts. person_id is null for "none of those that were found".
CREATE TABLE clearance_choice (
  jurisdiction_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  line integer NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  person_id text COLLATE "C",
  reason text NOT NULL,
  by_account text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, request_id, line, seq),
  FOREIGN KEY (jurisdiction_id, request_id, line) REFERENCES clearance_line (jurisdiction_id, request_id, line),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

-- One asking of the whole list. `law` and `interpretations` name by what it was answered, `hash` is that of its receipt.
CREATE TABLE clearance_round (
  jurisdiction_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  round integer NOT NULL CHECK (round > 0),
  asked_at text COLLATE "C" NOT NULL CHECK (asked_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  asked_by text COLLATE "C" NOT NULL,
  asked_name text NOT NULL,
  law text NOT NULL,
  interpretations integer NOT NULL,
  summary text NOT NULL,
  -- The first line of the receipt, and the hash at its end.
  head text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (jurisdiction_id, request_id, round),
  FOREIGN KEY (jurisdiction_id, request_id) REFERENCES clearance_request (jurisdiction_id, id)
);

CREATE TABLE clearance_answer (
  jurisdiction_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  round integer NOT NULL,
  line integer NOT NULL,
  match text NOT NULL,
  kind text COLLATE "C" NOT NULL,
  person_id text COLLATE "C",
  -- What the answer says, hashed: a confirmation is about this very answer.
  digest text COLLATE "C" NOT NULL,
  -- Canonical JSON: the answer, the entry of the registry by which it was given, and which matters were looked at as they stood then.
  answer text NOT NULL,
  registry text NOT NULL,
  matters text NOT NULL,
  PRIMARY KEY (jurisdiction_id, request_id, round, line),
  -- The round is written last, when its summary and hash are known.
  FOREIGN KEY (jurisdiction_id, request_id, round) REFERENCES clearance_round (jurisdiction_id, request_id, round) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (jurisdiction_id, request_id, line) REFERENCES clearance_line (jurisdiction_id, request_id, line)
);

CREATE INDEX clearance_answer_by_kind ON clearance_answer (jurisdiction_id, request_id, round, kind, line);

CREATE INDEX clearance_answer_by_person ON clearance_answer (jurisdiction_id, person_id, request_id);

-- An answer that needs confirmation, confirmed by somebody with reasons: it bars, or it does not. The latest counts.
CREATE TABLE clearance_confirmation (
  jurisdiction_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  line integer NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  digest text COLLATE "C" NOT NULL,
  barred boolean NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  by_account text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, request_id, line, seq),
  FOREIGN KEY (jurisdiction_id, request_id, line) REFERENCES clearance_line (jurisdiction_id, request_id, line)
);

ALTER TABLE clearance_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE clearance_request FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON clearance_request USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

-- The belt for programs that ask with a token: each sees its own requests alone.
CREATE POLICY for_its_token ON clearance_request AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') NOT LIKE 'token:%' OR entered_by = current_setting('wenze.account', true));

ALTER TABLE clearance_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE clearance_line FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON clearance_line USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE clearance_choice ENABLE ROW LEVEL SECURITY;

ALTER TABLE clearance_choice FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON clearance_choice USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE clearance_round ENABLE ROW LEVEL SECURITY;

ALTER TABLE clearance_round FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON clearance_round USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE clearance_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE clearance_answer FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON clearance_answer USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE clearance_confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE clearance_confirmation FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON clearance_confirmation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON clearance_request, clearance_line, clearance_choice, clearance_round, clearance_answer, clearance_confirmation TO wenze_app;
