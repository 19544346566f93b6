//! What a list of users is sorted by (SPEC USR-1), and where in that order a user stands.

use db::params;
use kernel::{Code, Error, Result};
use serde::{Deserialize, Serialize};

use super::table::User;
use crate::cx::Cx;

kernel::vocabulary! {
    /// What the list may be sorted by. What not everybody has comes first where it is missing.
    SortKey {
        /// Family name, given name.
        Name = "name",
        /// Username.
        Username = "username",
        /// Address.
        Email = "email",
        /// Creation.
        CreatedAt = "created_at",
        /// Last sign-in.
        LastSignInAt = "last_sign_in_at",
        /// Lifecycle.
        Lifecycle = "lifecycle",
        /// Standing of the role.
        Role = "role",
        /// Name of the supervisor.
        ReportsTo = "reports_to",
        /// Numeric id.
        NumericId = "numeric_id",
        /// Mobile number.
        Mobile = "mobile",
        /// Licence.
        Licence = "licence",
    }
}

impl SortKey {
    /// Its value, as an expression over a user `u`.
    pub(super) const fn expression(self) -> &'static str {
        match self {
            Self::Name => "u.name_key",
            Self::Username => "u.username_key",
            Self::Email => "u.email_key",
            Self::CreatedAt => "u.created_at",
            Self::LastSignInAt => "u.last_sign_in_at",
            Self::Lifecycle => "u.lifecycle",
            Self::Role => "(SELECT o.rank FROM roles o WHERE o.id = u.role_id)",
            Self::ReportsTo => {
                "COALESCE((SELECT a.name_key FROM users a WHERE a.id = u.reports_to), '')"
            }
            Self::NumericId => "COALESCE(u.numeric_id, '')",
            Self::Mobile => "COALESCE(u.mobile, '')",
            Self::Licence => "COALESCE(u.licence, '')",
        }
    }

    /// Whether an index has the users in this order; for another, the keys of all are looked at.
    pub(super) const fn is_indexed(self) -> bool {
        matches!(
            self,
            Self::Name | Self::Username | Self::Email | Self::CreatedAt | Self::LastSignInAt
        )
    }

    /// Whether its values are numbers rather than texts.
    pub(super) const fn is_number(self) -> bool {
        matches!(self, Self::CreatedAt | Self::LastSignInAt | Self::Role)
    }

    /// A user's value.
    pub(super) async fn of(self, cx: &mut Cx<'_>, user: &User) -> Result<Key> {
        let text = |text: &Option<String>| Key::Text(text.clone().unwrap_or_default());
        Ok(match self {
            Self::Name => Key::Text(user.name_key.clone()),
            Self::Username => Key::Text(kernel::fold(&user.username)),
            Self::Email => Key::Text(user.email_key.clone()),
            Self::CreatedAt => Key::Number(user.created_at.micros()),
            Self::LastSignInAt => Key::Number(user.last_sign_in_at.micros()),
            Self::Lifecycle => Key::Text(user.lifecycle.as_str().to_owned()),
            Self::NumericId => text(&user.numeric_id),
            Self::Mobile => text(&user.mobile),
            Self::Licence => {
                Key::Text(user.licence.map(|one| one.as_str().to_owned()).unwrap_or_default())
            }
            Self::Role => Key::Number(self.looked_up::<(i64,)>(cx, user).await?.0),
            Self::ReportsTo => Key::Text(self.looked_up::<(String,)>(cx, user).await?.0),
        })
    }

    /// A value that stands in another row.
    async fn looked_up<T: db::FromRow>(self, cx: &mut Cx<'_>, user: &User) -> Result<T> {
        let value = self.expression();
        let sql = format!("SELECT {value} FROM users u WHERE u.organisation_id = $1 AND u.id = $2");
        Ok(cx.tx.one::<T>(&sql, &params![user.organisation_id, user.id]).await?)
    }
}

/// What a list is sorted by and in which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl Sort {
    /// Reads `name` or, descending, `-name`.
    ///
    /// # Errors
    /// [`Code::SortUnknown`].
    pub fn parse(text: &str) -> Result<Self> {
        let (name, descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let key = SortKey::parse(name).ok_or(Error::field("sort", Code::SortUnknown))?;
        Ok(Self { key, descending })
    }
}

/// A value that a list is sorted by.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Key {
    Number(i64),
    Text(String),
}

impl From<Key> for kernel::Value {
    fn from(key: Key) -> Self {
        match key {
            Key::Number(number) => Self::Int(number),
            Key::Text(text) => Self::Text(text),
        }
    }
}
