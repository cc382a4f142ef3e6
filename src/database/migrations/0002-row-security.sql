-- Row-level security on every table of a jurisdiction, forced on its owner too. Without the setting there are no rows, and no error.

ALTER TABLE organization ENABLE ROW LEVEL SECURITY;

ALTER TABLE organization FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON organization USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE person ENABLE ROW LEVEL SECURITY;

ALTER TABLE person FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON person USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE post_held ENABLE ROW LEVEL SECURITY;

ALTER TABLE post_held FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON post_held USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE account ENABLE ROW LEVEL SECURITY;

ALTER TABLE account FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON account USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE session ENABLE ROW LEVEL SECURITY;

ALTER TABLE session FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON session USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE sign_in_attempt FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON sign_in_attempt USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE matter ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON matter USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE matter_person ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_person FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON matter_person USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE matter_organization ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_organization FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON matter_organization USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE matter_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE matter_event FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON matter_event USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE ledger_number ENABLE ROW LEVEL SECURITY;

ALTER TABLE ledger_number FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON ledger_number USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE measure_taken ENABLE ROW LEVEL SECURITY;

ALTER TABLE measure_taken FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON measure_taken USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE sanction_taken ENABLE ROW LEVEL SECURITY;

ALTER TABLE sanction_taken FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON sanction_taken USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE consent_given ENABLE ROW LEVEL SECURITY;

ALTER TABLE consent_given FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON consent_given USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE restriction ENABLE ROW LEVEL SECURITY;

ALTER TABLE restriction FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON restriction USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON idempotency_key USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY;

ALTER TABLE evidence_file FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON evidence_file USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON audit_entry USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));

ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;

ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;

CREATE POLICY own_jurisdiction ON audit_head USING (jurisdiction_id = nullif(current_setting('wenze.jurisdiction', true), ''));
