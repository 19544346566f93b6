//! Second factors of accounts: what somebody has beside the password that they know (SPEC ACC-5, ADR 0013).
//!
//! | To … | see |
//! |---|---|
//! | add an authenticator app | [`begin`], [`again`], [`confirm`] |
//! | add a passkey, come in with a new one, ask for one | [`begin_passkey`], [`finish_passkey`], `begin_with_passkey`, [`passkey_challenge`], `identify` |
//! | add codes by mail or text message | [`begin_codes`], [`confirm_codes`], [`Allowed`] |
//! | trust a device for some days, see and end that | `trust`, [`trusted_devices`], [`distrust`] |
//! | see and remove one's own, make new recovery codes | [`standing`], [`remove`], [`new_codes`] |
//! | see and take away somebody else's | [`of_user`], [`reset`] |
//! | accept one at a sign-in, ask for one that is missing | `methods`, `accept`, `demand` |
//!
//! Invariants: what codes are computed from is sealed; a code is accepted once; recovery codes are kept as hashes,
//! ten at most, and only while there is a factor; what is required can't be taken off by its person.

mod accept;
mod allowed;
mod by_code;
mod enrol;
mod own;
mod passkey_new;
mod passkeys;
mod recovery;
mod required;
mod reset;
mod table;
mod totp;
mod trusted;

pub(crate) use accept::{accept, accept_sent, any, kinds, methods};
pub use allowed::Allowed;
pub(crate) use allowed::{WORDS, is_within};
pub use by_code::{begin_codes, confirm_codes};
pub(crate) use by_code::{follow_contact, way};
pub use enrol::{Enrolment, again, begin, confirm};
pub use own::{Standing, new_codes, remove, standing};
pub(crate) use passkey_new::{ask_new, begin_with_passkey, made, not_taken};
pub use passkey_new::{begin_passkey, finish_passkey};
pub use passkeys::{Challenge, Passkeys, passkey_challenge};
pub(crate) use passkeys::{claimed, forget_ceremonies, identify};
pub use recovery::{CODES, RecoveryCodes};
pub use required::Demand;
pub(crate) use required::{demand, forget_grace, has_channel};
pub(crate) use reset::{begin_anew, left};
pub use reset::{of_user, reset};
pub use table::{FactorRow, STATEMENTS, TrustedDeviceRow};
use table::{GIVE_UP, KEYS, SEAL_ANEW, SEALED_OTHERWISE};
pub use trusted::{TrustedDevice, distrust, trusted_devices};
pub(crate) use trusted::{distrust_all, forget_devices, trust, trusts};

use crate::resealing::Kept;

/// Where what codes are computed from is kept.
pub(crate) const KEPT: Kept = Kept {
    purpose: enrol::PURPOSE,
    keys: KEYS,
    otherwise: SEALED_OTHERWISE,
    anew: SEAL_ANEW,
    give_up: GIVE_UP,
};

kernel::vocabulary! {
    /// What somebody has.
    Kind {
        /// An authenticator app that shows six digits for half a minute.
        Totp = "totp",
        /// A key on a device, opened by finger, face or PIN.
        Passkey = "passkey",
        /// Codes by text message, weaker: whoever gets hold of the number reads them.
        SmsCode = "sms_code",
        /// Codes by mail, weaker: whoever reads the mail reads them.
        MailCode = "mail_code",
    }
}

impl Kind {
    /// Whether it rests on a way by which others may read along (SECURITY.md decision 4).
    pub const fn is_weak(self) -> bool {
        matches!(self, Self::SmsCode | Self::MailCode)
    }
    /// What is shown of it at a sign-in.
    pub(crate) const fn second(self) -> Second {
        match self {
            Self::Totp => Second::Totp,
            Self::Passkey => Second::Passkey,
            Self::SmsCode => Second::SmsCode,
            Self::MailCode => Second::MailCode,
        }
    }
}

kernel::vocabulary! {
    /// What was shown as the second factor.
    Second {
        /// The digits of an authenticator app.
        Totp = "totp",
        /// A passkey, which is the first factor as well.
        Passkey = "passkey",
        /// A code that came by text message.
        SmsCode = "sms_code",
        /// A code that came by mail.
        MailCode = "mail_code",
        /// One of the recovery codes.
        RecoveryCode = "recovery_code",
        /// A device on which another one was shown some days ago.
        TrustedDevice = "trusted_device",
        /// Something at an identity provider, which says so (SPEC ACC-7).
        Provider = "provider",
    }
}

impl Second {
    /// The factor whose codes are sent, if it is such a one.
    pub const fn sent(self) -> Option<Kind> {
        match self {
            Self::SmsCode => Some(Kind::SmsCode),
            Self::MailCode => Some(Kind::MailCode),
            Self::Totp
            | Self::Passkey
            | Self::RecoveryCode
            | Self::TrustedDevice
            | Self::Provider => None,
        }
    }
}
