use crate::users::Licence;

db::row! {
    /// How many of one licence are ordered and held.
    #[derive(PartialEq, Eq)]
    pub struct Usage {
        /// Which.
        pub licence: Licence,
        /// Ordered.
        pub quantity: i64,
        /// Held.
        pub used: i64,
    }
}

db::statements! {
    ALL = const_format::concatcp!("SELECT ", Usage::COLUMNS, " FROM licences WHERE organisation_id = $1 \
        ORDER BY licence");
    INSERT = "INSERT INTO licences (organisation_id, licence, quantity, used) VALUES ($1, $2, $3, 0)";
    TAKE = "UPDATE licences SET used = used + 1 WHERE organisation_id = $1 AND licence = $2 \
        AND used < quantity";
    TAKE_SEAT = "UPDATE organisations SET seats_used = seats_used + 1 WHERE id = $1 AND seats_used < seats \
        AND (services = '' OR (services LIKE $2 AND services LIKE $3))";
    GIVE_BACK = "UPDATE licences SET used = used - 1 WHERE organisation_id = $1 AND licence = $2 AND used > 0";
    GIVE_BACK_SEAT = "UPDATE organisations SET seats_used = seats_used - 1 WHERE id = $1 AND seats_used > 0";
}
