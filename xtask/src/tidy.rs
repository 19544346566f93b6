//! What keeps the house in order: arrows between floors, sizes, the map.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde_json::Value;

use crate::run;

/// Which floors a floor may stand on (DESIGN section 1; ADR 0001).
const FLOORS: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("db", &["kernel"]),
    ("texts", &["kernel"]),
    ("domain", &["kernel", "db"]),
    ("adapters", &["kernel", "domain"]),
    ("web", &["kernel", "domain", "texts", "db"]),
    ("worker", &["kernel", "domain", "texts", "db"]),
    ("testkit", &["kernel", "db", "domain", "texts", "adapters", "web", "worker"]),
    ("crewdesk", &["kernel", "db", "domain", "texts", "adapters", "web", "worker"]),
    ("xtask", &[]),
    ("yardsticks", &["kernel", "db", "domain"]),
];

/// Which floors may name an outside crate.
const ONLY: &[(&str, &[&str])] = &[
    ("rusqlite", &["db"]),
    ("tokio-postgres", &["db"]),
    ("deadpool-postgres", &["db"]),
    ("axum", &["web", "yardsticks"]),
    ("lettre", &["adapters"]),
];

/// Longest source file, in lines.
const LONGEST: usize = 450;

/// Words that say that something is not done.
const UNDONE: &[&str] = &["todo!(", "unimplemented!(", "FIXME"];

/// Runs every check and names all that is wrong.
pub(crate) fn run() -> Result<()> {
    let mut wrong = Vec::new();
    arrows(&mut wrong)?;
    files(&mut wrong)?;
    map(&mut wrong)?;
    proofs(&mut wrong)?;
    if wrong.is_empty() {
        return Ok(());
    }
    for line in &wrong {
        eprintln!("tidy: {line}");
    }
    bail!("{} things are out of order", wrong.len())
}

fn arrows(wrong: &mut Vec<String>) -> Result<()> {
    let text = run::output(run::cargo().args([
        "metadata",
        "--format-version=1",
        "--no-deps",
        "--offline",
    ]))?;
    let metadata: Value = serde_json::from_str(&text)?;
    for package in metadata.get("packages").and_then(Value::as_array).into_iter().flatten() {
        let name = word(package, "name");
        let Some((_, allowed)) = FLOORS.iter().find(|(floor, _)| *floor == name) else {
            wrong.push(format!("the crate {name} is not on the list of floors"));
            continue;
        };
        for dependency in
            package.get("dependencies").and_then(Value::as_array).into_iter().flatten()
        {
            if word(dependency, "kind") == "dev" {
                continue;
            }
            let on = word(dependency, "name");
            let is_floor = FLOORS.iter().any(|(floor, _)| *floor == on);
            if is_floor && !allowed.contains(&on) {
                wrong.push(format!("{name} stands on {on}"));
            }
            let owners = ONLY.iter().find(|(outside, _)| *outside == on).map(|(_, owners)| owners);
            if owners.is_some_and(|owners| !owners.contains(&name)) {
                wrong.push(format!("{name} names {on}"));
            }
        }
    }
    Ok(())
}

fn word<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn files(wrong: &mut Vec<String>) -> Result<()> {
    let mut sizes = BTreeMap::new();
    for file in sources()? {
        let text = std::fs::read_to_string(&file)?;
        let shown = file.strip_prefix(run::root()).unwrap_or(&file).display().to_string();
        let lines = text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{shown} has {lines} lines, over {LONGEST}"));
        }
        if !shown.starts_with("xtask/") {
            for word in UNDONE.iter().filter(|word| text.contains(**word)) {
                wrong.push(format!("{shown} says {word}"));
            }
        }
        if strays(&shown, &text) {
            wrong.push(format!("{shown} reads the environment"));
        }
        sizes.insert((usize::MAX - lines, shown), lines);
    }
    eprintln!("largest files:");
    for ((_, file), lines) in sizes.iter().take(10) {
        eprintln!("  {lines:4} {file}");
    }
    Ok(())
}

/// Only the binary reads the environment; tests and development commands may.
fn strays(file: &str, text: &str) -> bool {
    let may = [
        "crates/app/",
        "crates/testkit/",
        "crates/db/src/testdb.rs",
        "xtask/",
        "/tests/",
        "build.rs",
    ];
    text.contains("std::env::var") && !may.iter().any(|part| file.contains(part))
}

/// Every room stands on the map, and all that the map names stands.
fn map(wrong: &mut Vec<String>) -> Result<()> {
    let map = std::fs::read_to_string(run::root().join("ARCHITECTURE.md"))?;
    for folder in std::fs::read_dir(run::root().join("crates/domain/src"))? {
        let folder = folder?;
        let name = folder.file_name().display().to_string();
        if folder.file_type()?.is_dir() && !map.contains(&format!("`{name}`")) {
            wrong.push(format!("ARCHITECTURE.md does not name the room `{name}`"));
        }
    }
    for path in
        map.split('`').skip(1).step_by(2).filter(|word| word.contains('/') && !word.contains(' '))
    {
        let looks_real =
            path.starts_with("crates/") || path.starts_with("docs/") || path.starts_with("xtask/");
        if looks_real
            && !path.contains('<')
            && !path.contains('*')
            && !run::root().join(path).exists()
        {
            wrong.push(format!("ARCHITECTURE.md names {path}, which does not exist"));
        }
    }
    Ok(())
}

/// Every test that the pages on security name exists.
fn proofs(wrong: &mut Vec<String>) -> Result<()> {
    let files = sources()?;
    let texts: Vec<String> = files.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    for page in ["SECURITY.md", "docs/guide/security.md"] {
        let page_text = std::fs::read_to_string(run::root().join(page))?;
        let words = page_text.split('`').skip(1).step_by(2).filter(|word| is_test_name(word));
        for name in words {
            let head = format!("fn {name}(");
            if !texts.iter().any(|text| text.contains(&head)) {
                wrong.push(format!("{page} names the test {name}, which does not exist"));
            }
        }
    }
    Ok(())
}

/// Names of tests are sentences: more than two words with lines between them.
fn is_test_name(word: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    word.bytes().all(plain) && word.matches('_').count() > 2
}

fn sources() -> Result<Vec<PathBuf>> {
    let listed = run::output(run::command("git").args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))?;
    let endings = ["rs", "ts", "html", "css", "sql", "mjs"];
    let wanted = |path: &Path| {
        path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known))
    };
    Ok(listed
        .lines()
        .map(|line| run::root().join(line))
        .filter(|path| wanted(path) && path.exists())
        .collect())
}
