//! Every page with plausible content: rendered in all languages by a test, and written to files by
//! `cargo run -p web --example gallery -- FOLDER` so that one can look at them without a server.

mod doors;
mod frame;
mod groups;
mod mails;
mod people;
mod reach;
mod resource_filters;
mod rest;
mod security;
mod single_sign_on;
mod skills;
mod teams;
mod telephony;
mod users;

use askama::Template;
use texts::Texts;

use super::render;

/// A page's name and its HTML.
pub type Sample = (&'static str, askama::Result<String>);

/// Renders one sample.
fn sample(name: &'static str, view: &impl Template, texts: Texts) -> Sample {
    (name, render(view, texts))
}

/// All pages in this language.
pub fn all(texts: Texts) -> Vec<Sample> {
    [
        doors::all(texts),
        rest::all(texts),
        users::all(texts),
        people::all(texts),
        people::own(texts),
        teams::all(texts),
        telephony::all(texts),
        groups::all(texts),
        reach::all(texts),
        security::all(texts),
        single_sign_on::all(texts),
        mails::all(texts),
        resource_filters::all(texts),
        skills::all(texts),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use texts::{Lang, Texts};

    #[test]
    fn every_page_renders_in_every_language_with_all_its_texts() {
        for lang in Lang::ALL {
            for (name, html) in super::all(Texts(lang)) {
                let html = html.unwrap_or_else(|fault| panic!("{name} in {lang}: {fault}"));
                assert!(
                    !html.contains("style=\"") && !html.contains("onclick"),
                    "{name}: inline code"
                );
                assert!(
                    !html.contains("&#60;svg") && !html.contains("&#60;span"),
                    "{name}: a part was escaped"
                );
            }
        }
    }
}
