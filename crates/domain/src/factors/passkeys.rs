//! Passkeys: keys on a device or in a password manager, opened by finger, face or PIN, and so both factors in one
//! (SPEC ACC-5, ACC-9). What was asked of a browser is kept here, for some minutes, and used once.

use db::{Tx, params};
use kernel::ids::{AccountId, FactorId};
use kernel::{Code, Error, Result, Span, Timestamp, Token};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::table::{CREDENTIAL, FORGET_CEREMONIES, KEEP_CEREMONY, TAKE_CEREMONY, USED_PASSKEY};
use crate::product::Crewdesk;

/// How long a browser may take to answer.
const LIFE: Span = Span::minutes(5);

kernel::vocabulary! {
    /// What a browser was asked for.
    Ceremony {
        /// A new passkey.
        Register = "register",
        /// One that it has.
        SignIn = "sign_in",
    }
}

/// What passkeys are bound to: the public address of the installation. Browsers know them by a name only.
#[derive(Debug)]
pub struct Passkeys(Option<Webauthn>);

impl Passkeys {
    pub(crate) fn new(public_url: Option<&str>) -> Self {
        Self(public_url.and_then(bound_to))
    }
    /// Whether this installation can have them.
    pub const fn are_possible(&self) -> bool {
        self.0.is_some()
    }
    pub(super) fn get(&self) -> Result<&Webauthn> {
        self.0.as_ref().ok_or(Error::conflict(Code::PasskeysUnavailable))
    }
}

fn bound_to(public_url: &str) -> Option<Webauthn> {
    let origin = Url::parse(public_url).ok()?;
    let name = origin.domain()?.to_owned();
    WebauthnBuilder::new(&name, &origin).ok()?.rp_name("Crewdesk").build().ok()
}

/// What a browser is asked; the token comes back with its answer.
#[derive(Debug, Clone)]
pub struct Challenge {
    /// Stands for what was asked.
    pub request: Token,
    /// For `navigator.credentials`, as WebAuthn writes it in JSON.
    pub options: Value,
}

/// Asks a browser for whatever passkey it has for this installation.
///
/// # Errors
/// [`Error::Conflict`] with `passkeys_unavailable`.
pub async fn passkey_challenge(crewdesk: &Crewdesk) -> Result<Challenge> {
    let webauthn = crewdesk.passkeys().get()?;
    let (options, state) = webauthn.start_discoverable_authentication().map_err(Error::internal)?;
    let mut options = serde_json::to_value(options).map_err(Error::internal)?;
    // It is asked for by a button, and not offered beside a field.
    if let Some(options) = options.as_object_mut() {
        options.remove("mediation");
    }
    let request = Token::generate("cdp", crewdesk.entropy());
    let now = crewdesk.clock().now();
    let kept = crewdesk
        .db()
        .write(async |tx: &mut Tx| keep(tx, &request, (Ceremony::SignIn, None), &state, now).await);
    kept.await?;
    Ok(Challenge { request, options })
}

/// Whose passkey a browser has shown.
///
/// # Errors
/// [`Error::Unauthenticated`] with `credentials_wrong`: unknown, not right, not asked for, too late and used alike.
pub(crate) async fn identify(
    crewdesk: &Crewdesk,
    request: &Token,
    credential: &str,
) -> Result<AccountId> {
    let wrong = || Error::Unauthenticated(Code::CredentialsWrong);
    let webauthn = crewdesk.passkeys().get()?;
    let asked = (Ceremony::SignIn, None);
    let state = take::<DiscoverableAuthentication>(crewdesk, request, asked).await;
    let state = state.map_err(|error| match error {
        Error::Invalid(_) => wrong(),
        other => other,
    })?;
    let answer: PublicKeyCredential = serde_json::from_str(credential).map_err(|_| wrong())?;
    let (account, credential_id) =
        webauthn.identify_discoverable_authentication(&answer).map_err(|_| wrong())?;
    let account = AccountId::from_uuid(account);
    let values = params![account, credential_id.to_vec()];
    let found = crewdesk.db().read(async |tx: &mut Tx| -> Result<Option<(FactorId, String)>> {
        Ok(tx.optional(CREDENTIAL, &values).await?)
    });
    let (id, text) = found.await?.ok_or_else(wrong)?;
    let mut passkey: Passkey = serde_json::from_str(&text).map_err(Error::internal)?;
    let shown = webauthn.finish_discoverable_authentication_v2(&answer, state, &passkey);
    let shown = shown.map_err(|_| wrong())?;
    passkey.update_credential(&shown);
    let text = serde_json::to_string(&passkey).map_err(Error::internal)?;
    let values = params![id, text, crewdesk.clock().now()];
    let noted = crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<u64> { Ok(tx.execute(USED_PASSKEY, &values).await?) });
    // Taken away a moment ago.
    if noted.await? == 0 { Err(wrong()) } else { Ok(account) }
}

/// Whose passkey an answer claims to be, though it did not open anything; nobody's where there is no such passkey.
pub(crate) async fn claimed(crewdesk: &Crewdesk, credential: &str) -> Result<Option<AccountId>> {
    let answer = serde_json::from_str::<PublicKeyCredential>(credential);
    let Ok(answer) = answer else { return Ok(None) };
    let webauthn = crewdesk.passkeys().get()?;
    let claim = webauthn.identify_discoverable_authentication(&answer);
    let Ok((account, credential_id)) = claim else { return Ok(None) };
    let account = AccountId::from_uuid(account);
    let values = params![account, credential_id.to_vec()];
    let found = crewdesk.db().read(async |tx: &mut Tx| -> Result<Option<(FactorId, String)>> {
        Ok(tx.optional(CREDENTIAL, &values).await?)
    });
    Ok(found.await?.map(|_| account))
}

pub(super) async fn keep(
    tx: &mut Tx,
    request: &Token,
    (kind, account): (Ceremony, Option<AccountId>),
    state: &impl Serialize,
    now: Timestamp,
) -> Result<()> {
    let state = serde_json::to_string(state).map_err(Error::internal)?;
    let values = params![request.hash(), kind, account, state, now.plus(LIFE)];
    tx.execute(KEEP_CEREMONY, &values).await?;
    Ok(())
}

/// What was asked, once: it is gone whatever comes of the answer.
pub(super) async fn take<T: DeserializeOwned>(
    crewdesk: &Crewdesk,
    request: &Token,
    (kind, account): (Ceremony, Option<AccountId>),
) -> Result<T> {
    let values = params![request.hash(), kind, crewdesk.clock().now()];
    let taken =
        crewdesk.db().write(async |tx: &mut Tx| -> Result<Option<(Option<AccountId>, String)>> {
            Ok(tx.optional(TAKE_CEREMONY, &values).await?)
        });
    let (whose, state) = taken.await?.ok_or_else(refused)?;
    if whose != account {
        return Err(refused());
    }
    serde_json::from_str(&state).map_err(Error::internal)
}

/// Forgets what was asked and never answered; the worker calls it every minute.
pub(crate) async fn forget_ceremonies(crewdesk: &Crewdesk) -> Result<()> {
    let values = params![crewdesk.clock().now()];
    let gone = crewdesk.db().write(async |tx: &mut Tx| -> Result<()> {
        tx.execute(FORGET_CEREMONIES, &values).await?;
        Ok(())
    });
    gone.await
}

pub(super) fn refused() -> Error {
    Error::field("credential", Code::PasskeyRefused)
}

#[cfg(test)]
mod tests {
    use super::Passkeys;

    #[test]
    fn passkeys_need_an_address_with_a_name() {
        let possible = |url| Passkeys::new(Some(url)).are_possible();
        assert!(possible("https://desk.example.org") && possible("http://localhost:8102"));
        assert!(!possible("http://127.0.0.1:8080") && !Passkeys::new(None).are_possible());
    }
}
