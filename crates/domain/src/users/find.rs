use std::collections::BTreeMap;

use db::{DbError, FromRow, Query, Row, params};
use kernel::ids::{AccountId, RoleId, UserId};
use kernel::{Error, Result};

use super::filter::scope;
use super::table::{BY_EMAIL, FIND, FIND_SEEN, FIND_WITH_RELATION, SELECT, USERNAME_TAKEN, User};
use crate::access::{Action, Rank, Reach, Relation};
use crate::cx::Cx;
use crate::roles;

/// A user and how it stands to the actor.
#[derive(Debug, Clone)]
pub struct Found {
    /// The user.
    pub user: User,
    /// Key of its role.
    pub role_key: String,
    /// How it stands to the actor.
    pub relation: Relation,
}

impl FromRow for Found {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let user = User::from_row(row)?;
        let rank = Rank(row.get(User::WIDTH)?);
        let role_key = row.get(User::WIDTH + 1)?;
        let relation = Relation {
            is_self: false,
            reports: row.get(User::WIDTH + 2)?,
            in_led_team: row.get(User::WIDTH + 3)?,
            in_group: row.get(User::WIDTH + 4)?,
            rank,
        };
        Ok(Self { user, role_key, relation })
    }
}

/// Loads a user for `action`: whoever gets the row has the right (ADR 0003).
///
/// # Errors
/// [`Error::NotFound`] for a foreign, missing or unseen user alike, [`Error::Forbidden`] otherwise.
pub(crate) async fn find(cx: &mut Cx<'_>, id: UserId, action: Action) -> Result<Found> {
    let me = cx.actor().user_id();
    let near = cx.actor().principal().is_some_and(|me| me.grants.go_by_relation());
    let found = if let Some(filter) = cx.resource_filter() {
        let values = params![cx.organisation_id, id, me, cx.today(), filter];
        cx.tx.optional::<Found>(FIND_SEEN, &values).await?
    } else if near {
        let values = params![cx.organisation_id, id, me, cx.today()];
        cx.tx.optional::<Found>(FIND_WITH_RELATION, &values).await?
    } else {
        cx.tx.optional::<Found>(FIND, &params![cx.organisation_id, id]).await?
    };
    let mut found = found.ok_or(Error::NotFound)?;
    found.relation.is_self = me == Some(id);
    cx.authorize(action, found.relation)?;
    Ok(found)
}

/// One user (SPEC USR-2).
///
/// # Errors
/// As for every verb on a person: [`Error::NotFound`] where the actor may not see it.
pub async fn get(cx: &mut Cx<'_>, id: UserId) -> Result<Found> {
    find(cx, id, Action::UsersView).await
}

/// The actor's own record, also for those who must change their password before anything else.
///
/// # Errors
/// [`Error::Unauthenticated`] for a stranger.
pub async fn myself(cx: &mut Cx<'_>) -> Result<User> {
    let me = cx.principal()?.user_id;
    super::store::load(cx, me).await?.ok_or(Error::NotFound)
}

/// Whether the actor may see this user.
///
/// # Errors
/// Faults of the database only.
pub async fn visible(cx: &mut Cx<'_>, id: UserId) -> Result<bool> {
    match get(cx, id).await {
        Ok(_) => Ok(true),
        Err(error) if matches!(error, Error::NotFound) || error.is_forbidden() => Ok(false),
        Err(other) => Err(other),
    }
}

/// Those of these users whom the actor may see, in one query.
///
/// # Errors
/// Faults of the database.
pub async fn several(cx: &mut Cx<'_>, ids: &[UserId]) -> Result<Vec<User>> {
    let reach = cx.require(Action::UsersView)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query::new(SELECT);
    query.push(" FROM users u WHERE u.organisation_id = ").bind(cx.organisation_id);
    query.push(" AND u.id IN ").bind_list(ids.iter().copied());
    scope(&mut query, cx, reach);
    Ok(cx.tx.list::<User>(&query).await?)
}

/// The user of this organisation with an address, whoever asks.
pub(crate) async fn by_email(cx: &mut Cx<'_>, email: &str) -> Result<Option<User>> {
    let values = params![cx.organisation_id, kernel::fold(email)];
    Ok(cx.tx.optional::<User>(BY_EMAIL, &values).await?)
}

/// Whether nobody of this organisation has a username.
pub(crate) async fn is_username_free(cx: &mut Cx<'_>, username: &str) -> Result<bool> {
    let values = params![cx.organisation_id, kernel::fold(username)];
    Ok(cx.tx.one::<(i64,)>(USERNAME_TAKEN, &values).await?.0 == 0)
}

/// The users of this organisation behind these accounts, in one query; for logs, whose reader has the right to
/// all of it.
pub(crate) async fn of_accounts(
    cx: &mut Cx<'_>,
    ids: &[AccountId],
) -> Result<BTreeMap<AccountId, User>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut query = Query::new(SELECT);
    query.push(" FROM users u WHERE u.organisation_id = ").bind(cx.organisation_id);
    query.push(" AND u.account_id IN ").bind_list(ids.iter().copied());
    let users = cx.tx.list::<User>(&query).await?;
    Ok(users.into_iter().map(|user| (user.account_id, user)).collect())
}

/// How these users stand to the actor, in one query: what may be done to each of a page.
///
/// # Errors
/// Faults of the database.
pub async fn relations(cx: &mut Cx<'_>, users: &[User]) -> Result<BTreeMap<UserId, Relation>> {
    let me = cx.principal()?.user_id;
    let ranks: BTreeMap<RoleId, Rank> = roles::ranks(cx).await?.into_iter().collect();
    let of = |user: &User| ranks.get(&user.role_id).copied().unwrap_or(Rank(0));
    let mut relations: BTreeMap<UserId, Relation> =
        users.iter().map(|user| (user.id, Relation::new(user.id == me, of(user)))).collect();
    if !cx.principal()?.grants.go_by_relation() || users.is_empty() {
        return Ok(relations);
    }
    let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
    let reaches = [
        (Reach::REPORTS, (|one| one.reports = true) as fn(&mut Relation)),
        (Reach::TEAMS, |one| one.in_led_team = true),
        (Reach::GROUPS, |one| one.in_group = true),
    ];
    for (reach, mark) in reaches {
        if !cx.principal()?.grants.go_by(reach) {
            continue;
        }
        let mut query = Query::new("SELECT u.id FROM users u WHERE u.organisation_id = ");
        query.bind(cx.organisation_id).push(" AND u.id IN ").bind_list(ids.iter().copied());
        scope(&mut query, cx, reach);
        for (id,) in cx.tx.list::<(UserId,)>(&query).await? {
            if let Some(relation) = relations.get_mut(&id).filter(|one| !one.is_self) {
                mark(relation);
            }
        }
    }
    Ok(relations)
}

/// Names of these users, removed ones included, for pages that show who did or holds something.
///
/// # Errors
/// Faults of the database.
pub async fn names(cx: &mut Cx<'_>, ids: &[UserId]) -> Result<Vec<(UserId, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query::new("SELECT id, display_name FROM users WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND id IN ").bind_list(ids.iter().copied());
    query.push(" UNION ALL SELECT user_id, display_name FROM tombstones WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND user_id IN ").bind_list(ids.iter().copied());
    Ok(cx.tx.list::<(UserId, String)>(&query).await?)
}
