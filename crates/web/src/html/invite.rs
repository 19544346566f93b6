//! Inviting one or several people at once (SPEC ACC-1).

use askama::Template;

use super::{field::Field, filters, frame::Frame, parts::Notice};

/// One person to be invited.
#[derive(Debug, Clone)]
pub struct InviteRow {
    /// First name, last name, email, role and, where there are any, team; names carry the row's number.
    pub fields: Vec<Field>,
}

/// The form.
#[derive(Debug, Clone, Template)]
#[template(path = "invitations/form.html")]
pub struct InviteForm {
    /// What surrounds it.
    pub frame: Frame,
    /// What went wrong.
    pub notice: Option<Notice>,
    /// The people.
    pub rows: Vec<InviteRow>,
    /// An empty row whose number is `__row__`, for the button that adds one.
    pub blank: InviteRow,
    /// Address of the form with one row more, for those without script.
    pub more: String,
}
