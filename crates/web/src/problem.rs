//! How refusals reach clients: problem details (RFC 9457) with a stable code (ADR 0004).

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kernel::{Code, Denial, Error, FieldError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::described_refusals::ProblemCode;

/// A refusal on its way out. The layer around all routes writes its body, because only there the
/// request's id is known and whether a page or a program asked.
#[derive(Debug, Clone)]
pub struct Problem(pub Arc<Error>);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self(Arc::new(error))
    }
}

impl Problem {
    /// The status of this refusal.
    pub fn status(&self) -> StatusCode {
        status(&self.0)
    }
}

/// The status of a refusal.
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Unauthenticated(_) | Error::SecondFactor { .. } => StatusCode::UNAUTHORIZED,
        Error::Forbidden(_) | Error::Denied(_) => StatusCode::FORBIDDEN,
        Error::Conflict { code, .. } => of_code(*code).unwrap_or(StatusCode::CONFLICT),
        Error::Stale => StatusCode::PRECONDITION_FAILED,
        Error::Invalid(fields) if fields.iter().any(|field| field.code.is_malformed()) => {
            StatusCode::BAD_REQUEST
        }
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Error::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
        Error::Taken(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Codes that are about HTTP itself and carry a status of their own.
const fn of_code(code: Code) -> Option<StatusCode> {
    Some(match code {
        Code::Malformed => StatusCode::BAD_REQUEST,
        Code::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Code::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Code::RequestTimeout => StatusCode::REQUEST_TIMEOUT,
        Code::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
        _ => return None,
    })
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        let head = response.headers_mut();
        let wait = match &*self.0 {
            Error::TooMany { retry_after } => Some(retry_after.whole_seconds_up()),
            Error::Unavailable => Some(1),
            _ => None,
        };
        if let Some(seconds) = wait {
            head.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Error::Unauthenticated(_) | Error::SecondFactor { .. } = &*self.0 {
            head.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Error::Internal(reason) = &*self.0 {
            tracing::error!(reason, "a request failed");
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// The body of a refusal.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemBody {
    /// Where the code is explained.
    #[serde(rename = "type")]
    pub kind: String,
    /// One English sentence.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// Facts about this case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The stable code, see docs/reference/errors.md.
    #[schema(value_type = ProblemCode)]
    pub code: &'static str,
    /// Every value that can't be accepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldBody>,
    /// What may be shown as the second factor, with the code `second_factor_required`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub methods: Vec<&'static str>,
    /// Stands for the right password while the second factor is looked for, with the same code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<String>,
    /// The request's id, to quote when asking for help.
    pub request_id: String,
}

/// One value that can't be accepted.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldBody {
    /// A JSON Pointer into the body, or the name of a parameter after a slash.
    pub pointer: String,
    /// The stable code.
    #[schema(value_type = ProblemCode)]
    pub code: &'static str,
    /// One English sentence.
    pub detail: String,
}

impl ProblemBody {
    /// The body for a refusal in this request.
    pub fn new(error: &Error, request_id: &str) -> Self {
        let code = error.code();
        let (detail, fields) = match error {
            Error::Conflict { detail, .. } => (detail.clone(), &[][..]),
            Error::Invalid(fields) => (None, fields.as_slice()),
            Error::Denied(denial) => (Some(missing(denial)), &[][..]),
            _ => (None, &[][..]),
        };
        let (methods, ticket) = match error {
            Error::SecondFactor { methods, ticket } => {
                (methods.clone(), Some(ticket.expose().to_owned()))
            }
            _ => (Vec::new(), None),
        };
        Self {
            kind: format!("https://crewdesk.example/errors#{code}"),
            title: code.title(),
            status: status(error).as_u16(),
            detail,
            code: code.as_str(),
            errors: fields.iter().map(field).collect(),
            methods,
            ticket,
            request_id: request_id.to_owned(),
        }
    }
}

/// What was missing, in words.
fn missing(denial: &Denial) -> String {
    let Denial { permission, held, .. } = denial;
    match *held {
        "" => format!("It needs the permission {permission}, which your role does not give."),
        held => format!("It needs the permission {permission}; your role gives it over: {held}."),
    }
}

fn field(error: &FieldError) -> FieldBody {
    let FieldError { pointer, code, detail } = error;
    FieldBody {
        pointer: format!("/{pointer}"),
        code: code.as_str(),
        detail: detail.clone().unwrap_or_else(|| code.title().to_owned()),
    }
}
