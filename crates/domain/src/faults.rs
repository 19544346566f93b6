//! How faults of the database reach those who asked.

use db::DbError;
use kernel::{Code, Error};

/// Maps a violated unique index to the code a person understands.
const TAKEN: &[(&str, Code)] = &[
    ("users_username", Code::UsernameTaken),
    ("users_email", Code::EmailTaken),
    ("users_numeric_id", Code::NumericIdTaken),
    ("users_external_id", Code::ExternalIdTaken),
    ("users_account", Code::AlreadyMember),
    ("accounts_email", Code::EmailOfOtherAccount),
    ("user_groups_name", Code::NameTaken),
    ("roles_key", Code::NameTaken),
];

/// The refusal that a fault of the database means.
pub(crate) fn refusal(fault: DbError) -> Error {
    match &fault {
        DbError::RowMissing => Error::NotFound,
        DbError::Unique { .. } => TAKEN
            .iter()
            .find(|(index, _)| fault.violates(index))
            .map_or_else(|| Error::internal(&fault), |(_, code)| Error::conflict(*code)),
        DbError::Full => Error::StorageFull,
        DbError::Unavailable(_) => Error::Unavailable,
        DbError::Nul => Error::field("", Code::ControlCharacters),
        _ => Error::internal(&fault),
    }
}
