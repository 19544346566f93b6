# Words of the frame and of parts that stand on many pages.

app-name = Crewdesk
app-skip = Skip to the content
app-dismiss = Close this message
app-offline = The server can’t be reached just now. Nothing was sent; try again.

nav-title = Main navigation
nav-open = Open navigation
nav-people = People
nav-settings = Settings
nav-records = Records
nav-home = Home
nav-users = Users
nav-invitations = Invitations
nav-organisation = Organisation
nav-tokens = API tokens
nav-audit = Audit
nav-me = Profile

search-label = Search people
search-hint = Search people
search-nothing = Nobody matches “{ $query }”.
picker-search = Type a name to find people
picker-hint = Find people by name, or type usernames and addresses with a comma between them. Untick whom you want to leave out.
picker-hint-one = Find somebody by name, or type a username or address.
search-all = Show all matches

me-menu = Own menu:
me-profile = Profile
me-password = Password
me-sessions = Sessions
me-preferences = Language and appearance
me-sign-out = Sign out

theme-system = As the system
theme-light = Light
theme-dark = Dark

field-optional = (optional)

list-filter = Filter
list-apply = Apply
list-clear = Clear all
list-any = Any
list-remove-filter = Remove this filter
list-columns = Choose columns
list-actions = Actions for { $name }
list-nothing = Nothing entered

pager-title = Pages
pager-first = First
pager-previous = Previous
pager-next = Next
pager-total = { $n ->
    [one] { $n } in all
   *[other] { $n } in all
}

lifecycle-invited = Invited
lifecycle-active = Active
lifecycle-suspended = Suspended
lifecycle-deactivated = Deactivated

presence-logged_out = Logged out
presence-logged_in = Logged in
