//! The pages of docs/reference, each from the table that the program itself uses.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;
use clap::CommandFactory as _;
use domain::access::{Action, Grants, RoleKey};
use kernel::Code;

use super::Arguments;
use crate::config::settings::{SETTINGS, variable};

/// Writes them into a folder.
pub(super) fn write(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let openapi = web::router::openapi().to_pretty_json()? + "\n";
    let pages = [
        ("openapi.json", openapi),
        ("operator.json", web::router::operator_openapi().to_pretty_json()? + "\n"),
        ("errors.md", errors()),
        ("permissions.md", permissions()),
        ("config.md", config()),
        ("cli.md", command_line()),
    ];
    for (name, text) in pages {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

fn errors() -> String {
    let mut page = "# Codes of refusals\n\nStable names in the field `code` of problem details (RFC 9457).\n\n\
                    | Code | Meaning |\n|---|---|\n"
        .to_owned();
    for code in Code::ALL {
        let _ = writeln!(page, "| `{code}` | {} |", code.title());
    }
    page
}

fn permissions() -> String {
    let mut page = "# What each built-in role may do\n\nA cell names whom the permission reaches. Permissions are \
                    also the scopes of API tokens.\n\n| Permission |"
        .to_owned();
    for role in RoleKey::ALL {
        let _ = write!(page, " {} |", role.name());
    }
    page.push_str("\n|---|---|---|---|---|---|\n");
    for action in Action::ALL {
        let _ = write!(page, "| `{}` |", action.as_str());
        for role in RoleKey::ALL {
            let _ = write!(
                page,
                " {} |",
                Grants::of_role(role.as_str(), "{}").reach(*action).names().join(", ")
            );
        }
        page.push('\n');
    }
    page
}

fn config() -> String {
    let mut page = "# Settings\n\nFrom the environment, else from crewdesk.toml (here or in /etc/crewdesk, or the \
                    file that CREWDESK_CONFIG names), else the default.\n\n| Variable | Key in crewdesk.toml | Default \
                    | Meaning |\n|---|---|---|---|\n"
        .to_owned();
    for setting in SETTINGS {
        let default = if setting.default.is_empty() {
            String::new()
        } else {
            format!("`{}`", setting.default)
        };
        let _ = writeln!(
            page,
            "| `{}` | `{}` | {default} | {} |",
            variable(setting.key),
            setting.key,
            setting.help
        );
    }
    page
}

fn command_line() -> String {
    let mut page = "# Command line\n".to_owned();
    let mut command = Arguments::command();
    command.build();
    let visible: Vec<_> = command
        .get_subcommands()
        .filter(|sub| !sub.is_hide_set() && sub.get_name() != "help")
        .collect();
    for sub in visible {
        let help = sub.clone().term_width(100).render_long_help();
        let _ = write!(
            page,
            "\n## crewdesk {}\n\n```text\n{}\n```\n",
            sub.get_name(),
            help.to_string().trim_end()
        );
    }
    page
}
