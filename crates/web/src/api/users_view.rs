//! A user as the programming interface shows and takes it (DESIGN section 5).

use domain::users::{Licence, NewUser, Profile, Standing, User, UserPatch, UserType};
use kernel::ids::{GroupId, RoleId, UserId};
use kernel::{Patch, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A user.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = User)]
pub struct UserBody {
    /// Its id.
    #[schema(value_type = String, format = "uuid")]
    pub id: UserId,
    /// Counts changes; also the entity tag.
    pub version: i64,
    /// When it was created.
    #[schema(value_type = String, format = "date-time")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
    /// Name to sign in with.
    #[schema(example = "jana.novakova")]
    pub username: String,
    /// Given name.
    #[schema(example = "Jana")]
    pub first_name: String,
    /// Family name.
    #[schema(example = "Nováková")]
    pub last_name: String,
    /// Name as shown.
    #[schema(example = "Jana Nováková")]
    pub display_name: String,
    /// Address.
    #[schema(example = "jana@example.org")]
    pub email: Option<String>,
    /// Mobile number, as `+` and digits.
    #[schema(example = "+420601123456")]
    pub mobile: Option<String>,
    /// `person`, `wallboard`, `chat_bot` or `api`.
    #[schema(value_type = String, example = "person")]
    pub user_type: UserType,
    /// Language key.
    #[schema(example = "cs")]
    pub language: String,
    /// The group it is in.
    #[schema(value_type = String, format = "uuid")]
    pub group_id: GroupId,
    /// The role it has.
    #[schema(value_type = String, format = "uuid")]
    pub role_id: RoleId,
    /// Its supervisor.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub reports_to: Option<UserId>,
    /// Its licence.
    #[schema(value_type = Option<String>, example = "helpdesk")]
    pub licence: Option<Licence>,
    /// Telephone number on the exchange.
    pub extension: Option<String>,
    /// Up to six digits.
    #[schema(example = "1042")]
    pub numeric_id: Option<String>,
    /// Words to be found by.
    pub keywords: String,
    /// Key in another system.
    pub external_id: Option<String>,
    /// For administrators' eyes.
    pub note: String,
    /// `invited`, `active`, `suspended` or `deactivated`.
    #[schema(value_type = String, example = "active")]
    pub lifecycle: domain::users::Lifecycle,
    /// Why it was suspended or deactivated.
    pub lifecycle_reason: Option<String>,
    /// `logged_out` or `logged_in`.
    #[schema(value_type = String, example = "logged_in")]
    pub presence: domain::users::Presence,
    /// Last sign-in.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub last_sign_in_at: Option<Timestamp>,
    /// Where the photo is.
    pub photo_url: Option<String>,
    /// The password that was made up, in the answer to creating and nowhere else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_password: Option<String>,
}

impl From<User> for UserBody {
    fn from(user: User) -> Self {
        let last_sign_in_at = user.signed_in_at();
        // Every field is named, so that a new one can't be forgotten here.
        let User {
            seq: _,
            id,
            organisation_id: _,
            account_id: _,
            user_type,
            username,
            first_name,
            last_name,
            display_name,
            name_key: _,
            email,
            email_key: _,
            mobile,
            language,
            group_id,
            role_id,
            reports_to,
            licence,
            extension,
            numeric_id,
            keywords,
            external_id,
            note,
            lifecycle,
            lifecycle_reason,
            lifecycle_at: _,
            presence,
            last_sign_in_at: _,
            photo_version,
            version,
            created_at,
            updated_at,
        } = user;
        let photo_url =
            (photo_version > 0).then(|| format!("/api/v1/users/{id}/photo?v={photo_version}"));
        Self {
            id,
            version,
            created_at,
            updated_at,
            username,
            first_name,
            last_name,
            display_name,
            email,
            mobile,
            user_type,
            language,
            group_id,
            role_id,
            reports_to,
            licence,
            extension,
            numeric_id,
            keywords,
            external_id,
            note,
            lifecycle,
            lifecycle_reason,
            presence,
            last_sign_in_at,
            photo_url,
            first_password: None,
        }
    }
}

/// A user to be created.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewUser)]
#[serde(deny_unknown_fields)]
pub struct NewUserBody {
    /// Name to sign in with.
    #[schema(example = "jana.novakova")]
    pub username: String,
    /// Given name.
    #[serde(default)]
    pub first_name: String,
    /// Family name.
    #[serde(default)]
    pub last_name: String,
    /// Name as shown; first and last name where empty.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Address; this or a mobile number is needed for a person.
    #[serde(default)]
    pub email: Option<String>,
    /// Mobile number with `+` or `00`.
    #[serde(default)]
    pub mobile: Option<String>,
    /// `person` where none is named.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub user_type: Option<UserType>,
    /// The organisation's where none is named.
    #[serde(default)]
    pub language: Option<String>,
    /// The default group where none is named.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Option<GroupId>,
    /// Technician where none is named.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub role_id: Option<RoleId>,
    /// Its supervisor.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub reports_to: Option<UserId>,
    /// A licence, which takes a seat.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub licence: Option<Licence>,
    /// Telephone number on the exchange.
    #[serde(default)]
    pub extension: Option<String>,
    /// Up to six digits.
    #[serde(default)]
    pub numeric_id: Option<String>,
    /// Words to be found by.
    #[serde(default)]
    pub keywords: Option<String>,
    /// Key in another system.
    #[serde(default)]
    pub external_id: Option<String>,
    /// For administrators' eyes.
    #[serde(default)]
    pub note: Option<String>,
    /// A first password, to be changed at the first sign-in.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub password: Option<kernel::Secret>,
    /// Make up a first password; it is in the answer, once.
    #[serde(default)]
    pub generate_password: bool,
}

impl From<NewUserBody> for NewUser {
    fn from(body: NewUserBody) -> Self {
        let NewUserBody {
            username,
            first_name,
            last_name,
            display_name,
            email,
            mobile,
            user_type,
            language,
            group_id,
            role_id,
            reports_to,
            licence,
            extension,
            numeric_id,
            keywords,
            external_id,
            note,
            password: _,
            generate_password: _,
        } = body;
        let profile = Profile {
            username,
            first_name,
            last_name,
            display_name: display_name.unwrap_or_default(),
            email,
            mobile,
            language,
            extension,
            numeric_id,
            keywords: keywords.unwrap_or_default(),
            external_id,
            note: note.unwrap_or_default(),
        };
        let user_type = user_type.unwrap_or(UserType::Person);
        Self {
            profile,
            user_type,
            role_id,
            group_id,
            reports_to,
            licence,
            standing: Standing::Active,
        }
    }
}

/// A change of a user: absent fields keep their value, null clears (RFC 7396).
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = UserPatch)]
#[serde(deny_unknown_fields)]
pub struct UserPatchBody {
    /// Name to sign in with.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub username: Patch<String>,
    /// Given name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub first_name: Patch<String>,
    /// Family name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub last_name: Patch<String>,
    /// Name as shown.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub display_name: Patch<String>,
    /// Address.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub email: Patch<String>,
    /// Mobile number.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub mobile: Patch<String>,
    /// Language key.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub language: Patch<String>,
    /// Telephone number on the exchange.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub extension: Patch<String>,
    /// Up to six digits.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub numeric_id: Patch<String>,
    /// Words to be found by.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub keywords: Patch<String>,
    /// Key in another system.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub external_id: Patch<String>,
    /// For administrators' eyes.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Patch<String>,
    /// Another role.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub role_id: Patch<RoleId>,
    /// Another supervisor, or null for none.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub reports_to: Patch<UserId>,
    /// Refused unless it is the present group: moving has a call of its own.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub group_id: Patch<GroupId>,
}

impl UserPatchBody {
    /// The fields of the record itself; role, supervisor and group are changed by verbs of their own.
    pub fn record(&self) -> UserPatch {
        let Self {
            username,
            first_name,
            last_name,
            display_name,
            email,
            mobile,
            language,
            extension,
            numeric_id,
            keywords,
            external_id,
            note,
            role_id: _,
            reports_to: _,
            group_id: _,
        } = self;
        UserPatch {
            username: username.clone(),
            first_name: first_name.clone(),
            last_name: last_name.clone(),
            display_name: display_name.clone(),
            email: email.clone(),
            mobile: mobile.clone(),
            language: language.clone(),
            extension: extension.clone(),
            numeric_id: numeric_id.clone(),
            keywords: keywords.clone(),
            external_id: external_id.clone(),
            note: note.clone(),
        }
    }
}
