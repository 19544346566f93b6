//! `/api/v1/organisation/sign-in`: from where people may come in, and what their passwords lack (SPEC ORG-4,
//! ACC-4).

use axum::extract::State;
use domain::organisations::{self, SignInPolicy, SignInWish};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::Reply;
use crate::extract::{Caller, IfMatch, MergePatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// An organisation's rules for signing in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SignInPolicy)]
pub struct SignInPolicyBody {
    /// Networks that requests may come from; an empty list allows all.
    #[schema(example = json!(["192.0.2.0/24", "2001:db8::/32"]))]
    pub allowed_networks: Vec<String>,
    /// Words that no new password may hold.
    pub refused_words: Vec<String>,
    /// Whether people come in by an identity provider alone; the owner never.
    pub single_sign_on_only: bool,
    /// The organisation's version.
    pub version: i64,
}

/// A change of the rules; absent lists stay.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = SignInPolicyPatch, example = json!({"allowed_networks": ["192.0.2.0/24"], "refused_words": ["crewdesk"]}))]
#[serde(deny_unknown_fields)]
pub struct SignInPatchBody {
    /// Networks or addresses.
    #[serde(default)]
    pub allowed_networks: Option<Vec<String>>,
    /// Words of four letters or more.
    #[serde(default)]
    pub refused_words: Option<Vec<String>>,
    /// Whether people come in by an identity provider alone.
    #[serde(default)]
    pub single_sign_on_only: Option<bool>,
    /// Whether it is meant although the caller's own address is in none of the networks.
    #[serde(default)]
    pub shuts_me_out: bool,
}

fn shown(policy: &SignInPolicy) -> Result<Reply, Problem> {
    let version = policy.version;
    let body = SignInPolicyBody {
        allowed_networks: policy.allowed_networks.texts(),
        refused_words: policy.refused_words.clone(),
        single_sign_on_only: policy.single_sign_on_only,
        version,
    };
    Ok(Reply::ok(&body)?.version(version))
}

/// Read the rules for signing in.
#[utoipa::path(get, path = "/organisation/sign-in", tag = "Organisation", operation_id = "getSignInPolicy",
    responses((status = 200, body = SignInPolicyBody), (status = 403, body = ProblemBody)))]
pub async fn get(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let verb =
        app.crewdesk().read(caller.actor(), async |cx| organisations::sign_in_policy(cx).await);
    shown(&verb.await?)
}

/// Change the rules for signing in. They hold at the next request of each session and token.
#[utoipa::path(patch, path = "/organisation/sign-in", tag = "Organisation", operation_id = "updateSignInPolicy",
    request_body = SignInPatchBody, params(("If-Match" = Option<String>, Header)),
    responses((status = 200, body = SignInPolicyBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn change(
    State(app): State<AppState>,
    caller: Caller,
    IfMatch(version): IfMatch,
    body: MergePatch<SignInPatchBody>,
) -> Result<Reply, Problem> {
    let SignInPatchBody { allowed_networks, refused_words, single_sign_on_only, shuts_me_out } =
        body.value;
    let wish = SignInWish { allowed_networks, refused_words, single_sign_on_only, shuts_me_out };
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| organisations::change_sign_in(cx, version, wish).await);
    shown(&verb.await?)
}
