//! Embeds the front end: what `cargo xtask assets` left in frontend/dist, or a plain stylesheet where
//! that is missing, so that `cargo check` needs no node.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let dist = here.join("frontend/dist");
    // The folder must exist to be watched; an absent path would rebuild this crate every time.
    fs::create_dir_all(&dist)?;
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", dist.display());
    println!("cargo::rerun-if-changed=frontend/src/plain.css");
    println!("cargo::rerun-if-changed=frontend/src/logo.svg");

    let entries: String = match fs::read_to_string(dist.join("manifest.txt")) {
        Ok(manifest) => manifest.lines().filter_map(|line| built(&dist, line)).collect(),
        Err(_) => {
            println!(
                "cargo::warning=frontend/dist is missing: pages get a plain stylesheet; run `cargo xtask assets`"
            );
            [plain(&here, "app.css", "plain.css"), plain(&here, "logo.svg", "logo.svg")].concat()
        }
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("assets.rs"), format!("&[\n{entries}]\n"))
}

/// The entry of one manifest line, `app.css app-1a2b3c4d5e.css`.
fn built(dist: &Path, line: &str) -> Option<String> {
    let (name, file) = line.split_once(' ')?;
    let path = dist.join(file);
    let plain = path.display();
    let entry = format!(
        "Asset {{ name: {name:?}, file: {file:?}, url: \"/assets/{file}\", plain: include_bytes!(r#\"{plain}\"#), \
         gzip: Some(include_bytes!(r#\"{plain}.gz\"#)), brotli: Some(include_bytes!(r#\"{plain}.br\"#)) }},\n"
    );
    Some(entry)
}

/// The entry of a source file that stands in for a built one.
fn plain(here: &Path, name: &str, source: &str) -> String {
    let path = here.join("frontend/src").join(source);
    format!(
        "Asset {{ name: {name:?}, file: {name:?}, url: \"/assets/{name}\", plain: include_bytes!(r#\"{}\"#), gzip: None, brotli: None }},\n",
        path.display()
    )
}
