-- Single sign-on by OpenID Connect (SPEC ACC-7).

-- Providers that an organisation lets say who its people are.
CREATE TABLE identity_providers (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    is_on @flag NOT NULL,
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    -- Sealed (ADR 0012); NULL for a public client.
    client_secret @blob,
    -- Whether somebody unknown becomes a user, and as what.
    creates_users @flag NOT NULL,
    role_id @id,
    group_id @id,
    licence TEXT,
    language TEXT,
    rules @json NOT NULL,
    -- Whether it checks addresses, although it may not say so.
    trusts_addresses @flag NOT NULL,
    -- Values of amr or acr that stand for a second factor, separated by spaces; empty for none.
    second_factors TEXT NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX identity_providers_name ON identity_providers (organisation_id, name_key);

-- Domains of addresses by which people find their provider.
CREATE TABLE identity_provider_domains (
    provider_id @id NOT NULL REFERENCES identity_providers (id),
    domain @key NOT NULL,
    PRIMARY KEY (provider_id, domain)
);
CREATE INDEX identity_provider_domains_domain ON identity_provider_domains (domain);

-- Who a provider's people are here.
CREATE TABLE linked_identities (
    organisation_id @id NOT NULL REFERENCES organisations (id),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    id @id NOT NULL,
    account_id @id NOT NULL REFERENCES accounts (id),
    user_id @id NOT NULL,
    -- What the provider called them when they came first, for people to read.
    label TEXT NOT NULL,
    created_at @time NOT NULL,
    last_used_at @time NOT NULL,
    PRIMARY KEY (organisation_id, issuer, subject)
);
CREATE INDEX linked_identities_user ON linked_identities (organisation_id, user_id);

-- People who were sent to a provider and have not come back.
CREATE TABLE sign_in_flows (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    provider_id @id NOT NULL,
    state_hash @blob NOT NULL,
    browser_hash @blob NOT NULL,
    -- Who has proven to be this account's person and wants it connected; NULL for a sign-in.
    account_id @id,
    -- Whether they are signed in and stay so.
    stays @flag NOT NULL,
    -- The page they wanted.
    next TEXT NOT NULL,
    created_at @time NOT NULL,
    expires_at @time NOT NULL,
    used_at @time
);
CREATE UNIQUE INDEX sign_in_flows_state ON sign_in_flows (state_hash);
CREATE INDEX sign_in_flows_age ON sign_in_flows (expires_at);

-- Notices of sign-outs that have been heard, so that each counts once.
CREATE TABLE heard_sign_outs (
    provider_id @id NOT NULL,
    notice TEXT NOT NULL,
    at @time NOT NULL,
    PRIMARY KEY (provider_id, notice)
);
CREATE INDEX heard_sign_outs_age ON heard_sign_outs (at);

-- By which provider a session was opened, and what that one calls its own session.
ALTER TABLE sessions ADD COLUMN provider_id @id;
ALTER TABLE sessions ADD COLUMN provider_session TEXT;
CREATE INDEX sessions_provider ON sessions (provider_id) WHERE provider_id IS NOT NULL;

-- Whether an organisation's people come in by a provider alone.
ALTER TABLE organisations ADD COLUMN single_sign_on_only @flag NOT NULL DEFAULT FALSE;
