//! The filters of the list: what can be set, and a chip for each value that is.

use domain::users::Licence;
use kernel::Code;
use texts::Texts;

use super::super::licence_words::licence_name;
use super::Data;
use super::asked::Asked;
use crate::html::field::{Choice, Field};
use crate::html::typed::Typed;
use crate::html::users::{Filter, FilterChip, FilterGroup};

/// All of it.
pub(super) fn filter(texts: Texts, asked: &Asked, data: &Data) -> Filter {
    let choices = |keys: &[&str], prefix: fn(&str) -> &'static str, on: &[String]| -> Vec<Choice> {
        keys.iter()
            .map(|key| Choice {
                value: (*key).to_owned(),
                label: texts.get(prefix(key)).into_owned(),
                chosen: on.iter().any(|value| value == key),
                needs: String::new(),
            })
            .collect()
    };
    let group = |name, title, choices, single| FilterGroup { name, title, choices, single };
    let roles = data.roles.all(texts).map(|(role, name)| Choice {
        chosen: asked.role.contains(&role.key),
        value: role.key.clone(),
        label: name,
        needs: String::new(),
    });
    let all = ["invited", "active", "suspended", "deactivated"];
    let mut groups = vec![
        group(
            "lifecycle",
            "users-filter-lifecycle",
            choices(&all, lifecycle_key, &asked.lifecycle),
            false,
        ),
        group(
            "presence",
            "users-filter-presence",
            choices(&["logged_in", "logged_out"], presence_key, &asked.presence),
            false,
        ),
    ];
    let roles: Vec<_> = roles.collect();
    if !roles.is_empty() {
        groups.push(group("role", "users-filter-role", roles, false));
    }
    if data.groups.len() > 1 {
        let all = data.groups.iter().map(|(id, name)| Choice::new(id, name, &asked.group));
        groups.push(group("group", "users-filter-group", all.collect(), true));
    }
    if !data.teams.is_empty() {
        let none = Choice::new("none", texts.get("users-filter-no_team"), &asked.team);
        let all = data.teams.iter().map(|(id, name)| Choice::new(id, name, &asked.team));
        let all = all.chain([none]).collect();
        groups.push(group("team", "users-filter-team", all, true));
    }
    let licences = licences(texts, asked, data);
    if !licences.is_empty() {
        groups.push(group("licence", "users-column-licence", licences, false));
    }
    groups.extend(work(texts, asked, data));
    let chips = chips(texts, asked, data, &groups);
    let supervisor = supervisor(texts, asked, data);
    Filter { search: asked.search.clone(), sort: asked.sort.clone(), groups, supervisor, chips }
}

/// The name of the supervisor who is chosen.
fn chosen<'a>(asked: &Asked, data: &'a Data) -> Option<&'a String> {
    data.names.get(&asked.reports_to.parse().ok()?)
}

/// Whom those on show report to: anybody, whoever is chosen, or whom a search finds.
fn supervisor(texts: Texts, asked: &Asked, data: &Data) -> Field {
    let any = texts.get("list-any").into_owned();
    let known = chosen(asked, data).map(|name| (asked.reports_to.clone(), name.clone()));
    let field = Field::person("reports_to", "users-filter-supervisor", any, known);
    let present = (asked.reports_to.as_str(), asked.named.as_str());
    let mut typed = Typed::of([("reports_to", present.0), ("reports_to_named", present.1)]);
    if !asked.named.is_empty() {
        typed.refuse("reports_to", texts.error(Code::UserUnknown));
    }
    Field { optional: false, ..typed.fill_people(field) }
}

/// What people answer with, where the organisation has skills.
fn work(texts: Texts, asked: &Asked, data: &Data) -> Vec<FilterGroup> {
    let named = |all: &[(String, String)], present: &str| -> Vec<Choice> {
        all.iter().map(|(id, name)| Choice::new(id, name, present)).collect()
    };
    if data.skills.is_empty() {
        return Vec::new();
    }
    let level = |n: i64| Choice::new(n.to_string(), n.to_string(), &asked.level);
    let none = Choice::new("none", texts.get("work-cannot"), &asked.work);
    let menus = [
        ("skill", "skills-name", named(&data.skills, &asked.skill)),
        ("level", "work-at-least", (2..=9).map(level).collect()),
        ("profile", "profiles-name", named(&data.profiles, &asked.profile)),
        ("work", "person-tab-work", vec![none]),
    ];
    let groups = menus.into_iter().filter(|(.., choices)| !choices.is_empty());
    groups
        .map(|(name, title, choices)| FilterGroup { name, title, choices, single: true })
        .collect()
}

/// A chip for each of them that is on.
fn work_chips(texts: Texts, asked: &Asked, groups: &[FilterGroup]) -> Vec<FilterChip> {
    let first = || asked.first();
    let without = [
        ("skill", Asked { skill: String::new(), level: String::new(), ..first() }),
        ("level", Asked { level: String::new(), ..first() }),
        ("profile", Asked { profile: String::new(), ..first() }),
        ("work", Asked { work: String::new(), ..first() }),
    ];
    let chip = |(name, rest): (&str, Asked)| {
        let group = groups.iter().find(|group| group.name == name)?;
        let choice = group.choices.iter().find(|choice| choice.chosen)?;
        let label = format!("{}: {}", texts.get(group.title), choice.label);
        Some(FilterChip { label, without: rest.address() })
    };
    without.into_iter().filter_map(chip).collect()
}

/// The licences offered, and one that is asked for although it is not.
fn licences(texts: Texts, asked: &Asked, data: &Data) -> Vec<Choice> {
    let asked_for = |one: &Licence| asked.licence.iter().any(|key| key == one.as_str());
    let shown = Licence::ALL.iter().filter(|one| data.licences.contains(one) || asked_for(one));
    let choice = |one: &Licence| Choice {
        value: one.as_str().to_owned(),
        label: licence_name(texts, *one, &data.tier),
        chosen: asked_for(one),
        needs: String::new(),
    };
    shown.map(choice).collect()
}

fn lifecycle_key(key: &str) -> &'static str {
    match key {
        "invited" => "lifecycle-invited",
        "suspended" => "lifecycle-suspended",
        "deactivated" => "lifecycle-deactivated",
        _ => "lifecycle-active",
    }
}

fn presence_key(key: &str) -> &'static str {
    if key == "logged_in" { "presence-logged_in" } else { "presence-logged_out" }
}

/// One chip for each value that is on.
fn chips(texts: Texts, asked: &Asked, data: &Data, groups: &[FilterGroup]) -> Vec<FilterChip> {
    let mut chips = Vec::new();
    for group in groups.iter().filter(|group| !group.single) {
        for choice in group.choices.iter().filter(|choice| choice.chosen) {
            let mut rest = asked.first();
            for values in
                [&mut rest.lifecycle, &mut rest.presence, &mut rest.role, &mut rest.licence]
            {
                values.retain(|value| *value != choice.value);
            }
            chips.push(FilterChip {
                label: format!("{}: {}", texts.get(group.title), choice.label),
                without: rest.address(),
            });
        }
    }
    if !asked.reports_to.is_empty() || !asked.named.is_empty() {
        let name = if asked.named.is_empty() { chosen(asked, data) } else { Some(&asked.named) };
        let (reports_to, named) = (String::new(), String::new());
        chips.push(FilterChip {
            label: format!(
                "{}: {}",
                texts.get("users-filter-supervisor"),
                name.map_or("", String::as_str)
            ),
            without: Asked { reports_to, named, ..asked.first() }.address(),
        });
    }
    let team = groups.iter().find(|group| group.name == "team");
    if let Some(choice) = team.and_then(|group| group.choices.iter().find(|one| one.chosen)) {
        chips.push(FilterChip {
            label: format!("{}: {}", texts.get("users-filter-team"), choice.label),
            without: Asked { team: String::new(), ..asked.first() }.address(),
        });
    }
    if let Some((_, name)) = data.groups.iter().find(|(id, _)| *id == asked.group) {
        chips.push(FilterChip {
            label: format!("{}: {name}", texts.get("users-filter-group")),
            without: Asked { group: String::new(), ..asked.first() }.address(),
        });
    }
    chips.extend(work_chips(texts, asked, groups));
    chips
}
