//! What licences are called on pages: with the tier that was ordered (SPEC LIC-2).

use domain::users::Licence;
use texts::{Arg, Texts};

const fn key(licence: Licence) -> &'static str {
    match licence {
        Licence::CallcentreMini => "licence-callcentre_mini",
        Licence::Callcentre => "licence-callcentre",
        Licence::HelpdeskMini => "licence-helpdesk_mini",
        Licence::Helpdesk => "licence-helpdesk",
        Licence::OmnichannelMini => "licence-omnichannel_mini",
        Licence::Omnichannel => "licence-omnichannel",
        Licence::Video => "licence-video",
    }
}

/// A licence in the reader's language with the tier.
pub(super) fn licence_name(texts: Texts, licence: Licence, tier: &str) -> String {
    let name = Arg::from(texts.get(key(licence)));
    let values = [("licence", name), ("tier", Arg::from(tier.to_uppercase()))];
    texts.with("licence-of-tier", &values).into_owned()
}
