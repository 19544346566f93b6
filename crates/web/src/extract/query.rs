use axum::extract::FromRequestParts;
use http::request::Parts;
use kernel::{Code, Cursor, Error, FieldError, PageSize};

use crate::problem::Problem;

/// The query part of an address, asked for by name. What nobody asked for is refused by
/// [`Query::finish`], so that a mistyped filter is not taken for none.
#[derive(Debug, Clone)]
pub struct Query(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self::of(parts.uri.query().unwrap_or_default())?)
    }
}

impl Query {
    /// The query part of an address that somebody named.
    ///
    /// # Errors
    /// [`Code::Malformed`].
    pub(crate) fn of(text: &str) -> Result<Self, Error> {
        let pairs = serde_urlencoded::from_str(text);
        pairs.map(Self).map_err(|_| Error::conflict(Code::Malformed))
    }

    /// A parameter that comes once; empty is none.
    pub fn one(&mut self, name: &str) -> Option<String> {
        self.all(name).pop()
    }

    /// A parameter that may come several times or hold several values between commas.
    pub fn all(&mut self, name: &str) -> Vec<String> {
        let (mine, rest) =
            std::mem::take(&mut self.0).into_iter().partition(|(key, _)| key == name);
        self.0 = rest;
        let mine: Vec<(String, String)> = mine;
        let separated = name != "search";
        let parts = mine.iter().flat_map(|(_, value)| {
            let parts: Vec<&str> = if separated { value.split(',').collect() } else { vec![value] };
            parts
        });
        parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// A parameter of words from a closed vocabulary or ids.
    ///
    /// # Errors
    /// [`Code::FilterUnknown`] for any other value.
    pub fn words<T>(
        &mut self,
        name: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, Problem> {
        let unknown = || Error::field(name, Code::FilterUnknown);
        self.all(name).iter().map(|word| parse(word).ok_or_else(|| unknown().into())).collect()
    }

    /// A word from a closed vocabulary that a page's filter holds as text; none where nothing was chosen.
    ///
    /// # Errors
    /// [`Code::FilterUnknown`] for any other value.
    pub(crate) fn read<T>(
        name: &str,
        text: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        if text.is_empty() {
            return Ok(None);
        }
        parse(text).map(Some).ok_or_else(|| Error::field(name, Code::FilterUnknown))
    }

    /// `limit` and `cursor`.
    ///
    /// # Errors
    /// [`Code::LimitOutOfRange`].
    pub fn page(&mut self) -> Result<(PageSize, Option<Cursor>), Problem> {
        let limit = self.one("limit").map(|text| text.parse::<i64>().unwrap_or(-1));
        let size = PageSize::new(limit)?;
        Ok((size, self.one("cursor").map(|text| Cursor::from_request(&text))))
    }

    /// Refuses whatever was not asked for.
    ///
    /// # Errors
    /// [`Code::FilterUnknown`] with its name.
    pub fn finish(self) -> Result<(), Problem> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => {
                Err(Error::Invalid(vec![FieldError::new(name.as_str(), Code::FilterUnknown)])
                    .into())
            }
        }
    }
}
