-- What came of each circumstance that was established, for whoever looks for earlier cases on the same: no names.
CREATE TABLE limb_outcome (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  limb text COLLATE "C" NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  -- Null where the subject was exempted.
  gravity text COLLATE "C",
  -- Ids of the vocabulary, joined by commas.
  measures text NOT NULL,
  decided_on date NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, limb),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX limb_outcome_by_limb ON limb_outcome (jurisdiction_id, limb, gravity, decided_on, matter_id, subject_id);

ALTER TABLE limb_outcome ENABLE ROW LEVEL SECURITY;

ALTER TABLE limb_outcome FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON limb_outcome USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON limb_outcome AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = limb_outcome.jurisdiction_id AND m.id = limb_outcome.matter_id));

GRANT SELECT, INSERT, DELETE ON limb_outcome TO wenze_app;
