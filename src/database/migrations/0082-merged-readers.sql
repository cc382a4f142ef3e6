-- Whoever is touched by a matter through one record of theirs is kept from it through every other, and so are their relatives.

CREATE OR REPLACE FUNCTION wenze_kept_from(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE answer text[]; asking text := coalesce(current_setting('wenze.account', true), ''); BEGIN PERFORM set_config('wenze.account', '', true); answer := (
  WITH here AS (SELECT nullif(current_setting('wenze.jurisdiction', true), '') AS id),
  self AS (
    SELECT coalesce(p.merged_into, p.id) AS id FROM account AS a JOIN here ON a.jurisdiction_id = here.id
    JOIN person AS p ON p.jurisdiction_id = here.id AND p.id = a.person_id WHERE a.id = asked),
  own AS (SELECT id FROM self UNION SELECT p.id FROM person AS p JOIN here ON p.jurisdiction_id = here.id JOIN self ON p.merged_into = self.id),
  near AS (
    SELECT r.relative_id AS id FROM person_relative AS r JOIN here ON r.jurisdiction_id = here.id JOIN own ON r.person_id = own.id WHERE r.relative_id IS NOT NULL
    UNION SELECT r.person_id FROM person_relative AS r JOIN here ON r.jurisdiction_id = here.id JOIN own ON r.relative_id = own.id),
  ends AS (
    SELECT coalesce(p.merged_into, p.id) AS id FROM person AS p JOIN here ON p.jurisdiction_id = here.id JOIN near ON p.id = near.id),
  kin AS (
    SELECT id FROM own UNION SELECT id FROM near UNION SELECT id FROM ends
    UNION SELECT p.id FROM person AS p JOIN here ON p.jurisdiction_id = here.id JOIN ends ON p.merged_into = ends.id)
  SELECT coalesce(array_agg(kept.matter_id), '{}') FROM (
    SELECT p.matter_id FROM matter_person AS p JOIN here ON p.jurisdiction_id = here.id JOIN kin ON p.person_id = kin.id
    UNION SELECT m.matter_id FROM matter_recused AS m JOIN here ON m.jurisdiction_id = here.id WHERE m.kind = 'account' AND m.who = asked
    UNION SELECT m.matter_id FROM matter_recused AS m JOIN here ON m.jurisdiction_id = here.id JOIN own ON m.kind = 'person' AND m.who = own.id) AS kept
); PERFORM set_config('wenze.account', asking, true); RETURN answer; END $$;
