//! What a move of several users changes of their settings (SPEC USR-12, USR-16).

use std::collections::{BTreeMap, BTreeSet};

use kernel::Result;
use kernel::ids::{GroupId, UserId};
use uuid::Uuid;

use super::effective::base;
use super::registry::Key;
use super::resolve::{Level, Stored, Values};
use super::table;
use super::value::SettingValue;
use crate::cx::Cx;
use crate::users::User;

/// A setting that becomes another for some of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedForMany {
    /// Which setting.
    pub key: Key,
    /// What holds then.
    pub value: SettingValue,
    /// For how many.
    pub users: i64,
}

/// What each owner gave.
type Given = BTreeMap<Uuid, Vec<(Key, SettingValue)>>;

/// Every value that would change for these users in another group, in the order of the registry.
pub(crate) async fn compare_many(
    cx: &mut Cx<'_>,
    users: &[User],
    to: GroupId,
) -> Result<Vec<ChangedForMany>> {
    let base = base(cx).await?;
    let groups: BTreeSet<GroupId> = users.iter().map(|user| user.group_id).chain([to]).collect();
    let owners = groups.into_iter().map(GroupId::as_uuid);
    let owners = owners.chain(users.iter().map(|user| user.id.as_uuid()));
    let mut given = Given::new();
    for (owner, key, value) in table::given_by(cx, owners.collect()).await? {
        given.entry(owner).or_default().push((key, value));
    }
    let mut changed: BTreeMap<(Key, String), ChangedForMany> = BTreeMap::new();
    for (user, group, count) in kinds(users, &given) {
        let [before, after] = [group, to].map(|group| at(&base, &given, group, user));
        for (before, after) in before.into_all().into_iter().zip(after.into_all()) {
            if before.value != after.value {
                let new =
                    || ChangedForMany { key: after.key, value: after.value.clone(), users: 0 };
                let place = (after.key, after.value.to_string());
                changed.entry(place).or_insert_with(new).users += count;
            }
        }
    }
    Ok(changed.into_values().collect())
}

/// Users who have values of their own, each, and those of a group who have none, together.
fn kinds(users: &[User], given: &Given) -> Vec<(Option<UserId>, GroupId, i64)> {
    let mut kinds: BTreeMap<(GroupId, Option<UserId>), i64> = BTreeMap::new();
    for user in users {
        let own = given.contains_key(&user.id.as_uuid()).then_some(user.id);
        *kinds.entry((user.group_id, own)).or_default() += 1;
    }
    kinds.into_iter().map(|((group, user), count)| (user, group, count)).collect()
}

/// What holds in a group for a user with values of their own, or for one without.
fn at(base: &Stored, given: &Given, group: GroupId, user: Option<UserId>) -> Values {
    let mut stored = base.clone();
    let levels = [(Level::Group, Some(group.as_uuid())), (Level::User, user.map(UserId::as_uuid))];
    for (level, owner) in levels {
        for (key, value) in owner.and_then(|owner| given.get(&owner)).into_iter().flatten() {
            stored.insert((level, *key), value.clone());
        }
    }
    // Everybody has a language of their own, which no group changes.
    stored.insert((Level::User, Key::Language), SettingValue::Word(String::new()));
    Values::at(Level::User, &stored)
}
