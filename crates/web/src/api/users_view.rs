//! A user as the programming interface shows it (DESIGN section 5); how it takes one stands in `users_change`.

use domain::users::{Licence, User, UserType};
use domain::{Cx, teams};
use kernel::ids::{ExchangeId, GroupId, HelpdeskId, RoleId, TeamId, UserId};
use kernel::{Page, Result, Timestamp};
use serde::Serialize;
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
    /// The teams it is in today.
    #[schema(value_type = Vec<String>)]
    pub team_ids: Vec<TeamId>,
    /// Whether it has a level in a skill or a profile, and so can be given work by skill.
    pub can_answer: bool,
    /// Whether it looks after devices.
    pub device_management: bool,
    /// Whether it supports customers: one of the plan's operators.
    pub support_management: bool,
    /// The exchange its extension is on.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub exchange_id: Option<ExchangeId>,
    /// Telephone number on the exchange.
    #[schema(example = "201")]
    pub extension: Option<String>,
    /// The helpdesk it works at.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub helpdesk_id: Option<HelpdeskId>,
    /// Up to six digits.
    #[schema(example = "1042")]
    pub numeric_id: Option<String>,
    /// Words to be found by.
    pub keywords: String,
    /// Key in another system.
    pub external_id: Option<String>,
    /// For administrators' eyes.
    pub note: String,
    /// Whether it speaks with other systems by the paid interface.
    pub api_communicator: bool,
    /// Whether it may see number-porting codes.
    pub statutory_representative: bool,
    /// Whether it stays off invoices.
    pub do_not_invoice: bool,
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

impl UserBody {
    /// A user with what stands in other rooms.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn of(cx: &mut Cx<'_>, user: User) -> Result<Self> {
        let team_ids = if user.in_teams { teams::of_user(cx, user.id).await? } else { Vec::new() };
        Ok(Self { team_ids, ..Self::from(user) })
    }

    /// The same for all of a page, in one query more.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn of_page(cx: &mut Cx<'_>, page: Page<User>) -> Result<Page<Self>> {
        let members = page.items.iter().filter(|user| user.in_teams);
        let ids: Vec<UserId> = members.map(|user| user.id).collect();
        let mut found = teams::of_users(cx, &ids).await?;
        Ok(page.map(|user| {
            let team_ids = found.remove(&user.id).unwrap_or_default();
            Self { team_ids, ..Self::from(user) }
        }))
    }
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
            exchange_id,
            extension,
            helpdesk_id,
            numeric_id,
            keywords,
            external_id,
            note,
            api_communicator,
            statutory_representative,
            do_not_invoice,
            lifecycle,
            lifecycle_reason,
            lifecycle_at: _,
            presence,
            last_sign_in_at: _,
            device_management,
            support_management,
            in_teams: _,
            can_answer,
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
            team_ids: Vec::new(),
            can_answer,
            device_management,
            support_management,
            exchange_id,
            extension,
            helpdesk_id,
            numeric_id,
            keywords,
            external_id,
            note,
            api_communicator,
            statutory_representative,
            do_not_invoice,
            lifecycle,
            lifecycle_reason,
            presence,
            last_sign_in_at,
            photo_url,
            first_password: None,
        }
    }
}
