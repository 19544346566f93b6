//! Coming in by an identity provider, through the pages (SPEC ACC-7, ACC-9; SECURITY.md S10, S12).

use kernel::Clock;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use testkit::app::{Answer, Client, TestApp, read};
use testkit::issuer::Issuer;
use testkit::oidc_mock::OidcMock;

use crate::cast::text;
use crate::owned;

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Lets Contoso's people come in by a provider; answers its id.
async fn set_up(app: &TestApp, issuer: &str, more: &Value) -> String {
    let mut new = json!({"name": "Contoso accounts", "is_on": true, "issuer": issuer, "client_id": "desk",
        "client_secret": "hush", "domains": ["contoso.example"], "creates_users": true});
    for (name, value) in more.as_object().unwrap() {
        new[name] = value.clone();
    }
    let made = app.olga.post("/api/v1/identity-providers", &new).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    assert!(!made.body.contains("hush"), "the secret is never told");
    text(&made.json()["id"])
}

/// What somebody at the door is sent away with: the address of the provider, and the browser's cookie.
async fn sent(app: &TestApp, provider: &str) -> (String, String) {
    let fields = [("provider", provider), ("next", "/users")];
    let page = app.stranger().form("/sign-in/sso/start", &fields).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let address = page.body.split("content=\"0;url=").nth(1).unwrap().split('"').next().unwrap();
    let cookies = page.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let cookie = cookies.into_iter().find(|text| text.starts_with("crewdesk-flow=")).unwrap();
    for part in ["HttpOnly", "Secure", "SameSite=Lax"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let address = address.replace("&#38;", "&").replace("&amp;", "&");
    (address, cookie.split(';').next().unwrap().to_owned())
}

/// A parameter of an address.
fn parameter(address: &str, name: &str) -> String {
    let found = address.split(['?', '&']).find_map(|pair| pair.strip_prefix(&format!("{name}=")));
    found.unwrap_or_else(|| panic!("no {name} in {address}")).to_owned()
}

/// Back from the provider with this path and this cookie.
async fn back(app: &TestApp, path: &str, cookie: &str) -> Answer {
    read(app.stranger().browse(Method::GET, path).header("cookie", cookie)).await
}

/// Who came in.
fn bearer(app: &TestApp, came: &Answer) -> Client {
    assert_eq!(
        (came.status, came.header("location")),
        (StatusCode::SEE_OTHER, "/users"),
        "{}",
        came.body
    );
    let cookies = came.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let session =
        cookies.into_iter().find_map(|text| text.strip_prefix("__Host-crewdesk=")).unwrap();
    app.stranger().with_token(session.split(';').next().unwrap())
}

fn seconds() -> i64 {
    Clock::system().now().micros() / 1_000_000
}

db::on_both! {
    async fn acc_7_somebody_comes_in_by_what_their_provider_signs_and_goes_out_with_it(db: TestDb) {
        let app = TestApp::new(db).await;
        let issuer = Issuer::start().await;
        let provider = set_up(&app, issuer.issuer(), &json!({})).await;
        let door = app.stranger().form("/sign-in/sso", &[("identity", "anna@contoso.example")]).await;
        assert!(door.body.contains("Continue with Contoso accounts") && door.body.contains(&provider), "{}", door.body);
        let (address, cookie) = sent(&app, &provider).await;
        assert!(address.starts_with(issuer.issuer()), "{address}");
        let claims = json!({"iss": issuer.issuer(), "aud": "desk", "sub": "anna", "sid": "there", "iat": seconds(),
            "exp": seconds() + 300, "nonce": parameter(&address, "nonce"), "email": "anna@contoso.example",
            "email_verified": true, "given_name": "Anna", "family_name": "Alm"});
        issuer.gives(issuer.signs(&claims));
        let path = format!("/sign-in/sso/callback?code=c&state={}", parameter(&address, "state"));
        let elsewhere = back(&app, &path, "crewdesk-flow=cdb_another").await;
        assert_eq!(elsewhere.status, StatusCode::UNAUTHORIZED, "another browser");
        assert!(elsewhere.body.contains(elsewhere.header("x-request-id")), "{}", elsewhere.body);
        let anna = bearer(&app, &back(&app, &path, &cookie).await);
        let me = anna.get("/api/v1/me").await.json();
        assert_eq!(me["user"]["display_name"], "Anna Alm", "{me}");
        assert_eq!(back(&app, &path, &cookie).await.status, StatusCode::UNAUTHORIZED, "once only");

        let notice = json!({"iss": issuer.issuer(), "aud": "desk", "iat": seconds(), "jti": "n", "sid": "there",
            "events": {EVENT: {}}});
        let path = format!("/sign-in/sso/back-channel/{provider}");
        let hear = async |token: String| {
            let form = [("logout_token", token.as_str())];
            read(app.stranger().browse(Method::POST, &path).form(&form)).await.status
        };
        let other = Issuer::start().await;
        assert_eq!(hear(other.signs(&notice)).await, StatusCode::BAD_REQUEST);
        assert!(anna.get("/api/v1/me").await.status.is_success());
        assert_eq!(hear(issuer.signs(&notice)).await, StatusCode::OK);
        assert_eq!(anna.get("/api/v1/me").await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(hear(issuer.signs(&notice)).await, StatusCode::BAD_REQUEST, "heard before");
    }

    async fn acc_7_somebody_comes_in_by_a_provider_that_others_wrote(db: TestDb) {
        let Some(mock) = OidcMock::start().await else { return };
        let app = TestApp::new(db).await;
        let provider = set_up(&app, mock.issuer(), &json!({"second_factors": ["mfa"]})).await;
        mock.knows("ben", &json!({"email": "ben@contoso.example", "email_verified": true, "given_name": "Ben",
            "family_name": "Berg", "amr": ["pwd", "mfa"]})).await;
        let (address, cookie) = sent(&app, &provider).await;
        let came = mock.proves(&address, "ben").await;
        let path = came.strip_prefix(&app.url).unwrap();
        let ben = bearer(&app, &back(&app, path, &cookie).await);
        assert_eq!(ben.get("/api/v1/me").await.json()["user"]["display_name"], "Ben Berg");
        let out = ben.form("/sign-out", &[]).await;
        assert_eq!(out.status, StatusCode::OK, "{}", out.body);
        assert!(out.header("set-cookie").contains("__Host-crewdesk=;"), "{:?}", out.headers);
        assert_eq!(ben.get("/api/v1/me").await.status, StatusCode::UNAUTHORIZED, "out here in any case");
        let address = out.body.split("content=\"0;url=").nth(1).unwrap().split('"').next().unwrap();
        let address = address.replace("&#38;", "&").replace("&amp;", "&");
        assert!(address.starts_with(mock.issuer()) && parameter(&address, "client_id") == "desk", "{address}");
        assert_eq!(mock.leaves(&address).await, format!("{}/sign-in", app.url));
        let (address, cookie) = sent(&app, &provider).await;
        // This provider forgets to bring the state back with a refusal; others do not.
        let came = mock.denies(&address).await;
        let path = format!("{}&state={}", came.strip_prefix(&app.url).unwrap(), parameter(&address, "state"));
        let refused = back(&app, &path, &cookie).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        assert!(refused.body.contains("did not confirm"), "{}", refused.body);
        let tested = app.olga.post(&format!("/api/v1/identity-providers/{provider}/test"), &json!({})).await;
        assert_eq!(tested.json()["works"], true, "{}", tested.body);
    }

    async fn acc_7_a_persons_security_tab_lists_what_they_come_in_by(db: TestDb) {
        let app = TestApp::new(db).await;
        let (_, tina) = app.hire("tina", domain::access::RoleKey::Technician).await;
        let id = owned::identity(&app, &tina.user_id).await;
        let tab = format!("/users/{}/security", tina.user_id);
        let removal = format!("/users/{}/identities/{id}/removal", tina.user_id);
        let page = app.olga.page(&tab).await.body;
        for part in ["someone@id.example.org", "https://id.example.org", &id, &removal] {
            assert!(page.contains(part), "{part}: {page}");
        }
        let hers = tina.page(&tab).await.body;
        assert!(hers.contains(&format!("/me/single-sign-on/{id}/removal")) && !hers.contains(&removal));
        let (_, eve) = app.hire("eve", domain::access::RoleKey::Supervisor).await;
        assert!(!eve.page(&tab).await.body.contains("id.example.org"));
        let asked = app.olga.page(&removal).await.body;
        assert!(asked.contains("Disconnect “someone@id.example.org” from"), "{asked}");
        app.clock.advance(kernel::Span::minutes(30));
        let stale = app.olga.form(&removal, &[]).await;
        assert_eq!(stale.header("location"), format!("/sign-in?reason=fresh&next={removal}"));
        let olga = app.stranger().sign_in("olga").await;
        assert_eq!(olga.form(&removal, &[]).await.header("location"), tab);
        let left = olga.get(&format!("/api/v1/users/{}/identities", tina.user_id)).await.json();
        assert_eq!(left["items"], json!([]));
        assert!(tina.page("/").await.body.contains("disconnected single sign-on from your account"));
    }

    async fn s12_a_provider_inside_is_refused_with_a_sentence(db: TestDb) {
        let app = TestApp::new(db).await;
        let provider = set_up(&app, "http://10.1.2.3", &json!({})).await;
        let tested = app.olga.post(&format!("/api/v1/identity-providers/{provider}/test"), &json!({})).await;
        assert_eq!(tested.json()["code"], "provider_address", "{}", tested.body);
        let path = format!("/settings/sign-in/providers/{provider}/test");
        let page = app.olga.form(&path, &[]).await;
        assert!(page.body.contains("CREWDESK_OUTGOING_ALLOW"), "{}", page.body);
        let tried = app.stranger().form("/sign-in/sso/start", &[("provider", &provider)]).await;
        assert_eq!(tried.status, StatusCode::CONFLICT);
        assert!(!tried.body.contains("10.1.2.3"), "what stands inside is nobody's business");
    }

    async fn acc_9_the_door_tells_of_organisations_and_not_of_people(db: TestDb) {
        let app = TestApp::new(db).await;
        set_up(&app, "https://id.example", &json!({"domains": ["example.org"]})).await;
        let seek = async |identity: &str| app.stranger().form("/sign-in/sso", &[("identity", identity)]).await;
        let (known, unknown) = (seek("olga@example.org").await, seek("nobody@example.org").await);
        assert_eq!(known.status, unknown.status);
        let plain = |answer: &Answer, name: &str| {
            let body = answer.without_request_id().replace(name, "NAME");
            body.split("name=\"csrf\"").map(|part| part.split_once('>').map_or(part, |(_, rest)| rest).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(plain(&known, "olga@example.org"), plain(&unknown, "nobody@example.org"));
        assert!(seek("contoso").await.body.contains("Continue with"), "by the short name as well");
        assert_eq!(seek("who@elsewhere.example").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}
