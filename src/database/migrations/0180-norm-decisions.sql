-- A decision on a norm takes the place of a confirmation of its wording: it applies, or it is not applied, by which passage of the official text, seen where.
ALTER TABLE interpretation ADD COLUMN decision text CHECK (decision IN ('applies', 'not-applied'));

ALTER TABLE interpretation ADD COLUMN passage text;

ALTER TABLE interpretation ADD COLUMN source text;

ALTER TABLE interpretation DROP CONSTRAINT interpretation_effect_check;

ALTER TABLE interpretation DROP CONSTRAINT interpretation_check;

ALTER TABLE interpretation DROP CONSTRAINT interpretation_check2;

-- A confirmation said that the clause says so: that it applies. The owner too is bound by the rows' walls.
ALTER TABLE interpretation NO FORCE ROW LEVEL SECURITY;

UPDATE interpretation SET effect = 'norm', decision = 'applies', passage = text, source = number WHERE effect = 'confirmation';

ALTER TABLE interpretation FORCE ROW LEVEL SECURITY;

ALTER TABLE interpretation ADD CONSTRAINT effect_is_known CHECK (effect IN ('words', 'reading', 'norm'));

ALTER TABLE interpretation ADD CONSTRAINT not_before_its_own_date CHECK (effect = 'norm' OR valid_from >= issued_on);

ALTER TABLE interpretation ADD CONSTRAINT decision_is_whole
  CHECK ((effect = 'norm') = (pack IS NOT NULL AND rule IS NOT NULL AND decision IS NOT NULL AND passage IS NOT NULL AND source IS NOT NULL));
