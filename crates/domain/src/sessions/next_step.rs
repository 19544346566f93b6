//! Where a proven first factor leads: the one decision of a sign-in, on values alone (SPEC ACC-5, ACC-9).
//!
//! Every way in ends here, whatever the first factor was: `first_factor` proves it, [`decide`] says what
//! comes next, `sign_in` does it.

use kernel::Code;
use kernel::ids::OrganisationId;

use crate::accounts::Membership;
use crate::users::Lifecycle;

/// What is known of somebody whose first factor is right.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Whether the credential is certainly that of whoever reads the account's address.
    pub is_the_persons: bool,
    /// Where the account is a user.
    pub memberships: Vec<Membership>,
    /// The organisation asked for.
    pub wanted: Option<OrganisationId>,
}

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A session opens here.
    Open(Membership),
    /// The person says where.
    Choose(Vec<Membership>),
    /// Nothing opens, and this is why.
    Refuse(Code),
}

/// What comes next.
pub(super) fn decide(known: &Known) -> Step {
    pick(&open_to(known), known.wanted)
}

/// An invitation is for whoever reads the address; a credential opens it only where that is certain.
fn open_to(known: &Known) -> Vec<Membership> {
    let certain = known.is_the_persons;
    let open = known.memberships.iter().filter(|m| certain || m.lifecycle != Lifecycle::Invited);
    open.cloned().collect()
}

fn pick(memberships: &[Membership], wanted: Option<OrganisationId>) -> Step {
    if let Some(found) = memberships.iter().find(|m| Some(m.organisation_id) == wanted) {
        return match may_enter(found.lifecycle) {
            Ok(()) => Step::Open(found.clone()),
            Err(code) => Step::Refuse(code),
        };
    }
    let those = |lifecycle| -> Vec<Membership> {
        memberships.iter().filter(|m| m.lifecycle == lifecycle).cloned().collect()
    };
    // An invitation is accepted by the first sign-in, but does not stand in the way of another one.
    let mut open = those(Lifecycle::Active);
    if open.is_empty() {
        open = those(Lifecycle::Invited);
    }
    match (open.pop(), open.is_empty()) {
        (Some(only), true) => Step::Open(only),
        (Some(last), false) => {
            open.push(last);
            Step::Choose(open)
        }
        (None, _) if memberships.iter().any(|m| m.lifecycle == Lifecycle::Suspended) => {
            Step::Refuse(Code::UserSuspended)
        }
        (None, _) if memberships.is_empty() => Step::Refuse(Code::NoOrganisation),
        (None, _) => Step::Refuse(Code::UserDeactivated),
    }
}

/// Whether a user in this state may sign in.
pub(crate) const fn may_enter(lifecycle: Lifecycle) -> Result<(), Code> {
    match lifecycle {
        Lifecycle::Active | Lifecycle::Invited => Ok(()),
        Lifecycle::Suspended => Err(Code::UserSuspended),
        Lifecycle::Deactivated => Err(Code::UserDeactivated),
    }
}

#[cfg(test)]
mod tests {
    use kernel::Code;
    use kernel::ids::{OrganisationId, UserId};
    use uuid::Uuid;

    use super::{Known, Membership, Step, decide, pick};
    use crate::users::Lifecycle::{self, Active, Deactivated, Invited, Suspended};

    fn membership(n: u128, lifecycle: Lifecycle) -> Membership {
        Membership {
            organisation_id: OrganisationId::from_uuid(Uuid::from_u128(n)),
            organisation: format!("Organisation {n}"),
            user_id: UserId::from_uuid(Uuid::from_u128(100 + n)),
            lifecycle,
        }
    }

    #[test]
    fn an_active_membership_goes_before_an_invitation() {
        let both = [membership(1, Invited), membership(2, Active)];
        assert_eq!(pick(&both, None), Step::Open(both[1].clone()));
        assert_eq!(pick(&both, Some(both[0].organisation_id)), Step::Open(both[0].clone()));
        assert_eq!(pick(&both[..1], None), Step::Open(both[0].clone()));
    }

    #[test]
    fn several_are_asked_about() {
        let three = [membership(1, Active), membership(2, Active), membership(3, Suspended)];
        assert_eq!(pick(&three, None), Step::Choose(three[..2].to_vec()));
    }

    #[test]
    fn who_may_not_sign_in_is_told_why() {
        let out = [membership(1, Suspended), membership(2, Deactivated)];
        assert_eq!(pick(&out, None), Step::Refuse(Code::UserSuspended));
        assert_eq!(pick(&out[1..], None), Step::Refuse(Code::UserDeactivated));
        assert_eq!(pick(&[], None), Step::Refuse(Code::NoOrganisation));
    }

    #[test]
    fn an_invitation_opens_to_nobody_whose_address_is_not_proven() {
        let known = |is_the_persons| Known {
            is_the_persons,
            memberships: vec![membership(1, Invited)],
            wanted: None,
        };
        assert_eq!(decide(&known(true)), Step::Open(membership(1, Invited)));
        assert_eq!(decide(&known(false)), Step::Refuse(Code::NoOrganisation));
    }
}
