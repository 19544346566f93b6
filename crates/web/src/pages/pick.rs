//! Fields that hold people: what their search finds, and who was named in it.

use axum::response::Response;
use domain::Cx;
use domain::users;
use domain::users::list::{self, Filter, Request, Search};
use http::StatusCode;
use kernel::ids::UserId;
use kernel::{Code, Error, PageSize, Result};

use super::page::{Page, face};
use super::people;
use crate::extract::Query;
use crate::html::{field::Picks, parts::Face, typed::Typed};
use crate::problem::Problem;

/// How many are shown.
const SHOWN: i64 = 8;
/// Most people named in one field.
const MOST: usize = 50;

/// `GET /users/pick`: whom the search of a field finds.
pub(crate) async fn found(page: Page, mut query: Query) -> Result<Response, Problem> {
    let name = query.one("field").unwrap_or_default();
    let box_type =
        if query.one("kind").as_deref() == Some("person") { "radio" } else { "checkbox" };
    let typed = query.one(&format!("{name}_named")).unwrap_or_default();
    let search = Search::parse(&typed)?;
    let mut picks = Picks { name, box_type, query: typed, people: Vec::new() };
    if !search.is_empty() {
        let filter = Filter { search, ..Filter::default() };
        let request = Request { filter, size: PageSize::new(Some(SHOWN))?, ..Request::default() };
        let read = page.app.crewdesk().read(&page.actor, async |cx| list::page(cx, &request).await);
        picks.people = read.await?.items.into_iter().map(shown).collect();
    }
    Ok(page.part(StatusCode::OK, &picks))
}

fn shown(user: users::User) -> (String, Face, String, String) {
    let id = user.id.to_string();
    let face = face(&id, &user.display_name, user.photo_version).sized("face-small");
    (id, face, user.display_name, user.email.unwrap_or(user.username))
}

/// Takes the usernames and addresses typed into the search of a field for the people they name.
///
/// # Errors
/// [`Error::Invalid`] naming the search, for a name that is nobody's among those whom the actor sees.
pub(super) async fn settle(page: &Page, typed: &mut Typed, name: &'static str) -> Result<()> {
    let found = named(page, typed, name).await?;
    typed.settle(name, found);
    Ok(())
}

/// The same for a field that takes one person.
///
/// # Errors
/// As [`settle`].
pub(super) async fn settle_one(page: &Page, typed: &mut Typed, name: &'static str) -> Result<()> {
    let found = named(page, typed, name).await?;
    if found.len() > 1 {
        return Err(Error::field(format!("{name}_named"), Code::TooMany));
    }
    typed.settle_one(name, found);
    Ok(())
}

async fn named(page: &Page, typed: &Typed, name: &str) -> Result<Vec<String>> {
    let pointer = format!("{name}_named");
    let text = typed.value(&pointer).to_owned();
    let words: Vec<&str> =
        text.split([',', ';', ' ', '\n']).map(str::trim).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    if words.len() > MOST {
        return Err(Error::field(pointer, Code::TooMany));
    }
    let read = page.app.crewdesk().read(&page.actor, async |cx| {
        let mut found = Vec::with_capacity(words.len());
        for word in words {
            let id = people::by_name(cx, word).await?;
            found.push(id.ok_or_else(|| Error::field(&pointer, Code::UserUnknown))?.to_string());
        }
        Ok(found)
    });
    read.await
}

/// Ids and names of those who stand chosen in a field. What is no id of anybody is left out; the verb says
/// what is wrong with it.
///
/// # Errors
/// Faults of the database.
pub(super) async fn chosen(
    cx: &mut Cx<'_>,
    typed: &Typed,
    name: &str,
) -> Result<Vec<(String, String)>> {
    let ids = typed.all(name).filter_map(|text| text.parse::<UserId>().ok());
    let mut ids: Vec<UserId> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let names = users::names(cx, &ids).await?;
    Ok(names.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}
