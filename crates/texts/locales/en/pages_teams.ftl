# Teams and where they work.

nav-teams = Teams
teams-title = Teams
teams-lead = People who work together, led by one or more team leaders.
teams-unallocated = In no team
teams-create = Create team
teams-edit = Edit team
teams-delete = Delete team
teams-none = No teams yet
teams-none-hint = Create one, name its leaders, then put people into it.
teams-name = Name
teams-location = Location
teams-nowhere = None
teams-leaders = Leaders
teams-leaders-hint = A leader reaches exactly the people who are in the team that day.
teams-members = People
teams-what = The team
teams-takes_incidents = Receives incidents
teams-takes_incidents-hint = Incidents can be given to the team as a whole.
teams-now = Now
teams-history = History
teams-from = From
teams-from-hint = Today if left empty.
teams-until = Until
teams-nobody = Nobody is in this team
teams-nobody-hint = Add people by their usernames or addresses.
teams-add = Add people
teams-add-title = Add people to { $name }
teams-end = Take out of the team
teams-end-title = Take { $name } out of { $team }?
teams-keeps-history = That they were in the team, and when
teams-delete-title = Delete { $name }?
teams-delete-lead = { $n ->
    [0] Nobody is in it.
    [one] One person is still in it. Take them out first.
   *[other] { $n } people are still in it. Take them out first.
}
teams-loses-history = Who was in it, and when
toast-team-deleted = The team was deleted
location-title = Locations
location-lead = The places that teams work at.
location-create = Create location
location-rename = Rename location
location-delete = Delete location
location-delete-title = Delete { $name }?
location-name = Name
location-none = No locations yet
location-none-hint = A location says where a team works.
group-administrators = Administrators
group-administrators-hint = Whoever has a role that reaches “groups” reaches the users of this one.
users-filter-team = Team
users-filter-no_team = In no team

audit-noun-team = Teams
audit-noun-location = Locations
audit-team-created = Team created
audit-team-updated = Team changed
audit-team-deleted = Team deleted
audit-team-leaders_changed = Team leaders changed
audit-team-members_added = Put into the team
audit-team-member_removed = Taken out of the team
audit-location-created = Location created
audit-location-renamed = Location renamed
audit-location-deleted = Location deleted
audit-group-administrators_changed = Group administrators changed
permission-teams-view = See teams
permission-teams-manage = Manage teams, their leaders and members
