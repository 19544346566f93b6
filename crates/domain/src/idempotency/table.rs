db::statements! {
    FIND = "SELECT fingerprint, status, body FROM idempotency \
        WHERE organisation_id = $1 AND user_id = $2 AND key = $3";
    KEEP = "INSERT INTO idempotency (organisation_id, user_id, key, fingerprint, status, body, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organisation_id, user_id, key) DO NOTHING";
    FORGET = "DELETE FROM idempotency WHERE created_at < $1";
}
