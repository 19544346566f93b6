use db::{DbError, FromRow, Query, Row, params};
use kernel::ids::UserId;
use kernel::{Error, Result};

use super::filter::scope;
use super::table::{FIND, SELECT, User};
use crate::access::{Action, Rank, Relation};
use crate::cx::Cx;

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
        let reports = row.get(User::WIDTH + 2)?;
        Ok(Self { user, role_key, relation: Relation { is_self: false, reports, rank } })
    }
}

/// Loads a user for `action`: whoever gets the row has the right (ADR 0003).
///
/// # Errors
/// [`Error::NotFound`] for a foreign, missing or unseen user alike, [`Error::Forbidden`] otherwise.
pub(crate) async fn find(cx: &mut Cx<'_>, id: UserId, action: Action) -> Result<Found> {
    let me = cx.actor().user_id();
    let values = params![cx.organisation_id, id, me];
    let mut found = cx.tx.optional::<Found>(FIND, &values).await?.ok_or(Error::NotFound)?;
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
    super::table::load(cx, me).await?.ok_or(Error::NotFound)
}

/// Whether the actor may see this user.
///
/// # Errors
/// Faults of the database only.
pub async fn visible(cx: &mut Cx<'_>, id: UserId) -> Result<bool> {
    match get(cx, id).await {
        Ok(_) => Ok(true),
        Err(Error::NotFound | Error::Forbidden(_)) => Ok(false),
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
