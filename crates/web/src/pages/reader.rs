//! Who reads a page, as far as a request alone tells: language, theme, and whether htmx asks for a part.

use http::{HeaderMap, Uri, header};
use texts::{Lang, Texts};

use super::cookies;
use crate::html::frame::{Door, Theme};

/// What the request's head says about its reader.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    /// Their texts.
    pub texts: Texts,
    /// Light or dark.
    pub theme: Theme,
    /// Whether htmx asks, which puts the answer into the present page.
    pub htmx: bool,
    /// Id of the element into which htmx will put the answer.
    pub target: String,
    /// Address of the page on which htmx asks.
    pub from: Option<String>,
    /// Own path and query.
    pub path: String,
}

impl Reader {
    /// Reads the head of a request.
    pub(crate) fn of(headers: &HeaderMap, uri: &Uri) -> Self {
        let text = |name: &str| {
            headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
        };
        let look = cookies::get(headers, cookies::LOOK).unwrap_or_default();
        let (language, theme) = look.split_once('.').unwrap_or_default();
        let accepted = text(header::ACCEPT_LANGUAGE.as_str());
        let lang = Lang::from_code(language).unwrap_or_else(|| Lang::negotiate(accepted));
        let from = text("hx-current-url");
        let target = text("hx-target").rsplit_once('#').map_or("", |(_, id)| id);
        Self {
            texts: Texts(lang),
            theme: Theme::named(theme),
            htmx: headers.contains_key("hx-request"),
            target: target.to_owned(),
            from: (!from.is_empty()).then(|| from.to_owned()),
            path: uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        }
    }

    /// What surrounds a page before sign-in.
    pub(crate) fn door(&self, csrf: String) -> Door {
        Door { texts: self.texts, theme: self.theme, csrf, path: self.path.clone() }
    }
}
