-- Whoever put a circumstance forward does not approve it for the Working Committee.

ALTER TABLE matter ADD COLUMN limbs_found_by text[] NOT NULL DEFAULT '{}';

ALTER TABLE matter ADD COLUMN limbs_approved_by text[] NOT NULL DEFAULT '{}';

ALTER TABLE matter ADD CONSTRAINT who_finds_a_limb_does_not_approve_one CHECK (NOT limbs_found_by && limbs_approved_by);
