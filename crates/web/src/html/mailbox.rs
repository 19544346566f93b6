//! Mails of a demo without a mail server, at `/dev/mail`.

use askama::Template;

use super::{filters, frame::Door, parts::When};

/// One mail in the list.
#[derive(Debug, Clone)]
pub struct MailLine {
    /// Its place in the box.
    pub id: String,
    /// To whom.
    pub to: String,
    /// About what.
    pub subject: String,
    /// When it was sent.
    pub when: When,
    /// Whether it is the one on show.
    pub here: bool,
}

/// The mail on show. A link in it can be followed.
#[derive(Debug, Clone)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// About what.
    pub subject: String,
    /// Its text, cut where links begin and end: words, and for a link its address.
    pub text: Vec<(String, Option<String>)>,
}

/// All mails sent, and one of them.
#[derive(Debug, Clone, Template)]
#[template(path = "mailbox/mailbox.html")]
pub struct Mailbox {
    /// Language, theme.
    pub door: Door,
    /// All of them, newest first.
    pub lines: Vec<MailLine>,
    /// The one on show.
    pub mail: Option<Mail>,
}

impl Mail {
    /// A mail whose plain text has its links made clickable.
    pub fn new(to: String, subject: String, text: &str) -> Self {
        Self { to, subject, text: with_links(text) }
    }
}

fn with_links(text: &str) -> Vec<(String, Option<String>)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) =
        ["http://", "https://"].iter().filter_map(|scheme| rest.find(scheme)).min()
    {
        let (before, from) = rest.split_at(start);
        let end = from
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
            .unwrap_or(from.len());
        let (link, after) = from.split_at(end);
        pieces.push((before.to_owned(), None));
        pieces.push((link.to_owned(), Some(link.to_owned())));
        rest = after;
    }
    pieces.push((rest.to_owned(), None));
    pieces
}

#[cfg(test)]
mod tests {
    use super::with_links;

    #[test]
    fn only_addresses_become_links() {
        let pieces =
            with_links("Go to https://a.example/x?y=1 now\njavascript:alert(1) http://b.example");
        let links: Vec<_> = pieces.iter().filter_map(|(_, link)| link.as_deref()).collect();
        assert_eq!(links, ["https://a.example/x?y=1", "http://b.example"]);
        let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
        assert!(whole.contains("now\njavascript:alert(1) "));
    }
}
