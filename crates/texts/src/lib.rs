//! Every text people read, in every language.
