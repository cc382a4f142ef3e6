-- Requests to use somebody again, as the cases have them: derived from events, for the list and the page of a person.

CREATE TABLE reuse_requested (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  requested_on date NOT NULL,
  purpose text NOT NULL,
  organization_name text NOT NULL,
  post text NOT NULL,
  level text NOT NULL,
  decided_on date,
  approved boolean,
  document_number text,
  PRIMARY KEY (jurisdiction_id, matter_id, seq),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id),
  CHECK ((decided_on IS NULL) = (approved IS NULL))
);

CREATE INDEX reuse_requested_by_day ON reuse_requested (jurisdiction_id, requested_on, matter_id, seq);

CREATE INDEX reuse_requested_by_person ON reuse_requested (jurisdiction_id, person_id);

ALTER TABLE reuse_requested ENABLE ROW LEVEL SECURITY;

ALTER TABLE reuse_requested FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON reuse_requested USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT, DELETE ON reuse_requested TO wenze_app;
