use kernel::Timestamp;
use kernel::ids::{
    AccountId, GroupId, IdentityProviderId, LinkedIdentityId, OrganisationId, RoleId, UserId,
};

use crate::users::Licence;

db::row! {
    /// One provider, as stored.
    #[derive(PartialEq, Eq)]
    pub(super) struct Stored as "p" {
        pub id: IdentityProviderId,
        pub organisation_id: OrganisationId,
        pub name: String,
        pub is_on: bool,
        pub issuer: String,
        pub client_id: String,
        pub client_secret: Option<Vec<u8>>,
        pub creates_users: bool,
        pub role_id: Option<RoleId>,
        pub group_id: Option<GroupId>,
        pub licence: Option<Licence>,
        pub language: Option<String>,
        pub rules: String,
        pub trusts_addresses: bool,
        pub second_factors: String,
        pub version: i64,
        pub created_at: Timestamp,
        pub updated_at: Timestamp,
    }
}

db::row! {
    /// Somebody's identity at a provider, linked to a user.
    #[derive(PartialEq, Eq)]
    pub struct LinkedIdentity as "l" {
        /// Its id.
        pub id: LinkedIdentityId,
        /// The provider's name for itself.
        pub issuer: String,
        /// Their name there, which never changes.
        pub subject: String,
        /// The account.
        pub account_id: AccountId,
        /// The user.
        pub user_id: UserId,
        /// What the provider called them.
        pub label: String,
        /// When it was linked.
        pub created_at: Timestamp,
        /// When it was last used.
        pub last_used_at: Timestamp,
    }
}

db::row! {
    /// Somebody who was sent to a provider and comes back.
    pub(super) struct Flow {
        pub id: uuid::Uuid,
        pub organisation_id: OrganisationId,
        pub provider_id: IdentityProviderId,
        pub account_id: Option<AccountId>,
        pub stays: bool,
        pub next: String,
    }
}

/// Name of an organisation beside a provider of it.
pub(super) type Offer = (IdentityProviderId, String, String);

const SELECT: &str =
    const_format::concatcp!("SELECT ", Stored::COLUMNS, " FROM identity_providers p");
const LINK: &str =
    const_format::concatcp!("SELECT ", LinkedIdentity::COLUMNS, " FROM linked_identities l");
const OFFER: &str = "SELECT p.id, p.name, o.name FROM identity_providers p \
    JOIN organisations o ON o.id = p.organisation_id";

db::statements! {
    ALL = const_format::concatcp!(SELECT, " WHERE p.organisation_id = $1 ORDER BY p.name_key, p.id");
    FIND = const_format::concatcp!(SELECT, " WHERE p.organisation_id = $1 AND p.id = $2");
    // By somebody who is not signed in yet, so that no organisation is known.
    ANYWHERE = const_format::concatcp!(SELECT, " WHERE p.id = $1");
    DOMAINS = "SELECT d.provider_id, d.domain FROM identity_provider_domains d \
        JOIN identity_providers p ON p.id = d.provider_id WHERE p.organisation_id = $1 ORDER BY d.domain";
    OFFERED_TO_DOMAIN = const_format::concatcp!(OFFER, " JOIN identity_provider_domains d ON d.provider_id = p.id \
        WHERE d.domain = $1 AND p.is_on ORDER BY o.name, p.name_key LIMIT 20");
    OFFERED_BY_HANDLE = const_format::concatcp!(OFFER, " WHERE o.handle = $1 AND p.is_on ORDER BY p.name_key LIMIT 20");
    OFFERED_HERE = const_format::concatcp!(OFFER, " WHERE p.organisation_id = $1 AND p.is_on ORDER BY p.name_key LIMIT 20");
    INSERT = "INSERT INTO identity_providers (id, organisation_id, name, name_key, is_on, issuer, client_id, \
        client_secret, creates_users, role_id, group_id, licence, language, rules, trusts_addresses, \
        second_factors, version, created_at, updated_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, $17, $17)";
    UPDATE = "UPDATE identity_providers SET name = $3, name_key = $4, is_on = $5, issuer = $6, client_id = $7, \
        client_secret = $8, creates_users = $9, role_id = $10, group_id = $11, licence = $12, language = $13, \
        rules = $14, trusts_addresses = $15, second_factors = $16, version = version + 1, updated_at = $17 \
        WHERE organisation_id = $1 AND id = $2 AND version = $18";
    // Of all organisations: what the installation's keys have sealed.
    KEYS = "SELECT substr(client_secret, 1, 5), COUNT(*) FROM identity_providers WHERE client_secret IS NOT NULL \
        GROUP BY substr(client_secret, 1, 5)";
    SEALED_OTHERWISE = "SELECT id, client_secret FROM identity_providers WHERE id > $1 AND client_secret IS NOT NULL \
        AND substr(client_secret, 1, 5) <> $2 ORDER BY id LIMIT $3";
    SEAL_ANEW = "UPDATE identity_providers SET client_secret = $3 WHERE id = $1 AND client_secret = $2";
    GIVE_UP = "UPDATE identity_providers SET client_secret = NULL WHERE id = $1 AND client_secret = $2";
    DELETE = "DELETE FROM identity_providers WHERE organisation_id = $1 AND id = $2";
    ADD_DOMAIN = "INSERT INTO identity_provider_domains (provider_id, domain) VALUES ($1, $2)";
    DROP_DOMAINS = "DELETE FROM identity_provider_domains WHERE provider_id = $1";
    LINKED = const_format::concatcp!(LINK, " WHERE l.organisation_id = $1 AND l.issuer = $2 AND l.subject = $3");
    LINKS_OF = const_format::concatcp!(LINK, " WHERE l.organisation_id = $1 AND l.user_id = $2 ORDER BY l.created_at, l.id");
    LINK_OF = const_format::concatcp!(LINK, " WHERE l.organisation_id = $1 AND l.user_id = $2 AND l.id = $3");
    PUT_LINK = "INSERT INTO linked_identities (organisation_id, issuer, subject, id, account_id, user_id, label, \
        created_at, last_used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)";
    USE_LINK = "UPDATE linked_identities SET last_used_at = $4 WHERE organisation_id = $1 AND issuer = $2 AND subject = $3";
    DROP_LINK = "DELETE FROM linked_identities WHERE organisation_id = $1 AND id = $2";
    DROP_LINKS = "DELETE FROM linked_identities WHERE organisation_id = $1 AND user_id = $2";
    BEGIN = "INSERT INTO sign_in_flows (id, organisation_id, provider_id, state_hash, browser_hash, account_id, stays, \
        next, created_at, expires_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL)";
    COME_BACK = const_format::concatcp!("UPDATE sign_in_flows SET used_at = $3 WHERE state_hash = $1 \
        AND browser_hash = $2 AND used_at IS NULL AND expires_at > $3 RETURNING ", Flow::COLUMNS);
    FORGET_FLOWS = "DELETE FROM sign_in_flows WHERE expires_at < $1";
    HEAR = "INSERT INTO heard_sign_outs (provider_id, notice, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    FORGET_HEARD = "DELETE FROM heard_sign_outs WHERE at < $1";
}
