# The dashboard, the team's name, invitations.

home-hello = Hello, { $name }
home-lead = This is how { $organisation } stands today.
home-active = Active
home-active-note = have signed in
home-invited = Invited
home-invited-note = not in yet
home-administrators = Administrators
home-administrators-note = active now
home-standard = Standard users
home-standard-note = active, all other roles
home-notices = For you
home-tasks = What needs attention
home-nothing = Nothing needs you today
home-nothing-hint = Expiring invitations and locked accounts would stand here.
home-expiring = The invitation of { $name } expires
home-expired = The invitation of { $name } has expired
home-locked = { $name } is locked out after wrong passwords

notice-added = { $by } has added you to { $organisation }.

home-look = Look

team-title = Give your team a name
team-lead = One step before you manage users: how shall your team be called? People read the name in invitations.
team-name = Name of the team
team-submit = Activate the team
team-waiting = The team has no name yet
team-waiting-hint = An administrator gives it one, then users can be managed.

invite-title = Invite people
invite-lead = Each gets a mail with a link, chooses a password and is in.
invite-submit = Send invitations
invite-add-row = Add another person
invite-remove-row = Remove this person

invitation-lead = Who has been invited, and who has come.
invitation-who = Person
invitation-state = State
invitation-role = Role
invitation-by = Invited by
invitation-sent = Sent
invitation-expires = Valid until
invitation-pending = Pending
invitation-accepted = Accepted
invitation-expired = Expired
invitation-cancelled = Cancelled
invitation-unsent = Not sent yet
invitation-none = Nobody has been invited yet
invitation-none-hint = Invite one or several people; you see here when they accept.
invitation-resend = Send again
invitation-resend-title = Send the invitation to { $email } again?
invitation-resend-lead = The link in the former message is void from then on.
invitation-cancel = Cancel invitation
invitation-cancel-title = Cancel the invitation of { $email }?
invitation-cancel-lead = The link stops working and the licence becomes free. You can invite the person again later.
invitation-send-all = Send to all not yet invited
invitation-all-lead = Each of them gets a mail with a link of their own.

invitation-all-title = { $n ->
    [one] Send an invitation to one person?
   *[other] Send invitations to { $n } people?
}
