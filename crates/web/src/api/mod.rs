//! The programming interface (SPEC API-1): the same verbs as the pages, in JSON.

pub mod access;
pub mod audit;
pub mod audit_export;
pub mod contact;
pub mod exchanges;
pub mod factors;
pub mod group_moves;
pub mod groups;
pub mod helpdesks;
pub mod invitations;
pub mod licence_reports;
pub mod licences;
pub mod locations;
pub mod me;
pub mod operator;
pub mod organisation;
pub mod reply;
pub mod resource_filter_holders;
pub mod resource_filters;
pub mod roles;
pub mod session;
pub mod settings;
pub mod sign_in_policy;
pub mod sign_ins;
pub mod sign_ups;
pub mod teams;
pub mod tokens;
pub mod users;
pub mod users_actions;
pub mod users_change;
pub mod users_view;

pub use reply::Reply;
