//! `/skills/levels`: levels of many people in many skills, saved as one change (SPEC GRP-3).

use std::collections::BTreeMap;

use axum::response::Response;
use domain::Cx;
use domain::access::Action;
use domain::skills::{self, Cell, Row, Who};
use domain::users::list::Search;
use kernel::ids::{SkillId, UserId};
use kernel::{Cursor, PageSize, Patch, Result};

use super::links::with_query;
use super::{flash::Flash, form::Form, levels, page::Page, people};
use crate::extract::Query;
use crate::html::{
    field::Choice,
    frame::Place,
    matrix::{Level, Matrix, Person},
    skills as views,
    table::Pager,
    typed::Typed,
};
use crate::problem::Problem;

/// So many skills are shown where none was chosen.
const AT_FIRST: usize = 8;
/// Most skills shown at once.
const MOST: usize = 30;
/// People on a page.
const PEOPLE: i64 = 200;

/// What the address asks for.
#[derive(Debug, Clone)]
struct Asked {
    search: String,
    group: String,
    team: String,
    skills: Vec<String>,
    cursor: String,
}

impl Asked {
    fn read(mut query: Query) -> Self {
        Self {
            search: query.one("search").unwrap_or_default(),
            group: query.one("group").unwrap_or_default(),
            team: query.one("team").unwrap_or_default(),
            skills: query.all("skill"),
            cursor: query.one("cursor").unwrap_or_default(),
        }
    }

    fn address(&self, cursor: &str) -> String {
        let skills = self.skills.join(",");
        let pairs = [
            ("search", self.search.as_str()),
            ("group", &self.group),
            ("team", &self.team),
            ("skill", &skills),
            ("cursor", cursor),
        ];
        with_query("/skills/levels", &pairs)
    }

    fn who(&self) -> Result<Who> {
        Ok(Who {
            search: Search::parse(&self.search)?,
            groups: self.group.parse().into_iter().collect(),
            teams: self.team.parse().into_iter().collect(),
        })
    }

    /// Of all skills those chosen, else the first few.
    fn shown(&self, all: &[(String, String)]) -> Vec<(String, String)> {
        let chosen = all.iter().filter(|(id, _)| self.skills.contains(id));
        let chosen: Vec<_> = chosen.take(MOST).cloned().collect();
        if chosen.is_empty() { all.iter().take(AT_FIRST).cloned().collect() } else { chosen }
    }
}

/// What the page is made of.
struct Data {
    all: Vec<(String, String)>,
    shown: Vec<(String, String)>,
    rows: Vec<Row>,
    next: Option<Cursor>,
    groups: Vec<(String, String)>,
    teams: Vec<(String, String)>,
}

/// `only` names people and skills that were on the page before, whom it shows again.
async fn read(
    cx: &mut Cx<'_>,
    asked: &Asked,
    only: Option<(&[UserId], &[SkillId])>,
) -> Result<Data> {
    cx.require(Action::UsersAssignSkills)?;
    let all = levels::all(cx).await?;
    let (rows, next, shown) = match only {
        Some((ids, columns)) => {
            let rows = skills::matrix_of(cx, ids, columns).await?;
            let columns: Vec<String> = columns.iter().map(ToString::to_string).collect();
            let name = |id: &String| all.iter().find(|(known, _)| known == id).cloned();
            (rows, None, columns.iter().filter_map(name).collect())
        }
        None => {
            let shown = asked.shown(&all);
            let columns: Vec<SkillId> =
                shown.iter().filter_map(|(id, _)| id.parse().ok()).collect();
            let cursor = (!asked.cursor.is_empty()).then(|| Cursor::from_request(&asked.cursor));
            let size = PageSize::new(Some(PEOPLE))?;
            let page = skills::matrix(cx, asked.who()?, &columns, size, cursor).await?;
            (page.items, page.next_cursor, shown)
        }
    };
    let (groups, teams) = (people::groups(cx).await?, people::teams(cx).await?);
    Ok(Data { all, shown, rows, next, groups, teams })
}

/// The page, with what was typed where it comes back.
fn view(page: &Page, asked: &Asked, data: &Data, typed: &Typed) -> Matrix {
    let texts = page.texts();
    let choices = |all: &[(String, String)], key: &str, present: &str| -> Vec<Choice> {
        let first = Choice::new("", texts.get(key), present);
        let rest = all.iter().map(|(id, name)| Choice::new(id, name, present));
        std::iter::once(first).chain(rest).collect()
    };
    let ticked = |(id, name): &(String, String)| Choice {
        chosen: data.shown.iter().any(|(shown, _)| shown == id),
        value: id.clone(),
        label: name.clone(),
        needs: String::new(),
    };
    let next = data.next.as_ref().map(|cursor| asked.address(cursor.as_str()));
    let first = (!asked.cursor.is_empty()).then(|| asked.address(""));
    Matrix {
        frame: page.frame(Place::Skills),
        tabs: views::tabs("levels-title"),
        notice: None,
        search: asked.search.clone(),
        groups: choices(&data.groups, "levels-every-group", &asked.group),
        teams: choices(&data.teams, "levels-every-team", &asked.team),
        choices: data.all.iter().map(ticked).collect(),
        skills: data.shown.clone(),
        people: data.rows.iter().map(|row| person(data, row, typed)).collect(),
        pager: Pager { first, next, ..Pager::default() },
        address: asked.address(&asked.cursor),
    }
}

fn person(data: &Data, row: &Row, typed: &Typed) -> Person {
    let user = &row.user;
    let level = |(column, (skill, _)): (usize, &(String, String))| {
        let skill = skill.parse().ok().and_then(|skill: SkillId| row.levels.get(&skill));
        let was = skill.map(ToString::to_string).unwrap_or_default();
        let name = format!("l.{}.{column}", user.id);
        let value = if typed.has(&name) { typed.value(&name).to_owned() } else { was.clone() };
        Level { value, was, error: typed.error(&name) }
    };
    Person {
        id: user.id.to_string(),
        name: user.display_name.clone(),
        second: user.email.clone().unwrap_or_else(|| user.username.clone()),
        locked: !row.may_change,
        levels: data.shown.iter().enumerate().map(level).collect(),
    }
}

/// `GET /skills/levels`.
pub(crate) async fn show(page: Page, query: Query) -> Result<Response, Problem> {
    let asked = Asked::read(query);
    let read = page.app.crewdesk().read(&page.actor, async |cx| read(cx, &asked, None).await);
    Ok(page.show(&view(&page, &asked, &read.await?, &Typed::default())))
}

/// The form as it came: which people and skills it showed, the levels that were changed in it, and the name
/// of each one's field.
struct Sent {
    people: Vec<UserId>,
    skills: Vec<SkillId>,
    cells: Vec<Cell>,
    fields: Vec<String>,
}

impl Sent {
    fn read(typed: &Typed) -> Self {
        let skills: Vec<SkillId> = typed.all("s").filter_map(|id| id.parse().ok()).collect();
        let mut sent = Self { people: Vec::new(), skills, cells: Vec::new(), fields: Vec::new() };
        let values: BTreeMap<&str, &str> =
            typed.pairs().iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        for (id, stood) in typed.all("p").filter_map(|row| row.split_once(':')) {
            let Ok(user_id) = id.parse::<UserId>() else { continue };
            sent.people.push(user_id);
            for (column, (skill_id, was)) in sent.skills.iter().zip(stood.chars()).enumerate() {
                let name = format!("l.{id}.{column}");
                let Some(text) = values.get(name.as_str()) else { continue };
                let was = was.to_digit(10).map(i64::from);
                // Zero takes a level, as the key does.
                let level = levels::number(text).filter(|_| text.trim() != "0");
                if level == was {
                    continue;
                }
                let skill_id = *skill_id;
                sent.cells.push(Cell { user_id, skill_id, level, was: Patch::from(was) });
                sent.fields.push(name);
            }
        }
        sent
    }
}

/// The levels that stand now, by the names of their fields.
fn present(data: &Data) -> BTreeMap<String, String> {
    let columns: BTreeMap<&str, usize> =
        data.shown.iter().enumerate().map(|(at, (id, _))| (id.as_str(), at)).collect();
    let of = |row: &Row| {
        let named = row.levels.iter().filter_map(|(skill, level)| {
            let column = columns.get(skill.to_string().as_str())?;
            Some((format!("l.{}.{column}", row.user.id), level.to_string()))
        });
        named.collect::<Vec<_>>()
    };
    data.rows.iter().flat_map(of).collect()
}

/// `POST /skills/levels`: all that was changed, or nothing of it.
pub(crate) async fn save(
    page: Page,
    query: Query,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let (asked, sent) = (Asked::read(query), Sent::read(&typed));
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| skills::set_cells(cx, &sent.cells).await);
    let error = match verb.await {
        Ok(changed) => {
            let flash = Flash::counting("toast-levels-saved", changed);
            return Ok(page.go_saying(&asked.address(&asked.cursor), &flash));
        }
        Err(error) => levels::placed(error, "cells", &sent.fields),
    };
    let mut status = crate::problem::status(&error);
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| read(cx, &asked, Some((&sent.people, &sent.skills))).await);
    let data = read.await?;
    let error = levels::tell_changed(&mut typed, error, page.texts(), &present(&data));
    let (told, notice) = typed.refused_here(error, page.texts())?;
    if notice.is_some() {
        status = told;
    }
    let view = view(&page, &asked, &data, &typed);
    Ok(page.show_with(status, &Matrix { notice, ..view }))
}
