-- Teams with leaders and dated members, the places they work at, and who administers a group (SPEC GRP-4,
-- section 1 "scope").

CREATE TABLE locations (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX locations_name ON locations (organisation_id, name_key);

CREATE TABLE teams (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    location_id @id REFERENCES locations (id),
    -- Whether the team receives incidents (SPEC GRP-5).
    takes_incidents @flag NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX teams_name ON teams (organisation_id, name_key);
CREATE INDEX teams_location ON teams (organisation_id, location_id);

CREATE TABLE team_leaders (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    user_id @id NOT NULL,
    team_id @id NOT NULL REFERENCES teams (id),
    PRIMARY KEY (organisation_id, user_id, team_id)
);
CREATE INDEX team_leaders_team ON team_leaders (organisation_id, team_id, user_id);

-- Days as YYYY-MM-DD in the organisation's zone: a member from the first day until the day before the last;
-- 9999-12-31 where no end is known.
CREATE TABLE team_members (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    team_id @id NOT NULL REFERENCES teams (id),
    user_id @id NOT NULL,
    starts_on @key NOT NULL,
    ends_on @key NOT NULL,
    created_at @time NOT NULL
);
CREATE INDEX team_members_team ON team_members (organisation_id, team_id, ends_on, user_id);
CREATE INDEX team_members_user ON team_members (organisation_id, user_id, ends_on, team_id);

-- Whether a user was ever in a team: most organisations' reads then need no look at the memberships.
ALTER TABLE users ADD COLUMN in_teams @flag NOT NULL DEFAULT FALSE;

CREATE TABLE group_administrators (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    user_id @id NOT NULL,
    group_id @id NOT NULL REFERENCES user_groups (id),
    PRIMARY KEY (organisation_id, user_id, group_id)
);
CREATE INDEX group_administrators_group ON group_administrators (organisation_id, group_id, user_id);
