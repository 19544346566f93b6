//! `/search`: people whom the field in the top bar finds while one types.

use axum::response::Response;
use domain::users::list::{self, Filter, Request, Search};
use http::StatusCode;
use kernel::PageSize;

use super::{
    links::with_query,
    page::{Page, face},
};
use crate::extract::Query;
use crate::html::{
    frame::{Found, FoundPerson},
    parts::Chip,
};
use crate::problem::Problem;

/// How many are shown.
const SHOWN: i64 = 8;

/// `GET /search`. Without script the field leads to the list instead.
pub(crate) async fn search(page: Page, mut query: Query) -> Result<Response, Problem> {
    let words = query.one("search").unwrap_or_default();
    if !page.reader.htmx {
        return Ok(page.go(&with_query("/users", &[("search", &words)])));
    }
    let search = Search::parse(&words)?;
    if search.is_empty() {
        return Ok(page.part(StatusCode::OK, &Found::default()));
    }
    let filter = Filter { search, ..Filter::default() };
    let request = Request { filter, size: PageSize::new(Some(SHOWN))?, ..Request::default() };
    let found =
        page.app.crewdesk().read(&page.actor, async |cx| list::page(cx, &request).await).await?;
    let people = found.items.into_iter().map(|user| FoundPerson {
        href: format!("/users/{}", user.id),
        face: face(&user.id.to_string(), &user.display_name, user.photo_version)
            .sized("face-small"),
        second: user.email.unwrap_or(user.username),
        state: Chip::state(user.lifecycle.as_str(), user.presence.as_str()),
        name: user.display_name,
    });
    Ok(page.part(StatusCode::OK, &Found { query: words, people: people.collect() }))
}
