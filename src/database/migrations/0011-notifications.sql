-- Notifications (消息): who is told of what.

-- Notifications, one for each account that is told. With a matter it is shown to its readers only; without one, the number alone is told.
CREATE TABLE notification (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  to_account text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  kind text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C",
  number text,
  organization_id text COLLATE "C",
  actor_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, to_account) REFERENCES account (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id),
  CHECK (matter_id IS NULL OR number IS NULL)
);

CREATE INDEX notification_by_account ON notification (jurisdiction_id, to_account, at, id);

ALTER TABLE notification ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON notification USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_readers ON notification AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = ''
  OR to_account = current_setting('wenze.account', true)
    AND (matter_id IS NULL OR EXISTS (SELECT FROM matter AS m WHERE m.jurisdiction_id = notification.jurisdiction_id AND m.id = notification.matter_id)));

CREATE POLICY for_readers_of_bodies ON notification AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = '' OR organization_id IS NULL
  OR organization_id <> ALL ((SELECT wenze_kept_from_bodies(current_setting('wenze.account', true)))::text[]));

GRANT SELECT, INSERT ON notification TO wenze_app;

-- Notifications that their account has read.
CREATE TABLE notification_read (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  notification_id text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  PRIMARY KEY (jurisdiction_id, account_id, notification_id),
  FOREIGN KEY (jurisdiction_id, notification_id) REFERENCES notification (jurisdiction_id, id)
);

ALTER TABLE notification_read ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jurisdiction ON notification_read USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

CREATE POLICY for_its_reader ON notification_read AS RESTRICTIVE USING (
  coalesce(current_setting('wenze.account', true), '') = '' OR account_id = current_setting('wenze.account', true));

GRANT SELECT, INSERT ON notification_read TO wenze_app;
