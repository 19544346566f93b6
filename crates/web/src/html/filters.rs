//! Texts inside templates: `{{ "users-title"|t }}`. The language comes with the values of the render
//! call (see [`super::render`]), so that no part of a page has to hand it on.

#![expect(
    unreachable_pub,
    reason = "the filter macro writes public items into this private module"
)]

use std::{any::Any, borrow::Cow, fmt::Display};

use askama::{Result, Values, get_value};
use texts::{Arg, Texts};

/// Hands the reader's texts to the filters of one render call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader(pub(crate) Texts);

impl Values for Reader {
    fn get_value<'a>(&'a self, key: &str) -> Option<&'a dyn Any> {
        (key == "texts").then_some(&self.0)
    }
}

/// A whole number that chooses a plural form.
pub(crate) trait Count {
    /// The number.
    fn count(&self) -> i64;
}

impl Count for i64 {
    fn count(&self) -> i64 {
        *self
    }
}

impl Count for usize {
    fn count(&self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
}

impl<T: Count + ?Sized> Count for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

fn texts(values: &dyn Values) -> Result<&Texts> {
    get_value::<Texts>(values, "texts")
}

/// The text `key`.
#[askama::filter_fn]
pub(crate) fn t(key: impl AsRef<str>, values: &dyn Values) -> Result<Cow<'static, str>> {
    Ok(texts(values)?.get(key.as_ref()))
}

/// The text `key` for `n` things, in the plural form that the language wants.
#[askama::filter_fn]
pub(crate) fn tn<N: Count>(
    key: impl AsRef<str>,
    values: &dyn Values,
    n: N,
) -> Result<Cow<'static, str>> {
    Ok(texts(values)?.with(key.as_ref(), &[("n", Arg::from(n.count()))]))
}

/// The text `key` for `n` of `all` things.
#[askama::filter_fn]
pub(crate) fn tn2<N: Count, A: Count>(
    key: impl AsRef<str>,
    values: &dyn Values,
    n: N,
    all: A,
) -> Result<Cow<'static, str>> {
    let args = [("n", Arg::from(n.count())), ("all", Arg::from(all.count()))];
    Ok(texts(values)?.with(key.as_ref(), &args))
}

/// The text `key` with one value in it.
#[askama::filter_fn]
pub(crate) fn tw<V: Display>(
    key: impl AsRef<str>,
    values: &dyn Values,
    name: &str,
    value: V,
) -> Result<Cow<'static, str>> {
    Ok(texts(values)?.with(key.as_ref(), &[(name, Arg::from(value.to_string()))]))
}

/// A whole number as the reader writes it.
#[askama::filter_fn]
pub(crate) fn number(n: impl Count, values: &dyn Values) -> Result<String> {
    Ok(texts::format::number(texts(values)?.lang(), n.count()))
}
