//! `/users/{id}/access`: what a person may do, what they use, who reports to them.

use axum::response::Response;
use domain::users::User;
use domain::users::list::{self, Filter, Request};
use domain::{Cx, exchanges, helpdesks};
use kernel::ids::UserId;
use kernel::{Error, Result};
use texts::Texts;

use super::licence_words::licence_name;
use super::page::{Page, face};
use super::people;
use super::person::{person, text, type_key, whose};
use crate::extract::Id;
use crate::html::{
    parts::{Chip, When},
    table::{Cell, ListRow},
    users::{Body, Facts, TabTable},
};
use crate::problem::Problem;

/// `GET /users/{id}/access`.
pub(crate) async fn access(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    let (whose, below, workplace) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let filter = Filter { reports_to: Some(id), ..Filter::default() };
            let below = list::page(cx, &Request { filter, ..Request::default() }).await?.items;
            let whose = whose(cx, id).await?;
            let workplace = workplace(cx, &whose.found.user).await?;
            Ok((whose, below, workplace))
        })
        .await?;
    let (user, texts) = (&whose.found.user, page.texts());
    let supervisor = match &whose.supervisor {
        Some((id, name)) => Cell::Link(format!("/users/{id}"), name.clone()),
        None => Cell::Empty,
    };
    let licence =
        user.licence.map(|licence| licence_name(texts, licence, &page.me.organisation.tier));
    let place = vec![
        ("user-role_id", Cell::Text(people::role_name(texts, &whose.found.role_key))),
        ("role-about", Cell::Text(texts.get(about(&whose.found.role_key)).into_owned())),
        ("user-reports_to", supervisor),
        ("user-group_id", text(Some(&whose.group))),
    ];
    let standing = vec![
        ("users-filter-lifecycle", Cell::Chip(Chip::lifecycle(user.lifecycle.as_str()))),
        ("person-since", Cell::When(When::at(page.lang(), &page.zone, user.lifecycle_at))),
        ("user-user_type", Cell::Text(texts.get(type_key(user.user_type)).into_owned())),
    ];
    let uses = vec![
        ("user-licence", text(licence.as_deref())),
        ("user-exchange_id", text(workplace.0.as_deref())),
        ("user-extension", user.extension.clone().map_or(Cell::Empty, Cell::Number)),
        ("user-helpdesk_id", text(workplace.1.as_deref())),
        ("user-form-flags", text(Some(&flags(texts, user)))),
    ];
    let groups = vec![
        Facts { title: "person-place", facts: place },
        Facts { title: "person-standing", facts: standing },
        Facts { title: "user-form-licence", facts: uses },
    ];
    let reports = TabTable {
        title: "person-reports",
        nothing: "person-reports-none",
        columns: vec!["users-column-name", "users-column-state"],
        rows: below.iter().map(report).collect(),
    };
    Ok(page.show(&person(&page, &whose, "person-tab-access", Body::Facts(groups, vec![reports]))))
}

/// Names of the exchange and the helpdesk, for those who may see them.
async fn workplace(cx: &mut Cx<'_>, user: &User) -> Result<(Option<String>, Option<String>)> {
    let seen = |name: Result<String>| match name {
        Ok(name) => Ok(Some(name)),
        Err(Error::Forbidden(_) | Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    };
    let exchange = match user.exchange_id {
        Some(id) => seen(exchanges::get(cx, id).await.map(|exchange| exchange.name))?,
        None => None,
    };
    let helpdesk = match user.helpdesk_id {
        Some(id) => seen(helpdesks::get(cx, id).await.map(|helpdesk| helpdesk.name))?,
        None => None,
    };
    Ok((exchange, helpdesk))
}

/// What the user is beside a licence, in words.
fn flags(texts: Texts, user: &User) -> String {
    let all = [
        (user.api_communicator, "user-api_communicator"),
        (user.statutory_representative, "user-statutory_representative"),
        (user.do_not_invoice, "user-do_not_invoice"),
    ];
    let set = all.iter().filter(|(set, _)| *set).map(|(_, key)| texts.get(key));
    set.collect::<Vec<_>>().join("; ")
}

fn about(role_key: &str) -> &'static str {
    match role_key {
        "administrator" => "role-about-administrator",
        "supervisor" => "role-about-supervisor",
        "team_leader" => "role-about-team_leader",
        "viewer" => "role-about-viewer",
        _ => "role-about-technician",
    }
}

fn report(user: &User) -> ListRow {
    let id = user.id.to_string();
    let second = user.email.clone().unwrap_or_else(|| user.username.clone());
    let face = face(&id, &user.display_name, user.photo_version);
    ListRow {
        cells: vec![
            Cell::Who(Some(format!("/users/{id}")), face, user.display_name.clone(), second),
            Cell::Chip(Chip::state(user.lifecycle.as_str(), user.presence.as_str())),
        ],
        id,
        menu: Vec::new(),
    }
}
