//! Rules on claims: what a provider says of somebody decides what they become here.

use kernel::ids::{GroupId, RoleId};
use serde::{Deserialize, Serialize};

use super::Provider;
use crate::ports::Claims;
use crate::users::Licence;

/// One rule. The first whose claim has the value counts, alone; what it leaves open is as the provider's
/// defaults say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Name of a claim, such as `groups`.
    pub claim: String,
    /// What it must be, or hold where it is a list.
    pub value: String,
    /// The role they get.
    pub role_id: Option<RoleId>,
    /// The group they get into.
    pub group_id: Option<GroupId>,
    /// The licence they get.
    pub licence: Option<Licence>,
}

/// As what somebody begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub role_id: Option<RoleId>,
    pub group_id: Option<GroupId>,
    pub licence: Option<Licence>,
}

/// As what somebody begins of whom this is said.
pub(super) fn place(provider: &Provider, claims: &Claims) -> Place {
    let Provider { role_id, group_id, licence, .. } = provider;
    let default = Place { role_id: *role_id, group_id: *group_id, licence: *licence };
    let first = provider.rules.iter().find(|rule| claims.says(&rule.claim, &rule.value));
    first.map_or(default, |rule| Place {
        role_id: rule.role_id.or(default.role_id),
        group_id: rule.group_id.or(default.group_id),
        licence: rule.licence.or(default.licence),
    })
}

/// Whether the provider says that a second factor was given.
pub(super) fn second_factor(provider: &Provider, claims: &Claims) -> bool {
    let stands = |value: &String| claims.says("amr", value) || claims.says("acr", value);
    provider.second_factors.iter().any(stands)
}
