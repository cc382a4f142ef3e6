-- The sweep: registered appointments, grades and honours held against what was barred on their days.

-- Runs of the sweep, and how far each has got.
CREATE TABLE sweep_run (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('running', 'done', 'cancelled')),
  -- By the night's schedule, asked for by somebody, or by the command line.
  occasion text COLLATE "C" NOT NULL CHECK (occasion IN ('night', 'asked', 'command')),
  law text NOT NULL,
  started_by text COLLATE "C",
  started_name text NOT NULL,
  started_at text COLLATE "C" NOT NULL CHECK (started_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  updated_at text COLLATE "C" NOT NULL CHECK (updated_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  -- The person up to whom it has got, in the order of their ids: from there it goes on after a stop.
  after_person text COLLATE "C" NOT NULL DEFAULT '',
  persons_all integer NOT NULL DEFAULT 0,
  persons_done integer NOT NULL DEFAULT 0,
  entries integer NOT NULL DEFAULT 0,
  found integer NOT NULL DEFAULT 0,
  again integer NOT NULL DEFAULT 0,
  fallen integer NOT NULL DEFAULT 0,
  letter_lines integer NOT NULL DEFAULT 0,
  letters_found integer NOT NULL DEFAULT 0,
  -- Registered entries that could not be judged, because the history is not complete for their day.
  unjudged integer NOT NULL DEFAULT 0 CHECK (unjudged >= 0),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, started_by) REFERENCES account (jurisdiction_id, id)
);

CREATE INDEX sweep_run_by_start ON sweep_run (jurisdiction_id, started_at DESC, id DESC);
-- Two at once would find everything twice.
CREATE UNIQUE INDEX sweep_run_one_at_a_time ON sweep_run (jurisdiction_id) WHERE state = 'running';

ALTER TABLE sweep_run ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON sweep_run USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON sweep_run TO wenze_app;
GRANT UPDATE (
  state, updated_at, after_person, persons_done, entries, found,
  again, fallen, letter_lines, letters_found, unjudged
) ON sweep_run TO wenze_app;

-- Conflicts found: one for each registered entry and ground, never removed. A person deals with it, or it falls away when a later sweep no
-- longer finds it.
CREATE TABLE sweep_conflict (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- The record on which the entry stands, whatever it is read as since a merge.
  record_id text COLLATE "C" NOT NULL,
  entry_kind text COLLATE "C" NOT NULL CHECK (entry_kind IN ('appointment', 'grade', 'honour')),
  -- Names the entry among those of its record and kind.
  entry_key text COLLATE "C" NOT NULL,
  -- Hashed: what it was asked, and the restrictions, or the missing consent, on which the answer rests.
  ground text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  answer text COLLATE "C" NOT NULL CHECK (answer IN ('barred', 'needs-confirmation', 'needs-consent')),
  on_day date,
  for_year integer,
  until_day date,
  -- As JSON: what was registered, and the answer with its clauses, as they were when it was found.
  entry text NOT NULL,
  answered text NOT NULL,
  -- Nothing that bars it was on record when it was done.
  recorded_after boolean NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('open', 'disposed', 'fallen')),
  version integer NOT NULL CHECK (version > 0),
  found_at text COLLATE "C" NOT NULL CHECK (found_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, record_id, entry_kind, entry_key, ground),
  FOREIGN KEY (jurisdiction_id, record_id) REFERENCES person (jurisdiction_id, id),
  CHECK ((on_day IS NULL) <> (for_year IS NULL))
);

CREATE INDEX sweep_conflict_by_state ON sweep_conflict (jurisdiction_id, state, found_at DESC, id DESC);

ALTER TABLE sweep_conflict ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON sweep_conflict USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE (state, version) ON sweep_conflict TO wenze_app;

-- What became of a conflict, one row each time: found, fallen away, found again, dealt with.
CREATE TABLE sweep_turn (
  jurisdiction_id text COLLATE "C" NOT NULL,
  conflict_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('found', 'fallen', 'again', 'disposed')),
  run_id text COLLATE "C",
  because text COLLATE "C",
  way text COLLATE "C",
  on_day date,
  document_number text,
  reasons text,
  by_account text COLLATE "C",
  by_name text NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, conflict_id, seq),
  FOREIGN KEY (jurisdiction_id, conflict_id) REFERENCES sweep_conflict (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, run_id) REFERENCES sweep_run (jurisdiction_id, id),
  CHECK ((kind = 'disposed') = (run_id IS NULL)),
  CHECK ((kind = 'disposed') = (way IS NOT NULL AND reasons IS NOT NULL AND by_account IS NOT NULL)),
  CHECK ((kind = 'fallen') = (because IS NOT NULL))
);

ALTER TABLE sweep_turn ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON sweep_turn USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON sweep_turn TO wenze_app;
