//! What a violated unique index means to people.

use kernel::{Code, Error};

const TAKEN: &[(&str, Code)] = &[
    ("users_username", Code::UsernameTaken),
    ("users_email", Code::EmailTaken),
    ("users_numeric_id", Code::NumericIdTaken),
    ("users_external_id", Code::ExternalIdTaken),
    ("users_account", Code::AlreadyMember),
    ("accounts_email", Code::EmailOfOtherAccount),
    ("user_groups_name", Code::NameTaken),
    ("teams_name", Code::NameTaken),
    ("locations_name", Code::NameTaken),
    ("resource_filters_name", Code::NameTaken),
    ("skills_name", Code::NameTaken),
    ("profiles_group", Code::NameTaken),
    ("profiles_user", Code::NameTaken),
    ("roles_name", Code::NameTaken),
    ("roles_key", Code::NameTaken),
    ("users_extension", Code::ExtensionTaken),
    ("exchanges_name", Code::NameTaken),
    ("helpdesks_name", Code::NameTaken),
    ("identity_providers_name", Code::NameTaken),
];

/// Names what is taken; other errors stay as they are.
pub(crate) fn named(error: Error) -> Error {
    let Error::Taken(index) = error else { return error };
    match TAKEN.iter().find(|(name, _)| *name == index) {
        Some((_, code)) => Error::conflict(*code),
        None => Error::Internal(format!("the index {index} was violated")),
    }
}
