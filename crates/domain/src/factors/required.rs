use kernel::Result;

use crate::cx::Cx;
use crate::settings::{self, Key};
use crate::users::User;

/// Whether this organisation asks a user for a second factor (SPEC ACC-5).
pub(super) async fn is_required(cx: &mut Cx<'_>, user: &User) -> Result<bool> {
    Ok(settings::of_user(cx, user).await?.is_on(Key::TwoFactorRequired))
}
