//! What holds, and where it comes from (SPEC GRP-1): one query, whatever the level.

use kernel::ids::{GroupId, UserId};
use kernel::{Error, Result};
use uuid::Uuid;

use super::registry::Key;
use super::resolve::{Effective, Level, Stored, Values};
use super::table;
use super::value::SettingValue;
use crate::access::Action;
use crate::cx::Cx;
use crate::product::Policy;
use crate::users::{self, User};
use crate::{groups, organisations};

/// Whose settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The organisation's.
    Organisation,
    /// A group's.
    Group(GroupId),
    /// A user's.
    User(UserId),
}

impl Owner {
    /// The step of inheritance it stands on.
    pub const fn level(self) -> Level {
        match self {
            Self::Organisation => Level::Organisation,
            Self::Group(_) => Level::Group,
            Self::User(_) => Level::User,
        }
    }
}

/// Every setting with its value and origin.
///
/// # Errors
/// [`Error::NotFound`] for a foreign, missing or unseen owner; [`Error::Forbidden`].
pub async fn effective(cx: &mut Cx<'_>, owner: Owner) -> Result<Vec<Effective>> {
    let values = match owner {
        Owner::Organisation => {
            cx.require(Action::OrganisationView)?;
            Values::at(Level::Organisation, &stored(cx, None, None).await?)
        }
        Owner::Group(id) => {
            groups::get(cx, id).await?;
            of_group(cx, id).await?
        }
        Owner::User(id) => {
            let user = users::get(cx, id).await?.user;
            of_user(cx, &user).await?
        }
    };
    Ok(values.into_all())
}

/// The same for a user whom the caller has found, and so may see.
///
/// # Errors
/// Faults of the database.
pub async fn effective_for(cx: &mut Cx<'_>, user: &User) -> Result<Vec<Effective>> {
    Ok(of_user(cx, user).await?.into_all())
}

/// What holds for a user.
pub(crate) async fn of_user(cx: &mut Cx<'_>, user: &User) -> Result<Values> {
    let stored = stored(cx, Some(user.group_id), Some(user)).await?;
    Ok(Values::at(Level::User, &stored))
}

/// What holds for the users of a group who have no values of their own.
pub(crate) async fn of_group(cx: &mut Cx<'_>, group: GroupId) -> Result<Values> {
    let stored = stored(cx, Some(group), None).await?;
    Ok(Values::at(Level::Group, &stored))
}

/// Every value that would change for a user in another group: before and after (SPEC USR-12).
pub(crate) async fn compare(
    cx: &mut Cx<'_>,
    user: &User,
    to: GroupId,
) -> Result<Vec<(Effective, Effective)>> {
    let before = of_user(cx, user).await?.into_all();
    let moved = User { group_id: to, ..user.clone() };
    let after = of_user(cx, &moved).await?.into_all();
    let changed = |(before, after): &(Effective, Effective)| before.value != after.value;
    Ok(before.into_iter().zip(after).filter(changed).collect())
}

/// What was given by the installation and the organisation.
pub(super) async fn base(cx: &mut Cx<'_>) -> Result<Stored> {
    stored(cx, None, None).await
}

/// All that was given from the installation down.
async fn stored(cx: &mut Cx<'_>, group: Option<GroupId>, user: Option<&User>) -> Result<Stored> {
    let (group, id) = (group.map(GroupId::as_uuid), user.map(|user| user.id.as_uuid()));
    let mut stored = base_of(cx.policy);
    let organisation = cx.organisation_id.as_uuid();
    let language = organisations::current(cx).await?.language;
    stored.insert((Level::Organisation, Key::Language), SettingValue::Word(language));
    if let Some(user) = user {
        let own = SettingValue::Word(user.language.clone());
        stored.insert((Level::User, Key::Language), own);
    }
    for (owner, key, value) in table::given(cx, group, id).await? {
        let level = level_of(owner, organisation, group, id)
            .ok_or_else(|| Error::internal("a setting of nobody asked for"))?;
        stored.insert((level, key), value);
    }
    Ok(stored)
}

fn level_of(owner: Uuid, all: Uuid, group: Option<Uuid>, user: Option<Uuid>) -> Option<Level> {
    if owner == all {
        return Some(Level::Organisation);
    }
    if group == Some(owner) {
        return Some(Level::Group);
    }
    (user == Some(owner)).then_some(Level::User)
}

/// What the installation's configuration says.
fn base_of(policy: &Policy) -> Stored {
    let minutes = policy.session_idle.micros() / kernel::Span::minutes(1).micros();
    let hours = policy.session_absolute.micros() / kernel::Span::hours(1).micros();
    let length = i64::try_from(policy.password_length).unwrap_or(i64::MAX);
    [(Key::SessionIdleMinutes, minutes), (Key::SessionHours, hours), (Key::PasswordLength, length)]
        .into_iter()
        .filter(|(key, number)| SettingValue::Number(*number) != key.setting().default.into())
        .map(|(key, number)| ((Level::Installation, key), SettingValue::Number(number)))
        .collect()
}
