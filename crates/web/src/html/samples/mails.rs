//! Sample pages of mails in own words.

use texts::{Lang, Texts};

use super::{
    super::{
        frame::Place,
        mail_templates::{self, Shown},
        table::{Cell, ListRow},
        typed::Typed,
    },
    Sample,
    frame::frame,
    sample,
};

/// All of them.
pub(super) fn all(texts: Texts) -> Vec<Sample> {
    let place = || frame(texts, Place::Mails);
    let cells = ["Invitation", "Your own"].map(|text| Cell::Text(text.into())).into();
    let menu = mail_templates::menu("invitation/en", true);
    let row = ListRow { id: "invitation-en".into(), cells, menu };
    let mut typed = Typed::of([("subject", "Come in"), ("body", "Hello {{ name }}")]);
    let title = mail_templates::name(texts, "invitation");
    let shown = Shown {
        place: "invitation/en".into(),
        language: Lang::En,
        title: title.clone(),
        version: 1,
        placeholders: "{{ link }}".into(),
        preview: Some(("Come in".into(), "Hello Eva".into())),
    };
    typed.refuse("body", texts.error(kernel::Code::PlaceholderMissing));
    vec![
        sample("mails", &mail_templates::list(place(), Lang::En, vec![row]), texts),
        sample("mail-edit", &mail_templates::form(place(), &typed, shown), texts),
        sample("mail-reset", &mail_templates::reset(place(), "invitation/en", &title), texts),
    ]
}
