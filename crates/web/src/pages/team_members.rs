//! Putting people into a team and taking them out again.

use axum::extract::Path;
use axum::response::Response;
use domain::access::{self, Action};
use domain::teams::{self, Led};
use domain::users;
use http::StatusCode;
use jiff::civil::Date;
use kernel::ids::{TeamId, UserId};
use kernel::{Code, Error, Result};

use super::steps::show;
use super::{flash::Flash, form::Form, page::Page, pick};
use crate::extract::Id;
use crate::html::{frame::Place, sheet::Sheet, teams as views, typed::Typed};
use crate::problem::Problem;

async fn team(page: &Page, id: TeamId) -> Result<Led, Problem> {
    access::require(&page.me, Action::TeamsManage)?;
    Ok(page.app.crewdesk().read(&page.actor, async |cx| teams::get(cx, id).await).await?)
}

/// `GET /teams/{id}/members`: who is to go into it?
pub(crate) async fn ask_add(page: Page, Id(id): Id<TeamId>) -> Result<Response, Problem> {
    let led = team(&page, id).await?;
    let frame = page.frame(Place::Teams);
    let sheet = views::add(frame, &id.to_string(), &led.team.name, &[], &Typed::default());
    Ok(show(&page, StatusCode::OK, &sheet))
}

fn day(typed: &Typed, name: &'static str) -> Result<Option<Date>> {
    let read = |text: String| text.parse().map_err(|_| Error::field(name, Code::DateInvalid));
    typed.filled(name).map(read).transpose()
}

/// Ids of those chosen, of whom there must be some.
fn people(typed: &Typed) -> Result<Vec<UserId>> {
    let read = |text: &str| text.parse().map_err(|_| Error::field("member", Code::UserUnknown));
    let people: Vec<UserId> = typed.all("member").map(read).collect::<Result<_>>()?;
    if people.is_empty() { Err(Error::field("member_named", Code::Required)) } else { Ok(people) }
}

async fn put(page: &Page, id: TeamId, typed: &mut Typed) -> Result<()> {
    access::require(&page.me, Action::TeamsManage)?;
    let days = (day(typed, "starts_on")?, day(typed, "ends_on")?);
    pick::settle(page, typed, "member").await?;
    let people = people(typed)?;
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| teams::allocate(cx, id, &people, days).await);
    verb.await
}

/// `POST /teams/{id}/members`.
pub(crate) async fn add(
    page: Page,
    Id(id): Id<TeamId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let error = match put(&page, id, &mut typed).await {
        Ok(()) => return Ok(page.go_saying(&format!("/teams/{id}"), &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let led = team(&page, id).await?;
    let read =
        page.app.crewdesk().read(&page.actor, async |cx| pick::chosen(cx, &typed, "member").await);
    let (chosen, frame) = (read.await?, page.frame(Place::Teams));
    let sheet = views::add(frame, &id.to_string(), &led.team.name, &chosen, &typed);
    Ok(show(&page, status, &Sheet { notice, ..sheet }))
}

fn ids((team, user): (String, String)) -> Result<(TeamId, UserId), Problem> {
    let team = team.parse().map_err(|_| Error::NotFound)?;
    let user = user.parse().map_err(|_| Error::NotFound)?;
    Ok((team, user))
}

/// `GET /teams/{id}/members/{user}/end`.
pub(crate) async fn ask_end(
    page: Page,
    Path(path): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (id, user) = ids(path)?;
    let led = team(&page, id).await?;
    let read = page.app.crewdesk().read(&page.actor, async |cx| users::get(cx, user).await);
    let (name, user) = (read.await?.user.display_name, user.to_string());
    let frame = page.frame(Place::Teams);
    let sheet = views::end(frame, &id.to_string(), (&user, &name), &led.team.name);
    Ok(show(&page, StatusCode::OK, &sheet))
}

/// `POST /teams/{id}/members/{user}/end`.
pub(crate) async fn end(
    page: Page,
    Path(path): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, Problem> {
    let (id, user) = ids(path)?;
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| teams::withdraw(cx, id, user, None).await);
    verb.await?;
    Ok(page.go_saying(&format!("/teams/{id}"), &Flash::new("toast-saved")))
}
