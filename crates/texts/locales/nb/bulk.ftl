# Flere brukere på én gang.

bulk-bar = Med de valgte
bulk-count = { $n } valgt
bulk-move = Flytt til en gruppe
bulk-clear = Fjern valget
bulk-pick = Velg { $name }
bulk-pick-all = Velg alle på denne siden
bulk-move-title = { $n ->
    [one] Flytt én bruker til en annen gruppe
   *[other] Flytt { $n } brukere til en annen gruppe
}
bulk-force = Logg dem av køen først
bulk-force-hint = Den som er logget på en kø, blir ellers værende.
bulk-confirm-title = { $n ->
    [0] Ingen ville bli flyttet til { $group }
    [one] Flytte én bruker til { $group }?
   *[other] Flytte { $n } brukere til { $group }?
}
bulk-staying = { $n ->
    [one] Én er allerede i denne gruppen.
   *[other] { $n } er allerede i denne gruppen.
}
bulk-refused = { $n ->
    [one] Du kan ikke flytte én av dem; vedkommende blir værende.
   *[other] Du kan ikke flytte { $n } av dem; de blir værende.
}
bulk-result-title = { $n ->
    [0] Ingen ble flyttet til { $group }
    [one] Én bruker ble flyttet til { $group }
   *[other] { $n } brukere ble flyttet til { $group }
}
bulk-result-lead = De andre ble værende der de er:
bulk-stayed = { $name }: { $why }
toast-users-moved = De valgte brukerne er nå i { $name }
