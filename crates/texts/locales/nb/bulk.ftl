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
bulk-who-hint = Ett steg gjelder inntil 1000 brukere. Resten tar du på samme måte etterpå.
bulk-all = Alle i denne listen, også på andre sider: { $n }
bulk-more = Ett steg gjelder inntil 1000 brukere. { $n } gjenstår til neste steg.
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

bulk-steps = Flere handlinger
bulk-suspend = { $n ->
    [0] Ingen vil bli sperret
    [one] Sperre én bruker?
   *[other] Sperre { $n } brukere?
}
bulk-activate = { $n ->
    [0] Ingen vil bli aktivert
    [one] Aktivere én bruker?
   *[other] Aktivere { $n } brukere?
}
bulk-deactivate = { $n ->
    [0] Ingen vil bli deaktivert
    [one] Deaktivere én bruker?
   *[other] Deaktivere { $n } brukere?
}
bulk-reactivate = { $n ->
    [0] Ingen vil bli hentet tilbake
    [one] Hente tilbake én bruker?
   *[other] Hente tilbake { $n } brukere?
}
bulk-remove = { $n ->
    [0] Ingen vil bli fjernet
    [one] Fjerne én bruker for godt?
   *[other] Fjerne { $n } brukere for godt?
}
bulk-activate-lead = De kan logge inn igjen med én gang. En lisens må være ledig for hver.
bulk-loses-seats = Lisensene deres blir ledige for andre.
bulk-loses-profiles = Profiler, bilder, roller og plasser i organisasjonen.
bulk-keeps-records = Profiler, roller, ledere og historikk.
bulk-keeps-names = Navnene i organisasjonens historikk.
bulk-keeps-accounts = Selve kontoene, som er personenes egne.
bulk-logs-off = { $n ->
    [one] Én er logget på en kø og blir logget av.
   *[other] { $n } er logget på en kø og blir logget av.
}
bulk-elsewhere = { $n ->
    [one] Én er i en tilstand der det ikke går, og forblir uendret.
   *[other] { $n } er i en tilstand der det ikke går, og forblir uendret.
}
bulk-may-not = { $n ->
    [one] Du kan ikke gjøre det for én av dem; vedkommende forblir uendret.
   *[other] Du kan ikke gjøre det for { $n } av dem; de forblir uendret.
}
bulk-nothing-done = Ingenting ble gjort
bulk-others-stayed = De andre er uendret:
toast-users-suspended = { $n ->
    [one] Én bruker er sperret og logget ut overalt.
   *[other] { $n } brukere er sperret og logget ut overalt.
}
toast-users-activated = { $n ->
    [one] Én bruker kan logge inn igjen.
   *[other] { $n } brukere kan logge inn igjen.
}
toast-users-deactivated = { $n ->
    [one] Én bruker er deaktivert.
   *[other] { $n } brukere er deaktivert.
}
toast-users-removed = { $n ->
    [one] Én bruker er fjernet.
   *[other] { $n } brukere er fjernet.
}
bulk-rather-deactivate = Deaktiver i stedet
bulk-nobody = Velg minst én bruker.
bulk-cancels-invitations = { $n ->
    [one] Én invitasjon blir trukket tilbake.
   *[other] { $n } invitasjoner blir trukket tilbake.
}
