//! Who somebody is here of whom a provider tells (SECURITY.md decision 2).

use db::params;
use kernel::ids::{AccountId, LinkedIdentityId};
use kernel::{Code, Error, Result};
use serde_json::json;

use super::table::{LINKED, LinkedIdentity, PUT_LINK, USE_LINK};
use super::{Provider, newcomer, rules};
use crate::accounts::{self, Account};
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::factors::{self, Demand, Second};
use crate::invitations;
use crate::jobs::MailTemplate;
use crate::ports::Claims;
use crate::sessions::{self, ByProvider, SignedIn};
use crate::settings;
use crate::users::{self, Lifecycle, User};

/// Longest subject: longer ones than the standard allows are refused.
const LONGEST_SUBJECT: usize = 255;

/// The account and user of whom `claims` tell. `proven` has shown a moment ago to be an account's person.
pub(super) async fn who(
    cx: &mut Cx<'_>,
    provider: &Provider,
    claims: &Claims,
    proven: Option<AccountId>,
) -> Result<(Account, User)> {
    if claims.subject.is_empty() || claims.subject.len() > LONGEST_SUBJECT {
        return Err(Error::conflict(Code::ProviderUntrusted));
    }
    let values = params![cx.organisation_id, provider.issuer.clone(), claims.subject.clone()];
    let linked = cx.tx.optional::<LinkedIdentity>(LINKED, &values).await?;
    let user = match (linked, proven) {
        (Some(linked), Some(account)) if linked.account_id != account => {
            return Err(Error::conflict(Code::IdentityLinked));
        }
        (Some(linked), _) => {
            let values = params![
                cx.organisation_id,
                provider.issuer.clone(),
                claims.subject.clone(),
                cx.now
            ];
            cx.tx.execute(USE_LINK, &values).await?;
            users::load(cx, linked.user_id).await?.ok_or(Error::Forbidden(Code::NoOrganisation))?
        }
        (None, Some(account)) => connect_proven(cx, provider, claims, account).await?,
        (None, None) => by_address_or_new(cx, provider, claims).await?,
    };
    let account = accounts::lock(cx.tx, user.account_id).await?;
    Ok((account, user))
}

/// Connects an account whose person has just shown to be it.
async fn connect_proven(
    cx: &mut Cx<'_>,
    provider: &Provider,
    claims: &Claims,
    account: AccountId,
) -> Result<User> {
    let account = accounts::lock(cx.tx, account).await?;
    let memberships = accounts::memberships(cx.tx, account.id).await?;
    let here = memberships.into_iter().find(|m| m.organisation_id == cx.organisation_id);
    let here = here.ok_or(Error::Forbidden(Code::NoOrganisation))?;
    let user = users::load(cx, here.user_id).await?.ok_or(Error::NotFound)?;
    cx.proven(&user);
    connect(cx, provider, claims, &user).await?;
    let params = [("provider", provider.name.as_str())];
    accounts::reach::tell(cx, &account, MailTemplate::IdentityLinked, &params).await?;
    accounts::reach::tell_inside(cx, &user, MailTemplate::IdentityLinked, &params).await?;
    Ok(user)
}

/// The user with the address, as far as the provider's word is enough; else somebody new.
async fn by_address_or_new(cx: &mut Cx<'_>, provider: &Provider, claims: &Claims) -> Result<User> {
    let address = newcomer::address(claims);
    let known = match &address {
        Some(address) => users::by_email(cx, address).await?,
        None => None,
    };
    let user = match known {
        Some(user) => {
            // An address says who somebody is only while the account is nobody's own yet: after that an
            // organisation could take it over by its provider.
            let checked = provider.trusts_addresses || claims.is("email_verified");
            if !checked || !accounts::is_nobodys_own(cx, &user).await? {
                return Err(Error::Forbidden(Code::LinkFirst));
            }
            user
        }
        None if provider.creates_users => newcomer::create(cx, provider, claims).await?,
        None => return Err(Error::Forbidden(Code::NotAUser)),
    };
    connect(cx, provider, claims, &user).await?;
    Ok(user)
}

/// Links an identity to a user.
async fn connect(cx: &mut Cx<'_>, provider: &Provider, claims: &Claims, user: &User) -> Result<()> {
    let id: LinkedIdentityId = cx.id();
    let label = newcomer::label(claims);
    let values = params![
        cx.organisation_id,
        provider.issuer.clone(),
        claims.subject.clone(),
        id,
        user.account_id,
        user.id,
        label.clone(),
        cx.now,
    ];
    cx.tx.execute(PUT_LINK, &values).await?;
    let subject = Subject::new("user", user.id.as_uuid(), &user.display_name);
    let facts = json!({"provider": provider.name, "issuer": provider.issuer, "identity": label});
    cx.record(Event::new("user.identity_linked", subject).with(facts)).await
}

/// Opens the session.
pub(super) async fn enter(
    cx: &mut Cx<'_>,
    provider: &Provider,
    claims: &Claims,
    user: &User,
    account: &Account,
) -> Result<SignedIn> {
    sessions::may_enter(user.lifecycle).map_err(Error::Forbidden)?;
    let user = match user.lifecycle {
        Lifecycle::Invited => invitations::accept_for(cx, user.clone()).await?,
        _ => user.clone(),
    };
    let session = claims.text("sid").map(str::to_owned);
    let second_factor = rules::second_factor(provider, claims);
    // A session by a provider adds no factor to the account, so that the word of the provider must do.
    let second = second_factor.then_some(Second::Provider);
    let values = settings::of_user(cx, &user).await?;
    if factors::demand(cx, &user, &values, second).await? == Demand::Now {
        return Err(Error::Forbidden(Code::SecondFactorAtProvider));
    }
    let by = ByProvider { provider: provider.id, session, second_factor };
    sessions::open_by_provider(cx, &user, account, by).await
}
