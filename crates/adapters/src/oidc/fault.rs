use domain::ports::IdentityFault;
use openidconnect::core::CoreErrorResponseType;
use openidconnect::{
    ClaimsVerificationError, DiscoveryError, RequestTokenError, SignatureVerificationError,
    StandardErrorResponse,
};

use crate::outgoing::OutgoingFault;

/// Longest clause of somebody else's that is repeated.
const LONGEST: usize = 200;

pub(super) type TokenError =
    RequestTokenError<OutgoingFault, StandardErrorResponse<CoreErrorResponseType>>;

pub(super) fn of_way(fault: OutgoingFault) -> IdentityFault {
    match fault {
        OutgoingFault::Address(reason) => IdentityFault::Address(reason),
        other => IdentityFault::Away(other.to_string()),
    }
}

pub(super) fn of_discovery(error: DiscoveryError<OutgoingFault>) -> IdentityFault {
    match error {
        DiscoveryError::Request(fault) => of_way(fault),
        DiscoveryError::Validation(reason) => IdentityFault::Issuer(said(&reason)),
        DiscoveryError::Response(status, _, reason) => {
            IdentityFault::Away(format!("{status}: {}", said(&reason)))
        }
        DiscoveryError::Parse(reason) => IdentityFault::Away(said(&reason.to_string())),
        DiscoveryError::UrlParse(reason) => IdentityFault::Address(reason.to_string()),
        other => IdentityFault::Away(said(&other.to_string())),
    }
}

pub(super) fn of_exchange(error: TokenError) -> IdentityFault {
    match error {
        RequestTokenError::Request(fault) => of_way(fault),
        RequestTokenError::ServerResponse(answer) => {
            IdentityFault::Refused(said(&answer.to_string()))
        }
        // Neither may hold the answer, which may hold a token.
        RequestTokenError::Parse(reason, _) => IdentityFault::Away(said(&reason.to_string())),
        RequestTokenError::Other(reason) => IdentityFault::Away(said(&reason)),
    }
}

pub(super) fn of_claims(error: &ClaimsVerificationError) -> IdentityFault {
    let reason = match error {
        ClaimsVerificationError::SignatureVerification(inner) => inner.to_string(),
        // The nonce is a secret of the sign-in.
        ClaimsVerificationError::InvalidNonce(_) => "it belongs to another sign-in".to_owned(),
        other => other.to_string(),
    };
    IdentityFault::Untrusted(said(&reason))
}

/// Whether newer keys could help.
pub(super) const fn wants_newer_keys(error: &ClaimsVerificationError) -> bool {
    matches!(
        error,
        ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoMatchingKey
                | SignatureVerificationError::CryptoError(_)
                | SignatureVerificationError::AmbiguousKeyId(_)
        )
    )
}

/// Somebody else's words: one line, not too long.
pub(super) fn said(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect()
}
