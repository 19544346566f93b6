-- Telephone exchanges and helpdesks of an organisation, and what a user holds of them (SPEC LIC-4, ACC-8).

CREATE TABLE exchanges (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    -- Both have the same number of digits, so that comparing text compares numbers.
    first_extension @key NOT NULL,
    last_extension @key NOT NULL,
    changes_pending_since @time,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX exchanges_name ON exchanges (organisation_id, name_key);

CREATE TABLE helpdesks (
    id @id NOT NULL PRIMARY KEY,
    organisation_id @id NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    name_key @key NOT NULL,
    version @int NOT NULL,
    created_at @time NOT NULL,
    updated_at @time NOT NULL
);
CREATE UNIQUE INDEX helpdesks_name ON helpdesks (organisation_id, name_key);

-- No REFERENCES: a backup loads users before these tables, which are younger.
ALTER TABLE users ADD COLUMN exchange_id @id;
ALTER TABLE users ADD COLUMN helpdesk_id @id;
ALTER TABLE users ADD COLUMN api_communicator @flag NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN statutory_representative @flag NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN do_not_invoice @flag NOT NULL DEFAULT FALSE;

CREATE UNIQUE INDEX users_extension ON users (exchange_id, extension) WHERE exchange_id IS NOT NULL AND extension IS NOT NULL;
CREATE INDEX users_exchange ON users (exchange_id) WHERE exchange_id IS NOT NULL;
CREATE INDEX users_helpdesk ON users (helpdesk_id) WHERE helpdesk_id IS NOT NULL;
