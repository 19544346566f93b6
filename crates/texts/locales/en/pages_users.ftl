# The list of users, the person's page, the form and the steps.

users-title = Users
users-count = { $n ->
    [one] { $n } user
   *[other] { $n } users
}
users-operators = { $n ->
    [one] { $n } operator
   *[other] { $n } operators
}
users-operators-of = { $n } of { $all } operators in use
users-licences-of = { $n } of { $all } licences in use
users-invite = Invite
users-create = Create user
users-search = Search users
users-search-hint = Name, email, number, “exact words”
users-none = Nobody here yet
users-none-hint = Invite your first colleagues. They choose their own password and appear here at once.
users-none-found = Nobody matches
users-none-found-hint = Look for other words or take away a filter.

users-column-name = Name
users-column-state = Status
users-column-role = Role
users-column-supervisor = Reports to
users-column-email = Email
users-column-mobile = Mobile
users-column-numeric_id = Numeric id
users-column-username = Username
users-column-last_sign_in = Last sign-in

users-filter-lifecycle = Lifecycle
users-filter-presence = Presence
users-filter-supervisor = Reports to

user-edit = Edit
user-suspend = Suspend
user-activate = Activate
user-deactivate = Deactivate
user-remove = Remove
user-supervisor = Change supervisor
user-reset-password = Send a password reset
user-first-password = Set a first password

numeric-ids-title = Used numeric ids
numeric-ids-lead = Taken ids in order. What lies between two rows is free.
numeric-ids-next = The next free one is { $id }.
numeric-ids-range = Ids
numeric-ids-taken = Taken
numeric-ids-none = No numeric id is taken yet
numeric-ids-none-hint = Give one to a user in the section Licence and telephony.
numeric-ids-count = { $n ->
    [one] one id
   *[other] { $n } ids
}
