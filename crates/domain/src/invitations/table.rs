db::statements! {
    VOID_ALL = "UPDATE invitations SET state = 'cancelled', settled_at = $3, version = version + 1, \
        updated_at = $3 WHERE organisation_id = $1 AND user_id = $2 AND state = 'pending'";
    DROP_ALL = "DELETE FROM invitations WHERE organisation_id = $1 AND user_id = $2";
}
