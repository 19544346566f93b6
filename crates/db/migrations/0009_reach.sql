-- How people are reached and let in: a number to recover by, former passwords, known devices, who may come from
-- where, words that passwords lack (SPEC ACC-3, ACC-4, ACC-6, ORG-4).

-- A number to send codes to. It follows the user's record until the person has a password of their own.
ALTER TABLE accounts ADD COLUMN mobile TEXT;
UPDATE accounts SET mobile = (SELECT MIN(u.mobile) FROM users u WHERE u.account_id = accounts.id)
WHERE (SELECT COUNT(*) FROM users u WHERE u.account_id = accounts.id) = 1;
CREATE INDEX accounts_mobile ON accounts (mobile) WHERE mobile IS NOT NULL;

-- Passwords that an account had before, as slow hashes, as many as settings ask for.
CREATE TABLE former_passwords (
    account_id @id NOT NULL REFERENCES accounts (id),
    replaced_at @time NOT NULL,
    password_hash TEXT NOT NULL,
    PRIMARY KEY (account_id, replaced_at)
);

-- Programs and networks that an account has signed in with, as a hash.
CREATE TABLE known_devices (
    account_id @id NOT NULL REFERENCES accounts (id),
    fingerprint @blob NOT NULL,
    last_seen_at @time NOT NULL,
    PRIMARY KEY (account_id, fingerprint)
);
CREATE INDEX known_devices_age ON known_devices (last_seen_at);

-- Networks that sessions and tokens may come from, separated by spaces; NULL for all.
ALTER TABLE organisations ADD COLUMN allowed_networks TEXT;
-- Words that no password of the organisation's people may hold, one a line; NULL for none.
ALTER TABLE organisations ADD COLUMN refused_words TEXT;
