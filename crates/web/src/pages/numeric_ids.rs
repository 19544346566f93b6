//! `/users/numeric-ids`: which are taken, and where the gaps are (SPEC USR-11).

use axum::response::Response;
use domain::users::numeric_ids::{NumericIds, numeric_ids};
use texts::Arg;

use super::page::Page;
use crate::html::frame::Place;
use crate::html::parts::{Notice, icon};
use crate::html::table::{Cell, ListPage, ListRow, Nothing, Pager};
use crate::problem::Problem;

/// `GET /users/numeric-ids`.
pub(crate) async fn show(page: Page) -> Result<Response, Problem> {
    let ids = page.app.crewdesk().read(&page.actor, async |cx| numeric_ids(cx).await).await?;
    Ok(page.show(&view(&page, &ids)))
}

fn view(page: &Page, ids: &NumericIds) -> ListPage {
    let next = ids.next_free.as_ref().map(|next| {
        Notice::info(page.texts().with("numeric-ids-next", &[("id", Arg::from(next))]))
    });
    ListPage {
        frame: page.frame(Place::Users),
        heading: None,
        title: "numeric-ids-title",
        lead: "numeric-ids-lead",
        tabs: Vec::new(),
        actions: Vec::new(),
        notice: next,
        once: None,
        filters: Vec::new(),
        address: "/users/numeric-ids",
        columns: vec!["numeric-ids-range", "numeric-ids-taken"],
        rows: ids.runs().into_iter().map(|run| row(page, &run)).collect(),
        nothing: Nothing {
            icon: icon("list-numbers"),
            title: "numeric-ids-none",
            hint: "numeric-ids-none-hint",
        },
        pager: Pager::default(),
    }
}

fn row(page: &Page, (first, last, taken): &(String, String, i64)) -> ListRow {
    let range = if first == last { first.clone() } else { format!("{first} – {last}") };
    let words = page.texts().with("numeric-ids-count", &[("n", Arg::from(*taken))]);
    ListRow {
        id: first.clone(),
        cells: vec![Cell::Text(range), Cell::Text(words.into_owned())],
        menu: Vec::new(),
    }
}
