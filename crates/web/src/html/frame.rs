//! What surrounds a page: navigation that shows only what one may use, the own menu, toasts.

use askama::Template;
use texts::{Lang, Texts};

use super::{
    filters,
    parts::{Face, icon},
};

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes, in the order in which a choice shows them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The key of its word.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "theme-system",
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
        }
    }

    /// The theme of this name; as the system says for anything else.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }
}

/// A place in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The dashboard.
    Home,
    /// The users of the organisation.
    Users,
    /// Who was invited.
    Invitations,
    /// Licences and their use.
    Licences,
    /// What people answer with.
    Skills,
    /// With what they log on.
    Profiles,
    /// Telephone exchanges.
    Exchanges,
    /// Helpdesks.
    Helpdesks,
    /// User groups.
    Groups,
    /// Roles.
    Roles,
    /// Teams.
    Teams,
    /// Settings that are passed on.
    Inherited,
    /// Rules for signing in.
    SignIn,
    /// Resource filters.
    Filters,
    /// Settings of the organisation.
    Organisation,
    /// Mails in own words.
    Mails,
    /// API tokens.
    Tokens,
    /// What was done, by whom.
    Audit,
    /// Own profile, password, sessions.
    Me,
}

impl Place {
    /// Address, icon and key of its word.
    pub const fn link(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Home => ("/", icon("home"), "nav-home"),
            Self::Users => ("/users", icon("users"), "nav-users"),
            Self::Invitations => ("/invitations", icon("mail-forward"), "nav-invitations"),
            Self::Licences => ("/licences", icon("license"), "licences-title"),
            Self::Skills => ("/skills", icon("certificate"), "skills-title"),
            Self::Profiles => ("/profiles", icon("id-badge-2"), "profiles-title"),
            Self::Exchanges => ("/exchanges", icon("phone"), "exchanges-title"),
            Self::Helpdesks => ("/helpdesks", icon("headset"), "helpdesks-title"),
            Self::Roles => ("/roles", icon("shield-lock"), "nav-roles"),
            Self::Teams => ("/teams", icon("affiliate"), "nav-teams"),
            Self::Groups => ("/groups", icon("users-group"), "nav-groups"),
            Self::Inherited => ("/settings/inherited", icon("adjustments"), "nav-inherited"),
            Self::SignIn => ("/settings/sign-in", icon("lock"), "sign-in-policy-title"),
            Self::Filters => ("/settings/filters", icon("filter"), "filters-title"),
            Self::Organisation => ("/settings/organisation", icon("building"), "nav-organisation"),
            Self::Mails => ("/settings/mails", icon("mail"), "mails-title"),
            Self::Tokens => ("/settings/tokens", icon("key"), "nav-tokens"),
            Self::Audit => ("/audit", icon("list-search"), "nav-audit"),
            Self::Me => ("/me", icon("user-circle"), "nav-me"),
        }
    }
}

/// Places under a title; the first group has none.
#[derive(Debug, Clone)]
pub struct NavGroup {
    /// Key of its title.
    pub title: Option<&'static str>,
    /// What stands under it.
    pub places: Vec<Place>,
}

/// Who looks at the page.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// Display name.
    pub name: String,
    /// Email or username.
    pub sign_in: String,
    /// Photo or initials.
    pub face: Face,
}

/// A message about what just happened.
#[derive(Debug, Clone)]
pub struct Toast {
    /// The words, in the reader's language.
    pub text: String,
    /// Whether something went wrong.
    pub bad: bool,
}

/// What every page of a signed-in person needs.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The reader's texts.
    pub texts: Texts,
    /// The reader's choice of light or dark.
    pub theme: Theme,
    /// Name of the organisation.
    pub organisation: String,
    /// Who looks at it.
    pub viewer: Viewer,
    /// Where it stands.
    pub here: Place,
    /// Where one may go.
    pub places: Vec<Place>,
    /// The form token.
    pub csrf: String,
    /// What just happened.
    pub toasts: Vec<Toast>,
    /// A sentence above every page, such as that the trial has ended.
    pub banner: Option<String>,
    /// Own path and query, to return to.
    pub path: String,
}

impl Frame {
    /// The navigation, without empty groups.
    pub fn nav(&self) -> Vec<NavGroup> {
        let groups = [
            (None, &[Place::Home][..]),
            (
                Some("nav-people"),
                &[Place::Users, Place::Invitations, Place::Groups, Place::Teams, Place::Roles],
            ),
            (Some("nav-work"), &[Place::Skills, Place::Profiles]),
            (Some("nav-services"), &[Place::Licences, Place::Exchanges, Place::Helpdesks]),
            (
                Some("nav-settings"),
                &[
                    Place::Organisation,
                    Place::Inherited,
                    Place::SignIn,
                    Place::Mails,
                    Place::Filters,
                    Place::Tokens,
                ],
            ),
            (Some("nav-records"), &[Place::Audit]),
        ];
        let seen = |places: &[Place]| {
            places.iter().copied().filter(|place| self.places.contains(place)).collect()
        };
        groups
            .into_iter()
            .map(|(title, places)| NavGroup { title, places: seen(places) })
            .filter(|group| !group.places.is_empty())
            .collect()
    }

    /// The reader's language.
    pub const fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// Whether the system decides between light and dark.
    pub fn follows_system(&self) -> bool {
        self.theme == Theme::Auto
    }

    /// Whether this is a page of that place.
    pub fn is_here(&self, place: &Place) -> bool {
        self.here == *place
    }

    /// Whether the reader sees other people, so that searching makes sense.
    pub fn may_search(&self) -> bool {
        self.places.contains(&Place::Users)
    }
}

/// What every page before sign-in needs.
#[derive(Debug, Clone)]
pub struct Door {
    /// The reader's texts.
    pub texts: Texts,
    /// The reader's choice of light or dark.
    pub theme: Theme,
    /// The form token.
    pub csrf: String,
    /// Own path and query, to return to after the language was changed.
    pub path: String,
}

impl Door {
    /// Whether the system decides between light and dark.
    pub fn follows_system(&self) -> bool {
        self.theme == Theme::Auto
    }

    /// The reader's language.
    pub const fn lang(&self) -> Lang {
        self.texts.lang()
    }
}

/// The people that the search in the top bar found.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "_parts/found.html")]
pub struct Found {
    /// What was asked.
    pub query: String,
    /// Face, name, second line, address.
    pub people: Vec<FoundPerson>,
}

/// One person that the search found.
#[derive(Debug, Clone)]
pub struct FoundPerson {
    /// Address of the person's page.
    pub href: String,
    /// Photo or initials.
    pub face: Face,
    /// Display name.
    pub name: String,
    /// Email or username.
    pub second: String,
    /// Where they stand.
    pub state: super::parts::Chip,
}
