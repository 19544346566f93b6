//! Invitations: the list, and the form for one or several people (SPEC ACC-1).

use texts::{Arg, Texts};

use super::{
    field::{Choice, Field},
    frame::Frame,
    invite::{InviteForm, InviteRow},
    parts::{Chip, icon},
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager},
    typed::Typed,
};

/// Titles of the list's columns.
const COLUMNS: &[&str] = &[
    "invitation-who",
    "invitation-state",
    "invitation-role",
    "invitation-by",
    "invitation-sent",
    "invitation-expires",
];

/// The state of an invitation by its stable key.
pub fn state(key: &str) -> Chip {
    match key {
        "accepted" => Chip::new("chip-good", icon("circle-check"), "invitation-accepted"),
        "expired" => Chip::new("chip-warn", icon("clock-exclamation"), "invitation-expired"),
        "cancelled" => Chip::new("chip-calm", icon("ban"), "invitation-cancelled"),
        "unsent" => Chip::new("chip-calm", icon("mail-off"), "invitation-unsent"),
        _ => Chip::new("chip-info", icon("mail"), "invitation-pending"),
    }
}

/// The states that the list can be narrowed to, with the present one.
pub fn states(texts: Texts, present: &str) -> Field {
    let any = Choice::new("", texts.get("list-any"), present);
    let states = ["pending", "expired", "accepted", "cancelled"]
        .map(|state| Choice::new(state, texts.get(&format!("invitation-{state}")), present));
    Field::select("state", "invitation-state", std::iter::once(any).chain(states).collect())
}

/// The list, narrowed by `state`; `unsent` is how many users have never been sent one.
pub fn list(
    frame: Frame,
    (rows, pager): (Vec<ListRow>, Pager),
    state: Field,
    unsent: i64,
    manages: bool,
) -> ListPage {
    let narrowed = state.choices.iter().any(|choice| choice.chosen && !choice.value.is_empty());
    let (title, hint) = match narrowed {
        true => ("users-none-found", "users-none-found-hint"),
        false => ("invitation-none", "invitation-none-hint"),
    };
    let mut actions = Vec::new();
    if manages && unsent > 0 {
        actions.push(MenuItem::task("/invitations/all", icon("send"), "invitation-send-all"));
    }
    if manages {
        actions.push(MenuItem::page("/invitations/new", icon("mail-forward"), "users-invite"));
    }
    ListPage {
        frame,
        heading: None,
        title: "nav-invitations",
        lead: "invitation-lead",
        tabs: Vec::new(),
        actions,
        notice: None,
        once: None,
        filters: vec![state],
        address: "/invitations",
        columns: COLUMNS.to_vec(),
        rows,
        nothing: Nothing { icon: icon("mail"), title, hint },
        pager,
    }
}

/// What may be done with one that waits.
pub fn menu(id: &str) -> Vec<MenuItem> {
    vec![
        MenuItem::task(format!("/invitations/{id}/resend"), icon("refresh"), "invitation-resend"),
        MenuItem::task(format!("/invitations/{id}/cancel"), icon("ban"), "invitation-cancel")
            .dangerous(),
    ]
}

fn sheet(
    frame: Frame,
    title: String,
    lead: &'static str,
    action: String,
    submit: &'static str,
) -> Sheet {
    let lead = frame.texts.get(lead).into_owned();
    Sheet { lead, cancel: "/invitations".to_owned(), ..Sheet::new(frame, title, action, submit) }
}

/// Sending one again.
pub fn resend(frame: Frame, id: &str, email: &str) -> Sheet {
    let title =
        frame.texts.with("invitation-resend-title", &[("email", Arg::from(email))]).into_owned();
    sheet(
        frame,
        title,
        "invitation-resend-lead",
        format!("/invitations/{id}/resend"),
        "invitation-resend",
    )
}

/// Cancelling one.
pub fn cancel(frame: Frame, id: &str, email: &str) -> Sheet {
    let title =
        frame.texts.with("invitation-cancel-title", &[("email", Arg::from(email))]).into_owned();
    let sheet = sheet(
        frame,
        title,
        "invitation-cancel-lead",
        format!("/invitations/{id}/cancel"),
        "invitation-cancel",
    );
    Sheet { danger: true, ..sheet }
}

/// Sending one to everybody who has not been invited yet.
pub fn send_all(frame: Frame, unsent: i64) -> Sheet {
    let title = frame.texts.with("invitation-all-title", &[("n", Arg::from(unsent))]).into_owned();
    sheet(frame, title, "invitation-all-lead", "/invitations/all".to_owned(), "invitation-send-all")
}

/// What the form offers: ids and words.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    /// Roles that the actor may give.
    pub roles: Vec<(String, String)>,
    /// Teams, for those who manage them: a team leader leads the one that is chosen, others are in it.
    pub teams: Vec<(String, String)>,
}

/// The form with this many rows, filled from what was typed.
pub fn form(frame: Frame, typed: &Typed, rows: usize, offers: &Offers) -> InviteForm {
    let rows = rows.clamp(1, 50);
    InviteForm {
        frame,
        notice: None,
        rows: (0..rows).map(|number| row(&number.to_string(), typed, offers)).collect(),
        blank: row("__row__", &Typed::default(), offers),
        more: format!("/invitations/new?rows={}", rows + 1),
    }
}

fn row(number: &str, typed: &Typed, offers: &Offers) -> InviteRow {
    let name = |field: &str| format!("{field}.{number}");
    let text = |kind, field, label| typed.fill(Field::new(kind, name(field), label));
    let choices = |all: &[(String, String)]| -> Vec<Choice> {
        all.iter().map(|(id, words)| Choice::new(id, words, "?")).collect()
    };
    let menu = |field, label, all| typed.fill(Field::select(name(field), label, all));
    let mut fields = vec![
        text("text", "first_name", "user-first_name").optional(),
        text("text", "last_name", "user-last_name").optional(),
        text("email", "email", "user-email"),
        menu("role_id", "user-role_id", choices(&offers.roles)),
    ];
    if !offers.teams.is_empty() {
        let none = std::iter::once(Choice::new("", "–", "?"));
        let teams = none.chain(choices(&offers.teams)).collect();
        fields.push(menu("team_id", "users-filter-team", teams).optional());
    }
    InviteRow { fields }
}
