-- Devices on which somebody has shown a second factor and is not asked for it for some days (SPEC ACC-5).

CREATE TABLE trusted_devices (
    id @id NOT NULL PRIMARY KEY,
    account_id @id NOT NULL REFERENCES accounts (id),
    token_hash @blob NOT NULL,
    client TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at @time NOT NULL,
    last_used_at @time,
    expires_at @time NOT NULL
);
CREATE UNIQUE INDEX trusted_devices_token ON trusted_devices (token_hash);
CREATE INDEX trusted_devices_account ON trusted_devices (account_id, created_at);
CREATE INDEX trusted_devices_age ON trusted_devices (expires_at);
