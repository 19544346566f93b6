//! The product's stories, on both databases.

mod audit;
mod backup;
mod doors;
mod factors;
mod factors_required;
mod filters;
mod invoices;
mod jobs;
mod licences;
mod lists;
mod mail_templates;
mod orders;
mod people;
mod reach;
mod roles;
mod settings;
mod sign_up;
mod single_sign_on;
mod skills;
mod statements;
mod supervision;
mod teams;
mod telephony;
mod verify;
mod work;
mod world;
