//! What the pages of exchanges and of helpdesks do alike: where a saved form leads, and deleting one.

use axum::response::Response;
use http::StatusCode;
use kernel::{Error, Result};

use super::steps::show;
use super::{flash::Flash, page::Page};
use crate::html::{
    form_page::FormPage, frame::Place, parts::Notice, sheet::Sheet, telephony as views,
    typed::Typed,
};
use crate::problem::Problem;

/// Back to the list, which says what was saved by name; or the form again with what stands against it.
pub(super) fn saved(
    page: &Page,
    list: &str,
    name: Result<String>,
    typed: &mut Typed,
    again: impl FnOnce(&Typed) -> FormPage,
) -> Result<Response, Problem> {
    match name {
        Ok(name) => Ok(page.go_saying(list, &Flash::about("toast-saved-named", &name))),
        Err(error) => {
            let (status, notice) = typed.refused_here(error, page.texts())?;
            Ok(page.show_with(status, &FormPage { notice, ..again(typed) }))
        }
    }
}

/// Asks before one is deleted; `id` and name say which.
pub(super) fn ask_deletion(page: &Page, here: Place, list: &str, which: (&str, &str)) -> Response {
    show(page, StatusCode::OK, &removal(page, here, list, which))
}

/// Back to the list; or the question again with who still uses it.
pub(super) fn deleted(
    page: &Page,
    here: Place,
    list: &str,
    which: (&str, &str),
    verb: Result<()>,
) -> Result<Response, Problem> {
    match verb {
        Ok(()) => Ok(page.go_saying(list, &Flash::new("toast-deleted"))),
        Err(error @ Error::Conflict { .. }) => {
            let notice = Some(Notice::bad(page.texts().error(error.code())));
            let view = Sheet { notice, ..removal(page, here, list, which) };
            Ok(show(page, crate::problem::status(&error), &view))
        }
        Err(error) => Err(error.into()),
    }
}

fn removal(page: &Page, here: Place, list: &str, (id, name): (&str, &str)) -> Sheet {
    views::removal(page.frame(here), list, id, name)
}
