//! How pages look for a person: their language, light or dark. It belongs to the account, so it is the same
//! in every organisation.

use db::params;
use kernel::{Code, Patch, Result};
use serde_json::json;

use super::table::{Account, SET_LOOK};
use crate::access::Action;
use crate::audit::{Event, Subject};
use crate::cx::Cx;
use crate::users::{self, UserPatch};

/// The names of the themes.
const THEMES: &[&str] = &["system", "light", "dark"];

/// Changes one's own language and theme.
///
/// # Errors
/// [`kernel::Error::Invalid`] naming `language` or `theme`; [`kernel::Error::Unauthenticated`] for a stranger.
pub async fn change_look(cx: &mut Cx<'_>, language: &str, theme: &str) -> Result<Account> {
    cx.require(Action::SelfService)?;
    let me = users::myself(cx).await?;
    let mut checks = users::Checks::default();
    let language = checks.take("language", users::fields::language(language));
    if !THEMES.contains(&theme) {
        checks.refuse("theme", Code::ThemeUnknown);
    }
    checks.finish()?;
    if me.language != language {
        let patch = UserPatch { language: Patch::Value(language.clone()), ..UserPatch::default() };
        users::update(cx, me.id, None, patch).await?;
    }
    let before = super::lock(cx.tx, me.account_id).await?;
    cx.tx.execute(SET_LOOK, &params![me.account_id, language, theme, cx.now]).await?;
    let after = super::lock(cx.tx, me.account_id).await?;
    if before.theme != after.theme {
        let subject = Subject::new("user", me.id.as_uuid(), &me.display_name);
        let facts = json!({"theme": after.theme});
        cx.record(Event::new("user.look_changed", subject).with(facts)).await?;
    }
    Ok(after)
}
