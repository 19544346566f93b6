//! Groups with settings of their own, teams with leaders, and a role that somebody wrote.

use std::collections::BTreeMap;

use anyhow::Result;
use domain::access::RoleKey;
use domain::settings::{self, Owner, SettingValue};
use domain::teams::{self, NewTeam, locations};
use domain::{groups, roles, users};
use kernel::ids::{GroupId, LocationId, UserId};

use super::{Sample, explain};

/// Name and wrap-up time of each group beside the first.
const GROUPS: [(&str, i64); 3] = [("First line", 20), ("Second line", 90), ("Night shift", 45)];
const PLACES: [&str; 3] = ["Oslo", "Bergen", "Tromsø"];
const TEAMS: [&str; 12] = [
    "Invoices",
    "Broadband",
    "Mobile",
    "Television",
    "Business",
    "Moving house",
    "Returns",
    "Complaints",
    "Nights",
    "Chat",
    "Field service",
    "Retention",
];

impl Sample {
    /// Groups, whose ids new users are put into.
    pub(super) async fn make_groups(&self) -> Result<Vec<GroupId>> {
        let mut made = Vec::new();
        for (name, seconds) in GROUPS {
            let verb = self.crewdesk.write_in(self.organisation, &self.actor, async |cx| {
                let group = groups::create(cx, name).await?;
                let wanted = BTreeMap::from([(
                    "wrap_up_seconds".to_owned(),
                    Some(SettingValue::Number(seconds)),
                )]);
                settings::change(cx, Owner::Group(group.id), None, wanted).await?;
                Ok(group.id)
            });
            made.push(verb.await.map_err(explain)?);
        }
        Ok(made)
    }

    /// Teams led by these people, with these in them.
    pub(super) async fn crews(&self, leaders: &[UserId], members: &[UserId]) -> Result<()> {
        let places = self.places().await?;
        let size = members.len().div_ceil(TEAMS.len()).max(1);
        for (number, (name, people)) in TEAMS.iter().zip(members.chunks(size)).enumerate() {
            let new = NewTeam {
                name: (*name).to_owned(),
                location_id: places.get(number % places.len().max(1)).copied(),
                takes_incidents: number % 3 != 2,
                leaders: leaders.get(number).copied().into_iter().collect(),
            };
            self.run(async |cx| {
                let team = teams::create(cx, new).await?.team;
                // Some have been removed meanwhile.
                let people: Vec<UserId> =
                    users::several(cx, people).await?.iter().map(|user| user.id).collect();
                teams::allocate(cx, team.id, &people, (None, None)).await
            })
            .await?;
        }
        self.run(async |cx| {
            let model = roles::built_in(cx, RoleKey::Supervisor).await?;
            roles::create(cx, "Shift lead", model.id, None).await.map(drop)
        })
        .await
    }

    async fn places(&self) -> Result<Vec<LocationId>> {
        let mut made = Vec::new();
        for name in PLACES {
            let verb = self.crewdesk.write_in(self.organisation, &self.actor, async |cx| {
                locations::create(cx, name).await.map(|place| place.id)
            });
            made.push(verb.await.map_err(explain)?);
        }
        Ok(made)
    }
}
