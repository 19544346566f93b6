//! Claims jobs and runs schedules; no rule stands here, each job calls a verb of `domain`.
//!
//! - [`run`] is the worker: claims what is due, sweeps every minute, ends calmly
//! - [`letters`] writes mails and text messages in their reader's language
//! - `perform` says which verb a job calls, `sweep` what is done every minute

pub mod letters;
mod perform;
mod resting;
mod run;
mod sweep;

pub use run::{Senders, WorkerConfig, run};
