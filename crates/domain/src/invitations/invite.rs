//! Inviting one or several people, all or none.

use db::params;
use kernel::ids::{ExchangeId, GroupId, HelpdeskId, RoleId, TeamId, UserId};
use kernel::{Code, Error, FieldError, Result};

use super::send;
use super::table::{Invitation, Kind, USERNAMES_LIKE};
use crate::access::{Action, RoleKey};
use crate::cx::Cx;
use crate::users::{self, Licence, NewUser, Profile, Standing};
use crate::{accounts, roles};

/// Most people at once.
pub const MOST: usize = 100;

/// Somebody to be invited.
#[derive(Debug, Clone, Default)]
pub struct Invitee {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Where the invitation goes.
    pub email: String,
    /// Language of the mail; the organisation's where none.
    pub language: Option<String>,
    /// The role; Technician where none.
    pub role_id: Option<RoleId>,
    /// The group; the default one where none.
    pub group_id: Option<GroupId>,
    /// The supervisor.
    pub reports_to: Option<UserId>,
    /// A licence, which takes a seat.
    pub licence: Option<Licence>,
    /// The exchange the extension is on.
    pub exchange_id: Option<ExchangeId>,
    /// Telephone number, where the licence needs one.
    pub extension: Option<String>,
    /// The helpdesk, where the licence needs one.
    pub helpdesk_id: Option<HelpdeskId>,
    /// The teams they are in.
    pub teams: Vec<TeamId>,
    /// The teams they lead, which is what a team leader is for (SPEC ROL-4).
    pub leads: Vec<TeamId>,
}

/// Invites people: creates each as an Invited user and sends the mail. Who has a sign-in of their own
/// already gets no mail but a notice, and is in with the next sign-in (SPEC ACC-2).
///
/// # Errors
/// [`Error::Invalid`] with pointers such as `people/2/email`; otherwise as creating a user.
pub async fn invite(cx: &mut Cx<'_>, people: Vec<Invitee>) -> Result<Vec<Invitation>> {
    cx.require(Action::InvitationsManage)?;
    if people.is_empty() {
        return Err(Error::field("people", Code::Required));
    }
    if people.len() > MOST {
        return Err(Error::field("people", Code::TooMany));
    }
    refuse_wrong_addresses(&people)?;
    let mut invitations = Vec::with_capacity(people.len());
    for (place, person) in people.into_iter().enumerate() {
        let invited = one(cx, person).await;
        invitations.push(invited.map_err(|error| at(place, error))?);
    }
    Ok(invitations)
}

/// Puts people where their role needs the team chosen for them: a team leader leads it, others are in it (SPEC ACC-1,
/// ROL-4).
///
/// # Errors
/// Faults of the database.
pub async fn placed(cx: &mut Cx<'_>, people: Vec<Invitee>) -> Result<Vec<Invitee>> {
    let leader = roles::built_in(cx, RoleKey::TeamLeader).await?.id;
    let placed = people.into_iter().map(|person| match person.role_id == Some(leader) {
        true => Invitee { leads: person.teams, teams: Vec::new(), ..person },
        false => person,
    });
    Ok(placed.collect())
}

/// Every wrong address at once, before anything is created.
fn refuse_wrong_addresses(people: &[Invitee]) -> Result<()> {
    let mut wrong = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for (place, person) in people.iter().enumerate() {
        let pointer = format!("people/{place}/email");
        if person.email.trim().is_empty() {
            wrong.push(FieldError::new(pointer, Code::Required));
        } else if let Err(code) = users::fields::email(&person.email) {
            wrong.push(FieldError::new(pointer, code));
        } else if seen.contains(&kernel::fold(&person.email)) {
            wrong.push(FieldError::new(pointer, Code::AlreadyInvited));
        }
        seen.push(kernel::fold(&person.email));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

fn at(place: usize, error: Error) -> Error {
    match error {
        Error::Invalid(mut fields) => {
            for field in &mut fields {
                field.pointer = format!("people/{place}/{}", field.pointer);
            }
            Error::Invalid(fields)
        }
        Error::Taken(index) if index == "users_email" || index == "users_account" => {
            Error::field(format!("people/{place}/email"), Code::AlreadyMember)
        }
        other => other,
    }
}

async fn one(cx: &mut Cx<'_>, person: Invitee) -> Result<Invitation> {
    let Invitee {
        first_name,
        last_name,
        email,
        language,
        role_id,
        group_id,
        reports_to,
        licence,
        exchange_id,
        extension,
        helpdesk_id,
        teams,
        leads,
    } = person;
    let username = free_username(cx, &email).await?;
    let profile = Profile {
        username,
        first_name,
        last_name,
        email: Some(email),
        language,
        exchange_id,
        extension,
        helpdesk_id,
        ..Profile::default()
    };
    let new = NewUser {
        profile,
        role_id,
        group_id,
        reports_to,
        licence,
        teams,
        leads,
        standing: Standing::Invited,
        ..NewUser::default()
    };
    let user = users::create(cx, new).await?;
    let account = accounts::lock(cx.tx, user.account_id).await?;
    let kind = if account.is_the_persons() { Kind::Membership } else { Kind::Invitation };
    send::first(cx, &user, kind).await
}

/// The part before the `@`, with a number if somebody has it.
async fn free_username(cx: &mut Cx<'_>, email: &str) -> Result<String> {
    let local = email.split('@').next().unwrap_or_default();
    let fits = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let stem: String = local.chars().filter(fits).take(50).collect();
    let mut wanted = if stem.is_empty() { "user".to_owned() } else { stem.clone() };
    for number in 2..10_000 {
        let values = params![cx.organisation_id, kernel::fold(&wanted)];
        if cx.tx.one::<(i64,)>(USERNAMES_LIKE, &values).await?.0 == 0 {
            return Ok(wanted);
        }
        wanted = format!("{stem}{number}");
    }
    Err(Error::conflict(Code::UsernameTaken))
}
