//! `/settings/sign-in`: from where people may come in, and what their passwords lack (SPEC ORG-4, ACC-4).

use axum::response::Response;
use domain::organisations::{self, SignInPolicy, SignInWish};
use kernel::{Code, Error};

use super::{flash::Flash, form::Form, page::Page};
use crate::html::sign_in_policy::{self as views, Shown};
use crate::html::{form_page::FormPage, frame::Place, typed::Typed};
use crate::problem::Problem;

async fn read(page: &Page) -> Result<SignInPolicy, Problem> {
    let verb =
        page.app.crewdesk().read(&page.actor, async |cx| organisations::sign_in_policy(cx).await);
    Ok(verb.await?)
}

fn shown(page: &Page, typed: &Typed, version: i64, confirms: bool) -> FormPage {
    let address = page.actor.origin.address.clone();
    views::form(page.frame(Place::SignIn), typed, &Shown { version, address, confirms })
}

/// `GET /settings/sign-in`.
pub(crate) async fn form(page: Page) -> Result<Response, Problem> {
    let policy = read(&page).await?;
    let typed = Typed::of([
        ("allowed_networks", &policy.allowed_networks.texts().join("\n")),
        ("refused_words", &policy.refused_words.join("\n")),
        ("single_sign_on_only", if policy.single_sign_on_only { "true" } else { "" }),
    ]);
    Ok(page.show(&shown(&page, &typed, policy.version, false)))
}

/// One entry a line; empty lines are nothing.
pub(super) fn lines(typed: &Typed, name: &str) -> Vec<String> {
    let lines = typed.value(name).lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// `POST /settings/sign-in`.
pub(crate) async fn change(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let version = typed.value("version").parse().unwrap_or(-1);
    let wish = SignInWish {
        allowed_networks: Some(lines(&typed, "allowed_networks")),
        refused_words: Some(lines(&typed, "refused_words")),
        single_sign_on_only: Some(typed.value("single_sign_on_only") == "true"),
        shuts_me_out: typed.value("shuts_me_out") == "true",
    };
    let verb = page.app.crewdesk().write(&page.actor, async |cx| {
        organisations::change_sign_in(cx, Some(version), wish).await
    });
    let error = match verb.await {
        Ok(_) => return Ok(page.go_saying("/settings/sign-in", &Flash::new("toast-saved"))),
        Err(error) => error,
    };
    let confirms = error.code() == Code::OwnNetworkMissing;
    let version = if matches!(error, Error::Stale) { read(&page).await?.version } else { version };
    let error = on_fields(&page, &mut typed, error);
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let view = shown(&page, &typed, version, confirms);
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

/// What is wrong with one line is said beside the field with all lines, and names the line.
fn on_fields(page: &Page, typed: &mut Typed, error: Error) -> Error {
    let Error::Invalid(faults) = error else { return error };
    for field in ["allowed_networks", "refused_words"] {
        let entered = lines(typed, field);
        let here = faults.iter().filter_map(|fault| {
            let place = fault.pointer.strip_prefix(field)?.trim_start_matches('/');
            let line = place.parse::<usize>().ok().and_then(|place| entered.get(place));
            let said = page.texts().error(fault.code);
            Some(line.map_or_else(|| said.to_string(), |line| format!("{line}: {said}")))
        });
        let said: Vec<String> = here.collect();
        if !said.is_empty() {
            typed.refuse(field, said.join(" "));
        }
    }
    Error::Invalid(Vec::new())
}
