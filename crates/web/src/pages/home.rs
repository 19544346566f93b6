//! The dashboard, and the step before it: giving the team a name (SPEC ORG-2, INS-7).

use domain::access::Action;
use domain::users::list::{self, Counters};
use domain::{invitations, notices, organisations, sessions};
use kernel::ids::NoticeId;
use texts::Arg;

use super::context::{Answer, Page, Sent};
use crate::extract::Id;
use crate::html::field::Field;
use crate::html::frame::Place;
use crate::html::home::{Home, HomeCounters, Task, TeamName};
use crate::html::parts::{Notice, When, icon};
use crate::html::typed::Typed;

/// Most tasks of a kind on the dashboard.
const SHOWN: i64 = 5;

/// `GET /`.
///
/// # Errors
/// Faults of the server.
pub async fn show(page: Page) -> Answer {
    let me = page.me()?;
    if me.must_change_password {
        return Err(super::context::Elsewhere::To("/password/own".into()));
    }
    if me.organisation.team_name.is_none() {
        return team(&page, &Typed::default(), None);
    }
    let everything = page.reach(Action::DashboardView).holds(domain::access::Reach::ORGANISATION);
    let gathered = page.app.crewdesk().read(page.actor(), async |cx| {
        let notices = notices::unread(cx).await?;
        if !everything {
            return Ok((None, Vec::new(), Vec::new(), notices));
        }
        let counters = list::counters(cx).await?;
        let ending = invitations::ending_soon(cx, SHOWN).await?;
        let locked = sessions::locked(cx, SHOWN).await?;
        Ok((Some(counters), ending, locked, notices))
    });
    let (counters, ending, locked, notices) = gathered.await?;
    let mut tasks: Vec<Task> = ending.iter().map(|one| expiring(&page, one)).collect();
    tasks.extend(locked.iter().map(|one| Task {
        icon: icon("lock"),
        text:
            page.texts.with("home-locked", &[("name", Arg::from(&one.display_name))]).into_owned(),
        when: Some(When::relative(page.texts.lang(), &page.zone, one.locked_at, page.now())),
        link: Some((format!("/users/{}", one.user_id), "home-look")),
        dismiss: None,
    }));
    let name = page.me()?.display_name.split(' ').next().unwrap_or_default().to_owned();
    let notices = notices.iter().map(|one| notice(&page, one)).collect();
    let counters = counters.map(|Counters { active, invited, administrators, standard }| {
        HomeCounters { active, invited, administrators, standard }
    });
    page.show(&Home { frame: page.frame(Place::Home)?, name, counters, tasks, notices })
}

fn expiring(page: &Page, invitation: &invitations::Invitation) -> Task {
    let key = if invitation.expires_at <= page.now() { "home-expired" } else { "home-expiring" };
    let email = invitation.email.clone().unwrap_or_default();
    Task {
        icon: icon("mail"),
        text: page.texts.with(key, &[("email", Arg::from(&email))]).into_owned(),
        when: Some(When::relative(
            page.texts.lang(),
            &page.zone,
            invitation.expires_at,
            page.now(),
        )),
        link: Some(("/invitations".into(), "home-look")),
        dismiss: None,
    }
}

fn notice(page: &Page, notice: &notices::Notice) -> Task {
    let params: serde_json::Value = serde_json::from_str(&notice.params).unwrap_or_default();
    let value = |name: &str| {
        params.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
    };
    let (organisation, by) = (value("organisation"), value("by"));
    let values = [("organisation", Arg::from(&organisation)), ("by", Arg::from(&by))];
    Task {
        icon: icon("building"),
        text: page.texts.with("notice-added_to_organisation", &values).into_owned(),
        when: Some(When::relative(page.texts.lang(), &page.zone, notice.created_at, page.now())),
        link: None,
        dismiss: Some(format!("/notices/{}", notice.id)),
    }
}

/// `POST /notices/{id}`.
///
/// # Errors
/// Faults of the server.
pub async fn dismiss(Id(id): Id<NoticeId>, Sent { page, .. }: Sent) -> Answer {
    page.app.crewdesk().write(page.actor(), async |cx| notices::read(cx, id).await).await?;
    Ok(page.done("/", "toast-team"))
}

fn team(page: &Page, typed: &Typed, notice: Option<Notice>) -> Answer {
    let may = page.may(Action::OrganisationEdit);
    let field = may.then(|| typed.fill(Field::text("team_name", "organisation-team").focused()));
    let wrong = !typed.pairs().is_empty();
    let view = TeamName { frame: page.frame(Place::Home)?, field, notice };
    if wrong { page.wrong(&view) } else { page.show(&view) }
}

/// `POST /team`.
///
/// # Errors
/// Faults of the server.
pub async fn name_team(Sent { page, mut typed }: Sent) -> Answer {
    let name = typed.value("team_name").to_owned();
    let named = page
        .app
        .crewdesk()
        .write(page.actor(), async |cx| organisations::name_team(cx, &name).await);
    match named.await {
        Ok(_) => Ok(page.done("/", "toast-saved")),
        Err(error) => {
            let notice = typed.refused(error, page.texts)?;
            team(&page, &typed, notice)
        }
    }
}
