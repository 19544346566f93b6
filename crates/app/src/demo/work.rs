//! What the sample's people answer with: skills, profiles of the groups, levels; a few have none.

use anyhow::Result;
use domain::profiles::{self, NewProfile};
use domain::skills::{self, Asked, NewSkill};
use kernel::ids::{GroupId, SkillId, UserId};

use super::{Sample, explain};

const SKILLS: [(&str, &str); 10] = [
    ("Norwegian", "1 small talk, 5 every call, 9 mother tongue"),
    ("English", "1 small talk, 5 every call, 9 mother tongue"),
    ("Czech", ""),
    ("French", ""),
    ("Broadband", "1 restarts a router, 9 reads the line's figures"),
    ("Mobile", ""),
    ("Television", ""),
    ("Invoices", "9 may grant a refund"),
    ("Complaints", ""),
    ("Moving house", ""),
];

/// Profiles of each group: name, and positions of skills with levels.
const PROFILES: [(&str, &[(usize, i64)]); 2] = [
    ("Calls in Norwegian", &[(0, 6), (4, 5), (7, 4)]),
    ("Calls in English", &[(1, 6), (5, 5), (6, 4)]),
];

impl Sample {
    /// Skills, two profiles on each group, and what each of these people answers with.
    pub(super) async fn work(&self, people: &[UserId]) -> Result<()> {
        let skills = self.skills().await?;
        for group in &self.groups {
            self.profiles(*group, &skills).await?;
        }
        for (number, id) in people.iter().enumerate().filter(|(number, _)| number % 17 != 4) {
            self.levels(*id, number, &skills).await?;
        }
        Ok(())
    }

    async fn skills(&self) -> Result<Vec<SkillId>> {
        let mut made = Vec::new();
        for (name, note) in SKILLS {
            let new = NewSkill { name: name.into(), note: note.into() };
            let verb = self
                .crewdesk
                .write_in(self.organisation, &self.actor, async |cx| skills::create(cx, new).await);
            made.push(verb.await.map_err(explain)?.id);
        }
        Ok(made)
    }

    async fn profiles(&self, group: GroupId, skills: &[SkillId]) -> Result<()> {
        for (name, levels) in PROFILES {
            let asked = levels.iter().filter_map(|(at, level)| {
                Some(Asked { skill_id: *skills.get(*at)?, level: *level })
            });
            let (name, skills) = (name.to_owned(), asked.collect());
            let new = NewProfile { group_id: Some(group), user_id: None, name, skills };
            self.run(async |cx| profiles::create(cx, new).await.map(drop)).await?;
        }
        Ok(())
    }

    /// A few levels for one of them, and for most a profile of their group.
    async fn levels(&self, id: UserId, number: usize, skills: &[SkillId]) -> Result<()> {
        let has = |at: usize| at == 0 || (number + at * 3).is_multiple_of(4);
        let level = |at: usize| 1 + i64::try_from((number * 7 + at * 5) % 9).unwrap_or(0);
        let all = skills.iter().enumerate().filter(|(at, _)| has(*at));
        let asked: Vec<Asked> =
            all.map(|(at, skill)| Asked { skill_id: *skill, level: level(at) }).collect();
        self.run(async |cx| {
            // Some have left the sample meanwhile.
            if domain::users::get(cx, id).await.is_err() {
                return Ok(());
            }
            skills::set(cx, id, None, &asked).await?;
            let choices = profiles::of_user(cx, id).await?;
            match choices.get(number % 3) {
                Some(one) => profiles::tick(cx, id, &[one.profile.id]).await.map(drop),
                None => Ok(()),
            }
        })
        .await
    }
}
