//! `/users/new` and `/users/{id}/edit`: one form for both (SPEC USR-3, USR-5).

use axum::response::Response;
use domain::access::{self, Action};
use domain::accounts::credential::{self, NewPassword};
use domain::users::{self, Licence, NewUser, Profile, User, UserPatch, UserType};
use domain::{Cx, groups};
use http::StatusCode;
use kernel::ids::{RoleId, UserId};
use kernel::{Code, Error, Patch, Result, Secret};
use texts::{Arg, Texts};

use super::people::Roles;
use super::person::{licence_key, type_key};
use super::users::supervisors;
use super::{
    flash::Flash,
    form::Form,
    page::{Page, face},
};
use crate::extract::Id;
use crate::html::{
    form_page::{Differs, FormPage, PhotoForm},
    frame::Place,
    me,
    parts::{Face, Notice},
    sheet::Sheet,
    typed::Typed,
    users::form::{self, Lists, Locks},
};
use crate::problem::Problem;

/// What the menus offer to this actor.
async fn lists(cx: &mut Cx<'_>, page: &Page) -> Result<Lists> {
    let texts = page.texts();
    let roles = Roles::read(cx).await?;
    let named = |all: &[(&str, &'static str)]| -> Vec<(String, String)> {
        all.iter().map(|(key, text)| ((*key).to_owned(), texts.get(text).into_owned())).collect()
    };
    let licences: Vec<_> =
        Licence::ALL.iter().map(|one| (one.as_str(), licence_key(*one))).collect();
    let types: Vec<_> = UserType::ALL.iter().map(|one| (one.as_str(), type_key(*one))).collect();
    let groups = match groups::list(cx).await {
        Ok(groups) => groups.into_iter().map(|group| (group.id.to_string(), group.name)).collect(),
        Err(Error::Forbidden(_)) => Vec::new(),
        Err(error) => return Err(error),
    };
    Ok(Lists {
        languages: me::languages(),
        roles: roles.assignable(&page.me, texts),
        supervisors: supervisors(cx, &roles).await?,
        groups,
        licences: named(&licences),
        types: named(&types),
    })
}

/// `GET /users/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::UsersCreate)?;
    let typed = Typed::new(vec![
        ("language".to_owned(), page.lang().code().to_owned()),
        ("user_type".to_owned(), UserType::Person.as_str().to_owned()),
    ]);
    let lists = page.app.crewdesk().read(&page.actor, async |cx| lists(cx, &page).await).await?;
    Ok(page.show(&creating(&page, &typed, &lists, None)))
}

fn creating(page: &Page, typed: &Typed, lists: &Lists, notice: Option<Notice>) -> FormPage {
    FormPage {
        frame: page.frame(Place::Users),
        title: page.texts().get("user-new-title").into_owned(),
        lead: "",
        tabs: Vec::new(),
        notice,
        differs: Vec::new(),
        photo: None,
        action: "/users/new".to_owned(),
        hidden: Vec::new(),
        sections: form::sections(typed, lists, &Locks::default(), true),
        submit: "users-create",
        cancel: Some("/users".to_owned()),
    }
}

fn profile(typed: &Typed) -> Profile {
    Profile {
        username: typed.value("username").to_owned(),
        first_name: typed.value("first_name").to_owned(),
        last_name: typed.value("last_name").to_owned(),
        display_name: typed.value("display_name").to_owned(),
        email: typed.filled("email"),
        mobile: typed.filled("mobile"),
        language: typed.filled("language"),
        extension: typed.filled("extension"),
        numeric_id: typed.filled("numeric_id"),
        keywords: typed.value("keywords").to_owned(),
        external_id: typed.filled("external_id"),
        note: typed.value("note").to_owned(),
    }
}

/// An id or word chosen from a menu; one that no menu offered is refused like a wrong value.
fn chosen<T>(
    typed: &Typed,
    name: &'static str,
    code: Code,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    match typed.filled(name) {
        None => Ok(None),
        Some(text) => read(&text).map(Some).ok_or(Error::field(name, code)),
    }
}

fn new_user(typed: &Typed) -> Result<NewUser> {
    Ok(NewUser {
        profile: profile(typed),
        user_type: chosen(typed, "user_type", Code::UserTypeUnknown, UserType::parse)?
            .unwrap_or(UserType::Person),
        role_id: chosen(typed, "role_id", Code::RoleUnknown, |text| text.parse().ok())?,
        group_id: chosen(typed, "group_id", Code::GroupUnknown, |text| text.parse().ok())?,
        reports_to: chosen(typed, "reports_to", Code::SupervisorUnknown, |text| text.parse().ok())?,
        licence: chosen(typed, "licence", Code::LicenceUnknown, Licence::parse)?,
        ..NewUser::default()
    })
}

/// The first password that was typed or is to be made up, and the text to show once.
pub(super) async fn first_password(
    page: &Page,
    typed: Option<String>,
    make_up: bool,
    context: &[String],
) -> Result<Option<(NewPassword, Option<String>)>> {
    let crewdesk = page.app.crewdesk();
    let (secret, shown) = match typed {
        Some(typed) => (Secret::new(typed), None),
        None if make_up => {
            let made = credential::generate(crewdesk);
            let shown = made.expose().to_owned();
            (made, Some(shown))
        }
        None => return Ok(None),
    };
    Ok(Some((credential::prepare(crewdesk, &secret, context).await?, shown)))
}

/// `POST /users/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    match make(&page, &typed).await {
        Ok((user, None)) => {
            let flash = Flash::about("toast-user-created", &user.display_name);
            Ok(page.go_saying(&format!("/users/{}", user.id), &flash))
        }
        Ok((user, Some(password))) => Ok(page.show(&once(&page, &user, password))),
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            let lists =
                page.app.crewdesk().read(&page.actor, async |cx| lists(cx, &page).await).await?;
            Ok(page.show_with(status, &creating(&page, &typed, &lists, notice)))
        }
    }
}

async fn make(page: &Page, typed: &Typed) -> Result<(User, Option<String>)> {
    let new = new_user(typed)?;
    let context = [
        new.profile.username.clone(),
        new.profile.first_name.clone(),
        new.profile.last_name.clone(),
    ];
    let make_up = typed.value("generate") == "true";
    let given = first_password(page, typed.filled("password"), make_up, &context).await?;
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        let user = users::create(cx, new).await?;
        match &given {
            Some((password, _)) => credential::give_first(cx, user.id, password).await,
            None => Ok(user),
        }
    });
    let user = verb.await?;
    Ok((user, given.and_then(|(_, shown)| shown)))
}

/// Shows a first password, this one time.
pub(super) fn once(page: &Page, user: &User, password: String) -> Sheet {
    let values = [("name", Arg::from(&user.display_name))];
    let title = page.texts().with("toast-user-saved", &values).into_owned();
    let label = page.texts().with("user-once", &values).into_owned();
    let on = format!("/users/{}", user.id);
    Sheet {
        once: Some((label, password)),
        cancel: on,
        ..Sheet::new(page.frame(Place::Users), title, "", "")
    }
}

/// Everything the form of an existing user needs.
struct Editing {
    user: User,
    lists: Lists,
    locks: Locks,
}

async fn editing(cx: &mut Cx<'_>, page: &Page, id: UserId) -> Result<Editing> {
    let found = users::get(cx, id).await?;
    let may = |action| access::decide(&page.me, action, found.relation).is_ok();
    access::decide(&page.me, Action::UsersEdit, found.relation)?;
    let mut lists = lists(cx, page).await?;
    let mut locks =
        Locks { group: Some("lock-group"), user_type: Some("lock-type"), ..Locks::default() };
    let role = found.user.role_id.to_string();
    if !may(Action::UsersAssignRole) || !lists.roles.iter().any(|(id, _)| *id == role) {
        locks.role = Some("lock-role");
        lists.roles = vec![(role, super::people::role_name(page.texts(), &found.role_key))];
    }
    if !may(Action::UsersAssignSupervisor) {
        locks.supervisor = Some("lock-supervisor");
    }
    if !may(Action::UsersAssignLicence) {
        locks.licence = Some("lock-licence");
    }
    if found.user.signed_in_at().is_some() {
        locks.email = Some("lock-email");
    }
    keep_supervisor(cx, &found.user, &mut lists).await?;
    Ok(Editing { user: found.user, lists, locks })
}

/// The present supervisor stands in the menu, whatever their role.
pub(super) async fn keep_supervisor(cx: &mut Cx<'_>, user: &User, lists: &mut Lists) -> Result<()> {
    let Some(above) = user.reports_to else { return Ok(()) };
    let id = above.to_string();
    if !lists.supervisors.iter().any(|(known, _)| *known == id) {
        let name =
            users::names(cx, &[above]).await?.pop().map(|(_, name)| name).unwrap_or_default();
        lists.supervisors.push((id, name));
    }
    lists.supervisors.retain(|(known, _)| *known != user.id.to_string());
    Ok(())
}

/// The record as a form holds it.
fn values(user: &User) -> Vec<(&'static str, String)> {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let derived =
        kernel::tidy_line(&format!("{} {}", user.first_name, user.last_name)) == user.display_name;
    vec![
        ("first_name", user.first_name.clone()),
        ("last_name", user.last_name.clone()),
        ("username", user.username.clone()),
        ("display_name", if derived { String::new() } else { user.display_name.clone() }),
        ("language", user.language.clone()),
        ("user_type", user.user_type.as_str().to_owned()),
        ("email", or_empty(&user.email)),
        ("mobile", or_empty(&user.mobile)),
        ("role_id", user.role_id.to_string()),
        ("reports_to", user.reports_to.map(|id| id.to_string()).unwrap_or_default()),
        ("group_id", user.group_id.to_string()),
        ("licence", user.licence.map(|one| one.as_str().to_owned()).unwrap_or_default()),
        ("extension", or_empty(&user.extension)),
        ("numeric_id", or_empty(&user.numeric_id)),
        ("keywords", user.keywords.clone()),
        ("external_id", or_empty(&user.external_id)),
        ("note", user.note.clone()),
    ]
}

/// `GET /users/{id}/edit`.
pub(crate) async fn edit(page: Page, Id(id): Id<UserId>) -> Result<Response, Problem> {
    Ok(page.show(&edit_view(&page, id).await?))
}

/// The form as the record is now.
pub(super) async fn edit_view(page: &Page, id: UserId) -> Result<FormPage, Problem> {
    let editing =
        page.app.crewdesk().read(&page.actor, async |cx| editing(cx, page, id).await).await?;
    let typed =
        values(&editing.user).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Ok(edited(page, &editing, &Typed::new(typed)))
}

fn edited(page: &Page, editing: &Editing, typed: &Typed) -> FormPage {
    let Editing { user, lists, locks } = editing;
    let id = user.id.to_string();
    let large =
        (user.photo_version > 0).then(|| format!("/users/{id}/photo?v={}", user.photo_version));
    let face = Face { photo: large, ..face(&id, &user.display_name, 0).sized("face-large") };
    FormPage {
        frame: page.frame(Place::Users),
        title: page
            .texts()
            .with("user-edit-title", &[("name", Arg::from(&user.display_name))])
            .into_owned(),
        lead: "",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: Some(PhotoForm { face, action: format!("/users/{id}/photo"), error: None }),
        action: format!("/users/{id}/edit"),
        hidden: vec![("version", user.version.to_string())],
        sections: form::sections(typed, lists, locks, false),
        submit: "form-save",
        cancel: Some(format!("/users/{id}")),
    }
}

/// Fields that were sent: an empty one clears, a greyed one was not sent and stays.
fn patch(typed: &Typed) -> UserPatch {
    let field = |name: &str| match typed.has(name) {
        true => typed.filled(name).map_or(Patch::Null, Patch::Value),
        false => Patch::Absent,
    };
    UserPatch {
        username: field("username"),
        first_name: field("first_name"),
        last_name: field("last_name"),
        display_name: field("display_name"),
        email: field("email"),
        mobile: field("mobile"),
        language: field("language"),
        extension: field("extension"),
        numeric_id: field("numeric_id"),
        keywords: field("keywords"),
        external_id: field("external_id"),
        note: field("note"),
    }
}

/// Every change of the form in one transaction: all of it or nothing.
async fn save(cx: &mut Cx<'_>, id: UserId, typed: &Typed) -> Result<User> {
    let version = typed.value("version").parse().unwrap_or(-1);
    let mut user = users::update(cx, id, Some(version), patch(typed)).await?;
    if typed.has("role_id") {
        let role: Option<RoleId> =
            chosen(typed, "role_id", Code::RoleUnknown, |text| text.parse().ok())?;
        if let Some(role) = role {
            user = users::assign_role(cx, id, None, role).await?;
        }
    }
    if typed.has("reports_to") {
        let above = chosen(typed, "reports_to", Code::SupervisorUnknown, |text| text.parse().ok())?;
        user = users::assign_supervisor(cx, id, None, above).await?;
    }
    if typed.has("licence") {
        let licence = chosen(typed, "licence", Code::LicenceUnknown, Licence::parse)?;
        user = users::change_licence(cx, id, None, licence).await?;
    }
    Ok(user)
}

/// `POST /users/{id}/edit`.
pub(crate) async fn change(
    page: Page,
    Id(id): Id<UserId>,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let saved = page.app.crewdesk().write(&page.actor, async |cx| save(cx, id, &typed).await).await;
    let error = match saved {
        Ok(user) => {
            let flash = Flash::about("toast-user-saved", &user.display_name);
            return Ok(page.go_saying(&format!("/users/{id}"), &flash));
        }
        Err(error) => error,
    };
    let editing =
        page.app.crewdesk().read(&page.actor, async |cx| editing(cx, &page, id).await).await?;
    if matches!(error, Error::Stale) {
        let notice = Some(Notice::warn(page.texts().error(Code::Stale)));
        let differs = differs(page.texts(), &editing, &typed);
        let view = FormPage { notice, differs, ..edited(&page, &editing, &typed) };
        return Ok(page.show_with(StatusCode::PRECONDITION_FAILED, &view));
    }
    let status = crate::problem::status(&error);
    let notice = typed.refused(error, page.texts())?;
    let mut view = FormPage { notice, ..edited(&page, &editing, &typed) };
    // What was typed was typed over the version that the form showed.
    view.hidden = vec![("version", typed.value("version").to_owned())];
    Ok(page.show_with(status, &view))
}

/// Both versions of what two people changed, field by field (SPEC USR-5).
fn differs(texts: Texts, editing: &Editing, typed: &Typed) -> Vec<Differs> {
    let words = |list: &[(String, String)], value: &str| {
        list.iter()
            .find(|(known, _)| known == value)
            .map_or_else(|| value.to_owned(), |(_, words)| words.clone())
    };
    let lists = &editing.lists;
    let shown = |name: &str, value: &str| match name {
        "language" => words(&lists.languages, value),
        "role_id" => words(&lists.roles, value),
        "reports_to" => words(&lists.supervisors, value),
        "licence" => words(&lists.licences, value),
        _ => value.to_owned(),
    };
    let nothing =
        |text: String| if text.is_empty() { texts.get("list-nothing").into_owned() } else { text };
    values(&editing.user)
        .into_iter()
        .filter(|(name, value)| typed.has(name) && typed.value(name).trim() != value)
        .filter_map(|(name, value)| {
            let label = form::label(name)?;
            let mine = nothing(shown(name, typed.value(name)));
            Some(Differs { label, mine, theirs: nothing(shown(name, &value)) })
        })
        .collect()
}
