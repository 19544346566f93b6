//! The one room that knows there are two databases.
