-- The registry beyond the present post: political status, 职级, former names, how a name sounds, grades, honours, registered appointments,
-- two records that are one person, organizations with their names and places over time.
-- What was registered is added in versions and never changed: the highest version of a key governs. `source` is `entered`, or the import it came with.

-- political_status is a code of GB/T 4762; with it, party_member follows from the vocabulary. rank is the 职级, a list apart from the level.
-- merged_into is the record that two of one person were merged into, always the last one of a chain: derived from person_merge.
ALTER TABLE person
  ADD COLUMN birth date,
  ADD COLUMN political_status text COLLATE "C",
  ADD COLUMN rank text COLLATE "C",
  ADD COLUMN merged_into text COLLATE "C",
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  -- What search looks in beside the grams: names, former names and the present post, in lower case.
  ADD COLUMN search_text text NOT NULL DEFAULT '',
  ADD CHECK (merged_into <> id),
  ADD FOREIGN KEY (jurisdiction_id, merged_into) REFERENCES person (jurisdiction_id, id);

CREATE INDEX person_by_merged_into ON person (jurisdiction_id, merged_into) WHERE merged_into IS NOT NULL;

-- What a person's row was before and is after a change, as JSON without ID numbers.
CREATE TABLE person_change (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 1),
  before text NOT NULL,
  after text NOT NULL,
  source text NOT NULL,
  registered_by text COLLATE "C",
  registered_name text NOT NULL,
  registered_at text COLLATE "C" NOT NULL CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, person_id, version),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

-- until_day is the last day on which the name was borne, where that is known.
CREATE TABLE former_name (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  until_day date,
  source text NOT NULL,
  registered_by text COLLATE "C",
  registered_name text NOT NULL,
  registered_at text COLLATE "C" NOT NULL CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, person_id, name),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

CREATE INDEX former_name_by_name ON former_name (jurisdiction_id, name, person_id);

-- Each way in which a name of the person may be read (乐: le, yue), whole as 'p', by its initials as 'i'. Found by its beginning.
CREATE TABLE person_sound (
  jurisdiction_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('i', 'p')),
  sound text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, kind, sound, person_id),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

CREATE INDEX person_sound_by_person ON person_sound (jurisdiction_id, person_id);

-- kind: the nature of the appointment (提拔, 重用, 平职交流 …) by its id in the vocabulary, null where it is not known. approved_on: the day on
-- which the acting office decided it; the post itself runs from from_day.
ALTER TABLE post_held
  ADD COLUMN kind text COLLATE "C",
  ADD COLUMN leading_post boolean NOT NULL DEFAULT false,
  ADD COLUMN rank text COLLATE "C",
  ADD COLUMN approved_on date,
  ADD COLUMN acting_office text,
  ADD COLUMN document_number text,
  ADD COLUMN source text NOT NULL DEFAULT 'entered',
  ADD COLUMN registered_by text COLLATE "C",
  ADD COLUMN registered_name text NOT NULL DEFAULT '',
  ADD COLUMN registered_at text COLLATE "C" CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$');

CREATE INDEX post_held_by_kind ON post_held (jurisdiction_id, kind, from_day, person_id) WHERE kind IS NOT NULL;

CREATE INDEX post_held_by_organization ON post_held (jurisdiction_id, organization_id, from_day);

-- Grades of the yearly assessment (年度考核等次): id in the vocabulary; null withdraws what was registered for the year.
CREATE TABLE grade_given (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 1949 AND 9998),
  version integer NOT NULL CHECK (version > 0),
  grade text COLLATE "C",
  -- The unit that gave it, where that is told.
  given_by text,
  given_on date,
  source text NOT NULL,
  registered_by text COLLATE "C",
  registered_name text NOT NULL,
  registered_at text COLLATE "C" NOT NULL CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, person_id, year, version),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

CREATE INDEX grade_given_by_year ON grade_given (jurisdiction_id, year, grade, person_id);

-- Honours (荣誉、评先): one a person, year and name; withdrawn by a further version.
CREATE TABLE honour_given (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 1949 AND 9998),
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  withdrawn boolean NOT NULL DEFAULT false,
  given_on date,
  issuer text,
  level text COLLATE "C",
  source text NOT NULL,
  registered_by text COLLATE "C",
  registered_name text NOT NULL,
  registered_at text COLLATE "C" NOT NULL CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, person_id, year, name, version),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

CREATE INDEX honour_given_by_year ON honour_given (jurisdiction_id, year, person_id);

-- Two records found to be one person: merged_id is from then on read as survivor_id. Undone by a row of its own.
CREATE TABLE person_merge (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  survivor_id text COLLATE "C" NOT NULL,
  merged_id text COLLATE "C" NOT NULL,
  reasons text NOT NULL,
  registered_by text COLLATE "C" NOT NULL,
  registered_name text NOT NULL,
  registered_at text COLLATE "C" NOT NULL CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, survivor_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, merged_id) REFERENCES person (jurisdiction_id, id),
  CHECK (survivor_id <> merged_id)
);

CREATE TABLE person_merge_undone (
  jurisdiction_id text COLLATE "C" NOT NULL,
  merge_id text COLLATE "C" NOT NULL,
  reasons text NOT NULL,
  registered_by text COLLATE "C" NOT NULL,
  registered_name text NOT NULL,
  registered_at text COLLATE "C" NOT NULL CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, merge_id),
  FOREIGN KEY (jurisdiction_id, merge_id) REFERENCES person_merge (jurisdiction_id, id)
);

-- An organization keeps its id through every name and place. valid_until is its last day; succeeded_by is what it was merged into.
ALTER TABLE organization
  ADD COLUMN valid_from date,
  ADD COLUMN valid_until date,
  ADD COLUMN succeeded_by text COLLATE "C",
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD CHECK (valid_until >= valid_from),
  ADD CHECK (succeeded_by <> id),
  ADD FOREIGN KEY (jurisdiction_id, succeeded_by) REFERENCES organization (jurisdiction_id, id);

-- Every name an organization has had, each with its days; the present one has no until_day while the organization exists.
CREATE TABLE organization_name (
  jurisdiction_id text COLLATE "C" NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  name text COLLATE "C" NOT NULL,
  from_day date,
  until_day date,
  PRIMARY KEY (jurisdiction_id, organization_id, ordinal),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id),
  CHECK (until_day >= from_day)
);

-- renamed, moved under another parent, merged into another (other_id), split off from another (other_id), abolished; as it was and as it is.
CREATE TABLE organization_change (
  jurisdiction_id text COLLATE "C" NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('renamed', 'moved', 'merged', 'split', 'abolished')),
  on_day date NOT NULL,
  former_name text NOT NULL,
  name text NOT NULL,
  former_parent_id text COLLATE "C",
  parent_id text COLLATE "C",
  other_id text COLLATE "C",
  document_number text NOT NULL,
  registered_by text COLLATE "C",
  registered_name text NOT NULL,
  registered_at text COLLATE "C" NOT NULL CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, organization_id, version),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, other_id) REFERENCES organization (jurisdiction_id, id),
  CHECK ((kind IN ('merged', 'split')) = (other_id IS NOT NULL))
);

CREATE INDEX organization_change_by_other ON organization_change (jurisdiction_id, other_id);

-- What is there already: one jurisdiction after the other, because row-level security binds the owner too.
DO $$ DECLARE here text; BEGIN
  FOR here IN SELECT id FROM jurisdiction LOOP PERFORM set_config('wenze.jurisdiction', here, true); INSERT INTO organization_name (jurisdiction_id, organization_id, ordinal, name) SELECT jurisdiction_id, id, 1, name FROM organization WHERE jurisdiction_id = here; INSERT INTO person_sound (jurisdiction_id, kind, sound, person_id) SELECT jurisdiction_id, 'p', pinyin, id FROM person WHERE jurisdiction_id = here AND pinyin <> '' UNION ALL SELECT jurisdiction_id, 'i', initials, id FROM person WHERE jurisdiction_id = here AND initials <> ''; UPDATE post_held AS h SET leading_post = p.leading_post FROM person AS p WHERE p.jurisdiction_id = here AND h.jurisdiction_id = here AND p.id = h.person_id AND h.to_day IS NULL AND h.organization_id = p.organization_id AND h.post = p.post; UPDATE person SET search_text = lower(name || chr(10) || coalesce(post, '')), search = search || ('#' || right(id_number_masked, 4)) WHERE jurisdiction_id = here; END LOOP; END $$;

-- Replaced by person_sound, which holds every reading.
DROP INDEX person_by_pinyin;

DROP INDEX person_by_initials;

ALTER TABLE person DROP COLUMN pinyin, DROP COLUMN initials;

ALTER TABLE person_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE person_change FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON person_change USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE former_name ENABLE ROW LEVEL SECURITY;

ALTER TABLE former_name FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON former_name USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE person_sound ENABLE ROW LEVEL SECURITY;

ALTER TABLE person_sound FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON person_sound USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE grade_given ENABLE ROW LEVEL SECURITY;

ALTER TABLE grade_given FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON grade_given USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE honour_given ENABLE ROW LEVEL SECURITY;

ALTER TABLE honour_given FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON honour_given USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE person_merge ENABLE ROW LEVEL SECURITY;

ALTER TABLE person_merge FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON person_merge USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE person_merge_undone ENABLE ROW LEVEL SECURITY;

ALTER TABLE person_merge_undone FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON person_merge_undone USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE organization_name ENABLE ROW LEVEL SECURITY;

ALTER TABLE organization_name FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON organization_name USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE organization_change ENABLE ROW LEVEL SECURITY;

ALTER TABLE organization_change FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON organization_change USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON
  person_change, former_name, person_sound, grade_given, honour_given, person_merge, person_merge_undone, organization_name, organization_change
TO wenze_app;

GRANT DELETE ON person_sound TO wenze_app;

GRANT UPDATE (until_day) ON organization_name TO wenze_app;
