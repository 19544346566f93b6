use kernel::{Code, Denial, Error, Result};

use super::{Action, Grants, Principal, Rank, Reach};

/// How a person stands to the actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// It is the actor.
    pub is_self: bool,
    /// The person reports to the actor, at any depth.
    pub reports: bool,
    /// The person is in a team that the actor leads.
    pub in_led_team: bool,
    /// The person is in a group that the actor administers.
    pub in_group: bool,
    /// The rank of the person's role.
    pub rank: Rank,
}

impl Relation {
    /// The actor themself or a stranger.
    pub const fn new(is_self: bool, rank: Rank) -> Self {
        Self { is_self, reports: false, in_led_team: false, in_group: false, rank }
    }
    /// The widest relation by which `reach` may get to this person.
    const fn within(self, reach: Reach) -> bool {
        reach.holds(Reach::ORGANISATION)
            || (self.is_self && reach.holds(Reach::OWN))
            || (self.reports && reach.holds(Reach::REPORTS))
            || (self.in_led_team && reach.holds(Reach::TEAMS))
            || (self.in_group && reach.holds(Reach::GROUPS))
    }
}

/// Whether the actor may do `action` at all, to whomsoever.
///
/// # Errors
/// [`Error::Forbidden`] with what stands against it.
pub fn require(principal: &Principal, action: Action) -> Result<Reach> {
    if principal.must_change_password && !action.is_own() {
        return Err(Error::Forbidden(Code::PasswordChangeRequired));
    }
    let reach = principal.grants.reach(action);
    if reach.is_none() && principal.must_enrol {
        return Err(Error::Forbidden(Code::SecondFactorMissing));
    }
    if reach.is_none() {
        let code = if principal.is_limited_token() { Code::TokenScope } else { Code::Forbidden };
        return Err(denied(code, action, reach));
    }
    let organisation = &principal.organisation;
    if organisation.trial_ended && !action.is_read() && !action.is_own() {
        return Err(Error::Forbidden(Code::TrialEnded));
    }
    if action.needs_team() && organisation.team_name.is_none() {
        return Err(Error::Forbidden(Code::TeamNotActivated));
    }
    Ok(reach)
}

/// A refusal that says what was missing (SPEC ROL-5).
pub(crate) fn denied(code: Code, action: Action, held: Reach) -> Error {
    Error::Denied(Denial { code, permission: action.as_str(), held: held.said() })
}

/// Whether the actor may do `action` to a person (SPEC ROL-3). Who may not be seen is not there.
///
/// # Errors
/// [`Error::NotFound`] for people out of sight, [`Error::Forbidden`] otherwise.
pub fn decide(principal: &Principal, action: Action, person: Relation) -> Result<()> {
    if principal.must_enrol {
        return Err(Error::Forbidden(Code::SecondFactorMissing));
    }
    if !person.within(principal.grants.reach(Action::UsersView)) {
        return Err(Error::NotFound);
    }
    let reach = require(principal, action)?;
    if !person.within(reach) {
        return Err(denied(Code::Forbidden, action, reach));
    }
    if !action.is_read() && !person.is_self && person.rank > principal.rank {
        return Err(Error::Forbidden(Code::AboveOwnRank));
    }
    Ok(())
}

/// Whether the actor may give someone a role with this rank and these grants: never one above their
/// own, never more than they hold; a Supervisor creates those below only (SPEC ROL-1, ROL-3).
///
/// # Errors
/// [`Error::Forbidden`] naming which of the two.
pub fn may_assign_role(principal: &Principal, rank: Rank, grants: &Grants) -> Result<()> {
    let everywhere = principal.grants.reach(Action::UsersAssignRole).holds(Reach::ORGANISATION);
    if rank > principal.rank || (rank == principal.rank && !everywhere) {
        return Err(Error::Forbidden(Code::AboveOwnRank));
    }
    if !principal.role_grants.cover(grants) {
        return Err(Error::Forbidden(Code::GrantsMoreThanHeld));
    }
    Ok(())
}

/// Whether the actor holds something over people only because of this reach: then they may not change whom
/// it reaches (SPEC ROL-3).
pub fn gains_by(principal: &Principal, reach: Reach) -> bool {
    principal.role_grants.go_by(reach)
}
