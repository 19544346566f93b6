//! `/users/{id}/access`: what somebody is and may do, and why (SPEC ROL-5).

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::resource_filters::{self, Holder, Holds};
use domain::roles::{self, Explanation, Holding, Role};
use domain::users::list::{self, Filter, Request};
use domain::users::{Extra, User};
use domain::{Cx, exchanges, helpdesks, users};
use http::StatusCode;
use kernel::ids::UserId;
use kernel::{Code, Error, Result};
use texts::{Arg, Texts};

use super::licence_words::licence_name;
use super::links::with_query;
use super::person::{Whose, person, text, type_key, whose};
use super::resource_filter_holders::{may_assign, said};
use super::steps::show;
use super::{
    flash::Flash,
    form::Form,
    page::{Page, face},
    people,
};
use crate::extract::{Id, Query};
use crate::html::{
    frame::Place,
    parts::{Chip, When},
    roles as views,
    sheet::Sheet,
    table::{Cell, ListRow},
    typed::Typed,
    users::{Body, Facts, TabTable},
};
use crate::problem::Problem;

/// `GET /users/{id}/access`.
pub(crate) async fn tab(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    let (whose, below, held, workplace, (sight, above)) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let filter = Filter { reports_to: Some(id), ..Filter::default() };
            let below = list::page(cx, &Request { filter, ..Request::default() }).await?.items;
            let held = roles::holdings(cx, id).await?.holdings;
            let whose = whose(cx, id).await?;
            let workplace = workplace(cx, &whose.found.user).await?;
            let sight = resource_filters::held_by(cx, Holder::User(id)).await?;
            let above = people::names(cx, whose.found.user.reports_to.into_iter()).await?;
            Ok((whose, below, held, workplace, (sight, above.into_iter().next())))
        })
        .await?;
    let (user, texts) = (&whose.found.user, page.texts());
    let supervisor = match &above {
        Some((id, name)) => Cell::Link(format!("/users/{id}"), name.clone()),
        None => Cell::Empty,
    };
    let licence =
        user.licence.map(|licence| licence_name(texts, licence, &page.me.organisation.tier));
    let place = vec![
        ("user-role_id", Cell::Text(people::named(texts, &whose.role))),
        ("role-about", text(about(&whose.role).map(|key| texts.get(key)).as_deref())),
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
    let mut place = place;
    place.push(("filters-filter", sight_cell(&page, &whose, &sight)));
    if user.device_management || user.support_management {
        place.push(("access-extra", Cell::Text(extra(texts, user))));
    }
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
        ..TabTable::default()
    };
    let role = people::named(texts, &whose.role);
    let holdings = TabTable {
        title: "access-holdings",
        nothing: "list-nothing",
        columns: vec!["access-permission", "access-scopes", "access-origin"],
        rows: held.iter().map(|one| holding(texts, id, one, &role)).collect(),
        ..TabTable::default()
    };
    let body = Body::Facts(groups, vec![reports, holdings]);
    Ok(page.show(&person(&page, &whose, "person-tab-access", body)))
}

/// By which resource filter somebody sees; for those who give filters, the way to it.
fn sight_cell(page: &Page, whose: &Whose, sight: &Holds) -> Cell {
    let (said, user) = (said(page.texts(), sight), &whose.found.user);
    let may = access::decide(&page.me, Action::ResourceFiltersManage, whose.found.relation).is_ok();
    if may && may_assign(page) {
        Cell::Link(format!("/users/{}/filter", user.id), said)
    } else {
        Cell::Text(said)
    }
}

/// Names of the exchange and the helpdesk, for those who may see them.
async fn workplace(cx: &mut Cx<'_>, user: &User) -> Result<(Option<String>, Option<String>)> {
    let seen = |name: Result<String>| match name {
        Ok(name) => Ok(Some(name)),
        Err(error) if error.is_forbidden() || matches!(error, Error::NotFound) => Ok(None),
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

/// What a built-in role is for.
fn about(role: &Role) -> Option<&'static str> {
    Some(match role.key.as_str() {
        "administrator" => "role-about-administrator",
        "supervisor" => "role-about-supervisor",
        "team_leader" => "role-about-team_leader",
        "technician" => "role-about-technician",
        "viewer" => "role-about-viewer",
        _ => return None,
    })
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

/// The grants beside the role, in words.
fn extra(texts: Texts, user: &User) -> String {
    let all = [
        (user.device_management, "access-device_management"),
        (user.support_management, "access-support_management"),
    ];
    let held = all.iter().filter(|(held, _)| *held).map(|(_, key)| texts.get(key));
    held.collect::<Vec<_>>().join(", ")
}

fn holding(texts: Texts, id: UserId, one: &Holding, role: &str) -> ListRow {
    let why = format!("/users/{id}/why?permission={}", one.action.as_str());
    ListRow {
        id: one.action.as_str().replace('.', "-"),
        cells: vec![
            Cell::Link(why, views::permission(texts, one.action)),
            Cell::Text(views::scopes(texts, one.reach)),
            Cell::Text(role.to_owned()),
        ],
        menu: Vec::new(),
    }
}

/// `GET /users/{id}/why?permission=…&target=…`: why somebody can or can't do something, in words.
pub(crate) async fn why(
    page: Page,
    Id(id): Id<UserId>,
    mut query: Query,
) -> Result<Response, Problem> {
    let permission = query.one("permission").unwrap_or_default();
    let whom = query.one("target").unwrap_or_default();
    let (user, answer) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let user = users::get(cx, id).await?.user;
            let answer = match Action::parse(&permission) {
                Some(action) => Some(asked(cx, id, action, &whom).await),
                None => None,
            };
            Ok((user, answer))
        })
        .await?;
    let mut typed = Typed::of([("permission", permission.as_str()), ("target", whom.as_str())]);
    let lines = match answer {
        None => Vec::new(),
        Some(Ok(why)) => words(page.texts(), &why),
        Some(Err(error)) => {
            let notice = typed.refused(error, page.texts())?;
            notice.map(|notice| notice.text).into_iter().collect()
        }
    };
    let frame = page.frame(Place::Users);
    let view = views::why(frame, &id.to_string(), &user.display_name, &typed, lines);
    Ok(page.show(&view))
}

/// `POST /users/{id}/why`: the question becomes an address, so that the answer can be passed on.
pub(crate) async fn ask_why(
    page: Page,
    Id(id): Id<UserId>,
    Form(typed): Form,
) -> Result<Response, Problem> {
    page.app.crewdesk().read(&page.actor, async |cx| users::get(cx, id).await).await?;
    let pairs =
        [("permission", typed.value("permission")), ("target", typed.value("target").trim())];
    Ok(page.go(&with_query(&format!("/users/{id}/why"), &pairs)))
}

async fn asked(cx: &mut Cx<'_>, id: UserId, action: Action, whom: &str) -> Result<Explanation> {
    let target = match whom.trim() {
        "" => None,
        text => Some(people::by_name(cx, text).await?.ok_or(unknown())?),
    };
    roles::explain(cx, id, action, target).await
}

fn unknown() -> Error {
    Error::field("target", Code::UserUnknown)
}

/// The reasons, one after the other.
fn words(texts: Texts, why: &Explanation) -> Vec<String> {
    let name = || Arg::from(&why.user.display_name);
    let role = people::named(texts, &why.role);
    let permission = views::permission(texts, why.action);
    let mut lines = Vec::new();
    let verdict = if why.refusal.is_none() { "why-can" } else { "why-can-not" };
    let values = [("name", name()), ("permission", Arg::from(&permission))];
    lines.push(texts.with(verdict, &values).into_owned());
    let values = [
        ("role", Arg::from(&role)),
        ("permission", Arg::from(&permission)),
        ("scopes", Arg::from(views::scopes(texts, why.held))),
    ];
    let given = if why.held.is_none() { "why-role-not" } else { "why-role" };
    lines.push(texts.with(given, &values).into_owned());
    if let Some((target, relation)) = &why.target {
        let values = [("name", name()), ("target", Arg::from(&target.display_name))];
        let relations = [
            (relation.is_self, "why-self"),
            (relation.reports, "why-reports"),
            (relation.in_led_team, "why-team"),
            (relation.in_group, "why-group"),
        ];
        let mut any = false;
        for (_, key) in relations.iter().filter(|(holds, _)| *holds) {
            lines.push(texts.with(key, &values).into_owned());
            any = true;
        }
        if !any && !why.held.holds(Reach::ORGANISATION) {
            lines.push(texts.with("why-stranger", &values).into_owned());
        }
    }
    if let (Some(filter), Some((target, _))) = (&why.hidden_by, &why.target) {
        let values = [
            ("name", name()),
            ("filter", Arg::from(filter)),
            ("target", Arg::from(&target.display_name)),
        ];
        lines.push(texts.with("why-filter", &values).into_owned());
    }
    if let Some(code) = why.refusal.filter(|code| !matches!(code, Code::Forbidden | Code::NotFound))
    {
        lines.push(texts.error(code).into_owned());
    }
    lines
}

/// `GET /users/{id}/grants`: the grants beside the role (SPEC ROL-6).
pub(crate) async fn ask_grants(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    let found = page.app.crewdesk().read(&page.actor, async |cx| users::get(cx, id).await).await?;
    access::decide(&page.me, Action::UsersAssignGrants, found.relation)?;
    let user = found.user;
    let typed = Typed::of([
        ("device_management", if user.device_management { "true" } else { "" }),
        ("support_management", if user.support_management { "true" } else { "" }),
    ]);
    let frame = page.frame(Place::Users);
    let sheet = views::grants(frame, &id.to_string(), &user.display_name, user.version, &typed);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /users/{id}/grants`.
pub(crate) async fn assign_grants(
    page: Page,
    Id(id): Id<UserId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let version = typed.value("version").parse().unwrap_or(-1);
    let wanted = Extra {
        device_management: typed.value("device_management") == "true",
        support_management: typed.value("support_management") == "true",
    };
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| users::assign_grants(cx, id, Some(version), wanted).await);
    let error = match verb.await {
        Ok(user) => {
            let flash = Flash::about("toast-user-saved", &user.display_name);
            return Ok(page.go_saying(&format!("/users/{id}/access"), &flash));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let found = page.app.crewdesk().read(&page.actor, async |cx| users::get(cx, id).await).await?;
    let frame = page.frame(Place::Users);
    let name = &found.user.display_name;
    let sheet = views::grants(frame, &id.to_string(), name, version, &typed);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}
