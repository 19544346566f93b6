//! Work that waits in the same transaction as what caused it (DESIGN section 2): mails, codes.
//!
//! | To … | see |
//! |---|---|
//! | put a job into the outbox | [`enqueue`] |
//! | take jobs that are due, keep them, settle them | [`claim`], [`Claimed`] |
//! | look how it stands, forget old ones | [`standing`], [`next_due`], [`forget`] |
//!
//! Invariants: a job is `due`, `done`, `failed` with a reason, or `dropped` because it expired; at most
//! one worker holds it at a time, by a lease that ends by itself if the worker dies; so a job is done at
//! least once, and twice only after a crash.

mod backoff;
mod claim;
mod enqueue;
mod letter;
mod mail_key;
mod standing;
mod table;
mod work;

pub use claim::{Claimed, Outcome, claim};
pub use enqueue::{Terms, enqueue};
pub use letter::letter;
pub(crate) use mail_key::MailKey;
pub use standing::{Standing, forget, next_due, standing};
pub use table::STATEMENTS;
pub use work::{Job, Mail, MailTemplate};

/// What nodes tell each other when there is new work.
pub const WAKE: &str = "jobs";

use kernel::Result;

use crate::cx::Cx;
use crate::users::User;

/// Tells someone that they were suspended.
pub(crate) async fn tell_suspended(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    tell(cx, user, MailTemplate::Suspended).await
}

/// Tells someone that they were let in again.
pub(crate) async fn tell_activated(cx: &mut Cx<'_>, user: &User) -> Result<()> {
    tell(cx, user, MailTemplate::Activated).await
}

async fn tell(cx: &mut Cx<'_>, user: &User, template: MailTemplate) -> Result<()> {
    let Some(to) = user.email.clone() else { return Ok(()) };
    let organisation = crate::organisations::current(cx).await?.name;
    let mail = Mail::new(template, to, &user.language)
        .with("name", &user.display_name)
        .with("organisation", &organisation)
        .with("organisation_id", &cx.organisation_id.to_string())
        .with("reason", user.lifecycle_reason.as_deref().unwrap_or_default());
    enqueue(cx, &Job::Mail(mail), Terms::default()).await
}
