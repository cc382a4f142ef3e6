-- The vault of reporters. Who reported stands in reporter_identity alone, sealed under a key of its own; what all who handle the lead may know,
-- that there is one and who asked to open it, stands in the others.

CREATE TABLE reporter_note (
  jurisdiction_id text COLLATE "C" NOT NULL,
  lead_id text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  sealed_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, lead_id),
  FOREIGN KEY (jurisdiction_id, lead_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE TABLE reporter_identity (
  jurisdiction_id text COLLATE "C" NOT NULL,
  lead_id text COLLATE "C" NOT NULL,
  sealed text NOT NULL,
  PRIMARY KEY (jurisdiction_id, lead_id),
  FOREIGN KEY (jurisdiction_id, lead_id) REFERENCES reporter_note (jurisdiction_id, lead_id)
);

CREATE TABLE reporter_request (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  lead_id text COLLATE "C" NOT NULL,
  requested_by text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  reasons text NOT NULL,
  hours integer NOT NULL CHECK (hours BETWEEN 1 AND 72),
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id, lead_id, requested_by),
  FOREIGN KEY (jurisdiction_id, lead_id) REFERENCES reporter_note (jurisdiction_id, lead_id)
);

CREATE INDEX reporter_request_by_lead ON reporter_request (jurisdiction_id, lead_id, at);

CREATE TABLE reporter_answer (
  jurisdiction_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  lead_id text COLLATE "C" NOT NULL,
  requested_by text COLLATE "C" NOT NULL,
  answered_by text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  approved boolean NOT NULL,
  reasons text NOT NULL,
  -- Open from `at` until before this instant; null where it was refused.
  until text COLLATE "C" CHECK (until ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, request_id),
  FOREIGN KEY (jurisdiction_id, request_id, lead_id, requested_by)
    REFERENCES reporter_request (jurisdiction_id, id, lead_id, requested_by),
  CHECK (approved = (until IS NOT NULL)),
  CONSTRAINT who_asks_to_open_does_not_approve CHECK (answered_by <> requested_by)
);

CREATE INDEX reporter_answer_by_lead ON reporter_answer (jurisdiction_id, lead_id, requested_by);

ALTER TABLE reporter_note ENABLE ROW LEVEL SECURITY;

ALTER TABLE reporter_note FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON reporter_note USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE reporter_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE reporter_request FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON reporter_request USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE reporter_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE reporter_answer FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON reporter_answer USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE reporter_identity ENABLE ROW LEVEL SECURITY;

ALTER TABLE reporter_identity FORCE ROW LEVEL SECURITY;

-- Put in by whoever registers; read only by the account that was granted it.
CREATE POLICY put_in ON reporter_identity FOR INSERT WITH CHECK (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY granted ON reporter_identity FOR SELECT USING (
  jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), '')
  AND EXISTS (
    SELECT FROM reporter_answer AS a
    WHERE a.jurisdiction_id = reporter_identity.jurisdiction_id AND a.lead_id = reporter_identity.lead_id AND a.approved
      AND a.requested_by = nullif(current_setting('wenze.account', true), '')));

GRANT SELECT, INSERT ON reporter_note, reporter_identity, reporter_request, reporter_answer TO wenze_app;
