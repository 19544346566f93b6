use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Code, Error, FieldError};

/// Some rows of a list and the way to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows, in the order asked for.
    pub items: Vec<T>,
    /// Where the next page begins; `None` on the last.
    pub next_cursor: Option<Cursor>,
    /// How many rows there are in all, if that was asked for.
    pub total: Option<u64>,
}

impl<T> Page<T> {
    /// Makes a page from up to `size + 1` rows: the one too many says that there is a next page,
    /// which begins after the last row kept.
    pub fn from_rows(mut rows: Vec<T>, size: PageSize, cursor: impl FnOnce(&T) -> Cursor) -> Self {
        let more = rows.len() > size.get();
        rows.truncate(size.get());
        let next_cursor = if more { rows.last().map(cursor) } else { None };
        Self { items: rows, next_cursor, total: None }
    }
    /// The same page with other rows.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            next_cursor: self.next_cursor,
            total: self.total,
        }
    }
}

/// A place in a list, opaque to those who hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(String);

impl Cursor {
    /// Packs the key of the last row shown, together with what the list was sorted by.
    pub fn pack(key: &impl Serialize) -> Self {
        Self(URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).unwrap_or_default()))
    }
    /// What a request brought.
    pub fn from_request(text: &str) -> Self {
        Self(text.to_owned())
    }
    /// Unpacks; a cursor of another list, sort or origin is [`Code::CursorInvalid`].
    ///
    /// # Errors
    /// [`Error::Invalid`] with the pointer `cursor`.
    pub fn unpack<K: DeserializeOwned>(&self) -> Result<K, Error> {
        (self.0.len() <= 2048)
            .then(|| URL_SAFE_NO_PAD.decode(&self.0).ok())
            .flatten()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .ok_or_else(Self::invalid)
    }
    /// The refusal of a cursor that does not belong here.
    pub fn invalid() -> Error {
        Error::Invalid(vec![FieldError::new("cursor", Code::CursorInvalid)])
    }
    /// The text handed to the client.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How many rows a page has: 1 to 200 (SECURITY.md S14).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSize(u8);

impl PageSize {
    /// Checks a wanted size; none means 50.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the pointer `limit` where it is not 1 to 200.
    pub fn new(wanted: Option<i64>) -> Result<Self, Error> {
        match wanted.map(u8::try_from) {
            None => Ok(Self::default()),
            Some(Ok(n)) if (1..=200).contains(&n) => Ok(Self(n)),
            Some(_) => Err(Error::Invalid(vec![FieldError::new("limit", Code::LimitOutOfRange)])),
        }
    }
    /// Rows on a page.
    pub const fn get(self) -> usize {
        self.0 as usize
    }
    /// Rows to ask the database for: one more tells whether there is a next page.
    pub const fn fetch(self) -> i64 {
        self.0 as i64 + 1
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self(50)
    }
}
