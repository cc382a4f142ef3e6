-- Persons, not accounts: whose eyes an account is, the persons of both steps wherever two persons are asked for, and close relatives as they
-- were entered, corrected and ended.

CREATE INDEX person_merge_by_survivor ON person_merge (jurisdiction_id, survivor_id);
CREATE INDEX person_merge_by_merged ON person_merge (jurisdiction_id, merged_id);
CREATE INDEX account_without_person ON account (jurisdiction_id, id) WHERE person_id IS NULL;

-- These records and all that a merge ever tied to them, through however many: a merge that was undone counts on where two persons are asked for.
CREATE FUNCTION wenze_records_ever(here text, asked text[]) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  found text[] := asked;
  more text[];
BEGIN
  LOOP
    more := ARRAY(
      SELECT m.survivor_id FROM person_merge AS m WHERE m.jurisdiction_id = here AND m.merged_id = ANY (found) AND m.survivor_id <> ALL (found)
      UNION SELECT m.merged_id FROM person_merge AS m WHERE m.jurisdiction_id = here AND m.survivor_id = ANY (found) AND m.merged_id <> ALL (found));
    EXIT WHEN more = '{}';
    found := found || more;
  END LOOP;
  RETURN found;
END $$;

-- Other accounts whose steps count as this one's where two persons are asked for: of its person under any record, of close relatives from
-- either side, and accounts of an office that name nobody, who may be anybody.
CREATE FUNCTION wenze_kin_accounts(here text, asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  self text;
  records text[] := '{}';
  near text[];
BEGIN
  self := (SELECT a.person_id FROM account AS a WHERE a.jurisdiction_id = here AND a.id = asked);
  IF self IS NOT NULL THEN
    records := wenze_records_ever(here, ARRAY[self]);
    near := ARRAY(
      SELECT r.relative_id FROM person_relative AS r WHERE r.jurisdiction_id = here AND r.person_id = ANY (records) AND r.relative_id IS NOT NULL
      UNION SELECT r.person_id FROM person_relative AS r WHERE r.jurisdiction_id = here AND r.relative_id = ANY (records));
    IF near <> '{}' THEN
      records := records || wenze_records_ever(here, near);
    END IF;
  END IF;
  RETURN ARRAY(
    SELECT a.id FROM account AS a WHERE a.jurisdiction_id = here AND a.person_id = ANY (records) AND a.id <> asked
    UNION SELECT a.id FROM account AS a WHERE a.jurisdiction_id = here AND a.person_id IS NULL AND a.id <> asked AND a.roles <> '{}'
      AND NOT a.roles && ARRAY['system-administrator', 'security-administrator', 'audit-administrator']
    ORDER BY 1);
END $$;

-- The persons behind these accounts, each under the record that stands for all merged into it; none for an account that names nobody.
CREATE FUNCTION wenze_persons_of(asked text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT coalesce(p.merged_into, p.id)), '{}') FROM account AS a
  JOIN person AS p ON p.jurisdiction_id = a.jurisdiction_id AND p.id = a.person_id
  WHERE a.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '') AND a.id = ANY (asked)
$$;

-- Whose role a first step was taken in, where by delegation: it is theirs as well.
ALTER TABLE authority_version ADD COLUMN entered_behalf text COLLATE "C";
ALTER TABLE interpretation ADD COLUMN entered_behalf text COLLATE "C";
ALTER TABLE official_text ADD COLUMN loaded_behalf text COLLATE "C";
ALTER TABLE history_statement ADD COLUMN entered_behalf text COLLATE "C";
ALTER TABLE reply_letter ADD COLUMN drafted_behalf text COLLATE "C";
ALTER TABLE letter_signature ADD COLUMN signed_behalf text COLLATE "C";
ALTER TABLE reporter_request ADD COLUMN requested_behalf text COLLATE "C";
ALTER TABLE person_merge ADD COLUMN registered_behalf text COLLATE "C";

-- The persons of both steps, as they were read when the second was taken; empty in rows of before.
ALTER TABLE authority_confirmation ADD COLUMN first_persons text[] NOT NULL DEFAULT '{}', ADD COLUMN second_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT two_persons CHECK (NOT first_persons && second_persons);
ALTER TABLE interpretation_signature ADD COLUMN first_persons text[] NOT NULL DEFAULT '{}', ADD COLUMN second_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT two_persons CHECK (NOT first_persons && second_persons);
ALTER TABLE official_text_check ADD COLUMN first_persons text[] NOT NULL DEFAULT '{}', ADD COLUMN second_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT two_persons CHECK (NOT first_persons && second_persons);
ALTER TABLE history_confirmation ADD COLUMN first_persons text[] NOT NULL DEFAULT '{}', ADD COLUMN second_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT two_persons CHECK (NOT first_persons && second_persons);
ALTER TABLE letter_signature ADD COLUMN first_persons text[] NOT NULL DEFAULT '{}', ADD COLUMN second_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT two_persons CHECK (NOT first_persons && second_persons);
ALTER TABLE reporter_answer ADD COLUMN first_persons text[] NOT NULL DEFAULT '{}', ADD COLUMN second_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT two_persons CHECK (NOT first_persons && second_persons);
ALTER TABLE person_merge_undone ADD COLUMN first_persons text[] NOT NULL DEFAULT '{}', ADD COLUMN second_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT two_persons CHECK (NOT first_persons && second_persons);

-- A delegation that administrators ask for, because its holder cannot: who of them asked.
ALTER TABLE delegation ADD COLUMN asked_by text COLLATE "C",
  ADD COLUMN first_persons text[] NOT NULL DEFAULT '{}', ADD COLUMN second_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT who_asks_does_not_approve CHECK (decided_by <> asked_by),
  ADD CONSTRAINT two_persons CHECK (NOT first_persons && second_persons);
GRANT UPDATE (first_persons, second_persons) ON delegation TO wenze_app;

-- Who did each act of a matter, as a person: null where the account names nobody, and in events of before.
ALTER TABLE matter_event ADD COLUMN actor_person text COLLATE "C", ADD COLUMN behalf_person text COLLATE "C";
ALTER TABLE matter_four_eyes ADD COLUMN by_person text COLLATE "C", ADD COLUMN of_person text COLLATE "C",
  ADD CONSTRAINT two_persons CHECK (by_person <> of_person);

-- `not_by_persons` are the persons behind the accounts of `not_by`.
ALTER TABLE body_event ADD COLUMN persons text[] NOT NULL DEFAULT '{}', ADD COLUMN not_by_persons text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT two_persons CHECK (NOT persons && not_by_persons);

-- Close relatives: of which kind, and by which ID number they are known where they are not in the registry, or not yet. `kind` is null in rows of
-- before.
ALTER TABLE person_relative
  ADD COLUMN kind text COLLATE "C" CHECK (kind IN ('spouse', 'direct', 'collateral', 'in-law')),
  ADD COLUMN id_number_masked text,
  ADD COLUMN id_number_fingerprint text COLLATE "C";
CREATE INDEX person_relative_by_number ON person_relative (jurisdiction_id, id_number_fingerprint) WHERE relative_id IS NULL;

-- What was entered of relatives, corrected and ended: as JSON before and after, without ID numbers but masked. person_relative is what stands.
CREATE TABLE relative_change (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  before text,
  after text,
  -- The day on which the relation ended (divorce, death); null where it was wrong, or stands.
  ended_on date,
  reason text NOT NULL,
  source text NOT NULL,
  registered_by text COLLATE "C",
  registered_behalf text COLLATE "C",
  registered_name text NOT NULL,
  registered_at text COLLATE "C" NOT NULL CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  -- Of one taken out as wrong: the persons who entered it and who say so.
  first_persons text[] NOT NULL DEFAULT '{}',
  second_persons text[] NOT NULL DEFAULT '{}',
  CONSTRAINT two_persons CHECK (NOT first_persons && second_persons),
  PRIMARY KEY (jurisdiction_id, person_id, seq),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
);

ALTER TABLE relative_change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON relative_change USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON relative_change TO wenze_app;
