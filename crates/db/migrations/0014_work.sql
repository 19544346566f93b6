-- Who can't receive work, and whether work is handed out by skill at all (SPEC GRP-6, USR-1).

-- How many skills there are: where there is none, nobody is told to lack one.
ALTER TABLE organisations ADD COLUMN skills @int NOT NULL DEFAULT 0;
UPDATE organisations SET skills = (SELECT COUNT(*) FROM skills s WHERE s.organisation_id = organisations.id);

-- Whether a user has a level or a profile.
ALTER TABLE users ADD COLUMN can_answer @flag NOT NULL DEFAULT FALSE;
UPDATE users SET can_answer = TRUE
WHERE EXISTS (SELECT 1 FROM user_skills h WHERE h.organisation_id = users.organisation_id AND h.user_id = users.id)
OR EXISTS (SELECT 1 FROM user_profiles t WHERE t.organisation_id = users.organisation_id AND t.user_id = users.id);
CREATE INDEX users_idle ON users (organisation_id, name_key, id) WHERE lifecycle = 'active' AND can_answer = FALSE;
