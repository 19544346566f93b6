-- Passkeys (SPEC ACC-5, ACC-9).

-- What a passkey is known by, and its public part; no secret. None for what is no passkey.
ALTER TABLE factors ADD COLUMN credential_id @blob;
ALTER TABLE factors ADD COLUMN credential TEXT;
CREATE UNIQUE INDEX factors_credential ON factors (credential_id) WHERE credential_id IS NOT NULL;

-- What was asked of a browser, until its answer comes: used once, and for some minutes.
CREATE TABLE ceremonies (
    request_hash @blob NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    account_id @id,
    state TEXT NOT NULL,
    expires_at @time NOT NULL
);
CREATE INDEX ceremonies_age ON ceremonies (expires_at);
