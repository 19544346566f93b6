//! `/invitations`: the list and what is done with one (SPEC ACC-1).

use std::str::FromStr;

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::invitations::{self, Filter, Invitation, Invitee, State};
use domain::{teams, users};
use http::StatusCode;
use kernel::ids::InvitationId;
use kernel::{Code, Cursor, Error, PageSize, Result, Timestamp};

use super::people::{self, Roles};
use super::steps::show;
use super::{
    flash::Flash,
    form::Form,
    links::with_query,
    page::{Page, face},
};
use crate::extract::{Id, Query};
use crate::html::{
    frame::Place,
    invitations as views,
    parts::When,
    table::{Cell, ListRow, Pager},
    typed::Typed,
};
use crate::problem::Problem;

/// Most rows of the form.
const ROWS: usize = 50;

/// An invitation with what its row names.
struct Line {
    invitation: Invitation,
    name: String,
    photo_version: i64,
    role: String,
    by: String,
}

/// `GET /invitations`.
pub(crate) async fn list(page: Page, mut query: Query) -> Result<Response, Problem> {
    let from = query.one("cursor").map(|text| Cursor::from_request(&text));
    let state = query.one("state").unwrap_or_default();
    let filter = filter(&state)?;
    let (lines, next, waiting, now) = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| {
            let rows = invitations::list(cx, &filter, PageSize::default(), from.as_ref()).await?;
            let next = rows.next_cursor.clone();
            let lines = lines(cx, &page, rows.items).await?;
            let all = page.me.grants.reach(Action::InvitationsManage).holds(Reach::ORGANISATION);
            let waiting = if all { invitations::uninvited(cx).await?.len() } else { 0 };
            Ok((lines, next, waiting, cx.now))
        })
        .await?;
    let manages = access::require(&page.me, Action::InvitationsManage);
    let rows = lines.iter().map(|line| row(&page, line, manages.is_ok(), now)).collect();
    let pager = Pager {
        first: from.is_some().then(|| with_query("/invitations", &[("state", &state)])),
        next: next.map(|cursor| {
            with_query("/invitations", &[("state", &state), ("cursor", cursor.as_str())])
        }),
        ..Pager::default()
    };
    Ok(page.show_list(&views::list(
        page.frame(Place::Invitations),
        (rows, pager),
        views::states(page.texts(), &state),
        i64::try_from(waiting).unwrap_or(0),
        manages.is_ok(),
    )))
}

/// The state that the address asks for.
fn filter(state: &str) -> Result<Filter> {
    Ok(match state {
        "" => Filter::default(),
        "pending" => Filter { expired: Some(false), ..Filter::default() },
        "expired" => Filter { expired: Some(true), ..Filter::default() },
        other => {
            let unknown = Error::field("state", Code::FilterUnknown);
            Filter { state: Some(State::parse(other).ok_or(unknown)?), ..Filter::default() }
        }
    })
}

async fn lines(cx: &mut domain::Cx<'_>, page: &Page, rows: Vec<Invitation>) -> Result<Vec<Line>> {
    let roles = Roles::read(cx).await?;
    let ids =
        rows.iter().map(|row| row.user_id).chain(rows.iter().filter_map(|row| row.invited_by));
    let names = people::names(cx, ids).await?;
    let users = users::several(cx, &rows.iter().map(|row| row.user_id).collect::<Vec<_>>()).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for invitation in rows {
        let user = users.iter().find(|user| user.id == invitation.user_id);
        let named = |id| names.get(&id).cloned().unwrap_or_default();
        lines.push(Line {
            name: named(invitation.user_id),
            photo_version: user.map_or(0, |user| user.photo_version),
            role: user.map(|user| roles.name(page.texts(), user.role_id)).unwrap_or_default(),
            by: invitation.invited_by.map(named).unwrap_or_default(),
            invitation,
        });
    }
    Ok(lines)
}

fn row(page: &Page, line: &Line, manages: bool, now: Timestamp) -> ListRow {
    let one = &line.invitation;
    let (id, user) = (one.id.to_string(), one.user_id.to_string());
    let when = |at| Cell::When(When::relative(page.lang(), &page.zone, at, now));
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let pending = one.state == State::Pending;
    let state = match one.state {
        State::Pending if one.expires_at <= now => "expired",
        State::Pending => "pending",
        State::Accepted => "accepted",
        State::Cancelled => "cancelled",
    };
    let email = one.email.clone().unwrap_or_default();
    ListRow {
        cells: vec![
            Cell::Who(
                Some(format!("/users/{user}")),
                face(&user, &line.name, line.photo_version),
                line.name.clone(),
                email,
            ),
            Cell::Chip(views::state(state)),
            text(&line.role),
            text(&line.by),
            when(one.sent_at),
            if pending { when(one.expires_at) } else { Cell::Empty },
        ],
        menu: if pending && manages { views::menu(&id) } else { Vec::new() },
        id,
    }
}

async fn offers(page: &Page) -> Result<views::Offers> {
    let manages = page.me.grants.reach(Action::TeamsManage).holds(Reach::ORGANISATION);
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let teams = if manages { teams::named(cx).await? } else { Vec::new() };
        Ok((Roles::read(cx).await?, teams))
    });
    let (roles, teams) = read.await?;
    Ok(views::Offers {
        roles: roles.assignable(&page.me, page.texts()),
        teams: teams.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
    })
}

/// `GET /invitations/new`.
pub(crate) async fn blank(page: Page, mut query: Query) -> Result<Response, Problem> {
    access::require(&page.me, Action::InvitationsManage)?;
    let rows = query.one("rows").and_then(|text| text.parse().ok()).unwrap_or(1);
    let offers = offers(&page).await?;
    Ok(page.show(&views::form(page.frame(Place::Invitations), &Typed::default(), rows, &offers)))
}

/// The people of the form; rows in which nothing was typed are left out.
fn people_of(typed: &Typed) -> Result<Vec<(usize, Invitee)>> {
    let mut people = Vec::new();
    for number in 0..ROWS {
        let value = |name: &str| typed.value(&format!("{name}.{number}")).trim().to_owned();
        let (first_name, last_name, email) =
            (value("first_name"), value("last_name"), value("email"));
        if [&first_name, &last_name, &email].iter().all(|text| text.is_empty()) {
            continue;
        }
        let role_id = chosen(number, "role_id", &value("role_id"), Code::RoleUnknown)?;
        let team = chosen(number, "team_id", &value("team_id"), Code::TeamUnknown)?;
        let teams = team.into_iter().collect();
        people.push((
            number,
            Invitee { first_name, last_name, email, role_id, teams, ..Invitee::default() },
        ));
    }
    Ok(people)
}

/// An id chosen from a row's menu.
fn chosen<T: FromStr>(row: usize, name: &str, value: &str, unknown: Code) -> Result<Option<T>> {
    match value {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| Error::field(format!("{name}.{row}"), unknown)),
    }
}

/// Errors name the place in the list that was sent; the form has rows, some of them empty.
fn on_rows(error: Error, places: &[usize]) -> Error {
    let Error::Invalid(mut faults) = error else { return error };
    for fault in &mut faults {
        let mut parts = fault.pointer.splitn(3, '/');
        let (Some("people"), Some(place), Some(name)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        if let Some(number) = place.parse::<usize>().ok().and_then(|place| places.get(place)) {
            fault.pointer = format!("{name}.{number}");
        }
    }
    Error::Invalid(faults)
}

/// `POST /invitations/new`.
pub(crate) async fn send(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let people = people_of(&typed);
    let places: Vec<usize> = people.iter().flatten().map(|(number, _)| *number).collect();
    let done = match people {
        Ok(people) if people.is_empty() => Err(Error::field("email.0", Code::Required)),
        Ok(people) => {
            let people = people.into_iter().map(|(_, person)| person).collect();
            page.app
                .crewdesk()
                .write(&page.actor, async |cx| {
                    let people = invitations::placed(cx, people).await?;
                    invitations::invite(cx, people).await
                })
                .await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(sent) => Ok(page.go_saying("/", &Flash::counting("toast-invited", sent.len()))),
        Err(error) => {
            let error = on_rows(error, &places);
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            let rows = places.last().map_or(1, |last| last + 1);
            let mut view =
                views::form(page.frame(Place::Invitations), &typed, rows, &offers(&page).await?);
            view.notice = notice;
            Ok(page.show_with(status, &view))
        }
    }
}

async fn find(page: &Page, id: InvitationId) -> Result<Invitation> {
    page.app.crewdesk().read(&page.actor, async |cx| invitations::get(cx, id).await).await
}

/// `GET /invitations/{id}/resend`.
pub(crate) async fn ask_resend(page: Page, Id(id): Id<InvitationId>) -> Result<Response, Problem> {
    let email = find(&page, id).await?.email.unwrap_or_default();
    Ok(show(
        &page,
        StatusCode::OK,
        &views::resend(page.frame(Place::Invitations), &id.to_string(), &email),
    ))
}

/// `POST /invitations/{id}/resend`.
pub(crate) async fn resend(
    page: Page,
    Id(id): Id<InvitationId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    page.app.crewdesk().write(&page.actor, async |cx| invitations::resend(cx, id).await).await?;
    Ok(page.go_saying("/invitations", &Flash::new("toast-invitation-resent")))
}

/// `GET /invitations/{id}/cancel`.
pub(crate) async fn ask_cancel(page: Page, Id(id): Id<InvitationId>) -> Result<Response, Problem> {
    let email = find(&page, id).await?.email.unwrap_or_default();
    Ok(show(
        &page,
        StatusCode::OK,
        &views::cancel(page.frame(Place::Invitations), &id.to_string(), &email),
    ))
}

/// `POST /invitations/{id}/cancel`.
pub(crate) async fn cancel(
    page: Page,
    Id(id): Id<InvitationId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    page.app.crewdesk().write(&page.actor, async |cx| invitations::cancel(cx, id).await).await?;
    Ok(page.go_saying("/invitations", &Flash::new("toast-invitation-cancelled")))
}

/// `GET /invitations/all`.
pub(crate) async fn ask_all(page: Page) -> Result<Response, Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| invitations::uninvited(cx).await);
    let count = i64::try_from(read.await?.len()).unwrap_or(0);
    Ok(show(&page, StatusCode::OK, &views::send_all(page.frame(Place::Invitations), count)))
}

/// `POST /invitations/all`.
pub(crate) async fn all(page: Page, Form(_): Form) -> Result<Response, Problem> {
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| invitations::send_to_all(cx).await);
    Ok(page.go_saying("/invitations", &Flash::counting("toast-invited", verb.await?)))
}
