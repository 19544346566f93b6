-- Second factors of accounts (SPEC ACC-5, ADR 0013).

CREATE TABLE factors (
    id @id NOT NULL PRIMARY KEY,
    account_id @id NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What codes are computed from, sealed (ADR 0012).
    sealed @blob NOT NULL,
    -- When its first code came back; until then it does not count.
    confirmed_at @time,
    -- The half minute of the last accepted code: no code of it or before it counts again.
    last_step @int NOT NULL,
    last_used_at @time,
    created_at @time NOT NULL
);
CREATE INDEX factors_account ON factors (account_id);

CREATE TABLE recovery_codes (
    account_id @id NOT NULL REFERENCES accounts (id),
    code_hash @blob NOT NULL,
    created_at @time NOT NULL,
    used_at @time,
    PRIMARY KEY (account_id, code_hash)
);

-- What was shown beside the first factor; none where nothing was asked for.
ALTER TABLE sessions ADD COLUMN second_factor TEXT;
