//! How a person is reached about their account (SPEC ACC-3): by mail, or by a text message where they have no
//! address.

use kernel::Result;
use serde_json::json;

use super::{Account, memberships};
use crate::cx::Cx;
use crate::jobs::{self, Job, Mail, MailTemplate, Terms};
use crate::notices;
use crate::users::User;

/// Where something goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Way {
    /// To an address.
    Mail(String),
    /// To a number.
    Sms(String),
}

impl Way {
    /// The registered way: the address before the number.
    pub(crate) fn of(account: &Account) -> Option<Self> {
        let mail = account.email.clone().map(Self::Mail);
        mail.or_else(|| account.mobile.clone().map(Self::Sms))
    }

    /// Name as kept with a code: which way it went.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Mail(_) => "mail",
            Self::Sms(_) => "sms",
        }
    }

    /// A message by this way, to be completed with its parameters.
    pub(crate) fn write(&self, template: MailTemplate, language: &str) -> Mail {
        let (Self::Mail(to) | Self::Sms(to)) = self;
        Mail::new(template, to.clone(), language)
    }

    /// The job that takes the message out.
    pub(crate) const fn job(&self, message: Mail) -> Job {
        match self {
            Self::Mail(_) => Job::Mail(message),
            Self::Sms(_) => Job::Sms(message),
        }
    }
}

/// Tells the account's person by the registered way; nothing where there is none. What is told holds no
/// secret.
pub(crate) async fn tell(
    cx: &mut Cx<'_>,
    account: &Account,
    template: MailTemplate,
    params: &[(&str, &str)],
) -> Result<()> {
    let Some(way) = Way::of(account) else { return Ok(()) };
    let message = whose(cx, account, way.write(template, &account.language)).await?;
    let message = params.iter().fold(message, |mail, (name, value)| mail.with(name, value));
    jobs::enqueue(cx, &way.job(message), Terms::default()).await
}

/// The message with the organisation in whose words it goes out (SPEC ORG-4): the only one of its reader's.
pub(crate) async fn whose(cx: &mut Cx<'_>, account: &Account, message: Mail) -> Result<Mail> {
    Ok(match memberships(cx.tx, account.id).await?.as_slice() {
        [only] => message.with("organisation_id", &only.organisation_id.to_string()),
        _ => message,
    })
}

/// Tells the person inside the product as well, as a user of this organisation.
pub(crate) async fn tell_inside(
    cx: &mut Cx<'_>,
    user: &User,
    template: MailTemplate,
    params: &[(&str, &str)],
) -> Result<()> {
    let params = params.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
    notices::about_account(cx, user, template, params.collect()).await
}
