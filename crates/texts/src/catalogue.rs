use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentValue};
use fluent_bundle::{FluentArgs, FluentResource};
use kernel::Code;

use crate::{Lang, format};

include!(concat!(env!("OUT_DIR"), "/files.rs"));

type Bundle = FluentBundle<FluentResource>;

/// A value placed into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Text as it is. Never HTML: the page that shows the result escapes it.
    Text(Cow<'a, str>),
    /// A whole number: chooses the plural form and is written with the reader's grouping.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! number_args {
    ($($from:ty),*) => {$(
        impl From<$from> for Arg<'_> {
            fn from(n: $from) -> Self {
                Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
            }
        }
    )*};
}
number_args!(i64, i32, u8, u16, u32, u64, usize);

/// The text `key` in this language.
pub fn get(lang: Lang, key: &str) -> Cow<'static, str> {
    render(lang, key, None)
}

/// The text `key` in this language with these values in it.
pub fn with(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Cow<'static, str> {
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        let value = match arg {
            Arg::Text(text) => FluentValue::String(Cow::Borrowed(text.as_ref())),
            Arg::Number(n) => FluentValue::from(*n),
        };
        values.set(*name, value);
    }
    render(lang, key, Some(&values))
}

/// What a refusal is called in this language; it says the way out where there is one.
pub fn error(lang: Lang, code: Code) -> Cow<'static, str> {
    get(lang, &format!("error-{code}"))
}

/// The texts of one reader: what templates hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Texts(pub Lang);

impl Texts {
    /// The text `key`.
    pub fn get(&self, key: &str) -> Cow<'static, str> {
        get(self.0, key)
    }
    /// The text `key` with these values in it.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Cow<'static, str> {
        with(self.0, key, args)
    }
    /// What a refusal is called.
    pub fn error(&self, code: Code) -> Cow<'static, str> {
        error(self.0, code)
    }
    /// The reader's language.
    pub const fn lang(&self) -> Lang {
        self.0
    }
}

/// A key missing in a language falls back to English, and one missing there to itself: a page with
/// one odd word serves people better than none. The tests let neither happen.
fn render(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
    let found = [lang, Lang::En].into_iter().find_map(|lang| {
        let bundle = bundle(lang);
        bundle.get_message(key)?.value().map(|pattern| (bundle, pattern))
    });
    let Some((bundle, pattern)) = found else { return Cow::Owned(key.to_owned()) };
    bundle.format_pattern(pattern, args, &mut Vec::new())
}

fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: LazyLock<[Bundle; 4]> = LazyLock::new(|| Lang::ALL.map(load));
    let [en, cs, fr, nb] = &*BUNDLES;
    match lang {
        Lang::En => en,
        Lang::Cs => cs,
        Lang::Fr => fr,
        Lang::Nb => nb,
    }
}

/// A file with a fault yields the messages around the fault; the tests parse every file strictly.
fn load(lang: Lang) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
    // The marks would stand visibly in mail subjects and copied text; names of both directions are
    // isolated by the page instead.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| grouped(Lang::En, value),
        Lang::Cs => |value, _| grouped(Lang::Cs, value),
        Lang::Fr => |value, _| grouped(Lang::Fr, value),
        Lang::Nb => |value, _| grouped(Lang::Nb, value),
    }));
    for (_, _, text) in FILES.iter().filter(|(code, ..)| *code == lang.code()) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(r, _)| r);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Writes whole numbers with the language's grouping; leaves everything else to Fluent.
#[expect(clippy::cast_possible_truncation, reason = "checked to be a whole number in range")]
fn grouped(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. })
            if value.fract() == 0.0 && value.abs() < 9e15 =>
        {
            Some(format::number(lang, *value as i64))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Arg, FILES, error, get, with};
    use crate::Lang;

    #[test]
    fn numbers_choose_the_plural_and_are_grouped() {
        let say = |lang, n: i64| with(lang, "time-in-days", &[("n", Arg::from(n))]);
        assert_eq!(say(Lang::Cs, 1), "za 1 den");
        assert_eq!(say(Lang::Cs, 3), "za 3 dny");
        assert_eq!(say(Lang::Cs, 5), "za 5 dní");
        assert_eq!(say(Lang::Fr, 0), "dans 0 jour");
        assert_eq!(say(Lang::En, 12_345), "in 12,345 days");
        assert_eq!(say(Lang::Nb, 12_345), "om 12\u{a0}345 dager");
    }

    #[test]
    fn a_name_stays_what_it_is() {
        let said = with(
            Lang::En,
            "time-date-clock",
            &[("date", Arg::from("<b>{ $clock }</b>")), ("clock", Arg::from(String::from("يوم")))],
        );
        assert_eq!(said, "<b>{ $clock }</b>, يوم");
    }

    #[test]
    fn an_unknown_key_shows_itself() {
        assert_eq!(get(Lang::Cs, "no-such-key"), "no-such-key");
    }

    #[test]
    fn a_plain_text_is_not_copied() {
        assert!(matches!(get(Lang::Fr, "time-now"), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn every_refusal_has_a_message() {
        for lang in Lang::ALL {
            for code in kernel::Code::ALL {
                let said = error(lang, *code);
                assert!(!said.starts_with("error-"), "{lang}: {said} is missing");
            }
        }
    }

    #[test]
    fn every_language_has_the_same_files() {
        let names = |lang: Lang| -> Vec<_> {
            FILES.iter().filter(|(l, ..)| *l == lang.code()).map(|(_, name, _)| *name).collect()
        };
        for lang in Lang::ALL {
            assert_eq!(names(lang), names(Lang::En), "{lang}");
        }
    }
}
