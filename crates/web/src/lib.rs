//! HTTP: pages, programming interface, event stream.

pub mod assets;
pub mod html;
