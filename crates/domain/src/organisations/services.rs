//! What an organisation can order beside licences (SPEC ORG-3).

use super::table::Organisation;

kernel::vocabulary! {
    /// A service that licences build on.
    Service {
        /// Telephone exchanges.
        Pbx = "pbx",
        /// Helpdesks.
        Helpdesk = "helpdesk",
        /// Video calls.
        Video = "video",
    }
}

kernel::vocabulary! {
    /// How much of each licence the organisation has bought.
    Tier {
        /// The smallest.
        Start = "start",
        /// The middle one.
        Profi = "profi",
        /// The largest.
        Enterprise = "enterprise",
    }
}

impl Organisation {
    /// The services ordered. None at all means that the organisation may try everything (SPEC ORG-1).
    pub fn ordered(&self) -> Vec<Service> {
        self.services.split(',').filter_map(|word| Service::parse(word.trim())).collect()
    }
}
