-- What is open in leads and inquiries stands among the open items too; what was done by whom is listed; and who is told of what (消息).

-- The belt of 0060 under the items: they tell of one matter.
CREATE POLICY for_its_readers ON open_item AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = open_item.jurisdiction_id AND m.id = open_item.matter_id));

CREATE INDEX open_item_by_due ON open_item (jurisdiction_id, coalesce(due_on, '9999-12-31'::date), matter_id, subject_id, item);

CREATE INDEX matter_event_by_actor ON matter_event (jurisdiction_id, actor_id, at, matter_id, seq);

-- What was open before this was kept: the stages with a term. The owner of the tables may be no superuser, whom the policies would bind.
ALTER TABLE open_item NO FORCE ROW LEVEL SECURITY;

ALTER TABLE matter NO FORCE ROW LEVEL SECURITY;

ALTER TABLE matter_event NO FORCE ROW LEVEL SECURITY;

INSERT INTO open_item (jurisdiction_id, matter_id, subject_id, item, subject_name, office, account_id, begun_on, due_on, unpublished_year, waiver_waits)
SELECT m.jurisdiction_id, m.id, '', m.stage, '', 'discipline-committee',
  CASE m.stage WHEN 'returned' THEN m.registered_by
    WHEN 'inquiry' THEN (SELECT e.body::jsonb ->> 'leader' FROM matter_event AS e WHERE e.jurisdiction_id = m.jurisdiction_id AND e.matter_id = m.id
      AND e.type IN ('opening-approved', 'inquiry-group-changed') ORDER BY e.seq DESC LIMIT 1) END,
  coalesce((SELECT (e.body::jsonb ->> 'on')::date FROM matter_event AS e WHERE e.jurisdiction_id = m.jurisdiction_id AND e.matter_id = m.id
    AND e.type = CASE m.stage WHEN 'returned' THEN 'lead-returned' WHEN 'transferred' THEN 'lead-transferred' WHEN 'inquiry' THEN 'opening-approved' ELSE 'lead-disposed' END
    AND m.stage <> 'registered' ORDER BY e.seq DESC LIMIT 1), m.opened_on),
  m.due_on, NULL, false
FROM matter AS m
WHERE m.stage IN ('registered', 'talk-inquiry', 'preliminary-verification', 'returned', 'transferred', 'inquiry');

ALTER TABLE matter_event FORCE ROW LEVEL SECURITY;

ALTER TABLE matter FORCE ROW LEVEL SECURITY;

ALTER TABLE open_item FORCE ROW LEVEL SECURITY;

-- One row for each account that is told. With a matter it is shown to its readers only; without one, the number alone is told.
CREATE TABLE notification (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  to_account text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  kind text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C",
  number text,
  actor_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, to_account) REFERENCES account (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id),
  CHECK (matter_id IS NULL OR number IS NULL)
);

CREATE INDEX notification_by_account ON notification (jurisdiction_id, to_account, at, id);

ALTER TABLE notification ENABLE ROW LEVEL SECURITY;

ALTER TABLE notification FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON notification USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON notification AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR to_account = current_setting('wenze.account', true)
    AND (matter_id IS NULL OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = notification.jurisdiction_id AND m.id = notification.matter_id)));

GRANT SELECT, INSERT ON notification TO wenze_app;

CREATE TABLE notification_read (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  notification_id text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, account_id, notification_id),
  FOREIGN KEY (jurisdiction_id, notification_id) REFERENCES notification (jurisdiction_id, id)
);

ALTER TABLE notification_read ENABLE ROW LEVEL SECURITY;

ALTER TABLE notification_read FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON notification_read USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_reader ON notification_read AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = '' OR account_id = current_setting('wenze.account', true));

GRANT SELECT, INSERT ON notification_read TO wenze_app;
