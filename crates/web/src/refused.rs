//! A refused right leaves a line in the log: who, what, to whom, in which request (OWASP ASVS 16.3.2). Nothing of
//! what was sent, and of the address only what can be no secret.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use domain::Actor;
use domain::access::Action;
use domain::users::{self, BulkStep, Outcome};
use http::{Method, StatusCode, Uri};
use kernel::ids::UserId;
use uuid::Uuid;

use crate::problem::Problem;
use crate::state::AppState;

/// Who asks, as far as the request got: the extractor says it, the layer around all routes writes it down.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asker(Arc<OnceLock<UserId>>);

impl Asker {
    /// It is this user.
    pub(crate) fn is(&self, user: UserId) {
        // The first to say so is right; there is one session for each request.
        let _ = self.0.set(user);
    }
}

/// What is written down of a request.
#[derive(Debug)]
pub(crate) struct Knock {
    pub(crate) asker: Asker,
    pub(crate) method: Method,
    pub(crate) uri: Uri,
}

/// Writes a line where the answer is a refusal of a right.
pub(crate) fn note(status: StatusCode, problem: Option<&Problem>, knock: &Knock, request_id: &str) {
    if status != StatusCode::FORBIDDEN {
        return;
    }
    let Knock { asker, method, uri } = knock;
    let user_id = asker.0.get().map(ToString::to_string).unwrap_or_default();
    let (code, action) = problem.map_or(("", ""), |problem| match &*problem.0 {
        kernel::Error::Denied(denial) => (denial.code.as_str(), denial.permission),
        other => (other.code().as_str(), ""),
    });
    let (path, target_id) = plain(uri.path());
    tracing::info!(user_id, action, target_id, code, %method, path, request_id, "refused a right");
}

/// Takes a step for several users, and writes a line where some of them were refused.
///
/// # Errors
/// As [`users::step_many`].
pub(crate) async fn step_many(
    app: &AppState,
    actor: &Actor,
    ids: &[UserId],
    step: &BulkStep,
) -> Result<Vec<Outcome>, kernel::Error> {
    let outcomes = users::step_many(app.crewdesk(), actor, ids, step).await?;
    note_several(actor, step.action(), &outcomes);
    Ok(outcomes)
}

/// Writes a line where something was done for several and some of them were refused: why, and how many.
fn note_several(actor: &Actor, action: Action, outcomes: &[Outcome]) {
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for code in outcomes.iter().filter_map(|one| one.refused) {
        *codes.entry(code.as_str()).or_default() += 1;
    }
    if codes.is_empty() {
        return;
    }
    let user_id = actor.user_id().map(|id| id.to_string()).unwrap_or_default();
    let (action, asked, request_id) = (action.as_str(), outcomes.len(), &actor.origin.request_id);
    tracing::info!(user_id, action, asked, ?codes, request_id, "refused for some of several");
}

/// The path without what may be a secret, such as the token of a link, and the last id in it.
fn plain(path: &str) -> (String, String) {
    let word = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let is_id = |part: &str| Uuid::try_parse(part).is_ok();
    let version = |part: &str| part == "v1";
    let parts = path.split('/');
    let kept = parts
        .clone()
        .map(|part| if word(part) || version(part) || is_id(part) { part } else { "…" });
    let kept: Vec<&str> = kept.collect();
    let target = parts.rev().find(|part| is_id(part)).unwrap_or_default();
    (kept.join("/"), target.to_owned())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_path_is_told_without_tokens() {
        let id = "01890000-0000-7000-8000-000000000000";
        let told = |path: &str| plain(path);
        let path = format!("/api/v1/users/{id}/suspension");
        assert_eq!(told(&path), (path.clone(), id.to_owned()));
        assert_eq!(told("/invitations/cdi_qT9"), ("/invitations/…".to_owned(), String::new()));
        assert_eq!(told("/"), ("/".to_owned(), String::new()));
    }
}
