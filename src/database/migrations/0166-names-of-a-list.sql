-- Of whom a matter is open is asked for whole lists of names: the open ones among the many that are over, by their key. Which stages are
-- open is said in stages.ts; were it to say more, this index would only no longer serve the question.
CREATE INDEX matter_open ON matter (jurisdiction_id, id) WHERE stage IN (
  'registered', 'talk-inquiry', 'preliminary-verification', 'shelved', 'returned', 'transferred', 'opening-requested', 'inquiry',
  'proposed', 'deliberated', 'deciding', 'decided', 'served', 'paper-entered', 'taken-over');

-- Who of a name works where is answered from the index alone.
DROP INDEX person_by_name;

CREATE INDEX person_by_name ON person (jurisdiction_id, name, id) INCLUDE (merged_into, organization_id);
