use db::{FromRow, Row, params};
use kernel::ids::{OrganisationId, SessionId, UserId};
use kernel::{Result, Timestamp};

use crate::access::Action;
use crate::cx::Cx;
use crate::users;

db::row! {
    /// A living session, as its holder or an administrator sees it.
    #[derive(PartialEq, Eq)]
    pub struct SessionRow as "s" {
        /// Its id.
        pub id: SessionId,
        /// Where it acts.
        pub organisation_id: OrganisationId,
        /// As whom.
        pub user_id: UserId,
        /// From which address it was opened.
        pub address: String,
        /// With which client.
        pub client: String,
        /// When its holder last proved who they are.
        pub authenticated_at: Timestamp,
        /// When it was last used, to the minute.
        pub last_seen_at: Timestamp,
        /// When it ends unless it is used.
        pub idle_until: Timestamp,
        /// When it ends at the latest.
        pub expires_at: Timestamp,
        /// When it was opened.
        pub created_at: Timestamp,
    }
}

/// A living session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionView {
    /// The session.
    pub session: SessionRow,
    /// Name of the organisation where it acts.
    pub organisation: String,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

impl FromRow for SessionView {
    fn from_row(row: &Row<'_>) -> Result<Self, db::DbError> {
        let organisation = row.get(SessionRow::WIDTH)?;
        Ok(Self { session: SessionRow::from_row(row)?, organisation, is_current: false })
    }
}

impl SessionRow {
    const WIDTH: usize = 10;
}

const SELECT: &str = const_format::concatcp!(
    "SELECT ",
    SessionRow::COLUMNS,
    ", o.name FROM sessions s JOIN organisations o ON o.id = s.organisation_id \
    WHERE s.kind = 'session' AND s.idle_until > $1"
);

db::statements! {
    OWN = const_format::concatcp!(SELECT, " AND s.account_id = $2 ORDER BY s.last_seen_at DESC, s.id");
    OF_USER = const_format::concatcp!(SELECT, " AND s.organisation_id = $2 AND s.user_id = $3 \
        ORDER BY s.last_seen_at DESC, s.id");
}

/// The actor's own sessions, in every organisation of the account, latest used first.
///
/// # Errors
/// [`kernel::Error::Unauthenticated`] for a stranger.
pub async fn list_own(cx: &mut Cx<'_>) -> Result<Vec<SessionView>> {
    cx.require(Action::SelfService)?;
    let here = cx.principal()?;
    let (account, only_here) = (here.account_id, here.by_provider);
    let mut rows = cx.tx.all::<SessionView>(OWN, &params![cx.now, account]).await?;
    rows.retain(|row| !only_here || row.session.organisation_id == cx.organisation_id);
    Ok(marked(cx, rows))
}

/// The sessions of a user in this organisation, latest used first.
///
/// # Errors
/// As for every verb on a person.
pub async fn list_of(cx: &mut Cx<'_>, user: UserId) -> Result<Vec<SessionView>> {
    users::find(cx, user, Action::UsersSessions).await?;
    let values = params![cx.now, cx.organisation_id, user];
    let rows = cx.tx.all::<SessionView>(OF_USER, &values).await?;
    Ok(marked(cx, rows))
}

fn marked(cx: &Cx<'_>, mut rows: Vec<SessionView>) -> Vec<SessionView> {
    let current = cx.actor().principal().map(|here| here.session_id);
    for row in &mut rows {
        row.is_current = Some(row.session.id) == current;
    }
    rows
}
