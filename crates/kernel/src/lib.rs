//! Words all floors share: ids, clock, text folding, pages, errors.

pub mod value;
