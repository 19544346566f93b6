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
bulk-who-hint = One step moves up to 1,000 users. The rest follows when you do the same again.
bulk-all = All { $n } in this list, other pages too
bulk-more = { $n ->
    [one] One step moves up to 1,000 users. One more can follow in the next step.
   *[other] One step moves up to 1,000 users. { $n } more can follow in further steps.
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
