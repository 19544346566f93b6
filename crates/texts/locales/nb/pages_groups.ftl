# Brukergrupper og arvede innstillinger.

nav-groups = Grupper
nav-inherited = Regler
group-title = Grupper
group-lead = Alle er i nøyaktig én gruppe. En gruppe gir innstillingene sine videre til brukerne sine.
group-create = Opprett gruppe
group-none = Ingen grupper ennå
group-none-hint = En gruppe samler folk som de samme innstillingene gjelder for.
group-name = Navn
group-users = Brukere
group-default = Nye brukere
group-updated = Endret
group-is_default = Standardgruppe
group-settings = Innstillinger
group-members = Vis brukere
group-rename = Gi nytt navn
group-rename-title = Gi { $name } nytt navn
group-make_default = Gjør til standard
group-default-title = Legge nye brukere i { $name }?
group-default-lead = Brukere uten oppgitt gruppe blir opprettet i denne. Ingen flyttes.
group-delete = Slett
group-delete-title = Slette { $name }?
group-delete-lead = { $n ->
    [0] Ingen er i denne gruppen.
    [one] Én bruker er fortsatt i denne gruppen. Flytt brukeren først.
   *[other] { $n } brukere er fortsatt i denne gruppen. Flytt dem først.
}
group-loses-settings = Innstillingene som den gir videre
toast-group-created = { $name } ble opprettet
toast-group-deleted = Gruppen ble slettet
toast-user-moved = { $name } ble flyttet

settings-lead = Det som står tomt, arves. Det du setter her, gjelder for alle under, om de ikke har en egen verdi.
settings-work = Arbeid
settings-self_service = Egen oppføring
settings-security = Sikkerhet
settings-of-user = Innstillinger for { $name }
settings-from = Hvor det kommer fra
settings-own = Egne verdier
settings-change = Endre egne verdier
setting-name = Innstilling
setting-value = Verdi
setting-origin = Kommer fra
setting-on = På
setting-off = Av
setting-inherit = Arvet: { $value } ({ $origin })
setting-range = Tillatt: { $least } til { $most }.
setting-on-above = Det er slått på høyere oppe og forblir på her.
setting-wrap_up_seconds = Etterbehandlingstid
setting-language = Språk for nye brukere
setting-log_off_at_midnight = Logg ut alle ved midnatt
setting-self_service_mobile = Kan endre egen mobil
setting-self_service_language = Kan endre eget språk
setting-self_service_photo = Kan endre eget bilde
setting-session_idle_minutes = Logg ut når ubrukt i
setting-session_hours = Logg ut senest etter
setting-sessions_at_a_time = Samtidige økter
setting-password_length = Korteste passord
setting-two_factor_required = Krev andre faktor
origin-product = produktet
origin-installation = installasjonen
origin-organisation = organisasjonen
origin-group = gruppen
origin-user = egen
unit-seconds = { $n ->
    [one] { $n } sekund
   *[other] { $n } sekunder
}
unit-minutes = { $n ->
    [one] { $n } minutt
   *[other] { $n } minutter
}
unit-hours = { $n ->
    [one] { $n } time
   *[other] { $n } timer
}
unit-characters = { $n ->
    [one] { $n } tegn
   *[other] { $n } tegn
}
unit-sessions = { $n ->
    [one] { $n } økt
   *[other] { $n } økter
}
person-tab-settings = Innstillinger
person-settings = Hva som gjelder

users-filter-group = Gruppe
user-move = Flytt til en annen gruppe
move-title = Flytt { $name } til en annen gruppe
move-lead = Først ser du hva som ville endre seg.
move-look = Se endringene
move-confirm-title = Flytte { $name } til { $group }?
move-do = Flytt
move-changes = { $setting }: { $after } i stedet for { $before }
move-changes-nothing = Ingen innstilling endres.
move-keeps-own = Egne verdier og filtre
move-logs-off = Personen er logget på en kø og blir logget av
notice-moved = Du er i gruppen { $group } nå.

audit-group-deleted = Gruppe slettet
audit-group-made_default = Gjort til standardgruppe
audit-settings-changed = Innstillinger endret
audit-queue-logged_on = Logget på køen
audit-queue-logged_off = Logget av køen
permission-settings-manage = Sette regler for folk, som hvor lenge en økt varer
