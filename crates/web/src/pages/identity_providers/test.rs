//! Trying a provider out, with what came of it in sentences.

use axum::response::Response;
use domain::identity_providers::{self, Looked};
use domain::ports::Discovered;
use http::StatusCode;
use kernel::ids::IdentityProviderId;
use texts::{Arg, Texts};

use super::super::steps::show;
use super::super::{form::Form, page::Page};
use super::named;
use crate::extract::Id;
use crate::html::{frame::Place, parts::Notice, single_sign_on as views};
use crate::problem::Problem;

/// `GET /settings/sign-in/providers/{id}/test`.
pub(crate) async fn ask_test(
    page: Page,
    Id(id): Id<IdentityProviderId>,
) -> Result<Response, Problem> {
    let name = named(&page, id).await?;
    let frame = page.frame(Place::SignIn);
    Ok(show(&page, StatusCode::OK, &views::test(frame, &id.to_string(), &name, None)))
}

/// `POST /settings/sign-in/providers/{id}/test`.
pub(crate) async fn test(
    page: Page,
    Id(id): Id<IdentityProviderId>,
    Form(_): Form,
) -> Result<Response, Problem> {
    let name = named(&page, id).await?;
    let redirect = page.app.config().redirect_url();
    let looked = identity_providers::look(
        page.app.crewdesk(),
        page.app.identity()?,
        &page.actor,
        id,
        redirect,
    );
    let notice = told(page.texts(), looked.await?);
    let frame = page.frame(Place::SignIn);
    Ok(show(&page, StatusCode::OK, &views::test(frame, &id.to_string(), &name, Some(notice))))
}

/// What came of it, in sentences.
fn told(texts: Texts, looked: Looked) -> Notice {
    let found = match looked {
        Looked::Found(found) => found,
        Looked::Fault { code, reason } => {
            let reason = texts.with("sso-test-reason", &[("reason", Arg::from(reason))]);
            return Notice::bad(format!("{} {reason}", texts.error(code)));
        }
    };
    let Discovered { keys, pkce, back_channel, knows_us } = found;
    let keys = i64::try_from(keys).unwrap_or(i64::MAX);
    let answers = texts.with("sso-test-answers", &[("n", Arg::from(keys))]).into_owned();
    let known = texts.get(match knows_us {
        Some(true) => "sso-test-known",
        Some(false) => "sso-test-unknown",
        None => "sso-test-open",
    });
    let pkce = match pkce {
        Some(true) => texts.get("sso-test-pkce"),
        Some(false) => texts.get("sso-test-no-pkce"),
        None => "".into(),
    };
    let channel = texts.get(if back_channel { "sso-test-channel" } else { "sso-test-no-channel" });
    let parts = [answers.as_str(), &known, &pkce, &channel];
    let said = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    match (knows_us, keys) {
        (Some(false), _) | (_, 0) => Notice::bad(said),
        (Some(true), _) => Notice::good(said),
        (None, _) => Notice::info(said),
    }
}
