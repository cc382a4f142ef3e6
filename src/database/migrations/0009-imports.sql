-- Imports of files and pasted lists into the registry.

-- Imports: the file as it came (sealed, among the evidence files), and how far it is done.
CREATE TABLE import_job (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('persons', 'appointments', 'grades', 'honours')),
  format text COLLATE "C" NOT NULL CHECK (format IN ('xlsx', 'xls', 'lrmx', 'lrm', 'text')),
  file_name text NOT NULL,
  file_size bigint NOT NULL CHECK (file_size > 0),
  -- Of the sealed bytes, under which they are kept.
  sealed_sha256 text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('reading', 'unreadable', 'previewed', 'running', 'done', 'cancelled')),
  -- Why the file could not be read.
  trouble text,
  rows_read integer NOT NULL DEFAULT 0,
  rows_new integer NOT NULL DEFAULT 0,
  rows_changed integer NOT NULL DEFAULT 0,
  rows_same integer NOT NULL DEFAULT 0,
  rows_wrong integer NOT NULL DEFAULT 0,
  -- Of those that bring something new or changed.
  rows_done integer NOT NULL DEFAULT 0,
  -- Rows of the file up to this one are written, where they bring something.
  done_through integer NOT NULL DEFAULT 0,
  started_by text COLLATE "C" NOT NULL,
  started_name text NOT NULL,
  started_at text COLLATE "C" NOT NULL CHECK (started_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  updated_at text COLLATE "C" NOT NULL CHECK (updated_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, started_by) REFERENCES account (jurisdiction_id, id)
);

CREATE INDEX import_job_by_start ON import_job (jurisdiction_id, started_at DESC, id DESC);

ALTER TABLE import_job ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON import_job USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON import_job TO wenze_app;
GRANT UPDATE (
  state, trouble, rows_read, rows_new, rows_changed,
  rows_same, rows_wrong, rows_done, updated_at, done_through
) ON import_job TO wenze_app;

-- Rows of an import: what each would change, or what is wrong with it.
CREATE TABLE import_row (
  jurisdiction_id text COLLATE "C" NOT NULL,
  import_id text COLLATE "C" NOT NULL,
  -- As the file counts them, from 1.
  row integer NOT NULL CHECK (row > 0),
  outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('new', 'change', 'same', 'error')),
  name text NOT NULL,
  -- What is wrong, or what changes, as JSON; ID numbers stand in it masked.
  detail text NOT NULL,
  PRIMARY KEY (jurisdiction_id, import_id, row),
  FOREIGN KEY (jurisdiction_id, import_id) REFERENCES import_job (jurisdiction_id, id)
);

CREATE INDEX import_row_by_outcome ON import_row (jurisdiction_id, import_id, outcome, row);

ALTER TABLE import_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON import_row USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT, UPDATE (outcome, detail) ON import_row TO wenze_app;
