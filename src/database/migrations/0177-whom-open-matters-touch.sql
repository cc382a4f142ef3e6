-- Of whom a matter is open is asked for whole lists of names: it stands beside the name, and is found in one index without the matters.
-- Whatever was written before says "open" until the rows are derived anew, at the first start of this release: nobody is cleared meanwhile.
ALTER TABLE matter_person ADD COLUMN open boolean NOT NULL DEFAULT true;

ALTER TABLE matter_person ALTER COLUMN open DROP DEFAULT;

CREATE INDEX matter_person_open ON matter_person (jurisdiction_id, person_id, matter_id) WHERE open;

-- Nothing asks for it any more.
DROP INDEX matter_open;
