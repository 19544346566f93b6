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

/// The beginning of a list.
pub(super) const ALL_OF: &str =
    "SELECT organisation_id, licence, quantity, used FROM licences WHERE organisation_id IN ";

db::statements! {
    ALL = const_format::concatcp!("SELECT ", Usage::COLUMNS, " FROM licences WHERE organisation_id = $1 \
        ORDER BY licence");
    PUT = "INSERT INTO licences (organisation_id, licence, quantity, used) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (organisation_id, licence) DO UPDATE SET quantity = excluded.quantity";
    DROP = "DELETE FROM licences WHERE organisation_id = $1 AND licence = $2";
    INSERT = "INSERT INTO licences (organisation_id, licence, quantity, used) VALUES ($1, $2, $3, 0)";
    TAKE = "UPDATE licences SET used = used + 1 WHERE organisation_id = $1 AND licence = $2 \
        AND used < quantity";
    TAKE_SEAT = "UPDATE organisations SET seats_used = seats_used + 1 WHERE id = $1 AND seats_used < seats \
        AND (services = '' OR (services LIKE $2 AND services LIKE $3))";
    // What was held on the last day on record goes on; `$4` is 1 or -1, `$5` the change of the most held.
    NOTE = "INSERT INTO licence_days (organisation_id, day, licence, used, highest) \
        SELECT $1, $2, $3, before.used + $4, before.used + $5 FROM (SELECT COALESCE((SELECT d.used \
        FROM licence_days d WHERE d.organisation_id = $1 AND d.licence = $3 ORDER BY d.day DESC LIMIT 1), 0) \
        AS used) AS before WHERE TRUE ON CONFLICT (organisation_id, licence, day) DO UPDATE \
        SET used = licence_days.used + $4, highest = CASE WHEN licence_days.used + $4 > licence_days.highest \
        THEN licence_days.used + $4 ELSE licence_days.highest END";
    DAYS = "SELECT licence, day, used, highest FROM licence_days WHERE organisation_id = $1 AND day >= $2 \
        ORDER BY licence, day";
    BEFORE = "SELECT d.licence, d.used FROM licence_days d WHERE d.organisation_id = $1 AND d.day = (SELECT \
        MAX(e.day) FROM licence_days e WHERE e.organisation_id = $1 AND e.licence = d.licence AND e.day < $2)";
    HIGHEST_IN = "SELECT licence, MAX(highest) FROM (SELECT licence, highest FROM licence_days \
        WHERE organisation_id = $1 AND day >= $2 AND day <= $3 UNION ALL SELECT d.licence, d.used \
        FROM licence_days d WHERE d.organisation_id = $1 AND d.day = (SELECT MAX(e.day) FROM licence_days e \
        WHERE e.organisation_id = $1 AND e.licence = d.licence AND e.day < $2)) AS month GROUP BY licence";
    OPEN = "INSERT INTO licence_holds (id, organisation_id, user_id, licence, do_not_invoice, held_from, \
        held_until) VALUES ($1, $2, $3, $4, $5, $6, NULL)";
    CLOSE = "UPDATE licence_holds SET held_until = $3 WHERE organisation_id = $1 AND user_id = $2 \
        AND held_until IS NULL";
    HELD_IN = "SELECT licence, user_id, held_from, held_until FROM licence_holds WHERE organisation_id = $1 \
        AND do_not_invoice = FALSE AND held_from < $3 AND (held_until IS NULL OR held_until > $2) \
        ORDER BY licence, user_id, held_from";
    GIVE_BACK = "UPDATE licences SET used = used - 1 WHERE organisation_id = $1 AND licence = $2 AND used > 0";
    GIVE_BACK_SEAT = "UPDATE organisations SET seats_used = seats_used - 1 WHERE id = $1 AND seats_used > 0";
}
