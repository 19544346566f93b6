-- Lists by licence, and resource filters: named selections of groups and teams that narrow what somebody
-- sees (SPEC USR-1, GRP-2).

CREATE INDEX users_licence ON users (organisation_id, licence) WHERE licence IS NOT NULL;

CREATE TABLE resource_filters (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX resource_filters_name ON resource_filters (organisation_id, name_key);

CREATE TABLE resource_filter_groups (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    filter_id @id NOT NULL REFERENCES resource_filters (id),
    group_id @id NOT NULL REFERENCES user_groups (id),
    PRIMARY KEY (organisation_id, filter_id, group_id)
);
CREATE INDEX resource_filter_groups_group ON resource_filter_groups (organisation_id, group_id);

CREATE TABLE resource_filter_teams (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    filter_id @id NOT NULL REFERENCES resource_filters (id),
    team_id @id NOT NULL REFERENCES teams (id),
    PRIMARY KEY (organisation_id, filter_id, team_id)
);
CREATE INDEX resource_filter_teams_team ON resource_filter_teams (organisation_id, team_id);

-- Who has one: a group or a user by its id. A user's own stands before that of the group.
CREATE TABLE resource_filter_holders (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    holder_id @id NOT NULL,
    kind @key NOT NULL,
    filter_id @id NOT NULL REFERENCES resource_filters (id),
    PRIMARY KEY (organisation_id, holder_id)
);
CREATE INDEX resource_filter_holders_filter ON resource_filter_holders (organisation_id, filter_id, kind, holder_id);

-- How many there are: where there is none, no request looks for one.
ALTER TABLE organisations ADD COLUMN resource_filters @int NOT NULL DEFAULT 0;
