//! Every page of the router with the form that would do, so that only the right decides. A form without
//! fields here fails the tests, so that none is forgotten.

use reqwest::{Method, RequestBuilder};
use testkit::app::{Answer, Client, PASSWORD, picture, read, with_file};

use crate::cast::Facts;

/// A page, or where a form goes.
#[derive(Debug)]
pub(crate) struct Door {
    pub(crate) method: Method,
    pub(crate) route: String,
}

/// All addresses that the description of the programming interface does not name.
pub(crate) fn doors() -> Vec<Door> {
    let all = web::router::undescribed().into_iter();
    let mut all: Vec<_> = all.map(|(method, route)| Door { method, route }).collect();
    // Whoever ends their other sessions ends those of the whole cast.
    all.sort_by_key(|door| door.is_form() && door.route == "/me/sessions/others");
    all
}

/// Fields by name.
pub(crate) type Fields = Vec<(&'static str, String)>;

impl Door {
    /// Method and address.
    pub(crate) fn route(&self) -> String {
        format!("{} {}", self.method, self.route)
    }

    /// Whether it answers for as long as somebody listens.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.route.as_str(), "/live" | "/api/v1/events")
    }

    /// Whether it sends a form.
    pub(crate) fn is_form(&self) -> bool {
        self.method == Method::POST
    }

    /// Whether it ends the session that asks, or all others of the person.
    pub(crate) fn ends_sessions(&self) -> bool {
        self.is_form() && matches!(self.route.as_str(), "/sign-out" | "/me/sessions/others")
    }

    /// Knocks: looks at the page, or sends its form with this browser's token.
    pub(crate) async fn knock(&self, client: &Client, facts: &Facts) -> Answer {
        let fields = if self.is_form() { self.fields(facts) } else { Vec::new() };
        self.knock_with(client, facts, fields).await
    }

    /// The same with these fields.
    pub(crate) async fn knock_with(
        &self,
        client: &Client,
        facts: &Facts,
        fields: Fields,
    ) -> Answer {
        let path = facts.fill(&self.route);
        if self.is_stream() {
            let answer = client.browse(Method::GET, &path).send().await.unwrap();
            let (status, headers) = (answer.status(), answer.headers().clone());
            return Answer { status, headers, body: String::new() };
        }
        if !self.is_form() {
            return read(client.browse(Method::GET, &path)).await;
        }
        let (browser, token) = client.with_form().await;
        let request = self.form(&browser, &token, facts, &fields);
        read(request.header("sec-fetch-site", "same-origin")).await
    }

    /// The form with this token, ready to be sent; nothing says yet where it stands.
    pub(crate) fn form(
        &self,
        browser: &Client,
        token: &str,
        facts: &Facts,
        fields: &Fields,
    ) -> RequestBuilder {
        let mut fields: Vec<_> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.push(("csrf", token));
        let request = browser.browse(Method::POST, &facts.fill(&self.route));
        if !self.route.contains("/photo") {
            return request.form(&fields);
        }
        let (kind, body) = with_file(&fields, "photo", &picture());
        request.header("content-type", kind).body(body)
    }

    /// A form that would do.
    pub(crate) fn fields(&self, facts: &Facts) -> Fields {
        let n = facts.number;
        let owned = |pairs: &[(&'static str, &str)]| -> Fields {
            pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
        };
        let step = self.route.rsplit('/').next().unwrap_or_default();
        match self.route.as_str() {
            "/team" => owned(&[("team_name", "The team")]),
            "/sign-in" => owned(&[("email", "nobody@example.org"), ("password", "wrong and long")]),
            "/sign-in/organisation" => {
                owned(&[("ticket", "cdt_none"), ("organisation_id", &facts.id)])
            }
            "/roles/{id}/second-factor" => owned(&[("required", "true")]),
            "/sign-in/passkey" => owned(&[("next", "/")]),
            "/sign-in/passkey/answer" => owned(&[("request", "cdp_none"), ("credential", "{}")]),
            "/me/security/passkey" => owned(&[("name", "Notebook")]),
            "/me/security/passkey/answer" => {
                owned(&[("request", "cdp_none"), ("credential", "{}"), ("name", "Notebook")])
            }
            "/sign-in/second" => owned(&[("ticket", "cdc_none"), ("code", "000000")]),
            "/me/security/code" => owned(&[("kind", "mail_code")]),
            "/me/security/code/answer" => {
                owned(&[("kind", "mail_code"), ("request", "cdr_none"), ("code", "000000")])
            }
            "/invitations/{id}/passkey" => Vec::new(),
            "/invitations/{id}/passkey/answer" => {
                owned(&[("request", "cdp_none"), ("credential", "{}")])
            }
            "/me/renewal" => owned(&[("password", "not my password"), ("next", "/me")]),
            "/me/renewal/passkey" => owned(&[("next", "/me")]),
            "/me/renewal/passkey/answer" => owned(&[("request", "cdp_none"), ("credential", "{}")]),
            "/me/password/removal" => Vec::new(),
            "/me/security/app" => owned(&[("name", &format!("Telephone {n}"))]),
            "/me/security/app/{id}" => owned(&[("code", "000000")]),
            "/me/security/codes" | "/me/security/{id}/removal" => Vec::new(),
            "/language" => owned(&[("language", "en")]),
            "/sign-up" => owned(&[
                ("organisation", "New"),
                ("first_name", "Neo"),
                ("email", &format!("new{n}@example.org")),
                ("password", PASSWORD),
            ]),
            "/password/forgotten" => owned(&[("email", "nobody@example.org")]),
            "/password/code" => {
                owned(&[("request", "cdr_none"), ("code", "000000"), ("password", PASSWORD)])
            }
            "/sign-up/{token}" | "/invitations/{id}" => owned(&[("password", PASSWORD)]),
            "/password/own" | "/me/password" => {
                owned(&[("current", "not my password"), ("password", "a fine kettle of fish")])
            }
            "/users/columns" => owned(&[("column", "username")]),
            "/users/new" => owned(&[
                ("username", &format!("made{n}")),
                ("email", &format!("made{n}@example.org")),
                ("user_type", "person"),
            ]),
            "/exchanges/new" | "/exchanges/{id}/edit" => owned(&[
                ("name", &format!("Exchange {n}")),
                ("first_extension", "200"),
                ("last_extension", "299"),
                ("version", "1"),
            ]),
            "/helpdesks/new" | "/helpdesks/{id}/edit" => {
                owned(&[("name", &format!("Desk {n}")), ("version", "1")])
            }
            "/users/{id}/edit" => owned(&[("note", "seen"), ("version", "1")]),
            "/invitations/new" => owned(&[
                ("first_name.0", "Ivo"),
                ("last_name.0", "Ing"),
                ("email.0", &format!("ivo{n}@example.org")),
            ]),
            "/groups/new" => owned(&[("name", &format!("Group {n}"))]),
            "/groups/{id}/name" => owned(&[("name", &format!("Renamed {n}")), ("version", "1")]),
            "/groups/{id}/default" | "/groups/{id}/removal" => Vec::new(),
            "/groups/{id}" | "/users/{id}/settings/edit" => {
                owned(&[("wrap_up_seconds", "45"), ("version", "1")])
            }
            "/groups/{id}/administrators" => Vec::new(),
            "/roles/new" => {
                owned(&[("name", &format!("Role {n}")), ("copy_of", &facts.technician)])
            }
            "/roles/{id}" => {
                owned(&[("name", &format!("Role {n}")), ("confirmed", "true"), ("version", "1")])
            }
            "/roles/{id}/removal" => Vec::new(),
            "/users/{id}/why" => owned(&[("permission", "users.view")]),
            "/users/{id}/grants" => owned(&[("device_management", "true"), ("version", "1")]),
            "/teams/new" | "/teams/{id}/edit" => {
                owned(&[("name", &format!("Team {n}")), ("version", "1")])
            }
            "/teams/{id}/removal" | "/locations/{id}/removal" => Vec::new(),
            "/teams/{id}/members" => owned(&[("member_named", "tina")]),
            "/locations/new" | "/locations/{id}/name" => {
                owned(&[("name", &format!("Place {n}")), ("version", "1")])
            }
            "/settings/inherited" => {
                owned(&[("wrap_up_seconds", "45"), ("version", &facts.version.to_string())])
            }
            "/users/move" => {
                owned(&[("id", &facts.id), ("group_id", &facts.group), ("confirmed", "true")])
            }
            "/users/bulk/suspension"
            | "/users/bulk/activation"
            | "/users/bulk/deactivation"
            | "/users/bulk/reactivation"
            | "/users/bulk/removal" => {
                let task = self.route.rsplit('/').next().unwrap();
                owned(&[("id", &facts.id), ("confirmed", task), ("confirmation", "1")])
            }
            "/users/{id}/group" => {
                owned(&[("group_id", &facts.group), ("confirmed", "true"), ("version", "1")])
            }
            "/me" => owned(&[("language", "en")]),
            "/me/preferences" => owned(&[("language", "en"), ("theme", "dark")]),
            "/settings/organisation" => owned(&[
                ("name", &format!("Contoso {n}")),
                ("team_name", "The team"),
                ("language", "en"),
                ("time_zone", "UTC"),
                ("version", &facts.version.to_string()),
            ]),
            "/me/email" => owned(&[("email", &format!("other{n}@example.org"))]),
            "/me/mobile" => owned(&[("mobile", "+420601123456")]),
            "/me/email/code" | "/me/mobile/code" => {
                owned(&[("request", "cdr_none"), ("code", "000000"), ("to", "x")])
            }
            "/settings/sign-in" => owned(&[
                ("allowed_networks", "127.0.0.0/8\n::1"),
                ("refused_words", "kettle"),
                ("version", &facts.version.to_string()),
            ]),
            "/sign-in/sso" => owned(&[("identity", "nobody@elsewhere.example")]),
            "/sign-in/sso/start" | "/me/single-sign-on/connect" => {
                owned(&[("provider", crate::cast::NOBODY)])
            }
            "/sign-in/sso/back-channel/{id}" => owned(&[("logout_token", "a.b.c")]),
            "/settings/sign-in/providers/new" | "/settings/sign-in/providers/{id}" => owned(&[
                ("name", &format!("Provider {n}")),
                ("issuer", "http://127.0.0.1:9"),
                ("client_id", "desk"),
                ("domains", "example.org"),
                ("version", "1"),
            ]),
            "/settings/sign-in/providers/{id}/test" => Vec::new(),
            "/settings/mails/{kind}/{language}" => owned(&[
                ("subject", &format!("Your code {n}")),
                ("body", "Here it is:\r\n\r\n{{ code }}"),
            ]),
            "/settings/mails/{kind}/{language}/reset" => Vec::new(),
            "/settings/filters/new" | "/settings/filters/{id}" => owned(&[
                ("name", &format!("Filter {n}")),
                ("group", &facts.group),
                ("version", "1"),
            ]),
            "/settings/filters/{id}/removal" => Vec::new(),
            "/groups/{id}/filter" | "/users/{id}/filter" => owned(&[("resource_filter_id", "")]),
            "/skills/new" | "/skills/{id}" => {
                owned(&[("name", &format!("Skill {n}")), ("note", ""), ("version", "1")])
            }
            "/skills/{id}/removal" | "/profiles/{id}/removal" => Vec::new(),
            "/skills/levels" => {
                let (row, cell) = (format!("{}:-", facts.id), format!("l.{}.0", facts.id));
                vec![
                    ("s", facts.skill.clone()),
                    ("p", row),
                    (Box::leak(cell.into_boxed_str()), (1 + n % 9).to_string()),
                ]
            }
            "/profiles/new" | "/profiles/{id}" => {
                let level = format!("level.{}", facts.skill);
                vec![
                    ("name", format!("Profile {n}")),
                    ("group_id", facts.group.clone()),
                    ("version", "1".to_owned()),
                    (Box::leak(level.into_boxed_str()), "4".to_owned()),
                ]
            }
            "/users/{id}/work/edit" => {
                let level = format!("level.{}", facts.skill);
                vec![(Box::leak(level.into_boxed_str()), (1 + n % 9).to_string())]
            }
            "/settings/tokens" => owned(&[("name", "a token"), ("days", "30")]),
            _ => match step {
                "suspension" | "deactivation" => owned(&[("reason", "a test")]),
                "supervisor" => owned(&[("reports_to", ""), ("version", "1")]),
                "activation" | "reactivation" | "first-password" | "reset" | "factors"
                | "ownership" | "sign-out" | "end" | "others" | "again" | "resend" | "cancel"
                | "all" | "photo" => Vec::new(),
                "removal" if self.route.contains("/photo/") => Vec::new(),
                "removal" => owned(&[("confirmation", &facts.name)]),
                "{id}" if self.route == "/notices/{id}" => Vec::new(),
                _ => panic!("say in this test what the form of {} holds", self.route),
            },
        }
    }
}
