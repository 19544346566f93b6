-- Organisations, accounts, users, access, sessions, invitations, audit, jobs (issue: foundation).
-- Keys ending in _key are folded by kernel::fold; empty text stands for "none" where a column is
-- sorted by, since the engines order NULL differently.

CREATE TABLE organisations (
    id @id NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    handle @key NOT NULL,
    team_name TEXT,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    colour TEXT,
    owner_user_id @id,
    trial_ends_at @time,
    tier TEXT NOT NULL,
    services TEXT NOT NULL,
    seats @int NOT NULL,
    seats_used @int NOT NULL,
    operators @int NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX organisations_handle ON organisations (handle);

-- The lock and the audit chain's head of each organisation; the row with the nil id is the installation's.
CREATE TABLE audit_heads (
    organisation_id @id NOT NULL PRIMARY KEY,
    seq @int NOT NULL,
    hash @blob NOT NULL
);

CREATE TABLE licences (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    licence TEXT NOT NULL,
    quantity @int NOT NULL,
    used @int NOT NULL,
    PRIMARY KEY (organisation_id, licence)
);

CREATE TABLE roles (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    key @key NOT NULL,
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    rank @int NOT NULL,
    built_in @flag NOT NULL,
    grants @json NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX roles_key ON roles (organisation_id, key);

CREATE TABLE user_groups (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    is_default @flag NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX user_groups_name ON user_groups (organisation_id, name_key);

CREATE TABLE accounts (
    id @id NOT NULL PRIMARY KEY,
    email TEXT,
    email_key @key,
    password_hash TEXT,
    password_set_at @time,
    must_change_password @flag NOT NULL,
    -- Whether the person chose a credential of their own: no organisation may change the account then.
    own_credential @flag NOT NULL,
    -- When a link or code sent to the address was used: only then is it certainly the person's.
    verified_at @time,
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX accounts_email ON accounts (email_key);

-- Tries since the last right password, counted before they are looked at. The subject is an account's
-- id, or a hash of a sign-in name that nobody has: the two must look alike from outside.
CREATE TABLE sign_in_tries (
    subject @id NOT NULL PRIMARY KEY,
    tries @int NOT NULL,
    locked_at @time,
    last_at @time NOT NULL
);
CREATE INDEX sign_in_tries_age ON sign_in_tries (last_at);
CREATE INDEX sign_in_tries_locked ON sign_in_tries (locked_at) WHERE locked_at IS NOT NULL;

CREATE TABLE users (
    seq @serial,
    id @id NOT NULL,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    account_id @id NOT NULL REFERENCES accounts (id),
    user_type TEXT NOT NULL,
    username TEXT NOT NULL,
    username_key @key NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    name_key @key NOT NULL,
    email TEXT,
    email_key @key NOT NULL,
    mobile TEXT,
    language TEXT NOT NULL,
    group_id @id NOT NULL REFERENCES user_groups (id),
    role_id @id NOT NULL REFERENCES roles (id),
    reports_to @id,
    licence TEXT,
    extension TEXT,
    numeric_id TEXT,
    keywords TEXT NOT NULL,
    external_id TEXT,
    note TEXT NOT NULL,
    lifecycle TEXT NOT NULL,
    lifecycle_reason TEXT,
    lifecycle_at @time NOT NULL,
    presence TEXT NOT NULL,
    last_sign_in_at @time NOT NULL,
    photo_version @int NOT NULL,
    search TEXT NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX users_id ON users (id);
CREATE UNIQUE INDEX users_account ON users (organisation_id, account_id);
CREATE INDEX users_by_account ON users (account_id);
CREATE UNIQUE INDEX users_username ON users (organisation_id, username_key);
CREATE UNIQUE INDEX users_email ON users (organisation_id, email_key) WHERE email_key <> '';
CREATE UNIQUE INDEX users_numeric_id ON users (organisation_id, numeric_id) WHERE numeric_id IS NOT NULL;
CREATE UNIQUE INDEX users_external_id ON users (organisation_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX users_name ON users (organisation_id, name_key, id);
-- Most users are active and, seen over a day, off: only the others are indexed. An index in the order of
-- names costs a page of the log for each new user, wherever the name happens to fall.
CREATE INDEX users_lifecycle ON users (organisation_id, lifecycle, name_key, id) WHERE lifecycle <> 'active';
CREATE INDEX users_presence ON users (organisation_id, presence, name_key, id) WHERE presence <> 'logged_out';
CREATE INDEX users_role ON users (organisation_id, role_id);
CREATE INDEX users_reports_to ON users (organisation_id, reports_to);
CREATE INDEX users_created ON users (organisation_id, created_at, id);
CREATE INDEX users_signed_in ON users (organisation_id, last_sign_in_at, id);

-- How many users there are of each kind, so that no page counts them.
CREATE TABLE user_counts (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    lifecycle TEXT NOT NULL,
    role_id @id NOT NULL REFERENCES roles (id),
    signed_in @flag NOT NULL,
    users @int NOT NULL,
    PRIMARY KEY (organisation_id, lifecycle, role_id, signed_in)
);

-- only sqlite
CREATE VIRTUAL TABLE users_search USING fts5 (search, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1');
-- end
-- only postgres
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX users_search ON users USING gin (search gin_trgm_ops);
-- end

-- Everyone above everyone, at any depth: one row per pair, without the person themself.
CREATE TABLE supervision (
    organisation_id @id NOT NULL,
    supervisor_id @id NOT NULL,
    user_id @id NOT NULL,
    depth @int NOT NULL,
    PRIMARY KEY (organisation_id, supervisor_id, user_id)
);
CREATE INDEX supervision_user ON supervision (organisation_id, user_id);

CREATE TABLE tombstones (
    user_id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    display_name TEXT NOT NULL,
    removed_at @time NOT NULL
);

CREATE TABLE user_photos (
    user_id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    large @blob NOT NULL,
    small @blob NOT NULL,
    updated_at @time NOT NULL
);

CREATE TABLE user_preferences (
    user_id @id NOT NULL,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    key @key NOT NULL,
    value @json NOT NULL,
    PRIMARY KEY (user_id, key)
);

-- Signed-in sessions and API tokens: whatever a bearer of a secret may act with.
CREATE TABLE sessions (
    id @id NOT NULL PRIMARY KEY,
    token_hash @blob NOT NULL,
    kind TEXT NOT NULL,
    account_id @id NOT NULL REFERENCES accounts (id),
    user_id @id NOT NULL,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    scopes @json,
    address TEXT NOT NULL,
    client TEXT NOT NULL,
    authenticated_at @time NOT NULL,
    last_seen_at @time NOT NULL,
    idle_until @time NOT NULL,
    expires_at @time NOT NULL,
    created_at @time NOT NULL
);
CREATE UNIQUE INDEX sessions_token ON sessions (token_hash);
CREATE INDEX sessions_user ON sessions (user_id, kind);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_idle ON sessions (kind, idle_until);

CREATE TABLE one_time_codes (
    id @id NOT NULL PRIMARY KEY,
    account_id @id NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL,
    request_hash @blob NOT NULL,
    code_hash TEXT NOT NULL,
    -- What the code confirms, such as a new address; empty for none.
    detail TEXT NOT NULL,
    tries_left @int NOT NULL,
    created_at @time NOT NULL,
    expires_at @time NOT NULL,
    used_at @time
);
CREATE UNIQUE INDEX one_time_codes_request ON one_time_codes (request_hash);
CREATE INDEX one_time_codes_account ON one_time_codes (account_id, created_at);

CREATE TABLE invitations (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    user_id @id NOT NULL,
    account_id @id NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    email TEXT,
    token_hash @blob NOT NULL,
    -- How often it was sent; each sending has a link of its own and makes the former void.
    sends @int NOT NULL,
    state TEXT NOT NULL,
    invited_by @id,
    sent_at @time NOT NULL,
    expires_at @time NOT NULL,
    settled_at @time,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX invitations_token ON invitations (token_hash);
CREATE INDEX invitations_list ON invitations (organisation_id, state, created_at, id);
CREATE INDEX invitations_user ON invitations (user_id, state);
CREATE INDEX invitations_due ON invitations (state, expires_at);

-- Trial organisations that wait for the link in a mail to be followed.
CREATE TABLE sign_ups (
    id @id NOT NULL PRIMARY KEY,
    token_hash @blob NOT NULL,
    organisation TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key @key NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    tries_left @int NOT NULL,
    created_at @time NOT NULL,
    expires_at @time NOT NULL,
    used_at @time
);
CREATE UNIQUE INDEX sign_ups_token ON sign_ups (token_hash);
CREATE INDEX sign_ups_age ON sign_ups (expires_at);
CREATE INDEX sign_ups_email ON sign_ups (email_key, created_at);

CREATE TABLE notices (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    account_id @id NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    params @json NOT NULL,
    created_at @time NOT NULL,
    read_at @time
);
CREATE INDEX notices_account ON notices (account_id, created_at);

CREATE TABLE sign_ins (
    id @id NOT NULL PRIMARY KEY,
    account_id @id NOT NULL REFERENCES accounts (id),
    organisation_id @id,
    user_id @id,
    at @time NOT NULL,
    address TEXT NOT NULL,
    client TEXT NOT NULL,
    method TEXT NOT NULL,
    result TEXT NOT NULL
);
CREATE INDEX sign_ins_account ON sign_ins (account_id, at, id);

CREATE TABLE audit (
    organisation_id @id NOT NULL,
    seq @int NOT NULL,
    id @id NOT NULL,
    at @time NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id @id,
    actor_name TEXT NOT NULL,
    on_behalf_of @id,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id @id,
    subject_name TEXT NOT NULL,
    before @json NOT NULL,
    after @json NOT NULL,
    surface TEXT NOT NULL,
    address TEXT NOT NULL,
    request_id TEXT NOT NULL,
    hash @blob NOT NULL,
    PRIMARY KEY (organisation_id, seq)
);
CREATE INDEX audit_subject ON audit (organisation_id, subject_id, seq);
CREATE INDEX audit_actor ON audit (organisation_id, actor_id, seq);
CREATE INDEX audit_action ON audit (organisation_id, action, seq);

CREATE TABLE jobs (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id,
    kind TEXT NOT NULL,
    payload @json NOT NULL,
    unique_key @key,
    state TEXT NOT NULL,
    run_at @time NOT NULL,
    expires_at @time,
    attempts @int NOT NULL,
    lease_until @time,
    lease_owner TEXT,
    last_error TEXT,
    created_at @time NOT NULL,
    finished_at @time
);
CREATE INDEX jobs_due ON jobs (state, run_at);
CREATE UNIQUE INDEX jobs_unique ON jobs (unique_key) WHERE unique_key IS NOT NULL;

CREATE TABLE idempotency (
    organisation_id @id NOT NULL,
    user_id @id NOT NULL,
    key @key NOT NULL,
    fingerprint @blob NOT NULL,
    status @int NOT NULL,
    body TEXT NOT NULL,
    created_at @time NOT NULL,
    PRIMARY KEY (organisation_id, user_id, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

-- only sqlite
INSERT INTO audit_heads (organisation_id, seq, hash) VALUES (zeroblob(16), 0, zeroblob(0));
-- end
-- only postgres
INSERT INTO audit_heads (organisation_id, seq, hash) VALUES ('00000000-0000-0000-0000-000000000000', 0, '');
-- end
