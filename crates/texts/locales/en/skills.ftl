skills-title = Skills
profiles-title = Profiles
permission-users-assign_skills = Give people levels, tick their group’s profiles and give them profiles of their own
permission-skills-view = See skills and the profiles of groups
permission-skills-manage = Create, change and delete skills
permission-profiles-manage = Create, change and delete the profiles of groups
audit-skill-created = Skill created
audit-skill-updated = Skill changed
audit-skill-deleted = Skill deleted
audit-profile-created = Profile created
audit-profile-updated = Profile changed
audit-profile-deleted = Profile deleted
audit-user-skills_changed = Levels of the user changed
audit-user-profiles_changed = Profiles of the user changed
nav-work = Skills and queues
skills-lead = What people answer with. Levels say how well, from 1 for a beginner to 9 for an expert.
skills-name = Skill
skills-note = What it means
skills-note-hint = For those who give levels: what a 1, a 5 and a 9 look like.
skills-people = People
skills-profiles = Profiles
skills-level = Level
skills-none = No skills yet
skills-none-hint = Add what your people answer with, such as languages or products.
skills-create = Add skill
skills-edit = Edit skill
skills-delete = Delete skill
skills-delete-title = Delete the skill { $name }?
skills-delete-unused = Nobody has it and no profile names it.
skills-delete-used = It is in use. To keep it out of sight only, take it out of the profiles.
skills-loses-people = { $n ->
    [one] { $n } person loses a level.
   *[other] { $n } people lose a level.
}
skills-loses-profiles = { $n ->
    [one] { $n } profile loses the skill.
   *[other] { $n } profiles lose the skill.
}
profiles-lead = Named sets of skills with which people log on to a queue: a group’s are ticked for its people, one’s own are theirs alone.
profiles-group-lead = Profiles of this group. They can be ticked for each of its people.
profiles-name = Profile
profiles-owner = Of whom
profiles-skills = Skills and levels
profiles-skills-hint = Type a level from 1 to 9. A skill without one is not part of the profile.
profiles-people = People
profiles-none = No profiles yet
profiles-none-hint = Add one on a group, or a person’s own on the Work tab of their page.
profiles-create = Add profile
profiles-edit = Edit profile
profiles-delete = Delete profile
profiles-delete-title = Delete the profile { $name }?
profiles-delete-lead = People keep their own levels.
profiles-loses-people = { $n ->
    [one] { $n } person can no longer log on with it.
   *[other] { $n } people can no longer log on with it.
}
profiles-of_group = Group
profiles-what = Profile
profiles-kind = Kind
profiles-all = All
profiles-groups = Of groups
profiles-personal = Personal
person-tab-work = Work
work-change = Change
work-edit = Levels and group profiles
work-edit-link = Edit
work-edit-title = Work of { $name }
work-own-profile = Personal profile
work-own-profile-link = Add
work-own = Personal
work-profiles = Profiles
work-profiles-none = No profile: the group has none and there is none of their own.
work-from = From
work-logs-on = Logs on with it
work-ticked = Yes
work-ticks = Profiles of the group
work-ticks-hint = Tick those with which the person may log on.
work-levels = Own levels
work-levels-hint = They count with every profile. Type a level from 1 to 9, or leave the field empty.
work-levels-none = No levels of their own.
levels-now = Someone else has set { $level } meanwhile. Saving again sets yours.
levels-now-none = Someone else has taken this level meanwhile. Saving again sets yours.
toast-skill-deleted = The skill was deleted.
toast-profile-deleted = The profile was deleted.
move-loses-profile = The profile { $profile } no longer counts.
move-offers-profile = The profile { $profile } can be ticked.
levels-title = Levels
levels-lead = Who answers with what, and how well. All changes are saved together.
levels-search = Search people
levels-every-group = All groups
levels-every-team = All teams
levels-show = Show
levels-choose = Choose skills
levels-person = Person
levels-nobody = Nobody here
levels-nobody-hint = Search for other words, or choose another group or team.
levels-keys = Arrows move, 1 to 9 set a level, 0 or Delete takes it.
levels-unsaved = Unsaved changes:
toast-levels-saved = { $n ->
    [0] No level was changed.
    [one] { $n } level was changed.
   *[other] { $n } levels were changed.
}
work-cannot = Active but can’t receive work
work-at-least = Level at least
home-without-work = { $n ->
    [one] { $n } person is active but can’t receive work: no skill and no profile.
    [100] 100 people or more are active but can’t receive work: no skill and no profile.
   *[other] { $n } people are active but can’t receive work: no skill and no profile.
}
move-filter = The inherited resource filter becomes { $filter }.
move-filter-none = No inherited resource filter limits what they see any more.
