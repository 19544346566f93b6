//! The macros with which rooms declare rows, statements and parameters.

/// Makes the parameters of a statement: `params![id, "text", 5]` is a `[Value; 3]`.
#[macro_export]
macro_rules! params {
    () => {{
        let none: [$crate::Value; 0] = [];
        none
    }};
    ($($value:expr),+ $(,)?) => {
        [$($crate::Value::from($value)),+]
    };
}

/// Joins constant pieces of SQL: `sql!("SELECT ", UserRow::COLUMNS, " FROM users")`.
#[macro_export]
macro_rules! sql {
    ($($piece:expr),+ $(,)?) => {
        $crate::__concat!($($piece),+)
    };
}

/// Declares a row: a struct that reads itself by position, with its columns as one constant.
///
/// ```
/// db::row! {
///     /// A user as the list shows it.
///     pub struct UserRow {
///         /// Who.
///         pub id: uuid::Uuid,
///         /// Folded.
///         pub username_key: String,
///     }
/// }
/// assert_eq!(UserRow::COLUMNS, "id, username_key");
/// ```
///
/// `pub struct UserRow as "u" { … }` writes each column with that alias: `u.id, u.username_key`.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident $(as $alias:literal)? {
        $(#[$first_meta:meta])* $first_vis:vis $first:ident : $first_type:ty
        $(, $(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty)* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        $vis struct $name {
            $(#[$first_meta])* $first_vis $first: $first_type,
            $($(#[$field_meta])* $field_vis $field: $type,)*
        }

        impl $name {
            /// The columns in the order of the fields, for SELECT and RETURNING.
            pub const COLUMNS: &'static str =
                $crate::row!(@columns ($($alias)?) $first $($field)*);
        }

        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row<'_>) -> ::core::result::Result<Self, $crate::DbError> {
                let mut columns = row.columns();
                Ok(Self {
                    $first: columns.next()?,
                    $($field: columns.next()?,)*
                })
            }
        }
    };
    (@columns () $first:ident $($field:ident)*) => {
        concat!(stringify!($first) $(, ", ", stringify!($field))*)
    };
    (@columns ($alias:literal) $first:ident $($field:ident)*) => {
        concat!($alias, ".", stringify!($first) $(, ", ", $alias, ".", stringify!($field))*)
    };
}

/// Declares the constant statements of a room, and `STATEMENTS` with all of them by name, so that
/// a test prepares each on both engines.
///
/// ```
/// db::statements! {
///     /// One user of an organisation.
///     FIND = "SELECT id FROM users WHERE organisation_id = $1 AND id = $2";
/// }
/// assert_eq!(STATEMENTS, &[("FIND", FIND)]);
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$meta])* pub const $name: &str = $sql;)*

        /// Every statement of this room with its name, for the test that prepares them.
        pub const STATEMENTS: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}
