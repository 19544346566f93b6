//! Test servers, one client per actor, builders, a mail sink.
