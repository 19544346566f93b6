# User groups and inherited settings.

nav-groups = Groups
nav-inherited = Rules
group-title = Groups
group-lead = Everyone is in exactly one group. A group passes its settings on to its users.
group-create = Create group
group-none = No groups yet
group-none-hint = A group gathers people for whom the same settings hold.
group-name = Name
group-users = Users
group-default = New users
group-updated = Changed
group-is_default = Default group
group-settings = Settings
group-members = Show users
group-rename = Rename
group-rename-title = Rename { $name }
group-make_default = Make default
group-default-title = Put new users into { $name }?
group-default-lead = Users for whom no group is named will be created in this one. Nobody moves.
group-delete = Delete
group-delete-title = Delete { $name }?
group-delete-lead = { $n ->
    [0] Nobody is in this group.
    [one] One user is still in this group. Move them first.
   *[other] { $n } users are still in this group. Move them first.
}
group-loses-settings = The settings that it passes on
toast-group-created = { $name } was created
toast-group-deleted = The group was deleted
toast-user-moved = { $name } was moved

settings-lead = What is left empty is inherited. What you set here holds for everyone below, unless they have a value of their own.
settings-work = Work
settings-self_service = Own record
settings-security = Security
settings-of-user = Settings of { $name }
settings-from = Where it comes from
settings-own = Own values
settings-change = Change own values
setting-name = Setting
setting-value = Value
setting-origin = Comes from
setting-on = On
setting-off = Off
setting-inherit = Inherited: { $value } ({ $origin })
setting-range = Allowed: { $least } to { $most }.
setting-on-above = It is turned on above and stays on here.
setting-wrap_up_seconds = Wrap-up time
setting-language = Language of new users
setting-log_off_at_midnight = Sign everyone out at midnight
setting-self_service_mobile = May change own mobile
setting-self_service_language = May change own language
setting-self_service_photo = May change own photo
setting-session_idle_minutes = Sign out when unused for
setting-session_hours = Sign out at the latest after
setting-sessions_at_a_time = Sessions at a time
setting-password_length = Shortest password
setting-two_factor_required = Second factor required
origin-product = product
origin-installation = installation
origin-organisation = organisation
origin-group = group
origin-user = own
unit-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
unit-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
unit-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
unit-characters = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
unit-sessions = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
person-tab-settings = Settings
person-settings = What holds

users-filter-group = Group
user-move = Move to another group
move-title = Move { $name } to another group
move-lead = First you see what would change.
move-look = See what changes
move-confirm-title = Move { $name } to { $group }?
move-do = Move
move-changes = { $setting }: { $after } instead of { $before }
move-changes-nothing = No setting changes.
move-keeps-own = Their own values and filters
move-logs-off = They are logged on to a queue and will be logged off
notice-moved = You are in the group { $group } now.

audit-group-deleted = Group deleted
audit-group-made_default = Made the default group
audit-settings-changed = Settings changed
audit-queue-logged_on = Logged on to the queue
audit-queue-logged_off = Logged off the queue
permission-settings-manage = Set rules for people, such as how long a session lasts
