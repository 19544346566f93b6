//! HTTP: pages, programming interface, event stream.
//!
//! - [`router`] holds every address in one list, [`state`] what handlers share, [`server`] the listener.
//! - [`extract`] turns a request into what a verb takes; [`problem`] turns a refusal into an answer.
//! - [`api`] is the programming interface, [`html`] the pages, [`events`] the live stream.
//!
//! A handler parses, calls one verb, and renders: no rule stands here.

pub mod api;
pub mod assets;
mod described;
mod described_refusals;
pub mod events;
pub mod extract;
mod health;
pub mod html;
mod layers;
mod limits;
pub mod map;
pub mod pages;
pub mod problem;
mod refused;
pub mod router;
pub mod server;
pub mod state;

pub use server::serve;
pub use state::{AppState, WebConfig};
