-- How far an import has written is one number of the job: marking each row as done wrote every row of the preview a second time.

-- Rows of the file up to this one are written, where they bring something.
ALTER TABLE import_job ADD COLUMN done_through integer NOT NULL DEFAULT 0;

-- One jurisdiction after the other, because row-level security binds the owner too. Of an import under way: up to the first row still open;
-- what was written beyond it changes nothing when it is written again.
DO $$ DECLARE here text; BEGIN
  FOR here IN SELECT id FROM jurisdiction LOOP PERFORM set_config('wenze.jurisdiction', here, true); UPDATE import_job AS j SET done_through = coalesce((SELECT min(r.row) - 1 FROM import_row AS r WHERE r.jurisdiction_id = here AND r.import_id = j.id AND NOT r.done AND r.outcome IN ('new', 'change')), (SELECT max(r.row) FROM import_row AS r WHERE r.jurisdiction_id = here AND r.import_id = j.id), 0) WHERE j.jurisdiction_id = here; UPDATE import_job AS j SET rows_done = (SELECT count(*) FROM import_row AS r WHERE r.jurisdiction_id = here AND r.import_id = j.id AND r.row <= j.done_through AND r.outcome IN ('new', 'change')) WHERE j.jurisdiction_id = here; END LOOP; END $$;

DROP INDEX import_row_open;

ALTER TABLE import_row DROP COLUMN done;

GRANT UPDATE (done_through) ON import_job TO wenze_app;
