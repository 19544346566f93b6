# Several users at once.

bulk-bar = With the selected
bulk-count = { $n } selected
bulk-move = Move to a group
bulk-clear = Clear selection
bulk-pick = Select { $name }
bulk-pick-all = Select all on this page
bulk-move-title = { $n ->
    [one] Move one user to another group
   *[other] Move { $n } users to another group
}
bulk-who = Whom
bulk-who-hint = One step takes up to 1,000 users. The rest follows when you do the same again.
bulk-all = All { $n } in this list, other pages too
bulk-more = { $n ->
    [one] One step takes up to 1,000 users. One more can follow in the next step.
   *[other] One step takes up to 1,000 users. { $n } more can follow in further steps.
}
bulk-changes = { $n ->
    [one] { $setting }: { $after }, for one of them
   *[other] { $setting }: { $after }, for { $n } of them
}
bulk-filter = { $n ->
    [one] One of them sees by the resource filter { $filter } then.
   *[other] { $n } of them see by the resource filter { $filter } then.
}
bulk-filter-none = { $n ->
    [one] What one of them sees is no longer limited by a resource filter.
   *[other] What { $n } of them see is no longer limited by a resource filter.
}
bulk-force = Log them off the queue first
bulk-force-hint = Whoever is logged on to a queue stays where they are otherwise.
bulk-confirm-title = { $n ->
    [0] Nobody would move to { $group }
    [one] Move one user to { $group }?
   *[other] Move { $n } users to { $group }?
}
bulk-staying = { $n ->
    [one] One is in this group already.
   *[other] { $n } are in this group already.
}
bulk-refused = { $n ->
    [one] You may not move one of them; they stay where they are.
   *[other] You may not move { $n } of them; they stay where they are.
}
bulk-result-title = { $n ->
    [0] Nobody moved to { $group }
    [one] One user moved to { $group }
   *[other] { $n } users moved to { $group }
}
bulk-result-lead = The others stayed where they are:
bulk-stayed = { $name }: { $why }
toast-users-moved = The selected users are in { $name } now

bulk-steps = More actions
bulk-suspend = { $n ->
    [0] Nobody would be suspended
    [one] Suspend one user?
   *[other] Suspend { $n } users?
}
bulk-activate = { $n ->
    [0] Nobody would be activated
    [one] Activate one user?
   *[other] Activate { $n } users?
}
bulk-deactivate = { $n ->
    [0] Nobody would be deactivated
    [one] Deactivate one user?
   *[other] Deactivate { $n } users?
}
bulk-reactivate = { $n ->
    [0] Nobody would be brought back
    [one] Bring one user back?
   *[other] Bring { $n } users back?
}
bulk-remove = { $n ->
    [0] Nobody would be removed
    [one] Remove one user for good?
   *[other] Remove { $n } users for good?
}
bulk-activate-lead = They can sign in again at once. A licence must be free for each.
bulk-loses-seats = Their licences become free for others.
bulk-loses-profiles = Profiles, photos, roles and places in the organisation.
bulk-keeps-records = Profiles, roles, supervisors and history.
bulk-keeps-names = The names in the history of the organisation.
bulk-keeps-accounts = The accounts themselves, which are the people’s own.
bulk-logs-off = { $n ->
    [one] One is logged on to a queue and will be logged off.
   *[other] { $n } are logged on to a queue and will be logged off.
}
bulk-elsewhere = { $n ->
    [one] One is in a state in which this can’t be done, and stays as they are.
   *[other] { $n } are in a state in which this can’t be done, and stay as they are.
}
bulk-may-not = { $n ->
    [one] You may not do this to one of them; they stay as they are.
   *[other] You may not do this to { $n } of them; they stay as they are.
}
bulk-nothing-done = Nothing was done
bulk-others-stayed = The others stayed as they were:
toast-users-suspended = { $n ->
    [one] One user is suspended and signed out everywhere.
   *[other] { $n } users are suspended and signed out everywhere.
}
toast-users-activated = { $n ->
    [one] One user can sign in again.
   *[other] { $n } users can sign in again.
}
toast-users-deactivated = { $n ->
    [one] One user is deactivated.
   *[other] { $n } users are deactivated.
}
toast-users-removed = { $n ->
    [one] One user has been removed.
   *[other] { $n } users have been removed.
}
bulk-rather-deactivate = Deactivate instead
bulk-nobody = Select at least one user.
bulk-cancels-invitations = { $n ->
    [one] One invitation is cancelled.
   *[other] { $n } invitations are cancelled.
}
