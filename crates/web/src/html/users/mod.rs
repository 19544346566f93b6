//! Users: the list, the person's page, the form, and the steps of their life in the organisation.

mod list;

pub use list::{
    Cell, Column, Counters, Filter, FilterChip, FilterGroup, MenuItem, Pager, UserRow, UserRows,
    UsersList,
};
