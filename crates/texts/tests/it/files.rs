//! The text files themselves: strictly parsed, and alike in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use texts::Lang;

/// Every key of a language and the values its text takes.
pub(crate) fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang.code());
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut values = BTreeSet::new();
            let pattern = message.value.unwrap_or_else(|| panic!("{} is empty", message.id.name));
            in_pattern(&pattern, &mut values);
            let before = all.insert(message.id.name.to_owned(), values);
            assert!(before.is_none(), "{lang}: {} stands twice", message.id.name);
        }
    }
    all
}

fn in_pattern(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, values);
        }
    }
}

fn in_expression(expression: &Expression<&str>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, values),
        Expression::Select { selector, variants } => {
            in_inline(selector, values);
            for variant in variants {
                in_pattern(&variant.value, values);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    let none = CallArguments { positional: Vec::new(), named: Vec::new() };
    let arguments = match inline {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name.to_owned());
            &none
        }
        InlineExpression::Placeable { expression } => {
            in_expression(expression, values);
            &none
        }
        InlineExpression::FunctionReference { arguments, .. } => arguments,
        _ => &none,
    };
    for argument in &arguments.positional {
        in_inline(argument, values);
    }
}

#[test]
fn every_language_has_every_key_and_takes_the_same_values() {
    let english = messages(Lang::En);
    for lang in Lang::ALL {
        let other = messages(lang);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let strange: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{lang} lacks {missing:?}");
        assert!(strange.is_empty(), "{lang} alone has {strange:?}");
        for (key, values) in &english {
            assert_eq!(values, &other[key], "{lang}: values of {key}");
        }
    }
}

#[test]
fn a_text_is_not_left_in_english() {
    // Short words such as "Status" are the same in several languages; sentences are not.
    let text = |lang, key: &str| texts::get(lang, key);
    for key in messages(Lang::En).keys() {
        let english = text(Lang::En, key);
        for lang in [Lang::Cs, Lang::Fr, Lang::Nb] {
            let same = text(lang, key) == english && english.split_whitespace().count() > 3;
            assert!(!same, "{lang}: {key} reads as in English: {english}");
        }
    }
}
