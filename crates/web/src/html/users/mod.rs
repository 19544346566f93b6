//! Users: the list, the person's page, the form, and the steps of their life in the organisation.

pub mod bulk;
pub mod bulk_steps;
pub mod form;
mod list;
mod person;
pub mod steps;

pub use list::{Column, Counters, Filter, FilterChip, FilterGroup, UserRow, UserRows, UsersList};
pub use person::{Body, Facts, Person, TabTable};
