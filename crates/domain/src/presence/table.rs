db::statements! {
    LOGGED_ON = "SELECT user_id FROM queue_log_ons WHERE organisation_id = $1 AND user_id = $2";
    LOG_ON = "INSERT INTO queue_log_ons (organisation_id, user_id, since) VALUES ($1, $2, $3) \
        ON CONFLICT (organisation_id, user_id) DO NOTHING";
    LOG_OFF = "DELETE FROM queue_log_ons WHERE organisation_id = $1 AND user_id = $2";
}
