//! Every address in one list.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::header;
use kernel::Error;
use serde_json::Value;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa_axum::routes;

use crate::api::{
    access, audit, audit_export, bulk_steps, contact, exchanges, factor_codes, factors,
    group_moves, groups, helpdesks, identities, identity_providers, invitation_passkeys,
    invitations, licence_reports, licences, locations, mail_templates, me, operator, organisation,
    profiles, resource_filter_holders, resource_filters, roles, session, session_renewal, settings,
    sign_in_policy, sign_ins, sign_ups, skill_levels, skills, teams, tokens, trusted_devices,
    user_profiles, users, users_actions,
};
use crate::described::Described;
use crate::map::{Address, Map};
use crate::problem::Problem;
use crate::state::AppState;
use crate::{assets, described_refusals, events, health, layers};

/// Where the programming interface is.
const API: &str = "/api/v1";
/// Where the operator's is.
const OPERATOR: &str = "/api/operator/v1";
/// Largest photo with its wrapping, in bytes; the room itself takes 2 MiB (SECURITY.md S11).
const LARGEST_PHOTO: usize = 3 * 1024 * 1024;

#[derive(OpenApi)]
#[openapi(
    info(title = "Crewdesk", description = "Administer the people of a support desk or contact centre."),
    security(("bearer" = []))
)]
struct Document;

#[derive(OpenApi)]
#[openapi(
    info(title = "Crewdesk, for operators", description = "What the organisations of an installation have ordered."),
    security(("bearer" = []))
)]
struct OperatorDocument;

/// The programming interface with its description.
fn api() -> Described {
    let photo = Described::under(API)
        .routes(routes!(
            users_actions::get_photo,
            users_actions::put_photo,
            users_actions::drop_photo
        ))
        .largest(LARGEST_PHOTO);
    Described::under(API)
        .routes(routes!(users::list, users::create))
        .routes(routes!(users_actions::numeric_ids))
        .routes(routes!(users::get, users::update, users::remove))
        .routes(routes!(users_actions::suspend, users_actions::activate))
        .routes(routes!(users_actions::deactivate, users_actions::reactivate))
        .routes(routes!(users_actions::assign_supervisor))
        .routes(routes!(users_actions::assign_role))
        .routes(routes!(users_actions::change_licence))
        .routes(routes!(users_actions::history))
        .merge(photo)
        .routes(routes!(groups::list, groups::create))
        .routes(routes!(groups::get, groups::rename, groups::delete))
        .routes(routes!(groups::make_default))
        .routes(routes!(groups::administrators, groups::set_administrators))
        .routes(routes!(teams::list, teams::create))
        .routes(routes!(teams::unallocated))
        .routes(routes!(teams::get, teams::update, teams::delete))
        .routes(routes!(teams::members, teams::allocate))
        .routes(routes!(teams::withdraw))
        .routes(routes!(locations::list, locations::create))
        .routes(routes!(locations::rename, locations::delete))
        .routes(routes!(group_moves::preview, group_moves::move_one))
        .routes(routes!(group_moves::move_many))
        .routes(routes!(bulk_steps::suspend))
        .routes(routes!(bulk_steps::activate))
        .routes(routes!(bulk_steps::deactivate))
        .routes(routes!(bulk_steps::reactivate))
        .routes(routes!(bulk_steps::remove))
        .routes(routes!(settings::of_organisation, settings::change_organisation))
        .routes(routes!(settings::of_group, settings::change_group))
        .routes(routes!(settings::of_user, settings::change_user))
        .routes(routes!(roles::list, roles::create))
        .routes(routes!(roles::get, roles::update, roles::delete))
        .routes(routes!(roles::preview))
        .routes(routes!(roles::set_second_factor))
        .routes(routes!(access::holdings))
        .routes(routes!(access::explain))
        .routes(routes!(users_actions::assign_grants))
        .routes(routes!(licences::list))
        .routes(routes!(licences::counters))
        .routes(routes!(organisation::get, organisation::update))
        .routes(routes!(organisation::transfer))
        .routes(routes!(audit::list))
        .routes(routes!(audit_export::export))
        .routes(routes!(sign_ins::list))
        .merge(sight())
        .merge(work())
        .merge(services())
        .merge(doors())
        .merge(reach())
}

/// Where people are reached, and from where they may come in.
fn reach() -> Described {
    Described::under(API)
        .routes(routes!(contact::ask))
        .routes(routes!(contact::confirm))
        .routes(routes!(factors::own, factors::add))
        .routes(routes!(factors::challenge))
        .routes(routes!(factors::add_passkey))
        .routes(routes!(factor_codes::ask))
        .routes(routes!(factor_codes::add))
        .routes(routes!(factors::confirm))
        .routes(routes!(factors::remove))
        .routes(routes!(factors::renew_codes))
        .routes(routes!(factors::of_user, factors::reset))
        .routes(routes!(identities::list))
        .routes(routes!(identities::unlink))
        .routes(routes!(sign_in_policy::get, sign_in_policy::change))
        .routes(routes!(identity_providers::list, identity_providers::create))
        .routes(routes!(
            identity_providers::get,
            identity_providers::update,
            identity_providers::delete
        ))
        .routes(routes!(identity_providers::test))
        .routes(routes!(mail_templates::list))
        .routes(routes!(mail_templates::get, mail_templates::put, mail_templates::reset))
        .routes(routes!(mail_templates::preview))
}

/// Resource filters and who has which.
fn sight() -> Described {
    Described::under(API)
        .routes(routes!(resource_filters::list, resource_filters::create))
        .routes(routes!(resource_filters::get, resource_filters::update, resource_filters::delete))
        .routes(routes!(resource_filter_holders::holders))
        .routes(routes!(resource_filter_holders::of_group, resource_filter_holders::put_group))
        .routes(routes!(resource_filter_holders::of_user, resource_filter_holders::put_user))
}

/// What people answer with.
fn work() -> Described {
    Described::under(API)
        .routes(routes!(skills::list, skills::create))
        .routes(routes!(skill_levels::list, skill_levels::change))
        .routes(routes!(skills::get, skills::update, skills::delete))
        .routes(routes!(skill_levels::of_user, skill_levels::set))
        .routes(routes!(profiles::list, profiles::create))
        .routes(routes!(profiles::get, profiles::update, profiles::delete))
        .routes(routes!(user_profiles::get, user_profiles::put))
}

/// Licences over time, and what was ordered beside them: exchanges and helpdesks.
fn services() -> Described {
    Described::under(API)
        .routes(routes!(licence_reports::usage))
        .routes(routes!(licence_reports::unused))
        .routes(routes!(licence_reports::invoice))
        .routes(routes!(exchanges::list, exchanges::create))
        .routes(routes!(exchanges::get, exchanges::update, exchanges::delete))
        .routes(routes!(exchanges::extensions))
        .routes(routes!(helpdesks::list, helpdesks::create))
        .routes(routes!(helpdesks::get, helpdesks::update, helpdesks::delete))
}

/// Signing in, invitations, oneself, tokens.
fn doors() -> Described {
    Described::under(API)
        .routes(routes!(session::sign_in, session_renewal::renew, session::sign_out))
        .routes(routes!(session_renewal::ways))
        .routes(routes!(session_renewal::send))
        .routes(routes!(session::finish))
        .routes(routes!(factor_codes::send))
        .routes(routes!(session::challenge))
        .routes(routes!(session::by_passkey))
        .routes(routes!(session::request_code))
        .routes(routes!(session::reset_password))
        .routes(routes!(sign_ups::register))
        .routes(routes!(sign_ups::confirm))
        .routes(routes!(me::get))
        .routes(routes!(me::change_password, me::drop_password))
        .routes(routes!(me::sessions))
        .routes(routes!(me::end_session))
        .routes(routes!(trusted_devices::list))
        .routes(routes!(trusted_devices::distrust))
        .routes(routes!(me::notices))
        .routes(routes!(me::read_notice))
        .routes(routes!(me::of_user, me::end_of_user))
        .routes(routes!(me::give_password))
        .routes(routes!(me::start_reset))
        .routes(routes!(me::sign_ins))
        .routes(routes!(invitations::list, invitations::invite))
        .routes(routes!(invitations::accept))
        .routes(routes!(invitation_passkeys::challenge))
        .routes(routes!(invitation_passkeys::accept))
        .routes(routes!(invitations::send_to_all))
        .routes(routes!(invitations::resend))
        .routes(routes!(invitations::cancel))
        .routes(routes!(tokens::list, tokens::create))
        .routes(routes!(tokens::revoke))
}

/// The interface of the installation's operator, with a description of its own.
fn operator_api() -> Described {
    Described::under(OPERATOR)
        .routes(routes!(operator::list))
        .routes(routes!(operator::get, operator::change))
}

/// The description of the operator's interface.
pub fn operator_openapi() -> utoipa::openapi::OpenApi {
    let mut document = operator_api().document(OperatorDocument::openapi());
    secured(&mut document);
    described_refusals::describe(&mut document);
    document
}

fn secured(document: &mut utoipa::openapi::OpenApi) {
    let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    document.components.get_or_insert_default().add_security_scheme("bearer", scheme);
}

/// The interface's description (OpenAPI 3.1).
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = api().document(Document::openapi());
    secured(&mut document);
    described_refusals::describe(&mut document);
    document
}

/// What is neither described nor a page.
fn rest() -> Map {
    Map::default()
        .get("/api/v1/events", events::watch)
        .get("/api/v1/openapi.json", describe)
        .get("/assets/{file}", assets::serve)
        .get("/healthz", health::live)
        .get("/readyz", health::ready)
        .get("/metrics", health::metrics)
}

/// Every address outside the description, which names its own.
pub fn undescribed() -> Vec<Address> {
    crate::pages::routes().merge(rest()).addresses()
}

/// All routes with what happens around each.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    app: AppState,
    routes: Router,
}

impl Site {
    /// The site of one server.
    pub(crate) fn new(app: AppState) -> Self {
        let routes = Router::new()
            .merge(api().router())
            .merge(operator_api().router())
            .merge(crate::pages::routes().router().layer(compression()))
            .merge(rest().router())
            .fallback(nothing)
            .with_state(app.clone());
        Self { app, routes }
    }

    /// Answers a request.
    pub(crate) async fn answer(self, request: Request) -> Response {
        layers::around(&self.app, self.routes, request).await
    }
}

/// Pages are repetitive text: a list shrinks to a tenth. Middling effort, because each is packed while
/// somebody waits. Secrets in a page are safe from guessing by length, since other sites can't make a
/// browser ask for it with the session's cookie, which is `SameSite`.
fn compression() -> CompressionLayer {
    CompressionLayer::new().quality(CompressionLevel::Precise(4))
}

async fn nothing() -> Problem {
    Error::NotFound.into()
}

/// The description as text and as a value, made once.
pub(crate) fn description() -> &'static (String, Value) {
    static DESCRIPTION: LazyLock<(String, Value)> = LazyLock::new(|| {
        let value = serde_json::to_value(openapi()).unwrap_or_default();
        (value.to_string(), value)
    });
    &DESCRIPTION
}

/// `GET /api/v1/openapi.json`.
async fn describe() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], description().0.as_str()).into_response()
}
