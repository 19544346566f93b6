//! Settings: the organisation, and API tokens.

use texts::{Arg, Texts};

use super::{
    field::{Choice, Field},
    form_page::{FormPage, Section},
    frame::Frame,
    me::languages,
    parts::icon,
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager},
    typed::Typed,
};

/// The organisation's settings (SPEC ORG-4); `locked` for those who may only look.
pub fn organisation(
    frame: Frame,
    typed: &Typed,
    zones: &[String],
    version: i64,
    locked: Option<&'static str>,
) -> FormPage {
    let languages = languages().into_iter().map(|(code, name)| Choice::new(code, name, "?"));
    let zones = zones.iter().map(|zone| Choice::new(zone, zone, "?"));
    let names = vec![
        typed.fill(Field::text("name", "organisation-name")).because(locked),
        typed.fill(Field::text("team_name", "organisation-team")).because(locked),
        typed
            .fill(Field::text("handle", "organisation-handle"))
            .hint("organisation-handle-hint")
            .because(Some("organisation-handle-fixed")),
    ];
    let defaults = vec![
        typed
            .fill(Field::select("language", "organisation-language", languages.collect()))
            .because(locked),
        typed
            .fill(Field::select("time_zone", "organisation-time_zone", zones.collect()))
            .because(locked),
    ];
    let kept = |name: &'static str, label| {
        let choices = kept_for(frame.texts, typed.value(name));
        typed.fill(Field::select(name, label, choices)).because(locked)
    };
    let logs = vec![
        kept("audit_days", "organisation-audit_days"),
        kept("sign_in_days", "organisation-sign_in_days"),
    ];
    FormPage {
        title: frame.texts.get("organisation-title").into_owned(),
        frame,
        lead: "organisation-lead",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action: "/settings/organisation".to_owned(),
        hidden: vec![("version", version.to_string())],
        sections: vec![
            Section::new("organisation-names", None, names),
            Section::new("organisation-defaults", Some("organisation-defaults-hint"), defaults),
            Section::new("organisation-logs", Some("organisation-logs-hint"), logs),
        ],
        submit: "form-save",
        cancel: None,
    }
}

/// How long a log may be kept, in days; what the programming interface set beside them stays.
fn kept_for(texts: Texts, now: &str) -> Vec<Choice> {
    let mut offered = vec![0, 90, 180, 365, 730, 1825, 3650];
    if let Some(other) = now.parse().ok().filter(|days| !offered.contains(days)) {
        offered.push(other);
    }
    let choice = |days: i64| {
        let words = match days {
            0 => texts.get("organisation-for_ever").into_owned(),
            days => texts.with("organisation-days", &[("n", Arg::from(days))]).into_owned(),
        };
        Choice::new(days.to_string(), words, "?")
    };
    offered.into_iter().map(choice).collect()
}

/// The list of API tokens; `once` is a new one, shown this time only.
pub fn tokens(frame: Frame, rows: Vec<ListRow>, once: Option<String>) -> ListPage {
    ListPage {
        frame,
        heading: None,
        title: "token-title",
        lead: "token-lead",
        tabs: Vec::new(),
        actions: vec![
            MenuItem::page("/api/docs", icon("code"), "token-reference"),
            MenuItem::page("/settings/tokens/new", icon("plus"), "token-create"),
        ],
        notice: None,
        once: once.map(|token| ("token-once", token)),
        filters: Vec::new(),
        address: "/settings/tokens",
        columns: vec![
            "token-name",
            "token-owner",
            "token-scopes",
            "token-last_used",
            "token-expires",
        ],
        rows,
        nothing: Nothing { icon: icon("key"), title: "token-none", hint: "token-none-hint" },
        pager: Pager::default(),
    }
}

/// Making an API token: `scopes` are the permissions that the maker holds.
pub fn new_token(frame: Frame, typed: &Typed, scopes: &[(&'static str, String)]) -> FormPage {
    let days = ["30", "90", "365", "730"].map(|days| {
        let words = frame
            .texts
            .with("token-days", &[("n", texts::Arg::from(days.parse::<i64>().unwrap_or(30)))]);
        Choice::new(days, words, "?")
    });
    let what = vec![
        typed.fill(Field::text("name", "token-name")).hint("token-name-hint").wide().focused(),
        typed.fill(Field::select("days", "token-life", days.into())).wide(),
    ];
    let mut permissions: Vec<Field> = Vec::new();
    for (name, words) in scopes {
        let ticked = typed.all("scope").any(|scope| scope == *name);
        permissions.push(Field::tick("scope", name, words.clone(), ticked));
    }
    FormPage {
        title: frame.texts.get("token-create").into_owned(),
        frame,
        lead: "token-new-lead",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action: "/settings/tokens".to_owned(),
        hidden: Vec::new(),
        sections: vec![
            Section::new("token-what", None, what),
            Section::new("token-scopes", Some("token-scopes-hint"), permissions),
        ],
        submit: "token-create",
        cancel: Some("/settings/tokens".to_owned()),
    }
}

/// Ending an API token.
pub fn end_token(frame: Frame, id: &str, name: &str) -> Sheet {
    let title =
        frame.texts.with("token-end-title", &[("name", texts::Arg::from(name))]).into_owned();
    let lead = frame.texts.get("token-end-lead").into_owned();
    let cancel = "/settings/tokens".to_owned();
    let sheet = Sheet::new(frame, title, format!("/settings/tokens/{id}/end"), "token-end");
    Sheet { lead, danger: true, cancel, ..sheet }
}
