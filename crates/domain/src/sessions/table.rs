db::statements! {
    END_ALL = "DELETE FROM sessions WHERE organisation_id = $1 AND user_id = $2";
    COUNT = "SELECT COUNT(*) FROM sessions WHERE organisation_id = $1 AND user_id = $2";
}
