//! API tokens: they act as the user who made them, with no more than the named permissions, until they
//! expire (SPEC API-1).

use db::{Query, params};
use kernel::ids::{SessionId, UserId};
use kernel::{Code, Cursor, Error, Page, PageSize, Result, Span, Timestamp, Token};
use serde_json::json;

use super::revoke::end;
use super::table::{Ending, INSERT, ONE};
use crate::access::{Action, Reach, SessionKind};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors::Second;
use crate::users::{self, Checks, User, fields};

/// The longest life of a token.
const LONGEST: Span = Span::days(731);

/// What a new token is to be.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What it is for.
    pub name: String,
    /// Names of permissions; none gives all that its maker may do.
    pub scopes: Option<Vec<String>>,
    /// When it ends; at most two years away.
    pub expires_at: Timestamp,
}

db::row! {
    /// One token, without its secret.
    #[derive(PartialEq, Eq)]
    pub struct TokenRow as "s" {
        /// Its id.
        pub id: SessionId,
        /// What it is for.
        pub name: String,
        /// Whose it is.
        pub user_id: UserId,
        /// Names of permissions as a JSON list; none means all that its user may do.
        pub scopes: Option<String>,
        /// When it was last used, to the minute.
        pub last_seen_at: Timestamp,
        /// When it ends.
        pub expires_at: Timestamp,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

impl TokenRow {
    /// The permissions it is limited to.
    pub fn actions(&self) -> Option<Vec<Action>> {
        self.scopes.as_deref().map(|text| serde_json::from_str(text).unwrap_or_default())
    }
    /// When it was last used, if ever.
    pub fn used_at(&self) -> Option<Timestamp> {
        (self.last_seen_at > self.created_at).then_some(self.last_seen_at)
    }
}

/// Makes a token for the actor. The secret is in the answer and nowhere else.
///
/// # Errors
/// [`Error::Invalid`] for name, expiry and unknown permissions; [`Error::Forbidden`] for more than the
/// actor holds.
pub async fn create(cx: &mut Cx<'_>, new: NewToken) -> Result<(TokenRow, Token)> {
    cx.require(Action::TokensOwn)?;
    let actions = checked(cx, &new)?;
    let me = cx.principal()?.user_id;
    let user = users::load(cx, me).await?.ok_or(Error::NotFound)?;
    insert(cx, &user, &new, actions).await
}

/// Makes a token for a user, on behalf of the installation: the first one of an organisation that the
/// operator creates.
///
/// # Errors
/// [`Error::Forbidden`] for anyone but the installation; as [`create`].
pub async fn create_for(cx: &mut Cx<'_>, user: &User, new: NewToken) -> Result<(TokenRow, Token)> {
    if !cx.actor().is_system() {
        return Err(Error::Forbidden(Code::Forbidden));
    }
    let actions = checked(cx, &new)?;
    insert(cx, user, &new, actions).await
}

/// The permissions asked for, if they may be given.
fn checked(cx: &Cx<'_>, new: &NewToken) -> Result<Option<Vec<Action>>> {
    let mut checks = Checks::default();
    checks.take("name", fields::name(&new.name));
    if new.expires_at <= cx.now || new.expires_at > cx.now.plus(LONGEST) {
        checks.refuse("expires_at", Code::ExpiryInvalid);
    }
    let actions = new.scopes.as_ref().map(|names| {
        let mut actions = Vec::with_capacity(names.len());
        for (n, name) in names.iter().enumerate() {
            match Action::parse(name) {
                Some(action) => actions.push(action),
                None => checks.refuse(&format!("scopes/{n}"), Code::ScopeUnknown),
            }
        }
        actions
    });
    checks.finish()?;
    if let Some(here) = cx.actor().principal() {
        let all = actions.is_none() && here.is_limited_token();
        let mut wanted = actions.iter().flatten();
        if all || wanted.any(|action| here.grants.reach(*action).is_none()) {
            return Err(Error::Forbidden(Code::GrantsMoreThanHeld));
        }
    }
    Ok(actions)
}

async fn insert(
    cx: &mut Cx<'_>,
    user: &User,
    new: &NewToken,
    actions: Option<Vec<Action>>,
) -> Result<(TokenRow, Token)> {
    let token = Token::generate("cdt", cx.entropy);
    let row = TokenRow {
        id: cx.id(),
        name: kernel::tidy_line(&new.name),
        user_id: user.id,
        scopes: actions
            .map(|all| serde_json::to_string(&all))
            .transpose()
            .map_err(Error::internal)?,
        last_seen_at: cx.now,
        expires_at: new.expires_at,
        created_at: cx.now,
    };
    let values = params![
        row.id,
        token.hash(),
        SessionKind::ApiToken,
        user.account_id,
        user.id,
        cx.organisation_id,
        row.name.clone(),
        row.scopes.clone(),
        cx.actor().origin.address.clone(),
        "",
        cx.now,
        cx.now,
        row.expires_at,
        row.expires_at,
        None::<Second>,
        false,
    ];
    cx.tx.execute(INSERT, &values).await?;
    let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
    let facts = json!({"session_id": row.id, "name": row.name, "scopes": row.actions(), "expires_at": row.expires_at});
    cx.record(Event::new("token.created", subject).with(facts)).await?;
    Ok((row, token))
}

/// The actor's own tokens, newest first.
///
/// # Errors
/// [`Error::Forbidden`] without the right to tokens.
pub async fn list_own(
    cx: &mut Cx<'_>,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<TokenRow>> {
    cx.require(Action::TokensOwn)?;
    let me = cx.principal()?.user_id;
    page(cx, Some(me), size, cursor).await
}

/// All tokens of the organisation, newest first.
///
/// # Errors
/// [`Error::Forbidden`] without the right to everybody's tokens.
pub async fn list_all(
    cx: &mut Cx<'_>,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<TokenRow>> {
    cx.require_organisation(Action::TokensManage)?;
    page(cx, None, size, cursor).await
}

async fn page(
    cx: &mut Cx<'_>,
    user: Option<UserId>,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<TokenRow>> {
    let mut query = Query::new(const_format::concatcp!(
        "SELECT ",
        TokenRow::COLUMNS,
        " FROM sessions s WHERE s.kind = 'api_token' AND s.organisation_id = "
    ));
    query.bind(cx.organisation_id);
    query.push(" AND s.expires_at > ").bind(cx.now);
    users::in_reach(&mut query, cx, Reach::ORGANISATION, "s.user_id");
    if let Some(user) = user {
        query.push(" AND s.user_id = ").bind(user);
    }
    if let Some(cursor) = cursor {
        // Ids sort by the time they were made.
        query.push(" AND s.id < ").bind(cursor.unpack::<SessionId>()?);
    }
    query.push(" ORDER BY s.id DESC LIMIT ").bind(size.fetch());
    let rows = cx.tx.list::<TokenRow>(&query).await?;
    Ok(Page::from_rows(rows, size, |row| Cursor::pack(&row.id)))
}

/// Ends a token: one's own, or anybody's with the right to that.
///
/// # Errors
/// [`Error::NotFound`] for a token that is not there or not to be seen.
pub async fn revoke(cx: &mut Cx<'_>, id: SessionId) -> Result<()> {
    let reach = cx.require(Action::TokensOwn)?;
    let values = params![cx.organisation_id, id];
    let found = cx.tx.optional::<Ending>(ONE, &values).await?;
    let found = found.filter(|found| found.kind == SessionKind::ApiToken).ok_or(Error::NotFound)?;
    if cx.resource_filter().is_some() && !users::visible(cx, found.user_id).await? {
        return Err(Error::NotFound);
    }
    if reach.is_none() || cx.actor().user_id() != Some(found.user_id) {
        let manage = cx.require_organisation(Action::TokensManage);
        manage.map_err(|error| match error {
            error if matches!(error.code(), Code::Forbidden | Code::TokenScope) => Error::NotFound,
            other => other,
        })?;
    }
    end(cx, found, "session.revoked").await
}
