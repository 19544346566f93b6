//! The product's stories, on both databases.

mod audit;
mod backup;
mod doors;
mod jobs;
mod lists;
mod people;
mod statements;
mod supervision;
mod verify;
mod world;
