//! Every address of a page, in one list.

mod people;

use super::{
    accept, audit, by_code, contact, doors, exchanges, helpdesks, home, identity_providers,
    invitations, licences, linked, live, mail_templates, mailbox, me, own_password, passkeys,
    password, pick, preferences, reference, renewal, search, second_step, security, settings,
    sign_in_policy, sign_ins, sign_up, single_sign_on, trusted_devices,
};
use crate::map::Map;

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
        .merge(people::people())
        .merge(invitations())
        .merge(services())
        .merge(people::groups())
        .merge(people::sight())
        .merge(people::work())
        .merge(people::teams())
        .merge(people::roles())
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
