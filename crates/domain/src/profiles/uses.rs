//! Which profiles name a skill: for the room of skills.

use std::collections::BTreeMap;

use db::{Query, params};
use kernel::Result;
use kernel::ids::SkillId;

use super::table::{COUNT_WITH_SKILL, NAMES_OF_ONE_SKILL, NAMES_WITH_SKILL, WITHDRAW_SKILL};
use crate::cx::Cx;

/// How many profiles name each of these skills.
pub(crate) async fn naming(cx: &mut Cx<'_>, ids: &[SkillId]) -> Result<BTreeMap<SkillId, i64>> {
    let mut query =
        Query::new("SELECT skill_id, COUNT(*) FROM profile_skills WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND skill_id IN ").bind_list(ids.iter().copied());
    query.push(" GROUP BY skill_id");
    Ok(cx.tx.list::<(SkillId, i64)>(&query).await?.into_iter().collect())
}

/// Names of the profiles with a skill, at most 100, and how many there are.
pub(crate) async fn names_of(cx: &mut Cx<'_>, skill: SkillId) -> Result<(Vec<String>, i64)> {
    let values = params![cx.organisation_id, skill];
    let names = cx.tx.all::<(String,)>(NAMES_WITH_SKILL, &values).await?;
    let (in_all,) = cx.tx.one::<(i64,)>(COUNT_WITH_SKILL, &values).await?;
    Ok((names.into_iter().map(|(name,)| name).collect(), in_all))
}

/// Names of the first profiles that have this skill and no other.
pub(crate) async fn of_one_skill(cx: &mut Cx<'_>, skill: SkillId) -> Result<Vec<String>> {
    let values = params![cx.organisation_id, skill];
    let names = cx.tx.all::<(String,)>(NAMES_OF_ONE_SKILL, &values).await?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}

/// Takes a skill out of every profile.
pub(crate) async fn withdraw_skill(cx: &mut Cx<'_>, skill: SkillId) -> Result<()> {
    cx.tx.execute(WITHDRAW_SKILL, &params![cx.organisation_id, skill]).await?;
    Ok(())
}
