//! Who signed in, or tried to, when and from where (SPEC USR-18).

use db::{Query, params};
use kernel::ids::{AccountId, SignInId, UserId};
use kernel::{Cursor, Page, PageSize, Result, Timestamp};

use super::open::Method;
use super::table::LOG;
use crate::access::Action;
use crate::cx::Cx;
use crate::product::Crewdesk;
use crate::users;

kernel::vocabulary! {
    /// What came of a try.
    Verdict {
        /// Signed in.
        Success = "success",
        /// The password was wrong.
        WrongPassword = "wrong_password",
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
    }
}

/// Writes a row. In the installation's own transactions the organisation stays open.
pub(crate) async fn log(
    cx: &mut Cx<'_>,
    account: AccountId,
    user: Option<UserId>,
    method: Method,
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
