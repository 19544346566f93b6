//! `/profiles/new` and `/profiles/{id}`: the form of a profile, and deleting one.

use axum::response::Response;
use domain::access::{self, Action};
use domain::profiles::{self, Full, NewProfile, Profile, ProfilePatch};
use domain::{Cx, groups, users};
use http::StatusCode;
use kernel::ids::{GroupId, ProfileId, UserId};
use kernel::{Code, Error, Patch, Result};

use super::steps::show;
use super::{flash::Flash, form::Form, levels, page::Page, people};
use crate::extract::{Id, Query};
use crate::html::{
    form_page::FormPage,
    frame::Place,
    profiles::{self as views, Owner},
    sheet::Sheet,
    typed::Typed,
};
use crate::problem::Problem;

/// Whose a profile is and where its list is.
struct Home {
    owner: Owner,
    back: String,
}

async fn of_group(cx: &mut Cx<'_>, id: GroupId) -> Result<Home> {
    let name = groups::get(cx, id).await?.name;
    let back = format!("/groups/{id}/profiles");
    Ok(Home { owner: Owner::Fixed("group_id", id.to_string(), name), back })
}

async fn of_user(cx: &mut Cx<'_>, id: UserId) -> Result<Home> {
    let found = users::get(cx, id).await?;
    access::decide(cx.principal()?, Action::UsersAssignSkills, found.relation)?;
    let owner = Owner::Fixed("user_id", id.to_string(), found.user.display_name);
    Ok(Home { owner, back: format!("/users/{id}/work") })
}

/// Whose a new profile is to be: as the address or the form says, else a group that is yet to be chosen.
async fn home(cx: &mut Cx<'_>, group: &str, user: &str) -> Result<Home> {
    if !user.is_empty() {
        return of_user(cx, user.parse().map_err(|_| Error::NotFound)?).await;
    }
    cx.require_organisation(Action::ProfilesManage)?;
    if !group.is_empty() {
        return of_group(cx, group.parse().map_err(|_| Error::NotFound)?).await;
    }
    Ok(Home { owner: Owner::Group(people::groups(cx).await?), back: "/profiles".to_owned() })
}

/// `GET /profiles/new`, with the group or the user in the address.
pub(crate) async fn blank(page: Page, mut query: Query) -> Result<Response, Problem> {
    let group = query.one("group").unwrap_or_default();
    let user = query.one("user").unwrap_or_default();
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| Ok((home(cx, &group, &user).await?, levels::all(cx).await?)));
    let (home, skills) = read.await?;
    let frame = page.frame(Place::Profiles);
    let end = (None, home.back);
    Ok(page.show(&views::form(frame, &Typed::default(), home.owner, &skills, end)))
}

/// `POST /profiles/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let (asked, fields) = levels::asked(&typed);
    let new = new(&typed).map(|new| NewProfile { skills: asked, ..new });
    let verb = page.app.crewdesk().write(&page.actor, async |cx| profiles::create(cx, new?).await);
    let error = match verb.await {
        Ok(made) => {
            let flash = Flash::about("toast-saved-named", &made.profile.name);
            return Ok(page.go_saying(&list_of(&made.profile), &flash));
        }
        Err(error) => levels::placed(error, "skills", &fields),
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let (group, user) = (typed.value("group_id").to_owned(), typed.value("user_id").to_owned());
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| Ok((home(cx, &group, &user).await?, levels::all(cx).await?)));
    let (home, skills) = read.await?;
    let view =
        views::form(page.frame(Place::Profiles), &typed, home.owner, &skills, (None, home.back));
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

/// What the form says of a new profile but for its skills.
fn new(typed: &Typed) -> Result<NewProfile> {
    let group_id = typed.filled("group_id").map(|text| text.parse()).transpose();
    let user_id = typed.filled("user_id").map(|text| text.parse()).transpose();
    Ok(NewProfile {
        group_id: group_id.map_err(|_| Error::field("group_id", Code::GroupUnknown))?,
        user_id: user_id.map_err(|_| Error::field("user_id", Code::UserUnknown))?,
        name: typed.value("name").to_owned(),
        skills: Vec::new(),
    })
}

/// The list that a profile stands in.
fn list_of(profile: &Profile) -> String {
    match (profile.group_id, profile.user_id) {
        (Some(id), _) => format!("/groups/{id}/profiles"),
        (None, Some(id)) => format!("/users/{id}/work"),
        (None, None) => "/profiles".to_owned(),
    }
}

/// The profile with whose it is, for somebody who may change it.
async fn editing(page: &Page, id: ProfileId) -> Result<(Full, Home), Problem> {
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let one = profiles::get(cx, id).await?;
        let home = match (one.profile.group_id, one.profile.user_id) {
            (_, Some(user)) => of_user(cx, user).await?,
            (Some(group), None) => {
                cx.require_organisation(Action::ProfilesManage)?;
                of_group(cx, group).await?
            }
            (None, None) => return Err(Error::NotFound),
        };
        Ok((one, home))
    });
    Ok(read.await?)
}

async fn form(
    page: &Page,
    (one, home): (Full, Home),
    version: String,
    typed: &Typed,
) -> Result<FormPage, Problem> {
    let skills = page.app.crewdesk().read(&page.actor, async |cx| levels::all(cx).await).await?;
    let id = one.profile.id.to_string();
    let end = (Some((id.as_str(), version.as_str())), home.back);
    Ok(views::form(page.frame(Place::Profiles), typed, home.owner, &skills, end))
}

/// `GET /profiles/{id}`.
pub(crate) async fn edit(page: Page, Id(id): Id<ProfileId>) -> Result<Response, Problem> {
    let (one, home) = editing(&page, id).await?;
    let mut values = vec![("name".to_owned(), one.profile.name.clone())];
    values.extend(levels::values(&one.skills));
    let version = one.profile.version.to_string();
    Ok(page.show(&form(&page, (one, home), version, &Typed::new(values)).await?))
}

/// `POST /profiles/{id}`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<ProfileId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let (asked, fields) = levels::asked(&typed);
    let version = typed.value("version").to_owned();
    let shown = Some(version.parse().unwrap_or(-1));
    let name = Patch::Value(typed.value("name").to_owned());
    let patch = ProfilePatch { name, skills: Patch::Value(asked) };
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| profiles::update(cx, id, shown, patch).await);
    let error = match verb.await {
        Ok(saved) => {
            return Ok(page.go_saying(&list_of(&saved.profile), &Flash::new("toast-saved")));
        }
        Err(error) => levels::placed(error, "skills", &fields),
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let found = editing(&page, id).await?;
    let view = form(&page, found, version, &typed).await?;
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

async fn deleting(page: &Page, id: ProfileId) -> Result<Sheet, Problem> {
    let (one, home) = editing(page, id).await?;
    let people = if one.profile.group_id.is_some() { one.people } else { 0 };
    let frame = page.frame(Place::Profiles);
    Ok(views::delete(frame, &id.to_string(), &one.profile.name, people, home.back))
}

/// `GET /profiles/{id}/removal`.
pub(crate) async fn ask_delete(page: Page, Id(id): Id<ProfileId>) -> Result<Response, Problem> {
    Ok(show(&page, StatusCode::OK, &deleting(&page, id).await?))
}

/// `POST /profiles/{id}/removal`.
pub(crate) async fn delete(
    page: Page,
    Id(id): Id<ProfileId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let sheet = deleting(&page, id).await?;
    let untick = typed.value("untick") == "true";
    let verb =
        page.app.crewdesk().write(&page.actor, async |cx| profiles::delete(cx, id, untick).await);
    let error = match verb.await {
        Ok(()) => {
            let flash = Flash::new("toast-profile-deleted");
            return Ok(page.go_saying(&page.back_or(&sheet.cancel), &flash));
        }
        Err(error) => error,
    };
    let (status, notice) = typed.refused_here(error, page.texts())?;
    Ok(show(&page, status, &Sheet { notice, ..deleting(&page, id).await? }))
}
