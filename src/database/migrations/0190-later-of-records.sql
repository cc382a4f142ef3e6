-- What became of a record later, and what its paper says of it: the days and months by which it counts, as the events have them. A server
-- derives the rows anew when it starts with another release, so older ones need no values here.
ALTER TABLE measure_taken ADD COLUMN revoked_on date;
ALTER TABLE sanction_taken ADD COLUMN decided_on date, ADD COLUMN extended integer, ADD COLUMN revoked_on date;
ALTER TABLE consent_given ADD COLUMN to_level text COLLATE "C";
