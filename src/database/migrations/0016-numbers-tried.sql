-- Wrong ID numbers that an account without the duty to keep personal records gave beside a name that the registry has: after a few of them
-- it is told no more whether a number is somebody's. Of each only the keyed fingerprint.
CREATE TABLE number_tried (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  account_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, account_id, name, fingerprint)
);

ALTER TABLE number_tried ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON number_tried USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
GRANT SELECT, INSERT ON number_tried TO wenze_app;
