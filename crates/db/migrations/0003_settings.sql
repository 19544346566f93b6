-- Settings that organisations, groups and users pass on or keep for themselves (SPEC GRP-1), and how
-- many users each group has.

-- The owner is the organisation, a group or a user; a row is a value of its own, none means inherited.
CREATE TABLE settings (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    owner_id @id NOT NULL,
    key @key NOT NULL,
    value @json NOT NULL,
    PRIMARY KEY (organisation_id, owner_id, key)
);

ALTER TABLE user_groups ADD COLUMN users @int NOT NULL DEFAULT 0;
UPDATE user_groups SET users = (SELECT COUNT(*) FROM users u WHERE u.group_id = user_groups.id);
CREATE INDEX users_group ON users (organisation_id, group_id, id);

-- Who is logged on to a queue (SPEC OPS-2): no row means nobody.
CREATE TABLE queue_log_ons (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    user_id @id NOT NULL,
    since @time NOT NULL,
    PRIMARY KEY (organisation_id, user_id)
);
