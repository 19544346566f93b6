# Roles, and why somebody can do something.

nav-roles = Roles
roles-title = Roles
roles-lead = A role says what people may do and over whom. Copy one to make your own.
roles-create = Create role
roles-create-lead = The new role begins with what the copied one allows, and stands as high.
roles-copy = Copy
roles-copy_of = Copy of
roles-edit = Edit
roles-look = See what it allows
roles-delete = Delete
roles-name = Name
roles-users = Users
roles-kind = Kind
roles-permissions = Permissions
roles-built_in = Built in
roles-custom = Own
roles-what = The role
roles-edit-lead = Tick over whom each permission reaches. Before anything is saved you see who gains and loses what.
roles-built_in-lead = A built-in role can’t be changed. Copy it to make your own.
roles-built_in-fixed = Built in
roles-back = Back to the roles
roles-look-first = See who gains and loses what
roles-room-users = People
roles-room-own = Own record
roles-room-invitations = Invitations
roles-room-teams = Teams
roles-room-roles = Roles
roles-room-groups = Groups
roles-room-settings = Rules
roles-room-telephony = Telephone exchanges
roles-room-helpdesks = Helpdesks
roles-room-licences = Licences
roles-room-dashboard = Home
roles-room-organisation = Organisation
roles-room-audit = Audit
roles-room-tokens = API tokens
roles-review = Save { $name }?
roles-review-users = { $n ->
    [0] Nobody has this role yet.
    [one] One user has this role. At their next request they hold the following.
   *[other] { $n } users have this role. At their next request they hold the following.
}
roles-review-nothing = No permission changes.
roles-gains = Gained: { $permission } ({ $scopes })
roles-loses = Lost: { $permission } ({ $scopes })
roles-delete-title = Delete { $name }?
roles-delete-lead = { $n ->
    [0] Nobody has this role.
    [one] One user has this role and gets another instead.
   *[other] { $n } users have this role and get another instead.
}
roles-replacement = Role instead
toast-role-deleted = The role was deleted
scope-own = Own
scope-reports = Reports
scope-teams = Led teams
scope-groups = Administered groups
scope-organisation = Everyone

access-holdings = What they may do
access-permission = Permission
access-scopes = Over whom
access-origin = Comes from
access-extra = Beside the role
access-grants = Grants beside the role
access-grants-title = Grants of { $name }
access-device_management = Device management
access-support_management = Support management (operator)
access-support_management-hint = Takes one of the operators of your plan.
why-title = Why can { $name } do that?
why-lead = Choose what, and to whom where it concerns a person.
why-question = The question
why-target = To whom
why-target-hint = Username or address.
why-ask = Ask
why-can = { $name } can do this: { $permission }.
why-can-not = { $name } can’t do this: { $permission }.
why-role = The role { $role } gives it over: { $scopes }.
why-role-not = The role { $role } does not give this permission.
why-self = { $target } is the same person.
why-reports = { $target } reports to { $name }.
why-team = { $target } is in a team that { $name } leads.
why-group = { $target } is in a group that { $name } administers.
why-stranger = { $target } neither reports to { $name }, nor is in a team or group of theirs.
fault-denied = It needs the permission “{ $permission }”, which your role does not give.
fault-denied-so-far = It needs the permission “{ $permission }”; your role gives it over: { $scopes }.

audit-noun-role = Roles
audit-role-created = Role created
audit-role-updated = Role changed
audit-role-deleted = Role deleted
audit-user-grants_changed = Grants beside the role changed
permission-roles-manage = Create, change and delete roles
permission-users-assign_grants = Give and take device and support management
