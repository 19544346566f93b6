use kernel::Timestamp;
use kernel::ids::{AccountId, InvitationId, OrganisationId, UserId};

kernel::vocabulary! {
    /// What became of an invitation (SPEC ACC-1). Expired is a pending one whose time is over.
    State {
        /// Neither accepted nor cancelled.
        Pending = "pending",
        /// Used by completing it.
        Accepted = "accepted",
        /// Taken back.
        Cancelled = "cancelled",
    }
}

kernel::vocabulary! {
    /// What an invitation leads to.
    Kind {
        /// Being a user, with a password of one's own.
        Invitation = "invitation",
        /// Being a user, by signing in with the credential one has already (SPEC ACC-2).
        Membership = "membership",
        /// The first password of somebody who is a user already.
        FirstPassword = "first_password",
    }
}

db::row! {
    /// One invitation, as stored.
    #[derive(PartialEq, Eq)]
    pub struct Invitation as "i" {
        /// Its id.
        pub id: InvitationId,
        /// Whose it is.
        pub organisation_id: OrganisationId,
        /// Who is invited.
        pub user_id: UserId,
        /// The sign-in behind the user.
        pub account_id: AccountId,
        /// What it leads to.
        pub kind: Kind,
        /// Where it was sent.
        pub email: Option<String>,
        /// How often it was sent; each sending has a link of its own.
        pub sends: i64,
        /// What became of it.
        pub state: State,
        /// Who invited.
        pub invited_by: Option<UserId>,
        /// When it was last sent.
        pub sent_at: Timestamp,
        /// When its link ends.
        pub expires_at: Timestamp,
        /// When it was accepted or cancelled.
        pub settled_at: Option<Timestamp>,
        /// Counts changes.
        pub version: i64,
        /// When it was made.
        pub created_at: Timestamp,
        /// When it was last changed.
        pub updated_at: Timestamp,
    }
}

pub(super) const SELECT: &str =
    const_format::concatcp!("SELECT ", Invitation::COLUMNS, " FROM invitations i");

db::statements! {
    FIND = const_format::concatcp!(SELECT, " WHERE i.organisation_id = $1 AND i.id = $2");
    BY_TOKEN = const_format::concatcp!(SELECT, " WHERE i.token_hash = $1");
    INSERT = "INSERT INTO invitations (id, organisation_id, user_id, account_id, kind, email, token_hash, \
        sends, state, invited_by, sent_at, expires_at, settled_at, version, created_at, updated_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, 1, 'pending', $8, $9, $10, NULL, 1, $9, $9)";
    PUT_TOKEN = "UPDATE invitations SET token_hash = $3 WHERE id = $1 AND sends = $2 AND state = 'pending' \
        AND expires_at > $4";
    RESEND = "UPDATE invitations SET token_hash = $3, sends = $4, sent_at = $5, expires_at = $6, \
        version = version + 1, updated_at = $5 WHERE organisation_id = $1 AND id = $2 AND state = 'pending'";
    SETTLE = "UPDATE invitations SET state = $3, settled_at = $4, version = version + 1, updated_at = $4 \
        WHERE organisation_id = $1 AND id = $2 AND state = 'pending'";
    VOID_ALL = "UPDATE invitations SET state = 'cancelled', settled_at = $3, version = version + 1, \
        updated_at = $3 WHERE organisation_id = $1 AND user_id = $2 AND state = 'pending'";
    ACCEPT_ALL = "UPDATE invitations SET state = 'accepted', settled_at = $3, version = version + 1, \
        updated_at = $3 WHERE organisation_id = $1 AND user_id = $2 AND state = 'pending'";
    DROP_ALL = "DELETE FROM invitations WHERE organisation_id = $1 AND user_id = $2";
    USERNAMES_LIKE = "SELECT COUNT(*) FROM users WHERE organisation_id = $1 AND username_key = $2";
}

/// Whoever was given a first password to type needs no link; whoever has signed in even less.
pub(super) const UNINVITED: &str = "SELECT u.id FROM users u JOIN accounts a ON a.id = u.account_id \
    WHERE u.lifecycle = 'active' AND u.user_type = 'person' AND u.email IS NOT NULL AND u.last_sign_in_at = 0 \
    AND (a.password_hash IS NULL OR a.own_credential = TRUE) AND NOT EXISTS (SELECT 1 FROM invitations i \
    WHERE i.organisation_id = u.organisation_id AND i.user_id = u.id AND i.state = 'pending') \
    AND u.organisation_id = ";
