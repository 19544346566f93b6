//! What each licence builds on, asks for and may become (SPEC LIC-2, LIC-3, LIC-4).

use kernel::{Code, Error, Result};

use crate::organisations::Service;
use crate::users::Licence;

/// What a licence asks of its user's record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// An extension on an exchange.
    pub extension: bool,
    /// A helpdesk.
    pub helpdesk: bool,
}

impl Licence {
    /// The services that must have been ordered for it.
    pub const fn services(self) -> &'static [Service] {
        match self {
            Self::CallcentreMini | Self::Callcentre => &[Service::Pbx],
            Self::HelpdeskMini | Self::Helpdesk => &[Service::Helpdesk],
            Self::OmnichannelMini | Self::Omnichannel => &[Service::Pbx, Service::Helpdesk],
            Self::Video => &[Service::Video],
        }
    }

    /// What it may become: upgrades only.
    pub const fn upgrades(self) -> &'static [Self] {
        match self {
            Self::CallcentreMini => &[Self::Callcentre, Self::OmnichannelMini, Self::Omnichannel],
            Self::HelpdeskMini => &[Self::Helpdesk, Self::OmnichannelMini, Self::Omnichannel],
            Self::OmnichannelMini | Self::Callcentre | Self::Helpdesk => &[Self::Omnichannel],
            Self::Omnichannel | Self::Video => &[],
        }
    }

    /// Whether the ordered services hold it; without any, all may be tried.
    pub fn is_offered(self, ordered: &[Service]) -> bool {
        ordered.is_empty() || self.services().iter().all(|service| ordered.contains(service))
    }

    /// What it asks for; nothing where no service was ordered, as in a trial.
    pub fn needs(self, ordered: &[Service]) -> Needs {
        let needs = |service| !ordered.is_empty() && self.services().contains(&service);
        Needs { extension: needs(Service::Pbx), helpdesk: needs(Service::Helpdesk) }
    }

    /// Its English name without the tier.
    pub const fn english(self) -> &'static str {
        match self {
            Self::CallcentreMini => "Call centre Mini",
            Self::Callcentre => "Call centre",
            Self::HelpdeskMini => "Helpdesk Mini",
            Self::Helpdesk => "Helpdesk",
            Self::OmnichannelMini => "Omnichannel Mini",
            Self::Omnichannel => "Omnichannel",
            Self::Video => "Video",
        }
    }
}

/// Whether somebody with one licence may get another. A first one may be given and any taken away.
///
/// # Errors
/// [`Error::Conflict`] with `licence_upgrade_only`, naming what is possible.
pub(crate) fn may_become(
    from: Option<Licence>,
    to: Option<Licence>,
    ordered: &[Service],
) -> Result<()> {
    let (Some(from), Some(to)) = (from, to) else { return Ok(()) };
    if from == to || from.upgrades().contains(&to) {
        return Ok(());
    }
    let possible = from.upgrades().iter().filter(|licence| licence.is_offered(ordered));
    let possible: Vec<&str> = possible.map(|licence| licence.as_str()).collect();
    let detail = match possible.as_slice() {
        [] => format!("{from} can become no other licence."),
        some => format!("{from} can become: {}.", some.join(", ")),
    };
    Err(Error::Conflict { code: Code::LicenceUpgradeOnly, detail: Some(detail) })
}

#[cfg(test)]
mod tests {
    use kernel::Error;

    use super::may_become;
    use crate::organisations::Service;
    use crate::users::Licence;

    #[test]
    fn lic_3_the_graph_of_upgrades_is_as_written() {
        let rows = Licence::ALL.iter().map(|from| {
            let possible = Licence::ALL
                .iter()
                .filter(|to| *to != from && may_become(Some(*from), Some(**to), &[]).is_ok());
            let possible: Vec<_> = possible.map(|to| to.as_str()).collect();
            format!("{from}: {}", possible.join(" "))
        });
        insta::assert_snapshot!(rows.collect::<Vec<_>>().join("\n"), @r"
        callcentre_mini: callcentre omnichannel_mini omnichannel
        callcentre: omnichannel
        helpdesk_mini: helpdesk omnichannel_mini omnichannel
        helpdesk: omnichannel
        omnichannel_mini: omnichannel
        omnichannel: 
        video: 
        ");
    }

    #[test]
    fn lic_3_a_refusal_names_what_is_possible_here() {
        let refused = |from, to, ordered: &[Service]| {
            let Err(Error::Conflict { detail: Some(detail), .. }) =
                may_become(Some(from), Some(to), ordered)
            else {
                panic!("not refused")
            };
            detail
        };
        let all = [Service::Pbx, Service::Helpdesk];
        let down = refused(Licence::Callcentre, Licence::CallcentreMini, &all);
        assert_eq!(down, "callcentre can become: omnichannel.");
        let down = refused(Licence::Callcentre, Licence::CallcentreMini, &[Service::Pbx]);
        assert_eq!(down, "callcentre can become no other licence.");
        let video = refused(Licence::Video, Licence::Omnichannel, &all);
        assert_eq!(video, "video can become no other licence.");
    }

    #[test]
    fn lic_2_what_is_offered_follows_the_services() {
        let offered = |ordered: &[Service]| {
            let offered = Licence::ALL.iter().filter(|licence| licence.is_offered(ordered));
            offered.map(|licence| licence.as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(offered(&[Service::Pbx]), "callcentre_mini callcentre");
        assert_eq!(offered(&[Service::Helpdesk]), "helpdesk_mini helpdesk");
        assert_eq!(offered(&[Service::Video]), "video");
        assert_eq!(offered(&[]).split(' ').count(), Licence::ALL.len());
        let needs = Licence::Omnichannel.needs(&[Service::Pbx, Service::Helpdesk]);
        assert!(needs.extension && needs.helpdesk);
        assert_eq!(Licence::Omnichannel.needs(&[]), super::Needs::default());
    }
}
