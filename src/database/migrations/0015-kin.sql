-- The close relatives of an account's person, under whichever records, and its other records: asked with every request, and so a function that
-- ends as soon as nothing more can come, which is planned once and not with every question.
CREATE FUNCTION wenze_relatives(here text, asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  self text;
  own text[];
  near text[];
  ends text[];
BEGIN
  self := (SELECT coalesce(p.merged_into, p.id) FROM account AS a JOIN person AS p ON p.jurisdiction_id = a.jurisdiction_id AND p.id = a.person_id
    WHERE a.jurisdiction_id = here AND a.id = asked);
  IF self IS NULL THEN
    RETURN '{}';
  END IF;
  own := self || ARRAY(SELECT p.id FROM person AS p WHERE p.jurisdiction_id = here AND p.merged_into = self);
  near := ARRAY(
    SELECT r.relative_id FROM person_relative AS r WHERE r.jurisdiction_id = here AND r.person_id = ANY (own) AND r.relative_id IS NOT NULL
    UNION ALL SELECT r.person_id FROM person_relative AS r WHERE r.jurisdiction_id = here AND r.relative_id = ANY (own));
  IF near <> '{}' THEN
    ends := ARRAY(SELECT coalesce(p.merged_into, p.id) FROM person AS p WHERE p.jurisdiction_id = here AND p.id = ANY (near));
    near := near || ends || ARRAY(SELECT p.id FROM person AS p WHERE p.jurisdiction_id = here AND p.merged_into = ANY (ends));
  ELSIF cardinality(own) = 1 THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(SELECT DISTINCT one.id COLLATE "C" FROM unnest(own || near) AS one (id) WHERE one.id <> self ORDER BY 1);
END $$;
