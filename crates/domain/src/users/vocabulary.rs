kernel::vocabulary! {
    /// What kind of user it is (SPEC section 1).
    UserType {
        /// A human being.
        Person = "person",
        /// A screen that only shows.
        Wallboard = "wallboard",
        /// A program that talks with customers.
        ChatBot = "chat_bot",
        /// A service account: tokens, no password.
        Api = "api",
    }
}

kernel::vocabulary! {
    /// Where a user stands between invitation and leaving (SPEC section 1).
    Lifecycle {
        /// Invited and not yet in.
        Invited = "invited",
        /// In.
        Active = "active",
        /// Kept out for a while; nothing is lost.
        Suspended = "suspended",
        /// Has left.
        Deactivated = "deactivated",
    }
}

impl Lifecycle {
    /// Whether a user in this state holds a seat of their licence (SPEC LIC-1).
    pub const fn holds_seat(self) -> bool {
        matches!(self, Self::Invited | Self::Active)
    }
}

kernel::vocabulary! {
    /// Whether a user is on (SPEC OPS-1, the signed-in part).
    Presence {
        /// No living session.
        LoggedOut = "logged_out",
        /// At least one living session.
        LoggedIn = "logged_in",
    }
}

kernel::vocabulary! {
    /// What a user may be licensed for (SPEC LIC-2).
    Licence {
        /// Call centre, the small size.
        CallcentreMini = "callcentre_mini",
        /// Call centre.
        Callcentre = "callcentre",
        /// Helpdesk, the small size.
        HelpdeskMini = "helpdesk_mini",
        /// Helpdesk.
        Helpdesk = "helpdesk",
        /// Both, the small size.
        OmnichannelMini = "omnichannel_mini",
        /// Both.
        Omnichannel = "omnichannel",
        /// Video calls.
        Video = "video",
    }
}
