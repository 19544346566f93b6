//! Handlers of the pages: each reads a form or an address, calls one verb, and fills a view of
//! [`crate::html`].

pub mod audit;
pub mod context;
pub mod doors;
pub mod home;
pub mod invitations;
pub mod live;
pub mod mailbox;
pub mod me;
pub mod person;
pub mod settings;
pub mod steps;
pub mod user_form;
pub mod users;

use axum::Router;
use axum::routing::{get, post};

use crate::state::AppState;

/// Every page in one list.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(home::show))
        .route("/team", post(home::name_team))
        .route("/notices/{id}", post(home::dismiss))
        .route("/sign-in", get(doors::show_sign_in).post(doors::sign_in))
        .route("/sign-in/organisation", post(doors::choose))
        .route("/sign-out", post(doors::sign_out))
        .route("/language", post(doors::language))
        .route("/password/forgotten", get(doors::show_forgotten).post(doors::forgotten))
        .route("/password/code", get(doors::show_code).post(doors::code))
        .route("/password/own", get(me::show_password).post(me::password))
        .route("/invitations/{token}", get(doors::show_invitation).post(doors::accept))
        .route("/invitations/{token}/again", post(doors::ask_again))
        .route("/users", get(users::list))
        .route("/users/rows", get(users::rows))
        .route("/users/columns", post(users::choose_columns))
        .route("/search", get(users::search))
        .route("/users/new", get(user_form::show_new).post(user_form::create))
        .route("/users/{id}", get(person::show))
        .route("/users/{id}/edit", get(user_form::show_edit).post(user_form::update))
        .route("/users/{id}/suspension", get(steps::show_suspend).post(steps::suspend))
        .route("/users/{id}/activation", get(steps::show_activate).post(steps::activate))
        .route("/users/{id}/deactivation", get(steps::show_deactivate).post(steps::deactivate))
        .route("/users/{id}/reactivation", get(steps::show_reactivate).post(steps::reactivate))
        .route("/users/{id}/removal", get(steps::show_remove).post(steps::remove))
        .route("/users/{id}/supervisor", get(steps::show_supervisor).post(steps::supervisor))
        .route(
            "/users/{id}/first-password",
            get(steps::show_first_password).post(steps::first_password),
        )
        .route("/invitations", get(invitations::list))
        .route("/invitations/new", get(invitations::show_form).post(invitations::invite))
        .route("/invitations/{id}/resend", get(invitations::show_resend).post(invitations::resend))
        .route("/invitations/{id}/cancel", get(invitations::show_cancel).post(invitations::cancel))
        .route("/me", get(me::show_profile).post(me::profile))
        .route("/me/password", get(me::show_password).post(me::password))
        .route("/me/sessions", get(me::sessions))
        .route("/me/sessions/{id}/end", post(me::end_session))
        .route(
            "/settings/organisation",
            get(settings::show_organisation).post(settings::organisation),
        )
        .route("/settings/tokens", get(settings::tokens).post(settings::create_token))
        .route("/settings/tokens/new", get(settings::show_new_token))
        .route("/settings/tokens/{id}/end", get(settings::show_end_token).post(settings::end_token))
        .route("/audit", get(audit::list))
        .route("/live", get(live::watch))
        .route("/dev/mail", get(mailbox::newest))
        .route("/dev/mail/{number}", get(mailbox::one))
}
