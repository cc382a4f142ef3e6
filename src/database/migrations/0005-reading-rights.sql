-- Who may read a matter, as the database itself holds it for the account that the transaction works for (setting wenze.account); with no
-- account it is the machine's own work. The queries filter by the same rules and faster; the policies for_its_readers hold where a query
-- forgets. Each function is asked with every page, and ends as soon as nothing more can come: whoever holds no delegated role, stands in
-- for no merged record and has no relatives in the registry is through after three look-ups by key.

-- Reading rights of the duties table, written at each start by the release that runs (reading-rights.ts).
CREATE TABLE reading_right (
  role text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('lead', 'case')),
  stage text COLLATE "C" NOT NULL,
  reach text COLLATE "C" NOT NULL CHECK (reach IN ('all', 'own', 'unit')),
  PRIMARY KEY (role, kind, stage)
);

GRANT SELECT ON reading_right TO wenze_app;

-- Stages at which this account reads with this reach, as 'case inquiry': through its own roles and through those delegated to it.
CREATE FUNCTION wenze_stages(asked text, asked_reach text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  here text := nullif(current_setting('wenze.jurisdiction', true), '');
  held text[];
BEGIN
  held := (SELECT a.roles FROM account AS a WHERE a.jurisdiction_id = here AND a.id = asked AND NOT a.disabled);
  IF EXISTS (SELECT FROM delegation AS d WHERE d.jurisdiction_id = here AND d.to_account = asked) THEN
    held := held || ARRAY(
      SELECT d.role FROM delegation AS d
      JOIN account AS g ON g.jurisdiction_id = d.jurisdiction_id AND g.id = d.from_account AND NOT g.disabled AND d.role = ANY (g.roles)
      JOIN account AS t ON t.jurisdiction_id = d.jurisdiction_id AND t.id = d.to_account AND NOT t.disabled
      WHERE d.jurisdiction_id = here AND d.to_account = asked AND d.approved AND d.ended_at IS NULL
        AND nullif(current_setting('wenze.today', true), '')::date BETWEEN d.from_day AND d.until_day);
  END IF;
  RETURN ARRAY(SELECT DISTINCT r.kind || ' ' || r.stage FROM reading_right AS r WHERE r.role = ANY (held) AND r.reach = asked_reach);
END $$;

-- Matters from which this account is kept: its person or a close relative, under whichever of their merged records, is touched by them, or
-- it is recused, or a witness. The function looks as the machine and then gives the account back: a SET clause would say so more shortly,
-- but only a superuser may write one.
CREATE FUNCTION wenze_kept_from(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  here text := nullif(current_setting('wenze.jurisdiction', true), '');
  asking text := coalesce(current_setting('wenze.account', true), '');
  self text;
  own text[];
  near text[];
  ends text[];
  answer text[];
BEGIN
  PERFORM set_config('wenze.account', '', true);
  answer := ARRAY(SELECT m.matter_id FROM matter_recused AS m WHERE m.jurisdiction_id = here AND m.who = asked AND m.kind = 'account');
  self := (SELECT coalesce(p.merged_into, p.id) FROM account AS a JOIN person AS p ON p.jurisdiction_id = a.jurisdiction_id AND p.id = a.person_id
    WHERE a.jurisdiction_id = here AND a.id = asked);
  IF self IS NOT NULL THEN
    own := self || ARRAY(SELECT p.id FROM person AS p WHERE p.jurisdiction_id = here AND p.merged_into = self);
    near := ARRAY(
      SELECT r.relative_id FROM person_relative AS r WHERE r.jurisdiction_id = here AND r.person_id = ANY (own) AND r.relative_id IS NOT NULL
      UNION ALL SELECT r.person_id FROM person_relative AS r WHERE r.jurisdiction_id = here AND r.relative_id = ANY (own));
    IF near <> '{}' THEN
      ends := ARRAY(SELECT coalesce(p.merged_into, p.id) FROM person AS p WHERE p.jurisdiction_id = here AND p.id = ANY (near));
      near := near || ends || ARRAY(SELECT p.id FROM person AS p WHERE p.jurisdiction_id = here AND p.merged_into = ANY (ends));
    END IF;
    answer := answer || ARRAY(
      SELECT p.matter_id FROM matter_person AS p WHERE p.jurisdiction_id = here AND p.person_id = ANY (own || near)
      UNION ALL SELECT m.matter_id FROM matter_recused AS m WHERE m.jurisdiction_id = here AND m.who = ANY (own) AND m.kind = 'person');
  END IF;
  PERFORM set_config('wenze.account', asking, true);
  RETURN answer;
END $$;

-- Matters that concern this account's own unit.
CREATE FUNCTION wenze_of_unit(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  answer text[];
  asking text := coalesce(current_setting('wenze.account', true), '');
BEGIN
  PERFORM set_config('wenze.account', '', true);
  answer := (
    SELECT coalesce(array_agg(o.matter_id), '{}') FROM account AS a
    JOIN matter_organization AS o ON o.jurisdiction_id = a.jurisdiction_id AND o.organization_id = a.organization_id
    WHERE a.jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '') AND a.id = asked
  );
  PERFORM set_config('wenze.account', asking, true);
  RETURN answer;
END $$;
