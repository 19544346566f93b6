//! What a form says about a user, and a user as a form holds it.

use domain::users::{Flags, Licence, NewUser, Profile, User, UserPatch, UserType};
use kernel::ids::TeamId;
use kernel::{Code, Error, Patch, Result};

use crate::html::typed::Typed;

/// The boxes of the form.
pub(super) const FLAGS: &[&str] =
    &["api_communicator", "statutory_representative", "do_not_invoice"];

fn profile(typed: &Typed) -> Result<Profile> {
    let ticked = |name| typed.value(name) == "true";
    Ok(Profile {
        username: typed.value("username").to_owned(),
        first_name: typed.value("first_name").to_owned(),
        last_name: typed.value("last_name").to_owned(),
        display_name: typed.value("display_name").to_owned(),
        email: typed.filled("email"),
        mobile: typed.filled("mobile"),
        language: typed.filled("language"),
        exchange_id: chosen(typed, "exchange_id", Code::ExchangeUnknown, |text| text.parse().ok())?,
        extension: typed.filled("extension"),
        helpdesk_id: chosen(typed, "helpdesk_id", Code::HelpdeskUnknown, |text| text.parse().ok())?,
        numeric_id: typed.filled("numeric_id"),
        keywords: typed.value("keywords").to_owned(),
        external_id: typed.filled("external_id"),
        note: typed.value("note").to_owned(),
        flags: Flags {
            api_communicator: ticked("api_communicator"),
            statutory_representative: ticked("statutory_representative"),
            do_not_invoice: ticked("do_not_invoice"),
        },
    })
}

/// An id or word chosen from a menu; one that no menu offered is refused like a wrong value.
pub(super) fn chosen<T>(
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

pub(super) fn new_user(typed: &Typed) -> Result<NewUser> {
    Ok(NewUser {
        profile: profile(typed)?,
        user_type: chosen(typed, "user_type", Code::UserTypeUnknown, UserType::parse)?
            .unwrap_or(UserType::Person),
        role_id: chosen(typed, "role_id", Code::RoleUnknown, |text| text.parse().ok())?,
        group_id: chosen(typed, "group_id", Code::GroupUnknown, |text| text.parse().ok())?,
        reports_to: chosen(typed, "reports_to", Code::SupervisorUnknown, |text| text.parse().ok())?,
        licence: chosen(typed, "licence", Code::LicenceUnknown, Licence::parse)?,
        teams: chosen_teams(typed)?,
        ..NewUser::default()
    })
}

/// The teams that are ticked.
pub(super) fn chosen_teams(typed: &Typed) -> Result<Vec<TeamId>> {
    let read = |id: &str| id.parse().map_err(|_| Error::field("team_ids", Code::TeamUnknown));
    typed.all("team_ids").map(read).collect()
}

/// The record as a form holds it.
pub(super) fn values(user: &User) -> Vec<(&'static str, String)> {
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
        ("exchange_id", user.exchange_id.map(|id| id.to_string()).unwrap_or_default()),
        ("extension", or_empty(&user.extension)),
        ("helpdesk_id", user.helpdesk_id.map(|id| id.to_string()).unwrap_or_default()),
        ("numeric_id", or_empty(&user.numeric_id)),
        ("keywords", user.keywords.clone()),
        ("external_id", or_empty(&user.external_id)),
        ("note", user.note.clone()),
        ("api_communicator", user.api_communicator.to_string()),
        ("statutory_representative", user.statutory_representative.to_string()),
        ("do_not_invoice", user.do_not_invoice.to_string()),
    ]
}

/// Fields that were sent: an empty one clears, a greyed one was not sent and stays.
pub(super) fn patch(typed: &Typed) -> Result<UserPatch> {
    let field = |name: &str| match typed.has(name) {
        true => typed.filled(name).map_or(Patch::Null, Patch::Value),
        false => Patch::Absent,
    };
    let flag = |name: &str| match typed.has("flags") {
        true => Patch::Value(typed.value(name) == "true"),
        false => Patch::Absent,
    };
    Ok(UserPatch {
        username: field("username"),
        first_name: field("first_name"),
        last_name: field("last_name"),
        display_name: field("display_name"),
        email: field("email"),
        mobile: field("mobile"),
        language: field("language"),
        exchange_id: id(typed, "exchange_id", Code::ExchangeUnknown)?,
        extension: field("extension"),
        helpdesk_id: id(typed, "helpdesk_id", Code::HelpdeskUnknown)?,
        numeric_id: field("numeric_id"),
        keywords: field("keywords"),
        external_id: field("external_id"),
        note: field("note"),
        api_communicator: flag("api_communicator"),
        statutory_representative: flag("statutory_representative"),
        do_not_invoice: flag("do_not_invoice"),
    })
}

/// An id chosen from a menu that may have been greyed.
fn id<T: std::str::FromStr>(typed: &Typed, name: &'static str, code: Code) -> Result<Patch<T>> {
    if !typed.has(name) {
        return Ok(Patch::Absent);
    }
    Ok(chosen(typed, name, code, |text| text.parse().ok())?.into())
}
