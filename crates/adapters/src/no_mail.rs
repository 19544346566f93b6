//! Stands where no mail server is set: letters wait for one.

use domain::ports::{BoxFuture, Letter, Mailer, MailerFault};

/// Refuses every letter for now.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoMail;

impl Mailer for NoMail {
    fn send<'a>(&'a self, _: &'a Letter) -> BoxFuture<'a, Result<(), MailerFault>> {
        let reason = "no mail server is set: set CREWDESK_SMTP_URL";
        Box::pin(std::future::ready(Err(MailerFault::Away(reason.into()))))
    }
}
