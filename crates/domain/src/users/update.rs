//! Changing a user's record (SPEC USR-5, USR-10).

use kernel::ids::UserId;
use kernel::{Code, Error, Patch, Result};

use super::create::{check_profile, shown};
use super::fields::{self, Checks, Profile};
use super::find::{Found, find};
use super::table::{self, User};
use super::vocabulary::UserType;
use crate::access::Action;
use crate::accounts;
use crate::audit::{Event, Subject};
use crate::cx::Cx;

/// A change: absent fields keep their value, null clears (RFC 7396). Role, supervisor, group and
/// licence have verbs of their own.
#[derive(Debug, Clone, Default)]
pub struct UserPatch {
    /// Name to sign in with.
    pub username: Patch<String>,
    /// Given name.
    pub first_name: Patch<String>,
    /// Family name.
    pub last_name: Patch<String>,
    /// Name as shown; null makes it first and last name again.
    pub display_name: Patch<String>,
    /// Address.
    pub email: Patch<String>,
    /// Mobile number.
    pub mobile: Patch<String>,
    /// Language key.
    pub language: Patch<String>,
    /// Telephone number on the exchange.
    pub extension: Patch<String>,
    /// Up to six digits.
    pub numeric_id: Patch<String>,
    /// Words to be found by.
    pub keywords: Patch<String>,
    /// Key in another system.
    pub external_id: Patch<String>,
    /// For administrators' eyes.
    pub note: Patch<String>,
}

impl UserPatch {
    /// Whether only fields are mentioned that everyone may change of their own record (SPEC USR-10).
    fn is_own(&self) -> bool {
        let Self {
            username,
            first_name,
            last_name,
            display_name,
            email,
            mobile,
            language: _,
            extension,
            numeric_id,
            keywords,
            external_id,
            note,
        } = self;
        [
            username,
            first_name,
            last_name,
            display_name,
            email,
            mobile,
            extension,
            numeric_id,
            keywords,
            external_id,
            note,
        ]
        .iter()
        .all(|field| field.is_absent())
    }

    fn apply(self, user: &User) -> Profile {
        let required = |patch: Patch<String>, current: &str| {
            patch.apply(Some(current.to_owned())).unwrap_or_default()
        };
        // A shown name that was made from the others follows them.
        let derived = user.display_name
            == kernel::tidy_line(&format!("{} {}", user.first_name, user.last_name));
        let display = if derived { "" } else { &user.display_name };
        Profile {
            username: required(self.username, &user.username),
            first_name: required(self.first_name, &user.first_name),
            last_name: required(self.last_name, &user.last_name),
            display_name: required(self.display_name, display),
            email: self.email.apply(user.email.clone()),
            mobile: self.mobile.apply(user.mobile.clone()),
            language: self.language.apply(Some(user.language.clone())),
            extension: self.extension.apply(user.extension.clone()),
            numeric_id: self.numeric_id.apply(user.numeric_id.clone()),
            keywords: required(self.keywords, &user.keywords),
            external_id: self.external_id.apply(user.external_id.clone()),
            note: required(self.note, &user.note),
        }
    }
}

/// Changes a user's record. With `version` given, the change is refused as stale if somebody else
/// changed the user since.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`] with every wrong field; [`Error::Conflict`] for what is taken or
/// belongs to the person; as for every verb on a person.
pub async fn update(
    cx: &mut Cx<'_>,
    id: UserId,
    version: Option<i64>,
    patch: UserPatch,
) -> Result<User> {
    let action = if patch.is_own() && cx.actor().user_id() == Some(id) {
        Action::ProfileEdit
    } else {
        Action::UsersEdit
    };
    let Found { user: before, .. } = find(cx, id, action).await?;
    expect_version(&before, version)?;
    let after = decide(&before, patch)?;
    if after == before {
        return Ok(before);
    }
    let mut after = after;
    if after.email_key != before.email_key {
        accounts::follow_email(cx, &after).await?;
    }
    table::save(cx.tx, &mut after, cx.now).await?;
    let subject = Subject::new("user", id.as_uuid(), &after.display_name);
    cx.record(Event::new("user.updated", subject).change(&before, &after)).await?;
    Ok(after)
}

/// Refuses a change made from another version than the present one.
pub(super) fn expect_version(user: &User, version: Option<i64>) -> Result<()> {
    match version {
        Some(version) if version != user.version => Err(Error::Stale),
        _ => Ok(()),
    }
}

fn decide(before: &User, patch: UserPatch) -> Result<User> {
    let mut checks = Checks::default();
    let profile = check_profile(&mut checks, &patch.apply(before));
    if before.user_type == UserType::Person && profile.email.is_none() && profile.mobile.is_none() {
        checks.refuse("email", Code::EmailOrMobileRequired);
    }
    checks.finish()?;
    let display_name = shown(&profile);
    let name_key = fields::name_key(&profile.first_name, &profile.last_name, &display_name);
    let Profile {
        username,
        first_name,
        last_name,
        display_name: _,
        email,
        mobile,
        language,
        extension,
        numeric_id,
        keywords,
        external_id,
        note,
    } = profile;
    Ok(User {
        username,
        first_name,
        last_name,
        display_name,
        name_key,
        email_key: email.as_deref().map(kernel::fold).unwrap_or_default(),
        email,
        mobile,
        language: language.unwrap_or_else(|| before.language.clone()),
        extension,
        numeric_id,
        keywords,
        external_id,
        note,
        ..before.clone()
    })
}
