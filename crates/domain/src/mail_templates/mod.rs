//! Mails in an organisation's own words (SPEC ORG-4).
//!
//! | To … | see |
//! |---|---|
//! | see which mails have own words | [`list`], [`get`] |
//! | save words, take them back | [`put`], [`reset`] |
//! | see what a mail will say | [`preview`] |
//! | write a mail | [`words_for`] |
//!
//! Invariants: what is saved can be written: it is tried with sample values, within a limit of steps, and names
//! what the mail is sent for; values are put in as plain text, so that none becomes markup or another line of
//! the subject; what can't be written any more gives way to the built-in words.

mod fill;
mod kind;
mod save;
mod table;
mod write;

use db::params;
use kernel::{Error, Result};

pub use fill::Filled;
pub use kind::Kind;
pub use save::{Wish, preview, put, reset};
use table::{ALL, FIND};
pub use table::{OwnText, STATEMENTS};
pub use write::words_for;

use crate::access::Action;
use crate::cx::Cx;

/// All words of the organisation's own.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not change the organisation.
pub async fn list(cx: &mut Cx<'_>) -> Result<Vec<OwnText>> {
    cx.require_organisation(Action::OrganisationEdit)?;
    let organisation = cx.organisation_id;
    Ok(cx.tx.all::<OwnText>(ALL, &params![organisation]).await?)
}

/// The words for one mail in one language; none where the built-in ones are sent.
///
/// # Errors
/// As [`list`].
pub async fn get(cx: &mut Cx<'_>, kind: Kind, language: &str) -> Result<Option<OwnText>> {
    cx.require_organisation(Action::OrganisationEdit)?;
    find(cx, kind, language).await
}

async fn find(cx: &mut Cx<'_>, kind: Kind, language: &str) -> Result<Option<OwnText>> {
    let values = params![cx.organisation_id, kind, language.to_owned()];
    Ok(cx.tx.optional::<OwnText>(FIND, &values).await?)
}

/// A language that mails are written in.
fn known_language(language: &str) -> Result<()> {
    crate::users::fields::language(language).map(|_| ()).map_err(|_| Error::NotFound)
}
