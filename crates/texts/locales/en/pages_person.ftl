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
person-place = Place in the organisation
person-standing = Standing
person-sign-in = Sign-in
person-since = Since
person-created = Created
person-updated = Last changed
person-last_sign_in = Last sign-in
person-reports = Reports to this person
person-reports-none = Nobody reports to this person.
person-sessions = Sessions
person-sessions-none = Not signed in anywhere.
person-locked = Locked out
person-lock-opens = Opened by
person-sign-ins = Sign-in history
person-sign-ins-none = No sign-ins yet.
person-sign-in-when = When
person-sign-in-result = Result

sign-in-ok = Signed in
sign-in-wrong = Wrong password
sign-in-locked = Locked
sign-in-refused = Refused

person-reason = Reason: { $reason }

user-hand-over = Hand over ownership
user-reactivate = Reactivate
user-new-title = Create user
user-edit-title = Edit { $name }
user-form-person = Person
user-form-reach = Contact
user-form-reach-hint = An email address or a mobile number is needed.
user-form-place = Place in the organisation
user-form-place-hint = The role says what the person may do, the supervisor who looks after them.
user-form-teams = Teams
user-form-teams-hint = From today on; a team’s page tells from when until when.
user-form-licence = Licence
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
person-password-set = Set
person-password-none = None
user-password = First password
user-password-hint = At least 15 characters; the person changes it at the first sign-in. Leave it empty to have one made.
user-generate = Make a first password and show it to me once
user-once = First password of { $name }. Hand it over safely: it is not shown again and counts for seven days.

lock-email = The person signs in with it, so only they change it.
lock-role = You may not change this person’s role.
lock-teams = Teams are chosen by whoever manages all of them.
lock-group = A group is changed by a move of its own.
lock-type = It stays what it was created as.
lock-supervisor = You may not change this person’s supervisor.
lock-licence = You may not change licences.

step-reason = Reason
step-reason-hint = Colleagues with the right to see it read it on the person’s page.
step-suspend = Suspend { $name }?
step-activate = Activate { $name }?
step-activate-lead = They can sign in again at once. A licence must be free.
step-deactivate = Deactivate { $name }?
step-ownership = Make { $name } the owner?
step-loses-ownership = You can no longer hand ownership on, and can be suspended, demoted and removed like anybody.
step-keeps-administrator = You stay an Administrator.
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
step-first-password-lead = They change it at the first sign-in, within seven days. After that, only they know their password.
step-reset = Send { $name } a one-time code?
step-reset-lead = With it they choose a new password and are unlocked. It is valid for ten minutes.

role-administrator = Administrator
role-supervisor = Supervisor
role-team_leader = Team Leader
role-technician = Technician
role-viewer = Viewer
role-about-administrator = May do everything in the organisation.
role-about-supervisor = Creates technicians and looks after those who report to them.
role-about-team_leader = Sees insights and the own team.
role-about-technician = Works on own incidents and sees own figures.
role-about-viewer = Sees all insight pages and changes nothing.

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
toast-user-owner = { $name } is the owner now.
toast-user-removed = { $name } has been removed.
toast-user-supervisor = { $name } has another supervisor.
toast-user-reset = A one-time code is on its way to { $name }.
toast-photo-saved = The photo has been saved.
toast-photo-removed = The photo has been removed.
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

step-loses-n-sessions = { $n ->
    [one] { $n } session or API token ends.
   *[other] { $n } sessions and API tokens end.
}

step-lifts-n-reports = { $n ->
    [one] { $n } person will report one step higher.
   *[other] { $n } people will report one step higher.
}

users-filter-role = Role
users-column-licence = Licence
users-column-created = Created

role-about = What the role may do
