-- How many registered entries a sweep could not judge, because the history is not complete for their day.
ALTER TABLE sweep_run ADD COLUMN unjudged integer NOT NULL DEFAULT 0 CHECK (unjudged >= 0);

GRANT UPDATE (unjudged) ON sweep_run TO wenze_app;
