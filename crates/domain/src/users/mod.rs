//! Users: an account's membership of one organisation (SPEC section 3). The model of a room.
//!
//! | To … | see |
//! |---|---|
//! | read one or a page | [`get`], [`list`] |
//! | create, change | [`create`], [`update`] |
//! | find whom a filter matches, to do something for all of them | [`movable`], [`steppable`] |
//! | change role, supervisor, group, licence | [`assign_role`], [`assign_supervisor`], [`move_group`], [`change_licence`] |
//! | suspend, activate | [`suspend`], [`activate`] |
//! | deactivate, reactivate | [`deactivate`], [`reactivate`] |
//! | remove for good | [`remove`] with [`removal_preview`] |
//! | do one of these for several | [`step_many`] with [`preview_steps`] or [`preview_moves`] |
//! | show a photo | [`photo`] |
//! | see how many there are | [`counters`] |
//! | see taken numeric ids | [`numeric_ids`] |
//! | see who holds a seat and does not use it | [`unused`] |
//! | see history | [`history`] |
//! | keep what someone prefers | [`preferences`] |
//!
//! Invariants: username, email, numeric id and external id are unique in the organisation after
//! folding; the tree of supervision has no circle and `supervision` holds its closure; who holds a
//! seat is counted in `licences`; who may not sign in has no session.

mod bulk;
mod contact;
mod create;
mod deactivate;
pub(crate) mod fields;
mod filter;
mod find;
mod grants;
pub mod history;
mod licence;
pub mod list;
mod matching;
mod move_group;
pub mod numeric_ids;
pub mod photo;
mod plan;
pub mod preferences;
mod preview_moves;
mod preview_steps;
mod remove;
mod role;
mod search;
mod self_service;
mod sort;
mod store;
mod supervisor;
mod suspend;
mod table;
mod tally;
pub mod unused;
mod update;
mod vocabulary;
mod work;
mod workplace;

pub use bulk::{BulkStep, Outcome, step_many};
pub(crate) use contact::{require_self_service, set_email, set_mobile};
pub use create::{NewUser, Standing, create};
pub use deactivate::{deactivate, reactivate};
pub(crate) use fields::Checks;
pub use fields::{Flags, Profile};
pub(crate) use filter::in_reach;
pub use find::{Found, get, myself, names, relations, several, visible};
pub(crate) use find::{by_email, find, is_username_free, of_accounts};
pub(crate) use grants::release as release_operator;
pub use grants::{Extra, assign_grants};
pub use licence::{LicenceChange, change_licence};
pub(crate) use licence::{licences_given, licences_held};
pub use matching::{Concerned, movable, steppable};
pub use move_group::{MovePreview, move_group, preview_move};
pub use preview_moves::{MovesPreview, preview_moves};
pub use preview_steps::{StepsPreview, preview_steps};
pub use remove::{RemovalPreview, removal_preview, remove};
pub use role::assign_role;
pub(crate) use role::{guard_sight, replace_role, stand};
pub use search::tidy_search;
pub(crate) use store::{load, set_lifecycle, set_presence, set_signed_in, touch};
pub(crate) use store::{note_can_answer, note_in_teams};
pub use supervisor::assign_supervisor;
pub(crate) use suspend::subject;
pub use suspend::{activate, suspend};
pub use table::{STATEMENTS, User};
pub(crate) use tally::by_role;
pub use tally::{Counters, counters};
pub use update::{UserPatch, update};
pub use vocabulary::{Licence, Lifecycle, Presence, UserType};
pub use work::{cannot_receive_work, count_without_work};
pub(crate) use workplace::{
    at_helpdesks, count_at_helpdesk, count_on_exchange, extensions_on, extensions_taken, follow,
};
