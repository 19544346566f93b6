//! Finds keys in the sources and templates of all crates.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What the sources say about keys.
#[derive(Default)]
pub(crate) struct Found {
    /// Every quoted literal that could be a key.
    pub(crate) literals: BTreeSet<String>,
    /// Beginnings of keys put together at run time: `"error-{…}"`.
    pub(crate) beginnings: BTreeSet<String>,
    /// Keys passed straight to a text function, with the file.
    pub(crate) calls: BTreeSet<(String, String)>,
}

/// Reads `src` and `templates` of every crate.
pub(crate) fn scan() -> Found {
    let crates = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Found::default();
    for entry in fs::read_dir(crates).unwrap() {
        for folder in ["src", "templates"] {
            walk(&entry.as_ref().unwrap().path().join(folder), &mut found);
        }
    }
    found
}

fn walk(folder: &Path, found: &mut Found) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            read(&text, &path.display().to_string(), found);
        }
    }
}

fn read(text: &str, file: &str, found: &mut Found) {
    for (start, _) in text.match_indices('"') {
        let (before, rest) = (&text[..start], &text[start + 1..]);
        let end = rest.find(|c: char| !is_key_char(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) || !word.contains('-') {
            continue;
        }
        match rest[end..].chars().next() {
            Some('{') => {
                found.beginnings.insert(word.to_owned());
            }
            Some('"') => {
                if is_text_call(before) || is_text_filter(&rest[end + 1..]) {
                    found.calls.insert((word.to_owned(), file.to_owned()));
                }
                found.literals.insert(word.to_owned());
            }
            _ => {}
        }
    }
}

fn is_key_char(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_'
}

/// Whether what stands before a literal is `t.get(`, `texts.with(`, `texts::get(lang, ` or alike.
fn is_text_call(before: &str) -> bool {
    let line = before.rsplit(['\n', ';', '{']).next().unwrap_or(before);
    let Some(open) = line.rfind('(') else { return false };
    let (callee, arguments) = (&line[..open], &line[open + 1..]);
    let ends = |ending: &str| {
        callee
            .strip_suffix(ending)
            .is_some_and(|head| !head.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
    };
    let method = ["t.get", "t.with", "texts.get", "texts.with"].iter().any(|e| ends(e));
    let function = ["texts::get", "texts::with", "get", "with"].iter().any(|e| ends(e))
        && arguments.trim_end().ends_with("lang,");
    (method && arguments.trim().is_empty()) || function
}

/// Whether what stands after a literal is a text filter of the templates: `"a-b"|t`, `"a-b"|tn(n)`.
fn is_text_filter(after: &str) -> bool {
    let Some(filter) = after.strip_prefix('|') else { return false };
    let name = filter.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    ["t", "tn", "tn2", "tw"].contains(&name)
}

#[test]
fn calls_are_told_from_other_literals() {
    let mut found = Found::default();
    let text = r#"
        t.get("a-b"); self.t.with("c-d", &[]); request.get("content-type");
        {{ "l-m"|t }} {{ "n-o"|tn(count) }} {{ "p-q"|upper }}
        texts::get(lang, "e-f"); with(lang, "g-h", &[]); format!("i-{x}"); client.get("j-k");
    "#;
    read(text, "f", &mut found);
    let calls: Vec<_> = found.calls.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(calls, ["a-b", "c-d", "e-f", "g-h", "l-m", "n-o"]);
    assert!(found.literals.contains("j-k") && found.beginnings.contains("i-"));
}
