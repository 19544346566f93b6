//! The form of a user (SPEC USR-3, USR-5): the same for creating and editing.

use domain::access::{self, Action};
use domain::accounts::credential;
use domain::users::{self, Licence, NewUser, Profile, Standing, User, UserPatch, UserType};
use domain::{groups, roles};
use kernel::ids::UserId;
use kernel::{Error, Patch, Result, Secret};

use super::context::{Answer, Elsewhere, Page, Sent};
use super::steps::supervisors;
use super::users::{face, role_name};
use crate::extract::Id;
use crate::html::form_page::{Differs, FormPage, PhotoForm};
use crate::html::frame::Place;
use crate::html::me::languages;
use crate::html::parts::Notice;
use crate::html::typed::Typed;
use crate::html::users::form::{self, Lists, Locks};

/// Fields of the record as the form names them.
const RECORD: &[(&str, &str)] = &[
    ("username", "user-username"),
    ("first_name", "user-first_name"),
    ("last_name", "user-last_name"),
    ("display_name", "user-display_name"),
    ("email", "user-email"),
    ("mobile", "user-mobile"),
    ("language", "user-language"),
    ("extension", "user-extension"),
    ("numeric_id", "user-numeric_id"),
    ("keywords", "user-keywords"),
    ("external_id", "user-external_id"),
    ("note", "user-note"),
];

async fn lists(page: &Page, except: Option<UserId>) -> Result<Lists, Elsewhere> {
    let gathered = page
        .app
        .crewdesk()
        .read(page.actor(), async |cx| Ok((roles::list(cx).await?, groups::list(cx).await?)));
    let (roles, groups) = gathered.await?;
    let me = page.me()?;
    let mine = roles
        .iter()
        .filter(|role| access::may_assign_role(me, role.rank(), &role.grants()).is_ok());
    let word = |prefix: &str, key: &str| page.texts.get(&format!("{prefix}-{key}")).into_owned();
    Ok(Lists {
        languages: languages(),
        roles: mine
            .map(|role| (role.id.to_string(), role_name(page.texts, &role.key, &role.name)))
            .collect(),
        groups: groups.iter().map(|group| (group.id.to_string(), group.name.clone())).collect(),
        supervisors: supervisors(page, except).await?,
        licences: Licence::ALL
            .iter()
            .map(|one| (one.to_string(), word("licence", one.as_str())))
            .collect(),
        types: UserType::ALL
            .iter()
            .map(|one| (one.to_string(), page.texts.get(&format!("type-{one}")).into_owned()))
            .collect(),
    })
}

struct Form {
    title: String,
    action: String,
    cancel: String,
    version: Option<i64>,
    photo: Option<PhotoForm>,
    locks: Locks,
    notice: Option<Notice>,
    differs: Vec<Differs>,
}

fn form_page(page: &Page, form: Form, typed: &Typed, lists: &Lists) -> Result<FormPage, Elsewhere> {
    let creating = form.version.is_none();
    Ok(FormPage {
        frame: page.frame(Place::Users)?,
        title: form.title,
        lead: "",
        tabs: Vec::new(),
        notice: form.notice,
        differs: form.differs,
        photo: form.photo,
        action: form.action,
        hidden: form.version.map(|version| ("version", version.to_string())).into_iter().collect(),
        sections: form::sections(typed, lists, &form.locks, creating),
        submit: if creating { "users-create" } else { "form-save" },
        cancel: Some(form.cancel),
    })
}

fn new_form(page: &Page, notice: Option<Notice>) -> Form {
    Form {
        title: page.texts.get("users-create").into_owned(),
        action: "/users/new".into(),
        cancel: "/users".into(),
        version: None,
        photo: None,
        locks: Locks::default(),
        notice,
        differs: Vec::new(),
    }
}

/// `GET /users/new`.
///
/// # Errors
/// Faults of the server; without the right to create.
pub async fn show_new(page: Page) -> Answer {
    page.app.crewdesk().read(page.actor(), async |cx| cx.require(Action::UsersCreate)).await?;
    let lists = lists(&page, None).await?;
    let technician =
        lists.roles.iter().rev().find(|(_, name)| *name == page.texts.get("role-technician"));
    let role = technician.map(|(id, _)| id.clone()).unwrap_or_default();
    let typed = Typed::of([
        ("role_id", &role),
        ("language", page.texts.lang().code()),
        ("user_type", "person"),
    ]);
    page.show(&form_page(&page, new_form(&page, None), &typed, &lists)?)
}

/// `POST /users/new`.
///
/// # Errors
/// Faults of the server.
pub async fn create(Sent { page, mut typed }: Sent) -> Answer {
    match made(&page, &typed).await {
        Ok((user, None)) => Ok(page.done_about(
            &format!("/users/{}", user.id),
            "toast-user-created",
            &user.display_name,
        )),
        Ok((user, Some(password))) => {
            let said = format!("{} {}", page.texts.get("user-once"), password.expose());
            edit_form(&page, user, Some(Notice::good(said)), None).await
        }
        Err(error) => {
            let notice = typed.refused(error, page.texts)?;
            let lists = lists(&page, None).await?;
            page.wrong(&form_page(&page, new_form(&page, notice), &typed, &lists)?)
        }
    }
}

async fn made(page: &Page, typed: &Typed) -> Result<(User, Option<Secret>)> {
    let crewdesk = page.app.crewdesk();
    let generated = typed.value("generate") == "true";
    let (wanted, shown) = match typed.filled("password") {
        Some(password) => (Some(Secret::new(password)), None),
        None if generated => {
            let password = credential::generate(crewdesk);
            (Some(password.clone()), Some(password))
        }
        None => (None, None),
    };
    let password = match &wanted {
        Some(wanted) => Some(
            credential::prepare(crewdesk, wanted, &[typed.value("username").to_owned()]).await?,
        ),
        None => None,
    };
    let new = new_user(typed);
    let user = crewdesk.write(page.actor(), async |cx| {
        let user = users::create(cx, new).await?;
        match &password {
            Some(password) => credential::give_first(cx, user.id, password).await,
            None => Ok(user),
        }
    });
    Ok((user.await?, shown))
}

fn new_user(typed: &Typed) -> NewUser {
    let text = |name: &str| typed.value(name).to_owned();
    let profile = Profile {
        username: text("username"),
        first_name: text("first_name"),
        last_name: text("last_name"),
        display_name: text("display_name"),
        email: typed.filled("email"),
        mobile: typed.filled("mobile"),
        language: typed.filled("language"),
        extension: typed.filled("extension"),
        numeric_id: typed.filled("numeric_id"),
        keywords: text("keywords"),
        external_id: typed.filled("external_id"),
        note: text("note"),
    };
    NewUser {
        profile,
        user_type: UserType::parse(typed.value("user_type")).unwrap_or(UserType::Person),
        role_id: typed.filled("role_id").and_then(|text| text.parse().ok()),
        group_id: typed.filled("group_id").and_then(|text| text.parse().ok()),
        reports_to: typed.filled("reports_to").and_then(|text| text.parse().ok()),
        licence: Licence::parse(typed.value("licence")),
        standing: Standing::Active,
    }
}

/// `GET /users/{id}/edit`.
///
/// # Errors
/// Faults of the server; a user out of sight.
pub async fn show_edit(page: Page, Id(id): Id<UserId>) -> Answer {
    let found = page.app.crewdesk().read(page.actor(), async |cx| users::get(cx, id).await).await?;
    edit_form(&page, found.user, None, None).await
}

async fn edit_form(
    page: &Page,
    user: User,
    notice: Option<Notice>,
    sent: Option<(Typed, Vec<Differs>)>,
) -> Answer {
    let lists = lists(page, Some(user.id)).await?;
    let photo = PhotoForm {
        face: face(&user).sized("face-large"),
        action: format!("/users/{}/photo", user.id),
        error: None,
    };
    let wrong = sent.is_some();
    let (typed, differs) = sent.unwrap_or_else(|| (values(&user), Vec::new()));
    let form = Form {
        title: user.display_name.clone(),
        action: format!("/users/{}/edit", user.id),
        cancel: format!("/users/{}", user.id),
        version: Some(user.version),
        photo: page.may(Action::UsersEdit).then_some(photo).filter(|_| false),
        locks: locks(page),
        notice,
        differs,
    };
    let view = form_page(page, form, &typed, &lists)?;
    if wrong { page.wrong(&view) } else { page.show(&view) }
}

fn locks(page: &Page) -> Locks {
    let unless = |may: bool, why| (!may).then_some(why);
    Locks {
        record: unless(page.may(Action::UsersEdit), "lock-record"),
        email: None,
        role: unless(page.may(Action::UsersAssignRole), "lock-role"),
        group: unless(page.may(Action::UsersMoveGroup), "lock-group"),
        supervisor: unless(page.may(Action::UsersAssignSupervisor), "lock-supervisor"),
        licence: unless(page.may(Action::UsersAssignLicence), "lock-licence"),
        user_type: Some("lock-type"),
    }
}

/// The present values as the form names them.
fn values(user: &User) -> Typed {
    let mut pairs: Vec<(String, String)> =
        RECORD.iter().map(|(name, _)| ((*name).to_owned(), value(user, name))).collect();
    pairs.push(("user_type".into(), user.user_type.to_string()));
    pairs.push(("role_id".into(), user.role_id.to_string()));
    pairs.push(("group_id".into(), user.group_id.to_string()));
    pairs.push(("reports_to".into(), user.reports_to.map(|id| id.to_string()).unwrap_or_default()));
    pairs.push(("licence".into(), user.licence.map(|one| one.to_string()).unwrap_or_default()));
    Typed::new(pairs)
}

fn value(user: &User, name: &str) -> String {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    match name {
        "username" => user.username.clone(),
        "first_name" => user.first_name.clone(),
        "last_name" => user.last_name.clone(),
        "display_name" => user.display_name.clone(),
        "email" => optional(&user.email),
        "mobile" => optional(&user.mobile),
        "language" => user.language.clone(),
        "extension" => optional(&user.extension),
        "numeric_id" => optional(&user.numeric_id),
        "keywords" => user.keywords.clone(),
        "external_id" => optional(&user.external_id),
        _ => user.note.clone(),
    }
}

/// `POST /users/{id}/edit`.
///
/// # Errors
/// Faults of the server.
pub async fn update(Id(id): Id<UserId>, Sent { page, mut typed }: Sent) -> Answer {
    match save(&page, id, &typed).await {
        Ok(name) => Ok(page.done_about(&format!("/users/{id}"), "toast-user-saved", &name)),
        Err(Error::Stale) => {
            let user = page
                .app
                .crewdesk()
                .read(page.actor(), async |cx| users::get(cx, id).await)
                .await?
                .user;
            let notice = Some(Notice::warn(page.texts.error(kernel::Code::Stale)));
            let differs = differs(&user, &typed);
            edit_form(&page, user, notice, Some((typed, differs))).await
        }
        Err(error) => {
            let notice = typed.refused(error, page.texts)?;
            let user = page
                .app
                .crewdesk()
                .read(page.actor(), async |cx| users::get(cx, id).await)
                .await?
                .user;
            edit_form(&page, user, notice, Some((typed, Vec::new()))).await
        }
    }
}

/// Fields in which what was typed is not what stands now (SPEC USR-5).
fn differs(user: &User, typed: &Typed) -> Vec<Differs> {
    let changed = RECORD
        .iter()
        .filter(|(name, _)| typed.has(name) && typed.value(name).trim() != value(user, name));
    changed
        .map(|(name, label)| Differs {
            label,
            mine: typed.value(name).to_owned(),
            theirs: value(user, name),
        })
        .collect()
}

/// Record, role, supervisor, group and licence, each by its own verb, in one transaction.
async fn save(page: &Page, id: UserId, typed: &Typed) -> Result<String> {
    let patch = patch(typed);
    let version = typed.value("version").parse().ok();
    let parsed = |name: &str| typed.has(name).then(|| typed.filled(name));
    let verb = page.app.crewdesk().write(page.actor(), async |cx| {
        let now = users::update(cx, id, version, patch).await?;
        if let Some(role) = typed.filled("role_id").and_then(|text| text.parse().ok())
            && role != now.role_id
        {
            users::assign_role(cx, id, None, role).await?;
        }
        if let Some(above) = parsed("reports_to") {
            let above = above.and_then(|text| text.parse().ok());
            if above != now.reports_to {
                users::assign_supervisor(cx, id, None, above).await?;
            }
        }
        if let Some(group) = typed.filled("group_id").and_then(|text| text.parse().ok())
            && group != now.group_id
        {
            users::move_group(cx, id, None, group).await?;
        }
        if typed.has("licence") && Licence::parse(typed.value("licence")) != now.licence {
            users::change_licence(cx, id, None, Licence::parse(typed.value("licence"))).await?;
        }
        Ok(now.display_name)
    });
    verb.await
}

/// What was sent; greyed fields are not and keep their value.
fn patch(typed: &Typed) -> UserPatch {
    let field =
        |name: &str| if typed.has(name) { Patch::from(typed.filled(name)) } else { Patch::Absent };
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
