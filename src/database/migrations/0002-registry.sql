-- The registry: organizations and cadres, their posts, grades and honours, as they are and as they were.
-- What was registered is added in versions: the highest version of a key governs. `source` is `entered`, or the import it came with.

-- Organizations. One keeps its id through every name and place.
CREATE TABLE organization (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  parent_id text COLLATE "C",
  name text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('party', 'government', 'enterprise', 'other')),
  managed_by text COLLATE "C" NOT NULL,
  valid_from date,
  -- Its last day.
  valid_until date,
  -- What it was merged into.
  succeeded_by text COLLATE "C",
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, parent_id) REFERENCES organization (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, succeeded_by) REFERENCES organization (jurisdiction_id, id),
  CHECK (parent_id <> id),
  CHECK (valid_until >= valid_from),
  CHECK (succeeded_by <> id)
);

ALTER TABLE organization ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON organization USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE ON organization TO wenze_app;

-- Names of an organization, each with its days; the present one has no until_day while the organization exists.
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

ALTER TABLE organization_name ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON organization_name USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE (until_day) ON organization_name TO wenze_app;

-- Changes of organizations, as it was before and after: renamed, moved under another parent, merged into another (other_id), split off from
-- another (other_id), abolished.
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

ALTER TABLE organization_change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON organization_change USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON organization_change TO wenze_app;

-- Persons: cadres as they are at present. Two records of one person may be merged.
CREATE TABLE person (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  sex text NOT NULL CHECK (sex IN ('male', 'female')),
  birth date,
  -- AES-256-GCM; the fingerprint is keyed, so that only a holder of the key can ask for an exact number.
  id_number_sealed text NOT NULL,
  id_number_masked text NOT NULL,
  id_number_fingerprint text COLLATE "C" NOT NULL,
  -- A code of GB/T 4762; where it is known, party_member follows from it by the vocabulary.
  political_status text COLLATE "C",
  party_member boolean NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  post text,
  level text,
  -- 职级, a list apart from the level.
  rank text COLLATE "C",
  leading_post boolean NOT NULL,
  managed_by text COLLATE "C" NOT NULL,
  -- The record that this one was merged into, always the last one of a chain: derived from person_merge.
  merged_into text COLLATE "C",
  version integer NOT NULL DEFAULT 1,
  -- Names and former names in lower case, one a line; and what search looks for in them by index: their single characters and
  -- pairs, with the last four of the ID number after a '#'.
  search_text text NOT NULL DEFAULT '',
  search text[] NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id_number_fingerprint),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, merged_into) REFERENCES person (jurisdiction_id, id),
  CHECK (merged_into <> id)
);

CREATE INDEX person_by_search ON person USING gin (search);
CREATE INDEX person_by_merged_into ON person (jurisdiction_id, merged_into) WHERE merged_into IS NOT NULL;
-- Persons found by a post, a unit or the beginning of a name are counted in the index alone.
CREATE INDEX person_by_post ON person (jurisdiction_id, post, name, id) WHERE merged_into IS NULL;
CREATE INDEX person_by_organization ON person (jurisdiction_id, organization_id, name, id) INCLUDE (merged_into);
CREATE INDEX person_by_name ON person (jurisdiction_id, name, id) INCLUDE (merged_into, organization_id);

ALTER TABLE person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON person USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE ON person TO wenze_app;

-- Changes of a person's row: as JSON before and after, without ID numbers.
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

ALTER TABLE person_change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON person_change USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON person_change TO wenze_app;

-- Former names of persons. until_day is the last day on which the name was borne, where that is known.
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

ALTER TABLE former_name ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON former_name USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON former_name TO wenze_app;

-- Ways in which a person's name may be read (乐: le, yue): whole as 'p', by its initials as 'i'. Searched by their beginning.
CREATE TABLE person_sound (
  jurisdiction_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('i', 'p')),
  sound text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, kind, sound, person_id),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

CREATE INDEX person_sound_by_person ON person_sound (jurisdiction_id, person_id);

ALTER TABLE person_sound ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON person_sound USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, DELETE ON person_sound TO wenze_app;

-- Close relatives in the personnel record. A relative who is in the registry too is named by id: each is then kept from the matters of the
-- other.
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

ALTER TABLE person_relative ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON person_relative USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON person_relative TO wenze_app;

-- Two records found to be one person: merged_id is from then on read as survivor_id.
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

ALTER TABLE person_merge ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON person_merge USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON person_merge TO wenze_app;

-- Merges undone.
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

ALTER TABLE person_merge_undone ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON person_merge_undone USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON person_merge_undone TO wenze_app;

-- Posts that persons hold or held, each with the appointment that brought it.
CREATE TABLE post_held (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  from_day date NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  post text COLLATE "C" NOT NULL,
  level text,
  rank text COLLATE "C",
  leading_post boolean NOT NULL DEFAULT false,
  -- Whose cadre one was in the post (管理权限), which decided who was competent. Null where nobody said.
  managed_by text COLLATE "C",
  to_day date,
  -- The nature of the appointment (提拔, 重用, 平职交流 …) by its id in the vocabulary, null where it is not known.
  kind text COLLATE "C",
  -- The day on which the acting office decided it; the post itself runs from from_day.
  approved_on date,
  acting_office text,
  document_number text,
  source text NOT NULL DEFAULT 'entered',
  registered_by text COLLATE "C",
  registered_name text NOT NULL DEFAULT '',
  registered_at text COLLATE "C" CHECK (registered_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, person_id, from_day, organization_id, post),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id),
  CHECK (to_day >= from_day)
);

CREATE INDEX post_held_by_kind ON post_held (jurisdiction_id, kind, from_day, person_id) WHERE kind IS NOT NULL;
CREATE INDEX post_held_by_organization ON post_held (jurisdiction_id, organization_id, from_day);

ALTER TABLE post_held ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON post_held USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE ON post_held TO wenze_app;

-- Posts as they are written, each once: a word is looked for among these, and the persons by the whole post. Pairs of characters would not
-- do, since a tenth of all persons share one.
CREATE TABLE post_title (
  jurisdiction_id text COLLATE "C" NOT NULL,
  post text NOT NULL,
  PRIMARY KEY (jurisdiction_id, post)
);

ALTER TABLE post_title ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON post_title USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON post_title TO wenze_app;

-- Grades of the yearly assessment (年度考核等次), by their ids in the vocabulary; null withdraws what was registered for the year.
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

ALTER TABLE grade_given ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON grade_given USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON grade_given TO wenze_app;

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

ALTER TABLE honour_given ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON honour_given USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON honour_given TO wenze_app;
