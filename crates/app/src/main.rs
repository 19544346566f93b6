//! The binary `crewdesk`.
fn main() {}
