//! Messages that wait for the next page, in a cookie: a text's key and its one value. The cookie could
//! be written by anyone at the keyboard, so only keys of toasts are followed and values are escaped.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use texts::{Arg, Texts};

use crate::html::frame::Toast;

/// What happened: one of the `toast-…` texts and the value it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Flash {
    key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<i64>,
}

impl Flash {
    /// A message without values.
    pub(crate) fn new(key: &'static str) -> Self {
        Self { key: key.to_owned(), name: None, n: None }
    }
    /// A message about somebody.
    pub(crate) fn about(key: &'static str, name: &str) -> Self {
        Self { name: Some(name.chars().take(200).collect()), ..Self::new(key) }
    }
    /// A message about so many.
    pub(crate) fn counting(key: &'static str, n: usize) -> Self {
        Self { n: i64::try_from(n).ok(), ..Self::new(key) }
    }

    /// As the cookie holds it.
    pub(crate) fn to_cookie(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// What the cookie holds, in words.
    pub(crate) fn read(cookie: &str, texts: Texts) -> Option<Toast> {
        let bytes = URL_SAFE_NO_PAD.decode(cookie).ok().filter(|bytes| bytes.len() < 2000)?;
        let flash: Self = serde_json::from_slice(&bytes).ok()?;
        let mut values: Vec<(&str, Arg<'_>)> = Vec::new();
        values.extend(flash.name.as_ref().map(|name| ("name", Arg::from(name))));
        values.extend(flash.n.map(|n| ("n", Arg::from(n))));
        let text = texts.with(&flash.key, &values).into_owned();
        let known = flash.key.starts_with("toast-") && text != flash.key;
        known.then_some(Toast { text, bad: false })
    }
}

#[cfg(test)]
mod tests {
    use texts::{Lang, Texts};

    use super::Flash;

    #[test]
    fn a_message_survives_the_cookie() {
        let read = |flash: &Flash| {
            Flash::read(&flash.to_cookie(), Texts(Lang::En)).map(|toast| toast.text)
        };
        assert_eq!(read(&Flash::new("toast-saved")).as_deref(), Some("Saved."));
        let about = Flash::about("toast-user-saved", "<b>Ada</b>");
        assert_eq!(
            read(&about).as_deref(),
            Some("<b>Ada</b> has been saved."),
            "the page escapes it"
        );
    }

    #[test]
    fn nothing_else_is_shown() {
        let read = |cookie: &str| Flash::read(cookie, Texts(Lang::En));
        assert!(read("!!").is_none());
        assert!(read(&Flash::new("users-title").to_cookie()).is_none());
        assert!(read(&Flash::new("toast-no-such").to_cookie()).is_none());
    }
}
