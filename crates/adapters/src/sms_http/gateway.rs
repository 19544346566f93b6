use std::fmt;

use reqwest::Method;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;
use url::Url;

use super::fill::Pairs;

/// The settings of a gateway, as they were written.
#[derive(Clone, Default)]
pub struct Written<'a> {
    /// Address; placeholders in its query.
    pub url: &'a str,
    /// `GET`, `POST` or `PUT`; where empty, `POST` with a body and else `GET`.
    pub method: &'a str,
    /// `Name: value`, separated by `|`.
    pub headers: &'a str,
    /// A JSON object, or `name=value&…`; may be empty.
    pub body: &'a str,
    /// What the answer must hold to count as taken; may be empty.
    pub success: &'a str,
}

/// How messages are handed to a gateway. What stands in it may be secret and never shows.
#[derive(Clone)]
pub struct Gateway {
    pub(super) url: Url,
    pub(super) query: Pairs,
    pub(super) method: Method,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
    pub(super) success: Option<String>,
}

/// What a request carries.
#[derive(Clone)]
pub(super) enum Body {
    None,
    Form(Pairs),
    Json(Value),
}

/// What is wrong with one setting of a gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongGateway {
    /// Which: `url`, `method`, `headers` or `body`.
    pub setting: &'static str,
    /// Why, and what to write. It never holds the value, which may be secret.
    pub reason: String,
}

impl fmt::Display for WrongGateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for WrongGateway {}

fn wrong(setting: &'static str, reason: impl Into<String>) -> WrongGateway {
    WrongGateway { setting, reason: reason.into() }
}

impl Gateway {
    /// Reads the settings.
    ///
    /// # Errors
    /// The first that is wrong.
    pub fn read(written: &Written<'_>) -> Result<Self, WrongGateway> {
        let mut url = address(written.url)?;
        let query: Pairs = url.query_pairs().into_owned().collect();
        url.set_query(None);
        let body = body(written.body)?;
        let method = method(written.method, &body)?;
        let carried = format!("{} {}", written.url, written.body);
        let decoded: String = query.iter().map(|(_, value)| value.as_str()).collect();
        let has = |name: &str| carried.contains(name) || decoded.contains(name);
        if !has("{text}") || !(has("{to}") || has("{to_digits}")) {
            return Err(wrong(
                "url",
                "neither the address's query nor the body says where number and text go: write {to} and {text} there",
            ));
        }
        let success = (!written.success.is_empty()).then(|| written.success.to_owned());
        Ok(Self { url, query, method, headers: headers(written.headers)?, body, success })
    }

    /// Host and port, to see whether the gateway takes connections.
    pub(super) fn place(&self) -> (String, u16) {
        let host = self.url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        (host.to_owned(), self.url.port_or_known_default().unwrap_or(443))
    }
}

/// Without query and password, which may be secret.
impl fmt::Display for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (host, port) = self.place();
        write!(f, "{}://{host}:{port}", self.url.scheme())
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gateway({self})")
    }
}

fn address(text: &str) -> Result<Url, WrongGateway> {
    let url = Url::parse(text).map_err(|error| {
        wrong(
            "url",
            format!(
                "it can't be read ({error}): write http:// or https:// and the gateway's address"
            ),
        )
    })?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return Err(wrong("url", "it begins with neither http:// nor https:// and a host"));
    }
    if url.path().contains("%7B") || url.path().contains('{') {
        return Err(wrong("url", "placeholders stand in its query, not in its path"));
    }
    Ok(url)
}

fn method(text: &str, body: &Body) -> Result<Method, WrongGateway> {
    match (text, body) {
        ("", Body::None) | ("GET", Body::None) => Ok(Method::GET),
        ("GET", _) => {
            Err(wrong("method", "GET carries no body: write POST, or leave the body out"))
        }
        ("" | "POST", _) => Ok(Method::POST),
        ("PUT", _) => Ok(Method::PUT),
        _ => Err(wrong("method", "there are GET, POST and PUT")),
    }
}

fn headers(text: &str) -> Result<HeaderMap, WrongGateway> {
    let mut headers = HeaderMap::new();
    for (number, line) in text.split('|').map(str::trim).filter(|line| !line.is_empty()).enumerate()
    {
        let unread = || {
            wrong(
                "headers",
                format!(
                    "its header number {} can't be read: write Name: value, with | between several",
                    number + 1
                ),
            )
        };
        let (name, value) = line.split_once(':').ok_or_else(unread)?;
        let name = HeaderName::from_bytes(name.trim().as_bytes()).map_err(|_| unread())?;
        let mut value = HeaderValue::from_str(value.trim()).map_err(|_| unread())?;
        value.set_sensitive(true);
        headers.append(name, value);
    }
    Ok(headers)
}

fn body(text: &str) -> Result<Body, WrongGateway> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Body::None);
    }
    if text.starts_with(['{', '[']) && !text.starts_with("{to") && !text.starts_with("{text") {
        let value = serde_json::from_str(text);
        return value.map(Body::Json).map_err(|error| {
            wrong("body", format!("it begins like JSON and can't be read ({error}): placeholders stand within quotes"))
        });
    }
    let pairs: Pairs = url::form_urlencoded::parse(text.as_bytes()).into_owned().collect();
    if pairs.iter().any(|(name, value)| name.is_empty() || value.is_empty()) {
        return Err(wrong("body", "it is neither a JSON object nor name=value&name=value"));
    }
    Ok(Body::Form(pairs))
}

#[cfg(test)]
mod tests {
    use super::{Gateway, Written};

    #[test]
    fn what_is_wrong_names_its_setting_and_no_secret() {
        let url = "http://gate.example/send?key=hush&to={to}&text={text}";
        let good = Written { url, ..Written::default() };
        let wrongs = [
            (Written { url: "gate.example", ..good.clone() }, "url"),
            (Written { url: "ftp://gate.example/?a={to}{text}", ..good.clone() }, "url"),
            (Written { url: "http://gate.example/{to}?t={text}", ..good.clone() }, "url"),
            (Written { url: "http://gate.example/?key=hush&to={to}", ..good.clone() }, "url"),
            (Written { method: "TRACE", ..good.clone() }, "method"),
            (Written { method: "GET", body: "a=b", ..good.clone() }, "method"),
            (Written { headers: "hush", ..good.clone() }, "headers"),
            (Written { headers: "X-Key: a\r\nhush: b", ..good.clone() }, "headers"),
            (Written { body: "{\"to\": {to}, \"key\": \"hush\"}", ..good.clone() }, "body"),
            (Written { body: "hush", ..good.clone() }, "body"),
        ];
        for (written, setting) in wrongs {
            let refused = Gateway::read(&written).unwrap_err();
            assert_eq!(refused.setting, setting, "{refused}");
            assert!(!refused.reason.contains("hush"), "{refused}");
        }
        let gateway = Gateway::read(&good).unwrap();
        assert_eq!(
            format!("{gateway} {gateway:?}"),
            "http://gate.example:80 Gateway(http://gate.example:80)"
        );
    }
}
