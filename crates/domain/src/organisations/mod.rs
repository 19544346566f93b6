//! Organisations: the customers of an installation (SPEC section 2).

mod found;
mod networks;
mod order;
mod retention;
mod services;
mod settings;
mod sign_in_policy;
mod sign_up;
mod table;

pub use found::{NewOrganisation, all, create, ping};
pub use networks::Networks;
pub use order::{Order, OrderPatch, order, ordered, orders};
pub use retention::Log;
pub(crate) use retention::keeping;
pub use services::{Service, Tier};
pub use settings::{OrganisationPatch, name_team, transfer_ownership, update};
pub use sign_in_policy::{SignInPolicy, SignInWish, change_sign_in, sign_in_policy};
pub(crate) use sign_in_policy::{guard_network, refused_words, single_sign_on_only};
pub use sign_up::{
    Confirmed, SignUp, SignUpLook, confirm_sign_up, forget_sign_ups, look_at_sign_up, sign_up,
    sign_up_link,
};
pub use table::{Organisation, STATEMENTS};

use db::params;
use kernel::ids::UserId;
use kernel::{Code, Error, Result};

use crate::access::Action;
use crate::cx::Cx;

/// The organisation of `cx`, for verbs of other rooms.
pub(crate) async fn current(cx: &mut Cx<'_>) -> Result<Organisation> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.one::<Organisation>(table::FIND, &params![organisation]).await?)
}

/// The organisation's settings.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who may not see them.
pub async fn get(cx: &mut Cx<'_>) -> Result<Organisation> {
    cx.require(Action::OrganisationView)?;
    current(cx).await
}

/// Takes one of the plan's operators, by one conditional statement (SPEC LIC-5).
///
/// # Errors
/// [`Error::Conflict`] with `no_operator_free`.
pub(crate) async fn take_operator(cx: &mut Cx<'_>) -> Result<()> {
    match cx.tx.execute(table::TAKE_OPERATOR, &params![cx.organisation_id]).await? {
        0 => Err(Error::conflict(Code::NoOperatorFree)),
        _ => Ok(()),
    }
}

/// Gives one back.
pub(crate) async fn release_operator(cx: &mut Cx<'_>) -> Result<()> {
    cx.tx.execute(table::GIVE_BACK_OPERATOR, &params![cx.organisation_id]).await?;
    Ok(())
}

/// Counts a resource filter that is made (1) or deleted (−1).
pub(crate) async fn count_resource_filters(cx: &mut Cx<'_>, change: i64) -> Result<()> {
    cx.tx.execute(table::COUNT_RESOURCE_FILTERS, &params![cx.organisation_id, change]).await?;
    Ok(())
}

/// Counts a skill that is made (1) or deleted (−1).
pub(crate) async fn count_skills(cx: &mut Cx<'_>, change: i64) -> Result<()> {
    cx.tx.execute(table::COUNT_SKILLS, &params![cx.organisation_id, change]).await?;
    Ok(())
}

/// Counts a change of what belongs to the organisation and stands in another room.
pub(crate) async fn touch(cx: &mut Cx<'_>) -> Result<()> {
    cx.tx.execute(table::TOUCH, &params![cx.organisation_id, cx.now]).await?;
    Ok(())
}

/// The organisation's owner.
pub(crate) async fn owner(cx: &mut Cx<'_>) -> Result<Option<UserId>> {
    Ok(current(cx).await?.owner_user_id)
}
