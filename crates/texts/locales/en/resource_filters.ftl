# Resource filters: what narrows somebody's sight.

filters-title = Resource filters
filters-lead = A filter names groups and teams. Whoever has it sees their people and nobody else, besides themselves.
filters-create = Create filter
filters-edit = Edit filter
filters-delete = Delete
filters-none = No resource filters yet
filters-none-hint = Everybody sees as far as their role reaches. A filter narrows that to some groups and teams.
filters-name = Name
filters-what = Filter
filters-groups = Groups
filters-groups-hint = The ticked groups and everybody in them are seen.
filters-teams = Teams
filters-teams-hint = The ticked teams and everybody who is in them today are seen.
filters-held_by_groups = Groups that have it
filters-held_by_users = Users who have it
filters-held = { $n ->
    [0] In use by { $names }.
    [one] In use by { $names } and one more.
   *[other] In use by { $names } and { $n } more.
}
filters-held-none = Nobody has this filter.
filters-delete-title = Delete { $name }?
filters-filter = Resource filter
filters-everything = None: everything within the role’s reach is seen
filters-as-group = As the group
filters-group-hint = It counts for everybody in the group who has none of their own, at their next click.
filters-user-title = Resource filter of { $name }
filters-user-lead = One’s own filter stands before that of the group and stays when they move. It never shows more than the role allows.
filters-of-own = { $name } (own)
filters-of-group = { $name } (from the group)
toast-filter-deleted = The filter was deleted
group-filter = Resource filter
form-narrow = Search the list
why-filter = The resource filter { $filter } hides { $target } from { $name }.
permission-resource_filters-manage = Create resource filters and give them to groups and users
audit-resource_filter-created = Resource filter created
audit-resource_filter-updated = Resource filter changed
audit-resource_filter-deleted = Resource filter deleted
audit-group-resource_filter_changed = Resource filter of the group changed
audit-user-resource_filter_changed = Resource filter of the user changed
