//! Trying a provider out.

use kernel::ids::IdentityProviderId;
use kernel::{Code, Result};

use super::begin::registration;
use super::{find, require};
use crate::actor::Actor;
use crate::ports::{Discovered, IdentityFault, IdentityProvider};
use crate::product::Crewdesk;

/// What came of trying a provider out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Looked {
    /// It answers.
    Found(Discovered),
    /// It can't be used, and why; the text is an English clause.
    Fault {
        /// Which.
        code: Code,
        /// Facts for the one who sets it up.
        reason: String,
    },
}

/// Asks a provider about itself and whether it knows Crewdesk. Nothing is changed.
///
/// # Errors
/// As [`super::get`].
pub async fn look(
    crewdesk: &Crewdesk,
    provider: &dyn IdentityProvider,
    actor: &Actor,
    id: IdentityProviderId,
    redirect: String,
) -> Result<Looked> {
    let found = crewdesk.read(actor, async |cx| {
        require(cx)?;
        Ok(find(cx, id).await?.0)
    });
    let at = registration(crewdesk, &found.await?, redirect)?;
    Ok(match provider.look(&at).await {
        Ok(discovered) => Looked::Found(discovered),
        Err(fault) => Looked::Fault { code: code(&fault), reason: fault.to_string() },
    })
}

pub(super) const fn code(fault: &IdentityFault) -> Code {
    match fault {
        IdentityFault::Address(_) => Code::ProviderAddress,
        IdentityFault::Away(_) => Code::ProviderAway,
        IdentityFault::Issuer(_) => Code::ProviderIssuer,
        IdentityFault::Refused(_) => Code::ProviderRefused,
        IdentityFault::Untrusted(_) => Code::ProviderUntrusted,
    }
}
