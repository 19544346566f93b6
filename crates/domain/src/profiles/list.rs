//! The list of profiles: a group's and people's own, by name.

use std::collections::BTreeMap;

use db::Query;
use kernel::ids::{GroupId, ProfileId, UserId};
use kernel::{Cursor, Error, Page, PageSize, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::table::{Profile, SELECT};
use super::{Full, Kind, skills_of};
use crate::access::Action;
use crate::cx::Cx;
use crate::{groups, resource_filters, users};

/// Which profiles are wanted; nothing means all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only those of this group.
    pub group: Option<GroupId>,
    /// Only this person's own.
    pub user: Option<UserId>,
    /// Only those of this kind.
    pub kind: Option<Kind>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Place(String, Uuid);

/// A page of the profiles that the actor sees, by name.
///
/// # Errors
/// [`Error::NotFound`] for a group or a person out of sight; [`Error::Forbidden`]; [`Error::Invalid`] for a
/// cursor of another list.
pub async fn list(
    cx: &mut Cx<'_>,
    filter: &Filter,
    size: PageSize,
    cursor: Option<&Cursor>,
) -> Result<Page<Full>> {
    cx.require(Action::SkillsView)?;
    if let Some(group) = filter.group {
        groups::find(cx, group).await?.ok_or(Error::NotFound)?;
    }
    if let Some(user) = filter.user {
        users::get(cx, user).await?;
    }
    let mut query = Query::new(SELECT);
    query.bind(cx.organisation_id);
    filter.narrow(&mut query, cx)?;
    if let Some(cursor) = cursor {
        let Place(key, id) = cursor.unpack()?;
        query.push(" AND (p.name_key, p.id) > (").bind(key).push(", ").bind(id).push(")");
    }
    query.push(" ORDER BY p.name_key, p.id LIMIT ").bind(size.fetch());
    let rows = cx.tx.list::<Profile>(&query).await?;
    let place = |one: &Profile| Cursor::pack(&Place(kernel::fold(&one.name), one.id.as_uuid()));
    let page = Page::from_rows(rows, size, place);
    let ids: Vec<ProfileId> = page.items.iter().map(|profile| profile.id).collect();
    let (mut skills, people) = (skills_of(cx, &ids).await?, count(cx, &ids).await?);
    Ok(page.map(|profile| Full {
        skills: skills.remove(&profile.id).unwrap_or_default(),
        people: people.get(&profile.id).copied().unwrap_or_default(),
        profile,
    }))
}

impl Filter {
    fn narrow(&self, query: &mut Query, cx: &Cx<'_>) -> Result<()> {
        if let Some(group) = self.group {
            query.push(" AND p.group_id = ").bind(group);
        }
        if let Some(user) = self.user {
            query.push(" AND p.user_id = ").bind(user);
        }
        match self.kind {
            Some(Kind::Group) => query.push(" AND p.group_id IS NOT NULL"),
            Some(Kind::Personal) => query.push(" AND p.user_id IS NOT NULL"),
            None => query,
        };
        query.push(" AND ((p.group_id IS NOT NULL");
        resource_filters::push_groups(query, cx, "p.group_id");
        query.push(") OR (p.user_id IS NOT NULL");
        let reach = cx.require(Action::UsersView)?;
        users::in_reach(query, cx, reach, "p.user_id");
        query.push("))");
        Ok(())
    }
}

/// For how many people each of these is ticked.
async fn count(cx: &mut Cx<'_>, ids: &[ProfileId]) -> Result<BTreeMap<ProfileId, i64>> {
    let mut query =
        Query::new("SELECT profile_id, COUNT(*) FROM user_profiles WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND profile_id IN ").bind_list(ids.iter().copied());
    query.push(" GROUP BY profile_id");
    Ok(cx.tx.list::<(ProfileId, i64)>(&query).await?.into_iter().collect())
}
