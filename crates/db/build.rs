//! Lists the migration files, so that adding one is adding a file.

#![expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts by the environment")]

use std::{env, error::Error, fmt::Write as _, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=migrations");
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("migrations");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "sql"))
        .collect();
    files.sort();
    let mut list = String::from(
        "/// The migrations of the product, in order.\npub const MIGRATIONS: &[Migration] = &[\n",
    );
    for (position, path) in files.iter().enumerate() {
        let name = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a name is not UTF-8")?;
        let version: usize = name.split('_').next().unwrap_or_default().parse()?;
        if version != position + 1 {
            return Err(format!("{name}: migrations are numbered from 0001 without gaps").into());
        }
        writeln!(
            list,
            "    Migration {{ version: {version}, name: {name:?}, sql: include_str!({path:?}) }},"
        )?;
    }
    list.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("migrations.rs"), list)?;
    Ok(())
}
