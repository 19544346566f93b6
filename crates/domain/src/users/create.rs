//! Creating a user (SPEC USR-3, ACC-2).

use kernel::ids::{AccountId, GroupId, RoleId, TeamId, UserId};
use kernel::{Code, Error, Result, Timestamp};

use super::fields::{self, Checks, Profile};
use super::grants::{self, Extra};
use super::store;
use super::supervisor;
use super::table::User;
use super::vocabulary::{Licence, Lifecycle, Presence, UserType};
use super::workplace::{self, Place};
use crate::access::{self, Action, Reach, RoleKey};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::settings::{self, Key};
use crate::{accounts, groups, licences, notices, resource_filters, roles, teams};

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
    /// The teams it is in from today on.
    pub teams: Vec<TeamId>,
    /// The teams it leads (SPEC ROL-4).
    pub leads: Vec<TeamId>,
    /// The grants beside its role.
    pub extra: Extra,
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
            teams: Vec::new(),
            leads: Vec::new(),
            extra: Extra::default(),
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
    /// In at once, by an identity provider, with an account of its own.
    ByProvider {
        /// Whether the address is certainly theirs.
        address_checked: bool,
    },
}

/// Creates a user, and the account behind it where the address is new to the installation. Whether it
/// was new can't be told from the answer (SECURITY.md S9).
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::Forbidden`] for a role, group or supervisor out
/// of reach; [`Error::Conflict`] for what is taken and where no seat is free.
pub async fn create(cx: &mut Cx<'_>, new: NewUser) -> Result<User> {
    let reach = cx.require(Action::UsersCreate)?;
    let mut checks = Checks::default();
    let profile = checked(cx, &mut checks, &new).await?;
    let standing = stand(cx, &mut checks, &new, reach).await?;
    checks.finish()?;
    let language = match &profile.language {
        Some(language) => language.clone(),
        None => settings::of_group(cx, standing.1).await?.get(Key::Language).to_string(),
    };
    let mut user = draft(cx, &new, profile, language, standing);
    let (account, known) = match new.standing {
        Standing::ByProvider { address_checked } => {
            (accounts::for_provided(cx, &user, address_checked).await?, false)
        }
        Standing::Active | Standing::Invited => accounts::for_new_user(cx, &user).await?,
    };
    user.account_id = account;
    if let Some(licence) = user.licence {
        licences::take(cx, user.seat(licence)).await?;
    }
    store::insert(cx.tx, &mut user).await?;
    workplace::follow(cx, None, Some(&user)).await?;
    if let Some(above) = user.reports_to {
        supervisor::link(cx, user.id, above).await?;
    }
    // Rarely asked for: boxed, so that the usual creation stays small.
    Box::pin(teams::put_into(cx, &user, &new.teams)).await?;
    Box::pin(teams::set_led(cx, user.id, &new.leads)).await?;
    user.in_teams = !new.teams.is_empty();
    if new.extra != Extra::default() {
        user = Box::pin(grants::assign_grants(cx, user.id, None, new.extra)).await?;
    }
    if known && new.standing == Standing::Active {
        notices::added_to_organisation(cx, &user).await?;
    }
    let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
    let facts = serde_json::to_value(&user).map_err(Error::internal)?;
    cx.record(Event::new("user.created", subject).with(facts)).await?;
    Ok(user)
}

/// Checks the fields; errors go into `checks`, so that all are told at once.
async fn checked(cx: &mut Cx<'_>, checks: &mut Checks, new: &NewUser) -> Result<Profile> {
    let mut profile = check_profile(checks, &new.profile);
    if new.user_type == UserType::Person && profile.email.is_none() && profile.mobile.is_none() {
        checks.refuse("email", Code::EmailOrMobileRequired);
    }
    workplace::guard_flags(cx, profile.flags, None)?;
    let mut place = Place::of(&profile, new.licence);
    workplace::check(cx, checks, &mut place, None).await?;
    place.put(&mut profile);
    Ok(profile)
}

/// The row of the new user.
fn draft(
    cx: &Cx<'_>,
    new: &NewUser,
    profile: Profile,
    language: String,
    (role_id, group_id, reports_to): Stand,
) -> User {
    let display_name = shown(&profile);
    let name_key = fields::name_key(&profile.first_name, &profile.last_name, &display_name);
    User {
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
        language,
        group_id,
        role_id,
        reports_to,
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
            Standing::Active | Standing::ByProvider { .. } => Lifecycle::Active,
            Standing::Invited => Lifecycle::Invited,
        },
        lifecycle_reason: None,
        lifecycle_at: cx.now,
        presence: Presence::LoggedOut,
        last_sign_in_at: Timestamp::default(),
        device_management: false,
        support_management: false,
        in_teams: false,
        can_answer: false,
        photo_version: 0,
        version: 1,
        created_at: cx.now,
        updated_at: cx.now,
    }
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

/// Role, group and supervisor.
type Stand = (RoleId, GroupId, Option<UserId>);

/// Where the user stands, all within the actor's reach; unknown references go into `checks`.
async fn stand(cx: &mut Cx<'_>, checks: &mut Checks, new: &NewUser, reach: Reach) -> Result<Stand> {
    let role = match new.role_id {
        Some(id) => roles::find(cx, id).await?,
        None => Some(roles::built_in(cx, RoleKey::Technician).await?),
    };
    if let (Some(role), Some(principal)) = (&role, cx.actor().principal()) {
        access::may_assign_role(principal, role.rank(), &role.grants())?;
        if !reach.holds(Reach::ORGANISATION) && role.key != RoleKey::Technician.as_str() {
            return Err(Error::Forbidden(Code::AboveOwnRank));
        }
    }
    let group = match new.group_id {
        Some(id) => groups::find(cx, id).await?,
        None => groups::default_group(cx).await?,
    };
    let reports_to = match new.reports_to {
        Some(id) => checks.gather(supervisor::check_target(cx, id).await)?,
        None if reach.holds(Reach::ORGANISATION) => None,
        None => cx.actor().user_id(),
    };
    let nobody = uuid::Uuid::nil();
    if let (Some(role), Some(group)) = (&role, &group) {
        let newcomer = UserId::from_uuid(nobody);
        resource_filters::guard_sight(cx, newcomer, group.id, &role.grants()).await?;
    }
    let role_id = role.map(|role| role.id).ok_or(Code::RoleUnknown);
    let role_id = role_id.unwrap_or_else(|code| {
        checks.refuse("role_id", code);
        RoleId::from_uuid(nobody)
    });
    let group_id = group.map(|group| group.id).ok_or(Code::GroupUnknown);
    let group_id = group_id.unwrap_or_else(|code| {
        checks.refuse("group_id", code);
        GroupId::from_uuid(nobody)
    });
    Ok((role_id, group_id, reports_to))
}
