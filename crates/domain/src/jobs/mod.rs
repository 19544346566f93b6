//! Work that waits in the same transaction as what caused it (DESIGN section 2): mails, sweeps.

mod enqueue;
mod letter;
mod mail_key;
mod table;
mod work;

pub use enqueue::{Terms, enqueue};
pub use letter::letter;
pub(crate) use mail_key::MailKey;
pub use table::STATEMENTS;
pub use work::{Job, Mail, MailTemplate};

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
        .with("reason", user.lifecycle_reason.as_deref().unwrap_or_default());
    enqueue(cx, &Job::Mail(mail), Terms::default()).await
}
