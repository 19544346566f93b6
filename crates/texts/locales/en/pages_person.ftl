# The person's page, the form of a user, the steps.

person-back-label = Back to the list
person-more = More
person-tab-profile = Profile
person-tab-access = Access
person-tab-security = Security
person-tab-history = History
person-no-history = Nothing has happened yet
person-contact = Contact
person-work = Work
person-created = Created
person-sessions = Sessions
person-sessions-none = Not signed in anywhere.
person-sign-ins = Sign-in history
person-sign-ins-none = No sign-ins yet.

sign-in-wrong = Wrong password

person-reason = Reason: { $reason }

user-reactivate = Reactivate
user-new-title = Create user
user-edit-title = Edit { $name }
user-form-person = Person
user-form-reach = Contact
user-form-reach-hint = An email address or a mobile number is needed.
user-form-place = Place in the organisation
user-form-place-hint = The role says what the person may do, the supervisor who looks after them.
user-form-licence = Licence and telephony
user-form-further = Further
user-form-start = First sign-in
user-form-start-hint = Without a password the person begins with a one-time code by mail.
user-first_name = First name
user-last_name = Last name
user-display_name = Name as shown
user-display_name-hint = Left empty, it is first and last name.
user-username = Username
user-username-hint = Letters, digits, dots, hyphens and underscores.
user-language = Language
user-user_type = Kind of user
user-email = Email address
user-mobile = Mobile
user-mobile-hint = With 00 or + and the country code.
user-role_id = Role
user-reports_to = Reports to
user-group_id = Group
user-licence = Licence
user-extension = Extension
user-numeric_id = Numeric id
user-numeric_id-hint = Up to six digits, for reports and log-on by telephone.
user-keywords = Keywords
user-keywords-hint = Words by which the person is found.
user-external_id = External id
user-note = Note
user-password = First password
user-password-hint = At least 15 characters; the person changes it at the first sign-in. Leave it empty to have one made.
user-generate = Make a first password and show it to me once
user-once = First password of { $name }. Hand it over safely: it is not shown again.

lock-email = The person signs in with it, so only they change it.
lock-group = A group is changed by a move of its own.
lock-type = It stays what it was created as.

step-reason = Reason
step-reason-hint = Colleagues with the right to see it read it on the person’s page.
step-suspend = Suspend { $name }?
step-activate = Activate { $name }?
step-activate-lead = They can sign in again at once. A licence must be free.
step-deactivate = Deactivate { $name }?
step-reactivate = Bring { $name } back?
step-remove = Remove { $name } for good?
step-loses-sessions = All sessions and API tokens end at once.
step-loses-seat = The licence becomes free for someone else.
step-loses-profile = Profile, photo, role and place in the organisation.
step-keeps-record = Profile, role, supervisor and history.
step-keeps-name = The name in the history of the organisation.
step-keeps-account = The account itself, which is the person’s own.
step-rather-suspend = suspend instead
step-rather-deactivate = deactivate instead
step-supervisor = To whom shall { $name } report?
step-supervisor-submit = Re-assign
step-no-supervisor = Nobody
step-first-password = Set a first password for { $name }
step-first-password-lead = They change it at the first sign-in. After that, only they know their password.
step-reset = Send { $name } a one-time code?
step-reset-lead = With it they choose a new password and are unlocked. It is valid for ten minutes.

role-supervisor = Supervisor
role-technician = Technician

step-loses-n-sessions = { $n ->
    [one] { $n } session or API token ends.
   *[other] { $n } sessions and API tokens end.
}

step-lifts-n-reports = { $n ->
    [one] { $n } person will report one step higher.
   *[other] { $n } people will report one step higher.
}

notice-added_to_organisation = { $by } added you to { $organisation }. Sign in there with the password you have.
lock-record = You may look at this person but not change them.
sign-in-result-success = Signed in
sign-in-result-wrong_password = Wrong password
sign-in-result-locked = Locked
sign-in-result-not_allowed = Not allowed

fault-forbidden = Not allowed
fault-conflict = That does not fit the present state
fault-too_many = Too many requests
fault-unavailable = Not available just now
fault-internal = Something went wrong
fault-invalid = That could not be accepted
person-place = Place in the organisation
person-standing = Standing
person-sign-in = Sign-in
person-since = Since
person-updated = Last changed
person-last_sign_in = Last sign-in
person-sign-in-when = When
person-sign-in-result = Result
lock-role = You may not change this person’s role.
lock-supervisor = You may not change this person’s supervisor.
lock-licence = You may not change licences.
role-administrator = Administrator
role-team_leader = Team Leader
role-viewer = Viewer
type-person = Person
type-wallboard = Wallboard
type-chat_bot = Chat bot
type-api = API
licence-callcentre_mini = Call centre Mini
licence-callcentre = Call centre
licence-helpdesk_mini = Helpdesk Mini
licence-helpdesk = Helpdesk
licence-omnichannel_mini = Omnichannel Mini
licence-omnichannel = Omnichannel
licence-video = Video
toast-user-created = { $name } has been created.
toast-user-saved = { $name } has been saved.
toast-user-suspended = { $name } is suspended and signed out everywhere.
toast-user-activated = { $name } can sign in again.
toast-user-deactivated = { $name } is deactivated.
toast-user-removed = { $name } has been removed.
toast-user-supervisor = { $name } has another supervisor.
toast-saved = Saved.
toast-password = Your password has been changed; your other sessions are signed out.
toast-session-ended = Signed out.
toast-token-ended = The token has been ended.
toast-invitation-cancelled = The invitation has been cancelled.
toast-invitation-resent = The invitation has been sent again.
toast-team = The team is active. Invite your first colleagues.
toast-invited = { $n ->
    [one] One invitation is on its way.
   *[other] { $n } invitations are on their way.
}
organisation-only-administrators = Only administrators change this.
