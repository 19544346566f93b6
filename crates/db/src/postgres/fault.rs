//! What PostgreSQL's errors mean.

use crate::{DbError, OpenError};
use deadpool_postgres::PoolError;
use std::error::Error as _;
use tokio_postgres::{Error, error::SqlState};

/// Why the server gave no usable answer.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The driver or the server said so.
    Driver(Error),
    /// There is no connection any more, or it did not answer in time.
    NoAnswer,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Driver(error)
    }
}

impl Fault {
    /// As text for a log.
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Driver(error) => describe(error),
            Self::NoAnswer => "the server does not answer".into(),
        }
    }

    /// Whether the connection is of no more use, so that a read may try another one.
    pub(crate) fn is_lost(&self) -> bool {
        match self {
            Self::Driver(error) => is_lost(error),
            Self::NoAnswer => true,
        }
    }
}

impl From<Fault> for DbError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Driver(error) => translate(&error),
            Fault::NoAnswer => Self::Unavailable(fault.describe()),
        }
    }
}

/// The driver's message with its cause, which it leaves out of its own Display.
pub(crate) fn describe(error: &Error) -> String {
    match (error.as_db_error(), error.source()) {
        (Some(reported), _) => format!("{} ({})", reported.message(), reported.code().code()),
        (None, Some(cause)) => format!("{error}: {cause}"),
        (None, None) => error.to_string(),
    }
}

/// Translates an error of a statement.
pub(super) fn translate(error: &Error) -> DbError {
    let Some(reported) = error.as_db_error() else {
        return match is_lost(error) {
            true => DbError::Unavailable(describe(error)),
            false => DbError::other(describe(error)),
        };
    };
    let constraint = || reported.constraint().unwrap_or_default().to_owned();
    match *reported.code() {
        SqlState::UNIQUE_VIOLATION => DbError::Unique { index: constraint() },
        SqlState::FOREIGN_KEY_VIOLATION | SqlState::RESTRICT_VIOLATION => DbError::ForeignKey,
        SqlState::CHECK_VIOLATION => DbError::Check { constraint: constraint() },
        SqlState::NOT_NULL_VIOLATION => DbError::Check {
            constraint: format!(
                "{}.{}",
                reported.table().unwrap_or_default(),
                reported.column().unwrap_or_default()
            ),
        },
        SqlState::T_R_SERIALIZATION_FAILURE
        | SqlState::T_R_DEADLOCK_DETECTED
        | SqlState::LOCK_NOT_AVAILABLE
        | SqlState::TOO_MANY_CONNECTIONS
        | SqlState::QUERY_CANCELED => DbError::Busy,
        SqlState::DISK_FULL => DbError::Full,
        _ if is_lost(error) => DbError::Unavailable(describe(error)),
        _ => DbError::other(describe(error)),
    }
}

fn is_lost(error: &Error) -> bool {
    let Some(code) = error.code() else {
        // Not an answer of the server: the connection closed, or its socket failed.
        return error.is_closed()
            || error.source().is_some_and(|cause| cause.is::<std::io::Error>());
    };
    // 08: connection exceptions. 57P01…57P05: the server ends the connection or starts up.
    // 25006: a former primary that now only reads.
    code.code().starts_with("08")
        || code.code().starts_with("57P")
        || *code == SqlState::READ_ONLY_SQL_TRANSACTION
}

/// Translates a failure to get a connection.
pub(crate) fn no_connection(error: &PoolError) -> DbError {
    match error {
        PoolError::Timeout(deadpool_postgres::TimeoutType::Wait) => DbError::Busy,
        PoolError::Backend(error) => match translate(error) {
            DbError::Busy => DbError::Busy,
            _ => DbError::Unavailable(describe(error)),
        },
        other => DbError::Unavailable(other.to_string()),
    }
}

/// Says why the first connection failed.
pub(crate) fn not_opened(error: &Error) -> OpenError {
    let text = describe(error);
    let tls = error.as_db_error().is_none()
        && (text.contains("TLS") || text.contains("certificate") || text.contains("handshake"));
    if tls { OpenError::Tls(text) } else { OpenError::Connect(text) }
}
