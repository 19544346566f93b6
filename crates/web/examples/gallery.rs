//! Writes every page with sample content to a folder, in every language, with the front end's files
//! beside them: `cargo run -p web --example gallery -- FOLDER`, then serve the folder and look.

use std::{env, fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("say the folder to write to"));
    };
    fs::create_dir_all(folder.join("assets"))?;
    let dist = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("frontend/dist");
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join("assets").join(entry.file_name()))?;
    }
    for lang in texts::Lang::ALL {
        fs::create_dir_all(folder.join(lang.code()))?;
        for (name, html) in web::html::samples::all(texts::Texts(lang)) {
            fs::write(
                folder.join(lang.code()).join(format!("{name}.html")),
                html.map_err(io::Error::other)?,
            )?;
        }
    }
    Ok(())
}
