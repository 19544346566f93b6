//! Telephone exchanges and helpdesks: lists, forms and the question before one is deleted.

use texts::Arg;

use super::{
    field::Field,
    form_page::{FormPage, Section},
    frame::Frame,
    parts::icon,
    sheet::Sheet,
    table::{ListPage, ListRow, MenuItem, Nothing, Pager},
    typed::Typed,
};

/// The list of exchanges.
pub fn exchanges(frame: Frame, rows: Vec<ListRow>, may_change: bool) -> ListPage {
    let new = MenuItem::page("/exchanges/new", icon("plus"), "exchange-create");
    ListPage {
        frame,
        heading: None,
        title: "exchanges-title",
        lead: "exchanges-lead",
        tabs: Vec::new(),
        actions: if may_change { vec![new] } else { Vec::new() },
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/exchanges",
        columns: vec![
            "exchange-name",
            "exchange-range",
            "exchange-used",
            "exchange-free",
            "exchange-changes",
        ],
        rows,
        nothing: Nothing {
            icon: icon("phone"),
            title: "exchanges-none",
            hint: "exchanges-none-hint",
        },
        pager: Pager::default(),
    }
}

/// The form of an exchange; `edited` is the address of one that exists, with its version.
pub fn exchange(frame: Frame, typed: &Typed, edited: Option<(&str, i64)>) -> FormPage {
    let name = typed.fill(Field::text("name", "exchange-name")).up_to(100).wide();
    let range = vec![
        typed.fill(Field::text("first_extension", "exchange-first")).up_to(10),
        typed.fill(Field::text("last_extension", "exchange-last")).up_to(10),
    ];
    let sections = vec![
        Section::new("exchange-section", None, vec![name.focused()]),
        Section::new("exchange-range", Some("exchange-range-hint"), range),
    ];
    form(frame, ("exchange-create", "exchange-edit"), "/exchanges", edited, sections)
}

/// The list of helpdesks.
pub fn helpdesks(frame: Frame, rows: Vec<ListRow>, may_change: bool) -> ListPage {
    let new = MenuItem::page("/helpdesks/new", icon("plus"), "helpdesk-create");
    ListPage {
        frame,
        heading: None,
        title: "helpdesks-title",
        lead: "helpdesks-lead",
        tabs: Vec::new(),
        actions: if may_change { vec![new] } else { Vec::new() },
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/helpdesks",
        columns: vec!["helpdesk-name", "helpdesk-users"],
        rows,
        nothing: Nothing {
            icon: icon("headset"),
            title: "helpdesks-none",
            hint: "helpdesks-none-hint",
        },
        pager: Pager::default(),
    }
}

/// The form of a helpdesk.
pub fn helpdesk(frame: Frame, typed: &Typed, edited: Option<(&str, i64)>) -> FormPage {
    let name = typed.fill(Field::text("name", "helpdesk-name")).up_to(100).wide().focused();
    let sections = vec![Section::new("helpdesk-section", None, vec![name])];
    form(frame, ("helpdesk-create", "helpdesk-edit"), "/helpdesks", edited, sections)
}

fn form(
    frame: Frame,
    (create, edit): (&'static str, &'static str),
    list: &str,
    edited: Option<(&str, i64)>,
    sections: Vec<Section>,
) -> FormPage {
    let (title, action, hidden, submit) = match edited {
        Some((id, version)) => {
            let hidden = vec![("version", version.to_string())];
            (edit, format!("{list}/{id}/edit"), hidden, "form-save")
        }
        None => (create, format!("{list}/new"), Vec::new(), create),
    };
    FormPage {
        title: frame.texts.get(title).into_owned(),
        frame,
        lead: "",
        tabs: Vec::new(),
        notice: None,
        differs: Vec::new(),
        photo: None,
        action,
        hidden,
        sections,
        submit,
        cancel: Some(list.to_owned()),
    }
}

/// Deleting an exchange or a helpdesk; `list` is the address of the list it stands in.
pub fn removal(frame: Frame, list: &str, id: &str, name: &str) -> Sheet {
    let title = frame.texts.with("telephony-delete-title", &[("name", Arg::from(name))]);
    let title = title.into_owned();
    let lead = frame.texts.get("telephony-delete-lead").into_owned();
    let sheet = Sheet::new(frame, title, format!("{list}/{id}/removal"), "telephony-delete");
    Sheet { lead, danger: true, cancel: list.to_owned(), ..sheet }
}

/// Which extensions of an exchange are taken.
pub fn extensions(frame: Frame, rows: Vec<ListRow>) -> ListPage {
    ListPage {
        frame,
        heading: None,
        title: "extensions-title",
        lead: "extensions-lead",
        tabs: Vec::new(),
        actions: vec![MenuItem::aside("/exchanges", icon("phone"), "exchanges-title")],
        notice: None,
        once: None,
        filters: Vec::new(),
        address: "/exchanges",
        columns: vec!["extensions-range", "extensions-state"],
        rows,
        nothing: Nothing {
            icon: icon("list-numbers"),
            title: "extensions-none",
            hint: "extensions-none-hint",
        },
        pager: Pager::default(),
    }
}
