//! What the audit log says in words (SPEC API-5, USR-18).

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use texts::{Arg, Texts};

use super::{parts::icon, timeline::Change, users::form};

/// Icon of an action by its stable name.
pub fn picture(action: &str) -> &'static str {
    match action {
        "user.suspended" | "user.deactivated" => icon("ban"),
        "user.activated" | "user.reactivated" => icon("circle-check"),
        "user.removed" => icon("trash"),
        "user.created" => icon("user-plus"),
        "user.photo_changed" | "user.photo_removed" => icon("photo"),
        "user.role_changed" => icon("shield-lock"),
        "user.supervisor_changed" => icon("hierarchy-2"),
        _ => match action.split('.').next() {
            Some("user") => icon("pencil"),
            Some("invitation") => icon("mail"),
            Some("session") => icon("login"),
            Some("account") => icon("lock"),
            Some("token") => icon("key"),
            Some("organisation") => icon("building"),
            Some("exchange") => icon("phone"),
            Some("resource_filter") => icon("filter"),
            Some("identity_provider") => icon("key"),
            Some("helpdesk") => icon("headset"),
            _ => icon("history"),
        },
    }
}

/// An action in words; its stable name where it has none.
pub fn action(texts: Texts, action: &str) -> String {
    let key = format!("audit-{}", action.replace('.', "-"));
    let said = texts.get(&key);
    if said == key { action.to_owned() } else { said.into_owned() }
}

/// By whom and by which way, in words.
pub fn by(texts: Texts, actor_kind: &str, actor_name: &str, surface: &str) -> String {
    let who = match actor_kind {
        "user" => actor_name.to_owned(),
        "system" => texts.get("audit-by-system").into_owned(),
        _ => texts.get("audit-by-anonymous").into_owned(),
    };
    let key = match surface {
        "api" => "audit-way-api",
        "command_line" => "audit-way-command_line",
        "job" => "audit-way-job",
        _ => "audit-way-page",
    };
    texts.with(key, &[("who", Arg::from(who))]).into_owned()
}

/// Fields whose values are ids of something with a name.
pub const REFERENCES: &[&str] =
    &["role_id", "reports_to", "group_id", "exchange_id", "helpdesk_id", "resource_filter_id"];

/// The values that changed, from the row's two JSON objects; `named` says what ids stand for.
pub fn changes(
    texts: Texts,
    before: &str,
    after: &str,
    named: &BTreeMap<String, String>,
) -> Vec<Change> {
    let (before, after) = (object(before), object(after));
    let mut names: Vec<&String> = after.keys().chain(before.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .filter(|name| !is_reference(name))
        .map(|name| Change {
            label: label(texts, name),
            before: shown(texts, name, before.get(name), named),
            after: shown(texts, name, after.get(name), named),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// One side of a change.
pub fn object(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}

/// Ids say nothing to people; the sentence and the subject name what they stand for.
fn is_reference(name: &str) -> bool {
    matches!(name, "id" | "account_id" | "organisation_id" | "session_id" | "photo_version")
}

fn label(texts: Texts, name: &str) -> String {
    let key = form::label(name).or(match name {
        "user_type" => Some("user-user_type"),
        "group_id" => Some("user-group_id"),
        "lifecycle" => Some("users-filter-lifecycle"),
        "reason" | "lifecycle_reason" => Some("step-reason"),
        "name" => Some("organisation-name"),
        "team_name" => Some("organisation-team"),
        "time_zone" => Some("organisation-time_zone"),
        "scopes" => Some("token-scopes"),
        "resource_filter_id" => Some("filters-filter"),
        "first_extension" => Some("exchange-first"),
        "last_extension" => Some("exchange-last"),
        "skills" => Some("skills-title"),
        "profiles" => Some("profiles-title"),
        "changes_pending_since" => Some("exchange-changes"),
        _ => None,
    });
    key.map_or_else(|| name.to_owned(), |key| texts.get(key).into_owned())
}

fn shown(
    texts: Texts,
    name: &str,
    value: Option<&Value>,
    named: &BTreeMap<String, String>,
) -> String {
    let text = match value {
        None | Some(Value::Null) => return String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => {
            let items: Vec<_> =
                items.iter().map(|item| shown(texts, name, Some(item), named)).collect();
            items.join(", ")
        }
        Some(Value::Object(parts)) => {
            let parts: Vec<_> =
                parts.iter().map(|(part, value)| format!("{part} {value}")).collect();
            parts.join(", ")
        }
        Some(other) => other.to_string(),
    };
    if REFERENCES.contains(&name) {
        return named.get(&text).cloned().unwrap_or_default();
    }
    match (name, text.as_str()) {
        ("lifecycle", "invited" | "active" | "suspended" | "deactivated") => {
            texts.get(&format!("lifecycle-{text}")).into_owned()
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use texts::{Lang, Texts};

    use super::{action, changes};

    #[test]
    fn only_what_changed_is_told() {
        let rows = changes(
            Texts(Lang::En),
            r#"{"first_name":"Ada","email":null,"id":"1"}"#,
            r#"{"first_name":"Ada","email":"a@b.example","lifecycle":"suspended","id":"2"}"#,
            &BTreeMap::new(),
        );
        let told: Vec<_> =
            rows.iter().map(|row| (row.before.as_str(), row.after.as_str())).collect();
        assert_eq!(told, [("", "a@b.example"), ("", "Suspended")]);
        assert!(changes(Texts(Lang::En), "not json", "[]", &BTreeMap::new()).is_empty());
    }

    #[test]
    fn an_unknown_action_keeps_its_name() {
        assert_eq!(action(Texts(Lang::Cs), "robot.greased"), "robot.greased");
    }
}
