//! Identity providers: the list, the form with rules on claims, what came of a test (SPEC ACC-7).

use texts::{Arg, Texts};

use super::{
    field::{Choice, Field},
    form_page::{FormPage, Section},
    frame::Frame,
    me::languages,
    parts::{Notice, icon},
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager, Tab},
    typed::Typed,
};

/// Where the list is.
pub const HERE: &str = "/settings/sign-in/providers";
/// Empty rules that a form offers beside those there are.
const BLANK: usize = 1;

/// The tabs of the rules for signing in; `here` is the address of the present one.
pub fn tabs(here: &str) -> Vec<Tab> {
    [("/settings/sign-in", "sign-in-policy-title"), (HERE, "sso-title")]
        .map(|(href, key)| Tab::new(href, key, href == here))
        .into()
}

/// The list of providers.
pub fn list(frame: Frame, rows: Vec<ListRow>) -> ListPage {
    let create = MenuItem::page(format!("{HERE}/new"), icon("plus"), "sso-create");
    ListPage {
        frame,
        heading: None,
        title: "sso-title",
        lead: "sso-lead",
        tabs: tabs(HERE),
        actions: vec![create],
        notice: None,
        once: None,
        filters: Vec::new(),
        address: HERE,
        columns: vec!["sso-name", "sso-issuer", "sso-domains", "sso-state"],
        rows,
        nothing: Nothing { icon: icon("key"), title: "sso-none", hint: "sso-none-hint" },
        pager: Pager::default(),
    }
}

/// What can be done to a provider.
pub fn menu(id: &str) -> Vec<MenuItem> {
    vec![
        MenuItem::page(format!("{HERE}/{id}"), icon("pencil"), "sso-edit"),
        MenuItem::task(format!("{HERE}/{id}/test"), icon("activity"), "sso-test"),
        MenuItem::task(format!("{HERE}/{id}/removal"), icon("trash"), "sso-delete").dangerous(),
    ]
}

/// What the form offers.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    /// Roles that the reader may give.
    pub roles: Vec<(String, String)>,
    /// Groups.
    pub groups: Vec<(String, String)>,
    /// Licences that were ordered.
    pub licences: Vec<(String, String)>,
    /// Where the provider sends people back to.
    pub redirect_url: String,
    /// Where it sends them back to who have signed out there.
    pub door_url: String,
}

/// The provider that a form changes.
#[derive(Debug, Clone)]
pub struct Edited {
    /// Its id.
    pub id: String,
    /// The version it was read at.
    pub version: String,
    /// Whether a secret is kept.
    pub has_secret: bool,
    /// Where it tells of sign-outs.
    pub sign_out_url: String,
}

fn choose(
    typed: &Typed,
    texts: Texts,
    name: String,
    label: &'static str,
    none: &'static str,
    all: &[(String, String)],
) -> Field {
    let none = Choice::new("", texts.get(none), "?");
    let rest = all.iter().map(|(id, name)| Choice::new(id, name, "?"));
    typed.fill(Field::select(name, label, std::iter::once(none).chain(rest).collect())).optional()
}

fn provider(typed: &Typed, texts: Texts, offers: &Offers, edited: Option<&Edited>) -> Section {
    let text = |name, label| typed.fill(Field::text(name, label)).up_to(500);
    let told = |key, url: &str| texts.with(key, &[("url", Arg::from(url))]).into_owned();
    let client = text("client_id", "sso-client_id");
    let addresses =
        [told("sso-redirect", &offers.redirect_url), told("sso-after-sign-out", &offers.door_url)];
    let client = Field { said: Some(addresses.join(" ")), ..client };
    let secret = typed.fill(Field::new("password", "client_secret", "sso-secret")).up_to(500);
    let secret = secret.fills("new-password").optional();
    let secret = match edited {
        Some(edited) if edited.has_secret => secret.hint("sso-secret-kept"),
        _ => secret.hint("sso-secret-hint"),
    };
    let on = typed.fill(Field::new("checkbox", "is_on", "sso-is_on")).wide();
    let on = match edited {
        Some(edited) => Field { said: Some(told("sso-sign-out", &edited.sign_out_url)), ..on },
        None => on,
    };
    Section::new(
        "sso-provider",
        Some("sso-provider-hint"),
        vec![
            text("name", "sso-name").up_to(100).hint("sso-name-hint").focused(),
            text("issuer", "sso-issuer").hint("sso-issuer-hint"),
            client,
            secret,
            on,
        ],
    )
}

fn people(typed: &Typed) -> Section {
    let tick = |name, label| typed.fill(Field::new("checkbox", name, label)).wide();
    let area = Field::new("textarea", "domains", "sso-domains").hint("sso-domains-hint");
    Section::new(
        "sso-people",
        None,
        vec![
            typed.fill(area).wide().optional().up_to(0),
            tick("trusts_addresses", "sso-trusts").hint("sso-trusts-hint"),
            typed
                .fill(Field::text("second_factors", "sso-factors"))
                .hint("sso-factors-hint")
                .wide()
                .optional(),
        ],
    )
}

fn newcomers(typed: &Typed, texts: Texts, offers: &Offers) -> Section {
    let choose =
        |name: &str, label, none, all| choose(typed, texts, name.to_owned(), label, none, all);
    let creates = typed.fill(Field::new("checkbox", "creates_users", "sso-creates")).wide();
    Section::new(
        "sso-newcomers",
        Some("sso-newcomers-hint"),
        vec![
            creates,
            choose("role_id", "user-role_id", "sso-role-none", &offers.roles),
            choose("group_id", "user-group_id", "sso-group-none", &offers.groups),
            choose("licence", "user-licence", "sso-licence-none", &offers.licences),
            choose("language", "user-language", "sso-language-none", &languages()),
        ],
    )
}

/// One rule; `n` counts from 0.
fn rule(typed: &Typed, texts: Texts, offers: &Offers, n: usize, blank: bool) -> Section {
    let name = |part: &str| format!("rules/{n}/{part}");
    let text = |part: &str, label| typed.fill(Field::text(name(part), label)).up_to(500).optional();
    let choose =
        |part: &str, label, all| choose(typed, texts, name(part), label, "sso-as-above", all);
    let (title, hint) =
        if blank { ("sso-rule-new", Some("sso-rule-new-hint")) } else { ("sso-rule", None) };
    Section::new(
        title,
        hint,
        vec![
            text("claim", "sso-claim").hint("sso-claim-hint"),
            text("value", "sso-value"),
            choose("role_id", "user-role_id", &offers.roles),
            choose("group_id", "user-group_id", &offers.groups),
            choose("licence", "user-licence", &offers.licences),
        ],
    )
}

/// Creating a provider, or changing one.
pub fn form(
    frame: Frame,
    typed: &Typed,
    offers: &Offers,
    edited: Option<&Edited>,
    rules: usize,
) -> FormPage {
    let texts = frame.texts;
    let mut sections = vec![
        provider(typed, texts, offers, edited),
        people(typed),
        newcomers(typed, texts, offers),
    ];
    sections.extend((0..rules + BLANK).map(|n| rule(typed, texts, offers, n, n >= rules)));
    let (title, action, submit) = match edited {
        Some(edited) => ("sso-edit", format!("{HERE}/{}", edited.id), "form-save"),
        None => ("sso-create", format!("{HERE}/new"), "sso-create"),
    };
    let hidden = edited.map(|edited| ("version", edited.version.clone()));
    FormPage {
        title: texts.get(title).into_owned(),
        frame,
        lead: "",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action,
        hidden: hidden.into_iter().collect(),
        sections,
        submit,
        cancel: Some(HERE.to_owned()),
    }
}

/// Trying a provider out; with what came of it.
pub fn test(frame: Frame, id: &str, name: &str, notice: Option<Notice>) -> Sheet {
    let texts = frame.texts;
    let title = texts.with("sso-test-title", &[("name", Arg::from(name))]).into_owned();
    let sheet = Sheet::new(frame, title, format!("{HERE}/{id}/test"), "sso-test");
    Sheet {
        lead: texts.get("sso-test-lead").into_owned(),
        notice,
        cancel: HERE.to_owned(),
        ..sheet
    }
}

/// Deleting a provider.
pub fn delete(frame: Frame, id: &str, name: &str) -> Sheet {
    let texts = frame.texts;
    let title = texts.with("sso-delete-title", &[("name", Arg::from(name))]).into_owned();
    let sheet = Sheet::new(frame, title, format!("{HERE}/{id}/removal"), "sso-delete");
    let lead = texts.get("sso-delete-lead").into_owned();
    Sheet { lead, danger: true, cancel: HERE.to_owned(), ..sheet }
}
