# Loggen: filtre, filer og innlogginger; hvor lenge logger beholdes.

audit-changes = Endringer
audit-sign-ins = Innlogginger
audit-sign-ins-lead = Hvem som logget inn eller prøvde, hvorfra og med hvilken klient.
audit-sign-in-who = Hvem
audit-sign-in-method = Hvordan
audit-files = Eksporter det som vises:
audit-filter-who = Av
audit-filter-whom = Hvem det gjelder
audit-filter-way = Vei
audit-surface-page = Sider
audit-surface-api = API
audit-surface-command_line = Kommandolinje
audit-surface-job = I bakgrunnen
audit-audit-forgotten = Gamle rader i loggen glemt
sign-in-by-password = Med passord
sign-in-by-invitation = Med invitasjon
sign-in-by-sign_up = Ved registrering
sign-in-by-switch = Fra en annen organisasjon
organisation-logs = Logger
organisation-logs-hint = Det som er eldre, glemmes for godt, dag for dag. Resten kan fortsatt bevises.
organisation-audit_days = Behold endringer
organisation-sign_in_days = Behold innlogginger
organisation-for_ever = For alltid
organisation-days =
    { $n ->
        [one] { $n } dag
       *[other] { $n } dager
    }
