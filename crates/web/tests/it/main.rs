//! What strangers, neighbours and colleagues may do at each door (SECURITY.md S1 to S15), over HTTP.

mod cross_site;
mod matrix;
mod matrix_pages;
mod power;
mod races;
mod strangers;
