//! The product: one folder per noun, no HTTP word in here.
//!
//! A verb takes [`cx::Cx`] first and always goes the same five steps: authorise, load, decide, save,
//! record (DESIGN section 2). [`Crewdesk`] opens the transaction that a verb runs in.

pub mod access;
pub mod accounts;
pub mod actor;
pub mod audit;
pub mod cx;
pub mod exchanges;
pub mod factors;
mod faults;
pub mod groups;
pub mod helpdesks;
pub mod idempotency;
pub mod identity_providers;
pub mod invitations;
pub mod jobs;
pub mod licences;
pub mod mail_templates;
pub mod notices;
pub mod organisations;
pub mod ports;
pub mod presence;
mod product;
pub mod profiles;
pub mod resealing;
pub mod resource_filters;
pub mod roles;
pub mod sealing;
pub mod sessions;
pub mod settings;
pub mod skills;
pub mod teams;
pub mod users;
pub mod verify;

pub use actor::{Actor, Origin, Surface};
pub use cx::Cx;
pub use product::{Crewdesk, Policy};

/// Every statement of every room, by room and name: a test prepares them all on both engines.
pub fn statements() -> Vec<(&'static str, &'static str, &'static str)> {
    let rooms = [
        ("access", access::STATEMENTS),
        ("accounts", accounts::STATEMENTS),
        ("audit", audit::STATEMENTS),
        ("exchanges", exchanges::STATEMENTS),
        ("factors", factors::STATEMENTS),
        ("groups", groups::STATEMENTS),
        ("helpdesks", helpdesks::STATEMENTS),
        ("idempotency", idempotency::STATEMENTS),
        ("identity_providers", identity_providers::STATEMENTS),
        ("invitations", invitations::STATEMENTS),
        ("jobs", jobs::STATEMENTS),
        ("licences", licences::STATEMENTS),
        ("mail_templates", mail_templates::STATEMENTS),
        ("notices", notices::STATEMENTS),
        ("organisations", organisations::STATEMENTS),
        ("presence", presence::STATEMENTS),
        ("profiles", profiles::STATEMENTS),
        ("resource_filters", resource_filters::STATEMENTS),
        ("roles", roles::STATEMENTS),
        ("sessions", sessions::STATEMENTS),
        ("settings", settings::STATEMENTS),
        ("skills", skills::STATEMENTS),
        ("teams", teams::STATEMENTS),
        ("users", users::STATEMENTS),
        ("verify", verify::STATEMENTS),
    ];
    rooms
        .iter()
        .flat_map(|(room, all)| all.iter().map(|(name, sql)| (*room, *name, *sql)))
        .collect()
}
