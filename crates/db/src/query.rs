//! Builds the text of a list with optional filters. Values never enter the text.

use crate::Value;
use std::fmt::Write as _;

/// A statement under construction: pieces of text, with values numbered as they come.
///
/// ```
/// let mut query = db::Query::new("SELECT id FROM users WHERE organisation_id = ");
/// query.bind(7).push(" AND lifecycle = ").bind("active");
/// assert_eq!(query.sql(), "SELECT id FROM users WHERE organisation_id = $1 AND lifecycle = $2");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Query {
    sql: String,
    params: Vec<Value>,
}

impl Query {
    /// Starts with this text.
    #[must_use]
    pub fn new(sql: &str) -> Self {
        let mut text = String::with_capacity(sql.len() + 512);
        text.push_str(sql);
        Self { sql: text, params: Vec::with_capacity(8) }
    }

    /// Appends text, which must be a constant of the program.
    pub fn push(&mut self, sql: &str) -> &mut Self {
        self.sql.push_str(sql);
        self
    }

    /// Appends the next parameter.
    pub fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.params.push(value.into());
        // Writing to a String can't fail.
        let _ = write!(self.sql, "${}", self.params.len());
        self
    }

    /// Appends `(a, b, c)`, or `(NULL)`, which nothing equals, for an empty list.
    pub fn bind_list<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        self.sql.push('(');
        let mut any = false;
        for value in values {
            if any {
                self.sql.push_str(", ");
            }
            any = true;
            self.bind(value);
        }
        if !any {
            self.sql.push_str("NULL");
        }
        self.push(")")
    }

    /// Appends another query, whose parameters are `$1…` in its own text, in this one's numbering.
    pub fn append(&mut self, other: &Query) -> &mut Self {
        let offset = self.params.len();
        let mut rest = other.sql.as_str();
        while let Some((before, after)) = rest.split_once('$') {
            let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (number, tail) = after.split_at(digits);
            self.sql.push_str(before);
            let number: usize = number.parse().unwrap_or(0);
            let _ = write!(self.sql, "${}", number + offset);
            rest = tail;
        }
        self.sql.push_str(rest);
        self.params.extend(other.params.iter().cloned());
        self
    }

    /// The text so far.
    #[must_use]
    pub fn sql(&self) -> &str {
        &self.sql
    }

    /// The parameters so far.
    #[must_use]
    pub fn params(&self) -> &[Value] {
        &self.params
    }
}
