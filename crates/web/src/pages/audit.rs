//! The audit log (SPEC API-5).

use domain::audit::{AuditRow, list};
use kernel::Timestamp;

use super::context::{Answer, Page};
use crate::extract::Query;
use crate::html::audit::{action, by, changes, picture};
use crate::html::field::Field;
use crate::html::frame::Place;
use crate::html::parts::When;
use crate::html::table::Pager;
use crate::html::timeline::{AuditList, Entry};
use crate::html::typed::Typed;

/// `GET /audit`.
///
/// # Errors
/// Faults of the server; without the right to see it.
pub async fn list(page: Page, mut query: Query) -> Answer {
    let wanted = query.one("action").unwrap_or_default();
    let (from, until) =
        (query.one("from").unwrap_or_default(), query.one("until").unwrap_or_default());
    let (size, cursor) = query.page()?;
    let day = |text: &str| Timestamp::parse(&format!("{text}T00:00:00Z"));
    let filter = list::Filter {
        action: (!wanted.is_empty()).then(|| wanted.clone()),
        from: day(&from),
        until: day(&until).map(|at| at.plus(kernel::Span::days(1))),
        ..list::Filter::default()
    };
    let rows = page
        .app
        .crewdesk()
        .read(page.actor(), async |cx| list::page(cx, &filter, size, cursor.as_ref()).await);
    let rows = rows.await?;
    let typed = Typed::of([("action", &wanted), ("from", &from), ("until", &until)]);
    let next = rows.next_cursor.as_ref().map(|cursor| {
        let pairs = [
            ("action", wanted.as_str()),
            ("from", &from),
            ("until", &until),
            ("cursor", cursor.as_str()),
        ];
        format!("/audit?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    });
    let view = AuditList {
        frame: page.frame(Place::Audit)?,
        filters: filters(&page, &typed),
        entries: rows.items.iter().map(|row| entry(&page, row)).collect(),
        pager: Pager { next, first: cursor.map(|_| "/audit".to_owned()), ..Pager::default() },
    };
    if page.is_part() { page.show(&view.as_list()) } else { page.show(&view) }
}

fn filters(page: &Page, typed: &Typed) -> Vec<Field> {
    use crate::html::field::Choice;
    let nouns = ["user", "invitation", "session", "account", "token", "group", "organisation"];
    let any = Choice::new("", "–", "?");
    let named = nouns.iter().map(|noun| {
        Choice::new(format!("{noun}."), page.texts.get(&format!("audit-noun-{noun}")), "?")
    });
    vec![
        typed.fill(
            Field::select(
                "action",
                "audit-filter-action",
                std::iter::once(any).chain(named).collect(),
            )
            .optional(),
        ),
        typed.fill(Field::new("date", "from", "audit-filter-from").optional()),
        typed.fill(Field::new("date", "until", "audit-filter-until").optional()),
    ]
}

/// One row in words.
pub(super) fn entry(page: &Page, row: &AuditRow) -> Entry {
    let href = (row.subject_kind == "user")
        .then_some(row.subject_id)
        .flatten()
        .map(|id| format!("/users/{id}"));
    let subject = (!row.subject_name.is_empty()).then(|| (row.subject_name.clone(), href));
    Entry {
        icon: picture(&row.action),
        what: action(page.texts, &row.action),
        subject,
        by: by(page.texts, &row.actor_kind, &row.actor_name, &row.surface),
        when: When::at(page.texts.lang(), &page.zone, row.at),
        changes: changes(page.texts, &row.before, &row.after),
        origin: format!("{} · {}", row.address, row.request_id),
    }
}
