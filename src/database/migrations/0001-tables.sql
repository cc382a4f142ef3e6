-- The tables. Every one that belongs to a jurisdiction has jurisdiction_id first in its keys, so that rows can be sharded by it.
-- Days are dates. Instants are ISO texts in UTC with milliseconds, because the log hashes them as they were written.

CREATE TABLE jurisdiction (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9-]{1,64}$'),
  name text NOT NULL,
  prefix text NOT NULL
);

CREATE TABLE organization (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  parent_id text COLLATE "C",
  name text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('party', 'government', 'enterprise', 'other')),
  managed_by text NOT NULL CHECK (managed_by IN ('city', 'zone', 'unit')),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, parent_id) REFERENCES organization (jurisdiction_id, id),
  CHECK (parent_id <> id)
);

CREATE TABLE person (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  sex text NOT NULL CHECK (sex IN ('male', 'female')),
  party_member boolean NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  post text,
  level text,
  leading_post boolean NOT NULL,
  managed_by text NOT NULL CHECK (managed_by IN ('city', 'zone', 'unit')),
  -- AES-256-GCM; the fingerprint is keyed, so that only a holder of the key can ask for an exact number.
  id_number_sealed text NOT NULL,
  id_number_masked text NOT NULL,
  id_number_fingerprint text COLLATE "C" NOT NULL,
  pinyin text COLLATE "C" NOT NULL,
  initials text COLLATE "C" NOT NULL,
  search text[] NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, id_number_fingerprint),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id)
);

CREATE INDEX person_by_name ON person (jurisdiction_id, name, id);

CREATE INDEX person_by_organization ON person (jurisdiction_id, organization_id, name, id);

CREATE INDEX person_by_pinyin ON person (jurisdiction_id, pinyin);

CREATE INDEX person_by_initials ON person (jurisdiction_id, initials);

CREATE INDEX person_by_search ON person USING gin (search);

CREATE TABLE post_held (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  from_day date NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  post text COLLATE "C" NOT NULL,
  level text,
  to_day date,
  PRIMARY KEY (jurisdiction_id, person_id, from_day, organization_id, post),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id),
  CHECK (to_day >= from_day)
);

CREATE TABLE account (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  name text NOT NULL,
  -- An administrator's role stands alone: nobody both keeps the keys and reads the cases.
  roles text[] NOT NULL CHECK (
    cardinality(roles) <= 1
    OR NOT roles && ARRAY['system-administrator', 'security-administrator', 'audit-administrator']
  ),
  organization_id text COLLATE "C",
  person_id text COLLATE "C",
  password text NOT NULL CHECK (password LIKE '$argon2id$%'),
  must_change_password boolean NOT NULL,
  disabled boolean NOT NULL DEFAULT false,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, account),
  FOREIGN KEY (jurisdiction_id, organization_id) REFERENCES organization (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id)
);

CREATE TABLE session (
  jurisdiction_id text COLLATE "C" NOT NULL,
  token_hash text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  begun_at text COLLATE "C" NOT NULL CHECK (begun_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  used_at text COLLATE "C" NOT NULL CHECK (used_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  address text NOT NULL,
  PRIMARY KEY (jurisdiction_id, token_hash),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

CREATE INDEX session_by_account ON session (jurisdiction_id, account_id);

CREATE TABLE sign_in_attempt (
  jurisdiction_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL DEFAULT gen_random_uuid()::text,
  account text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  succeeded boolean NOT NULL,
  PRIMARY KEY (jurisdiction_id, id)
);

CREATE INDEX sign_in_attempt_by_account ON sign_in_attempt (jurisdiction_id, account, address, at);

CREATE TABLE matter (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('lead', 'case')),
  number text NOT NULL,
  year integer NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal > 0),
  title text NOT NULL,
  stage text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  registered_by text COLLATE "C" NOT NULL,
  opened_on date NOT NULL,
  due_on date,
  updated_at text COLLATE "C" NOT NULL CHECK (updated_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  concerned text[] NOT NULL,
  -- What has to be done next, as the matter stands: the desk asks for the steps that fall to its roles.
  next_steps text[] NOT NULL,
  hands text NOT NULL,
  search_text text NOT NULL,
  search text[] NOT NULL,
  -- Whose hands: the belt under the table of duties. Who asks does not approve, who proposes does not decide.
  requested_by text COLLATE "C",
  approved_by text COLLATE "C",
  proposed_by text COLLATE "C",
  deliberated_by text COLLATE "C",
  decided_by text COLLATE "C",
  ended_by text COLLATE "C",
  effected_by text[] NOT NULL,
  closed_by text COLLATE "C",
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, kind, year, ordinal),
  CONSTRAINT who_asks_does_not_approve CHECK (requested_by <> approved_by),
  CONSTRAINT who_approves_does_not_propose CHECK (approved_by <> proposed_by),
  CONSTRAINT who_proposes_does_not_record_the_deliberation CHECK (proposed_by <> deliberated_by),
  CONSTRAINT who_proposes_does_not_decide CHECK (proposed_by <> decided_by),
  CONSTRAINT who_records_the_deliberation_does_not_decide CHECK (deliberated_by <> decided_by),
  CONSTRAINT who_proposes_does_not_end CHECK (proposed_by <> ended_by),
  CONSTRAINT who_decides_does_not_put_into_effect CHECK (decided_by <> ALL (effected_by)),
  CONSTRAINT who_puts_into_effect_does_not_close CHECK (closed_by <> ALL (effected_by))
);

CREATE INDEX matter_by_opened_on ON matter (jurisdiction_id, kind, opened_on, id);

CREATE INDEX matter_by_updated_at ON matter (jurisdiction_id, kind, updated_at, id);

-- Matters without a due day come last in both directions.
CREATE INDEX matter_by_due_on_up ON matter (jurisdiction_id, kind, (coalesce(due_on, '9999-12-31'::date)), id);

CREATE INDEX matter_by_due_on_down ON matter (jurisdiction_id, kind, (coalesce(due_on, '0001-01-01'::date)), id);

CREATE INDEX matter_by_stage ON matter (jurisdiction_id, kind, stage, opened_on, id);

-- The desk: only matters in which something waits.
CREATE INDEX matter_by_waiting ON matter (jurisdiction_id, kind, (coalesce(due_on, '9999-12-31'::date)), id) WHERE next_steps <> '{}';

CREATE INDEX matter_by_search ON matter USING gin (search);

-- Whom a matter touches, and who is therefore kept from reading it. `party`: named in it; otherwise only in a lead that a case grew from.
CREATE TABLE matter_person (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  party boolean NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, person_id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX matter_person_by_person ON matter_person (jurisdiction_id, person_id, matter_id);

CREATE TABLE matter_organization (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  organization_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, organization_id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX matter_organization_by_organization ON matter_organization (jurisdiction_id, organization_id, matter_id);

CREATE TABLE matter_event (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  act text NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  actor_name text NOT NULL,
  type text NOT NULL,
  -- Canonical JSON, kept as text: the log holds a hash of these very characters.
  body text NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, seq),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE TABLE ledger_number (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('lead', 'case')),
  year integer NOT NULL,
  last integer NOT NULL CHECK (last >= 0),
  PRIMARY KEY (jurisdiction_id, kind, year)
);

CREATE TABLE measure_taken (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  kind text NOT NULL,
  decided_on date,
  effective_on date NOT NULL,
  handling text CHECK (handling IN ('handling', 'adjustment')),
  original_level text,
  present_level text,
  reduced_level text,
  ground text NOT NULL CHECK (ground IN ('accountability', 'unsuitable')),
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, ordinal),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX measure_taken_by_person ON measure_taken (jurisdiction_id, person_id);

CREATE TABLE sanction_taken (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  kind text NOT NULL,
  effective_on date NOT NULL,
  months integer,
  restored_on date,
  present_level text,
  authority text NOT NULL,
  document_number text NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, ordinal),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX sanction_taken_by_person ON sanction_taken (jurisdiction_id, person_id);

CREATE TABLE consent_given (
  jurisdiction_id text COLLATE "C" NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  given_on date NOT NULL,
  document_number text NOT NULL,
  PRIMARY KEY (jurisdiction_id, matter_id, subject_id, ordinal),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id)
);

CREATE INDEX consent_given_by_person ON consent_given (jurisdiction_id, person_id);

-- Two date columns rather than a range: they answered a batch in 60 ms where the range took 86.
CREATE TABLE restriction (
  jurisdiction_id text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  matter_id text COLLATE "C" NOT NULL,
  case_number text NOT NULL,
  bars text NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  grey_day date,
  baseline text,
  reach text,
  layer text NOT NULL CHECK (layer IN ('regulation', 'upper')),
  pack text NOT NULL,
  anchor text NOT NULL,
  cite text NOT NULL,
  norm text,
  note text,
  cause_type text NOT NULL CHECK (cause_type IN ('measure', 'sanction')),
  cause_kind text NOT NULL,
  PRIMARY KEY (jurisdiction_id, person_id, ordinal),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, matter_id) REFERENCES matter (jurisdiction_id, id),
  CHECK (grey_day > until_day)
);

CREATE INDEX restriction_by_last_day ON restriction (jurisdiction_id, until_day, person_id);

CREATE TABLE idempotency_key (
  jurisdiction_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  request text NOT NULL,
  answer text NOT NULL,
  PRIMARY KEY (jurisdiction_id, account_id, key),
  FOREIGN KEY (jurisdiction_id, account_id) REFERENCES account (jurisdiction_id, id)
);

CREATE TABLE evidence_file (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size >= 0),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  account_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, sha256)
);

CREATE TABLE audit_entry (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  chain text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at text COLLATE "C" NOT NULL CHECK (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  kind text COLLATE "C" NOT NULL,
  actor_id text COLLATE "C",
  actor_name text NOT NULL,
  what text NOT NULL,
  outcome text NOT NULL,
  body text NOT NULL,
  previous text,
  hash text NOT NULL,
  algorithm text NOT NULL CHECK (algorithm IN ('sha256', 'sm3')),
  PRIMARY KEY (jurisdiction_id, chain, seq),
  CHECK ((seq = 1) = (previous IS NULL))
);

CREATE INDEX audit_entry_by_at ON audit_entry (jurisdiction_id, at, chain, seq);

CREATE INDEX audit_entry_by_kind ON audit_entry (jurisdiction_id, kind, at, chain, seq);

-- The last entry of each chain: where the next one ties on, and what a cut tail is noticed by.
CREATE TABLE audit_head (
  jurisdiction_id text COLLATE "C" NOT NULL REFERENCES jurisdiction (id),
  chain text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  hash text,
  PRIMARY KEY (jurisdiction_id, chain)
);
