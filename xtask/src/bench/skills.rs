//! Skills and profiles for the people model: each group has profiles, each user ticks some of them and has levels
//! of their own besides (SPEC GRP-3).

use std::time::Instant;

use anyhow::Result;
use reqwest::Method;
use serde_json::{Value, json};

use super::server::text;
use super::{Bench, say};

/// Skills of the organisation.
pub(super) const SKILLS: usize = 300;
/// Profiles of a group; each asks for skills of its own.
pub(super) const PER_GROUP: usize = 6;
/// Profiles each user ticks, and levels each user has.
const EACH: usize = 3;
/// Most levels that one call sets.
const AT_ONCE: usize = 5_000;
/// Requests under way at a time while building.
const HANDS: usize = 8;

/// Makes profiles, ticks and levels, unless an earlier run has.
pub(super) fn build(bench: &Bench, groups: &[String], skills: &[String]) -> Result<()> {
    let kept = bench.folder.join("skills-built");
    if kept.exists() {
        return Ok(());
    }
    let began = Instant::now();
    let numbered: Vec<(usize, &String)> = groups.iter().enumerate().collect();
    std::thread::scope(|scope| {
        let share = numbered.len().div_ceil(HANDS).max(1);
        let work = |some| move || in_groups(bench, some, skills);
        let hands: Vec<_> = numbered.chunks(share).map(|some| scope.spawn(work(some))).collect();
        hands.into_iter().try_for_each(|hand| {
            hand.join().map_err(|_| anyhow::anyhow!("building the profiles failed"))?
        })
    })?;
    std::fs::write(kept, "")?;
    say(&format!("  skills built in {:.0} s", began.elapsed().as_secs_f64()));
    Ok(())
}

fn in_groups(bench: &Bench, groups: &[(usize, &String)], skills: &[String]) -> Result<()> {
    for (n, group) in groups {
        let profiles = profiles(bench, *n, group, skills)?;
        let members = bench.users(&format!("&group_id={group}"))?;
        for (at, user) in members.iter().enumerate() {
            let ticked: Vec<&String> =
                profiles.iter().cycle().skip(at % PER_GROUP).take(EACH).collect();
            let path = format!("/api/v1/users/{user}/profiles");
            bench.server.send(Method::PUT, &path, &bench.token, &json!({"profile_ids": ticked}))?;
        }
        levels(bench, &members, skills)?;
    }
    Ok(())
}

/// Profiles of a group, each with three skills at levels from 1 to 9.
fn profiles(bench: &Bench, n: usize, group: &str, skills: &[String]) -> Result<Vec<String>> {
    let one = |profile: usize| {
        let asked = skills.iter().cycle().skip(n * PER_GROUP + profile).step_by(97).take(EACH);
        let asked: Vec<Value> = asked
            .enumerate()
            .map(|(at, skill)| json!({"skill_id": skill, "level": (n + profile * 2 + at) % 9 + 1}))
            .collect();
        let name = format!("Profile {profile}");
        let new = json!({"group_id": group, "name": name, "skills": asked});
        text(&bench.server.post("/api/v1/profiles", &bench.token, &new)?, "id")
    };
    (0..PER_GROUP).map(one).collect()
}

/// Three levels of their own for each.
fn levels(bench: &Bench, users: &[String], skills: &[String]) -> Result<()> {
    let mut cells = Vec::with_capacity(users.len() * EACH);
    for (at, user) in users.iter().enumerate() {
        for (nth, skill) in skills.iter().cycle().skip(at * 7).step_by(101).take(EACH).enumerate() {
            let level = (at + nth) % 9 + 1;
            cells.push(json!({"user_id": user, "skill_id": skill, "level": level}));
        }
    }
    for some in cells.chunks(AT_ONCE) {
        let body = json!({"cells": some});
        bench.server.send(Method::PATCH, "/api/v1/skills/levels", &bench.token, &body)?;
    }
    Ok(())
}
