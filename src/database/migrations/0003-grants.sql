-- What the application may do. What happened is inserted, never changed: no UPDATE and no DELETE on events, log, keys and files.

GRANT SELECT, INSERT ON
  jurisdiction, organization, person, post_held, account, session, sign_in_attempt, matter, matter_person, matter_organization, matter_event,
  ledger_number, measure_taken, sanction_taken, consent_given, restriction, idempotency_key, evidence_file, audit_entry, audit_head
TO wenze_app;

GRANT UPDATE ON organization, person, post_held, account, session, matter, ledger_number, audit_head TO wenze_app;

GRANT DELETE ON session, sign_in_attempt, matter_person, matter_organization, measure_taken, sanction_taken, consent_given, restriction TO wenze_app;
