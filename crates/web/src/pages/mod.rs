//! The handlers of the pages: parse, call a verb, fill a view of [`crate::html`] or lead on. No rule
//! stands here.
//!
//! [`Page`](page::Page) is what a handler of a signed-in person starts from, [`Form`](form::Form) a form
//! whose token was right; [`routes`] holds every address.

mod accept;
mod audit;
mod bulk_move;
mod by_code;
mod contact;
mod cookies;
mod doors;
mod exchanges;
mod fault;
mod flash;
mod form;
mod group_move;
mod groups;
mod helpdesks;
mod home;
mod identity_providers;
mod inherited;
mod invitations;
mod levels;
mod licence_words;
mod licences;
mod linked;
mod links;
mod live;
mod locations;
mod mail_templates;
mod mailbox;
mod matrix;
mod me;
mod numeric_ids;
mod own_password;
mod page;
mod passkeys;
mod password;
mod people;
mod person;
mod person_access;
mod person_identities;
mod person_security;
mod photo;
mod pick;
mod preferences;
mod profile_form;
mod profiles;
pub(crate) mod reader;
mod reference;
mod renewal;
mod resource_filter_holders;
mod resource_filters;
mod roles;
mod search;
mod second_step;
mod security;
mod settings;
mod sign_in_policy;
mod sign_ins;
mod sign_up;
mod single_sign_on;
mod skills;
mod steps;
mod team_members;
mod teams;
mod telephony;
mod tokens;
mod trusted_devices;
mod user_form;
mod users;
mod work;

pub(crate) use fault::write_fault;

use domain::access::{Action, Principal, Reach};

use crate::html::frame::Place;
use crate::map::Map;

/// Largest photo with its wrapping, in bytes; the room itself takes 2 MiB (SECURITY.md S11).
const LARGEST_PHOTO: usize = 3 * 1024 * 1024;

/// Every page in one list.
pub(crate) fn routes() -> Map {
    Map::default()
        .get("/", home::home)
        .post("/team", home::name_team)
        .post("/notices/{id}", home::seen)
        .get("/search", search::search)
        .get("/users/pick", pick::found)
        .get("/live", live::watch)
        .get("/audit", audit::list)
        .get("/audit/export", audit::export)
        .get("/audit/sign-ins", sign_ins::list)
        .get("/api/docs", reference::show)
        .get("/dev/mail", mailbox::newest)
        .get("/dev/mail/{number}", mailbox::one)
        .merge(doors())
        .merge(people())
        .merge(invitations())
        .merge(services())
        .merge(groups())
        .merge(sight())
        .merge(work())
        .merge(teams())
        .merge(roles())
        .merge(own())
        .merge(reach())
        .merge(providers())
}

/// Before sign-in.
fn doors() -> Map {
    Map::default()
        .get("/sign-in", doors::sign_in)
        .post("/sign-in", doors::enter)
        .post("/sign-in/organisation", doors::choose)
        .post("/sign-in/second", second_step::enter)
        .post("/sign-in/passkey", passkeys::ask)
        .post("/sign-in/passkey/answer", passkeys::enter)
        .get("/sign-in/sso", single_sign_on::ask)
        .post("/sign-in/sso", single_sign_on::find)
        .post("/sign-in/sso/start", single_sign_on::start)
        .get("/sign-in/sso/callback", single_sign_on::come_back)
        .post("/sign-in/sso/back-channel/{id}", single_sign_on::hear)
        .post("/sign-out", doors::sign_out)
        .post("/language", doors::language)
        .get("/sign-up", sign_up::sign_up)
        .post("/sign-up", sign_up::register)
        .get("/sign-up/{token}", sign_up::look)
        .post("/sign-up/{token}", sign_up::confirm)
        .get("/password/forgotten", doors::forgotten)
        .post("/password/forgotten", doors::ask_code)
        .get("/password/code", doors::enter_code)
        .post("/password/code", doors::use_code)
        .get("/password/own", password::ask)
        .post("/password/own", password::choose)
}

/// Users, each with their page, form and steps.
fn people() -> Map {
    let photo = Map::default()
        .get("/users/{id}/photo", photo::show)
        .post("/users/{id}/photo", photo::put)
        .post("/users/{id}/photo/removal", photo::drop)
        .largest(LARGEST_PHOTO);
    Map::default()
        .get("/users", users::list)
        .get("/users/rows", users::live_rows)
        .post("/users/columns", users::columns_chosen)
        .get("/users/new", user_form::blank)
        .post("/users/new", user_form::create)
        .post("/users/move", bulk_move::act)
        .get("/users/numeric-ids", numeric_ids::show)
        .get("/users/{id}", person::profile)
        .get("/users/{id}/access", person_access::tab)
        .get("/users/{id}/why", person_access::why)
        .post("/users/{id}/why", person_access::ask_why)
        .get("/users/{id}/grants", person_access::ask_grants)
        .post("/users/{id}/grants", person_access::assign_grants)
        .get("/users/{id}/security", person_security::security)
        .get("/users/{id}/identities/{identity}/removal", person_identities::ask_disconnect)
        .post("/users/{id}/identities/{identity}/removal", person_identities::disconnect)
        .get("/users/{id}/history", person::story)
        .get("/users/{id}/edit", user_form::edit)
        .post("/users/{id}/edit", user_form::change)
        .get("/users/{id}/sessions/{session}/end", steps::ask_end)
        .post("/users/{id}/sessions/{session}/end", steps::end)
        .merge(steps_of_people())
        .merge(photo)
}

/// Each step by its own address: what it does is decided by the address and nothing else.
fn steps_of_people() -> Map {
    let all = [
        "suspension",
        "activation",
        "deactivation",
        "reactivation",
        "removal",
        "supervisor",
        "first-password",
        "reset",
        "factors",
    ];
    all.iter().fold(Map::default(), |map, step| {
        let path = format!("/users/{{id}}/{step}");
        map.get(&path, steps::ask).post(&path, steps::act)
    })
}

/// User groups and what they pass on.
fn groups() -> Map {
    Map::default()
        .get("/groups", groups::list)
        .get("/groups/new", groups::blank)
        .post("/groups/new", groups::create)
        .get("/groups/{id}", groups::settings)
        .post("/groups/{id}", groups::change)
        .get("/groups/{id}/administrators", groups::administrators)
        .post("/groups/{id}/administrators", groups::set_administrators)
        .get("/groups/{id}/name", groups::ask_name)
        .post("/groups/{id}/name", groups::rename)
        .get("/groups/{id}/default", groups::ask_default)
        .post("/groups/{id}/default", groups::make_default)
        .get("/groups/{id}/removal", groups::ask_delete)
        .post("/groups/{id}/removal", groups::delete)
        .get("/users/{id}/group", group_move::ask)
        .post("/users/{id}/group", group_move::act)
        .get("/users/{id}/settings", person::settings)
        .get("/users/{id}/settings/edit", inherited::edit_user)
        .post("/users/{id}/settings/edit", inherited::change_user)
        .get("/settings/inherited", inherited::organisation)
        .post("/settings/inherited", inherited::change_organisation)
}

/// Resource filters and who has which.
fn sight() -> Map {
    Map::default()
        .get("/settings/filters", resource_filters::list)
        .get("/settings/filters/new", resource_filters::blank)
        .post("/settings/filters/new", resource_filters::create)
        .get("/settings/filters/{id}", resource_filters::edit)
        .post("/settings/filters/{id}", resource_filters::change)
        .get("/settings/filters/{id}/removal", resource_filters::ask_delete)
        .post("/settings/filters/{id}/removal", resource_filters::delete)
        .get("/groups/{id}/filter", resource_filter_holders::of_group)
        .post("/groups/{id}/filter", resource_filter_holders::put_group)
        .get("/users/{id}/filter", resource_filter_holders::of_user)
        .post("/users/{id}/filter", resource_filter_holders::put_user)
}

/// What people answer with.
fn work() -> Map {
    Map::default()
        .get("/skills", skills::list)
        .get("/skills/new", skills::blank)
        .post("/skills/new", skills::create)
        .get("/skills/levels", matrix::show)
        .post("/skills/levels", matrix::save)
        .get("/skills/{id}", skills::edit)
        .post("/skills/{id}", skills::change)
        .get("/skills/{id}/removal", skills::ask_delete)
        .post("/skills/{id}/removal", skills::delete)
        .get("/profiles", profiles::list)
        .get("/profiles/new", profile_form::blank)
        .post("/profiles/new", profile_form::create)
        .get("/profiles/{id}", profile_form::edit)
        .post("/profiles/{id}", profile_form::change)
        .get("/profiles/{id}/removal", profile_form::ask_delete)
        .post("/profiles/{id}/removal", profile_form::delete)
        .get("/groups/{id}/profiles", profiles::of_group)
        .get("/users/{id}/work", work::tab)
        .get("/users/{id}/work/edit", work::edit)
        .post("/users/{id}/work/edit", work::change)
}

/// Roles and what they allow.
fn roles() -> Map {
    Map::default()
        .get("/roles", roles::list)
        .get("/roles/new", roles::blank)
        .post("/roles/new", roles::create)
        .get("/roles/{id}", roles::show)
        .post("/roles/{id}", roles::change)
        .get("/roles/{id}/second-factor", roles::ask_second_factor)
        .post("/roles/{id}/second-factor", roles::set_second_factor)
        .get("/roles/{id}/removal", roles::ask_delete)
        .post("/roles/{id}/removal", roles::delete)
}

/// Teams and where they work.
fn teams() -> Map {
    Map::default()
        .get("/teams", teams::list)
        .get("/teams/new", teams::blank)
        .post("/teams/new", teams::create)
        .get("/teams/{id}", teams::show)
        .get("/teams/{id}/edit", teams::edit)
        .post("/teams/{id}/edit", teams::change)
        .get("/teams/{id}/removal", teams::ask_delete)
        .post("/teams/{id}/removal", teams::delete)
        .get("/teams/{id}/members", team_members::ask_add)
        .post("/teams/{id}/members", team_members::add)
        .get("/teams/{id}/members/{user}/end", team_members::ask_end)
        .post("/teams/{id}/members/{user}/end", team_members::end)
        .get("/locations", locations::list)
        .get("/locations/new", locations::blank)
        .post("/locations/new", locations::create)
        .get("/locations/{id}/name", locations::ask_name)
        .post("/locations/{id}/name", locations::rename)
        .get("/locations/{id}/removal", locations::ask_delete)
        .post("/locations/{id}/removal", locations::delete)
}

/// Inviting, and the pages behind links in mails. Those stand under the same address as the list: a
/// secret is no id.
fn invitations() -> Map {
    Map::default()
        .get("/invitations", invitations::list)
        .get("/invitations/new", invitations::blank)
        .post("/invitations/new", invitations::send)
        .get("/invitations/all", invitations::ask_all)
        .post("/invitations/all", invitations::all)
        .get("/invitations/{id}", accept::look)
        .post("/invitations/{id}", accept::accept)
        .post("/invitations/{id}/passkey", accept::ask_passkey)
        .post("/invitations/{id}/passkey/answer", accept::accept_by_passkey)
        .post("/invitations/{id}/again", accept::again)
        .get("/invitations/{id}/resend", invitations::ask_resend)
        .post("/invitations/{id}/resend", invitations::resend)
        .get("/invitations/{id}/cancel", invitations::ask_cancel)
        .post("/invitations/{id}/cancel", invitations::cancel)
}

/// Licences, and what was ordered beside them.
fn services() -> Map {
    Map::default()
        .get("/licences", licences::show)
        .get("/licences/unused", licences::list_unused)
        .get("/licences/invoice", licences::invoice)
        .get("/exchanges", exchanges::list)
        .get("/exchanges/new", exchanges::blank)
        .post("/exchanges/new", exchanges::create)
        .get("/exchanges/{id}/extensions", exchanges::extensions)
        .get("/exchanges/{id}/edit", exchanges::edit)
        .post("/exchanges/{id}/edit", exchanges::change)
        .get("/exchanges/{id}/removal", exchanges::ask_removal)
        .post("/exchanges/{id}/removal", exchanges::remove)
        .get("/helpdesks", helpdesks::list)
        .get("/helpdesks/new", helpdesks::blank)
        .post("/helpdesks/new", helpdesks::create)
        .get("/helpdesks/{id}/edit", helpdesks::edit)
        .post("/helpdesks/{id}/edit", helpdesks::change)
        .get("/helpdesks/{id}/removal", helpdesks::ask_removal)
        .post("/helpdesks/{id}/removal", helpdesks::remove)
}

/// One's own affairs, and settings.
fn own() -> Map {
    Map::default()
        .get("/me", me::profile)
        .post("/me", me::change)
        .get("/me/preferences", preferences::preferences)
        .post("/me/preferences", preferences::prefer)
        .get("/me/password", own_password::ask)
        .post("/me/password", own_password::change)
        .get("/me/password/removal", own_password::ask_removal)
        .post("/me/password/removal", own_password::remove)
        .get("/me/renewal", renewal::ask)
        .post("/me/renewal", renewal::renew)
        .post("/me/renewal/passkey", renewal::ask_passkey)
        .post("/me/renewal/passkey/answer", renewal::by_passkey)
        .get("/me/sessions", me::list_sessions)
        .get("/me/sessions/others", me::ask_end_others)
        .post("/me/sessions/others", me::end_others)
        .get("/me/sessions/{id}/end", me::ask_end)
        .post("/me/sessions/{id}/end", me::end)
        .get("/me/devices/{id}/end", trusted_devices::ask_end)
        .post("/me/devices/{id}/end", trusted_devices::end)
        .get("/settings/organisation", settings::organisation)
        .post("/settings/organisation", settings::change)
        .get("/settings/tokens", settings::list_tokens)
        .post("/settings/tokens", settings::make_token)
        .get("/settings/tokens/new", settings::blank_token)
        .get("/settings/tokens/{id}/end", settings::ask_end_token)
        .post("/settings/tokens/{id}/end", settings::end_token)
}

/// Where people are reached, and from where they may come in.
fn reach() -> Map {
    Map::default()
        .get("/me/email", contact::email)
        .post("/me/email", contact::send_to_email)
        .post("/me/email/code", contact::confirm_email)
        .get("/me/mobile", contact::mobile)
        .post("/me/mobile", contact::send_to_mobile)
        .post("/me/mobile/code", contact::confirm_mobile)
        .get("/me/security", security::overview)
        .post("/me/security/app", security::begin)
        .post("/me/security/code", by_code::begin)
        .post("/me/security/code/answer", by_code::finish)
        .post("/me/security/passkey", passkeys::begin)
        .post("/me/security/passkey/answer", passkeys::finish)
        .get("/me/security/app/{id}", security::scan)
        .post("/me/security/app/{id}", security::confirm)
        .get("/me/security/codes", security::ask_codes)
        .post("/me/security/codes", security::new_codes)
        .get("/me/security/{id}/removal", security::ask_removal)
        .post("/me/security/{id}/removal", security::remove)
        .get("/settings/sign-in", sign_in_policy::form)
        .post("/settings/sign-in", sign_in_policy::change)
}

/// Identity providers, and what one has connected.
fn providers() -> Map {
    Map::default()
        .get("/settings/sign-in/providers", identity_providers::list)
        .get("/settings/sign-in/providers/new", identity_providers::blank)
        .post("/settings/sign-in/providers/new", identity_providers::create)
        .get("/settings/sign-in/providers/{id}", identity_providers::edit)
        .post("/settings/sign-in/providers/{id}", identity_providers::change)
        .get("/settings/sign-in/providers/{id}/test", identity_providers::ask_test)
        .post("/settings/sign-in/providers/{id}/test", identity_providers::test)
        .get("/settings/sign-in/providers/{id}/removal", identity_providers::ask_delete)
        .post("/settings/sign-in/providers/{id}/removal", identity_providers::delete)
        .get("/settings/mails", mail_templates::list)
        .get("/settings/mails/{kind}/{language}", mail_templates::edit)
        .post("/settings/mails/{kind}/{language}", mail_templates::change)
        .get("/settings/mails/{kind}/{language}/reset", mail_templates::ask_reset)
        .post("/settings/mails/{kind}/{language}/reset", mail_templates::reset)
        .get("/me/single-sign-on", linked::list)
        .get("/me/single-sign-on/connect", linked::ask_connect)
        .post("/me/single-sign-on/connect", linked::connect)
        .get("/me/single-sign-on/{id}/removal", linked::ask_disconnect)
        .post("/me/single-sign-on/{id}/removal", linked::disconnect)
}

/// Where this person may go: what the navigation shows.
pub(crate) fn places(me: &Principal) -> Vec<Place> {
    let reach = |action| me.grants.reach(action);
    let beyond = [Reach::REPORTS, Reach::TEAMS, Reach::GROUPS, Reach::ORGANISATION];
    let others = |action| beyond.iter().any(|one| reach(action).holds(*one));
    let all = |action| reach(action).holds(Reach::ORGANISATION);
    [
        (Place::Home, true),
        (Place::Users, others(Action::UsersView)),
        (Place::Invitations, others(Action::InvitationsView)),
        (Place::Licences, all(Action::LicencesView)),
        (Place::Skills, all(Action::SkillsView)),
        (Place::Profiles, all(Action::SkillsView)),
        (Place::Exchanges, all(Action::ExchangesView)),
        (Place::Helpdesks, all(Action::HelpdesksView)),
        (Place::Roles, all(Action::RolesManage)),
        (Place::Teams, others(Action::TeamsView)),
        (Place::Groups, all(Action::GroupsManage)),
        (Place::Inherited, all(Action::SettingsManage)),
        (Place::SignIn, all(Action::SettingsManage)),
        (Place::Organisation, all(Action::OrganisationEdit)),
        (Place::Mails, all(Action::OrganisationEdit)),
        (Place::Filters, all(Action::ResourceFiltersManage) && me.resource_filter.is_none()),
        (Place::Tokens, !reach(Action::TokensOwn).is_none()),
        (Place::Audit, all(Action::AuditView)),
    ]
    .into_iter()
    .filter_map(|(place, may)| may.then_some(place))
    .collect()
}
