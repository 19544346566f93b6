//! `crewdesk organisation …`: what the installation's operator does (SPEC ORG-3).

mod order;
mod sign_in;

use std::io::Read as _;

use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use db::Access;
use domain::accounts::credential;
use domain::organisations::{self, NewOrganisation};
use domain::sessions::tokens::{self, NewToken};
use domain::users::{Licence, NewUser, Profile};
use domain::{Crewdesk, Origin, Surface, invitations};
use kernel::{Secret, Span};
use serde_json::json;

use crate::config::Config;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Create an organisation with its first Administrator.
    Create(Create),
    /// List organisations with what they have ordered.
    List(order::List),
    /// Change what an organisation has ordered; what is not named stays.
    Order(order::Change),
    /// Show or change from where people of an organisation may come in: the way back for those who shut
    /// themselves out.
    SignIn(sign_in::Rules),
}

#[derive(Debug, Args)]
pub(super) struct Create {
    /// Name of the organisation, and of its team.
    #[arg(long)]
    name: String,
    /// Address of the first Administrator, who owns it.
    #[arg(long)]
    admin_email: String,
    /// Read the Administrator's password from standard input.
    #[arg(long)]
    admin_password_stdin: bool,
    /// Ordered services, separated by commas: pbx, helpdesk, video.
    #[arg(long, value_delimiter = ',')]
    services: Vec<String>,
    /// start, profi or enterprise.
    #[arg(long, default_value = "start")]
    tier: String,
    /// Ordered licences, such as callcentre=100,video=5.
    #[arg(long, value_delimiter = ',')]
    licences: Vec<String>,
    /// Licences in all; the sum of --licences where none is given.
    #[arg(long)]
    seats: Option<i64>,
    /// Most operators at a time.
    #[arg(long, default_value_t = 5)]
    operators: i64,
    /// Language of new users: en, cs, fr or nb.
    #[arg(long, default_value = "en")]
    language: String,
    /// Time zone, as IANA names it.
    #[arg(long, default_value = "UTC")]
    time_zone: String,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
}

const TIERS: &[&str] = &["start", "profi", "enterprise"];
const SERVICES: &[&str] = &["pbx", "helpdesk", "video"];
/// Life of the first token.
const TOKEN_LIFE: Span = Span::days(365);

pub(super) async fn run(config: &Config, command: Command) -> Result<()> {
    match command {
        Command::Create(create) => founded(config, create).await,
        Command::List(list) => order::list(config, list).await,
        Command::Order(change) => order::order(config, change).await,
        Command::SignIn(rules) => sign_in::run(config, rules).await,
    }
}

async fn founded(config: &Config, create: Create) -> Result<()> {
    let new = checked(&create)?;
    let password = if create.admin_password_stdin { Some(read_password()?) } else { None };
    let crewdesk = super::open(config, Access::Migrate).await?;
    let made = make(&crewdesk, new, password).await?;
    let first_password_url =
        made.first_link.map(|link| format!("{}/invitations/{link}", config.public_url));
    let answer = json!({
        "organisation_id": made.organisation_id,
        "user_id": made.user_id,
        "api_token": made.api_token,
        "first_password_url": first_password_url,
    });
    show(&answer, create.json)
}

#[expect(clippy::print_stdout, reason = "the answer of the command")]
fn show(answer: &serde_json::Value, json: bool) -> Result<()> {
    if json {
        println!("{answer}");
        return Ok(());
    }
    for (name, value) in answer.as_object().context("an answer")? {
        println!("{name}: {}", value.as_str().unwrap_or("-"));
    }
    Ok(())
}

struct Made {
    organisation_id: String,
    user_id: String,
    api_token: String,
    first_link: Option<String>,
}

async fn make(crewdesk: &Crewdesk, new: NewOrganisation, password: Option<Secret>) -> Result<Made> {
    let context = [new.name.clone(), new.administrator.profile.email.clone().unwrap_or_default()];
    let password = match &password {
        Some(password) => {
            Some(credential::prepare(crewdesk, password, &context).await.map_err(explain)?)
        }
        None => None,
    };
    let origin = Origin::local(Surface::CommandLine, "organisation-create");
    let expires_at = crewdesk.clock().now().plus(TOKEN_LIFE);
    let founded = crewdesk.found(origin, async |cx| {
        let (organisation, user) = organisations::create(cx, new).await?;
        let token = NewToken { name: "First token".into(), scopes: None, expires_at };
        let (_, token) = tokens::create_for(cx, &user, token).await?;
        let first_link = match &password {
            Some(password) => {
                credential::set_by_operator(cx, &user, password).await?;
                None
            }
            None => Some(invitations::first_password(cx, &user).await?.expose().to_owned()),
        };
        Ok(Made {
            organisation_id: organisation.id.to_string(),
            user_id: user.id.to_string(),
            api_token: token.expose().to_owned(),
            first_link,
        })
    });
    founded.await.map_err(explain)
}

/// A refusal as a sentence for the terminal.
pub(crate) fn explain(error: kernel::Error) -> anyhow::Error {
    match error {
        kernel::Error::Invalid(fields) => {
            let lines =
                fields.iter().map(|field| format!("{}: {}", field.pointer, field.code.title()));
            anyhow::anyhow!(lines.collect::<Vec<_>>().join(" "))
        }
        kernel::Error::Conflict { code, detail: Some(detail) } => {
            anyhow::anyhow!("{} {detail}", code.title())
        }
        kernel::Error::Internal(reason) => anyhow::anyhow!(reason),
        other => anyhow::anyhow!(other.code().title()),
    }
}

fn checked(create: &Create) -> Result<NewOrganisation> {
    if !TIERS.contains(&create.tier.as_str()) {
        bail!("--tier is {:?}: write one of {}", create.tier, TIERS.join(", "));
    }
    if let Some(odd) = create.services.iter().find(|service| !SERVICES.contains(&service.as_str()))
    {
        bail!("--services names {odd:?}: there are {}", SERVICES.join(", "));
    }
    let licences = create.licences.iter().map(|text| licence(text)).collect::<Result<Vec<_>>>()?;
    let sum = licences.iter().map(|(_, quantity)| quantity).sum();
    let seats = create.seats.unwrap_or(sum);
    if seats < 0 || create.operators < 0 {
        bail!("--seats and --operators can't be negative");
    }
    let username = create.admin_email.split('@').next().unwrap_or_default().to_owned();
    let profile =
        Profile { username, email: Some(create.admin_email.clone()), ..Profile::default() };
    Ok(NewOrganisation {
        name: create.name.clone(),
        team_name: Some(create.name.clone()),
        language: create.language.clone(),
        time_zone: create.time_zone.clone(),
        trial_ends_at: None,
        tier: create.tier.clone(),
        services: create.services.join(","),
        seats,
        licences,
        operators: create.operators,
        administrator: NewUser { profile, ..NewUser::default() },
    })
}

fn licence(text: &str) -> Result<(Licence, i64)> {
    let wrong =
        || format!("--licences names {text:?}: write kind=quantity, such as callcentre=100");
    let (kind, quantity) = text.split_once('=').with_context(wrong)?;
    let kind = Licence::parse(kind).with_context(wrong)?;
    let quantity: i64 = quantity.parse().with_context(wrong)?;
    if quantity < 0 {
        bail!(wrong());
    }
    Ok((kind, quantity))
}

fn read_password() -> Result<Secret> {
    let mut text = String::new();
    std::io::stdin()
        .take(4096)
        .read_to_string(&mut text)
        .context("standard input can't be read")?;
    Ok(Secret::new(text.trim_end_matches(['\r', '\n'])))
}
