//! The programming interface as a page, made from its own description (SPEC API-1). It is in English, as
//! the interface is.

use askama::Template;
use serde_json::{Value, json};
use texts::Texts;

use super::{filters, frame::Theme};

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "reference/reference.html")]
pub struct Reference {
    /// The reader's texts.
    pub texts: Texts,
    /// The reader's theme.
    pub theme: Theme,
    /// Operations by their noun.
    pub nouns: Vec<Noun>,
    /// Objects that operations take and answer.
    pub objects: Vec<Object>,
}

/// All operations on one noun.
#[derive(Debug, Clone)]
pub struct Noun {
    /// Its name.
    pub name: String,
    /// What can be done.
    pub operations: Vec<Operation>,
}

/// One operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its id, by which generated clients call it.
    pub id: String,
    /// `GET`, `POST` …
    pub method: String,
    /// Its address.
    pub path: String,
    /// One sentence.
    pub summary: String,
    /// More of them.
    pub description: String,
    /// Whether it needs no token.
    pub open: bool,
    /// What it takes beside its body.
    pub parameters: Vec<Member>,
    /// Name of the object it takes.
    pub takes: Option<String>,
    /// Status and name of the object of each answer.
    pub answers: Vec<(String, Option<String>)>,
}

/// An object of the interface.
#[derive(Debug, Clone)]
pub struct Object {
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// What it is made of.
    pub members: Vec<Member>,
}

/// A member of an object, or a parameter.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its type in words.
    pub kind: String,
    /// Whether it must be given.
    pub required: bool,
    /// What it means.
    pub description: String,
    /// How it may look.
    pub example: String,
}

impl Reference {
    /// Reads the description of the interface (OpenAPI 3.1).
    pub fn of(document: &Value, texts: Texts, theme: Theme) -> Self {
        let mut nouns: Vec<Noun> = Vec::new();
        for (path, methods) in entries(document.get("paths")) {
            for (method, operation) in entries(Some(methods)) {
                let noun = operation
                    .pointer("/tags/0")
                    .and_then(Value::as_str)
                    .unwrap_or("Other")
                    .to_owned();
                let operation = self::operation(path, method, operation);
                match nouns.iter_mut().find(|one| one.name == noun) {
                    Some(known) => known.operations.push(operation),
                    None => nouns.push(Noun { name: noun, operations: vec![operation] }),
                }
            }
        }
        let schemas = entries(document.pointer("/components/schemas"));
        let objects = schemas.map(|(name, schema)| object(name, schema)).collect();
        Self { texts, theme, nouns, objects }
    }
}

fn entries(value: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    let object = value.and_then(Value::as_object);
    object.into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn words(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn operation(path: &str, method: &str, operation: &Value) -> Operation {
    let parameters = list(operation, "parameters");
    let body = "/content/application~1json/schema";
    Operation {
        id: words(operation, "operationId"),
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: words(operation, "summary"),
        description: words(operation, "description"),
        open: list(operation, "security").first().is_some_and(|need| *need == json!({})),
        parameters: parameters
            .iter()
            .map(|parameter| Member {
                name: words(parameter, "name"),
                kind: format!(
                    "{}, {}",
                    words(parameter, "in"),
                    parameter.get("schema").map(kind).unwrap_or_default()
                ),
                required: parameter.get("required").and_then(Value::as_bool).unwrap_or(false),
                description: words(parameter, "description"),
                example: String::new(),
            })
            .collect(),
        takes: operation.get("requestBody").and_then(|taken| taken.pointer(body)).map(kind),
        answers: entries(operation.get("responses"))
            .map(|(status, answer)| (status.to_owned(), answer.pointer(body).map(kind)))
            .collect(),
    }
}

fn object(name: &str, schema: &Value) -> Object {
    let required = list(schema, "required");
    let members = entries(schema.get("properties")).map(|(name, member)| Member {
        name: name.to_owned(),
        kind: kind(member),
        required: required.iter().any(|one| one.as_str() == Some(name)),
        description: words(member, "description"),
        example: match member.get("example") {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        },
    });
    Object {
        name: name.to_owned(),
        description: words(schema, "description"),
        members: members.collect(),
    }
}

/// A type in words; an object by its name.
fn kind(schema: &Value) -> String {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return target.rsplit('/').next().unwrap_or(target).to_owned();
    }
    if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
        return choices.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    let named = |value: &Value| value.as_str().unwrap_or("any").to_owned();
    let plain = match schema.get("type") {
        Some(Value::Array(several)) => several.iter().map(named).collect::<Vec<_>>().join(" or "),
        Some(one) => named(one),
        None => "any".to_owned(),
    };
    match (plain.as_str(), schema.get("format").and_then(Value::as_str)) {
        ("array", _) => format!("list of {}", schema.get("items").map(kind).unwrap_or_default()),
        (_, Some(format)) => format!("{plain} ({format})"),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use texts::Texts;

    use super::{Reference, Theme};

    #[test]
    fn every_operation_and_every_object_it_names_is_on_the_page() {
        let document = serde_json::to_value(crate::router::openapi()).unwrap();
        let reference = Reference::of(&document, Texts::default(), Theme::Auto);
        let page = crate::html::render(&reference, Texts::default()).unwrap();
        let operations: Vec<_> = reference.nouns.iter().flat_map(|noun| &noun.operations).collect();
        assert!(operations.len() > 40);
        for operation in operations {
            assert!(page.contains(&format!("id=\"{}\"", operation.id)), "{}", operation.id);
            let named = operation.answers.iter().filter_map(|(_, name)| name.as_ref());
            for name in named.chain(&operation.takes).filter(|name| !name.contains(' ')) {
                assert!(page.contains(&format!("id=\"object-{name}\"")), "{name}");
            }
        }
    }
}
