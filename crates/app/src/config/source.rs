use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::settings::{SETTINGS, variable};

/// Names a file of settings; no setting itself.
const CONFIG: &str = "CREWDESK_CONFIG";
/// Where the file is looked for.
const USUAL: [&str; 2] = ["crewdesk.toml", "/etc/crewdesk/crewdesk.toml"];
/// Variables of ours that are no settings.
const OTHERS: [&str; 2] = [CONFIG, "CREWDESK_TEST_POSTGRES"];

/// What was set, before anything is checked.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub(super) environment: BTreeMap<String, String>,
    pub(super) file: BTreeMap<String, String>,
}

impl Source {
    /// Reads all there is.
    pub(super) fn read() -> Result<Self> {
        let environment = environment();
        let file = match environment.get(CONFIG).filter(|path| !path.is_empty()) {
            Some(path) => Some(PathBuf::from(path)),
            None => USUAL.into_iter().map(PathBuf::from).find(|path| path.exists()),
        };
        let file = file.map(|path| read_file(&path)).transpose()?.unwrap_or_default();
        Ok(Self { environment, file })
    }

    /// The setting, or its default.
    pub(super) fn text(&self, key: &str) -> String {
        self.filled(key).unwrap_or_else(|| {
            let known = SETTINGS.iter().find(|setting| setting.key == key);
            known.map_or("", |setting| setting.default).to_owned()
        })
    }

    /// The setting; set to nothing is not set.
    pub(super) fn filled(&self, key: &str) -> Option<String> {
        let set = |text: &&String| !text.is_empty();
        let named = self.environment.get(&variable(key)).filter(set);
        named.or_else(|| self.file.get(key).filter(set)).cloned()
    }

    /// Variables that begin like settings and are none.
    pub(super) fn strangers(&self) -> Vec<String> {
        let known = |name: &&String| {
            OTHERS.contains(&name.as_str()) || SETTINGS.iter().any(|s| variable(s.key) == **name)
        };
        self.environment.keys().filter(|name| !known(name)).cloned().collect()
    }
}

/// The variables that begin with our name. One that is not UTF-8 is not ours.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn environment() -> BTreeMap<String, String> {
    let utf8 = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
        Some((name.into_string().ok()?, value.into_string().ok()?))
    };
    std::env::vars_os().filter_map(utf8).filter(|(name, _)| name.starts_with("CREWDESK_")).collect()
}

fn read_file(path: &Path) -> Result<BTreeMap<String, String>> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| {
        format!("{shown} can't be read: let the user who runs Crewdesk read it, or name another in {CONFIG}")
    })?;
    parse(&text, &shown.to_string())
}

/// Reads the text of a file that people know as `shown`.
pub(super) fn parse(text: &str, shown: &str) -> Result<BTreeMap<String, String>> {
    let table: toml::Table = text.parse().with_context(|| format!("{shown} is not valid TOML"))?;
    let mut set = BTreeMap::new();
    for (key, value) in table {
        if !SETTINGS.iter().any(|setting| setting.key == key) {
            let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
            bail!("{shown} sets {key}, which is no setting: there are {}", known.join(", "));
        }
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            _ => bail!("{shown} sets {key} to something that is neither text nor a number"),
        };
        set.insert(key, text);
    }
    Ok(set)
}
