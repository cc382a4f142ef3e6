-- Replies to requests for clearance (廉政意见回复): drafted, countersigned by inner offices, issued under a number, voided or revoked.

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

-- Two inner offices, two people, neither of them who drafted it.
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

-- Voided (作废) because it was wrong, or revoked (撤回) because something arose; the number stays used.
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

-- Of whom a letter speaks, and by the hash of which answer: what is compared when something arises.
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

-- An issued letter would answer otherwise now: a notice to whoever may revoke it. It says of whom, never what arose.
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

ALTER TABLE reply_letter ENABLE ROW LEVEL SECURITY;

ALTER TABLE reply_letter FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON reply_letter USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE letter_signature ENABLE ROW LEVEL SECURITY;

ALTER TABLE letter_signature FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON letter_signature USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE letter_issue ENABLE ROW LEVEL SECURITY;

ALTER TABLE letter_issue FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON letter_issue USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE letter_end ENABLE ROW LEVEL SECURITY;

ALTER TABLE letter_end FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON letter_end USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE letter_person ENABLE ROW LEVEL SECURITY;

ALTER TABLE letter_person FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON letter_person USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE letter_concern ENABLE ROW LEVEL SECURITY;

ALTER TABLE letter_concern FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON letter_concern USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON reply_letter, letter_signature, letter_issue, letter_end, letter_person, letter_concern TO wenze_app;
