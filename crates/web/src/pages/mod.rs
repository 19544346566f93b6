//! The handlers of the pages: parse, call a verb, fill a view of [`crate::html`] or lead on. No rule
//! stands here.
//!
//! [`Page`](page::Page) is what a handler of a signed-in person starts from, [`Form`](form::Form) a form
//! whose token was right; [`addresses`] holds every address.

mod accept;
mod addresses;
mod audit;
mod bulk;
mod bulk_move;
mod bulk_steps;
mod by_code;
mod contact;
mod cookies;
mod doors;
mod exchanges;
mod fault;
mod flash;
mod form;
mod group_move;
mod groups;
mod helpdesks;
mod home;
mod identity_providers;
mod inherited;
mod invitations;
mod levels;
mod licence_words;
mod licences;
mod linked;
mod links;
mod live;
mod locations;
mod mail_templates;
mod mailbox;
mod matrix;
mod me;
mod numeric_ids;
mod own_password;
mod page;
mod passkeys;
mod password;
mod people;
mod person;
mod person_access;
mod person_identities;
mod person_security;
mod photo;
mod pick;
mod preferences;
mod profile_form;
mod profiles;
pub(crate) mod reader;
mod reference;
mod renewal;
mod resource_filter_holders;
mod resource_filters;
mod roles;
mod search;
mod second_step;
mod security;
mod settings;
mod sign_in_policy;
mod sign_ins;
mod sign_up;
mod single_sign_on;
mod skills;
mod steps;
mod team_members;
mod teams;
mod telephony;
mod tokens;
mod trusted_devices;
mod user_form;
mod users;
mod work;

pub(crate) use addresses::routes;
pub(crate) use fault::write_fault;

use domain::access::{Action, Principal, Reach};

use crate::html::frame::Place;

/// Where this person may go: what the navigation shows.
pub(crate) fn places(me: &Principal) -> Vec<Place> {
    let reach = |action| me.grants.reach(action);
    let beyond = [Reach::REPORTS, Reach::TEAMS, Reach::GROUPS, Reach::ORGANISATION];
    let others = |action| beyond.iter().any(|one| reach(action).holds(*one));
    let all = |action| reach(action).holds(Reach::ORGANISATION);
    [
        (Place::Home, true),
        (Place::Users, others(Action::UsersView)),
        (Place::Invitations, others(Action::InvitationsView)),
        (Place::Licences, all(Action::LicencesView)),
        (Place::Skills, all(Action::SkillsView)),
        (Place::Profiles, all(Action::SkillsView)),
        (Place::Exchanges, all(Action::ExchangesView)),
        (Place::Helpdesks, all(Action::HelpdesksView)),
        (Place::Roles, all(Action::RolesManage)),
        (Place::Teams, others(Action::TeamsView)),
        (Place::Groups, all(Action::GroupsManage)),
        (Place::Inherited, all(Action::SettingsManage)),
        (Place::SignIn, all(Action::SettingsManage)),
        (Place::Organisation, all(Action::OrganisationEdit)),
        (Place::Mails, all(Action::OrganisationEdit)),
        (Place::Filters, all(Action::ResourceFiltersManage) && me.resource_filter.is_none()),
        (Place::Tokens, !reach(Action::TokensOwn).is_none()),
        (Place::Audit, all(Action::AuditView)),
    ]
    .into_iter()
    .filter_map(|(place, may)| may.then_some(place))
    .collect()
}
