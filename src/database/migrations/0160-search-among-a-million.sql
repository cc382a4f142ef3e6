-- Finding a cadre among a million: posts by the few ways in which posts are written, not by pairs of characters that a tenth of all persons share.

-- Every post that somebody present or past was registered with, once. A word is looked for among these, and the persons by the whole post.
CREATE TABLE post_title (
  jurisdiction_id text COLLATE "C" NOT NULL,
  post text NOT NULL,
  PRIMARY KEY (jurisdiction_id, post)
);

ALTER TABLE post_title ENABLE ROW LEVEL SECURITY;

ALTER TABLE post_title FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON post_title USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON post_title TO wenze_app;

-- Those found by a post, a unit or the beginning of a name are counted in the index alone.
CREATE INDEX person_by_post ON person (jurisdiction_id, post, name, id) WHERE merged_into IS NULL;

DROP INDEX person_by_organization;

CREATE INDEX person_by_organization ON person (jurisdiction_id, organization_id, name, id) INCLUDE (merged_into);

DROP INDEX person_by_name;

CREATE INDEX person_by_name ON person (jurisdiction_id, name, id) INCLUDE (merged_into);

-- search_text and search speak from now on of names, former names and the end of the ID number: one jurisdiction after the other, because
-- row-level security binds the owner too.
DO $$ DECLARE here text; BEGIN
  FOR here IN SELECT id FROM jurisdiction LOOP PERFORM set_config('wenze.jurisdiction', here, true); INSERT INTO post_title (jurisdiction_id, post) SELECT DISTINCT jurisdiction_id, post FROM person WHERE jurisdiction_id = here AND post IS NOT NULL ON CONFLICT DO NOTHING; WITH family AS (SELECT id, coalesce(merged_into, id) AS root, name, id_number_masked FROM person WHERE jurisdiction_id = here), called AS (SELECT root, lower(name) AS name FROM family UNION SELECT family.root, lower(f.name) FROM family JOIN former_name AS f ON f.jurisdiction_id = here AND f.person_id = family.id), gram AS (SELECT called.root, part.gram FROM called CROSS JOIN LATERAL generate_series(1, char_length(called.name)) AS at CROSS JOIN LATERAL (VALUES (substr(called.name, at, 1)), (substr(called.name, at, 2))) AS part (gram) WHERE part.gram = btrim(part.gram) AND part.gram <> '' UNION SELECT root, '#' || lower(right(id_number_masked, 4)) FROM family), text AS (SELECT root, string_agg(name, chr(10) ORDER BY name) AS names FROM called GROUP BY root), grams AS (SELECT root, array_agg(gram ORDER BY gram) AS grams FROM gram GROUP BY root) UPDATE person AS p SET search_text = text.names, search = grams.grams FROM text JOIN grams USING (root) WHERE p.jurisdiction_id = here AND p.id = root AND p.merged_into IS NULL; END LOOP; END $$;
