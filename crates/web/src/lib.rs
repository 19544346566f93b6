//! HTTP: pages, programming interface, event stream.
