//! The stream behind pages: it says which users changed, never what about them; the page asks for the
//! rows again with the reader's own rights.

use std::convert::Infallible;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures::{Stream, StreamExt as _};

use crate::events::{Told, Watch};
use crate::extract::Caller;
use crate::problem::Problem;
use crate::state::AppState;

/// `GET /live`.
///
/// # Errors
/// Without a living session.
pub(crate) async fn watch(
    State(app): State<AppState>,
    caller: Caller,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let watch = Watch::open(&app, caller.actor());
    let told = watch.told().map(|told| match told {
        Told::Event(event) => match (event.subject_kind.as_str(), event.subject_id) {
            ("user", Some(id)) if is_coming_or_going(&event.action) => {
                Event::default().event("list-changed").data(id.to_string())
            }
            ("user", Some(id)) => Event::default().event("user-changed").data(id.to_string()),
            _ => Event::default().comment("other"),
        },
        Told::Gap => Event::default().event("list-changed").data("gap"),
    });
    // It ends with the session: the page asks again, is refused, and goes to the door.
    Ok(Sse::new(told.map(Ok)).keep_alive(KeepAlive::new().interval(crate::events::COMMENT)))
}

fn is_coming_or_going(action: &str) -> bool {
    matches!(action, "user.created" | "user.removed" | "user.updated" | "user.role_changed")
}
