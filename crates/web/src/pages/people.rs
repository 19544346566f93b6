//! What handlers need to show people: names of roles and supervisors, what may be done to whom.

use std::collections::BTreeMap;

use domain::Cx;
use domain::access::{self, Action, Principal, Relation, RoleKey};
use domain::roles::{self, Role};
use domain::users::list::{self, Filter, Request, Search};
use domain::users::{self, Lifecycle, User};
use domain::{groups, teams};
use kernel::Result;
use kernel::ids::{RoleId, UserId};
use texts::Texts;

use crate::html::{parts::icon, table::MenuItem};

/// The organisation's roles by id; empty for those who may not see them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roles(Vec<Role>);

impl Roles {
    /// Reads them.
    pub(crate) async fn read(cx: &mut Cx<'_>) -> Result<Self> {
        match roles::list(cx).await {
            Ok(roles) => Ok(Self(roles)),
            Err(error) if error.is_forbidden() => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    fn find(&self, id: RoleId) -> Option<&Role> {
        self.0.iter().find(|role| role.id == id)
    }

    /// The role of this id, in words.
    pub(crate) fn name(&self, texts: Texts, id: RoleId) -> String {
        self.find(id).map(|role| named(texts, role)).unwrap_or_default()
    }

    /// The stable key of the role of this id; empty for those who may not see roles.
    pub(crate) fn key(&self, id: RoleId) -> &str {
        self.find(id).map_or("", |role| role.key.as_str())
    }

    /// The role with this stable key.
    pub(crate) fn by_key(&self, key: &str) -> Option<&Role> {
        self.0.iter().find(|role| role.key == key)
    }

    /// Ids, keys and names of all.
    pub(crate) fn all(&self, texts: Texts) -> impl Iterator<Item = (&Role, String)> {
        self.0.iter().map(move |role| (role, named(texts, role)))
    }

    /// Those that the actor may give to somebody.
    /// The one most people have comes first, and so is chosen where nothing else is.
    pub(crate) fn assignable(&self, me: &Principal, texts: Texts) -> Vec<(String, String)> {
        let mut roles: Vec<&Role> = self.0.iter().rev().collect();
        roles.sort_by_key(|role| role.key != RoleKey::Technician.as_str());
        roles
            .into_iter()
            .filter(|role| access::may_assign_role(me, role.rank(), &role.grants()).is_ok())
            .map(|role| (role.id.to_string(), named(texts, role)))
            .collect()
    }
}

/// A role in words: built-in ones in the reader's language.
pub(crate) fn named(texts: Texts, role: &Role) -> String {
    if role.built_in { role_name(texts, &role.key) } else { role.name.clone() }
}

/// A built-in role in words.
fn role_name(texts: Texts, key: &str) -> String {
    texts.get(role_key(key)).into_owned()
}

/// The text of a built-in role.
fn role_key(key: &str) -> &'static str {
    match key {
        "administrator" => "role-administrator",
        "supervisor" => "role-supervisor",
        "team_leader" => "role-team_leader",
        "viewer" => "role-viewer",
        _ => "role-technician",
    }
}

/// Ids and names of the groups; none for those who may not see them.
pub(crate) async fn groups(cx: &mut Cx<'_>) -> Result<Vec<(String, String)>> {
    match groups::list(cx).await {
        Ok(all) => Ok(all.into_iter().map(|group| (group.id.to_string(), group.name)).collect()),
        Err(error) if error.is_forbidden() => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// The user whose username or address this is, among those whom the actor sees.
pub(crate) async fn by_name(cx: &mut Cx<'_>, word: &str) -> Result<Option<UserId>> {
    let filter = Filter { search: Search::parse(&format!("\"{word}\""))?, ..Filter::default() };
    let request = Request { filter, ..Request::default() };
    let folded = kernel::fold(word);
    let hits = list::page(cx, &request).await?.items;
    let exact = hits
        .into_iter()
        .find(|user| kernel::fold(&user.username) == folded || user.email_key == folded);
    Ok(exact.map(|user| user.id))
}

/// Ids and names of the teams that the actor sees.
pub(crate) async fn teams(cx: &mut Cx<'_>) -> Result<Vec<(String, String)>> {
    match teams::named(cx).await {
        Ok(all) => Ok(all.into_iter().map(|(id, name)| (id.to_string(), name)).collect()),
        Err(error) if error.is_forbidden() => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// Names of these users.
pub(crate) async fn names(
    cx: &mut Cx<'_>,
    ids: impl Iterator<Item = UserId>,
) -> Result<BTreeMap<UserId, String>> {
    let mut ids: Vec<UserId> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(users::names(cx, &ids).await?.into_iter().collect())
}

/// What the actor may do to a person, as a menu.
pub(crate) fn menu(me: &Principal, user: &User, relation: Relation) -> Vec<MenuItem> {
    let may = |action| access::decide(me, action, relation).is_ok();
    let others = !relation.is_self && me.organisation.owner != Some(user.id);
    let at = |step: &str| format!("/users/{}/{step}", user.id);
    let (lifecycle, mut items) = (user.lifecycle, Vec::new());
    if may(Action::UsersEdit) {
        items.push(MenuItem::page(at("edit"), icon("pencil"), "user-edit"));
    }
    if may(Action::UsersAssignSupervisor) {
        items.push(MenuItem::task(at("supervisor"), icon("hierarchy-2"), "user-supervisor"));
    }
    if may(Action::UsersAssignGrants) {
        items.push(MenuItem::task(at("grants"), icon("tool"), "access-grants"));
    }
    if may(Action::UsersMoveGroup) {
        items.push(MenuItem::task(at("group"), icon("users-group"), "user-move"));
    }
    if may(Action::UsersResetAccess) && lifecycle == Lifecycle::Active && !relation.is_self {
        items.push(MenuItem::task(at("reset"), icon("mail-forward"), "user-reset-password"));
        items.push(MenuItem::task(at("first-password"), icon("key"), "user-first-password"));
    }
    if may(Action::UsersResetFactors) && lifecycle == Lifecycle::Active && !relation.is_self {
        items.push(MenuItem::task(at("factors"), icon("shield-off"), "user-reset-factors"));
    }
    // Only an Administrator has the owner's rank.
    let heir = lifecycle == Lifecycle::Active && relation.rank == me.rank;
    if me.is_owner() && !relation.is_self && heir {
        items.push(MenuItem::task(at("ownership"), icon("shield-check"), "user-hand-over"));
    }
    if may(Action::UsersSuspend) && others {
        match lifecycle {
            Lifecycle::Active => {
                items.push(MenuItem::task(at("suspension"), icon("ban"), "user-suspend"))
            }
            Lifecycle::Suspended => {
                items.push(MenuItem::task(at("activation"), icon("circle-check"), "user-activate"));
            }
            Lifecycle::Invited | Lifecycle::Deactivated => {}
        }
    }
    if may(Action::UsersDeactivate) && others {
        items.push(match lifecycle {
            Lifecycle::Deactivated => {
                MenuItem::task(at("reactivation"), icon("circle-check"), "user-reactivate")
            }
            _ => MenuItem::task(at("deactivation"), icon("user-off"), "user-deactivate"),
        });
    }
    if may(Action::UsersRemove) && others {
        items.push(MenuItem::task(at("removal"), icon("trash"), "user-remove").dangerous());
    }
    items
}
