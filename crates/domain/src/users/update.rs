//! Changing a user's record (SPEC USR-5, USR-10).

use kernel::ids::{ExchangeId, HelpdeskId, UserId};
use kernel::{Code, Error, Patch, Result};

use super::create::{check_profile, shown};
use super::fields::{self, Checks, Flags, Profile};
use super::find::Found;
use super::self_service::find_to_edit;
use super::store;
use super::table::User;
use super::vocabulary::UserType;
use super::workplace::{self, Place};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::settings::Key;
use crate::{accounts, sessions};

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
    /// The exchange its extension is on.
    pub exchange_id: Patch<ExchangeId>,
    /// Telephone number on the exchange.
    pub extension: Patch<String>,
    /// The helpdesk it works at.
    pub helpdesk_id: Patch<HelpdeskId>,
    /// Up to six digits.
    pub numeric_id: Patch<String>,
    /// Words to be found by.
    pub keywords: Patch<String>,
    /// Key in another system.
    pub external_id: Patch<String>,
    /// For administrators' eyes.
    pub note: Patch<String>,
    /// Whether it speaks with other systems by the paid interface (SPEC ACC-8).
    pub api_communicator: Patch<bool>,
    /// Whether it may see number-porting codes (SPEC ACC-8).
    pub statutory_representative: Patch<bool>,
    /// Whether it stays off invoices (SPEC ACC-8).
    pub do_not_invoice: Patch<bool>,
}

impl UserPatch {
    /// The settings under which people may change this of their own record (SPEC USR-10); none where a
    /// field is mentioned that they may never change.
    fn own(&self) -> Option<Vec<Key>> {
        let Self {
            username,
            first_name,
            last_name,
            display_name,
            email,
            mobile,
            language,
            exchange_id,
            extension,
            helpdesk_id,
            numeric_id,
            keywords,
            external_id,
            note,
            api_communicator,
            statutory_representative,
            do_not_invoice,
        } = self;
        let flags = [api_communicator, statutory_representative, do_not_invoice];
        let kept = [
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
        ];
        let other = kept.iter().any(|field| !field.is_absent())
            || flags.iter().any(|flag| !flag.is_absent())
            || !exchange_id.is_absent()
            || !helpdesk_id.is_absent();
        if other {
            return None;
        }
        // Address and number are confirmed first (`accounts::contact`).
        let own = [(language, Key::OwnLanguage)];
        Some(own.iter().filter(|(field, _)| !field.is_absent()).map(|(_, key)| *key).collect())
    }

    fn apply(self, user: &User) -> Profile {
        let required = |patch: Patch<String>, current: &str| {
            patch.apply(Some(current.to_owned())).unwrap_or_default()
        };
        let flag = |patch: Patch<bool>, now| patch.apply(Some(now)).unwrap_or(false);
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
            exchange_id: self.exchange_id.apply(user.exchange_id),
            extension: self.extension.apply(user.extension.clone()),
            helpdesk_id: self.helpdesk_id.apply(user.helpdesk_id),
            numeric_id: self.numeric_id.apply(user.numeric_id.clone()),
            keywords: required(self.keywords, &user.keywords),
            external_id: self.external_id.apply(user.external_id.clone()),
            note: required(self.note, &user.note),
            flags: Flags {
                api_communicator: flag(self.api_communicator, user.api_communicator),
                statutory_representative: flag(
                    self.statutory_representative,
                    user.statutory_representative,
                ),
                do_not_invoice: flag(self.do_not_invoice, user.do_not_invoice),
            },
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
    let own = patch.own();
    let Found { user: before, .. } = find_to_edit(cx, id, own.as_deref()).await?;
    expect_version(&before, version)?;
    let after = decide(cx, &before, patch).await?;
    if after == before {
        return Ok(before);
    }
    // By address and mobile number people recover their account (SECURITY.md S8).
    let way_back = after.email_key != before.email_key || after.mobile != before.mobile;
    if way_back && cx.actor().user_id() == Some(id) {
        sessions::require_fresh(cx)?;
    }
    let mut after = after;
    if after.email_key != before.email_key {
        accounts::follow_email(cx, &after).await?;
    }
    if after.mobile != before.mobile {
        accounts::follow_mobile(cx, &after).await?;
    }
    store::save(cx.tx, &mut after, cx.now).await?;
    workplace::follow(cx, Some(&before), Some(&after)).await?;
    workplace::invoice(cx, &before, &after).await?;
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

async fn decide(cx: &mut Cx<'_>, before: &User, patch: UserPatch) -> Result<User> {
    let mut checks = Checks::default();
    let mut profile = check_profile(&mut checks, &patch.apply(before));
    workplace::guard_flags(cx, profile.flags, Some(before))?;
    let mut place = Place::of(&profile, before.licence);
    workplace::check(cx, &mut checks, &mut place, Some(before)).await?;
    place.put(&mut profile);
    if before.user_type == UserType::Person && profile.email.is_none() && profile.mobile.is_none() {
        checks.refuse("email", Code::EmailOrMobileRequired);
    }
    checks.finish()?;
    Ok(changed(before, profile))
}

fn changed(before: &User, profile: Profile) -> User {
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
        exchange_id,
        extension,
        helpdesk_id,
        numeric_id,
        keywords,
        external_id,
        note,
        flags: Flags { api_communicator, statutory_representative, do_not_invoice },
    } = profile;
    User {
        username,
        first_name,
        last_name,
        display_name,
        name_key,
        email_key: email.as_deref().map(kernel::fold).unwrap_or_default(),
        email,
        mobile,
        language: language.unwrap_or_else(|| before.language.clone()),
        exchange_id,
        extension,
        helpdesk_id,
        numeric_id,
        keywords,
        external_id,
        note,
        api_communicator,
        statutory_representative,
        do_not_invoice,
        ..before.clone()
    }
}
