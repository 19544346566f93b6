use std::collections::BTreeMap;

use kernel::ids::{OrganisationId, SessionId, UserId};
use serde::{Deserialize, Serialize};

use crate::accounts::codes::CodeRequest;

kernel::vocabulary! {
    /// Which mail.
    MailTemplate {
        /// You are invited (SPEC ACC-1).
        Invitation = "invitation",
        /// Follow this link to finish your registration (SPEC ORG-1).
        SignUp = "sign_up",
        /// Your code for a new password (SPEC ACC-3).
        Code = "code",
        /// Your code for a new address.
        EmailCode = "email_code",
        /// Your password was changed.
        PasswordChanged = "password_changed",
        /// You do without a password from now on.
        PasswordDropped = "password_dropped",
        /// Your sign-in is locked (SPEC ACC-4).
        Locked = "locked",
        /// You were suspended (SPEC USR-7).
        Suspended = "suspended",
        /// You were let in again.
        Activated = "activated",
        /// Your code for a new number (SPEC USR-10).
        MobileCode = "mobile_code",
        /// Your password was replaced by means of a code.
        RecoveryUsed = "recovery_used",
        /// Somebody signed in with another program or from another network.
        NewDevice = "new_device",
        /// Your address is another now.
        EmailChanged = "email_changed",
        /// Your number is another now.
        MobileChanged = "mobile_changed",
        /// A second factor was added to your account.
        FactorAdded = "factor_added",
        /// A second factor was taken from your account.
        FactorRemoved = "factor_removed",
        /// An administrator took your second factors away.
        FactorsReset = "factors_reset",
        /// One of your recovery codes was used.
        RecoveryCodeUsed = "recovery_code_used",
        /// You have new recovery codes.
        RecoveryCodesNew = "recovery_codes_new",
        /// Your code that is the second factor (SPEC ACC-5).
        SecondFactorCode = "second_factor_code",
        /// Single sign-on was connected to your account.
        IdentityLinked = "identity_linked",
        /// An administrator disconnected single sign-on from your account.
        IdentityUnlinked = "identity_unlinked",
    }
}

/// A piece of work for the worker, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload", rename_all = "snake_case")]
pub enum Job {
    /// Send this mail.
    Mail(Mail),
    /// Send this as a text message; `to` is a number.
    Sms(Mail),
    /// Send a one-time code, if there is such an account.
    SendCode(CodeRequest),
    /// A session was ended from another organisation: let this one's log and list follow
    /// (`sessions::follow_presence`).
    FollowSessions {
        /// Where it acted.
        organisation_id: OrganisationId,
        /// As whom.
        user_id: UserId,
        /// The session.
        session_id: SessionId,
    },
    /// A person changed their address in another organisation: let this one's record follow
    /// (`accounts::contact::follow`).
    FollowEmail {
        /// Where they are a user as well.
        organisation_id: OrganisationId,
        /// As whom.
        user_id: UserId,
    },
}

impl Job {
    /// The name under which it is stored.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Mail(_) => "mail",
            Self::Sms(_) => "sms",
            Self::SendCode(_) => "send_code",
            Self::FollowSessions { .. } => "follow_sessions",
            Self::FollowEmail { .. } => "follow_email",
        }
    }
}

/// A mail to be written in its reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Which.
    pub template: MailTemplate,
    /// To whom.
    pub to: String,
    /// Language key.
    pub language: String,
    /// What the template names. Links and codes come in when the mail is written (`jobs::letter`).
    pub params: BTreeMap<String, String>,
}

impl Mail {
    /// A mail without parameters.
    pub fn new(template: MailTemplate, to: impl Into<String>, language: &str) -> Self {
        Self { template, to: to.into(), language: language.to_owned(), params: BTreeMap::new() }
    }
    /// A parameter that is a number or an id.
    pub(crate) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.params.get(name)?.parse().ok()
    }
    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.params.insert(name.to_owned(), value.to_owned());
        self
    }
}
