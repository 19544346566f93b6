//! `/users/new` and `/users/{id}/edit`: one form for both (SPEC USR-3, USR-5).

mod edit;
mod read;

pub(super) use edit::{change, edit, edit_view, known_above};

use axum::response::Response;
use domain::access::{self, Action, Reach};
use domain::accounts::credential::{self, NewPassword};
use domain::accounts::{Demands, demands_on_new};
use domain::licences::Offer;
use domain::users::{self, Licence, Profile, User, UserType};
use domain::{Cx, exchanges, groups, helpdesks, licences, teams};
use kernel::{Result, Secret};
use texts::Arg;

use super::licence_words::licence_name;
use super::people::Roles;
use super::person::type_key;
use super::{flash::Flash, form::Form, page::Page, pick};
use crate::html::{
    form_page::FormPage,
    frame::Place,
    me,
    parts::Notice,
    sheet::Sheet,
    typed::Typed,
    users::form::{self, Lists, Locks},
};
use crate::problem::Problem;
use read::new_user;

/// What the menus offer to this actor.
async fn lists(cx: &mut Cx<'_>, page: &Page, present: Option<Licence>) -> Result<Lists> {
    let texts = page.texts();
    let roles = Roles::read(cx).await?;
    let named = |all: &[(&str, &'static str)]| -> Vec<(String, String)> {
        all.iter().map(|(key, text)| ((*key).to_owned(), texts.get(text).into_owned())).collect()
    };
    let offers = or_none(licences::offers(cx).await)?;
    let tier = &page.me.organisation.tier;
    let licence = |one: Licence| (one.as_str().to_owned(), licence_name(texts, one, tier));
    let licences = choices(&offers, present);
    let types: Vec<_> = UserType::ALL.iter().map(|one| (one.as_str(), type_key(*one))).collect();
    let groups = or_none(groups::list(cx).await)?;
    let exchanges = or_none(exchanges::list(cx).await)?.into_iter().map(|used| used.exchange);
    let helpdesks = or_none(helpdesks::list(cx).await)?;
    let teams = or_none(teams::named(cx).await)?;
    Ok(Lists {
        languages: me::languages(),
        roles: roles.assignable(&page.me, texts),
        supervisors: vec![(String::new(), texts.get("step-no-supervisor").into_owned())],
        groups: groups.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
        exchanges: exchanges.map(|one| (one.id.to_string(), one.name)).collect(),
        helpdesks: helpdesks.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
        licences: licences.into_iter().map(licence).collect(),
        needs: offers.iter().map(needs).collect(),
        types: named(&types),
        teams: teams.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
    })
}

/// What may be chosen: offered licences with a free seat; for somebody who has one, that one and what it
/// can become (SPEC LIC-2, LIC-3).
fn choices(offers: &[Offer], present: Option<Licence>) -> Vec<Licence> {
    let free = offers.iter().filter(|offer| offer.free > 0).map(|offer| offer.licence);
    match present {
        None => free.collect(),
        Some(present) => {
            let larger = free.filter(|licence| present.upgrades().contains(licence));
            std::iter::once(present).chain(larger).collect()
        }
    }
}

/// The fields of the form that a licence needs.
fn needs(offer: &Offer) -> (String, String) {
    let all = [
        ("exchange_id", offer.needs.extension),
        ("extension", offer.needs.extension),
        ("helpdesk_id", offer.needs.helpdesk),
    ];
    let fields = all.iter().filter(|(_, needed)| *needed).map(|(name, _)| *name);
    (offer.licence.as_str().to_owned(), fields.collect::<Vec<_>>().join(" "))
}

/// A list that the actor may not see is empty.
fn or_none<T>(list: Result<Vec<T>>) -> Result<Vec<T>> {
    match list {
        Err(error) if error.is_forbidden() => Ok(Vec::new()),
        other => other,
    }
}

/// What this actor can't change of anybody: flags and teams.
fn locks(page: &Page) -> Locks {
    let all = |action| page.me.grants.reach(action).holds(Reach::ORGANISATION);
    Locks {
        flags: (!all(Action::UsersAssignLicence)).then_some("lock-flags"),
        teams: (!all(Action::TeamsManage)).then_some("lock-teams"),
        ..Locks::default()
    }
}

/// Says that the form holds flags and teams, since boxes that are not ticked are not sent.
fn with_boxes(
    locks: &Locks,
    mut hidden: Vec<(&'static str, String)>,
) -> Vec<(&'static str, String)> {
    if locks.flags.is_none() {
        hidden.push(("flags", "true".to_owned()));
    }
    if locks.teams.is_none() {
        hidden.push(("teams", "true".to_owned()));
    }
    hidden
}

/// `GET /users/new`.
pub(crate) async fn blank(page: Page) -> Result<Response, Problem> {
    access::require(&page.me, Action::UsersCreate)?;
    let typed = Typed::new(vec![
        ("language".to_owned(), page.lang().code().to_owned()),
        ("user_type".to_owned(), UserType::Person.as_str().to_owned()),
    ]);
    let lists =
        page.app.crewdesk().read(&page.actor, async |cx| lists(cx, &page, None).await).await?;
    Ok(page.show(&creating(&page, &typed, &lists, None)))
}

fn creating(page: &Page, typed: &Typed, lists: &Lists, notice: Option<Notice>) -> FormPage {
    let locks = locks(page);
    FormPage {
        frame: page.frame(Place::Users),
        title: page.texts().get("user-new-title").into_owned(),
        lead: "",
        tabs: Vec::new(),
        notice,
        differs: Vec::new(),
        photo: None,
        action: "/users/new".to_owned(),
        hidden: with_boxes(&locks, Vec::new()),
        sections: form::sections(typed, lists, &locks, true),
        submit: "users-create",
        cancel: Some("/users".to_owned()),
    }
}

/// The first password that was typed or is to be made up, and the text to show once.
pub(super) async fn first_password(
    page: &Page,
    typed: Option<String>,
    make_up: bool,
    demands: &Demands,
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
    Ok(Some((credential::prepare_for(crewdesk, &secret, demands).await?, shown)))
}

/// `POST /users/new`.
pub(crate) async fn create(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    match make(&page, &mut typed).await {
        Ok((user, None)) => {
            let flash = Flash::about("toast-user-created", &user.display_name);
            Ok(page.go_saying(&format!("/users/{}", user.id), &flash))
        }
        Ok((user, Some(password))) => Ok(page.show(&once(&page, &user, password))),
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            let read = page.app.crewdesk().read(&page.actor, async |cx| {
                let mut lists = lists(cx, &page, None).await?;
                lists.supervisors.extend(known_above(cx, None, &typed).await?);
                Ok(lists)
            });
            let lists = read.await?;
            Ok(page.show_with(status, &creating(&page, &typed, &lists, notice)))
        }
    }
}

async fn make(page: &Page, typed: &mut Typed) -> Result<(User, Option<String>)> {
    pick::settle_one(page, typed, "reports_to").await?;
    let new = new_user(typed)?;
    let Profile { username, first_name, last_name, email, .. } = &new.profile;
    let names = [username, first_name, last_name].map(Clone::clone).into_iter();
    let names = names.chain(email.clone()).collect();
    let crewdesk = page.app.crewdesk();
    let demands = crewdesk.read(&page.actor, async |cx| demands_on_new(cx, names).await).await?;
    let make_up = typed.value("generate") == "true";
    let given = first_password(page, typed.filled("password"), make_up, &demands).await?;
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
