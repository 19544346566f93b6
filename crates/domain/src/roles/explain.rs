//! Why can this person do that, or why not (SPEC ROL-5): the same rule that decides, asked for somebody
//! else and with its reasons.

use kernel::ids::UserId;
use kernel::{Code, Result};

use super::of_user;
use super::table::Role;
use crate::access::{self, Action, Principal, Reach, Relation};
use crate::cx::Cx;
use crate::resource_filters::{self, Holder};
use crate::users::{self, Lifecycle, User};

/// One permission that somebody holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// What.
    pub action: Action,
    /// Over whom.
    pub reach: Reach,
}

/// What somebody holds, and where it comes from.
#[derive(Debug, Clone)]
pub struct Explained {
    /// Who.
    pub user: User,
    /// The role that gives it.
    pub role: Role,
    /// Everything it gives.
    pub holdings: Vec<Holding>,
}

/// Why somebody can or can't do something to somebody.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// Who would do it.
    pub user: User,
    /// The role that decides.
    pub role: Role,
    /// What.
    pub action: Action,
    /// Over whom the role gives it.
    pub held: Reach,
    /// To whom, and how they stand to each other; none where it concerns nobody in particular.
    pub target: Option<(User, Relation)>,
    /// The name of the resource filter that keeps them from seeing that person (SPEC GRP-2).
    pub hidden_by: Option<String>,
    /// Why not; none where they can.
    pub refusal: Option<Code>,
}

/// Everything that somebody holds.
///
/// # Errors
/// As for every verb on a person.
pub async fn holdings(cx: &mut Cx<'_>, id: UserId) -> Result<Explained> {
    let user = users::get(cx, id).await?.user;
    let role = of_user(cx, &user).await?;
    let held = role.grants();
    let holdings = held.held().map(|(action, reach)| Holding { action, reach }).collect();
    Ok(Explained { user, role, holdings })
}

/// Whether somebody can do something, to somebody where it concerns a person, and why.
///
/// # Errors
/// As for every verb on a person, for both.
pub async fn explain(
    cx: &mut Cx<'_>,
    id: UserId,
    action: Action,
    target: Option<UserId>,
) -> Result<Explanation> {
    let user = users::get(cx, id).await?.user;
    let role = of_user(cx, &user).await?;
    let target = match target {
        Some(other) => {
            users::get(cx, other).await?;
            let found = users::stand(cx, id, other).await?;
            Some((found.user, found.relation))
        }
        None => None,
    };
    let sight = resource_filters::held_by(cx, Holder::User(id)).await?;
    let filter = sight.effective().map(|(filter, _)| filter.clone());
    let as_them = in_their_place(cx.principal()?, &user, &role);
    let hidden_by = match (filter, &target) {
        (Some(filter), Some((other, _))) if other.id != id => {
            let seen = resource_filters::sees_user(cx, filter.id, other.id).await?;
            (!seen).then_some(filter.name)
        }
        _ => None,
    };
    let verdict = match &target {
        Some((_, relation)) => access::decide(&as_them, action, *relation),
        None => access::require(&as_them, action).map(|_| ()),
    };
    let refusal = match (user.lifecycle, verdict) {
        (Lifecycle::Active, _) if hidden_by.is_some() => Some(Code::NotFound),
        (Lifecycle::Active, verdict) => verdict.err().map(|error| error.code()),
        (Lifecycle::Suspended, _) => Some(Code::UserSuspended),
        (Lifecycle::Deactivated, _) => Some(Code::UserDeactivated),
        (Lifecycle::Invited, _) => Some(Code::LifecycleConflict),
    };
    let held = role.grants().reach(action);
    Ok(Explanation { user, role, action, held, target, hidden_by, refusal })
}

/// The actor's own state of the organisation, with somebody else's role.
fn in_their_place(me: &Principal, user: &User, role: &Role) -> Principal {
    let grants = role.grants();
    me.clone().standing_for(user.id, &role.key, role.rank(), grants)
}
