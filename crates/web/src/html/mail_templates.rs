//! Mails in an organisation's own words (SPEC ORG-4).

use texts::{Arg, Lang, Texts};

use super::{
    field::Field,
    form_page::{FormPage, Section},
    frame::Frame,
    parts::{Notice, icon},
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager, Tab},
    typed::Typed,
};

/// Where the list is.
pub const HERE: &str = "/settings/mails";

/// A kind of mail in words.
pub fn name(texts: Texts, kind: &str) -> String {
    texts.get(&format!("mail-kind-{kind}")).into_owned()
}

/// The list in one language.
pub fn place(language: &str) -> String {
    format!("{HERE}?language={language}")
}

/// A tab for each language.
fn tabs(here: Lang) -> Vec<Tab> {
    let key = |lang: Lang| match lang {
        Lang::En => "mails-in-en",
        Lang::Fr => "mails-in-fr",
        Lang::Cs => "mails-in-cs",
        Lang::Nb => "mails-in-nb",
    };
    Lang::ALL
        .into_iter()
        .map(|lang| Tab::new(place(lang.code()), key(lang), lang == here))
        .collect()
}

/// The list of mails in one language.
pub fn list(frame: Frame, here: Lang, rows: Vec<ListRow>) -> ListPage {
    ListPage {
        frame,
        heading: None,
        title: "mails-title",
        lead: "mails-lead",
        tabs: tabs(here),
        actions: Vec::new(),
        notice: None,
        once: None,
        filters: Vec::new(),
        address: HERE,
        columns: vec!["mails-kind", "mails-words"],
        rows,
        nothing: Nothing { icon: icon("mail"), title: "mails-title", hint: "mails-lead" },
        pager: Pager::default(),
    }
}

/// What can be done to a mail's words.
pub fn menu(place: &str, own: bool) -> Vec<MenuItem> {
    let mut items = vec![MenuItem::page(format!("{HERE}/{place}"), icon("pencil"), "mails-edit")];
    if own {
        let href = format!("{HERE}/{place}/reset");
        items.push(MenuItem::task(href, icon("trash"), "mails-reset").dangerous());
    }
    items
}

/// What stands around the words.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Kind and language as in the address: `invitation/en`.
    pub place: String,
    /// In which language.
    pub language: Lang,
    /// The mail in words.
    pub title: String,
    /// The version that is changed; 0 where the built-in words are.
    pub version: i64,
    /// What may be named, as a sentence.
    pub placeholders: String,
    /// What the mail will say: subject and text.
    pub preview: Option<(String, String)>,
}

/// The form.
pub fn form(frame: Frame, typed: &Typed, shown: Shown) -> FormPage {
    let texts = frame.texts;
    let body = typed.fill(Field::new("textarea", "body", "mails-body")).wide().up_to(0);
    let body = Field { said: Some(shown.placeholders), ..body.hint("mails-body-hint") };
    let fields = vec![
        typed.fill(Field::text("subject", "mails-subject")).up_to(200).wide().focused(),
        body,
        typed.fill(Field::new("checkbox", "preview", "mails-preview")).wide(),
    ];
    let notice = shown.preview.map(|(subject, text)| {
        let values = [("subject", Arg::from(subject)), ("text", Arg::from(text))];
        Notice::info(texts.with("mails-will-say", &values))
    });
    FormPage {
        title: shown.title,
        frame,
        lead: "",
        tabs: Vec::new(),
        notice,
        differs: Vec::new(),
        photo: None,
        action: format!("{HERE}/{}", shown.place),
        hidden: vec![("version", shown.version.to_string())],
        sections: vec![Section::new("mails-words", None, fields)],
        submit: "form-save",
        cancel: Some(place(shown.language.code())),
    }
}

/// Taking words back.
pub fn reset(frame: Frame, place: &str, title: &str) -> Sheet {
    let texts = frame.texts;
    let title = texts.with("mails-reset-title", &[("name", Arg::from(title))]).into_owned();
    let lead = texts.get("mails-reset-lead").into_owned();
    let sheet = Sheet::new(frame, title, format!("{HERE}/{place}/reset"), "mails-reset");
    Sheet { lead, danger: true, cancel: HERE.to_owned(), ..sheet }
}
