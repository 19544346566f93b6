//! `/users/{id}/work`: what somebody answers with (SPEC GRP-3, GRP-6).

use std::collections::BTreeSet;

use axum::response::Response;
use domain::access::{self, Action};
use domain::profiles::{self, Choice};
use domain::skills::{self, Cell as LevelCell, Held, Levelled};
use domain::{Cx, users};
use http::StatusCode;
use kernel::ids::{ProfileId, UserId};
use kernel::{Error, Patch, Result};

use super::levels;
use super::person::{Whose, person, whose};
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Id;
use crate::html::{
    form_page::FormPage,
    frame::Place,
    parts::{Chip, icon},
    profiles::{self as views, Tick},
    table::{Cell, ListRow},
    typed::Typed,
    users::{Body, Facts, TabTable},
};
use crate::problem::Problem;

/// `GET /users/{id}/work`.
pub(crate) async fn tab(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let whose = whose(cx, id).await?;
        let choices = profiles::of_user(cx, id).await?;
        Ok((whose, choices, skills::of_user(cx, id).await?))
    });
    let (whose, choices, Held(levels)) = read.await?;
    let may = may(&page, &whose);
    let profiles = TabTable {
        title: "work-profiles",
        nothing: "work-profiles-none",
        columns: vec!["profiles-name", "work-from", "profiles-skills", "work-logs-on"],
        rows: choices.iter().map(|one| profile_row(&page, &whose, one, may)).collect(),
        ..TabTable::default()
    };
    let own = TabTable {
        title: "work-levels",
        nothing: "work-levels-none",
        columns: vec!["skills-name", "skills-level"],
        rows: levels.iter().map(level_row).collect(),
        ..TabTable::default()
    };
    let facts = if may { vec![links(&page, id)] } else { Vec::new() };
    let body = Body::Facts(facts, vec![profiles, own]);
    Ok(page.show(&person(&page, &whose, "person-tab-work", body)))
}

fn may(page: &Page, whose: &Whose) -> bool {
    access::decide(&page.me, Action::UsersAssignSkills, whose.found.relation).is_ok()
}

fn links(page: &Page, id: UserId) -> Facts {
    let link = |href: String, key: &str| Cell::Link(href, page.texts().get(key).into_owned());
    let facts = vec![
        ("work-edit", link(format!("/users/{id}/work/edit"), "work-edit-link")),
        ("work-own-profile", link(format!("/profiles/new?user={id}"), "work-own-profile-link")),
    ];
    Facts { title: "work-change", facts }
}

fn profile_row(page: &Page, whose: &Whose, one: &Choice, may: bool) -> ListRow {
    let (id, own) = (one.profile.id.to_string(), one.profile.user_id.is_some());
    let from = if own { page.texts().get("work-own").into_owned() } else { whose.group.clone() };
    let ticked = Chip::new("chip-good", icon("circle-check"), "work-ticked");
    ListRow {
        cells: vec![
            Cell::Text(one.profile.name.clone()),
            Cell::Text(from),
            Cell::Text(levels::line(&one.skills)),
            if one.ticked { Cell::Chip(ticked) } else { Cell::Empty },
        ],
        menu: if own && may { views::menu(&id) } else { Vec::new() },
        id,
    }
}

fn level_row(one: &Levelled) -> ListRow {
    ListRow {
        id: one.skill_id.to_string(),
        cells: vec![Cell::Text(one.name.clone()), Cell::Number(one.level.to_string())],
        menu: Vec::new(),
    }
}

/// What the form about somebody's work is made of.
struct Now {
    name: String,
    ticks: Vec<Choice>,
    levels: Vec<Levelled>,
    skills: Vec<(String, String)>,
}

async fn now(page: &Page, id: UserId) -> Result<Now, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let found = users::get(cx, id).await?;
        access::decide(cx.principal()?, Action::UsersAssignSkills, found.relation)?;
        let mut ticks = profiles::of_user(cx, id).await?;
        ticks.retain(|one| one.profile.group_id.is_some());
        let Held(levels) = skills::of_user(cx, id).await?;
        let skills = levels::all(cx).await?;
        Ok(Now { name: found.user.display_name, ticks, levels, skills })
    });
    Ok(read.await?)
}

impl Now {
    /// What stood there, for whoever saves to be told from what others did meanwhile.
    fn stands(&self) -> Vec<(String, String)> {
        let was = |one: &Levelled| (format!("was.{}", one.skill_id), one.level.to_string());
        let had = self.ticks.iter().filter(|one| one.ticked);
        let had = had.map(|one| ("had".to_owned(), one.profile.id.to_string()));
        self.levels.iter().map(was).chain(had).collect()
    }

    fn form(&self, page: &Page, id: UserId, typed: &Typed) -> FormPage {
        let ticks = self.ticks.iter().map(|one| Tick {
            id: one.profile.id.to_string(),
            words: format!("{} ({})", one.profile.name, levels::line(&one.skills)),
        });
        let ticks: Vec<Tick> = ticks.collect();
        let frame = page.frame(Place::Users);
        views::work(frame, (&id.to_string(), &self.name), &ticks, &self.skills, typed)
    }
}

/// `GET /users/{id}/work/edit`.
pub(crate) async fn edit(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    let now = now(&page, id).await?;
    let mut values = now.stands();
    values.extend(levels::values(&now.levels));
    let ticked = now.ticks.iter().filter(|one| one.ticked);
    values.extend(ticked.map(|one| ("profile".to_owned(), one.profile.id.to_string())));
    Ok(page.show(&now.form(&page, id, &Typed::new(values))))
}

/// The levels that were changed, and the name of each one's field.
fn cells(id: UserId, typed: &Typed) -> (Vec<LevelCell>, Vec<String>) {
    let changed = typed.pairs().iter().filter_map(|(name, text)| {
        let skill = name.strip_prefix("level.")?;
        let (level, was) = (levels::number(text), typed.value(&format!("was.{skill}")));
        let was = levels::number(was);
        let skill_id = skill.parse().ok()?;
        let cell = LevelCell { user_id: id, skill_id, level, was: Patch::from(was) };
        (level != was).then(|| (cell, name.clone()))
    });
    changed.unzip()
}

/// Ticks and unticks what the form says was ticked and unticked in it; what others did meanwhile stays.
async fn tick(cx: &mut Cx<'_>, id: UserId, typed: &Typed) -> Result<()> {
    let read = |name: &'static str| typed.all(name).filter_map(|text| text.parse().ok());
    let wanted: BTreeSet<ProfileId> = read("profile").collect();
    let had: BTreeSet<ProfileId> = read("had").collect();
    if wanted == had {
        return Ok(());
    }
    let now = profiles::of_user(cx, id).await?;
    let now = now.iter().filter(|one| one.ticked && one.profile.group_id.is_some());
    let mut next: BTreeSet<ProfileId> = now.map(|one| one.profile.id).collect();
    next.extend(wanted.difference(&had));
    next.retain(|one| wanted.contains(one) || !had.contains(one));
    let next: Vec<ProfileId> = next.into_iter().collect();
    profiles::tick(cx, id, &next).await.map(drop)
}

/// `POST /users/{id}/work/edit`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<UserId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let (cells, fields) = cells(id, &typed);
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        users::get(cx, id).await?;
        tick(cx, id, &typed).await?;
        skills::set_cells(cx, &cells).await
    });
    let error = match verb.await {
        Ok(_) => {
            let flash = Flash::new("toast-saved");
            return Ok(page.go_saying(&format!("/users/{id}/work"), &flash));
        }
        Err(error) => levels::placed(error, "cells", &fields),
    };
    refused(&page, id, &mut typed, error).await
}

/// The form with what was typed and what stands against it. What others changed meanwhile is said beside
/// the field; saving again sets what was typed.
async fn refused(
    page: &Page,
    id: UserId,
    typed: &mut Typed,
    error: Error,
) -> Result<Response, Problem> {
    let now = now(page, id).await?;
    let present = levels::values(&now.levels).collect();
    let mut status = crate::problem::status(&error);
    let error = levels::tell_changed(typed, error, page.texts(), &present);
    let notice = match typed.refused_here(error, page.texts())? {
        (_, None) => None,
        (told, notice) => {
            status = told;
            notice
        }
    };
    typed.replace(now.stands(), |name| name.starts_with("was.") || name == "had");
    let status = if status == StatusCode::OK { StatusCode::UNPROCESSABLE_ENTITY } else { status };
    Ok(page.show_with(status, &FormPage { notice, ..now.form(page, id, typed) }))
}
