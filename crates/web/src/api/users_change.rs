//! A user as the programming interface takes it: one to be created, and a change (DESIGN section 5).

use domain::users::{Extra, Flags, Licence, NewUser, Profile, Standing, UserPatch, UserType};
use kernel::Patch;
use kernel::ids::{ExchangeId, GroupId, HelpdeskId, RoleId, TeamId, UserId};
use serde::Deserialize;
use utoipa::ToSchema;

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
    /// The teams it is in from today on.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub team_ids: Vec<TeamId>,
    /// Whether it looks after devices.
    #[serde(default)]
    pub device_management: bool,
    /// Whether it supports customers: one of the plan's operators.
    #[serde(default)]
    pub support_management: bool,
    /// The teams it leads.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub led_team_ids: Vec<TeamId>,
    /// A licence, which takes a seat.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub licence: Option<Licence>,
    /// The exchange the extension is on; the only one where none is named.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub exchange_id: Option<ExchangeId>,
    /// Telephone number on the exchange.
    #[serde(default)]
    pub extension: Option<String>,
    /// The helpdesk it works at.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub helpdesk_id: Option<HelpdeskId>,
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
    /// Whether it speaks with other systems by the paid interface.
    #[serde(default)]
    pub api_communicator: bool,
    /// Whether it may see number-porting codes.
    #[serde(default)]
    pub statutory_representative: bool,
    /// Whether it stays off invoices.
    #[serde(default)]
    pub do_not_invoice: bool,
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
            team_ids,
            led_team_ids,
            device_management,
            support_management,
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
            exchange_id,
            extension,
            helpdesk_id,
            numeric_id,
            keywords: keywords.unwrap_or_default(),
            external_id,
            note: note.unwrap_or_default(),
            flags: Flags { api_communicator, statutory_representative, do_not_invoice },
        };
        let user_type = user_type.unwrap_or(UserType::Person);
        Self {
            profile,
            user_type,
            role_id,
            group_id,
            reports_to,
            licence,
            teams: team_ids,
            leads: led_team_ids,
            extra: Extra { device_management, support_management },
            standing: Standing::Active,
        }
    }
}

/// A change of a user: absent fields keep their value, null clears (RFC 7396).
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = UserPatch, example = json!({"last_name": "Larsen", "mobile": "+4790123456", "note": null}))]
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
    /// The exchange its extension is on.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub exchange_id: Patch<ExchangeId>,
    /// Telephone number on the exchange.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub extension: Patch<String>,
    /// The helpdesk it works at.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub helpdesk_id: Patch<HelpdeskId>,
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
    /// Whether it speaks with other systems by the paid interface.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    pub api_communicator: Patch<bool>,
    /// Whether it may see number-porting codes.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    pub statutory_representative: Patch<bool>,
    /// Whether it stays off invoices.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    pub do_not_invoice: Patch<bool>,
    /// Another role.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub role_id: Patch<RoleId>,
    /// Another supervisor, or null for none.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    pub reports_to: Patch<UserId>,
    /// The teams it is in from today on, instead of those it was in.
    #[serde(default)]
    #[schema(value_type = Option<Vec<String>>)]
    pub team_ids: Patch<Vec<TeamId>>,
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
            role_id: _,
            reports_to: _,
            team_ids: _,
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
            exchange_id: exchange_id.clone(),
            extension: extension.clone(),
            helpdesk_id: helpdesk_id.clone(),
            numeric_id: numeric_id.clone(),
            keywords: keywords.clone(),
            external_id: external_id.clone(),
            note: note.clone(),
            api_communicator: api_communicator.clone(),
            statutory_representative: statutory_representative.clone(),
            do_not_invoice: do_not_invoice.clone(),
        }
    }
}
