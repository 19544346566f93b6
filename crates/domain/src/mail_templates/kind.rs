//! Which mails an organisation may word itself, and what their words may and must name.

use crate::jobs::MailTemplate;

/// A name and a sample of what it stands for.
type Placeholder = (&'static str, &'static str);

const LINK: Placeholder = ("link", "https://crew.example.org/sample");
const NAME: Placeholder = ("name", "Eva Dvořáková");
const ORGANISATION: Placeholder = ("organisation", "Contoso");
const BY: Placeholder = ("by", "Olga Nováková");
const CODE: Placeholder = ("code", "042917");
const MINUTES: Placeholder = ("minutes", "10");
const AT: Placeholder = ("at", "30 November 2026 14:00 UTC");
const FACTOR: Placeholder = ("factor", "Telephone");

kernel::vocabulary! {
    /// Mails that an organisation may word itself: all that go to somebody of it. What goes to an account that is a
    /// user of several organisations says what is built in, since it is none of them alone that speaks.
    Kind {
        /// You are invited.
        Invitation = "invitation",
        /// Your code for a new password.
        Code = "code",
        /// You were suspended.
        Suspended = "suspended",
        /// You were let in again.
        Activated = "activated",
        /// Your code for a new address.
        EmailCode = "email_code",
        /// Your code that is the second factor.
        SecondFactorCode = "second_factor_code",
        /// Your password was changed.
        PasswordChanged = "password_changed",
        /// You do without a password from now on.
        PasswordDropped = "password_dropped",
        /// Your password was replaced by means of a code.
        RecoveryUsed = "recovery_used",
        /// Your sign-in is locked.
        Locked = "locked",
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
        /// Single sign-on was connected to your account.
        IdentityLinked = "identity_linked",
        /// An administrator disconnected single sign-on from your account.
        IdentityUnlinked = "identity_unlinked",
    }
}

impl Kind {
    /// The kind of a mail, if an organisation may word it: each has the mail's own name.
    pub(crate) fn of(template: MailTemplate) -> Option<Self> {
        Self::parse(template.as_str())
    }

    /// What its words must name, since the mail is sent for that.
    pub const fn obligatory(self) -> &'static [&'static str] {
        match self {
            Self::Invitation
            | Self::PasswordChanged
            | Self::PasswordDropped
            | Self::RecoveryUsed
            | Self::Locked => &["link"],
            Self::Code | Self::EmailCode | Self::SecondFactorCode => &["code"],
            Self::Suspended | Self::Activated => &["organisation"],
            Self::NewDevice => &["client", "at"],
            Self::FactorAdded | Self::FactorRemoved => &["factor"],
            Self::FactorsReset | Self::IdentityUnlinked => &["by"],
            Self::RecoveryCodeUsed => &["left"],
            Self::IdentityLinked => &["provider"],
            Self::EmailChanged | Self::MobileChanged | Self::RecoveryCodesNew => &[],
        }
    }

    /// What its words may name, with a sample of each.
    pub const fn placeholders(self) -> &'static [Placeholder] {
        match self {
            Self::Invitation => &[LINK, NAME, ORGANISATION, BY, ("until", AT.1)],
            Self::Code | Self::EmailCode => &[CODE, MINUTES, ORGANISATION],
            Self::SecondFactorCode => &[CODE, MINUTES, ORGANISATION, LINK],
            Self::Suspended => &[NAME, ORGANISATION, ("reason", "Long leave")],
            Self::Activated => &[NAME, ORGANISATION, LINK],
            Self::NewDevice => {
                &[("client", "Firefox on Linux"), ("address", "192.0.2.7"), AT, ORGANISATION, LINK]
            }
            Self::FactorAdded | Self::FactorRemoved => &[FACTOR, ORGANISATION, LINK],
            Self::FactorsReset => &[BY, ORGANISATION, LINK],
            Self::RecoveryCodeUsed => &[("left", "9"), ORGANISATION, LINK],
            Self::PasswordChanged
            | Self::PasswordDropped
            | Self::RecoveryUsed
            | Self::Locked
            | Self::RecoveryCodesNew => &[ORGANISATION, LINK],
            Self::IdentityLinked => &[("provider", "Contoso accounts"), ORGANISATION],
            Self::IdentityUnlinked => &[BY, ORGANISATION],
            Self::EmailChanged | Self::MobileChanged => &[ORGANISATION],
        }
    }
}
