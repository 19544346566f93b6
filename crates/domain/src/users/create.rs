//! Creating a user (SPEC USR-3, ACC-2).

use kernel::ids::{AccountId, GroupId, RoleId, UserId};
use kernel::{Code, Error, Result, Timestamp};

use super::fields::{self, Checks, Profile};
use super::supervisor;
use super::table::{self, User};
use super::vocabulary::{Licence, Lifecycle, Presence, UserType};
use super::workplace;
use crate::access::{self, Action, Reach, RoleKey};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::settings::{self, Key};
use crate::{accounts, groups, licences, notices, roles};

/// What a new user is to be.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// Fields of the person.
    pub profile: Profile,
    /// What kind of user.
    pub user_type: UserType,
    /// The role; Technician where none is named.
    pub role_id: Option<RoleId>,
    /// The group; the default group where none is named.
    pub group_id: Option<GroupId>,
    /// The supervisor; a Supervisor who creates someone is theirs where none is named.
    pub reports_to: Option<UserId>,
    /// The licence, which takes a seat.
    pub licence: Option<Licence>,
    /// How the user begins.
    pub standing: Standing,
}

impl Default for NewUser {
    fn default() -> Self {
        Self {
            profile: Profile::default(),
            user_type: UserType::Person,
            role_id: None,
            group_id: None,
            reports_to: None,
            licence: None,
            standing: Standing::Active,
        }
    }
}

/// How a new user begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In at once; with no password yet they begin with a one-time code (SPEC ACC-3).
    Active,
    /// Waiting for an invitation to be accepted; the invitations room calls it.
    Invited,
}

/// Creates a user, and the account behind it where the address is new to the installation. Whether it
/// was new can't be told from the answer (SECURITY.md S9).
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::Forbidden`] for a role, group or supervisor out
/// of reach; [`Error::Conflict`] for what is taken and where no seat is free.
pub async fn create(cx: &mut Cx<'_>, new: NewUser) -> Result<User> {
    let reach = cx.require(Action::UsersCreate)?;
    let mut user = draft(cx, &new).await?;
    place(cx, &mut user, &new, reach).await?;
    let (account, known) = accounts::for_new_user(cx, &user).await?;
    user.account_id = account;
    if let Some(licence) = user.licence {
        licences::take(cx, licence).await?;
    }
    table::insert(cx.tx, &mut user).await?;
    workplace::follow(cx, None, Some(&user)).await?;
    if let Some(above) = user.reports_to {
        supervisor::link(cx, user.id, above).await?;
    }
    if known && new.standing == Standing::Active {
        notices::added_to_organisation(cx, &user).await?;
    }
    let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
    let facts = serde_json::to_value(&user).map_err(Error::internal)?;
    cx.record(Event::new("user.created", subject).with(facts)).await?;
    Ok(user)
}

/// Checks the fields, all at once.
async fn draft(cx: &mut Cx<'_>, new: &NewUser) -> Result<User> {
    let mut checks = Checks::default();
    let mut profile = check_profile(&mut checks, &new.profile);
    workplace::check(cx, &mut checks, &mut profile, None).await?;
    if new.user_type == UserType::Person && profile.email.is_none() && profile.mobile.is_none() {
        checks.refuse("email", Code::EmailOrMobileRequired);
    }
    checks.finish()?;
    let display_name = shown(&profile);
    let name_key = fields::name_key(&profile.first_name, &profile.last_name, &display_name);
    Ok(User {
        seq: 0,
        id: cx.id(),
        organisation_id: cx.organisation_id,
        account_id: AccountId::from_uuid(uuid::Uuid::nil()),
        user_type: new.user_type,
        username: profile.username,
        first_name: profile.first_name,
        last_name: profile.last_name,
        display_name,
        name_key,
        email_key: profile.email.as_deref().map(kernel::fold).unwrap_or_default(),
        email: profile.email,
        mobile: profile.mobile,
        language: profile.language.unwrap_or_default(),
        group_id: GroupId::from_uuid(uuid::Uuid::nil()),
        role_id: RoleId::from_uuid(uuid::Uuid::nil()),
        reports_to: None,
        licence: new.licence,
        exchange_id: profile.exchange_id,
        extension: profile.extension,
        helpdesk_id: profile.helpdesk_id,
        numeric_id: profile.numeric_id,
        keywords: profile.keywords,
        external_id: profile.external_id,
        note: profile.note,
        api_communicator: profile.flags.api_communicator,
        statutory_representative: profile.flags.statutory_representative,
        do_not_invoice: profile.flags.do_not_invoice,
        lifecycle: match new.standing {
            Standing::Active => Lifecycle::Active,
            Standing::Invited => Lifecycle::Invited,
        },
        lifecycle_reason: None,
        lifecycle_at: cx.now,
        presence: Presence::LoggedOut,
        last_sign_in_at: Timestamp::default(),
        photo_version: 0,
        version: 1,
        created_at: cx.now,
        updated_at: cx.now,
    })
}

/// The profile as it will be stored; errors go into `checks`.
pub(super) fn check_profile(checks: &mut Checks, profile: &Profile) -> Profile {
    let mut optional =
        |pointer: &str, text: &Option<String>, check: fn(&str) -> Result<String, Code>| {
            let text = fields::filled(text.clone())?;
            Some(checks.take(pointer, check(&text)))
        };
    let email = optional("email", &profile.email, fields::email);
    let mobile = optional("mobile", &profile.mobile, fields::mobile);
    let language = optional("language", &profile.language, fields::language);
    let numeric_id = optional("numeric_id", &profile.numeric_id, fields::numeric_id);
    let external_id = optional("external_id", &profile.external_id, fields::external_id);
    Profile {
        username: checks.take("username", fields::username(&profile.username)),
        first_name: checks.take("first_name", fields::optional_name(&profile.first_name)),
        last_name: checks.take("last_name", fields::optional_name(&profile.last_name)),
        display_name: checks.take("display_name", fields::optional_name(&profile.display_name)),
        email,
        mobile,
        language,
        exchange_id: profile.exchange_id,
        // What it may be depends on the exchange.
        extension: fields::filled(profile.extension.clone()),
        helpdesk_id: profile.helpdesk_id,
        numeric_id,
        keywords: checks.take("keywords", fields::keywords(&profile.keywords)),
        external_id,
        note: checks.take("note", fields::note(&profile.note)),
        flags: profile.flags,
    }
}

/// The name as shown, if none was given: first and last, or the username.
pub(super) fn shown(profile: &Profile) -> String {
    if !profile.display_name.is_empty() {
        return profile.display_name.clone();
    }
    let full = fields::full_name(&profile.first_name, &profile.last_name);
    if full.is_empty() { profile.username.clone() } else { full }
}

/// Puts the user into role, group and the tree of supervision, all within the actor's reach.
async fn place(cx: &mut Cx<'_>, user: &mut User, new: &NewUser, reach: Reach) -> Result<()> {
    let role = match new.role_id {
        Some(id) => roles::find(cx, id).await?.ok_or(Error::field("role_id", Code::RoleUnknown))?,
        None => roles::built_in(cx, RoleKey::Technician).await?,
    };
    if let Some(principal) = cx.actor().principal() {
        access::may_assign_role(principal, role.rank(), &role.grants())?;
        if !reach.holds(Reach::ORGANISATION) && role.key != RoleKey::Technician.as_str() {
            return Err(Error::Forbidden(Code::AboveOwnRank));
        }
    }
    user.role_id = role.id;
    user.group_id = match new.group_id {
        Some(id) => {
            groups::find(cx, id).await?.ok_or(Error::field("group_id", Code::GroupUnknown))?.id
        }
        None => groups::default_group(cx).await?.id,
    };
    if user.language.is_empty() {
        let values = settings::of_group(cx, user.group_id).await?;
        user.language = values.get(Key::Language).to_string();
    }
    user.reports_to = match new.reports_to {
        Some(id) => Some(supervisor::check_target(cx, id).await?),
        None if reach.holds(Reach::ORGANISATION) => None,
        None => cx.actor().user_id(),
    };
    Ok(())
}
