-- The users of a group by name, as its list shows them: a page is read from the index in its order, and nothing
-- that is not shown is looked up (SPEC USR-1).

DROP INDEX users_group;
CREATE INDEX users_group ON users (organisation_id, group_id, name_key, id);
