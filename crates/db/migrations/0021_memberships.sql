-- Everything that is asked of a membership stands in the index by which it is found: lists name the teams of each person
-- (SPEC USR-1, GRP-4).

DROP INDEX team_members_user;
DROP INDEX team_members_team;
CREATE INDEX team_members_user ON team_members (organisation_id, user_id, ends_on, starts_on, team_id);
CREATE INDEX team_members_team ON team_members (organisation_id, team_id, ends_on, starts_on, user_id);
