-- Requests for clearance (征求廉政意见) and the letters that reply to them (廉政意见回复).

-- Requests for clearance: which office asks, for which purpose, on which day or for which year.
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

ALTER TABLE clearance_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON clearance_request USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

-- A program that asks with a token sees its own requests alone.
CREATE POLICY for_its_token ON clearance_request AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') NOT LIKE 'token:%' OR entered_by = current_setting('wenze.account', true));

GRANT SELECT, INSERT ON clearance_request TO wenze_app;

-- Names on a request, one a line, as the office wrote them.
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

ALTER TABLE clearance_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON clearance_line USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON clearance_line TO wenze_app;

-- Whom somebody chose for a line that several persons fit; the latest counts. person_id is null for "none of those that were found".
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

ALTER TABLE clearance_choice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON clearance_choice USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON clearance_choice TO wenze_app;

-- Askings of the whole list. `law` and `interpretations` name by what it was answered, `hash` is that of its receipt.
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

ALTER TABLE clearance_round ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON clearance_round USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON clearance_round TO wenze_app;

-- Answers, one a line and round.
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

ALTER TABLE clearance_answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON clearance_answer USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON clearance_answer TO wenze_app;

-- Answers that need confirmation, confirmed by somebody with reasons: it bars, or it does not. The latest counts.
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

ALTER TABLE clearance_confirmation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON clearance_confirmation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON clearance_confirmation TO wenze_app;

-- Reply letters as they were drafted.
CREATE TABLE reply_letter (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  round integer NOT NULL,
  valid_until date NOT NULL,
  -- Canonical JSON of all that it says, frozen.
  content text NOT NULL,
  drafted_by text COLLATE "C" NOT NULL,
  drafted_name text NOT NULL,
  drafted_at text COLLATE "C" NOT NULL CHECK (drafted_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, drafted_by),
  FOREIGN KEY (jurisdiction_id, request_id, round) REFERENCES clearance_round (jurisdiction_id, request_id, round)
);

CREATE INDEX reply_letter_by_request ON reply_letter (jurisdiction_id, request_id, drafted_at);
CREATE INDEX reply_letter_by_drafted_at ON reply_letter (jurisdiction_id, drafted_at, id);

ALTER TABLE reply_letter ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON reply_letter USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON reply_letter TO wenze_app;

-- Countersignatures of letters: two inner offices, two people, neither of them who drafted it.
CREATE TABLE letter_signature (
  jurisdiction_id text COLLATE "C" NOT NULL,
  letter_id text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL CHECK (office IN ('supervision', 'review')),
  agreed boolean NOT NULL,
  reasons text NOT NULL,
  drafted_by text COLLATE "C" NOT NULL,
  signed_by text COLLATE "C" NOT NULL,
  signed_name text NOT NULL,
  signed_at text COLLATE "C" NOT NULL CHECK (signed_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, letter_id, office),
  UNIQUE (jurisdiction_id, letter_id, signed_by),
  FOREIGN KEY (jurisdiction_id, letter_id, drafted_by) REFERENCES reply_letter (jurisdiction_id, id, drafted_by),
  CONSTRAINT who_drafts_does_not_countersign CHECK (signed_by <> drafted_by),
  CHECK (agreed OR reasons <> '')
);

ALTER TABLE letter_signature ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON letter_signature USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON letter_signature TO wenze_app;

-- Letters issued, each under a number of the year.
CREATE TABLE letter_issue (
  jurisdiction_id text COLLATE "C" NOT NULL,
  letter_id text COLLATE "C" NOT NULL,
  number text NOT NULL,
  year integer NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  issued_on date NOT NULL,
  issued_by text COLLATE "C" NOT NULL,
  issued_name text NOT NULL,
  issued_at text COLLATE "C" NOT NULL CHECK (issued_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, letter_id),
  UNIQUE (jurisdiction_id, year, ordinal),
  FOREIGN KEY (jurisdiction_id, letter_id) REFERENCES reply_letter (jurisdiction_id, id)
);

ALTER TABLE letter_issue ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON letter_issue USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON letter_issue TO wenze_app;

-- Letters withdrawn before they were issued, voided (作废) because they were wrong, or revoked (撤回) because something arose; the number stays
-- used.
CREATE TABLE letter_end (
  jurisdiction_id text COLLATE "C" NOT NULL,
  letter_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('withdrawn', 'void', 'revoked')),
  reason text NOT NULL CHECK (reason <> ''),
  ended_on date NOT NULL,
  ended_by text COLLATE "C" NOT NULL,
  ended_name text NOT NULL,
  ended_at text COLLATE "C" NOT NULL CHECK (ended_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, letter_id),
  FOREIGN KEY (jurisdiction_id, letter_id) REFERENCES reply_letter (jurisdiction_id, id)
);

ALTER TABLE letter_end ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON letter_end USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON letter_end TO wenze_app;

-- Persons of whom a letter speaks, with the hash of the answer it gives: what is compared when something arises.
CREATE TABLE letter_person (
  jurisdiction_id text COLLATE "C" NOT NULL,
  letter_id text COLLATE "C" NOT NULL,
  line integer NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, letter_id, line),
  FOREIGN KEY (jurisdiction_id, letter_id) REFERENCES reply_letter (jurisdiction_id, id)
);

CREATE INDEX letter_person_by_person ON letter_person (jurisdiction_id, person_id, letter_id);

ALTER TABLE letter_person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON letter_person USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON letter_person TO wenze_app;

-- Issued letters that would answer otherwise now: a notice to whoever may revoke them. It says of whom, never what arose.
CREATE TABLE letter_concern (
  jurisdiction_id text COLLATE "C" NOT NULL,
  letter_id text COLLATE "C" NOT NULL,
  line integer NOT NULL,
  digest text COLLATE "C" NOT NULL,
  found_by text COLLATE "C" NOT NULL CHECK (found_by IN ('act', 'check')),
  found_at text COLLATE "C" NOT NULL CHECK (found_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, letter_id, line, digest),
  FOREIGN KEY (jurisdiction_id, letter_id, line) REFERENCES letter_person (jurisdiction_id, letter_id, line)
);

ALTER TABLE letter_concern ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON letter_concern USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON letter_concern TO wenze_app;
