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
bulk-who = Hvem
bulk-who-hint = Ett steg flytter inntil 1000 brukere. Resten flytter du på samme måte etterpå.
bulk-all = Alle i denne listen, også på andre sider: { $n }
bulk-more = Ett steg flytter inntil 1000 brukere. { $n } gjenstår til neste steg.
bulk-changes = { $n ->
    [one] { $setting }: { $after }, for én av dem
   *[other] { $setting }: { $after }, for { $n } av dem
}
bulk-filter = { $n ->
    [one] Én av dem ser da etter ressursfilteret { $filter }.
   *[other] { $n } av dem ser da etter ressursfilteret { $filter }.
}
bulk-filter-none = { $n ->
    [one] Ikke noe ressursfilter begrenser lenger hva én av dem ser.
   *[other] Ikke noe ressursfilter begrenser lenger hva { $n } av dem ser.
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
