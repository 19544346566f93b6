-- Who must have a second factor, and since when they know (SPEC ACC-5).

-- Whether everybody with this role must.
ALTER TABLE roles ADD COLUMN second_factor @flag NOT NULL DEFAULT FALSE;

-- Whether a session is good for adding a second factor only.
ALTER TABLE sessions ADD COLUMN must_enrol @flag NOT NULL DEFAULT FALSE;

-- When somebody was first asked to add one: from then on the days of grace run.
CREATE TABLE factor_grace (
    user_id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    since @time NOT NULL
);
