//! Adding an authenticator app: it counts once its first code has come back.

use db::params;
use kernel::ids::FactorId;
use kernel::{Code, Error, Result, Secret, Span};
use serde_json::json;

use super::recovery::{self, RecoveryCodes};
use super::table::{CONFIRM, COUNT, INSERT, REMOVE_WAITING, Sealed, WAITING};
use super::{Kind, Second, distrust_all, totp};
use crate::access::Action;
use crate::accounts::{self, Account, reach};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::jobs::MailTemplate;
use crate::organisations;
use crate::sessions;
use crate::users::{self, User};

/// What the secret of an app is sealed for.
pub(super) const PURPOSE: &str = "totp";
/// As many factors as one person can have use for.
pub(super) const MOST: i64 = 10;
/// How long one may take to type the first code.
const PATIENCE: Span = Span::hours(1);

/// An app that waits for its first code.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// The factor to be.
    pub id: FactorId,
    /// For typing into the app.
    pub secret: Secret,
    /// For the picture that the app reads.
    pub address: Secret,
}

/// Begins to add an authenticator app; one begun before is forgotten.
///
/// # Errors
/// [`Error::Invalid`] naming `name`; [`Error::Forbidden`] with `fresh_sign_in_required`; [`Error::Conflict`]
/// with `too_many`.
pub async fn begin(cx: &mut Cx<'_>, name: &str) -> Result<Enrolment> {
    cx.require(Action::FactorsOwn)?;
    sessions::require_fresh(cx)?;
    let me = users::myself(cx).await?;
    accounts::lock(cx.tx, me.account_id).await?;
    let name = users::fields::name(name).map_err(|code| Error::field("name", code))?;
    let (count,) = cx.tx.one::<(i64,)>(COUNT, &params![me.account_id]).await?;
    if count >= MOST {
        return Err(Error::conflict(Code::TooMany));
    }
    cx.tx.execute(REMOVE_WAITING, &params![me.account_id]).await?;
    let id: FactorId = cx.id();
    let secret: [u8; totp::BYTES] = cx.entropy.bytes();
    let sealed = cx.seal(PURPOSE, id.as_uuid(), &secret)?;
    let values = params![id, me.account_id, Kind::Totp, name, sealed, cx.now];
    cx.tx.execute(INSERT, &values).await?;
    enrolment(cx, &me, id, &secret).await
}

async fn enrolment(cx: &mut Cx<'_>, me: &User, id: FactorId, secret: &[u8]) -> Result<Enrolment> {
    let address = totp::address(secret, &shown(cx, me).await?)?;
    let letters = totp::letters(secret)?;
    Ok(Enrolment { id, secret: Secret::new(letters), address: Secret::new(address) })
}

/// What the app shows beside the code: what one signs in with.
pub(super) async fn shown(cx: &mut Cx<'_>, me: &User) -> Result<String> {
    Ok(match accounts::of_user(cx, me).await?.email {
        Some(email) => email,
        None => format!("{}/{}", organisations::current(cx).await?.handle, me.username),
    })
}

/// Shows once more what an app that waits for its first code is made of, for the page that asks for it.
///
/// # Errors
/// [`Error::NotFound`] where nothing waits.
pub async fn again(cx: &mut Cx<'_>, id: FactorId) -> Result<Enrolment> {
    cx.require(Action::FactorsOwn)?;
    sessions::require_fresh(cx)?;
    let me = users::myself(cx).await?;
    let waiting = waiting(cx, &me, id).await?;
    let secret = cx.unseal(PURPOSE, id.as_uuid(), &waiting.sealed)?;
    enrolment(cx, &me, id, &secret).await
}

/// Makes the app count by its first code. With the first factor come recovery codes, shown this once.
///
/// # Errors
/// [`Error::Invalid`] naming `code`; [`Error::NotFound`] where nothing waits; [`Error::Forbidden`] with
/// `fresh_sign_in_required`.
pub async fn confirm(cx: &mut Cx<'_>, id: FactorId, typed: &str) -> Result<Option<RecoveryCodes>> {
    cx.require(Action::FactorsOwn)?;
    sessions::require_fresh(cx)?;
    let me = users::myself(cx).await?;
    let account = accounts::lock(cx.tx, me.account_id).await?;
    let waiting = waiting(cx, &me, id).await?;
    let secret = cx.unseal(PURPOSE, id.as_uuid(), &waiting.sealed)?;
    let wrong = || Error::field("code", Code::CodeWrong);
    let step = totp::step(&secret, typed, cx.now)?.ok_or_else(wrong)?;
    let (before,) = cx.tx.one::<(i64,)>(COUNT, &params![account.id]).await?;
    if cx.tx.execute(CONFIRM, &params![id, cx.now, step]).await? == 0 {
        return Err(Error::NotFound);
    }
    let factor = (id, Kind::Totp, waiting.name.as_str());
    added(cx, (&me, &account), factor, Second::Totp, before).await
}

/// What follows once somebody has a further factor: their session has shown it, they are told, and with the first
/// one come recovery codes.
pub(super) async fn added(
    cx: &mut Cx<'_>,
    (me, account): (&User, &Account),
    (id, kind, name): (FactorId, Kind, &str),
    second: Second,
    before: i64,
) -> Result<Option<RecoveryCodes>> {
    sessions::given(cx, second).await?;
    accounts::forget_reset(cx, account.id).await?;
    distrust_all(cx.tx, account.id).await?;
    let codes = match before {
        0 => Some(recovery::make(cx, account.id).await?),
        _ => None,
    };
    tell_added(cx, (me, account), (id, kind, name)).await?;
    Ok(codes)
}

/// Tells somebody of a further factor, and writes it down.
pub(super) async fn tell_added(
    cx: &mut Cx<'_>,
    (me, account): (&User, &Account),
    (id, kind, name): (FactorId, Kind, &str),
) -> Result<()> {
    let facts = [("factor", name)];
    reach::tell(cx, account, MailTemplate::FactorAdded, &facts).await?;
    reach::tell_inside(cx, me, MailTemplate::FactorAdded, &facts).await?;
    let subject = Subject::new("user", me.id.as_uuid(), &me.display_name);
    let facts = json!({"factor_id": id, "kind": kind, "name": name});
    cx.record(Event::new("factor.added", subject).with(facts)).await
}

async fn waiting(cx: &mut Cx<'_>, me: &User, id: FactorId) -> Result<Sealed> {
    let values = params![me.account_id, id, cx.now.minus(PATIENCE)];
    cx.tx.optional::<Sealed>(WAITING, &values).await?.ok_or(Error::NotFound)
}
