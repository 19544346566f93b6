//! Who signed in, or tried to, when and from where (SPEC USR-18).

use db::{Query, Tx, params};
use kernel::ids::{AccountId, OrganisationId, SignInId, UserId};
use kernel::{Cursor, Page, PageSize, Result, Span, Timestamp};

use super::open::Method;
use super::table::{FORGET_OUTSIDE, FORGET_SIGN_INS, LOG};
use crate::access::Action;
use crate::cx::Cx;
use crate::factors::Second;
use crate::organisations::{self, Log};
use crate::product::Crewdesk;
use crate::users::{self, User};

/// How long tries are kept that reached no organisation, which therefore has no say in it.
const OUTSIDE_KEPT: Span = Span::days(365);

kernel::vocabulary! {
    /// What came of a try.
    Verdict {
        /// Signed in.
        Success = "success",
        /// The password was wrong.
        WrongPassword = "wrong_password",
        /// The password was right, the second factor wrong.
        WrongSecondFactor = "wrong_second_factor",
        /// The passkey was not right.
        WrongPasskey = "wrong_passkey",
        /// It was not looked at: sign-in was locked.
        Locked = "locked",
        /// The password was right, but the user may not sign in.
        NotAllowed = "not_allowed",
    }
}

db::row! {
    /// One try to sign in.
    #[derive(PartialEq, Eq)]
    pub struct SignInRow {
        /// Its id.
        pub id: SignInId,
        /// When.
        pub at: Timestamp,
        /// From which address.
        pub address: String,
        /// With which client.
        pub client: String,
        /// How.
        pub method: Method,
        /// What came of it.
        pub result: Verdict,
        /// What was shown as the second factor.
        pub second_factor: Option<Second>,
    }
}

db::row! {
    /// One try to sign in, with whose it was.
    #[derive(PartialEq, Eq)]
    pub struct OrganisationSignInRow as "s" {
        /// Its id.
        pub id: SignInId,
        /// Whose account it was.
        pub account_id: AccountId,
        /// When.
        pub at: Timestamp,
        /// From which address.
        pub address: String,
        /// With which client.
        pub client: String,
        /// How.
        pub method: Method,
        /// What came of it.
        pub result: Verdict,
        /// What was shown as the second factor.
        pub second_factor: Option<Second>,
    }
}

/// What of the organisation's log is wanted; nothing set means all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// What came of it.
    pub result: Option<Verdict>,
    /// From this address.
    pub address: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

/// Writes a row. In the installation's own transactions the organisation stays open.
pub(crate) async fn log(
    cx: &mut Cx<'_>,
    account: AccountId,
    user: Option<UserId>,
    (method, second): (Method, Option<Second>),
    verdict: Verdict,
) -> Result<()> {
    let organisation = (cx.organisation_id != Crewdesk::INSTALLATION).then_some(cx.organisation_id);
    let origin = cx.actor().origin.clone();
    let id: SignInId = cx.id();
    let values = params![
        id,
        account,
        organisation,
        user,
        cx.now,
        origin.address,
        origin.client,
        method,
        verdict,
        second,
    ];
    cx.tx.execute(LOG, &values).await?;
    Ok(())
}

/// Tries to sign in as a user, newest first: those in this organisation, and those that reached none.
///
/// # Errors
/// As for every verb on a person.
pub async fn page(
    cx: &mut Cx<'_>,
    user: UserId,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<SignInRow>> {
    let user = users::find(cx, user, Action::UsersSignIns).await?.user;
    let mut query = Query::new(const_format::concatcp!(
        "SELECT ",
        SignInRow::COLUMNS,
        " FROM sign_ins WHERE account_id = "
    ));
    query.bind(user.account_id);
    query.push(" AND (organisation_id = ").bind(cx.organisation_id);
    query.push(" OR organisation_id IS NULL)");
    if let Some(cursor) = cursor {
        let (at, id) = cursor.unpack::<(i64, SignInId)>()?;
        query.push(" AND (at, id) < (").bind(at).push(", ").bind(id).push(")");
    }
    query.push(" ORDER BY at DESC, id DESC LIMIT ").bind(size.fetch());
    let rows = cx.tx.list::<SignInRow>(&query).await?;
    Ok(Page::from_rows(rows, size, |row| Cursor::pack(&(row.at.micros(), row.id))))
}

/// Tries to sign in by anyone of the organisation, newest first, each with the user it concerns; none for
/// one who is gone. Two ordered queries, because a try that reached no organisation belongs to none.
///
/// # Errors
/// [`kernel::Error::Forbidden`] without the right to see the whole log; an invalid cursor.
pub async fn all(
    cx: &mut Cx<'_>,
    filter: &Filter,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<(OrganisationSignInRow, Option<User>)>> {
    cx.require_organisation(Action::AuditView)?;
    let place = cursor.map(Cursor::unpack::<(i64, SignInId)>).transpose()?;
    let mut rows = Vec::new();
    for outside in [false, true] {
        let query = of_all(cx, filter, size, place, outside);
        rows.extend(cx.tx.list::<OrganisationSignInRow>(&query).await?);
    }
    rows.sort_by_key(|row| std::cmp::Reverse((row.at, row.id)));
    rows.truncate(usize::try_from(size.fetch()).unwrap_or(usize::MAX));
    let page = Page::from_rows(rows, size, |row| Cursor::pack(&(row.at.micros(), row.id)));
    let accounts: Vec<AccountId> = page.items.iter().map(|row| row.account_id).collect();
    let users = users::of_accounts(cx, &accounts).await?;
    Ok(page.map(|row| {
        let user = users.get(&row.account_id).cloned();
        (row, user)
    }))
}

fn of_all(
    cx: &Cx<'_>,
    filter: &Filter,
    size: PageSize,
    place: Option<(i64, SignInId)>,
    outside: bool,
) -> Query {
    let mut query = Query::new(const_format::concatcp!(
        "SELECT ",
        OrganisationSignInRow::COLUMNS,
        " FROM sign_ins s WHERE s.organisation_id "
    ));
    if outside {
        query.push("IS NULL AND EXISTS (SELECT 1 FROM users u WHERE u.organisation_id = ");
        query.bind(cx.organisation_id).push(" AND u.account_id = s.account_id)");
    } else {
        query.push("= ").bind(cx.organisation_id);
    }
    let Filter { result, address, from, until } = filter;
    if let Some(result) = result {
        query.push(" AND s.result = ").bind(*result);
    }
    if let Some(address) = address {
        query.push(" AND s.address = ").bind(address.as_str());
    }
    if let Some(from) = from {
        query.push(" AND s.at >= ").bind(*from);
    }
    if let Some(until) = until {
        query.push(" AND s.at < ").bind(*until);
    }
    if let Some((at, id)) = place {
        query.push(" AND (s.at, s.id) < (").bind(at).push(", ").bind(id).push(")");
    }
    query.push(" ORDER BY s.at DESC, s.id DESC LIMIT ").bind(size.fetch());
    query
}

/// Forgets what organisations do not want to keep any longer (SPEC ORG-4), and after a year the tries that
/// reached none; the worker calls it.
///
/// # Errors
/// Faults of the database.
pub async fn forget(crewdesk: &Crewdesk) -> Result<()> {
    let midnight = crewdesk.clock().now().midnight();
    for (organisation, days) in organisations::keeping(crewdesk, Log::SignIns).await? {
        forget_before(crewdesk, Some(organisation), midnight.minus(Span::days(days))).await?;
    }
    forget_before(crewdesk, None, midnight.minus(OUTSIDE_KEPT)).await
}

async fn forget_before(
    crewdesk: &Crewdesk,
    organisation: Option<OrganisationId>,
    before: Timestamp,
) -> Result<()> {
    let (statement, values) = match organisation {
        Some(organisation) => (FORGET_SIGN_INS, vec![before.into(), organisation.into()]),
        None => (FORGET_OUTSIDE, vec![before.into()]),
    };
    crewdesk
        .db()
        .write(async |tx: &mut Tx| {
            tx.execute(statement, &values).await?;
            Ok(())
        })
        .await
}
