//! Writes every mail in every language to a folder, to be looked at in a browser:
//! `cargo run --package worker --example letters -- FOLDER`.

use std::io;
use std::path::PathBuf;

use domain::jobs::{Mail, MailTemplate};
use kernel::Timestamp;
use texts::Lang;

fn main() -> io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "letters".into()));
    std::fs::create_dir_all(&folder)?;
    for template in MailTemplate::ALL {
        for lang in Lang::ALL {
            let mail = Mail::new(*template, "eva@example.org", lang.code())
                .with("name", "Eva Dvořáková")
                .with("organisation", "Contoso Support")
                .with("by", "Olga Nováková")
                .with("reason", "Long leave")
                .with("sends", "1")
                .with("expires_at", "2026-11-30T14:00:00Z")
                .with("token", "cdi_Qm9yZGVyIGNvbGxpZSBkb2dzIGFyZSBjbGV2ZXI")
                .with("code", "012345")
                .with("minutes", "10");
            let now = Timestamp::from_micros(0);
            let letter = worker::letters::write(&mail, None, "https://desk.example.org", "id", now)
                .map_err(io::Error::other)?;
            std::fs::write(folder.join(format!("{template}.{lang}.html")), letter.html)?;
            std::fs::write(folder.join(format!("{template}.{lang}.txt")), letter.text)?;
        }
    }
    Ok(())
}
