//! Pages that say what went wrong, why, and the way out, with the request's id.

use askama::Template;

use super::{filters, frame::Door};

/// One error page. It stands alone, so that it can be shown whatever else is broken.
#[derive(Debug, Clone, Template)]
#[template(path = "faults/fault.html", blocks = ["part"])]
pub struct Fault {
    /// Language, theme.
    pub door: Door,
    /// Icon of the sprite.
    pub icon: &'static str,
    /// Key of the title.
    pub title: &'static str,
    /// The sentence, in the reader's language.
    pub text: String,
    /// Id of the request.
    pub request_id: String,
}
