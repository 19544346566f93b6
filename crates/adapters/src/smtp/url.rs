use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use ::url::{Host, Url};
use kernel::Secret;

/// When the connection to the mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// From the first byte (`smtps://`), the server's certificate checked.
    Implicit,
    /// By STARTTLS or not at all, the certificate checked.
    Required,
    /// By STARTTLS where the server offers it. The certificate is not checked: a mail that could
    /// also go in the clear loses nothing by it (RFC 7435).
    Opportunistic,
    /// Never.
    None,
}

/// Where and how mail is handed over: `smtp://USER:PASSWORD@HOST:PORT?tls=required&ca=FILE`.
///
/// Without `tls`, a connection that carries a password to another machine is `required`, every other
/// `opportunistic`. The password never shows in `Debug` or `Display`.
#[derive(Clone)]
pub struct SmtpUrl {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) encryption: Encryption,
    pub(super) credentials: Option<(String, Secret)>,
    pub(super) authority: Option<PathBuf>,
}

/// What is wrong with the address of a mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongUrl(String);

impl fmt::Display for WrongUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: write smtp://USER:PASSWORD@HOST:PORT or smtps://USER:PASSWORD@HOST", self.0)
    }
}

impl std::error::Error for WrongUrl {}

impl FromStr for SmtpUrl {
    type Err = WrongUrl;

    fn from_str(text: &str) -> Result<Self, WrongUrl> {
        let wrong = |reason: &str| WrongUrl(reason.to_owned());
        let url =
            Url::parse(text).map_err(|error| WrongUrl(format!("it can't be read ({error})")))?;
        let implicit = match url.scheme() {
            "smtp" => false,
            "smtps" => true,
            _ => return Err(wrong("it begins with neither smtp:// nor smtps://")),
        };
        let host = url.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or_else(|| wrong("it names no host"))?;
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(wrong("nothing may stand after the host but ?tls= and ?ca="));
        }
        let credentials = credentials(&url)?;
        let (asked, authority) = options(&url)?;
        let exposed = credentials.is_some() && !is_local(&url);
        let encryption = match (implicit, asked) {
            (true, None | Some(Encryption::Required)) => Encryption::Implicit,
            (true, Some(_)) => {
                return Err(wrong("smtps:// is always encrypted, so tls can't be lower"));
            }
            (false, Some(asked)) => asked,
            (false, None) if exposed => Encryption::Required,
            (false, None) => Encryption::Opportunistic,
        };
        let port = url.port().unwrap_or(match encryption {
            Encryption::Implicit => 465,
            _ if credentials.is_some() => 587,
            _ => 25,
        });
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        Ok(Self { host, port, encryption, credentials, authority })
    }
}

/// Credentials of the address, percent-decoded.
fn credentials(url: &Url) -> Result<Option<(String, Secret)>, WrongUrl> {
    let decode = |part: &str| {
        let bytes = percent_decode(part);
        String::from_utf8(bytes).map_err(|_| WrongUrl("user and password are not UTF-8".into()))
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) => Err(WrongUrl("it has a password but no user".into())),
        (_, None) => Err(WrongUrl("it has a user but no password".into())),
        (user, Some(password)) => Ok(Some((decode(user)?, Secret::new(decode(password)?)))),
    }
}

fn percent_decode(part: &str) -> Vec<u8> {
    // In a query `+` means a space, in credentials itself.
    let escaped = part.replace('+', "%2B").replace('&', "%26").replace('=', "%3D");
    ::url::form_urlencoded::parse(escaped.as_bytes())
        .next()
        .map(|(text, _)| text.into_owned().into_bytes())
        .unwrap_or_default()
}

fn options(url: &Url) -> Result<(Option<Encryption>, Option<PathBuf>), WrongUrl> {
    let (mut encryption, mut authority) = (None, None);
    for (key, value) in url.query_pairs() {
        match (key.as_ref(), value.as_ref()) {
            ("tls", "required") => encryption = Some(Encryption::Required),
            ("tls", "opportunistic") => encryption = Some(Encryption::Opportunistic),
            ("tls", "none") => encryption = Some(Encryption::None),
            ("tls", _) => return Err(WrongUrl("tls is required, opportunistic or none".into())),
            ("ca", file) if !file.is_empty() => authority = Some(PathBuf::from(file)),
            (other, _) => return Err(WrongUrl(format!("it has the unknown option {other}"))),
        }
    }
    Ok((encryption, authority))
}

fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        // `smtp` is no special scheme, so that addresses arrive as names.
        Some(Host::Domain(name)) => {
            name == "localhost"
                || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        None => false,
    }
}

impl fmt::Display for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpUrl({self}, {:?})", self.encryption)
    }
}

#[cfg(test)]
mod tests {
    use super::{Encryption, SmtpUrl};

    fn read(text: &str) -> SmtpUrl {
        text.parse().unwrap()
    }

    #[test]
    fn a_password_to_another_machine_is_never_sent_in_the_clear_by_default() {
        for (text, encryption, port) in [
            ("smtp://127.0.0.1:1025", Encryption::Opportunistic, 1025),
            ("smtp://mail.example.org", Encryption::Opportunistic, 25),
            ("smtp://user:word@127.0.0.1:1025", Encryption::Opportunistic, 1025),
            ("smtp://user:word@[::1]:1025", Encryption::Opportunistic, 1025),
            ("smtp://user:word@mail.example.org", Encryption::Required, 587),
            ("smtp://user:word@mail.example.org?tls=none", Encryption::None, 587),
            ("smtps://user:word@mail.example.org", Encryption::Implicit, 465),
        ] {
            let url = read(text);
            assert_eq!((url.encryption, url.port), (encryption, port), "{text}");
        }
    }

    #[test]
    fn credentials_are_decoded_and_not_shown() {
        let url = read("smtp://me%40example.org:a+b%2Fc%3D%26@h");
        let (user, password) = url.credentials.clone().unwrap();
        assert_eq!((user.as_str(), password.expose()), ("me@example.org", "a+b/c=&"));
        assert_eq!(format!("{url} {url:?}"), "h:587 SmtpUrl(h:587, Required)");
    }

    #[test]
    fn each_mistake_is_named() {
        for (text, part) in [
            ("http://h", "neither smtp:// nor smtps://"),
            ("smtp:h", "names no host"),
            ("mail.example.org", "can't be read"),
            ("smtp://h/inbox", "after the host"),
            ("smtp://h?tls=maybe", "required, opportunistic or none"),
            ("smtp://h?tsl=none", "unknown option tsl"),
            ("smtps://h?tls=none", "always encrypted"),
            ("smtp://user@h", "no password"),
            ("smtp://h:99999", "can't be read"),
        ] {
            let said = text.parse::<SmtpUrl>().unwrap_err().to_string();
            assert!(said.contains(part), "{text}: {said}");
        }
    }
}
