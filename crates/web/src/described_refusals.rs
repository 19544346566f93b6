//! How refusals stand in the description of an interface: as problem details, with every code (ADR 0004).

use kernel::{Code, Error, Span};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::{
    ContentBuilder, OpenApi, PathItem, Ref, RefOr, Response, ResponseBuilder, path::Operation,
};
use utoipa::{PartialSchema, ToSchema};

use crate::problem::ProblemBody;

const PROBLEM: &str = "#/components/schemas/ProblemBody";
const EXAMPLE_ID: &str = "019c3f2e-7a51-7c30-9b1e-0242ac120002";
const PROBLEM_JSON: &str = "application/problem+json";

/// A stable code, as the description lists them.
#[derive(Debug)]
pub(crate) struct ProblemCode;

impl PartialSchema for ProblemCode {
    fn schema() -> RefOr<Schema> {
        let codes = Code::ALL.iter().map(|code| code.as_str());
        let codes = ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("A stable code; docs/reference/errors.md says what each means."))
            .enum_values(Some(codes));
        RefOr::T(codes.into())
    }
}

impl ToSchema for ProblemCode {
    fn name() -> std::borrow::Cow<'static, str> {
        "ProblemCode".into()
    }
}

/// Gives every refusal the type that it is sent with, and every operation the refusals that any of them may meet.
pub(crate) fn describe(document: &mut OpenApi) {
    for item in document.paths.paths.values_mut() {
        for operation in operations(item) {
            for response in operation.responses.responses.values_mut() {
                as_problem(response);
            }
            let all = &mut operation.responses.responses;
            all.entry("default".to_owned()).or_insert_with(|| RefOr::T(any()));
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    [get, put, post, delete, patch].into_iter().flatten()
}

fn as_problem(response: &mut RefOr<Response>) {
    let RefOr::T(response) = response else { return };
    let refusal = response.content.values().any(|content| match content {
        RefOr::T(content) => {
            matches!(&content.schema, Some(RefOr::Ref(to)) if to.ref_location == PROBLEM)
        }
        RefOr::Ref(_) => false,
    });
    if refusal {
        let content = std::mem::take(&mut response.content);
        let content = content.into_values().map(|content| (PROBLEM_JSON.to_owned(), content));
        response.content = content.collect();
    }
}

/// What may be refused anywhere: what can't be read, who is nobody or comes too often, a fault of the server.
fn any() -> Response {
    let example = ProblemBody::new(&Error::TooMany { retry_after: Span::seconds(1) }, EXAMPLE_ID);
    let content = ContentBuilder::new()
        .schema(Some(Ref::new(PROBLEM)))
        .example(serde_json::to_value(example).ok())
        .build();
    ResponseBuilder::new()
        .description("Any other refusal; its code tells which.")
        .content(PROBLEM_JSON, content)
        .build()
}
