use kernel::Timestamp;
use kernel::ids::{AccountId, ExchangeId, GroupId, HelpdeskId, OrganisationId, RoleId, UserId};
use serde::Serialize;

use super::vocabulary::{Licence, Lifecycle, Presence, UserType};

db::row! {
    /// One user, as stored.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct User as "u" {
        /// Order of creation; also the key of the search index.
        #[serde(skip)]
        pub seq: i64,
        /// Its id.
        pub id: UserId,
        /// Whose it is.
        #[serde(skip)]
        pub organisation_id: OrganisationId,
        /// The sign-in behind it.
        pub account_id: AccountId,
        /// What kind.
        pub user_type: UserType,
        /// Name to sign in with, together with the organisation's handle.
        pub username: String,
        /// Given name.
        pub first_name: String,
        /// Family name.
        pub last_name: String,
        /// Name as shown.
        pub display_name: String,
        /// Folded for sorting, family name first.
        #[serde(skip)]
        pub name_key: String,
        /// Address.
        pub email: Option<String>,
        /// Folded address; empty for none.
        #[serde(skip)]
        pub email_key: String,
        /// Mobile number with country code, as `+…`.
        pub mobile: Option<String>,
        /// Language key.
        pub language: String,
        /// The group it is in.
        pub group_id: GroupId,
        /// The role it has.
        pub role_id: RoleId,
        /// Its supervisor.
        pub reports_to: Option<UserId>,
        /// Its licence.
        pub licence: Option<Licence>,
        /// The exchange its extension is on.
        pub exchange_id: Option<ExchangeId>,
        /// Telephone number on the exchange; digits, and where the record is older than exchanges any text.
        pub extension: Option<String>,
        /// The helpdesk it works at.
        pub helpdesk_id: Option<HelpdeskId>,
        /// Up to six digits.
        pub numeric_id: Option<String>,
        /// Words to be found by.
        pub keywords: String,
        /// Key in another system.
        pub external_id: Option<String>,
        /// For administrators' eyes.
        pub note: String,
        /// Whether it speaks with other systems by the paid interface (SPEC ACC-8).
        pub api_communicator: bool,
        /// Whether it may see number-porting codes (SPEC ACC-8, PBX-4).
        pub statutory_representative: bool,
        /// Whether it stays off invoices (SPEC ACC-8, LIC-6).
        pub do_not_invoice: bool,
        /// Between invitation and leaving.
        pub lifecycle: Lifecycle,
        /// Why it was suspended or deactivated.
        pub lifecycle_reason: Option<String>,
        /// Since when.
        #[serde(skip)]
        pub lifecycle_at: Timestamp,
        /// On or off.
        #[serde(skip)]
        pub presence: Presence,
        /// Last sign-in; the epoch for never.
        #[serde(skip)]
        pub last_sign_in_at: Timestamp,
        /// Whether it holds the grant device management (SPEC ROL-6).
        pub device_management: bool,
        /// Whether it holds the grant support management, which makes an operator.
        pub support_management: bool,
        /// Whether it ever was in a team.
        #[serde(skip)]
        pub in_teams: bool,
        /// Whether it has a level or a profile, and so can be given work by skill (SPEC GRP-6).
        #[serde(skip)]
        pub can_answer: bool,
        /// Counts photos; 0 for none.
        pub photo_version: i64,
        /// Counts changes (SPEC USR-5).
        #[serde(skip)]
        pub version: i64,
        /// When it was created.
        #[serde(skip)]
        pub created_at: Timestamp,
        /// When it was last changed.
        #[serde(skip)]
        pub updated_at: Timestamp,
    }
}

impl User {
    /// How many columns [`User::COLUMNS`] names.
    pub(super) const WIDTH: usize = 41;

    /// When the user last signed in, if ever.
    pub fn signed_in_at(&self) -> Option<Timestamp> {
        (self.last_sign_in_at.micros() != 0).then_some(self.last_sign_in_at)
    }

    /// Folded text in which searches look (SPEC USR-1). Lines keep a phrase within one field; each begins with a line
    /// feed, by which short words are found.
    pub(super) fn search_text(&self) -> String {
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        let fields = [
            self.display_name.clone(),
            format!("{} {}", self.first_name, self.last_name),
            self.username.clone(),
            optional(&self.email),
            optional(&self.mobile),
            optional(&self.numeric_id),
            optional(&self.external_id),
            self.keywords.clone(),
        ];
        let mut lines: Vec<String> = Vec::with_capacity(fields.len());
        for field in &fields {
            let line = format!("\n{}", kernel::fold(field));
            if line.len() > 1 && !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines.concat()
    }
}

pub(super) const SELECT: &str = const_format::concatcp!("SELECT ", User::COLUMNS);

db::statements! {
    FIND = const_format::concatcp!(SELECT, ", r.rank, r.key, FALSE, FALSE, FALSE \
        FROM users u JOIN roles r ON r.id = u.role_id WHERE u.organisation_id = $1 AND u.id = $2");
    FIND_WITH_RELATION = const_format::concatcp!(SELECT, ", r.rank, r.key, EXISTS (SELECT 1 FROM supervision s \
        WHERE s.organisation_id = $1 AND s.supervisor_id = $3 AND s.user_id = u.id), \
        EXISTS (SELECT 1 FROM team_leaders l JOIN team_members m ON m.organisation_id = l.organisation_id \
        AND m.team_id = l.team_id WHERE l.organisation_id = $1 AND l.user_id = $3 AND m.user_id = u.id \
        AND m.starts_on <= $4 AND m.ends_on > $4), \
        EXISTS (SELECT 1 FROM group_administrators a WHERE a.organisation_id = $1 AND a.user_id = $3 \
        AND a.group_id = u.group_id) \
        FROM users u JOIN roles r ON r.id = u.role_id WHERE u.organisation_id = $1 AND u.id = $2");
    FIND_SEEN = const_format::concatcp!(FIND_WITH_RELATION, " AND (u.id = $3 OR u.group_id IN (SELECT f.group_id \
        FROM resource_filter_groups f WHERE f.organisation_id = $1 AND f.filter_id = $5) \
        OR EXISTS (SELECT 1 FROM resource_filter_teams f JOIN team_members m ON m.organisation_id = f.organisation_id \
        AND m.team_id = f.team_id WHERE f.organisation_id = $1 AND f.filter_id = $5 AND m.user_id = u.id \
        AND m.starts_on <= $4 AND m.ends_on > $4))");
    SET_GRANTS = "UPDATE users SET device_management = $3, support_management = $4, version = version + 1, \
        updated_at = $5 WHERE organisation_id = $1 AND id = $2 AND version = $6";
    WITH_ROLE = "SELECT id FROM users WHERE organisation_id = $1 AND role_id = $2 ORDER BY id";
    NOTE_CAN_ANSWER = "UPDATE users SET can_answer = $3 WHERE organisation_id = $1 AND id = $2 AND can_answer <> $3";
    NOTE_IN_TEAMS = "UPDATE users SET in_teams = TRUE WHERE organisation_id = $1 AND id = $2 AND in_teams = FALSE";
    BY_EMAIL = const_format::concatcp!(SELECT, " FROM users u WHERE u.organisation_id = $1 AND u.email_key = $2");
    USERNAME_TAKEN = "SELECT COUNT(*) FROM users WHERE organisation_id = $1 AND username_key = $2";
    LOAD = const_format::concatcp!(SELECT, " FROM users u WHERE u.organisation_id = $1 AND u.id = $2");
    INSERT = "INSERT INTO users (id, organisation_id, account_id, user_type, username, username_key, \
        first_name, last_name, display_name, name_key, email, email_key, mobile, language, group_id, \
        role_id, reports_to, licence, extension, numeric_id, keywords, external_id, note, lifecycle, \
        lifecycle_reason, lifecycle_at, presence, last_sign_in_at, photo_version, search, version, \
        created_at, updated_at, exchange_id, helpdesk_id, api_communicator, statutory_representative, \
        do_not_invoice) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, \
        $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, \
        $34, $35, $36, $37, $38) \
        RETURNING seq";
    UPDATE = "UPDATE users SET user_type = $3, username = $4, username_key = $5, first_name = $6, \
        last_name = $7, display_name = $8, name_key = $9, email = $10, email_key = $11, mobile = $12, \
        language = $13, group_id = $14, role_id = $15, reports_to = $16, licence = $17, extension = $18, \
        numeric_id = $19, keywords = $20, external_id = $21, note = $22, photo_version = $23, \
        search = $24, version = version + 1, updated_at = $25, exchange_id = $27, helpdesk_id = $28, \
        api_communicator = $29, statutory_representative = $30, do_not_invoice = $31 \
        WHERE organisation_id = $1 AND id = $2 AND version = $26";
    SET_LIFECYCLE = "UPDATE users SET lifecycle = $3, lifecycle_reason = $4, lifecycle_at = $5, \
        presence = $6, version = version + 1, updated_at = $5 WHERE organisation_id = $1 AND id = $2";
    SET_PRESENCE = "UPDATE users SET presence = $3 WHERE organisation_id = $1 AND id = $2 \
        AND presence <> $3";
    SET_SIGNED_IN = "UPDATE users SET presence = 'logged_in', last_sign_in_at = $3 \
        WHERE organisation_id = $1 AND id = $2";
    TOUCH = "UPDATE users SET version = version + 1, updated_at = $3 WHERE organisation_id = $1 AND id = $2 \
        AND version = $4";
    DELETE = "DELETE FROM users WHERE organisation_id = $1 AND id = $2";
    TOMBSTONE = "INSERT INTO tombstones (user_id, organisation_id, display_name, removed_at) \
        VALUES ($1, $2, $3, $4)";
    COUNT_ADMINISTRATORS = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM users u JOIN roles r ON r.id = u.role_id \
        WHERE u.organisation_id = $1 AND u.lifecycle = 'active' AND r.organisation_id = $1 \
        AND r.key = 'administrator' AND u.id <> $2 LIMIT 1) AS others";
    COUNT = "INSERT INTO user_counts (organisation_id, lifecycle, role_id, signed_in, users) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation_id, lifecycle, role_id, signed_in) \
        DO UPDATE SET users = user_counts.users + excluded.users";
    COUNT_GROUP = "UPDATE user_groups SET users = users + $3 WHERE organisation_id = $1 AND id = $2";
    COUNTS = "SELECT c.lifecycle, c.role_id, r.key, c.signed_in, c.users FROM user_counts c \
        JOIN roles r ON r.id = c.role_id WHERE c.organisation_id = $1";
    NUMERIC_IDS = "SELECT numeric_id FROM users WHERE organisation_id = $1 AND numeric_id IS NOT NULL";
    LICENCES_HELD = "SELECT licence, COUNT(*) FROM users WHERE organisation_id = $1 AND licence IS NOT NULL \
        AND lifecycle IN ('invited', 'active') GROUP BY licence";
    LICENCES_GIVEN = "SELECT licence, COUNT(*) FROM users WHERE organisation_id = $1 AND licence IS NOT NULL \
        GROUP BY licence";
    EXTENSIONS_ON = "SELECT extension FROM users WHERE organisation_id = $1 AND exchange_id = $2 \
        AND extension IS NOT NULL ORDER BY extension";
    EXTENSIONS_TAKEN = "SELECT exchange_id, COUNT(*) FROM users WHERE organisation_id = $1 \
        AND exchange_id IS NOT NULL AND extension IS NOT NULL GROUP BY exchange_id";
    COUNT_ON_EXCHANGE = "SELECT COUNT(*) FROM users WHERE organisation_id = $1 AND exchange_id = $2";
    AT_HELPDESKS = "SELECT helpdesk_id, COUNT(*) FROM users WHERE organisation_id = $1 \
        AND helpdesk_id IS NOT NULL GROUP BY helpdesk_id";
    COUNT_AT_HELPDESK = "SELECT COUNT(*) FROM users WHERE organisation_id = $1 AND helpdesk_id = $2";
    SUPERVISORS_OF = "SELECT supervisor_id, depth FROM supervision \
        WHERE organisation_id = $1 AND user_id = $2 ORDER BY depth";
    REPORTS_OF = "SELECT user_id, depth FROM supervision \
        WHERE organisation_id = $1 AND supervisor_id = $2 ORDER BY depth";
    DIRECT_REPORTS = "SELECT id FROM users WHERE organisation_id = $1 AND reports_to = $2";
    COUNT_DIRECT_REPORTS = "SELECT COUNT(*) FROM users WHERE organisation_id = $1 AND reports_to = $2";
    LIFT_REPORTS = "UPDATE users SET reports_to = $3, version = version + 1, updated_at = $4 \
        WHERE organisation_id = $1 AND reports_to = $2";
    LINK_SUPERVISOR = "INSERT INTO supervision (organisation_id, supervisor_id, user_id, depth) \
        SELECT $1, s.supervisor_id, $2, s.depth + 1 FROM supervision s \
        WHERE s.organisation_id = $1 AND s.user_id = $3";
    LINK_DIRECTLY = "INSERT INTO supervision (organisation_id, supervisor_id, user_id, depth) \
        VALUES ($1, $2, $3, $4)";
    UNLINK_ABOVE = "DELETE FROM supervision WHERE organisation_id = $1 AND user_id = $2";
    UNLINK_PAIR = "DELETE FROM supervision WHERE organisation_id = $1 AND supervisor_id = $2 AND user_id = $3";
    PUT_PHOTO = "INSERT INTO user_photos (user_id, organisation_id, large, small, updated_at) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (user_id) DO UPDATE \
        SET large = excluded.large, small = excluded.small, updated_at = excluded.updated_at";
    DROP_PHOTO = "DELETE FROM user_photos WHERE organisation_id = $1 AND user_id = $2";
    LARGE_PHOTO = "SELECT large FROM user_photos WHERE organisation_id = $1 AND user_id = $2";
    SMALL_PHOTO = "SELECT small FROM user_photos WHERE organisation_id = $1 AND user_id = $2";
    PUT_PREFERENCE = "INSERT INTO user_preferences (user_id, organisation_id, key, value) \
        VALUES ($1, $2, $3, $4) ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value";
    PREFERENCE = "SELECT value FROM user_preferences WHERE user_id = $1 AND key = $2";
    DROP_PREFERENCES = "DELETE FROM user_preferences WHERE organisation_id = $1 AND user_id = $2";
}
