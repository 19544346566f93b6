//! A visitor registers a trial organisation (SPEC ORG-1).
//!
//! 1. [`sign_up`] keeps what was typed and sends a link to the address. It does the same, and takes as
//!    long, whether or not an account has this address (SECURITY.md S9).
//! 2. [`look_at_sign_up`] shows the page behind the link, which uses nothing up.
//! 3. [`confirm_sign_up`] takes the link and the password together: a link that went to somebody else's
//!    address by mistake founds nothing, and neither does a password without the address.

use db::{Tx, params};
use kernel::ids::{AccountId, SignUpId};
use kernel::{Code, Error, Result, Secret, Token};

use super::NewOrganisation;
use super::table::{
    FORGET_SIGN_UPS, INSERT_SIGN_UP, PUT_SIGN_UP_TOKEN, SIGN_UP, SIGN_UPS_SINCE, SPEND_SIGN_UP,
    StoredSignUp, TRY_SIGN_UP,
};
use crate::accounts::{self, Demands, credential};
use crate::actor::{Actor, Origin};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors;
use crate::invitations::Standing;
use crate::jobs::{self, Job, Mail, MailTemplate, Terms};
use crate::product::Crewdesk;
use crate::sessions::{self, Method, SignedIn};
use crate::users::{self, Checks, NewUser, Profile, User};

/// Wrong passwords that may be typed behind one link.
const TRIES: i64 = 10;

/// What a visitor types.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// Name of the organisation.
    pub organisation: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Address, which will be the sign-in.
    pub email: String,
    /// Password.
    pub password: Secret,
    /// Language key of mails and pages.
    pub language: String,
    /// IANA name of a time zone; UTC where none is known.
    pub time_zone: Option<String>,
}

/// What the page behind the link shows.
#[derive(Debug, Clone)]
pub struct SignUpLook {
    /// Whether the link can be used.
    pub standing: Standing,
    /// Name of the organisation to be.
    pub organisation: String,
    /// The address.
    pub email: String,
}

/// What a confirmed registration leads to.
#[derive(Debug, Clone)]
pub enum Confirmed {
    /// The new account is signed in.
    SignedIn(SignedIn),
    /// The address had an account already, whose own password opens the new organisation too.
    SignInFirst,
}

/// Registers. Nothing exists until the link in the mail is followed.
///
/// # Errors
/// [`Error::Invalid`] with every wrong field; [`Error::TooMany`] where too many hashes wait.
pub async fn sign_up(crewdesk: &Crewdesk, origin: &Origin, new: SignUp) -> Result<()> {
    let names = [&new.organisation, &new.first_name, &new.last_name, &new.email].map(Clone::clone);
    let demands = Demands::naming(names.into());
    let new = checked(crewdesk, new, &demands)?;
    let password = credential::prepare_for(crewdesk, &new.password, &demands).await?;
    let actor = Actor::anonymous(origin.clone());
    let verb = crewdesk
        .write_in(Crewdesk::INSTALLATION, &actor, async |cx| keep(cx, &new, password.hash()).await);
    verb.await
}

/// What was typed, tidied, with every fault at once.
fn checked(crewdesk: &Crewdesk, new: SignUp, demands: &Demands) -> Result<SignUp> {
    let mut checks = Checks::default();
    let organisation = checks.take("organisation", users::fields::name(&new.organisation));
    let first_name = checks.take("first_name", users::fields::optional_name(&new.first_name));
    let last_name = checks.take("last_name", users::fields::optional_name(&new.last_name));
    let email = checks.take("email", users::fields::email(&new.email));
    let language = checks.take("language", users::fields::language(&new.language));
    checks.take("password", credential::check(crewdesk, &new.password, demands));
    let time_zone = new.time_zone.filter(|zone| jiff::tz::TimeZone::get(zone).is_ok());
    checks.finish()?;
    Ok(SignUp { organisation, first_name, last_name, email, language, time_zone, ..new })
}

async fn keep(cx: &mut Cx<'_>, new: &SignUp, password_hash: &str) -> Result<()> {
    let email_key = kernel::fold(&new.email);
    let since = cx.now.minus(kernel::Span::days(1));
    let (today,) = cx.tx.one::<(i64,)>(SIGN_UPS_SINCE, &params![email_key.clone(), since]).await?;
    if today >= cx.policy.codes_a_day {
        // Answered like any other: nobody is told, and nobody's mailbox is flooded (S6).
        return Ok(());
    }
    let id: SignUpId = cx.id();
    let until = cx.now.plus(cx.policy.invitation_life);
    let zone = new.time_zone.clone().unwrap_or_else(|| "UTC".to_owned());
    let values = params![
        id,
        token(cx.mail_key, id).hash(),
        new.organisation.clone(),
        new.first_name.clone(),
        new.last_name.clone(),
        new.email.clone(),
        email_key,
        new.language.clone(),
        zone,
        password_hash,
        TRIES,
        cx.now,
        until,
    ];
    cx.tx.execute(INSERT_SIGN_UP, &values).await?;
    let name = users::fields::full_name(&new.first_name, &new.last_name);
    let mail = Mail::new(MailTemplate::SignUp, new.email.clone(), &new.language)
        .with("name", if name.is_empty() { &new.email } else { &name })
        .with("organisation", &new.organisation)
        .with("sign_up_id", &id.to_string())
        .with("expires_at", &until.rfc3339());
    jobs::enqueue(cx, &Job::Mail(mail), Terms { expires_at: Some(until), ..Terms::default() })
        .await?;
    let subject = Subject::new("sign_up", id.as_uuid(), &new.organisation);
    cx.record(Event::new("sign_up.requested", subject)).await
}

fn token(key: &jobs::MailKey, id: SignUpId) -> Token {
    key.token("cdu", id.as_uuid(), 1)
}

/// The secret in the link, for the mail that is being written; none where it is no longer wanted.
///
/// # Errors
/// Faults of the database.
pub async fn sign_up_link(crewdesk: &Crewdesk, id: SignUpId) -> Result<Option<Token>> {
    let token = token(crewdesk.mail_key(), id);
    let values = params![id, token.hash(), crewdesk.clock().now()];
    let stored = crewdesk.db().write(async |tx: &mut Tx| -> Result<u64> {
        Ok(tx.execute(PUT_SIGN_UP_TOKEN, &values).await?)
    });
    Ok((stored.await? > 0).then_some(token))
}

/// Looks at a link without using it up.
///
/// # Errors
/// [`Error::NotFound`] for a link that was never sent.
pub async fn look_at_sign_up(crewdesk: &Crewdesk, token: &Token) -> Result<SignUpLook> {
    let found = find(crewdesk, token).await?;
    let standing = match found.used_at {
        Some(_) => Standing::Settled,
        None if found.expires_at <= crewdesk.clock().now() || found.tries_left <= 0 => {
            Standing::Expired
        }
        None => Standing::Open,
    };
    Ok(SignUpLook { standing, organisation: found.organisation, email: found.email })
}

async fn find(crewdesk: &Crewdesk, token: &Token) -> Result<StoredSignUp> {
    let values = params![token.hash()];
    let found = crewdesk.db().read(async |tx: &mut Tx| -> Result<Option<StoredSignUp>> {
        Ok(tx.optional(SIGN_UP, &values).await?)
    });
    found.await?.ok_or(Error::NotFound)
}

/// Founds the trial organisation; the visitor becomes its Administrator and owner. Of several at once one
/// wins.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] with `link_expired` or `link_used`; [`Error::Invalid`] naming
/// `password`.
pub async fn confirm_sign_up(
    crewdesk: &Crewdesk,
    origin: &Origin,
    token: &Token,
    password: &Secret,
) -> Result<Confirmed> {
    let found = prove(crewdesk, token, password).await?;
    let verb = crewdesk.found(origin.clone(), async |cx| {
        if cx.tx.execute(SPEND_SIGN_UP, &params![found.id, cx.now]).await? == 0 {
            return Err(Error::conflict(Code::LinkUsed));
        }
        let (_, user) = super::create(cx, trial(cx, &found)).await?;
        let account = user.account_id;
        if accounts::lock(cx.tx, account).await?.is_the_persons() {
            return Ok(Confirmed::SignInFirst);
        }
        enter(cx, &user, account, &found.password_hash).await.map(Confirmed::SignedIn)
    });
    verb.await
}

/// Counts the try, commits, and only then compares (S5).
async fn prove(crewdesk: &Crewdesk, token: &Token, password: &Secret) -> Result<StoredSignUp> {
    match look_at_sign_up(crewdesk, token).await?.standing {
        Standing::Open => {}
        Standing::Expired => return Err(Error::conflict(Code::LinkExpired)),
        Standing::Settled => return Err(Error::conflict(Code::LinkUsed)),
    }
    let values = params![token.hash(), crewdesk.clock().now()];
    let counted = crewdesk
        .db()
        .write(async |tx: &mut Tx| -> Result<u64> { Ok(tx.execute(TRY_SIGN_UP, &values).await?) });
    if counted.await? == 0 {
        return Err(Error::conflict(Code::LinkExpired));
    }
    let found = find(crewdesk, token).await?;
    if crewdesk.hasher().verify(password, Some(&found.password_hash)).await? {
        return Ok(found);
    }
    Err(Error::field("password", Code::CredentialsWrong))
}

/// The organisation a registration asked for, as a trial.
fn trial(cx: &Cx<'_>, found: &StoredSignUp) -> NewOrganisation {
    let profile = Profile {
        username: users::fields::username_of(&found.email),
        first_name: found.first_name.clone(),
        last_name: found.last_name.clone(),
        email: Some(found.email.clone()),
        language: Some(found.language.clone()),
        ..Profile::default()
    };
    NewOrganisation {
        name: found.organisation.clone(),
        team_name: None,
        language: found.language.clone(),
        time_zone: found.time_zone.clone(),
        trial_ends_at: Some(cx.now.plus(cx.policy.trial_length)),
        tier: "start".to_owned(),
        services: String::new(),
        seats: cx.policy.trial_seats,
        licences: Vec::new(),
        operators: cx.policy.trial_operators,
        administrator: NewUser { profile, ..NewUser::default() },
    }
}

async fn enter(
    cx: &mut Cx<'_>,
    user: &User,
    account: AccountId,
    password_hash: &str,
) -> Result<SignedIn> {
    factors::begin_anew(cx, account).await?;
    credential::begin_with(cx, account, password_hash).await?;
    credential::verified(cx, account).await?;
    let account = accounts::lock(cx.tx, account).await?;
    sessions::open(cx, user, &account, Method::SignUp, None).await
}

/// Forgets registrations whose link has expired.
///
/// # Errors
/// Faults of the database.
pub async fn forget_sign_ups(crewdesk: &Crewdesk) -> Result<()> {
    let values = params![crewdesk.clock().now().minus(kernel::Span::days(1))];
    let gone = crewdesk.db().write(async |tx: &mut Tx| -> Result<()> {
        tx.execute(FORGET_SIGN_UPS, &values).await?;
        Ok(())
    });
    gone.await
}
