# One's own affairs, the organisation, API tokens, the audit log.

me-title = Your account
me-fixed = Your administrator changes this.
me-password-current = Present password
me-password-new = New password
me-password-submit = Change password
me-preferences-hint = For you alone, on every device.
me-theme = Appearance

session-client = Device
session-address = Address
session-started = Signed in
session-last_seen = Last used
session-state = State
session-this = This one
session-living = Signed in
session-end = Sign out
session-end-title = Sign out { $client }?
session-end-lead = Whoever uses it has to sign in again.
session-end-others = Sign out all others
session-end-others-title = Sign out everywhere else?
session-unknown = Unknown device
session-none = No sessions
session-none-hint = Nobody is signed in.

organisation-title = Organisation
organisation-lead = What holds for everyone here.
organisation-names = Names
organisation-name = Name of the organisation
organisation-team = Name of the team
organisation-handle = Short name
organisation-handle-hint = People without email sign in with it and their username.
organisation-handle-fixed = It stays, so that people can go on signing in.
organisation-defaults = Language and time
organisation-defaults-hint = For new people; each can choose their own language.
organisation-language = Language
organisation-time_zone = Time zone
organisation-only-administrators = Only administrators change this.

token-title = API tokens
token-lead = Keys for programs that work on your behalf.
token-create = Create token
token-new-lead = You see it once, right after creating it.
token-once = Your new token. Copy it now: it is not shown again.
token-what = Token
token-name = Name
token-name-hint = Say what uses it, such as “payroll export”.
token-owner = Owner
token-life = Valid for
token-scopes = Permissions
token-scopes-hint = It never does more than you may do yourself.
token-last_used = Last used
token-expires = Valid until
token-none = No tokens
token-none-hint = Create one for a program that reads or changes your people.
token-all = All that its owner may do
token-end = End token
token-end-title = End the token “{ $name }”?
token-end-lead = Programs that use it stop working at once.

audit-lead = Every change and every sign-in: who, what, when and from where.
audit-none = Nothing on record
audit-none-hint = Take away a filter or choose other days.
audit-filter-action = What
audit-filter-from = From
audit-filter-until = Until
audit-noun-user = Users
audit-noun-session = Sign-ins
audit-noun-invitation = Invitations
audit-noun-account = Accounts
audit-noun-token = API tokens
audit-noun-group = Groups
audit-noun-organisation = Organisation
audit-by-system = The system
audit-by-anonymous = Someone not signed in
audit-way-page = { $who }
audit-way-api = { $who }, by API
audit-way-command_line = { $who }, on the command line
audit-way-job = { $who }, in the background
audit-origin = Address { $address }, request { $request }

timeline-detail = Details
timeline-field = Field
timeline-before = Before
timeline-after = After

audit-user-created = User created
audit-user-updated = Record changed
audit-user-suspended = Suspended
audit-user-activated = Activated
audit-user-deactivated = Deactivated
audit-user-reactivated = Reactivated
audit-user-removed = Removed
audit-user-role_changed = Role changed
audit-user-supervisor_changed = Supervisor changed
audit-user-group_changed = Moved to another group
audit-user-licence_changed = Licence changed
audit-user-photo_changed = Photo changed
audit-user-photo_removed = Photo removed
audit-group-created = Group created
audit-group-renamed = Group renamed
audit-sign_up-requested = Registration asked for
audit-user-look_changed = Appearance changed
audit-user-reset_started = Choice of a new password started
audit-organisation-created = Organisation created
audit-organisation-updated = Settings changed
audit-organisation-ownership_transferred = Ownership handed over

token-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
