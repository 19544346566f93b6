//! Groups, teams, settings, skills and profiles at their size: 500 groups, 2,000 teams and 300 skills among all
//! users (SPEC USR-1, USR-12, GRP-1, GRP-3, GRP-4).

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use reqwest::Method;
use serde_json::{Value, json};

use super::Wanted::AtMost;
use super::skills::{self, PER_GROUP};
use super::{Bench, figure, say};

/// Groups that all users are spread over.
const GROUPS: usize = 500;
/// Teams; each user is in one.
const TEAMS: usize = 2_000;
/// Most users that one call moves.
const AT_ONCE: usize = 1_000;

/// Everything of the organisation, by id.
struct Model {
    users: Vec<String>,
    groups: Vec<String>,
    teams: Vec<String>,
    skills: Vec<String>,
}

/// Builds the model, which is kept for the next run, and measures.
pub(super) fn measure(bench: &Bench) -> Result<()> {
    say(&format!("{GROUPS} groups, {TEAMS} teams"));
    let model = build(bench)?;
    let some = |ids: &[String]| -> Vec<String> {
        ids.iter().step_by((ids.len() / 200).max(1)).cloned().collect()
    };
    let user = |end: &str| -> Vec<String> {
        some(&model.users).iter().map(|id| format!("GET\t/api/v1/users/{id}{end}\t")).collect()
    };
    let list = |name: &str, ids: &[String]| -> Vec<String> {
        some(ids).iter().map(|id| format!("GET\t/api/v1/users?{name}={id}\t")).collect()
    };
    for (what, lines, bound) in [
        ("a user, p99", user(""), 15.0),
        ("effective settings of a user, p99", user("/settings"), 15.0),
        ("list of a group, p99", list("group_id", &model.groups), 20.0),
        ("list of a team, p99", list("team_id", &model.teams), 20.0),
        ("list by skill, level and group, p99", model.by_skill(), 20.0),
    ] {
        let requests = bench.requests("people-model", &lines)?;
        let figures = bench.load(16).send_warm(&requests, &bench.token, "-")?;
        ensure!(figures.refused + figures.lost == 0.0, "{what}: {figures:?}");
        figure(what, figures.p99, "ms", AtMost(bound));
    }
    let (Some(one), Some(other)) = (model.groups.first(), model.groups.get(1)) else {
        return Ok(());
    };
    let moved = model.users.get(..AT_ONCE.min(model.users.len())).unwrap_or_default();
    move_to(bench, moved, one)?;
    let took = move_to(bench, moved, other)?;
    figure("moving 1,000 users in one call", took.as_secs_f64() * 1e3, "ms", AtMost(2_000.0));
    Ok(())
}

/// The model as it stands, made where it is missing.
fn build(bench: &Bench) -> Result<Model> {
    let users = bench.users("")?;
    let groups = named(bench, "groups", "Group", GROUPS)?;
    let teams = named(bench, "teams", "Team", TEAMS)?;
    let skills = named(bench, "skills", "Skill", skills::SKILLS)?;
    let kept = bench.folder.join("people-model-built");
    if !kept.exists() {
        let began = Instant::now();
        for (n, some) in users.chunks(users.len().div_ceil(GROUPS).max(1)).enumerate() {
            for part in some.chunks(AT_ONCE) {
                move_to(bench, part, groups.get(n).context("a group")?)?;
            }
        }
        // Members are taken from all over the list, as teams cut through groups.
        for (n, team) in teams.iter().enumerate() {
            let mine: Vec<&String> = users.iter().skip(n).step_by(TEAMS).collect();
            if !mine.is_empty() {
                let path = format!("/api/v1/teams/{team}/members");
                let members = json!({"user_ids": mine});
                bench.server.send(Method::POST, &path, &bench.token, &members)?;
            }
        }
        std::fs::write(kept, "")?;
        say(&format!("  built in {:.0} s", began.elapsed().as_secs_f64()));
    }
    skills::build(bench, &groups, &skills)?;
    Ok(Model { users, groups, teams, skills })
}

impl Model {
    /// Lists of a group by one of the skills its profiles ask for, half of which are at this level.
    fn by_skill(&self) -> Vec<String> {
        let line = |(n, group): (usize, &String)| {
            let skill = self.skills.get(n * PER_GROUP % self.skills.len())?;
            let path = format!("/api/v1/users?group_id={group}&skill_id={skill}&min_level=5");
            Some(format!("GET\t{path}\t"))
        };
        self.groups.iter().enumerate().filter_map(line).collect()
    }
}

/// Ids of what has a name and a number, made where they are missing.
fn named(bench: &Bench, room: &str, name: &str, wanted: usize) -> Result<Vec<String>> {
    let path = format!("/api/v1/{room}");
    let there = bench.ids(&format!("{path}?"))?.len();
    for n in there..wanted.max(there) {
        let new = json!({"name": format!("{name} {n:05}")});
        bench.server.post(&path, &bench.token, &new)?;
    }
    bench.ids(&format!("{path}?"))
}

/// Moves these users, and tells how long that took.
fn move_to(bench: &Bench, users: &[String], group: &str) -> Result<Duration> {
    let body = json!({"user_ids": users, "group_id": group});
    let began = Instant::now();
    let answer = bench.server.post("/api/v1/users/group-moves", &bench.token, &body)?;
    let took = began.elapsed();
    let items = answer.get("items").and_then(Value::as_array).context("items")?;
    let moved = |item: &&Value| item.get("moved").and_then(Value::as_bool) == Some(true);
    ensure!(items.iter().filter(moved).count() == users.len(), "some did not move: {answer}");
    Ok(took)
}
