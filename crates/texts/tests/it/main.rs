//! Checks over all texts and over the sources that use them.

#![cfg(test)]

mod files;
mod sources;
mod uses;
