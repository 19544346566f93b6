//! Giving a value of one's own and taking it away again (SPEC GRP-1).

use std::collections::BTreeMap;

use kernel::{Code, Error, FieldError, Result};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::effective::{Owner, effective};
use super::registry::{Below, Keeper, Key, Kind};
use super::resolve::{Effective, Level};
use super::table;
use super::value::SettingValue;
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{self, User};
use crate::{factors, groups, organisations};

/// What is wanted: a value for each key, or none to inherit again.
pub type Wanted = BTreeMap<String, Option<SettingValue>>;

/// Changes settings of an owner, all of them or none; answers what holds then and the owner's version.
///
/// # Errors
/// [`Error::Invalid`] naming each setting that is unknown, of the wrong type, out of range, or looser than
/// what holds above; [`Error::Stale`]; [`Error::Forbidden`]; [`Error::NotFound`].
pub async fn change(
    cx: &mut Cx<'_>,
    owner: Owner,
    version: Option<i64>,
    wanted: Wanted,
) -> Result<(Vec<Effective>, i64)> {
    let held = Held::find(cx, owner, &wanted).await?;
    if version.is_some_and(|version| version != held.version) {
        return Err(Error::Stale);
    }
    let before = effective(cx, owner).await?;
    let changes = decide(owner.level(), &before, wanted)?;
    if changes.is_empty() {
        return Ok((before, held.version));
    }
    held.guard_channel(cx, &changes).await?;
    for (key, value) in &changes {
        table::store(cx, held.id, *key, value.as_ref()).await?;
    }
    let version = held.bump(cx, owner).await?;
    record(cx, &held, &before, &changes).await?;
    Ok((effective(cx, owner).await?, version))
}

/// The record that the settings belong to.
struct Held {
    id: Uuid,
    kind: &'static str,
    name: String,
    version: i64,
    user: Option<User>,
}

impl Held {
    /// Loads the owner for the right that this change needs.
    async fn find(cx: &mut Cx<'_>, owner: Owner, wanted: &Wanted) -> Result<Self> {
        Ok(match owner {
            Owner::Organisation => {
                cx.require_organisation(Action::SettingsManage)?;
                let one = organisations::current(cx).await?;
                let (id, version) = (one.id.as_uuid(), one.version);
                Self { id, kind: "organisation", name: one.name, version, user: None }
            }
            Owner::Group(id) => {
                let one = groups::find(cx, id).await?.ok_or(Error::NotFound)?;
                cx.require_organisation(Action::GroupsManage)?;
                let (id, version) = (one.id.as_uuid(), one.version);
                Self { id, kind: "group", name: one.name, version, user: None }
            }
            Owner::User(id) => {
                let keys = wanted.keys().filter_map(|key| Key::parse(key));
                let managed = keys.into_iter().any(|key| key.setting().keeper == Keeper::Manager);
                let action = if managed { Action::SettingsManage } else { Action::UsersEdit };
                let user = users::find(cx, id, action).await?.user;
                let (id, name) = (user.id.as_uuid(), user.display_name.clone());
                Self { id, kind: "user", name, version: user.version, user: Some(user) }
            }
        })
    }

    /// Refuses to ask somebody for a second factor whom nothing could reach once they have lost it (SPEC ACC-5).
    async fn guard_channel(&self, cx: &mut Cx<'_>, changes: &Changes) -> Result<()> {
        let on = Some(SettingValue::Flag(true));
        let asks =
            changes.iter().any(|(key, value)| *key == Key::TwoFactorRequired && *value == on);
        match &self.user {
            Some(user) if asks && !factors::has_channel(cx, user).await? => {
                Err(Error::field(Key::TwoFactorRequired.as_str(), Code::NoChannel))
            }
            _ => Ok(()),
        }
    }

    /// Counts the change, so that two people who change the same are told.
    async fn bump(&self, cx: &mut Cx<'_>, owner: Owner) -> Result<i64> {
        match (owner, &self.user) {
            (Owner::Group(id), _) => groups::touch(cx, id).await?,
            (Owner::User(_), Some(user)) => return users::touch(cx, user).await,
            _ => organisations::touch(cx).await?,
        }
        Ok(self.version + 1)
    }
}

type Changes = Vec<(Key, Option<SettingValue>)>;

/// What is to be stored; every wrong value is named at once.
fn decide(level: Level, before: &[Effective], wanted: Wanted) -> Result<Changes> {
    let (mut changes, mut wrong) = (Vec::new(), Vec::new());
    for (name, value) in wanted {
        let known = Key::parse(&name).filter(|key| is_kept_at(*key, level));
        let Some(now) = known.and_then(|key| before.iter().find(|one| one.key == key)) else {
            wrong.push(FieldError::new(name, Code::SettingUnknown));
            continue;
        };
        if value == now.own {
            continue;
        }
        match value.as_ref().map_or(Ok(()), |value| check(now, value)) {
            Ok(()) => changes.push((now.key, value)),
            Err(error) => wrong.push(error),
        }
    }
    if wrong.is_empty() { Ok(changes) } else { Err(Error::Invalid(wrong)) }
}

/// The language of an organisation and of a user stands in their own record.
fn is_kept_at(key: Key, level: Level) -> bool {
    key != Key::Language || level == Level::Group
}

fn check(now: &Effective, value: &SettingValue) -> Result<(), FieldError> {
    let setting = now.key.setting();
    let name = now.key.as_str();
    let refuse = |code, detail| Err(FieldError::new(name, code).with(detail));
    match (setting.kind, value) {
        (Kind::Flag, SettingValue::Flag(_)) => {}
        (Kind::Number { least, most, unit }, SettingValue::Number(number)) => {
            if !(least..=most).contains(number) {
                let range = format!("{least} to {most} {unit}");
                return refuse(
                    Code::SettingOutOfRange,
                    format!("The range is {range}, set by the product."),
                );
            }
        }
        (Kind::Word(words), SettingValue::Word(word)) => {
            if !words.contains(&word.as_str()) {
                let known = words.join(", ");
                return refuse(Code::SettingOutOfRange, format!("Known are {known}."));
            }
        }
        _ => return refuse(Code::WrongType, format!("Expected {}.", kind_name(setting.kind))),
    }
    if !setting.below.allows(now.level, &now.inherited, value) {
        return refuse(Code::SettingLowered, limit(setting.below, now));
    }
    Ok(())
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Flag => "true or false",
        Kind::Number { .. } => "a whole number",
        Kind::Word(_) => "a word",
    }
}

/// Which bound comes from where.
fn limit(below: Below, now: &Effective) -> String {
    let (value, origin) = (&now.inherited, now.inherited_from);
    match below {
        Below::OnlyLess | Below::OnlySooner | Below::OnlyLessThanOrganisation => {
            format!("At most {value}, set by the {origin}.")
        }
        Below::OnlyMore => format!("At least {value}, set by the {origin}."),
        Below::OnlyWithin => format!("No more than {value}, set by the {origin}."),
        Below::StaysOn => format!("Turned on by the {origin}."),
        Below::Free => String::new(),
    }
}

async fn record(
    cx: &mut Cx<'_>,
    held: &Held,
    before: &[Effective],
    changes: &Changes,
) -> Result<()> {
    let (mut old, mut new) = (Map::new(), Map::new());
    for (key, value) in changes {
        let own = before.iter().find(|one| one.key == *key).and_then(|one| one.own.clone());
        old.insert(key.as_str().to_owned(), json(own.as_ref())?);
        new.insert(key.as_str().to_owned(), json(value.as_ref())?);
    }
    let subject = Subject::new(held.kind, held.id, &held.name);
    let event = Event::new("settings.changed", subject);
    cx.record(event.change(&Json::Object(old), &Json::Object(new))).await
}

fn json(value: Option<&SettingValue>) -> Result<Json> {
    serde_json::to_value(value).map_err(Error::internal)
}
