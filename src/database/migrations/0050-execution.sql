-- The working calendar by year, and the open items of execution: whose they are and by when.

-- Versions are added, never changed: the latest of a year governs.
CREATE TABLE calendar_year (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  year integer NOT NULL CHECK (year BETWEEN 1949 AND 9998),
  version integer NOT NULL CHECK (version > 0),
  days_off text[] NOT NULL,
  days_worked text[] NOT NULL,
  source text NOT NULL,
  -- Null for what came with the software.
  account_name text,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, year, version)
);

ALTER TABLE calendar_year ENABLE ROW LEVEL SECURITY;

ALTER TABLE calendar_year FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON calendar_year USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT ON calendar_year TO wenze_app;

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

ALTER TABLE open_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE open_item FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON open_item USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

GRANT SELECT, INSERT, DELETE ON open_item TO wenze_app;

-- Who asked for a waiver does not grant one: the belt under the table of duties.
ALTER TABLE matter
  ADD COLUMN waiver_requested_by text[] NOT NULL DEFAULT '{}',
  ADD COLUMN waived_by text[] NOT NULL DEFAULT '{}',
  ADD CHECK (NOT waived_by && waiver_requested_by);
