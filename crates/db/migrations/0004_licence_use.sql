-- How many seats of each licence were held on each day, and who held one from when to when (SPEC LIC-6).

CREATE TABLE licence_days (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    -- Days since 1970, UTC. What was held before the record began stands on day 0.
    day @int NOT NULL,
    licence TEXT NOT NULL,
    used @int NOT NULL,
    highest @int NOT NULL,
    PRIMARY KEY (organisation_id, licence, day)
);
INSERT INTO licence_days (organisation_id, day, licence, used, highest)
    SELECT organisation_id, 0, licence, COUNT(*), COUNT(*) FROM users
    WHERE licence IS NOT NULL AND lifecycle IN ('invited', 'active') GROUP BY organisation_id, licence;

CREATE TABLE licence_holds (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    user_id @id NOT NULL,
    licence TEXT NOT NULL,
    do_not_invoice @flag NOT NULL,
    held_from @time NOT NULL,
    held_until @time
);
CREATE UNIQUE INDEX licence_holds_open ON licence_holds (organisation_id, user_id) WHERE held_until IS NULL;
CREATE INDEX licence_holds_past ON licence_holds (organisation_id, held_until) WHERE held_until IS NOT NULL;
INSERT INTO licence_holds (id, organisation_id, user_id, licence, do_not_invoice, held_from, held_until)
    SELECT id, organisation_id, id, licence, do_not_invoice, lifecycle_at, NULL FROM users
    WHERE licence IS NOT NULL AND lifecycle IN ('invited', 'active');

CREATE INDEX users_licensed ON users (organisation_id, last_sign_in_at, id) WHERE licence IS NOT NULL;
