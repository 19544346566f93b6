use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

/// What was changed.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The noun: `user`, `organisation`, `invitation` …
    pub kind: &'static str,
    /// Its id.
    pub id: Option<Uuid>,
    /// Its name at that time, so that history stays readable.
    pub name: String,
}

impl Subject {
    /// A subject with an id.
    pub fn new(kind: &'static str, id: impl Into<Uuid>, name: impl Into<String>) -> Self {
        Self { kind, id: Some(id.into()), name: name.into() }
    }
}

/// One thing that happened, with the values before and after of what it changed.
#[derive(Debug, Clone)]
pub struct Event {
    pub(super) action: &'static str,
    pub(super) subject: Subject,
    pub(super) before: Json,
    pub(super) after: Json,
}

impl Event {
    /// Something happened to `subject`; `action` is a name such as `user.suspended`.
    pub fn new(action: &'static str, subject: Subject) -> Self {
        Self { action, subject, before: json!({}), after: json!({}) }
    }

    /// Adds the fields that differ between two views of the subject. Neither may hold a secret.
    #[must_use]
    pub fn change(mut self, before: &impl Serialize, after: &impl Serialize) -> Self {
        let (mut old, mut new) = (object(before), object(after));
        let same: Vec<String> = old
            .iter()
            .filter(|(key, value)| new.get(*key) == Some(value))
            .map(|(key, _)| key.clone())
            .collect();
        for key in same {
            old.remove(&key);
            new.remove(&key);
        }
        self.before = Json::Object(old);
        self.after = Json::Object(new);
        self
    }

    /// Adds facts that had no value before.
    #[must_use]
    pub fn with(mut self, facts: Json) -> Self {
        self.after = facts;
        self
    }
}

fn object(value: &impl Serialize) -> Map<String, Json> {
    match serde_json::to_value(value) {
        Ok(Json::Object(map)) => map,
        _ => Map::new(),
    }
}
