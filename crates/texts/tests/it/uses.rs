//! Texts against the sources: no use of a key that does not exist, no key that nobody uses.

use texts::Lang;

use crate::files::messages;
use crate::sources::scan;

#[test]
fn every_key_used_exists() {
    let keys = messages(Lang::En);
    let found = scan();
    let missing: Vec<_> = found.calls.iter().filter(|(key, _)| !keys.contains_key(key)).collect();
    assert!(missing.is_empty(), "no such key: {missing:#?}");
}

#[test]
fn every_key_is_used() {
    let found = scan();
    let unused: Vec<_> = messages(Lang::En)
        .into_keys()
        .filter(|key| !found.literals.contains(key))
        .filter(|key| !found.beginnings.iter().any(|start| key.starts_with(start.as_str())))
        .collect();
    assert!(unused.is_empty(), "nobody uses {unused:#?}");
}
