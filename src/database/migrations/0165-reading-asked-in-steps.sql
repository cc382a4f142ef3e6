-- Who may read is asked with each page. The same answers as before, looked up in steps that end as soon as nothing more can come: whoever
-- holds no delegated role, stands in for no merged record and has no relatives in the registry is through after three look-ups by key.

CREATE OR REPLACE FUNCTION wenze_stages(asked text, asked_reach text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
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

CREATE OR REPLACE FUNCTION wenze_kept_from(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
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
