//! One's own affairs: profile, password, sessions, language and appearance (SPEC USR-10, ACC-6).

use texts::Lang;

use super::{
    field::{Choice, Field},
    form_page::{FormPage, PhotoForm, Section},
    frame::{Frame, Theme},
    parts::icon,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager, Tab},
    typed::Typed,
};

/// The tabs of one's own pages; `here` is the address of the present one.
pub fn tabs(here: &str) -> Vec<Tab> {
    [
        ("/me", "me-profile"),
        ("/me/email", "contact-email"),
        ("/me/mobile", "contact-mobile"),
        ("/me/password", "me-password"),
        ("/me/security", "me-security"),
        ("/me/single-sign-on", "me-sso"),
        ("/me/sessions", "me-sessions"),
        ("/me/preferences", "me-preferences"),
    ]
    .map(|(href, key)| Tab::new(href, key, href == here))
    .into()
}

fn page(frame: Frame, here: &str, submit: &'static str, sections: Vec<Section>) -> FormPage {
    FormPage {
        title: frame.texts.get("me-title").into_owned(),
        frame,
        lead: "",
        tabs: tabs(here),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action: here.to_owned(),
        hidden: Vec::new(),
        sections,
        submit,
        cancel: None,
    }
}

/// Languages as a menu offers them, in their own names.
pub fn languages() -> Vec<(String, String)> {
    Lang::ALL.map(|lang| (lang.code().to_owned(), lang.name().to_owned())).into()
}

/// One's own profile. What only an administrator changes is greyed and says so.
pub fn profile(frame: Frame, typed: &Typed, photo: PhotoForm, version: i64) -> FormPage {
    let fixed = |name, label| typed.fill(Field::text(name, label)).because(Some("me-fixed"));
    let languages = languages().into_iter().map(|(code, name)| Choice::new(code, name, "?"));
    let sections = vec![Section::new(
        "user-form-person",
        None,
        vec![
            fixed("first_name", "user-first_name"),
            fixed("last_name", "user-last_name"),
            fixed("username", "user-username"),
            fixed("email", "user-email"),
            fixed("mobile", "user-mobile"),
            typed.fill(Field::select("language", "user-language", languages.collect())),
        ],
    )];
    let page = page(frame, "/me", "form-save", sections);
    FormPage { photo: Some(photo), hidden: vec![("version", version.to_string())], ..page }
}

fn password_field(name: &'static str, label: &'static str, typed: &Typed) -> Field {
    typed.fill(Field::new("password", name, label)).wide()
}

fn new_password(typed: &Typed) -> Field {
    let field = password_field("password", "me-password-new", typed);
    field.fills("new-password").hint("sign-up-password-hint")
}

/// Choosing a password where there is none.
pub fn no_password(frame: Frame, typed: &Typed) -> FormPage {
    let fields = vec![new_password(typed).focused()];
    let section = Section::new("me-password", Some("me-password-none-lead"), fields);
    page(frame, "/me/password", "security-password-choose", vec![section])
}

/// Changing one's password; `may_drop` says whether one may do without.
pub fn password(frame: Frame, typed: &Typed, may_drop: bool) -> FormPage {
    let current = password_field("current", "me-password-current", typed).focused();
    let current = match may_drop {
        true => current.more("/me/password/removal", "security-password-drop"),
        false => current,
    };
    let fields = vec![current, new_password(typed)];
    let section = Section::new("me-password", Some("forgotten-new-lead"), fields);
    page(frame, "/me/password", "me-password-submit", vec![section])
}

/// Language and appearance.
pub fn preferences(frame: Frame, typed: &Typed) -> FormPage {
    let languages = languages().into_iter().map(|(code, name)| Choice::new(code, name, "?"));
    let themes =
        Theme::ALL.map(|theme| Choice::new(theme.name(), frame.texts.get(theme.key()), "?"));
    let fields = vec![
        typed.fill(Field::select("language", "user-language", languages.collect())),
        typed.fill(Field::select("theme", "me-theme", themes.into())),
    ];
    let section = Section::new("me-preferences", Some("me-preferences-hint"), fields);
    page(frame, "/me/preferences", "form-save", vec![section])
}

/// One's sessions.
pub fn sessions(frame: Frame, rows: Vec<ListRow>) -> ListPage {
    let end_others = MenuItem::task("/me/sessions/others", icon("logout"), "session-end-others");
    ListPage {
        frame,
        heading: None,
        title: "me-title",
        lead: "",
        tabs: tabs("/me/sessions"),
        actions: if rows.len() > 1 { vec![end_others] } else { Vec::new() },
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/me/sessions",
        columns: SESSION_COLUMNS.to_vec(),
        rows,
        nothing: Nothing {
            icon: icon("devices"),
            title: "session-none",
            hint: "session-none-hint",
        },
        pager: Pager::default(),
    }
}

/// Titles of the columns of a list of sessions.
pub const SESSION_COLUMNS: &[&str] =
    &["session-client", "session-address", "session-started", "session-last_seen", "session-state"];
