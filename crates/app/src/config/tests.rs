use std::collections::BTreeMap;

use kernel::Span;

use super::Config;
use super::source::{Source, parse};

/// Settings from variables, and from the text of a file.
fn load(variables: &[(&str, &str)], file: &str) -> anyhow::Result<Config> {
    let environment: BTreeMap<String, String> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::from_source(&Source { environment, file: parse(file, "crewdesk.toml")? })
}

#[test]
fn nothing_set_is_a_server_for_this_machine() {
    let config = load(&[], "").unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.database_url.to_string(), "sqlite:data/crewdesk.db");
    assert!(config.smtp_url.is_none() && config.strangers.is_empty());
}

#[test]
fn the_environment_wins_over_the_file_and_empty_is_not_set() {
    let file = "trial_days = 14\nlog = \"debug\"\nlisten = \"127.0.0.1:1\"";
    let variables = [("CREWDESK_LISTEN", "127.0.0.1:2"), ("CREWDESK_LOG", "")];
    let config = load(&variables, file).unwrap();
    assert_eq!(config.listen.port(), 2);
    assert_eq!(config.log, "debug");
    assert_eq!(config.policy.trial_length, Span::days(14));
}

#[test]
fn a_variable_that_is_no_setting_is_named() {
    let variables = [("CREWDESK_PUBLIC_URI", "http://h"), ("CREWDESK_CONFIG", "")];
    assert_eq!(load(&variables, "").unwrap().strangers, ["CREWDESK_PUBLIC_URI"]);
}

#[test]
fn each_wrong_setting_is_one_sentence_that_says_what_to_write() {
    for (name, value, sentence) in [
        ("CREWDESK_LISTEN", "8080", "write an address and a port"),
        ("CREWDESK_PUBLIC_URL", "crew.example.org", "write http:// or https://"),
        ("CREWDESK_PUBLIC_URL", "https://crew.example.org/desk", "without a path"),
        ("CREWDESK_DATABASE_URL", "mysql://x", "write sqlite:PATH or postgres://"),
        ("CREWDESK_DATABASE_URL", "postgres://h", "write sqlite:PATH or postgres://"),
        ("CREWDESK_SMTP_URL", "mail.example.org", "write smtp://USER:PASSWORD@HOST:PORT"),
        ("CREWDESK_MAIL_FROM", "nobody", "write an address such as"),
        ("CREWDESK_SECRET", "short", "CREWDESK_SECRET has fewer than 32 characters: write a long"),
        ("CREWDESK_SECRET_FORMER", "short", "CREWDESK_SECRET_FORMER has fewer than 32 characters"),
        ("CREWDESK_PROXIES", "10.0.0.0/8", "write such as 127.0.0.1"),
        ("CREWDESK_REQUESTS_PER_SECOND", "0", "write a whole number of 1 or more"),
        ("CREWDESK_TRIAL_DAYS", "a month", "write a whole number from 1 to 3650"),
        ("CREWDESK_SESSION_HOURS", "0", "write a whole number from 1 to 8760"),
    ] {
        let said = format!("{:#}", load(&[(name, value)], "").unwrap_err());
        assert!(said.contains(sentence), "{name}={value}: {said}");
    }
}

#[test]
fn a_password_is_not_told_again() {
    let said = load(&[("CREWDESK_SMTP_URL", "smtp://me:hunter2@h?tls=x")], "").unwrap_err();
    assert!(!format!("{said:#} {said:?}").contains("hunter2"));
    let config = load(&[("CREWDESK_SMTP_URL", "smtp://me:hunter2@h")], "").unwrap();
    assert!(!format!("{config:?}").contains("hunter2"));
}

#[test]
fn the_file_may_hold_settings_only() {
    for (file, sentence) in [
        ("lisen = \"x\"", "sets lisen, which is no setting: there are listen, public_url"),
        ("listen = true", "neither text nor a number"),
        ("listen = ", "not valid TOML"),
        ("[smtp]\nurl = \"x\"", "sets smtp, which is no setting"),
    ] {
        let said = format!("{:#}", load(&[], file).unwrap_err());
        assert!(said.contains(sentence), "{file}: {said}");
    }
}

#[test]
fn the_key_is_made_once_and_kept_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = std::env::temp_dir().join(format!("crewdesk-key-{}", std::process::id()));
    let first = super::secret::kept(&folder).unwrap();
    let second = super::secret::kept(&folder).unwrap();
    assert_eq!(first.expose(), second.expose());
    let mode = std::fs::metadata(folder.join("secret")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    std::fs::write(folder.join("secret"), "").unwrap();
    assert!(super::secret::kept(&folder).unwrap_err().to_string().contains("is empty"));
    std::fs::remove_dir_all(folder).unwrap();
}
