-- One account a person, in use or not: with a second one the same eyes would count twice.

CREATE UNIQUE INDEX account_by_person ON account (jurisdiction_id, person_id);
