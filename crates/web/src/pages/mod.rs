//! The handlers of the pages: parse, call a verb, fill a view of [`crate::html`] or lead on. No rule
//! stands here.
//!
//! [`Page`](page::Page) is what a handler of a signed-in person starts from, [`Form`](form::Form) a form
//! whose token was right; [`routes`] holds every address.

mod accept;
mod audit;
mod cookies;
mod doors;
mod fault;
mod flash;
mod form;
mod home;
mod invitations;
mod links;
mod live;
mod mailbox;
mod me;
mod numeric_ids;
mod page;
mod password;
mod people;
mod person;
mod photo;
mod preferences;
pub(crate) mod reader;
mod reference;
mod search;
mod settings;
mod sign_up;
mod steps;
mod tokens;
mod user_form;
mod users;

pub(crate) use fault::write_fault;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use domain::access::{Action, Principal, Reach};

use crate::html::frame::Place;
use crate::state::AppState;

/// Largest photo with its wrapping, in bytes; the room itself takes 2 MiB (SECURITY.md S11).
const LARGEST_PHOTO: usize = 3 * 1024 * 1024;

/// Every page in one list.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(home::home))
        .route("/team", post(home::name_team))
        .route("/notices/{id}", post(home::seen))
        .route("/search", get(search::search))
        .route("/live", get(live::watch))
        .route("/audit", get(audit::list))
        .route("/api/docs", get(reference::show))
        .route("/dev/mail", get(mailbox::newest))
        .route("/dev/mail/{number}", get(mailbox::one))
        .merge(doors())
        .merge(people())
        .merge(invitations())
        .merge(own())
}

/// Before sign-in.
fn doors() -> Router<AppState> {
    Router::new()
        .route("/sign-in", get(doors::sign_in).post(doors::enter))
        .route("/sign-in/organisation", post(doors::choose))
        .route("/sign-out", post(doors::sign_out))
        .route("/language", post(doors::language))
        .route("/sign-up", get(sign_up::sign_up).post(sign_up::register))
        .route("/sign-up/{token}", get(sign_up::look).post(sign_up::confirm))
        .route("/password/forgotten", get(doors::forgotten).post(doors::ask_code))
        .route("/password/code", get(doors::enter_code).post(doors::use_code))
        .route("/password/own", get(password::ask).post(password::choose))
}

/// Users, each with their page, form and steps.
fn people() -> Router<AppState> {
    let photo = Router::new()
        .route("/users/{id}/photo", get(photo::show).post(photo::put))
        .route("/users/{id}/photo/removal", post(photo::drop))
        .layer(DefaultBodyLimit::max(LARGEST_PHOTO));
    Router::new()
        .route("/users", get(users::list))
        .route("/users/rows", get(users::live_rows))
        .route("/users/columns", post(users::columns_chosen))
        .route("/users/new", get(user_form::blank).post(user_form::create))
        .route("/users/numeric-ids", get(numeric_ids::show))
        .route("/users/{id}", get(person::profile))
        .route("/users/{id}/access", get(person::access))
        .route("/users/{id}/security", get(person::security))
        .route("/users/{id}/history", get(person::story))
        .route("/users/{id}/edit", get(user_form::edit).post(user_form::change))
        .route("/users/{id}/sessions/{session}/end", get(steps::ask_end).post(steps::end))
        .merge(steps_of_people())
        .merge(photo)
}

/// Each step by its own address: what it does is decided by the address and nothing else.
fn steps_of_people() -> Router<AppState> {
    let all = [
        "suspension",
        "activation",
        "deactivation",
        "reactivation",
        "removal",
        "supervisor",
        "first-password",
        "reset",
    ];
    all.iter().fold(Router::new(), |router, step| {
        router.route(&format!("/users/{{id}}/{step}"), get(steps::ask).post(steps::act))
    })
}

/// Inviting, and the pages behind links in mails. Those stand under the same address as the list: a
/// secret is no id.
fn invitations() -> Router<AppState> {
    Router::new()
        .route("/invitations", get(invitations::list))
        .route("/invitations/new", get(invitations::blank).post(invitations::send))
        .route("/invitations/all", get(invitations::ask_all).post(invitations::all))
        .route("/invitations/{id}", get(accept::look).post(accept::accept))
        .route("/invitations/{id}/again", post(accept::again))
        .route("/invitations/{id}/resend", get(invitations::ask_resend).post(invitations::resend))
        .route("/invitations/{id}/cancel", get(invitations::ask_cancel).post(invitations::cancel))
}

/// One's own affairs, and settings.
fn own() -> Router<AppState> {
    Router::new()
        .route("/me", get(me::profile).post(me::change))
        .route("/me/preferences", get(preferences::preferences).post(preferences::prefer))
        .route("/me/password", get(me::password).post(me::change_password))
        .route("/me/sessions", get(me::list_sessions))
        .route("/me/sessions/others", get(me::ask_end_others).post(me::end_others))
        .route("/me/sessions/{id}/end", get(me::ask_end).post(me::end))
        .route("/settings/organisation", get(settings::organisation).post(settings::change))
        .route("/settings/tokens", get(settings::list_tokens).post(settings::make_token))
        .route("/settings/tokens/new", get(settings::blank_token))
        .route("/settings/tokens/{id}/end", get(settings::ask_end_token).post(settings::end_token))
}

/// Where this person may go: what the navigation shows.
pub(crate) fn places(me: &Principal) -> Vec<Place> {
    let reach = |action| me.grants.reach(action);
    let others =
        |action| reach(action).holds(Reach::ORGANISATION) || reach(action).holds(Reach::REPORTS);
    let all = |action| reach(action).holds(Reach::ORGANISATION);
    [
        (Place::Home, true),
        (Place::Users, others(Action::UsersView)),
        (Place::Invitations, others(Action::InvitationsView)),
        (Place::Organisation, all(Action::OrganisationEdit)),
        (Place::Tokens, !reach(Action::TokensOwn).is_none()),
        (Place::Audit, all(Action::AuditView)),
    ]
    .into_iter()
    .filter_map(|(place, may)| may.then_some(place))
    .collect()
}
