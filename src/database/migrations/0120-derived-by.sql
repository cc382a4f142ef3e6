-- By which release the rows that follow from events were last derived; an empty text when that is not known.
ALTER TABLE law_state ADD COLUMN derived text NOT NULL DEFAULT '';
