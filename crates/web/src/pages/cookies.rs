//! Cookies of the pages: the session, the look chosen before sign-in, the form token's secret, and
//! messages that wait for the next page.

use domain::factors::TrustedDevice;
use http::{HeaderMap, HeaderValue, header};
use kernel::Timestamp;

use crate::state::AppState;

/// Language and theme as last chosen on this device, `cs.dark`: for the pages before sign-in.
pub(crate) const LOOK: &str = "crewdesk-look";
/// Random secret behind the form token of those who are not signed in.
pub(crate) const FORM: &str = "crewdesk-form";
/// Random secret of a browser that was sent to an identity provider.
pub(crate) const FLOW: &str = "crewdesk-flow";
/// What the next page says once.
pub(crate) const FLASH: &str = "crewdesk-flash";

/// The value of a cookie.
pub(crate) fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// A cookie for this site alone that scripts can't read. `seconds` is how long it lives.
fn line(app: &AppState, name: &str, value: &str, seconds: i64) -> Option<HeaderValue> {
    let secure = if app.config().is_trustworthy() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).ok()
}

/// Sets a cookie.
pub(crate) fn set(head: &mut HeaderMap, app: &AppState, name: &str, value: &str, seconds: i64) {
    if let Some(line) = line(app, name, value, seconds) {
        head.append(header::SET_COOKIE, line);
    }
}

/// Takes a cookie away.
pub(crate) fn clear(head: &mut HeaderMap, app: &AppState, name: &str) {
    set(head, app, name, "", 0);
}

/// Sets the session's cookie; it ends when the session must.
pub(crate) fn set_session(head: &mut HeaderMap, app: &AppState, token: &str, until: Timestamp) {
    set(head, app, app.config().cookie(), token, left(app, until));
}

/// Sets what a trusted device keeps.
pub(crate) fn set_device(head: &mut HeaderMap, app: &AppState, device: &TrustedDevice) {
    let (token, until) = (device.token.expose(), device.expires_at);
    set(head, app, app.config().device_cookie(), token, left(app, until));
}

/// How many seconds are left.
fn left(app: &AppState, until: Timestamp) -> i64 {
    (until.since(app.crewdesk().clock().now()).micros() / 1_000_000).max(0)
}
