use db::{Tx, params};
use kernel::ids::{
    AccountId, IdentityProviderId, OrganisationId, ResourceFilterId, SessionId, UserId,
};
use kernel::{Code, Error, Result, Timestamp, TokenHash};

use super::{Action, Grants, Rank, Reach};
use crate::factors::Second;
use crate::organisations::Networks;
use crate::users::Lifecycle;

kernel::vocabulary! {
    /// What a bearer's secret is.
    SessionKind {
        /// A person who signed in.
        Session = "session",
        /// A token for programs.
        ApiToken = "api_token",
    }
}

db::row! {
    /// Session, user, role, account and organisation of one bearer, as one row.
    struct PrincipalRow {
        session_id: SessionId,
        kind: SessionKind,
        account_id: AccountId,
        user_id: UserId,
        organisation_id: OrganisationId,
        scopes: Option<String>,
        authenticated_at: Timestamp,
        last_seen_at: Timestamp,
        idle_until: Timestamp,
        expires_at: Timestamp,
        display_name: String,
        language: String,
        lifecycle: Lifecycle,
        photo_version: i64,
        role_key: String,
        rank: i64,
        grants: String,
        organisation_name: String,
        team_name: Option<String>,
        trial_ends_at: Option<Timestamp>,
        owner_user_id: Option<UserId>,
        time_zone: String,
        tier: String,
        must_change_password: bool,
        must_enrol: bool,
        theme: String,
        allowed_networks: Option<String>,
        by_skill: bool,
        resource_filter: Option<ResourceFilterId>,
        provider_id: Option<IdentityProviderId>,
        second_factor: Option<Second>,
    }
}

/// Both statements differ only in how the session is found.
const PRINCIPAL: &str = "SELECT s.id, s.kind, s.account_id, s.user_id, s.organisation_id, s.scopes, \
    s.authenticated_at, s.last_seen_at, s.idle_until, s.expires_at, u.display_name, u.language, \
    u.lifecycle, u.photo_version, r.key, r.rank, r.grants, o.name, o.team_name, o.trial_ends_at, \
    o.owner_user_id, o.time_zone, o.tier, a.must_change_password, s.must_enrol, a.theme, \
    o.allowed_networks, o.skills > 0, \
     CASE WHEN o.resource_filters > 0 THEN (SELECT h.filter_id FROM resource_filter_holders h \
     WHERE h.organisation_id = u.organisation_id AND h.holder_id IN (u.id, u.group_id) \
     ORDER BY h.kind DESC LIMIT 1) END, s.provider_id, s.second_factor \
     FROM sessions s JOIN users u ON u.id = s.user_id JOIN roles r ON r.id = u.role_id \
    JOIN organisations o ON o.id = s.organisation_id JOIN accounts a ON a.id = s.account_id";

db::statements! {
    BY_TOKEN = const_format::concatcp!(PRINCIPAL, " WHERE s.token_hash = $1");
    BY_SESSION = const_format::concatcp!(PRINCIPAL, " WHERE s.id = $1");
}

/// What a decision needs to know of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationState {
    /// Its name.
    pub name: String,
    /// The team's name; none until the team is activated (SPEC ORG-2).
    pub team_name: Option<String>,
    /// When a trial ends or ended; none once paid (SPEC ORG-1).
    pub trial_ends_at: Option<Timestamp>,
    /// Whether that is past.
    pub trial_ended: bool,
    /// The owner.
    pub owner: Option<UserId>,
    /// IANA name of the zone in which times are shown.
    pub time_zone: String,
    /// `start`, `profi` or `enterprise`.
    pub tier: String,
    /// Networks that requests may come from, as stored; all where none.
    pub allowed_networks: Option<String>,
    /// Whether it has skills, so that work goes to those who answer with some.
    pub by_skill: bool,
}

/// A signed-in user or the bearer of a token, with everything a decision needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The session or token.
    pub session_id: SessionId,
    /// Which of the two.
    pub kind: SessionKind,
    /// The sign-in.
    pub account_id: AccountId,
    /// The user.
    pub user_id: UserId,
    /// The organisation in which everything happens.
    pub organisation_id: OrganisationId,
    /// Name as shown.
    pub display_name: String,
    /// Language key of the pages this person sees.
    pub language: String,
    /// `light`, `dark` or `system`.
    pub theme: String,
    /// Version of the photo; 0 for none.
    pub photo_version: i64,
    /// Key of the role.
    pub role_key: String,
    /// Rank of the role.
    pub rank: Rank,
    /// What this bearer may do: the role's grants, cut to the token's scopes.
    pub grants: Grants,
    /// What the role allows, before a token's scopes cut it.
    pub role_grants: Grants,
    /// When the person last proved who they are.
    pub authenticated_at: Timestamp,
    /// When the session was last used, to the minute.
    pub last_seen_at: Timestamp,
    /// Whether a first password waits to be replaced (SECURITY.md decision 2).
    pub must_change_password: bool,
    /// Whether nothing can be done before a second factor is added (SPEC ACC-5).
    pub must_enrol: bool,
    /// What narrows everything they see: their own resource filter or else their group's (SPEC GRP-2).
    /// The owner has none, so that somebody always sees all.
    pub resource_filter: Option<ResourceFilterId>,
    /// Whether an identity provider of the organisation opened the session: it changes nothing of the
    /// account and opens no other organisation.
    pub by_provider: bool,
    /// Whether the second factor was not shown, but that of some days ago trusted: no proof to change credentials by.
    pub by_trusted_device: bool,
    /// The organisation.
    pub organisation: OrganisationState,
    pub(super) limited: bool,
    /// When the clock alone changes something of it: the session ends, or the trial.
    pub(super) until: Timestamp,
}

impl Principal {
    /// Whether a token's scopes leave out some of the role's grants.
    pub const fn is_limited_token(&self) -> bool {
        self.limited
    }
    /// The same organisation seen by somebody else who is signed in by a password: for explaining what
    /// they may do (SPEC ROL-5).
    #[must_use]
    pub(crate) fn standing_for(
        mut self,
        user: UserId,
        role_key: &str,
        rank: Rank,
        grants: Grants,
    ) -> Self {
        // What it hides is looked up beside the decision, which knows grants and relations only.
        self.resource_filter = None;
        role_key.clone_into(&mut self.role_key);
        self.user_id = user;
        self.rank = rank;
        self.role_grants = grants.clone();
        self.grants = grants;
        self.kind = SessionKind::Session;
        self.must_change_password = false;
        self.limited = false;
        self
    }
    /// Refuses what comes from a network that the organisation does not allow (SPEC ORG-4).
    ///
    /// # Errors
    /// [`Error::Forbidden`] with `address_not_allowed`.
    pub fn guard_network(&self, address: &str) -> Result<()> {
        match &self.organisation.allowed_networks {
            Some(networks) => Networks::stored(networks).guard(address),
            None => Ok(()),
        }
    }
    /// Whether this is the organisation's owner.
    pub fn is_owner(&self) -> bool {
        self.organisation.owner == Some(self.user_id)
    }
}

/// The living principal of a token.
///
/// # Errors
/// [`Error::Unauthenticated`] where the token is unknown, ended, idle too long, or its user may not
/// sign in.
pub(crate) async fn load(tx: &mut Tx, token: TokenHash, now: Timestamp) -> Result<Principal> {
    alive(tx.optional::<PrincipalRow>(BY_TOKEN, &params![token]).await?, now)
}

/// The same by the session's id: how a write makes sure of its actor inside the transaction.
pub(crate) async fn load_by_session(
    tx: &mut Tx,
    id: SessionId,
    now: Timestamp,
) -> Result<Principal> {
    alive(tx.optional::<PrincipalRow>(BY_SESSION, &params![id]).await?, now)
}

fn alive(row: Option<PrincipalRow>, now: Timestamp) -> Result<Principal> {
    row.filter(|row| {
        row.lifecycle == Lifecycle::Active && row.idle_until > now && row.expires_at > now
    })
    .map(|row| principal(row, now))
    .ok_or(Error::Unauthenticated(Code::Unauthenticated))
}

fn principal(row: PrincipalRow, now: Timestamp) -> Principal {
    let role_grants = match row.must_enrol {
        // Whoever asks what they hold finds that it is nothing yet.
        true => Grants::default().with(Action::FactorsOwn, Reach::OWN),
        false => Grants::of_role(&row.role_key, &row.grants),
    };
    let role_grants = match row.must_enrol && row.must_change_password {
        true => role_grants.with(Action::SelfService, Reach::OWN),
        false => role_grants,
    };
    let scopes = row.scopes.as_deref().map(|text| {
        // An unreadable scope list grants nothing.
        serde_json::from_str::<Vec<Action>>(text).unwrap_or_default()
    });
    let grants = match &scopes {
        Some(actions) => role_grants.clone().limited_to(actions),
        None => role_grants.clone(),
    };
    let ends = [row.idle_until, row.expires_at].into_iter().chain(row.trial_ends_at);
    let until = ends.filter(|end| *end > now).min().unwrap_or(now);
    Principal {
        session_id: row.session_id,
        kind: row.kind,
        account_id: row.account_id,
        user_id: row.user_id,
        organisation_id: row.organisation_id,
        display_name: row.display_name,
        language: row.language,
        theme: row.theme,
        photo_version: row.photo_version,
        role_key: row.role_key,
        rank: Rank(row.rank),
        grants,
        role_grants,
        authenticated_at: row.authenticated_at,
        last_seen_at: row.last_seen_at,
        must_change_password: row.must_change_password && row.provider_id.is_none(),
        must_enrol: row.must_enrol,
        by_provider: row.provider_id.is_some(),
        by_trusted_device: row.second_factor == Some(Second::TrustedDevice),
        resource_filter: row.resource_filter.filter(|_| row.owner_user_id != Some(row.user_id)),
        organisation: OrganisationState {
            name: row.organisation_name,
            team_name: row.team_name,
            trial_ends_at: row.trial_ends_at,
            trial_ended: row.trial_ends_at.is_some_and(|end| end <= now),
            owner: row.owner_user_id,
            time_zone: row.time_zone,
            tier: row.tier,
            allowed_networks: row.allowed_networks,
            by_skill: row.by_skill,
        },
        limited: scopes.is_some(),
        until,
    }
}
