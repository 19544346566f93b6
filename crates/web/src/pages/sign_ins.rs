//! `/audit/sign-ins`: who signed in or tried to, in the whole organisation (SPEC API-5).

use axum::response::Response;
use domain::factors::Second;
use domain::sessions::Method;
use domain::sessions::sign_ins::{self, Filter, OrganisationSignInRow, Verdict};
use domain::users::User;
use kernel::{Cursor, PageSize};
use texts::Texts;

use super::links::with_query;
use super::page::{Page, face};
use crate::extract::Query;
use crate::html::{
    field::{Choice, Field},
    frame::Place,
    parts::{Chip, When, icon},
    table::{Cell, ListRow, Pager},
    timeline,
};
use crate::problem::Problem;

/// `GET /audit/sign-ins`.
pub(crate) async fn list(page: Page, mut query: Query) -> Result<Response, Problem> {
    let mut one = |name| query.one(name).unwrap_or_default();
    let (result, address) = (one("result"), one("address"));
    let (from, until, cursor) = (one("from"), one("until"), one("cursor"));
    let day = |name, text: &str| Query::read(name, text, |text| page.zone.day(text));
    let filter = Filter {
        result: Query::read("result", &result, Verdict::parse)?,
        address: (!address.is_empty()).then(|| address.clone()),
        from: day("from", &from)?.map(|(begins, _)| begins),
        until: day("until", &until)?.map(|(_, ends)| ends),
    };
    let place = (!cursor.is_empty()).then(|| Cursor::from_request(&cursor));
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        sign_ins::all(cx, &filter, PageSize::default(), place.as_ref()).await
    });
    let rows = read.await?;
    let asked =
        [("result", &*result), ("address", &*address), ("from", &*from), ("until", &*until)];
    let at = |cursor: &str| {
        let pairs: Vec<_> = asked.into_iter().chain([("cursor", cursor)]).collect();
        with_query("/audit/sign-ins", &pairs)
    };
    let pager = Pager {
        first: place.is_some().then(|| at("")),
        next: rows.next_cursor.as_ref().map(|cursor| at(cursor.as_str())),
        ..Pager::default()
    };
    let shown = rows.items.iter().map(|(row, user)| shown(&page, row, user.as_ref())).collect();
    let fields = fields(page.texts(), asked.map(|(_, value)| value));
    let view = timeline::sign_ins(page.frame(Place::Audit), fields, shown, pager);
    Ok(page.show_list(&view))
}

fn fields(texts: Texts, [result, address, from, until]: [&str; 4]) -> Vec<Field> {
    let any = Choice::new("", texts.get("list-any"), result);
    let verdicts = Verdict::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), texts.get(verdict(*one).1), result));
    let date = |name, label, value: &str| Field::new("date", name, label).value(value).optional();
    let results = std::iter::once(any).chain(verdicts).collect();
    vec![
        Field::select("result", "person-sign-in-result", results),
        Field::text("address", "session-address").value(address).optional(),
        date("from", "audit-filter-from", from),
        date("until", "audit-filter-until", until),
    ]
}

fn shown(page: &Page, row: &OrganisationSignInRow, user: Option<&User>) -> ListRow {
    let who = user.map_or(Cell::Empty, |user| {
        let id = user.id.to_string();
        let face = face(&id, &user.display_name, user.photo_version).sized("face-small");
        let second = user.email.clone().unwrap_or_else(|| user.username.clone());
        Cell::Who(Some(format!("/users/{id}")), face, user.display_name.clone(), second)
    });
    let method = how(page, row.method, row.second_factor);
    ListRow {
        id: row.id.to_string(),
        cells: vec![
            who,
            Cell::When(When::at(page.lang(), &page.zone, row.at)),
            Cell::Chip(chip(row.result)),
            Cell::Text(method),
            Cell::Text(texts::client(page.texts(), &row.client)),
            Cell::Text(row.address.clone()),
        ],
        menu: Vec::new(),
    }
}

/// By what somebody came in, and with what beside it.
pub(super) fn how(page: &Page, method: Method, second: Option<Second>) -> String {
    let first = page.texts().get(&format!("sign-in-by-{method}"));
    match second.filter(|second| *second != Second::Passkey || method != Method::Passkey) {
        Some(second) => format!("{first} · {}", page.texts().get(&format!("shown-{second}"))),
        None => first.into_owned(),
    }
}

/// What came of a try, as a chip.
pub(super) fn chip(result: Verdict) -> Chip {
    let (look, key) = verdict(result);
    let picture = match result {
        Verdict::Success => icon("circle-check"),
        Verdict::WrongPassword | Verdict::WrongSecondFactor | Verdict::WrongPasskey => {
            icon("alert-triangle")
        }
        Verdict::Locked => icon("lock"),
        Verdict::NotAllowed => icon("ban"),
    };
    Chip::new(look, picture, key)
}

const fn verdict(result: Verdict) -> (&'static str, &'static str) {
    match result {
        Verdict::Success => ("chip-good", "sign-in-ok"),
        Verdict::WrongPassword => ("chip-warn", "sign-in-wrong"),
        Verdict::WrongSecondFactor => ("chip-warn", "sign-in-wrong-second"),
        Verdict::WrongPasskey => ("chip-warn", "sign-in-wrong-passkey"),
        Verdict::Locked => ("chip-bad", "sign-in-locked"),
        Verdict::NotAllowed => ("chip-bad", "sign-in-refused"),
    }
}
