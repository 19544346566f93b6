-- Skills, profiles, and who answers with what (SPEC section 1, GRP-3, GRP-6).

CREATE TABLE skills (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    note TEXT NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX skills_name ON skills (organisation_id, name_key);

-- A person's own levels, 1 to 9.
CREATE TABLE user_skills (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    user_id @id NOT NULL,
    skill_id @id NOT NULL REFERENCES skills (id),
    level @int NOT NULL,
    PRIMARY KEY (organisation_id, user_id, skill_id)
);
CREATE INDEX user_skills_skill ON user_skills (organisation_id, skill_id, level, user_id);

-- Named sets of skills: a group's or a person's own, never both.
CREATE TABLE profiles (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    group_id @id REFERENCES user_groups (id),
    user_id @id,
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX profiles_group ON profiles (organisation_id, group_id, name_key) WHERE group_id IS NOT NULL;
CREATE UNIQUE INDEX profiles_user ON profiles (organisation_id, user_id, name_key) WHERE user_id IS NOT NULL;
CREATE INDEX profiles_name ON profiles (organisation_id, name_key, id);

CREATE TABLE profile_skills (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    profile_id @id NOT NULL,
    skill_id @id NOT NULL REFERENCES skills (id),
    level @int NOT NULL,
    PRIMARY KEY (organisation_id, profile_id, skill_id)
);
CREATE INDEX profile_skills_skill ON profile_skills (organisation_id, skill_id, level, profile_id);

-- The profiles somebody logs on with: those of their group that are ticked for them, and each of their own.
CREATE TABLE user_profiles (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    user_id @id NOT NULL,
    profile_id @id NOT NULL,
    PRIMARY KEY (organisation_id, user_id, profile_id)
);
CREATE INDEX user_profiles_profile ON user_profiles (organisation_id, profile_id, user_id);
