//! `crewdesk doctor`: looks at everything the server needs and says in sentences what is wrong. It
//! changes nothing and may run beside the server.

mod database;
mod outside;

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use kernel::Clock;

use crate::config::Config;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Check also whether everything that must always hold does, which reads the whole database.
    #[arg(long)]
    verify: bool,
}

/// How serious a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    Ok,
    Warn,
    Fail,
}

/// What was found, told line by line as it is found.
#[derive(Debug, Default)]
struct Report {
    worst: Option<Grade>,
}

impl Report {
    fn ok(&mut self, text: impl AsRef<str>) {
        self.tell(Grade::Ok, text.as_ref());
    }
    fn warn(&mut self, text: impl AsRef<str>) {
        self.tell(Grade::Warn, text.as_ref());
    }
    fn fail(&mut self, text: impl AsRef<str>) {
        self.tell(Grade::Fail, text.as_ref());
    }

    #[expect(clippy::print_stdout, reason = "the lines are the answer of the command")]
    fn tell(&mut self, grade: Grade, text: &str) {
        let word = match grade {
            Grade::Ok => "ok",
            Grade::Warn => "warn",
            Grade::Fail => "fail",
        };
        println!("{word:4}  {text}");
        self.worst = self.worst.max(Some(grade));
    }

    /// Warnings are no failure.
    fn code(&self) -> ExitCode {
        if self.worst == Some(Grade::Fail) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}

/// Looks at everything. The code is 1 where a line begins with `fail`.
pub(super) async fn run(options: &Options) -> Result<ExitCode> {
    let mut report = Report::default();
    match Config::load() {
        Ok(config) => look(&config, options, &mut report).await,
        Err(error) => report.fail(format!("Settings: {error:#}.")),
    }
    Ok(report.code())
}

async fn look(config: &Config, options: &Options, report: &mut Report) {
    report.ok("Settings: all can be used.");
    for name in &config.strangers {
        report.warn(format!(
            "Settings: {name} is no setting; docs/reference/config.md lists them all."
        ));
    }
    let crewdesk = database::look(config, report).await;
    outside::mail(config, report).await;
    outside::sms(config, report).await;
    outside::breaches(config, report).await;
    outside::certificate(config, report);
    outside::public_url(config, report).await;
    clock(crewdesk.as_ref(), report).await;
    if let Some(crewdesk) = crewdesk.filter(|_| options.verify) {
        database::verify(&crewdesk, report).await;
    }
}

/// A change recorded in the future means that the clock has gone back, or was wrong then.
async fn clock(crewdesk: Option<&domain::Crewdesk>, report: &mut Report) {
    let now = Clock::system().now();
    let latest = match crewdesk {
        Some(crewdesk) => domain::verify::latest_change(crewdesk).await.ok().flatten(),
        None => None,
    };
    match latest.filter(|latest| *latest > now) {
        Some(latest) => report.fail(format!(
            "Clock: it is {now} here, but the latest change was recorded at {latest}: set the clock right."
        )),
        None => report.ok(format!("Clock: it is {now}.")),
    }
}
