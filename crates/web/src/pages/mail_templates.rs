//! `/settings/mails`: mails in an organisation's own words (SPEC ORG-4).

use axum::extract::Path;
use axum::response::Response;
use domain::mail_templates::{self, Kind, OwnText, Wish};
use http::StatusCode;
use kernel::{Error, Result};
use texts::{Arg, Lang, Texts, letter};

use super::steps::show;
use super::{flash::Flash, form::Form, page::Page};
use crate::extract::Query;
use crate::html::{
    form_page::FormPage,
    frame::Place,
    mail_templates::{self as views, HERE, Shown},
    table::{Cell, ListRow},
    typed::Typed,
};
use crate::problem::Problem;

type At = Path<(String, String)>;

async fn all(page: &Page) -> Result<Vec<OwnText>, Problem> {
    let read =
        page.app.crewdesk().read(&page.actor, async |cx| mail_templates::list(cx).await).await?;
    Ok(read)
}

/// `GET /settings/mails?language=…`: one language at a time, the reader's first.
pub(crate) async fn list(page: Page, mut query: Query) -> Result<Response, Problem> {
    let named = query.one("language").as_deref().and_then(Lang::from_code);
    let lang = named.unwrap_or_else(|| page.lang());
    let own = all(&page).await?;
    let has = |kind: Kind| own.iter().any(|one| one.kind == kind && one.language == lang.code());
    let rows = Kind::ALL.iter().map(|kind| row(&page, *kind, lang, has(*kind))).collect();
    Ok(page.show(&views::list(page.frame(Place::Mails), lang, rows)))
}

fn row(page: &Page, kind: Kind, lang: Lang, own: bool) -> ListRow {
    let place = format!("{kind}/{}", lang.code());
    let words = page.texts().get(if own { "mails-own" } else { "mails-built-in" });
    ListRow {
        cells: vec![
            Cell::Link(format!("{HERE}/{place}"), views::name(page.texts(), kind.as_str())),
            Cell::Text(words.into_owned()),
        ],
        menu: views::menu(&place, own),
        id: place.replace('/', "-"),
    }
}

fn place(kind: &str, language: &str) -> Result<(Kind, Lang)> {
    let kind = Kind::parse(kind).ok_or(Error::NotFound)?;
    Ok((kind, Lang::from_code(language).ok_or(Error::NotFound)?))
}

fn shown(page: &Page, kind: Kind, lang: Lang, version: i64) -> Shown {
    let texts = page.texts();
    let braced = |name: &str| format!("{{{{ {name} }}}}");
    let all: Vec<String> = kind.placeholders().iter().map(|(name, _)| braced(name)).collect();
    let needed: Vec<String> = kind.obligatory().iter().map(|name| braced(name)).collect();
    let key = if needed.is_empty() { "mails-placeholders-free" } else { "mails-placeholders" };
    let values = [("all", Arg::from(all.join(", "))), ("needed", Arg::from(needed.join(", ")))];
    Shown {
        place: format!("{kind}/{}", lang.code()),
        language: lang,
        title: format!("{} ({})", views::name(texts, kind.as_str()), lang.name()),
        version,
        placeholders: texts.with(key, &values).into_owned(),
        preview: None,
    }
}

async fn find(page: &Page, kind: Kind, lang: Lang) -> Result<Option<OwnText>, Problem> {
    let read = page
        .app
        .crewdesk()
        .read(&page.actor, async |cx| mail_templates::get(cx, kind, lang.code()).await);
    Ok(read.await?)
}

/// `GET /settings/mails/{kind}/{language}`.
pub(crate) async fn edit(page: Page, Path((kind, language)): At) -> Result<Response, Problem> {
    let (kind, lang) = place(&kind, &language)?;
    let own = find(&page, kind, lang).await?;
    let version = own.as_ref().map_or(0, |own| own.version);
    let (subject, body) = match own {
        Some(own) => (own.subject, own.body),
        None => built_in(kind, lang),
    };
    let typed = Typed::of([("subject", &subject), ("body", &body)]);
    let shown = shown(&page, kind, lang, version);
    Ok(page.show(&views::form(page.frame(Place::Mails), &typed, shown)))
}

/// What is built in, to begin with.
fn built_in(kind: Kind, lang: Lang) -> (String, String) {
    let names: Vec<&str> = kind.placeholders().iter().map(|(name, _)| *name).collect();
    letter::source(Texts(lang), kind.as_str(), &names).unwrap_or_default()
}

/// `POST /settings/mails/{kind}/{language}`: saves, or only shows what the mail will say.
pub(crate) async fn change(
    page: Page,
    Path((kind, language)): At,
    Form(mut typed): Form,
) -> Result<Response, Problem> {
    let (kind, lang) = place(&kind, &language)?;
    let version: i64 = typed.value("version").parse().unwrap_or(-1);
    // Browsers send lines as CR LF.
    let body = typed.value("body").replace("\r\n", "\n");
    let wish = Wish { subject: typed.value("subject").trim().to_owned(), body };
    let mut shown = shown(&page, kind, lang, version);
    let error = if typed.value("preview") == "true" {
        let read = page
            .app
            .crewdesk()
            .read(&page.actor, async |cx| mail_templates::preview(cx, kind, &wish));
        match read.await {
            Ok(filled) => {
                shown.preview = Some((filled.subject, filled.body));
                return Ok(page.show(&views::form(page.frame(Place::Mails), &typed, shown)));
            }
            Err(error) => error,
        }
    } else {
        let verb = page.app.crewdesk().write(&page.actor, async |cx| {
            mail_templates::put(cx, kind, lang.code(), Some(version), wish).await
        });
        match verb.await {
            Ok(_) => {
                return Ok(page.go_saying(&views::place(lang.code()), &Flash::new("toast-saved")));
            }
            Err(error) => error,
        }
    };
    let error = with_details(&page, &mut typed, error);
    let (status, notice) = typed.refused_here(error, page.texts())?;
    let view = views::form(page.frame(Place::Mails), &typed, shown);
    Ok(page.show_with(status, &FormPage { notice, ..view }))
}

/// What is wrong with words is said with its line, which is worth more than the sentence alone.
fn with_details(page: &Page, typed: &mut Typed, error: Error) -> Error {
    let Error::Invalid(faults) = error else { return error };
    for fault in faults {
        let said = page.texts().error(fault.code);
        let detail = fault.detail.unwrap_or_default();
        typed.refuse(&fault.pointer, format!("{said} {detail}").trim().to_owned());
    }
    Error::Invalid(Vec::new())
}

/// `GET /settings/mails/{kind}/{language}/reset`.
pub(crate) async fn ask_reset(page: Page, Path((kind, language)): At) -> Result<Response, Problem> {
    let (kind, lang) = place(&kind, &language)?;
    find(&page, kind, lang).await?.ok_or(Error::NotFound)?;
    let Shown { place, title, .. } = shown(&page, kind, lang, 0);
    Ok(show(&page, StatusCode::OK, &views::reset(page.frame(Place::Mails), &place, &title)))
}

/// `POST /settings/mails/{kind}/{language}/reset`.
pub(crate) async fn reset(
    page: Page,
    Path((kind, language)): At,
    Form(_): Form,
) -> Result<Response, Problem> {
    let (kind, lang) = place(&kind, &language)?;
    let verb = page
        .app
        .crewdesk()
        .write(&page.actor, async |cx| mail_templates::reset(cx, kind, lang.code()).await);
    verb.await?;
    Ok(page.go_saying(&views::place(lang.code()), &Flash::new("toast-mail-reset")))
}
