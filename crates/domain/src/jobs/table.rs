db::statements! {
    INSERT = "INSERT INTO jobs (id, organisation_id, kind, payload, unique_key, state, run_at, expires_at, \
        attempts, lease_until, lease_owner, last_error, created_at, finished_at) \
        VALUES ($1, $2, $3, $4, $5, 'due', $6, $7, 0, NULL, NULL, NULL, $8, NULL)";
}
