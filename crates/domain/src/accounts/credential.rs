//! Setting passwords (SPEC ACC-3, ACC-4; SECURITY.md decision 2, S7).

use db::params;
use kernel::ids::{AccountId, SessionId, UserId};
use kernel::{Code, Error, FieldError, Result, Secret};

use super::table::{COUNT_USERS, FORGET_RESET, SET_PASSWORD, SET_RESET_BY, SET_VERIFIED};
use super::{Demands, demands, one_time, password, reach};
use crate::access::Action;
use crate::actor::Actor;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors::{self, Kind};
use crate::jobs::MailTemplate;
use crate::product::Crewdesk;
use crate::sessions;
use crate::settings::{self, Key};
use crate::users::{self, Lifecycle, User};

/// A password that passed the rules, hashed: made before the transaction that stores it, because it
/// takes long.
#[derive(Debug, Clone)]
pub struct NewPassword {
    hash: Secret,
    length: usize,
}

impl NewPassword {
    /// The hash, for what keeps it until there is an account.
    pub(crate) fn hash(&self) -> &str {
        self.hash.expose()
    }
}

/// Checks a password against the rules and hashes it. `context` names what must not be in it: the
/// person's names and address, the organisation's name.
///
/// # Errors
/// [`Error::Invalid`] naming `password` and the rule; [`Error::TooMany`] where too many wait.
pub async fn prepare(
    crewdesk: &Crewdesk,
    wanted: &Secret,
    context: &[String],
) -> Result<NewPassword> {
    prepare_for(crewdesk, wanted, &Demands::naming(context.to_vec())).await
}

/// The same with all that is demanded of one person's password (SPEC ACC-4): each refusal names its own
/// reason.
///
/// # Errors
/// As [`prepare`].
pub async fn prepare_for(
    crewdesk: &Crewdesk,
    wanted: &Secret,
    demands: &Demands,
) -> Result<NewPassword> {
    let refused = |code| Error::field("password", code);
    check(crewdesk, wanted, demands).map_err(refused)?;
    if is_breached(crewdesk, wanted).await {
        return Err(refused(Code::PasswordBreached));
    }
    if let Some(code) = demands.used_before(crewdesk, wanted).await? {
        return Err(refused(code));
    }
    let hash = crewdesk.hasher().hash(wanted, crewdesk.entropy()).await?;
    let length = password::normal(wanted).expose().chars().count();
    Ok(NewPassword { hash: Secret::new(hash), length })
}

/// Whether a breach elsewhere has made this password public. Where that can't be told, nobody is kept from having a
/// password.
async fn is_breached(crewdesk: &Crewdesk, wanted: &Secret) -> bool {
    let Some(breaches) = &crewdesk.policy().breaches else { return false };
    breaches.hold(wanted).await.unwrap_or_else(|reason| {
        tracing::warn!(reason, "a new password could not be looked up among breached ones");
        false
    })
}

/// The rules that need no hash, so that a form can say what is wrong with its password together with all else.
pub(crate) fn check(crewdesk: &Crewdesk, wanted: &Secret, demands: &Demands) -> Result<(), Code> {
    let shortest = crewdesk.policy().password_length;
    password::check(wanted, shortest, &demands.names, &demands.refused)
}

/// Whether a password is as long as the settings of this user want it (SPEC ACC-4, GRP-1). If so, the present
/// one is kept among as many former ones as they want.
pub(crate) async fn fits(cx: &mut Cx<'_>, user: &User, password: &NewPassword) -> Result<()> {
    let settings = settings::of_user(cx, user).await?;
    let least = settings.number(Key::PasswordLength);
    if i64::try_from(password.length).is_ok_and(|length| length >= least) {
        return demands::keep_former(cx, user.account_id, settings.number(Key::PasswordReuse))
            .await;
    }
    let short = FieldError::new("password", Code::PasswordTooShort);
    Err(Error::Invalid(vec![short.with(format!("At least {least} characters."))]))
}

/// A password to be read to somebody once.
pub fn generate(crewdesk: &Crewdesk) -> Secret {
    password::generate(crewdesk.entropy())
}

/// Names and address that must not make up a user's password.
pub(super) fn names(user: &User) -> Vec<String> {
    let email = user.email.clone().unwrap_or_default();
    vec![user.username.clone(), user.first_name.clone(), user.last_name.clone(), email]
}

/// Gives a user the first password, to be changed at the first sign-in. Where the account is not this
/// organisation's alone, nothing happens and nothing tells so (S9): the person has a password, or it
/// would open another organisation's door as well.
///
/// # Errors
/// [`Error::Conflict`] with `credential_exists` where this organisation knows that there is one, and with
/// `lifecycle_conflict` for the invited, who choose by the link; as for every verb on a person.
pub async fn give_first(cx: &mut Cx<'_>, id: UserId, password: &NewPassword) -> Result<User> {
    let user = users::find(cx, id, Action::UsersResetAccess).await?.user;
    users::guard_sight(cx, &user, user.group_id).await?;
    let account = super::lock(cx.tx, user.account_id).await?;
    let (known_in,) = cx.tx.one::<(i64,)>(COUNT_USERS, &params![account.id]).await?;
    if user.lifecycle == Lifecycle::Invited {
        return Err(Error::conflict(Code::LifecycleConflict));
    }
    let lapsed_or_none = super::in_force(&account, cx.now).is_none();
    // Whoever chose to do without a password has a credential of their own.
    let has_none = lapsed_or_none && !account.own_credential;
    let given_here = !lapsed_or_none && !account.own_credential && known_in == 1;
    if given_here || (account.own_credential && user.signed_in_at().is_some()) {
        return Err(Error::conflict(Code::CredentialExists));
    }
    if has_none && known_in == 1 {
        store(cx, account.id, password, false).await?;
    }
    cx.record(Event::new("user.first_password_given", subject(&user))).await?;
    Ok(user)
}

/// Sets a password as the installation's operator, who may choose it for themself.
///
/// # Errors
/// [`Error::Forbidden`] for anyone else.
pub async fn set_by_operator(cx: &mut Cx<'_>, user: &User, password: &NewPassword) -> Result<()> {
    if !cx.actor().is_system() {
        return Err(Error::Forbidden(Code::Forbidden));
    }
    store(cx, user.account_id, password, true).await?;
    cx.record(Event::new("user.password_set", subject(user))).await
}

/// Changes one's own password, by the present one; whoever has none chooses one after a fresh sign-in. All other
/// sessions of the account end.
///
/// # Errors
/// [`Error::Invalid`] naming `password` or `new_password`; [`Error::Forbidden`] with `fresh_sign_in_required` for
/// whoever has none.
pub async fn change_own(
    crewdesk: &Crewdesk,
    actor: &Actor,
    old: Option<&Secret>,
    new: &Secret,
) -> Result<()> {
    match old {
        Some(old) => sessions::prove(crewdesk, actor, old).await?,
        // Before the new one is compared with anything: else it would tell what the present one is.
        None => crewdesk.read(actor, async |cx| guard_none(cx).await).await?,
    }
    if old.is_some_and(|old| old.expose() == new.expose()) {
        return Err(Error::field("new_password", Code::PasswordReused));
    }
    let me = actor.principal().ok_or(Error::Unauthenticated(Code::Unauthenticated))?.clone();
    // Also for those who must change it before anything else.
    let user = crewdesk.read(actor, async |cx| users::myself(cx).await).await?;
    let renamed = |error| match error {
        Error::Invalid(mut fields) => {
            fields.iter_mut().for_each(|field| "new_password".clone_into(&mut field.pointer));
            Error::Invalid(fields)
        }
        other => other,
    };
    let demands = crewdesk.read(actor, async |cx| super::demands(cx, &user).await).await?;
    let password = prepare_for(crewdesk, new, &demands).await.map_err(renamed)?;
    let verb = crewdesk.write(actor, async |cx| {
        cx.require(Action::SelfService)?;
        if old.is_none() {
            super::lock(cx.tx, me.account_id).await?;
            guard_none(cx).await?;
        }
        fits(cx, &user, &password).await.map_err(renamed)?;
        let changed = MailTemplate::PasswordChanged;
        choose(cx, me.account_id, &password, Some(me.session_id), changed).await?;
        reach::tell_inside(cx, &user, changed, &[]).await?;
        let event = if old.is_some() { "user.password_changed" } else { "user.password_chosen" };
        cx.record(Event::new(event, subject(&user))).await
    });
    verb.await
}

/// Refuses whoever has a password and does not show it, and whoever has none and did not sign in a moment ago.
async fn guard_none(cx: &mut Cx<'_>) -> Result<()> {
    let me = users::myself(cx).await?;
    if super::of_user(cx, &me).await?.password_hash.is_some() {
        return Err(Error::field("password", Code::Required));
    }
    sessions::require_fresh(cx)
}

/// Stores a password that the person chose, ends every other session, and tells them with `template`.
pub(crate) async fn choose(
    cx: &mut Cx<'_>,
    account: AccountId,
    password: &NewPassword,
    except: Option<SessionId>,
    template: MailTemplate,
) -> Result<()> {
    store(cx, account, password, true).await?;
    sessions::end_of_account(cx, account, except).await?;
    let account = super::lock(cx.tx, account).await?;
    reach::tell(cx, &account, template, &[]).await
}

/// Notes by which way the code came that the present password was chosen with (ADR 0016).
pub(super) async fn chosen_by(cx: &mut Cx<'_>, account: AccountId, way: Kind) -> Result<()> {
    cx.tx.execute(SET_RESET_BY, &params![account, way]).await?;
    Ok(())
}

/// Forgets it: the person has shown something else.
pub(crate) async fn forget_reset(cx: &mut Cx<'_>, account: AccountId) -> Result<()> {
    cx.tx.execute(FORGET_RESET, &params![account]).await?;
    Ok(())
}

/// Notes that a link or code sent to the account's address was used.
pub(crate) async fn verified(cx: &mut Cx<'_>, account: AccountId) -> Result<()> {
    cx.tx.execute(SET_VERIFIED, &params![account, cx.now]).await?;
    Ok(())
}

/// Gives a new account the password that its person chose at the registration (SPEC ORG-1).
pub(crate) async fn begin_with(cx: &mut Cx<'_>, account: AccountId, hash: &str) -> Result<()> {
    let chosen = NewPassword { hash: Secret::new(hash), length: 0 };
    store(cx, account, &chosen, true).await
}

async fn store(
    cx: &mut Cx<'_>,
    account: AccountId,
    password: &NewPassword,
    own: bool,
) -> Result<()> {
    let values = params![account, password.hash(), cx.now, !own, own];
    cx.tx.execute(SET_PASSWORD, &values).await?;
    factors::distrust_all(cx.tx, account).await?;
    one_time::void_all(cx, account).await
}

fn subject(user: &User) -> Subject {
    Subject::new("user", user.id.as_uuid(), &user.display_name)
}
