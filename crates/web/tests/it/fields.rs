//! S2: no write takes a field that it does not offer, whatever the field is called elsewhere.

use std::collections::BTreeSet;

use kernel::{PageSize, Result};
use serde_json::{Map, Value, json};
use testkit::app::{Client, TestApp};

use crate::cast::{Cast, Facts};
use crate::forms::{Door, doors};
use crate::operations::{Operation, operations};
use crate::unchanged::reason;

/// What no form offers, because it is the server's to say.
const NEVER: &[&str] = &[
    "id",
    "organisation_id",
    "account_id",
    "lifecycle",
    "lifecycle_reason",
    "presence",
    "created_at",
    "updated_at",
    "last_sign_in_at",
    "photo_version",
    "rank",
    "is_owner",
    "owner_user_id",
    "seats",
    "seats_used",
    "tier",
    "services",
    "trial_ends_at",
    "operators_used",
    "password_hash",
    "token_hash",
    "seq",
    "search",
    "built_in",
    "used_at",
];

type Object = Map<String, Value>;

/// The names in a schema, its references followed.
fn names(document: &Value, schema: &Value) -> BTreeSet<String> {
    if let Some(path) = schema["$ref"].as_str() {
        return names(document, document.pointer(path.trim_start_matches('#')).unwrap());
    }
    let own = schema["properties"].as_object().into_iter().flat_map(|all| all.keys().cloned());
    let parts = schema["allOf"].as_array().into_iter().flatten();
    own.chain(parts.flat_map(|part| names(document, part))).collect()
}

/// Every name that any schema of the interface has.
fn all_names(document: &Value) -> BTreeSet<String> {
    let schemas = document["components"]["schemas"].as_object().unwrap();
    schemas.values().flat_map(|schema| names(document, schema)).collect()
}

/// The names that an operation offers to take.
fn offered(document: &Value, operation: &Operation) -> BTreeSet<String> {
    let method = operation.method.as_str().to_lowercase();
    let body = &document["paths"][&operation.path][method]["requestBody"]["content"];
    let schema = body.as_object().and_then(|kinds| kinds.values().next()).unwrap();
    names(document, &schema["schema"])
}

/// What an answer to something of the right shape, with one field too many, may be.
async fn refused(asker: &Client, operation: &Operation, facts: &Facts, body: &Object, name: &str) {
    let mut more = body.clone();
    more.insert(name.to_owned(), json!("active"));
    let answer = operation.ask_with(asker, facts, Some(&Value::Object(more))).await;
    let said = reason(&answer);
    let code = said.strip_prefix(&format!("422 invalid /{name}=")).unwrap_or_default();
    // Settings come by names of their own, and each has its values.
    let fits = code == "unknown_field" || code.starts_with("setting_");
    assert!(fits, "{} with {name}: {}", operation.id, answer.body);
}

/// The fields that were recorded as changed after a row.
async fn recorded(app: &TestApp, after: i64) -> BTreeSet<String> {
    let actor = actor();
    let read = app.crewdesk.read_in(app.organisation, &actor, async |cx| {
        domain::audit::list::after(cx, after, 100).await
    });
    let rows = read.await.unwrap();
    let keys = |text: &String| -> Vec<String> {
        let object: Object = serde_json::from_str(text).unwrap();
        object.keys().cloned().collect()
    };
    rows.iter().flat_map(|row| [keys(&row.before), keys(&row.after)]).flatten().collect()
}

fn actor() -> domain::Actor {
    domain::Actor::system("test", domain::Origin::local(domain::Surface::Job, "test"))
}

/// The number of the log's last row.
async fn last_row(app: &TestApp) -> i64 {
    let actor = actor();
    let read = app.crewdesk.read_in(app.organisation, &actor, async |cx| -> Result<_> {
        let all = domain::audit::list::Filter::default();
        Ok(domain::audit::list::page(cx, &all, PageSize::new(Some(1))?, None).await?.items)
    });
    read.await.unwrap().first().map_or(0, |row| row.seq)
}

db::on_both! {
    async fn s2_no_operation_takes_a_field_that_it_does_not_offer(db: TestDb) {
        let cast = Cast::new(db).await;
        let document = serde_json::to_value(web::router::openapi()).unwrap();
        let every = all_names(&document);
        let mut tried = 0;
        for (number, operation) in operations().iter().enumerate().filter(|(_, one)| one.takes_json()) {
            let asker = cast.actor("administrator", operation.ends_sessions()).await;
            let facts = cast.target(&operation.route(), number, &asker).await;
            let Value::Object(body) = operation.body(&facts) else { continue };
            let before = cast.app.traces().await;
            for name in every.difference(&offered(&document, operation)) {
                refused(&asker, operation, &facts, &body, name).await;
                tried += 1;
            }
            assert_eq!(before, cast.app.traces().await, "{} left something", operation.id);
        }
        assert!(tried > 1000, "only {tried} were tried");
    }

    async fn s2_no_form_takes_a_field_that_it_does_not_offer(db: TestDb) {
        let cast = Cast::new(db).await;
        let mut changed = 0;
        let lasting = |door: &Door| door.is_form() && !door.ends_sessions();
        for (number, door) in doors().iter().enumerate().filter(|(_, door)| lasting(door)) {
            let mut told = Vec::new();
            // What only one can have changes in the first round alone, so the long form goes first.
            for (round, more) in [NEVER, &[]].into_iter().enumerate() {
                let asker = &cast.app.olga;
                let facts = cast.target(&door.route(), 1000 + 2 * number + round, asker).await;
                let mut fields = door.fields(&facts);
                let own: BTreeSet<&str> = fields.iter().map(|(name, _)| *name).collect();
                let unknown = more.iter().filter(|name| !own.contains(*name));
                fields.extend(unknown.map(|name| (*name, "active".to_owned())));
                let seq = last_row(&cast.app).await;
                let answer = door.knock_with(asker, &facts, fields).await;
                told.push((answer.status, recorded(&cast.app, seq).await));
            }
            let [(long, with), (short, without)] = &told[..] else { unreachable!() };
            let more: Vec<_> =
                with.difference(without).filter(|name| NEVER.contains(&name.as_str())).collect();
            assert_eq!((long, more), (short, vec![]), "{door:?}");
            changed += usize::from(!with.is_empty());
        }
        assert!(changed > 20, "only {changed} forms changed anything");
    }
}
