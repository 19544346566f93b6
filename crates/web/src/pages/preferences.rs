//! `/me/preferences`: language and appearance.

use axum::response::Response;
use domain::accounts;
use texts::Lang;

use super::doors::set_look;
use super::{flash::Flash, form::Form, page::Page};
use crate::html::{
    form_page::FormPage,
    frame::{Place, Theme},
    me as views,
    typed::Typed,
};
use crate::problem::Problem;

/// `GET /me/preferences`.
pub(crate) async fn preferences(page: Page) -> Response {
    let typed = Typed::of([("language", page.lang().code()), ("theme", page.reader.theme.name())]);
    page.show(&views::preferences(page.frame(Place::Me), &typed))
}

/// `POST /me/preferences`: the next page is in the language and look chosen.
pub(crate) async fn prefer(page: Page, Form(mut typed): Form) -> Result<Response, Problem> {
    let (language, theme) = (typed.value("language").to_owned(), typed.value("theme").to_owned());
    let saved = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| accounts::change_look(cx, &language, &theme).await)
        .await;
    match saved {
        Ok(account) => {
            let lang = Lang::from_code(&account.language).unwrap_or_default();
            let mut response = page.go_saying("/me/preferences", &Flash::new("toast-saved"));
            set_look(response.headers_mut(), &page.app, lang, Theme::named(&account.theme));
            Ok(response)
        }
        Err(error) => {
            let status = crate::problem::status(&error);
            let notice = typed.refused(error, page.texts())?;
            let view = views::preferences(page.frame(Place::Me), &typed);
            Ok(page.show_with(status, &FormPage { notice, ..view }))
        }
    }
}
