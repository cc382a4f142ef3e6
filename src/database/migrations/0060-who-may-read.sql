-- Who may read a matter, held by the database itself for the account that the transaction works for. With no account it is the
-- machine's own work. The filters written out in the queries say the same, faster; this is the belt under them.

-- The reading rights of the duties table, written at each start by the release that runs (reading-rights.ts).
CREATE TABLE reading_right (
  role text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('lead', 'case')),
  stage text COLLATE "C" NOT NULL,
  reach text COLLATE "C" NOT NULL CHECK (reach IN ('all', 'own', 'unit')),
  PRIMARY KEY (role, kind, stage)
);

GRANT SELECT ON reading_right TO wenze_app;

-- Close relatives in the personnel record. A relative who is in the registry too is named by id; then each keeps the other out.
CREATE TABLE person_relative (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  relation text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  relative_id text COLLATE "C",
  PRIMARY KEY (jurisdiction_id, person_id, relation, name),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, relative_id) REFERENCES person (jurisdiction_id, id),
  CHECK (relative_id <> person_id)
);

CREATE INDEX person_relative_by_relative ON person_relative (jurisdiction_id, relative_id);

ALTER TABLE person_relative ENABLE ROW LEVEL SECURITY;

ALTER TABLE person_relative FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON person_relative USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT, UPDATE, DELETE ON person_relative TO wenze_app;

-- A role held for somebody else between two days (委托). Asked for, decided by a third, perhaps ended early; never changed otherwise.
CREATE TABLE delegation (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  from_account text COLLATE "C" NOT NULL,
  to_account text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  reason text NOT NULL,
  asked_at text COLLATE "C" NOT NULL CHECK (asked_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  approved boolean,
  decided_by text COLLATE "C",
  decided_at text COLLATE "C",
  decision_reason text,
  ended_by text COLLATE "C",
  ended_at text COLLATE "C",
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, from_account) REFERENCES account (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, to_account) REFERENCES account (jurisdiction_id, id),
  CHECK (from_day <= until_day),
  CONSTRAINT nobody_delegates_to_themselves CHECK (from_account <> to_account),
  CONSTRAINT who_delegates_or_receives_does_not_approve CHECK (decided_by <> from_account AND decided_by <> to_account),
  CHECK ((approved IS NULL) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);

CREATE INDEX delegation_by_receiver ON delegation (jurisdiction_id, to_account, until_day);

CREATE INDEX delegation_by_giver ON delegation (jurisdiction_id, from_account, until_day);

ALTER TABLE delegation ENABLE ROW LEVEL SECURITY;

ALTER TABLE delegation FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON delegation USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON delegation TO wenze_app;

GRANT UPDATE (approved, decided_by, decided_at, decision_reason, ended_by, ended_at) ON delegation TO wenze_app;

-- Whom the matter is given to, for lists that ask.
ALTER TABLE matter ADD COLUMN assigned_to text[] NOT NULL DEFAULT '{}';

-- In whose role an act was done, where it was done by delegation.
ALTER TABLE matter_event ADD COLUMN behalf_id text COLLATE "C";

ALTER TABLE matter_event ADD COLUMN behalf_name text;

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

ALTER TABLE matter_recused ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_recused FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON matter_recused USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT, DELETE ON matter_recused TO wenze_app;

-- Every pair of acts in a case that the duties table wants done by two, with whose hands they were.
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

ALTER TABLE matter_four_eyes ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_four_eyes FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON matter_four_eyes USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT, DELETE ON matter_four_eyes TO wenze_app;

-- The stages at which this account reads with this reach, as 'case inquiry'; through its own roles and through those delegated to it.
CREATE FUNCTION wenze_stages(asked text, asked_reach text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT r.kind || ' ' || r.stage), '{}')
  FROM reading_right AS r
  WHERE r.reach = asked_reach AND r.role IN (
    SELECT unnest(a.roles) FROM account AS a
    WHERE a.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '') AND a.id = asked AND NOT a.disabled
    UNION ALL
    SELECT d.role FROM delegation AS d
    JOIN account AS g ON g.jurisdiction_id = d.jurisdiction_id AND g.id = d.from_account AND NOT g.disabled AND d.role = ANY(g.roles)
    JOIN account AS t ON t.jurisdiction_id = d.jurisdiction_id AND t.id = d.to_account AND NOT t.disabled
    WHERE d.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '') AND d.to_account = asked
      AND d.approved AND d.ended_at IS NULL
      AND nullif(current_setting('wenze.today', true), '')::date BETWEEN d.from_day AND d.until_day)
$$;

-- The matters from which this account is kept: its person or a close relative is touched by them, or it is recused, or a witness.
-- It looks as the machine, and gives the account back: a SET clause would say so more shortly, but only a superuser may write one.
CREATE FUNCTION wenze_kept_from(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE answer text[]; asking text := coalesce(current_setting('wenze.account', true), ''); BEGIN PERFORM set_config('wenze.account', '', true); answer := (
  WITH here AS (SELECT nullif(current_setting('wenze.jurisdiction', true), '') AS id),
  own AS (SELECT a.person_id AS id FROM account AS a JOIN here ON a.jurisdiction_id = here.id WHERE a.id = asked AND a.person_id IS NOT NULL),
  kin AS (
    SELECT id FROM own
    UNION SELECT r.relative_id FROM person_relative AS r JOIN here ON r.jurisdiction_id = here.id JOIN own ON r.person_id = own.id WHERE r.relative_id IS NOT NULL
    UNION SELECT r.person_id FROM person_relative AS r JOIN here ON r.jurisdiction_id = here.id JOIN own ON r.relative_id = own.id)
  SELECT coalesce(array_agg(kept.matter_id), '{}') FROM (
    SELECT p.matter_id FROM matter_person AS p JOIN here ON p.jurisdiction_id = here.id JOIN kin ON p.person_id = kin.id
    UNION SELECT m.matter_id FROM matter_recused AS m JOIN here ON m.jurisdiction_id = here.id WHERE m.kind = 'account' AND m.who = asked
    UNION SELECT m.matter_id FROM matter_recused AS m JOIN here ON m.jurisdiction_id = here.id JOIN own ON m.kind = 'person' AND m.who = own.id) AS kept
); PERFORM set_config('wenze.account', asking, true); RETURN answer; END $$;

-- The matters that concern this account's own unit.
CREATE FUNCTION wenze_of_unit(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE answer text[]; asking text := coalesce(current_setting('wenze.account', true), ''); BEGIN PERFORM set_config('wenze.account', '', true); answer := (
  SELECT coalesce(array_agg(o.matter_id), '{}') FROM account AS a
  JOIN matter_organization AS o ON o.jurisdiction_id = a.jurisdiction_id AND o.organization_id = a.organization_id
  WHERE a.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '') AND a.id = asked
); PERFORM set_config('wenze.account', asking, true); RETURN answer; END $$;

CREATE POLICY for_its_readers ON matter AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR ((kind || ' ' || stage = ANY ((SELECT wenze_stages(current_setting('wenze.account', true), 'all'))::text[])
      OR (registered_by = current_setting('wenze.account', true) OR current_setting('wenze.account', true) = ANY (assigned_to))
        AND kind || ' ' || stage = ANY ((SELECT wenze_stages(current_setting('wenze.account', true), 'own'))::text[])
      OR kind || ' ' || stage = ANY ((SELECT wenze_stages(current_setting('wenze.account', true), 'unit'))::text[])
        AND id = ANY ((SELECT wenze_of_unit(current_setting('wenze.account', true)))::text[]))
    AND id <> ALL ((SELECT wenze_kept_from(current_setting('wenze.account', true)))::text[])));

CREATE POLICY for_its_readers ON matter_event AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_event.jurisdiction_id AND m.id = matter_event.matter_id));

CREATE POLICY for_its_readers ON matter_person AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_person.jurisdiction_id AND m.id = matter_person.matter_id));

CREATE POLICY for_its_readers ON matter_organization AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_organization.jurisdiction_id AND m.id = matter_organization.matter_id));

CREATE POLICY for_its_readers ON matter_recused AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_recused.jurisdiction_id AND m.id = matter_recused.matter_id));

CREATE POLICY for_its_readers ON matter_four_eyes AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = matter_four_eyes.jurisdiction_id AND m.id = matter_four_eyes.matter_id));
