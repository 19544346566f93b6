use std::sync::Arc;

use kernel::ids::{AccountId, OrganisationId, SessionId, UserId};
use kernel::{Code, Denial, Entropy, Error, Timestamp, Token};

use super::principal::Principal;
use super::{
    Action, Grants, Kept, OrganisationState, Rank, Reach, Relation, RoleKey, SessionKind, decide,
    may_assign_role, require,
};

fn principal(role: RoleKey) -> Principal {
    let entropy = Entropy::seeded(1);
    let now = Timestamp::from_micros(1);
    let grants = Grants::of_role(role.as_str(), "{}");
    Principal {
        session_id: SessionId::from_uuid(entropy.uuid(now)),
        kind: SessionKind::Session,
        account_id: AccountId::from_uuid(entropy.uuid(now)),
        user_id: UserId::from_uuid(entropy.uuid(now)),
        organisation_id: OrganisationId::from_uuid(entropy.uuid(now)),
        display_name: "Ada".into(),
        language: "en".into(),
        theme: "system".into(),
        photo_version: 0,
        role_key: role.as_str().into(),
        rank: role.rank(),
        role_grants: grants.clone(),
        grants,
        authenticated_at: now,
        last_seen_at: now,
        must_change_password: false,
        must_enrol: false,
        organisation: OrganisationState {
            name: "Contoso".into(),
            team_name: Some("Contoso".into()),
            trial_ends_at: None,
            trial_ended: false,
            owner: None,
            time_zone: "UTC".into(),
            tier: "start".into(),
            allowed_networks: None,
            by_skill: false,
        },
        resource_filter: None,
        by_provider: false,
        by_trusted_device: false,
        limited: false,
        until: Timestamp::from_micros(1_000),
    }
}

const STRANGER: Relation = Relation::new(false, Rank(20));
const REPORT: Relation = Relation { reports: true, ..STRANGER };

/// The reviewed matrix (SPEC ROL-1): a change of what a role may do shows up here first.
#[test]
fn the_permission_matrix_is_as_reviewed() {
    let mut lines = Vec::new();
    for action in Action::ALL {
        let cells: Vec<String> = RoleKey::ALL
            .iter()
            .map(|role| {
                let names = Grants::of_role(role.as_str(), "{}").reach(*action).names();
                if names.is_empty() { "-".to_owned() } else { names.join("+") }
            })
            .collect();
        lines.push(format!(
            "{:26}{}",
            action.as_str(),
            cells.iter().map(|cell| format!("{cell:18}")).collect::<String>().trim_end()
        ));
    }
    let head: String = RoleKey::ALL.iter().map(|role| format!("{:18}", role.as_str())).collect();
    insta::assert_snapshot!(format!("{:26}{}\n{}", "action", head.trim_end(), lines.join("\n")));
}

#[test]
fn usr_2_everyone_sees_only_whom_their_scope_reaches() {
    let technician = principal(RoleKey::Technician);
    assert!(matches!(decide(&technician, Action::UsersView, STRANGER), Err(Error::NotFound)));
    let supervisor = principal(RoleKey::Supervisor);
    assert!(matches!(decide(&supervisor, Action::UsersView, STRANGER), Err(Error::NotFound)));
    assert!(decide(&supervisor, Action::UsersSuspend, REPORT).is_ok());
    assert!(matches!(decide(&supervisor, Action::UsersRemove, REPORT), Err(Error::Denied(_))));
    assert!(decide(&principal(RoleKey::Administrator), Action::UsersRemove, STRANGER).is_ok());
}

#[test]
fn rol_3_nobody_acts_on_a_higher_rank() {
    let higher = Relation { rank: Rank(100), ..REPORT };
    let answer = decide(&principal(RoleKey::Supervisor), Action::UsersSuspend, higher);
    assert!(matches!(answer, Err(Error::Forbidden(Code::AboveOwnRank))));
}

#[test]
fn rol_3_nobody_grants_what_they_do_not_hold() {
    let supervisor = principal(RoleKey::Supervisor);
    let administrator = Grants::of_role("administrator", "{}");
    let wide = may_assign_role(&supervisor, Rank(10), &administrator);
    assert!(matches!(wide, Err(Error::Forbidden(Code::GrantsMoreThanHeld))));
    let peer = may_assign_role(&supervisor, Rank(60), &supervisor.role_grants);
    assert!(matches!(peer, Err(Error::Forbidden(Code::AboveOwnRank))));
    let below = Grants::of_role("technician", "{}");
    assert!(may_assign_role(&supervisor, Rank(20), &below).is_ok());
}

#[test]
fn org_1_after_the_trial_one_reads_but_changes_nothing() {
    let mut administrator = principal(RoleKey::Administrator);
    administrator.organisation.trial_ended = true;
    assert!(require(&administrator, Action::UsersView).is_ok());
    assert!(require(&administrator, Action::SelfService).is_ok());
    let change = require(&administrator, Action::UsersCreate);
    assert!(matches!(change, Err(Error::Forbidden(Code::TrialEnded))));
}

#[test]
fn org_2_users_wait_for_the_teams_name() {
    let mut administrator = principal(RoleKey::Administrator);
    administrator.organisation.team_name = None;
    let early = require(&administrator, Action::UsersCreate);
    assert!(matches!(early, Err(Error::Forbidden(Code::TeamNotActivated))));
    assert!(require(&administrator, Action::OrganisationEdit).is_ok());
}

#[test]
fn a_first_password_must_be_replaced_before_anything_else() {
    let mut administrator = principal(RoleKey::Administrator);
    administrator.must_change_password = true;
    let early = require(&administrator, Action::UsersView);
    assert!(matches!(early, Err(Error::Forbidden(Code::PasswordChangeRequired))));
    assert!(require(&administrator, Action::SelfService).is_ok());
}

#[test]
fn a_token_is_cut_to_its_scopes() {
    let mut token = principal(RoleKey::Administrator);
    token.grants = token.grants.limited_to(&[Action::UsersView]);
    token.limited = true;
    assert_eq!(require(&token, Action::UsersView).unwrap(), Reach::OWN.and(Reach::ORGANISATION));
    assert!(matches!(
        require(&token, Action::UsersCreate),
        Err(Error::Denied(Denial { code: Code::TokenScope, .. }))
    ));
}

#[test]
fn a_principal_is_kept_while_nothing_was_committed() {
    let (kept, entropy, at) = (Kept::default(), Entropy::seeded(2), Timestamp::from_micros);
    let bearer = Arc::new(principal(RoleKey::Viewer));
    let (token, other) =
        (Token::generate("cds", &entropy).hash(), Token::generate("cds", &entropy).hash());
    kept.keep(token, 7, at(100), &bearer);
    assert_eq!(kept.find(token, 7, at(100)), Some(Arc::clone(&bearer)));
    assert_eq!(kept.find(other, 7, at(100)), None, "somebody else's token");
    assert_eq!(kept.find(token, 8, at(100)), None, "something was committed");
    assert_eq!(kept.find(token, 7, at(1_000)), None, "the session has ended");
    assert_eq!(kept.find(token, 7, at(99)), None, "the clock went back");
}

#[test]
fn what_was_read_before_a_commit_is_not_kept_after_it() {
    let (kept, entropy, now) = (Kept::default(), Entropy::seeded(2), Timestamp::from_micros(100));
    let bearer = Arc::new(principal(RoleKey::Viewer));
    let (early, late) =
        (Token::generate("cds", &entropy).hash(), Token::generate("cds", &entropy).hash());
    kept.keep(late, 8, now, &bearer);
    // Its question was asked before the commit and answered after it.
    kept.keep(early, 7, now, &bearer);
    assert_eq!((kept.find(early, 7, now), kept.find(early, 8, now)), (None, None));
    assert_eq!(kept.find(late, 8, now), Some(bearer));
}
