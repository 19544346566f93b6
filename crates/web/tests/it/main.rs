//! What strangers, neighbours and colleagues may do at each door (SECURITY.md S1 to S15), over HTTP.

mod audit;
mod bulk;
mod cast;
mod cross_site;
mod fields;
mod foreign;
mod forms;
mod levels;
mod licensing;
mod matrix;
mod matrix_pages;
mod operations;
mod operator;
mod origins;
mod output;
mod owned;
mod pickers;
mod power;
mod queries;
mod races;
mod reach;
mod second_factor;
mod sessions;
mod single_sign_on;
mod strangers;
mod trusted_devices;
