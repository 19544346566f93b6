# One's own affairs, the organisation, API tokens, the audit log.

me-title = Kontoen din
me-fixed = Dette endres av administratoren din.
me-password-current = Nåværende passord
me-password-new = Nytt passord
me-password-submit = Endre passordet
me-preferences-hint = Bare for deg, på alle enheter.
me-theme = Utseende

session-client = Enhet
session-address = Adresse
session-started = Logget inn
session-last_seen = Sist brukt
session-state = Status
session-this = Denne
session-living = Pålogget
session-end = Logg ut
session-end-title = Logge ut { $client }?
session-end-lead = Den som bruker den, må logge inn på nytt.
session-end-others = Logg ut alle andre
session-end-others-title = Logge ut alle andre steder?
session-unknown = Ukjent enhet
session-none = Ingen økter
session-none-hint = Ingen er pålogget.

organisation-title = Organisasjon
organisation-lead = Det som gjelder for alle her.
organisation-names = Navn
organisation-name = Organisasjonens navn
organisation-team = Teamets navn
organisation-handle = Kortnavn
organisation-handle-hint = De uten e-post logger inn med det og brukernavnet sitt.
organisation-handle-fixed = Det blir stående, så folk fortsatt kan logge inn.
organisation-defaults = Språk og tid
organisation-defaults-hint = For nye personer; alle kan velge sitt eget språk.
organisation-language = Språk
organisation-time_zone = Tidssone
organisation-only-administrators = Bare administratorer endrer dette.

token-title = API-nøkler
token-lead = Nøkler for programmer som arbeider på dine vegne.
token-create = Opprett nøkkel
token-new-lead = Du ser den én gang, rett etter at den er laget.
token-once = Den nye nøkkelen din. Kopier den nå; den vises ikke igjen.
token-what = Nøkkel
token-name = Navn
token-name-hint = Skriv hva som bruker den, for eksempel «lønnseksport».
token-owner = Eier
token-life = Gyldig i
token-scopes = Rettigheter
token-scopes-hint = Den kan aldri mer enn du selv kan.
token-last_used = Sist brukt
token-expires = Gyldig til
token-none = Ingen nøkler
token-none-hint = Lag en for et program som leser eller endrer folkene dine.
token-all = Alt eieren kan gjøre
token-end = Avslutt nøkkelen
token-end-title = Avslutte nøkkelen «{ $name }»?
token-end-lead = Programmer som bruker den, slutter å virke med en gang.

audit-lead = Hver endring og hver innlogging: hvem, hva, når og hvorfra.
audit-none = Ingenting er loggført
audit-none-hint = Fjern et filter, eller velg andre dager.
audit-filter-action = Hva
audit-filter-from = Fra
audit-filter-until = Til
audit-noun-user = Brukere
audit-noun-session = Innlogginger
audit-noun-invitation = Invitasjoner
audit-noun-account = Kontoer
audit-noun-token = API-nøkler
audit-noun-group = Grupper
audit-noun-organisation = Organisasjon
audit-by-system = Systemet
audit-by-anonymous = Noen som ikke var pålogget
audit-way-page = { $who }
audit-way-api = { $who }, via API
audit-way-command_line = { $who }, fra kommandolinjen
audit-way-job = { $who }, i bakgrunnen
audit-origin = Adresse { $address }, forespørsel { $request }

timeline-detail = Detaljer
timeline-field = Felt
timeline-before = Før
timeline-after = Etter

audit-user-created = Bruker opprettet
audit-user-updated = Opplysninger endret
audit-user-suspended = Sperret
audit-user-activated = Aktivert
audit-user-deactivated = Deaktivert
audit-user-reactivated = Aktivert igjen
audit-user-removed = Fjernet
audit-user-role_changed = Rolle endret
audit-user-supervisor_changed = Leder endret
audit-user-group_changed = Flyttet til en annen gruppe
audit-user-licence_changed = Lisens endret
audit-user-photo_changed = Bilde endret
audit-user-photo_removed = Bilde fjernet
audit-group-created = Gruppe opprettet
audit-group-renamed = Gruppe omdøpt
audit-sign_up-requested = Registrering bedt om
audit-user-look_changed = Utseende endret
audit-user-reset_started = Valg av nytt passord startet
audit-organisation-created = Organisasjon opprettet
audit-organisation-updated = Innstillinger endret
audit-organisation-ownership_transferred = Eierskap overført

token-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dager
}
