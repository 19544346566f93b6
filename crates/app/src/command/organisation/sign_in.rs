//! `crewdesk organisation sign-in`: from where people of an organisation may come in (SPEC ORG-4).

use anyhow::{Result, bail};
use clap::Args;
use db::Access;
use domain::organisations::{self, SignInPolicy, SignInWish};
use domain::{Actor, Crewdesk, Origin, Surface};
use kernel::PageSize;
use kernel::ids::OrganisationId;

use super::explain;
use crate::config::Config;

#[derive(Debug, Args)]
pub(in crate::command) struct Rules {
    /// Name or short name of the organisation.
    #[arg(long)]
    name: String,
    /// Let people come in from anywhere.
    #[arg(long, conflicts_with = "allow")]
    allow_all: bool,
    /// Let people come in from these networks alone, separated by commas: 192.0.2.0/24,2001:db8::/32.
    #[arg(long, value_delimiter = ',')]
    allow: Vec<String>,
}

pub(super) async fn run(config: &Config, rules: Rules) -> Result<()> {
    let crewdesk = super::super::open(config, Access::Migrate).await?;
    let actor =
        Actor::system("operator", Origin::local(Surface::CommandLine, "organisation-sign-in"));
    let id = find(&crewdesk, &actor, &rules.name).await?;
    let policy = if rules.allow_all || !rules.allow.is_empty() {
        let allowed_networks = Some(rules.allow);
        let wish = SignInWish { allowed_networks, ..SignInWish::default() };
        let verb = crewdesk
            .write_in(id, &actor, async |cx| organisations::change_sign_in(cx, None, wish).await);
        verb.await.map_err(explain)?
    } else {
        let verb = crewdesk.read_in(id, &actor, async |cx| organisations::sign_in_policy(cx).await);
        verb.await.map_err(explain)?
    };
    show(&policy);
    Ok(())
}

/// The organisation of this name; several of one name are told apart by their short names.
async fn find(crewdesk: &Crewdesk, actor: &Actor, name: &str) -> Result<OrganisationId> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let size = PageSize::new(Some(200)).map_err(explain)?;
        let read = crewdesk.read_in(Crewdesk::INSTALLATION, actor, async |cx| {
            organisations::orders(cx, size, after).await
        });
        let page = read.await.map_err(explain)?;
        let organisations = page.items.into_iter().map(|order| order.organisation);
        for one in organisations {
            if one.handle == name {
                return Ok(one.id);
            }
            if one.name == name {
                found.push(one);
            }
        }
        match page.next_cursor {
            Some(cursor) => after = Some(cursor.unpack().map_err(explain)?),
            None => break,
        }
    }
    match found.as_slice() {
        [only] => Ok(only.id),
        [] => bail!("no organisation is called {name:?}: `crewdesk organisation list` shows them"),
        several => {
            let handles: Vec<&str> = several.iter().map(|one| one.handle.as_str()).collect();
            bail!(
                "several are called {name:?}: name one by its short name, {}",
                handles.join(" or ")
            )
        }
    }
}

#[expect(clippy::print_stdout, reason = "the answer of the command")]
fn show(policy: &SignInPolicy) {
    let networks = policy.allowed_networks.texts();
    let shown = if networks.is_empty() { "all".to_owned() } else { networks.join(", ") };
    println!("allowed_networks: {shown}");
}
