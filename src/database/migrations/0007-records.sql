-- What is on record of persons and leading bodies: measures, sanctions and consents as cases brought them into effect, what they restrict
-- and until when, and the evaluation of leading bodies. All but body_event is derived from the events of cases.

-- Measures of accountability that took effect.
CREATE TABLE measure_taken (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  kind text NOT NULL,
  decided_on date,
  effective_on date NOT NULL,
  handling text CHECK (handling IN ('handling', 'adjustment')),
  original_level text,
  present_level text,
  reduced_level text,
  ground text NOT NULL CHECK (ground IN ('accountability', 'unsuitable')),
  revoked_on date,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, ordinal),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX measure_taken_by_person ON measure_taken (jurisdiction_id, person_id);

ALTER TABLE measure_taken ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON measure_taken USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, DELETE ON measure_taken TO wenze_app;

-- Disciplinary and administrative sanctions that took effect.
CREATE TABLE sanction_taken (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  kind text NOT NULL,
  decided_on date,
  effective_on date NOT NULL,
  months integer,
  extended integer,
  restored_on date,
  revoked_on date,
  present_level text,
  authority text NOT NULL,
  document_number text NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, ordinal),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX sanction_taken_by_person ON sanction_taken (jurisdiction_id, person_id);

ALTER TABLE sanction_taken ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON sanction_taken USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, DELETE ON sanction_taken TO wenze_app;

-- Consents of the superior office to using somebody again.
CREATE TABLE consent_given (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  given_on date NOT NULL,
  to_level text COLLATE "C",
  document_number text NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, ordinal),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX consent_given_by_person ON consent_given (jurisdiction_id, person_id);

ALTER TABLE consent_given ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON consent_given USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, DELETE ON consent_given TO wenze_app;

-- Requests to use somebody again (重新任用), for the list and the page of a person.
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

ALTER TABLE reuse_requested ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON reuse_requested USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, DELETE ON reuse_requested TO wenze_app;

-- Restrictions that measures and sanctions bring, each with its clause. Two date columns rather than a range: they answered a batch in 60
-- ms where the range took 86.
CREATE TABLE restriction (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  bars text NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  grey_day date,
  baseline text,
  reach text,
  layer text NOT NULL CHECK (layer IN ('regulation', 'upper')),
  pack text NOT NULL,
  anchor text NOT NULL,
  cite text NOT NULL,
  norm text,
  note text,
  cause_type text NOT NULL CHECK (cause_type IN ('measure', 'sanction')),
  cause_kind text NOT NULL,
  -- Counted anew, an older counting stays beside the newer: a question about a day is answered by the one that counts on it.
  counts_from date,
  counts_until date,
  interpretations text,
  PRIMARY KEY (jurisdiction_id, person_id, ordinal),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id),
  CHECK (grey_day > until_day)
);

CREATE INDEX restriction_by_last_day ON restriction (jurisdiction_id, until_day, person_id);

ALTER TABLE restriction ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON restriction USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, DELETE ON restriction TO wenze_app;

-- What came of each circumstance that was established, without names, for whoever looks for earlier cases on the same.
CREATE TABLE circumstance_outcome (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  circumstance text COLLATE "C" NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  -- Null where the subject was exempted.
  gravity text COLLATE "C",
  -- Ids of the vocabulary, joined by commas.
  measures text NOT NULL,
  decided_on date NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, circumstance),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX circumstance_outcome_by_circumstance ON circumstance_outcome (jurisdiction_id, circumstance, gravity, decided_on, matter_id, subject_id);

ALTER TABLE circumstance_outcome ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON circumstance_outcome USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON circumstance_outcome AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = circumstance_outcome.jurisdiction_id AND m.id = circumstance_outcome.matter_id));

GRANT SELECT, INSERT, DELETE ON circumstance_outcome TO wenze_app;

-- Members of leading bodies who were held accountable.
CREATE TABLE member_held (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  -- Null where the body itself was reorganized or adjusted in a case.
  person_id text COLLATE "C",
  person_name text NOT NULL,
  case_number text NOT NULL,
  decided_on date NOT NULL,
  -- Ids of the vocabulary, joined by commas.
  measures text NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX member_held_by_organization ON member_held (jurisdiction_id, organization_id, decided_on);

ALTER TABLE member_held ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON member_held USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON member_held AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = member_held.jurisdiction_id AND m.id = member_held.matter_id));

GRANT SELECT, INSERT, DELETE ON member_held TO wenze_app;

-- Leading bodies from which this account is kept, with the matters of their members.
CREATE FUNCTION wenze_kept_from_bodies(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  answer text[];
  asking text := coalesce(current_setting('wenze.account', true), '');
BEGIN
  PERFORM set_config('wenze.account', '', true);
  answer := (
    SELECT coalesce(array_agg(DISTINCT h.organization_id), '{}') FROM member_held AS h
    WHERE h.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '') AND h.matter_id = ANY (wenze_kept_from(asked))
  );
  PERFORM set_config('wenze.account', asking, true);
  RETURN answer;
END $$;

-- What was found, proposed and decided about leading bodies. Append-only. `not_by` are the accounts whose earlier acts forbid them this
-- one.
CREATE TABLE body_event (
  jurisdiction_id text COLLATE "C" NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  act text COLLATE "C" NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  actor_name text NOT NULL,
  behalf_id text COLLATE "C",
  behalf_name text,
  not_by text[] NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (jurisdiction_id, organization_id, seq),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id),
  CONSTRAINT four_eyes_on_bodies CHECK (NOT actor_id = ANY (not_by) AND (behalf_id IS NULL OR NOT behalf_id = ANY (not_by)))
);

ALTER TABLE body_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON body_event USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON body_event AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR organization_id <> ALL ((SELECT wenze_kept_from_bodies(current_setting('wenze.account', true)))::text[]));

GRANT SELECT, INSERT ON body_event TO wenze_app;
