use crate::{Code, Span, Token};

/// What every verb and query answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not done. Floors below the surfaces speak no HTTP: `web` gives each its status.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or not to be seen by this actor: the two are told alike (SECURITY.md S1).
    #[error("not found")]
    NotFound,
    /// No living credential came with the request.
    #[error("{0}")]
    Unauthenticated(Code),
    /// The first factor was right; one of these methods must be shown as well (SPEC ACC-5).
    #[error("a second factor is needed")]
    SecondFactor {
        /// What may be shown.
        methods: Vec<&'static str>,
        /// Stands for the right first factor for some minutes.
        ticket: Token,
    },
    /// The actor may see it but not do this.
    #[error("{0}")]
    Forbidden(Code),
    /// A permission is missing, or does not reach so far (SPEC ROL-5).
    #[error("{}", .0.code)]
    Denied(Denial),
    /// The present state stands against it; `detail` adds facts in English.
    #[error("{code}")]
    Conflict {
        /// Which state.
        code: Code,
        /// Facts for the reader, such as how many of something.
        detail: Option<String>,
    },
    /// The version the change was made from is no longer the present one (SPEC USR-5).
    #[error("stale version")]
    Stale,
    /// Values that can't be accepted, all of them at once.
    #[error("invalid: {0:?}")]
    Invalid(Vec<FieldError>),
    /// Too many tries or requests.
    #[error("too many requests")]
    TooMany {
        /// When to come back.
        retry_after: Span,
    },
    /// The database can't be reached; nothing was changed.
    #[error("unavailable")]
    Unavailable,
    /// The disk is full; nothing was changed (SECURITY.md R3).
    #[error("storage full")]
    StorageFull,
    /// A unique index was violated; the product turns it into the [`Code`] of what is taken.
    #[error("taken: {0}")]
    Taken(String),
    /// A fault of ours; the text is for the log only.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// A conflict with a state, without further detail.
    pub const fn conflict(code: Code) -> Self {
        Self::Conflict { code, detail: None }
    }
    /// One invalid field.
    pub fn field(pointer: impl Into<String>, code: Code) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code)])
    }
    /// A fault of ours.
    pub fn internal(what: impl std::fmt::Display) -> Self {
        Self::Internal(what.to_string())
    }
    /// Whether the actor may not do it, for whatever reason.
    pub const fn is_forbidden(&self) -> bool {
        matches!(self, Self::Forbidden(_) | Self::Denied(_))
    }
    /// The stable code of this refusal.
    pub fn code(&self) -> Code {
        match self {
            Self::NotFound => Code::NotFound,
            Self::Unauthenticated(code) | Self::Forbidden(code) | Self::Conflict { code, .. } => {
                *code
            }
            Self::SecondFactor { .. } => Code::SecondFactorRequired,
            Self::Denied(denial) => denial.code,
            Self::Stale => Code::Stale,
            Self::Invalid(fields) => match fields.as_slice() {
                [one] if one.code.is_malformed() => one.code,
                _ => Code::Invalid,
            },
            Self::TooMany { .. } => Code::TooManyRequests,
            Self::Unavailable => Code::Unavailable,
            Self::StorageFull => Code::StorageFull,
            Self::Taken(_) | Self::Internal(_) => Code::Internal,
        }
    }
}

/// What was missing for an action: enough to say it in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denial {
    /// Why.
    pub code: Code,
    /// The permission that was asked for.
    pub permission: &'static str,
    /// Names of the scopes over which the actor holds it; empty for not at all.
    pub held: &'static str,
}

/// One value that can't be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Which field, as a path without the leading slash: `email`, `people/2/email`.
    pub pointer: String,
    /// Why.
    pub code: Code,
    /// Facts that the code's sentence lacks, such as a limit, in English.
    pub detail: Option<String>,
}

impl FieldError {
    /// A field and the reason.
    pub fn new(pointer: impl Into<String>, code: Code) -> Self {
        Self { pointer: pointer.into(), code, detail: None }
    }
    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}
