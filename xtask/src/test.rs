//! The test command: everything that must hold before a change lands.

use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::{assets, generate, install, postgres, run, tidy};

/// What to leave out.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only this step: fmt, tidy, assets, clippy, deny, gen, tests, docs or browser.
    #[arg(long)]
    only: Option<String>,
    /// Leave out the browser.
    #[arg(long)]
    fast: bool,
}

type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("fmt", fmt),
    ("tidy", tidy::run),
    ("assets", assets::build),
    ("clippy", clippy),
    ("deny", deny),
    ("gen", || generate::run(true)),
    ("docs", docs),
    ("tests", tests),
    ("browser", browser),
];

/// Runs the steps in order and stops at the first that fails.
pub(crate) fn run(options: &Options) -> Result<()> {
    install::all()?;
    let wanted = |name: &str| match &options.only {
        Some(only) => only == name,
        None => !(options.fast && name == "browser"),
    };
    let steps: Vec<&Step> = STEPS.iter().filter(|(name, _)| wanted(name)).collect();
    if steps.is_empty() {
        bail!("there is no such step");
    }
    for (name, step) in steps {
        let began = Instant::now();
        step().with_context(|| format!("the step {name} failed"))?;
        eprintln!("{name:8} {:6.1} s", began.elapsed().as_secs_f32());
    }
    Ok(())
}

fn fmt() -> Result<()> {
    run::go(run::cargo().args(["fmt", "--all", "--check"]))
}

/// Unwrapping, indexing and panicking are how a test fails; the product does none of them.
const ALLOWED_IN_TESTS: &[&str] = &[
    "clippy::unwrap_used",
    "clippy::expect_used",
    "clippy::panic",
    "clippy::indexing_slicing",
    "clippy::print_stdout",
    "clippy::cast_possible_truncation",
    "clippy::cast_sign_loss",
    "clippy::disallowed_methods",
    "clippy::large_futures",
    "unfulfilled_lint_expectations",
];

fn clippy() -> Result<()> {
    let lint = ["clippy", "--quiet", "--workspace"];
    run::go(run::cargo().args(lint).args(["--lib", "--bins", "--", "-D", "warnings"]))?;
    let mut tests = run::cargo();
    tests.args(lint).args(["--all-targets", "--", "-D", "warnings"]);
    for name in ALLOWED_IN_TESTS {
        tests.args(["-A", name]);
    }
    run::go(&mut tests)
}

fn deny() -> Result<()> {
    // Crates for other systems are looked at too, and no build has brought them here. Where there is no network
    // they may be here already, which the check itself finds out.
    if let Err(error) = run::go(run::cargo().args(["fetch", "--locked", "--quiet"])) {
        eprintln!("{error:#}");
    }
    // Advisories need a database from the network; what can be told from here is always checked.
    run::go(run::cargo().args([
        "deny",
        "--offline",
        "--log-level",
        "error",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}

fn docs() -> Result<()> {
    run::go(run::cargo().args(["test", "--quiet", "--workspace", "--doc"]))
}

fn tests() -> Result<()> {
    let server = postgres::start()?;
    run::go(
        run::cargo().args(["nextest", "run", "--workspace"]).env(postgres::VARIABLE, server.url()),
    )
}

fn browser() -> Result<()> {
    let folder = run::root().join("crates/web/frontend/e2e");
    if !folder.join("package.json").exists() && !folder.exists() {
        bail!("the browser tests are missing: {}", folder.display());
    }
    run::go(run::cargo().args(["build", "--quiet", "--package", "crewdesk"]))?;
    let binary = run::target().join("debug/crewdesk");
    let frontend = run::root().join("crates/web/frontend");
    run::go(
        run::command("npm")
            .args(["test", "--silent"])
            .current_dir(frontend)
            .env("CREWDESK_BIN", binary),
    )
}
