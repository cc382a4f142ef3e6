-- Members of leading bodies who were held accountable, and what was found, proposed and decided about the bodies.
-- What was decided before this is derived when the data are next opened.

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

ALTER TABLE member_held ENABLE ROW LEVEL SECURITY;

ALTER TABLE member_held FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON member_held USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON member_held AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = member_held.jurisdiction_id AND m.id = member_held.matter_id));

GRANT SELECT, INSERT, DELETE ON member_held TO wenze_app;

-- Append-only. `not_by` are those whose hands were in an act that forbids them this one.
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

-- The bodies from which this account is kept, with the matters of their members.
CREATE FUNCTION wenze_kept_from_bodies(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE answer text[]; asking text := coalesce(current_setting('wenze.account', true), ''); BEGIN PERFORM set_config('wenze.account', '', true); answer := (
  SELECT coalesce(array_agg(DISTINCT h.organization_id), '{}') FROM member_held AS h
  WHERE h.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '') AND h.matter_id = ANY (wenze_kept_from(asked))
); PERFORM set_config('wenze.account', asking, true); RETURN answer; END $$;

ALTER TABLE body_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE body_event FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON body_event USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON body_event AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR organization_id <> ALL ((SELECT wenze_kept_from_bodies(current_setting('wenze.account', true)))::text[]));

GRANT SELECT, INSERT ON body_event TO wenze_app;

ALTER TABLE notification ADD COLUMN organization_id text COLLATE "C";

CREATE POLICY for_readers_of_bodies ON notification AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = '' OR organization_id IS NULL
  OR organization_id <> ALL ((SELECT wenze_kept_from_bodies(current_setting('wenze.account', true)))::text[]));
