use std::fmt;

/// Declares [`Code`] from one table: variant, stable name, English title.
macro_rules! codes {
    ($($variant:ident = $name:literal, $title:literal;)+) => {
        /// Every reason for which Crewdesk refuses something. The names are stable: clients branch on
        /// them, texts are found by them, docs/reference/errors.md lists them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $variant,)+
        }

        impl Code {
            /// All codes, in the order of the reference page.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable name, such as `last_administrator`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// One English sentence for the programming interface and the reference page.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }
        }
    };
}

codes! {
    // Requests as such
    Malformed = "malformed", "The request could not be read.";
    BodyTooLarge = "body_too_large", "The request is larger than is accepted here.";
    UnsupportedMediaType = "unsupported_media_type", "The content type of the request is not accepted here.";
    MethodNotAllowed = "method_not_allowed", "This address does not know the method.";
    NotFound = "not_found", "There is nothing here that you may see.";
    RequestTimeout = "request_timeout", "The request took too long to arrive.";
    Invalid = "invalid", "Some values can't be accepted.";
    UnknownField = "unknown_field", "There is no such field, or it can't be set here.";
    WrongType = "wrong_type", "The value has the wrong type.";
    CursorInvalid = "cursor_invalid", "The cursor does not belong to this list.";
    LimitOutOfRange = "limit_out_of_range", "A page has 1 to 200 rows.";
    SortUnknown = "sort_unknown", "The list can't be sorted by this.";
    FilterUnknown = "filter_unknown", "The filter has no such value.";
    SearchTooLong = "search_too_long", "A search has at most 200 characters and 8 terms.";
    Stale = "stale", "Someone else has changed this meanwhile.";
    PreconditionRequired = "precondition_required", "Say with If-Match which version you are changing.";
    IdempotencyMismatch = "idempotency_mismatch", "The idempotency key was used with another request.";
    TooManyRequests = "too_many_requests", "Too many requests; wait a little.";
    Unavailable = "unavailable", "The database can't be reached just now; try again shortly.";
    StorageFull = "storage_full", "The disk is full; nothing was changed.";
    Internal = "internal", "Something went wrong on our side.";
    // Who one is
    Unauthenticated = "unauthenticated", "Sign in first.";
    CredentialsWrong = "credentials_wrong", "The sign-in data are not right.";
    AccountLocked = "account_locked", "Too many wrong tries: sign-in is locked until you prove yourself by mail.";
    OrganisationChoice = "organisation_choice", "The account belongs to several organisations: say which.";
    SecondFactorRequired = "second_factor_required", "The password is right; a second factor is needed as well.";
    FreshSignInRequired = "fresh_sign_in_required", "Sign in again before changing this.";
    PasswordChangeRequired = "password_change_required", "Choose a password of your own first.";
    UserSuspended = "user_suspended", "Your access to this organisation is suspended; ask its administrators.";
    UserDeactivated = "user_deactivated", "You have left this organisation; ask its administrators if that is wrong.";
    AddressNotAllowed = "address_not_allowed", "Your organisation does not allow this from your network.";
    NoOrganisation = "no_organisation", "The account belongs to no organisation any more.";
    CrossSite = "cross_site", "The request came from another site.";
    SingleSignOnOnly = "single_sign_on_only", "Your organisation lets you in by single sign-on only.";
    SignInExpired = "sign_in_expired", "This sign-in took too long, was used, or began in another browser: begin again.";
    LinkFirst = "link_first", "There is a user with your address already, and the identity provider's word is not enough to be let in as them: sign in as before and connect the provider on your page.";
    NotAUser = "not_a_user", "You are no user of this organisation, and its identity provider adds nobody: ask its administrators.";
    SignedInByProvider = "signed_in_by_provider", "You came in by single sign-on, which opens this organisation and changes nothing of your account: sign in with what is your own.";
    SecondFactorAtProvider = "second_factor_at_provider", "Your organisation asks for a second factor, and the identity provider did not say that you gave one.";
    ProviderAddress = "provider_address", "The identity provider's address can't be asked from here.";
    ProviderAway = "provider_away", "The identity provider does not answer as it should.";
    ProviderIssuer = "provider_issuer", "The identity provider calls itself something else.";
    ProviderRefused = "provider_refused", "The identity provider did not confirm the sign-in.";
    ProviderUntrusted = "provider_untrusted", "What came from the identity provider is not to be believed.";
    IdentityLinked = "identity_linked", "This identity is connected to another user already.";
    ClaimsMissing = "claims_missing", "The identity provider tells too little of you, such as no address: ask your administrators.";
    // What one may do
    Forbidden = "forbidden", "You may see this but not do it.";
    TokenScope = "token_scope", "The token was not given this permission.";
    AboveOwnRank = "above_own_rank", "The person's role stands above your own.";
    GrantsMoreThanHeld = "grants_more_than_held", "You can't give what you do not hold.";
    OutOfScope = "out_of_scope", "This would move the person out of or into your reach.";
    SeesPartOnly = "sees_part_only", "A resource filter limits what you see: somebody who sees everything has to do this.";
    LastAdministrator = "last_administrator", "An organisation needs at least one active Administrator.";
    OwnerProtected = "owner_protected", "The owner can't be suspended, demoted or removed; hand over ownership first.";
    NotYourself = "not_yourself", "You can't do this to yourself.";
    TrialEnded = "trial_ended", "The trial has ended: you can read and export, but change nothing.";
    TeamNotActivated = "team_not_activated", "Give the team a name before you manage users.";
    // States that stand against it
    LifecycleConflict = "lifecycle_conflict", "The person's present state does not allow this.";
    NoSeatFree = "no_seat_free", "No licence is free.";
    LicenceNotOrdered = "licence_not_ordered", "This licence was not ordered.";
    UsernameTaken = "username_taken", "The username is in use.";
    EmailTaken = "email_taken", "The email address is in use in this organisation.";
    EmailOfOtherAccount = "email_of_other_account", "The email address can't be used here; add the person by invitation.";
    EmailOwnedByPerson = "email_owned_by_person", "The person signs in with an own password, so only they can change this.";
    NumericIdTaken = "numeric_id_taken", "The numeric id is in use.";
    ExternalIdTaken = "external_id_taken", "The external id is in use.";
    NameTaken = "name_taken", "The name is in use.";
    InUse = "in_use", "It is still in use.";
    BuiltIn = "built_in", "What is built in can't be changed.";
    SupervisionCycle = "supervision_cycle", "This would make a circle of supervision.";
    TeamInUse = "team_in_use", "People are still in the team; take them out first.";
    ResourceFilterInUse = "resource_filter_in_use", "Groups or users have the resource filter; take it from them first.";
    ResourceFilterUnknown = "resource_filter_unknown", "There is no such resource filter.";
    ResourceFilterEmpty = "resource_filter_empty", "A resource filter names at least one group or team.";
    SkillInUse = "skill_in_use", "People or profiles have the skill; take it from them first, or say withdraw.";
    ProfileInUse = "profile_in_use", "The profile is ticked for people; take it from them first, or say untick.";
    LocationInUse = "location_in_use", "Teams still work at the location; give them another first.";
    AlreadyInTeam = "already_in_team", "The person is in the team during that time already.";
    RoleInUse = "role_in_use", "Users still have the role; name another for them.";
    RoleBuiltIn = "role_built_in", "A built-in role can't be changed; copy it.";
    NoOperatorFree = "no_operator_free", "The plan has no operator left.";
    GroupInUse = "group_in_use", "Users are still in the group; move them first.";
    DefaultGroup = "default_group", "This is the group of those for whom none is named; make another one the default first.";
    LoggedOnToQueue = "logged_on_to_queue", "The person is logged on to a queue; log them off first, or say force.";
    UseMoveGroup = "use_move_group", "The group is changed by PUT /users/{id}/group.";
    ConfirmationMismatch = "confirmation_mismatch", "The name typed to confirm is not the same.";
    SecondFactorMissing = "second_factor_missing", "Your organisation asks for a second factor: add one first.";
    PasskeysUnavailable = "passkeys_unavailable", "Passkeys need a public address with a name; this installation has none.";
    PasskeyRefused = "passkey_refused", "The passkey could not be accepted; begin anew.";
    NoChannel = "no_channel", "The person has neither address nor number, so nothing could reach them: add one first.";
    SecondFactorKept = "second_factor_kept", "Your organisation asks for a second factor: add another one before you take this one away.";
    CodesNotAllowed = "codes_not_allowed", "Your organisation takes no codes by this way as a second factor.";
    CodesNotTaken = "codes_not_taken", "Your organisation takes no codes by this way: sign in again with your app or passkey.";
    ChannelMissing = "channel_missing", "Nothing is known to send a code to: add it first.";
    FactorExists = "factor_exists", "You have this second factor already.";
    NoSecondFactor = "no_second_factor", "There is no second factor.";
    NoPassword = "no_password", "There is no password.";
    PasskeyMissing = "passkey_missing", "Nothing would let you in without a password: add a passkey first.";
    WayBackMissing = "way_back_missing", "Nothing would bring you back if the passkey were lost: confirm an email address, or have a mobile number and recovery codes.";
    PasskeyKept = "passkey_kept", "You have no password, and this is your last passkey: choose a password or add another passkey first.";
    FactorsOwnedByPerson = "factors_owned_by_person", "The person signs in to other organisations as well, so only they or whoever runs this installation can do this.";
    CredentialExists = "credential_exists", "The person has a credential already; only they can change it.";
    AlreadyInvited = "already_invited", "The person has been invited already.";
    AlreadyMember = "already_member", "The person is a user of this organisation already.";
    LastProvider = "last_provider", "People come in by single sign-on only, and this is the last identity provider that is on.";
    NoProvider = "no_provider", "No identity provider is on that you have signed in by yourself.";
    // Links and codes
    LinkInvalid = "link_invalid", "The link is not valid.";
    LinkExpired = "link_expired", "The link has expired.";
    LinkUsed = "link_used", "The link has been used.";
    CodeWrong = "code_wrong", "The code is not right or no longer valid.";
    // Values
    Required = "required", "This is needed.";
    TooLong = "too_long", "This is too long.";
    TooShort = "too_short", "This is too short.";
    ControlCharacters = "control_characters", "Invisible control characters are not accepted.";
    EmailInvalid = "email_invalid", "This is not an email address.";
    MobileInvalid = "mobile_invalid", "A mobile number starts with 00 or + and the country code.";
    UsernameInvalid = "username_invalid", "A username has 1 to 64 letters, digits, dots, hyphens or underscores.";
    NumericIdInvalid = "numeric_id_invalid", "A numeric id has one to six digits.";
    LanguageUnknown = "language_unknown", "The language is not offered.";
    ThemeUnknown = "theme_unknown", "There is no such theme.";
    TimeZoneUnknown = "time_zone_unknown", "There is no such time zone.";
    ColourInvalid = "colour_invalid", "A colour is # and six hexadecimal digits.";
    UserTypeUnknown = "user_type_unknown", "There is no such user type.";
    LicenceUnknown = "licence_unknown", "There is no such licence.";
    RoleUnknown = "role_unknown", "There is no such role.";
    NetworkInvalid = "network_invalid", "A network is an address and a length, such as 192.0.2.0/24 or 2001:db8::/32.";
    OwnNetworkMissing = "own_network_missing", "Your own address is in none of these networks: confirm that you will be shut out.";
    IssuerInvalid = "issuer_invalid", "An issuer is an address that begins with https://, without a query.";
    DomainInvalid = "domain_invalid", "A domain is what stands behind the @ of an address, such as example.org.";
    LicenceNeedsPlace = "licence_needs_place", "This licence needs an extension, or a choice among helpdesks, which no identity provider tells: give it by hand.";
    RuleEmpty = "rule_empty", "A rule gives a role, a group or a licence.";
    PlaceholderMissing = "placeholder_missing", "The words do not name what the mail is sent for.";
    TemplateWrong = "template_wrong", "The words can't be written like this.";
    SecretAnew = "secret_anew", "The secret was given for another address or client id: type it anew.";
    SettingUnknown = "setting_unknown", "There is no such setting here.";
    SettingOutOfRange = "setting_out_of_range", "The value is outside the setting's range.";
    SettingLowered = "setting_lowered", "What is set above can only be made stricter here.";
    SelfServiceOff = "self_service_off", "Your organisation keeps this for its administrators; ask them.";
    GroupUnknown = "group_unknown", "There is no such user group.";
    PermissionUnknown = "permission_unknown", "There is no such permission.";
    ReachUnknown = "reach_unknown", "The permission does not go by this scope.";
    TeamUnknown = "team_unknown", "There is no such team.";
    LocationUnknown = "location_unknown", "There is no such location.";
    UserUnknown = "user_unknown", "There is no such user within your reach.";
    SkillUnknown = "skill_unknown", "There is no such skill.";
    SkillTwice = "skill_twice", "The skill is named twice.";
    LevelOutOfRange = "level_out_of_range", "A level is a whole number from 1 to 9.";
    LevelChanged = "level_changed", "Someone else has changed this level meanwhile.";
    ProfileUnknown = "profile_unknown", "There is no such profile.";
    ProfileOfOtherGroup = "profile_of_other_group", "The profile is not of the person's user group.";
    ProfileEmpty = "profile_empty", "A profile has at least one skill.";
    ProfileOwner = "profile_owner", "A profile belongs to a user group or to a person: name one of the two.";
    DateInvalid = "date_invalid", "A day is written as in 2026-11-24.";
    EndBeforeStart = "end_before_start", "The end is not after the beginning.";
    SupervisorUnknown = "supervisor_unknown", "There is no such supervisor within your reach.";
    EmailOrMobileRequired = "email_or_mobile_required", "An email address or a mobile number is needed.";
    PasswordTooShort = "password_too_short", "The password is too short.";
    PasswordTooLong = "password_too_long", "The password is too long.";
    PasswordRefused = "password_refused", "The password is too easy to guess.";
    PasswordOfNames = "password_of_names", "The password is made of your name, your address or your organisation's name.";
    PasswordWordRefused = "password_word_refused", "The password holds a word that your organisation refuses.";
    PasswordBreached = "password_breached", "The password is known from a breach elsewhere, so that attackers try it.";
    PasswordUsedBefore = "password_used_before", "You have used this password before; choose another.";
    PasswordReused = "password_reused", "Choose a password that you do not use now.";
    ScopeUnknown = "scope_unknown", "There is no such permission.";
    ExpiryInvalid = "expiry_invalid", "The expiry must be in the future and at most two years away.";
    TooMany = "too_many", "There are too many at once.";
    // Telephony
    ExtensionTaken = "extension_taken", "The extension is in use on this exchange.";
    ExtensionInvalid = "extension_invalid", "An extension has 2 to 10 digits.";
    ExtensionOutOfRange = "extension_out_of_range", "The extension lies outside the exchange's range.";
    ExtensionRangeInvalid = "extension_range_invalid", "The last extension is as long as the first and not before it.";
    ExtensionsOutside = "extensions_outside", "Extensions that are in use lie outside this range.";
    ExtensionRequired = "extension_required", "The licence needs an extension.";
    ExchangeNotRecorded = "exchange_not_recorded", "No telephone exchange is recorded yet: add one first.";
    ExchangeRequired = "exchange_required", "An extension belongs to a telephone exchange: name one.";
    ExchangeUnknown = "exchange_unknown", "There is no such telephone exchange.";
    OrderBelowUse = "order_below_use", "More is in use than this orders.";
    ServiceInUse = "service_in_use", "Users have licences that build on this service.";
    ServiceUnknown = "service_unknown", "There is no such service.";
    TierUnknown = "tier_unknown", "There is no such tier.";
    QuantityInvalid = "quantity_invalid", "A quantity is zero or more.";
    MonthInvalid = "month_invalid", "A month is a year and two digits, such as 2026-11.";
    HelpdeskNotRecorded = "helpdesk_not_recorded", "No helpdesk is recorded yet: add one first.";
    HelpdeskRequired = "helpdesk_required", "The licence needs a helpdesk: name one.";
    LicenceUpgradeOnly = "licence_upgrade_only", "A licence can only become a larger one.";
    HelpdeskUnknown = "helpdesk_unknown", "There is no such helpdesk.";
    // Photos
    PhotoFormat = "photo_format", "A photo is a JPEG, PNG or WebP file.";
    PhotoTooLarge = "photo_too_large", "A photo has at most 2 MiB and 4096 pixels a side.";
    PhotoUnreadable = "photo_unreadable", "The picture is damaged or not complete.";
}

impl Code {
    /// Whether the request itself is at fault rather than a value in it (400 instead of 422).
    pub const fn is_malformed(self) -> bool {
        matches!(
            self,
            Self::Malformed
                | Self::CursorInvalid
                | Self::LimitOutOfRange
                | Self::SortUnknown
                | Self::FilterUnknown
                | Self::SearchTooLong
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn names_are_unique_and_snake_case() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(names.iter().all(|n| n.chars().all(|c| c.is_ascii_lowercase() || c == '_')));
        names.sort_unstable();
        let before = names.len();
        names.dedup();
        assert_eq!(names.len(), before);
    }
}
