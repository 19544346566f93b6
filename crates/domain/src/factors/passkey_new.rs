//! Making a passkey: for whoever is signed in, and for newcomers, who have nothing else (SPEC ACC-1, ACC-5).

use db::params;
use kernel::ids::{AccountId, FactorId};
use kernel::{Code, Error, Result, Token};
use serde_json::json;
use webauthn_rs::prelude::{Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

use super::enrol::{MOST, added, shown, tell_added};
use super::passkeys::{Ceremony, Challenge, keep, refused, take};
use super::recovery::{self, RecoveryCodes};
use super::table::{COUNT, CREDENTIALS, INSERT_PASSKEY};
use super::{Kind, Second, begin_anew};
use crate::access::Action;
use crate::accounts::{self, Account};
use crate::actor::Actor;
use crate::cx::Cx;
use crate::product::Crewdesk;
use crate::users::User;
use crate::{sessions, users};

/// Asks a browser for a new passkey.
///
/// # Errors
/// [`Error::Conflict`] with `passkeys_unavailable` or `too_many`; [`Error::Forbidden`] with
/// `fresh_sign_in_required`.
pub async fn begin_passkey(crewdesk: &Crewdesk, actor: &Actor) -> Result<Challenge> {
    let verb = crewdesk.write(actor, async |cx| {
        cx.require(Action::FactorsOwn)?;
        sessions::require_fresh(cx)?;
        let me = users::myself(cx).await?;
        let account = me.account_id;
        if cx.tx.one::<(i64,)>(COUNT, &params![account]).await?.0 >= MOST {
            return Err(Error::conflict(Code::TooMany));
        }
        let known = cx.tx.few::<(Vec<u8>,)>(CREDENTIALS, &params![account]).await?;
        ask_new(crewdesk, cx, &me, known.into_iter().map(|(id,)| id).collect()).await
    });
    verb.await
}

/// The same for any user; `known` are those that they have.
pub(crate) async fn ask_new(
    crewdesk: &Crewdesk,
    cx: &mut Cx<'_>,
    user: &User,
    known: Vec<Vec<u8>>,
) -> Result<Challenge> {
    let account = user.account_id;
    let name = shown(cx, user).await?;
    let (options, state) = crewdesk
        .passkeys()
        .get()?
        .start_passkey_registration(account.as_uuid(), &name, &user.display_name, Some(known))
        .map_err(Error::internal)?;
    let mut options = serde_json::to_value(options).map_err(Error::internal)?;
    if let Some(chosen) = options.pointer_mut("/publicKey/authenticatorSelection") {
        // So that it signs in without a name.
        chosen["residentKey"] = json!("required");
        chosen["requireResidentKey"] = json!(true);
    }
    let request = Token::generate("cdp", cx.entropy);
    keep(cx.tx, &request, (Ceremony::Register, Some(account)), &state, cx.now).await?;
    Ok(Challenge { request, options })
}

/// A passkey that a browser has made, not kept yet.
#[derive(Debug)]
pub(crate) struct NewPasskey {
    name: String,
    passkey: Passkey,
}

/// What a browser has made for an account that was asked.
///
/// # Errors
/// [`Error::Invalid`] naming `credential` with `passkey_refused`, also for what was not asked for, too late or
/// twice, and naming `name`.
pub(crate) async fn made(
    crewdesk: &Crewdesk,
    account: AccountId,
    request: &Token,
    name: &str,
    credential: &str,
) -> Result<NewPasskey> {
    let webauthn = crewdesk.passkeys().get()?;
    let name = users::fields::name(name).map_err(|code| Error::field("name", code))?;
    let asked = (Ceremony::Register, Some(account));
    let state = take::<PasskeyRegistration>(crewdesk, request, asked).await?;
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(credential).map_err(|_| refused())?;
    let passkey = webauthn.finish_passkey_registration(&answer, &state).map_err(|_| refused())?;
    Ok(NewPasskey { name, passkey })
}

/// Somebody has this very passkey already.
pub(crate) fn not_taken<T>(done: Result<T>) -> Result<T> {
    match done {
        Err(Error::Taken(_)) => Err(refused()),
        other => other,
    }
}

/// Adds the passkey that a browser made. It counts at once; with the first factor come recovery codes.
///
/// # Errors
/// As for what a browser has made: [`Error::Invalid`] naming `credential` with `passkey_refused`, and `name`;
/// [`Error::Forbidden`] with `fresh_sign_in_required`.
pub async fn finish_passkey(
    crewdesk: &Crewdesk,
    actor: &Actor,
    request: &Token,
    name: &str,
    credential: &str,
) -> Result<Option<RecoveryCodes>> {
    let me = actor.principal().ok_or(Error::Unauthenticated(Code::Unauthenticated))?;
    let new = made(crewdesk, me.account_id, request, name, credential).await?;
    let verb = crewdesk.write(actor, async |cx| {
        cx.require(Action::FactorsOwn)?;
        sessions::require_fresh(cx)?;
        let me = users::myself(cx).await?;
        let account = accounts::lock(cx.tx, me.account_id).await?;
        let (before,) = cx.tx.one::<(i64,)>(COUNT, &params![account.id]).await?;
        let id = insert(cx, account.id, &new).await?;
        let factor = (id, Kind::Passkey, new.name.as_str());
        added(cx, (&me, &account), factor, Second::Passkey, before).await
    });
    not_taken(verb.await)
}

async fn insert(cx: &mut Cx<'_>, account: AccountId, new: &NewPasskey) -> Result<FactorId> {
    let id: FactorId = cx.id();
    let credential_id = new.passkey.cred_id().to_vec();
    let text = serde_json::to_string(&new.passkey).map_err(Error::internal)?;
    let (name, sealed) = (new.name.clone(), Vec::<u8>::new());
    let values = params![id, account, Kind::Passkey, name, sealed, cx.now, credential_id, text];
    cx.tx.execute(INSERT_PASSKEY, &values).await?;
    Ok(id)
}

/// Gives a newcomer the passkey with which they come in, and recovery codes; whatever was there before goes.
pub(crate) async fn begin_with_passkey(
    cx: &mut Cx<'_>,
    user: &User,
    account: &Account,
    new: &NewPasskey,
) -> Result<RecoveryCodes> {
    begin_anew(cx, account.id).await?;
    let id = insert(cx, account.id, new).await?;
    let codes = recovery::make(cx, account.id).await?;
    tell_added(cx, (user, account), (id, Kind::Passkey, &new.name)).await?;
    Ok(codes)
}
