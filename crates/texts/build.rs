//! Lists every text file so that the binary carries them; a new file needs no other step.

#![expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts by the environment")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("locales");
    let mut code = String::from("const FILES: &[(&str, &str, &str)] = &[\n");
    for directory in sorted(&root)? {
        println!("cargo::rerun-if-changed={}", directory.display());
        for file in sorted(&directory)? {
            let (lang, name) = (name_of(&directory), name_of(&file));
            let _ = writeln!(code, "    ({lang:?}, {name:?}, include_str!({file:?})),");
        }
    }
    code.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("files.rs"), code)
}

fn sorted(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries =
        fs::read_dir(directory)?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
