-- Typed words that leave the group which handles a matter: each event that holds some waits until somebody else has looked through it. What was
-- stored before there was this rule waits no more.
CREATE TABLE text_waiting (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, seq),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

ALTER TABLE text_waiting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON text_waiting USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON text_waiting AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = text_waiting.jurisdiction_id AND m.id = text_waiting.matter_id));

GRANT SELECT, INSERT, DELETE ON text_waiting TO wenze_app;

-- Who let which event out, and when: never by whom it was typed.
CREATE TABLE text_release (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  typed_by text COLLATE "C" NOT NULL,
  released_by text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  -- The persons behind the accounts that typed the words and that let them out.
  first_persons text[] NOT NULL,
  second_persons text[] NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, seq),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id),
  CONSTRAINT who_types_does_not_release CHECK (released_by <> typed_by),
  CONSTRAINT two_persons CHECK (NOT first_persons && second_persons)
);

ALTER TABLE text_release ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON text_release USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON text_release AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = text_release.jurisdiction_id AND m.id = text_release.matter_id));

GRANT SELECT, INSERT ON text_release TO wenze_app;

-- Who uploaded a file that was there already: the same content may come from several, and each may name it in an act. Who uploaded it first
-- stands beside the file.
CREATE TABLE evidence_upload (
  jurisdiction_id text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, sha256, account_id),
  FOREIGN KEY (jurisdiction_id, sha256) REFERENCES evidence_file (jurisdiction_id, sha256)
);

ALTER TABLE evidence_upload ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON evidence_upload USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON evidence_upload TO wenze_app;
