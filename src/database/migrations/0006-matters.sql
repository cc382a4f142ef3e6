-- Matters: leads (线索) and cases, what was done in them, and what follows from that for lists, readers and due days.
-- The events are what happened. Every other table here that the application may delete from is derived from them.

-- Leads and cases as lists and searches read them, derived from the events. The checks hold the duties of two people apart even where the
-- program would forget to.
CREATE TABLE matter (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('lead', 'case')),
  number text NOT NULL,
  year integer NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  title text NOT NULL,
  stage text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  registered_by text COLLATE "C" NOT NULL,
  -- The accounts that it is given to.
  assigned_to text[] NOT NULL DEFAULT '{}',
  opened_on date NOT NULL,
  due_on date,
  updated_at text COLLATE "C" NOT NULL CHECK (updated_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  concerned text[] NOT NULL,
  -- What has to be done next, as the matter stands: the desk asks for the steps that fall to its roles.
  next_steps text[] NOT NULL,
  actors_by_act text NOT NULL,
  search_text text NOT NULL,
  search text[] NOT NULL,
  -- Whose hands: the belt under the table of duties. Who asks does not approve, who proposes does not decide.
  requested_by text COLLATE "C",
  approved_by text COLLATE "C",
  proposed_by text COLLATE "C",
  deliberated_by text COLLATE "C",
  decided_by text COLLATE "C",
  ended_by text COLLATE "C",
  effected_by text[] NOT NULL,
  closed_by text COLLATE "C",
  waiver_requested_by text[] NOT NULL DEFAULT '{}',
  waived_by text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, kind, year, ordinal),
  CONSTRAINT who_asks_does_not_approve CHECK (requested_by <> approved_by),
  CONSTRAINT who_approves_does_not_propose CHECK (approved_by <> proposed_by),
  CONSTRAINT who_proposes_does_not_record_the_deliberation CHECK (proposed_by <> deliberated_by),
  CONSTRAINT who_proposes_does_not_decide CHECK (proposed_by <> decided_by),
  CONSTRAINT who_records_the_deliberation_does_not_decide CHECK (deliberated_by <> decided_by),
  CONSTRAINT who_proposes_does_not_end CHECK (proposed_by <> ended_by),
  CONSTRAINT who_decides_does_not_put_into_effect CHECK (decided_by <> ALL (effected_by)),
  CONSTRAINT who_puts_into_effect_does_not_close CHECK (closed_by <> ALL (effected_by)),
  -- Who asked for a waiver does not grant one.
  CHECK (NOT waived_by && waiver_requested_by)
);

CREATE INDEX matter_by_opened_on ON matter (jurisdiction_id, kind, opened_on, id);
CREATE INDEX matter_by_updated_at ON matter (jurisdiction_id, kind, updated_at, id);
-- Matters without a due day come last in both directions.
CREATE INDEX matter_by_due_on_up ON matter (jurisdiction_id, kind, (coalesce(due_on, '9999-12-31'::date)), id);
CREATE INDEX matter_by_due_on_down ON matter (jurisdiction_id, kind, (coalesce(due_on, '0001-01-01'::date)), id);
CREATE INDEX matter_by_stage ON matter (jurisdiction_id, kind, stage, opened_on, id);
-- The desk: only matters in which something waits.
CREATE INDEX matter_by_waiting ON matter (jurisdiction_id, kind, (coalesce(due_on, '9999-12-31'::date)), id) WHERE next_steps <> '{}';
CREATE INDEX matter_by_search ON matter USING gin (search);

ALTER TABLE matter ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON matter USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON matter AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR ((kind || ' ' || stage = ANY ((SELECT wenze_stages(current_setting('wenze.account', true), 'all'))::text[])
      OR (registered_by = current_setting('wenze.account', true) OR current_setting('wenze.account', true) = ANY (assigned_to))
        AND kind || ' ' || stage = ANY ((SELECT wenze_stages(current_setting('wenze.account', true), 'own'))::text[])
      OR kind || ' ' || stage = ANY ((SELECT wenze_stages(current_setting('wenze.account', true), 'unit'))::text[])
        AND id = ANY ((SELECT wenze_of_unit(current_setting('wenze.account', true)))::text[]))
    AND id <> ALL ((SELECT wenze_kept_from(current_setting('wenze.account', true)))::text[])));

GRANT SELECT, INSERT, UPDATE ON matter TO wenze_app;

-- Events of matters, in their order: what was done, by whom. Append-only.
CREATE TABLE matter_event (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  act text NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  actor_name text NOT NULL,
  -- In whose role it was done, where by delegation.
  behalf_id text COLLATE "C",
  behalf_name text,
  type text NOT NULL,
  -- Canonical JSON, kept as text: the log holds a hash of these very characters.
  body text NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, seq),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

-- What an account has done (已办).
CREATE INDEX matter_event_by_actor ON matter_event (jurisdiction_id, actor_id, at, matter_id, seq);

ALTER TABLE matter_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON matter_event USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON matter_event AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_event.jurisdiction_id AND m.id = matter_event.matter_id));

GRANT SELECT, INSERT ON matter_event TO wenze_app;

-- Persons whom a matter touches, who are therefore kept from reading it.
CREATE TABLE matter_person (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  -- Named in the matter itself; otherwise only in a lead that the case grew from.
  party boolean NOT NULL,
  -- Whether the matter is open: asked for whole lists of names, and so found in one index without the matters.
  open boolean NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, person_id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX matter_person_by_person ON matter_person (jurisdiction_id, person_id, matter_id);
CREATE INDEX matter_person_open ON matter_person (jurisdiction_id, person_id, matter_id) WHERE open;

ALTER TABLE matter_person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON matter_person USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON matter_person AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_person.jurisdiction_id AND m.id = matter_person.matter_id));

GRANT SELECT, INSERT, DELETE ON matter_person TO wenze_app;

-- Organizations that a matter concerns.
CREATE TABLE matter_organization (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, organization_id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX matter_organization_by_organization ON matter_organization (jurisdiction_id, organization_id, matter_id);

ALTER TABLE matter_organization ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON matter_organization USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON matter_organization AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_organization.jurisdiction_id AND m.id = matter_organization.matter_id));

GRANT SELECT, INSERT, DELETE ON matter_organization TO wenze_app;

-- Who is kept out of a matter without being a party to it: accounts that are recused, persons who are witnesses.
CREATE TABLE matter_recused (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('account', 'person')),
  who text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, kind, who),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX matter_recused_by_who ON matter_recused (jurisdiction_id, who, kind);

ALTER TABLE matter_recused ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON matter_recused USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON matter_recused AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_recused.jurisdiction_id AND m.id = matter_recused.matter_id));

GRANT SELECT, INSERT, DELETE ON matter_recused TO wenze_app;

-- Pairs of acts in a case that the duties table wants done by two, each with the accounts that did them.
CREATE TABLE matter_four_eyes (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  act text COLLATE "C" NOT NULL,
  by_account text COLLATE "C" NOT NULL,
  before_act text COLLATE "C" NOT NULL,
  of_account text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, act, by_account, before_act, of_account),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id),
  CONSTRAINT four_eyes CHECK (by_account <> of_account)
);

ALTER TABLE matter_four_eyes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON matter_four_eyes USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON matter_four_eyes AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_four_eyes.jurisdiction_id AND m.id = matter_four_eyes.matter_id));

GRANT SELECT, INSERT, DELETE ON matter_four_eyes TO wenze_app;

-- Open items of leads and cases: what has to be done, by which office or account, and by when (督办).
CREATE TABLE open_item (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  -- Empty for what concerns the case as a whole.
  subject_id text COLLATE "C" NOT NULL,
  item text COLLATE "C" NOT NULL,
  subject_name text NOT NULL,
  office text COLLATE "C" NOT NULL,
  account_id text COLLATE "C",
  begun_on date NOT NULL,
  due_on date,
  -- The year that the calendar does not have, where that is why there is no due day.
  unpublished_year integer,
  waiver_waits boolean NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, item),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX open_item_by_office ON open_item (jurisdiction_id, office, due_on, matter_id, subject_id, item);
CREATE INDEX open_item_by_due ON open_item (jurisdiction_id, coalesce(due_on, '9999-12-31'::date), matter_id, subject_id, item);

ALTER TABLE open_item ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON open_item USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON open_item AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = open_item.jurisdiction_id AND m.id = open_item.matter_id));

GRANT SELECT, INSERT, DELETE ON open_item TO wenze_app;

-- Files of evidence, kept by the hash of their content outside the database.
CREATE TABLE evidence_file (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size >= 0),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  account_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, sha256)
);

ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON evidence_file USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON evidence_file TO wenze_app;

-- The vault of reporters: that a lead has one who is known. Who it is stands in reporter_identity alone; the other tables say what all who
-- handle the lead may know.
CREATE TABLE reporter_note (
  jurisdiction_id text COLLATE "C" NOT NULL,
  lead_id text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  sealed_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, lead_id),
  FOREIGN KEY (jurisdiction_id, lead_id) REFERENCES matter (jurisdiction_id, id)
);

ALTER TABLE reporter_note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON reporter_note USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON reporter_note TO wenze_app;

-- Requests to open the identity of a reporter, for some hours.
CREATE TABLE reporter_request (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  lead_id text COLLATE "C" NOT NULL,
  requested_by text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  reasons text NOT NULL,
  hours integer NOT NULL CHECK (hours BETWEEN 1 AND 72),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, lead_id, requested_by),
  FOREIGN KEY (jurisdiction_id, lead_id) REFERENCES reporter_note (jurisdiction_id, lead_id)
);

CREATE INDEX reporter_request_by_lead ON reporter_request (jurisdiction_id, lead_id, at);

ALTER TABLE reporter_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON reporter_request USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON reporter_request TO wenze_app;

-- Requests to open approved or refused, by another account.
CREATE TABLE reporter_answer (
  jurisdiction_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  lead_id text COLLATE "C" NOT NULL,
  requested_by text COLLATE "C" NOT NULL,
  answered_by text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  approved boolean NOT NULL,
  reasons text NOT NULL,
  -- Open from `at` until before this instant; null where it was refused.
  until text COLLATE "C" CHECK (until ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, request_id),
  FOREIGN KEY (jurisdiction_id, request_id, lead_id, requested_by)
    REFERENCES reporter_request (jurisdiction_id, id, lead_id, requested_by),
  CHECK (approved = (until IS NOT NULL)),
  CONSTRAINT who_asks_to_open_does_not_approve CHECK (answered_by <> requested_by)
);

CREATE INDEX reporter_answer_by_lead ON reporter_answer (jurisdiction_id, lead_id, requested_by);

ALTER TABLE reporter_answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON reporter_answer USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON reporter_answer TO wenze_app;

-- Who reported, sealed under a key of its own.
CREATE TABLE reporter_identity (
  jurisdiction_id text COLLATE "C" NOT NULL,
  lead_id text COLLATE "C" NOT NULL,
  sealed text NOT NULL,
  PRIMARY KEY (jurisdiction_id, lead_id),
  FOREIGN KEY (jurisdiction_id, lead_id) REFERENCES reporter_note (jurisdiction_id, lead_id)
);

ALTER TABLE reporter_identity ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- Put in by whoever registers the lead.
CREATE POLICY put_in ON reporter_identity FOR INSERT WITH CHECK (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

-- Read only by the account to which it was granted.
CREATE POLICY granted ON reporter_identity FOR SELECT USING (
  jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '')
  AND EXISTS (
    SELECT FROM reporter_answer AS a
    WHERE a.jurisdiction_id = reporter_identity.jurisdiction_id AND a.lead_id = reporter_identity.lead_id AND a.approved
      AND a.requested_by = nullif(current_setting('wenze.account', true), '')));

-- What is written into a lead afterwards may not name who reported it. To compare, the machine, which acts as no account, takes the sealed
-- row out; what is inside stays under a key that the database does not hold.
CREATE POLICY compared ON reporter_identity FOR SELECT USING (
  jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '')
  AND nullif(current_setting('wenze.account', true), '') IS NULL);

GRANT SELECT, INSERT ON reporter_identity TO wenze_app;
