//! Finding the account behind what someone signs in with (SPEC ACC-9).

use db::{DbError, FromRow, Row, Tx, params};
use kernel::Result;
use kernel::ids::{AccountId, OrganisationId};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

pub use super::table::Membership;
use crate::cx::Cx;
use crate::product::Crewdesk;
use crate::users::User;

use super::table::{Account, BY_EMAIL, BY_USERNAME, COUNT_USERS, FIND, MEMBERSHIPS};

/// What someone signs in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    /// The account's address.
    Email(String),
    /// An organisation's handle and a username in it, for those with no address.
    Username {
        /// Handle of the organisation.
        organisation: String,
        /// Name in it.
        username: String,
    },
}

impl Identity {
    /// Reads one text: `handle/username`, or else an address.
    pub fn from_text(text: &str) -> Self {
        match text.split_once('/') {
            Some((organisation, username)) => Self::Username {
                organisation: organisation.trim().to_owned(),
                username: username.trim().to_owned(),
            },
            None => Self::Email(text.trim().to_owned()),
        }
    }

    /// What wrong tries are counted under where nobody has this name: half a hash, which meets no
    /// account's id.
    pub(crate) fn subject(&self) -> Uuid {
        let text = match self {
            Self::Email(email) => kernel::fold(email),
            Self::Username { organisation, username } => {
                format!("{}/{}", kernel::fold(organisation), kernel::fold(username))
            }
        };
        let hash = Sha256::digest(text.as_bytes());
        let mut half = [0; 16];
        half.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        uuid::Builder::from_custom_bytes(half).into_uuid()
    }
}

/// The account that signs in with this, and the organisation that a username belongs to.
pub(crate) async fn by_identity(
    tx: &mut Tx,
    identity: &Identity,
) -> Result<Option<(Account, Option<OrganisationId>)>> {
    match identity {
        Identity::Email(email) => {
            let account = tx.optional::<Account>(BY_EMAIL, &params![kernel::fold(email)]).await?;
            Ok(account.map(|account| (account, None)))
        }
        Identity::Username { organisation, username } => {
            let values = params![kernel::fold(organisation), kernel::fold(username)];
            let found = tx.optional::<InOrganisation>(BY_USERNAME, &values).await?;
            Ok(found.map(|found| (found.account, Some(found.organisation_id))))
        }
    }
}

struct InOrganisation {
    account: Account,
    organisation_id: OrganisationId,
}

impl FromRow for InOrganisation {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let account = Account::from_row(row)?;
        Ok(Self { account, organisation_id: row.get(Account::WIDTH)? })
    }
}

/// The organisations in which an account is a user, by name.
pub(crate) async fn memberships(tx: &mut Tx, account: AccountId) -> Result<Vec<Membership>> {
    Ok(tx.few::<Membership>(MEMBERSHIPS, &params![account]).await?)
}

/// The account, locked until the transaction ends.
pub(crate) async fn lock(tx: &mut Tx, id: AccountId) -> Result<Account> {
    tx.locked::<Account>(FIND, &params![id]).await?.ok_or(kernel::Error::NotFound)
}

/// The account as it is at this moment.
pub(crate) async fn seen(tx: &mut Tx, id: AccountId) -> Result<Account> {
    tx.optional::<Account>(FIND, &params![id]).await?.ok_or(kernel::Error::NotFound)
}

/// The account behind a user.
pub(crate) async fn of_user(cx: &mut Cx<'_>, user: &User) -> Result<Account> {
    Ok(cx.tx.one::<Account>(FIND, &params![user.account_id]).await?)
}

/// Whether an account is a user of one organisation only, which may then act on it in the person's stead.
pub(crate) async fn is_alone(cx: &mut Cx<'_>, account: &Account) -> Result<bool> {
    Ok(cx.tx.one::<(i64,)>(COUNT_USERS, &params![account.id]).await?.0 <= 1)
}

/// The account, outside any transaction.
pub(crate) async fn read(crewdesk: &Crewdesk, id: AccountId) -> Result<Account> {
    let values = params![id];
    crewdesk
        .db()
        .read(async |tx: &mut Tx| -> Result<Account> {
            tx.optional(FIND, &values).await?.ok_or(kernel::Error::NotFound)
        })
        .await
}

/// The only organisation in which an account is a user: in its log stands what happens to the account.
/// Of an account with several, none need know.
pub(crate) async fn home(crewdesk: &Crewdesk, id: AccountId) -> Result<Option<Membership>> {
    let all = crewdesk
        .db()
        .read(async |tx: &mut Tx| -> Result<Vec<Membership>> { memberships(tx, id).await })
        .await?;
    Ok(<[Membership; 1]>::try_from(all).ok().map(|[only]| only))
}
