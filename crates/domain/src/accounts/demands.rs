//! What is demanded of one person's password beside its length (SPEC ACC-4; SECURITY.md S7).

use db::params;
use kernel::ids::AccountId;
use kernel::{Code, Result, Secret};

use super::table::{FORGET_FORMER, FORMER, KEEP_FORMER};
use super::{Account, credential, home};
use crate::actor::{Actor, Origin, Surface};
use crate::cx::Cx;
use crate::organisations;
use crate::product::Crewdesk;
use crate::settings::{self, Key};
use crate::users::{self, User};

/// What a new password is compared with.
#[derive(Debug, Clone, Default)]
pub struct Demands {
    /// Names and addresses that must not make it up.
    pub(super) names: Vec<String>,
    /// Words that it must not hold.
    pub(super) refused: Vec<String>,
    present: Option<String>,
    former: Vec<String>,
}

impl Demands {
    /// Only that these names don't make it up.
    pub fn naming(names: Vec<String>) -> Self {
        Self { names, ..Self::default() }
    }

    /// Why a password can't be taken again. Each comparison is a slow hash, so this runs outside any
    /// transaction.
    pub(super) async fn used_before(
        &self,
        crewdesk: &Crewdesk,
        wanted: &Secret,
    ) -> Result<Option<Code>> {
        let present = self.present.iter().map(|hash| (hash, Code::PasswordReused));
        let former = self.former.iter().map(|hash| (hash, Code::PasswordUsedBefore));
        for (hash, code) in present.chain(former) {
            if crewdesk.hasher().verify(wanted, Some(hash)).await? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }
}

/// What this organisation demands of a first password that somebody gives to a user. It is compared with no
/// password of the account, which may be another organisation's affair (SECURITY.md S9).
///
/// # Errors
/// Faults of the database.
pub async fn demands_on_first(cx: &mut Cx<'_>, user: &User) -> Result<Demands> {
    demands_on_new(cx, credential::names(user)).await
}

/// The same where the user is still to be created and has no more than these names and addresses.
///
/// # Errors
/// Faults of the database.
pub async fn demands_on_new(cx: &mut Cx<'_>, mut names: Vec<String>) -> Result<Demands> {
    names.push(organisations::current(cx).await?.name);
    let refused = organisations::refused_words(cx).await?;
    Ok(Demands { refused, ..Demands::naming(names) })
}

/// What this organisation demands of a user's password.
///
/// # Errors
/// Faults of the database.
pub async fn demands(cx: &mut Cx<'_>, user: &User) -> Result<Demands> {
    let first = demands_on_first(cx, user).await?;
    let account = super::of_user(cx, user).await?;
    let kept = settings::of_user(cx, user).await?.number(Key::PasswordReuse);
    let former = cx.tx.few::<(String,)>(FORMER, &params![account.id, kept]).await?;
    Ok(Demands {
        present: account.password_hash,
        former: former.into_iter().map(|(hash,)| hash).collect(),
        ..first
    })
}

/// The same for an account before anybody has signed in: what its only organisation demands. Where there are
/// several, none of them decides.
pub(super) async fn of_account(crewdesk: &Crewdesk, id: AccountId) -> Result<Demands> {
    if let Some(home) = home(crewdesk, id).await? {
        let actor = Actor::system("accounts", Origin::local(Surface::Job, ""));
        let found = crewdesk.read_in(home.organisation_id, &actor, async |cx| {
            match users::load(cx, home.user_id).await? {
                Some(user) => demands(cx, &user).await.map(Some),
                None => Ok(None),
            }
        });
        if let Some(demands) = found.await? {
            return Ok(demands);
        }
    }
    let Account { email, password_hash, .. } = super::read(crewdesk, id).await?;
    let names = email.into_iter().collect();
    Ok(Demands { names, present: password_hash, ..Demands::default() })
}

/// Keeps the present password among the former ones, and of them as many as are looked at.
pub(super) async fn keep_former(cx: &mut Cx<'_>, account: AccountId, kept: i64) -> Result<()> {
    if kept > 0 {
        cx.tx.execute(KEEP_FORMER, &params![account, cx.now]).await?;
    }
    cx.tx.execute(FORGET_FORMER, &params![account, kept]).await?;
    Ok(())
}
