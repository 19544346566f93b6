//! Inviting people (SPEC ACC-1).

use std::collections::HashMap;

use domain::access::{self, Action};
use domain::invitations::{self, Filter, Invitation, Invitee, State};
use domain::{roles, users};
use kernel::ids::{InvitationId, UserId};
use kernel::{Error, Result};

use super::context::{Answer, Elsewhere, Page, Sent};
use super::users::role_name;
use crate::extract::{Id, Query};
use crate::html::frame::Place;
use crate::html::invitations::{self as view, menu};
use crate::html::parts::{Face, When};
use crate::html::sheet::Sheet;
use crate::html::table::{Cell, ListRow, Pager};
use crate::html::typed::Typed;

/// `GET /invitations`.
///
/// # Errors
/// Faults of the server; for those who do not invite.
pub async fn list(page: Page, mut query: Query) -> Answer {
    let (size, cursor) = query.page()?;
    let gathered = page.app.crewdesk().read(page.actor(), async |cx| {
        let found = invitations::list(cx, &Filter::default(), size, cursor.as_ref()).await?;
        let ids: Vec<UserId> = found
            .items
            .iter()
            .flat_map(|one| [Some(one.user_id), one.invited_by])
            .flatten()
            .collect();
        let names = users::names(cx, &ids).await?;
        Ok((found, names))
    });
    let (found, names) = gathered.await?;
    let names: HashMap<UserId, String> = names.into_iter().collect();
    let manages = page.may(Action::InvitationsManage);
    let rows = found.items.iter().map(|one| row(&page, one, &names, manages)).collect();
    let next = found.next_cursor.map(|cursor| format!("/invitations?cursor={}", cursor.as_str()));
    let pager =
        Pager { next, first: cursor.map(|_| "/invitations".to_owned()), ..Pager::default() };
    let view = view::list(page.frame(Place::Invitations)?, rows, pager, 0, manages);
    if page.is_part() { page.show(&view.as_list()) } else { page.show(&view) }
}

fn row(page: &Page, one: &Invitation, names: &HashMap<UserId, String>, manages: bool) -> ListRow {
    let name = names.get(&one.user_id).cloned().unwrap_or_default();
    let email = one.email.clone().unwrap_or_default();
    let by = one.invited_by.and_then(|id| names.get(&id).cloned());
    let expired = one.state == State::Pending && one.expires_at <= page.now();
    let state = if expired { "expired" } else { one.state.as_str() };
    let ago = |at| Cell::When(When::relative(page.texts.lang(), &page.zone, at, page.now()));
    let face = Face::of(&name, &one.user_id.to_string(), None);
    ListRow {
        id: format!("invitation-{}", one.id),
        cells: vec![
            Cell::Who(Some(format!("/users/{}", one.user_id)), face, name, email),
            Cell::Chip(view::state(state)),
            Cell::Empty,
            by.map_or(Cell::Empty, Cell::Text),
            ago(one.sent_at),
            ago(one.expires_at),
        ],
        menu: if manages && one.state == State::Pending {
            menu(&one.id.to_string())
        } else {
            Vec::new()
        },
    }
}

async fn roles(page: &Page) -> Result<Vec<(String, String)>, Elsewhere> {
    let roles = page.app.crewdesk().read(page.actor(), async |cx| {
        cx.require(Action::InvitationsManage)?;
        roles::list(cx).await
    });
    let roles = roles.await?;
    let me = page.me()?;
    let mut mine: Vec<_> = roles
        .iter()
        .filter(|role| access::may_assign_role(me, role.rank(), &role.grants()).is_ok())
        .map(|role| {
            (role.rank().0, role.id.to_string(), role_name(page.texts, &role.key, &role.name))
        })
        .collect();
    mine.sort_by_key(|(rank, ..)| (*rank != 20, *rank));
    Ok(mine.into_iter().map(|(_, id, name)| (id, name)).collect())
}

/// `GET /invitations/new`.
///
/// # Errors
/// Faults of the server; for those who do not invite.
pub async fn show_form(page: Page, mut query: Query) -> Answer {
    let rows = query.one("rows").and_then(|text| text.parse().ok()).unwrap_or(1);
    let roles = roles(&page).await?;
    page.show(&view::form(page.frame(Place::Invitations)?, &Typed::default(), rows, &roles))
}

/// `POST /invitations/new`.
///
/// # Errors
/// Faults of the server.
pub async fn invite(Sent { page, mut typed }: Sent) -> Answer {
    let numbers = row_numbers(&typed);
    let people: Vec<Invitee> = numbers.iter().map(|number| invitee(&typed, *number)).collect();
    let made = page
        .app
        .crewdesk()
        .write(page.actor(), async |cx| invitations::invite(cx, people).await)
        .await;
    let error = match made {
        Ok(made) => {
            return Ok(page.done_about("/invitations", "toast-invited", &made.len().to_string()));
        }
        Err(error) => renamed(error, &numbers),
    };
    let notice = typed.refused(error, page.texts)?;
    let roles = roles(&page).await?;
    let rows = numbers.iter().max().map_or(1, |last| last + 1);
    let form = view::form(page.frame(Place::Invitations)?, &typed, rows, &roles);
    page.wrong(&crate::html::invite::InviteForm { notice, ..form })
}

/// Numbers of the rows in which anything was typed; the first counts even if it is empty.
fn row_numbers(typed: &Typed) -> Vec<usize> {
    let filled = |number: &usize| {
        ["email", "first_name", "last_name"]
            .iter()
            .any(|name| typed.filled(&format!("{name}.{number}")).is_some())
    };
    let mut numbers: Vec<usize> = (0..invitations::MOST).filter(filled).collect();
    if numbers.is_empty() {
        numbers.push(0);
    }
    numbers
}

fn invitee(typed: &Typed, number: usize) -> Invitee {
    let text = |name: &str| typed.value(&format!("{name}.{number}")).trim().to_owned();
    Invitee {
        first_name: text("first_name"),
        last_name: text("last_name"),
        email: text("email"),
        role_id: text("role_id").parse().ok(),
        ..Invitee::default()
    }
}

/// `people/1/email` becomes the name of that row's field.
fn renamed(error: Error, numbers: &[usize]) -> Error {
    let Error::Invalid(mut fields) = error else { return error };
    for field in &mut fields {
        let parts: Vec<&str> = field.pointer.split('/').collect();
        if let ["people", place, name] = parts.as_slice()
            && let Some(number) = place.parse::<usize>().ok().and_then(|place| numbers.get(place))
        {
            field.pointer = format!("{name}.{number}");
        }
    }
    Error::Invalid(fields)
}

async fn one(page: &Page, id: InvitationId) -> Result<String, Elsewhere> {
    let found =
        page.app.crewdesk().read(page.actor(), async |cx| invitations::get(cx, id).await).await?;
    Ok(found.email.unwrap_or_default())
}

fn shown(page: &Page, sheet: &Sheet) -> Answer {
    if page.is_part() { page.show(&sheet.as_part()) } else { page.show(sheet) }
}

/// `GET /invitations/{id}/resend`.
///
/// # Errors
/// Faults of the server.
pub async fn show_resend(page: Page, Id(id): Id<InvitationId>) -> Answer {
    let email = one(&page, id).await?;
    shown(&page, &view::resend(page.frame(Place::Invitations)?, &id.to_string(), &email))
}

/// `POST /invitations/{id}/resend`.
///
/// # Errors
/// Faults of the server; a settled one.
pub async fn resend(Id(id): Id<InvitationId>, Sent { page, .. }: Sent) -> Answer {
    page.app.crewdesk().write(page.actor(), async |cx| invitations::resend(cx, id).await).await?;
    Ok(page.done("/invitations", "toast-invitation-resent"))
}

/// `GET /invitations/{id}/cancel`.
///
/// # Errors
/// Faults of the server.
pub async fn show_cancel(page: Page, Id(id): Id<InvitationId>) -> Answer {
    let email = one(&page, id).await?;
    shown(&page, &view::cancel(page.frame(Place::Invitations)?, &id.to_string(), &email))
}

/// `POST /invitations/{id}/cancel`.
///
/// # Errors
/// Faults of the server; a settled one.
pub async fn cancel(Id(id): Id<InvitationId>, Sent { page, .. }: Sent) -> Answer {
    page.app.crewdesk().write(page.actor(), async |cx| invitations::cancel(cx, id).await).await?;
    Ok(page.done("/invitations", "toast-invitation-cancelled"))
}
