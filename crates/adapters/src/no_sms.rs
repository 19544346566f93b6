//! Stands where no SMS gateway is set: text messages wait for one, and codes in them expire.

use domain::ports::{BoxFuture, Sms, SmsFault, SmsSender};

/// Refuses every text message for now.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoSms;

impl SmsSender for NoSms {
    fn send<'a>(&'a self, _: &'a Sms) -> BoxFuture<'a, Result<(), SmsFault>> {
        let reason = "no SMS gateway is set: set CREWDESK_SMS_URL";
        Box::pin(std::future::ready(Err(SmsFault::Away(reason.into()))))
    }
}
