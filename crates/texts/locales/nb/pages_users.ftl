# Brukerlisten, personens side, skjemaet og stegene.

users-title = Brukere
users-count = { $n ->
    [one] { $n } bruker
   *[other] { $n } brukere
}
users-operators = { $n ->
    [one] { $n } operatør
   *[other] { $n } operatører
}
users-operators-of = { $n } av { $all } operatører i bruk
users-licences-of = { $n } av { $all } lisenser i bruk
users-invite = Inviter
users-create = Opprett bruker
users-search = Søk blant brukere
users-search-hint = Navn, e-post, nummer, «nøyaktige ord»
users-none = Ingen her ennå
users-none-hint = Inviter de første kollegene. De velger sitt eget passord og vises her med en gang.
users-none-found = Ingen treff
users-none-found-hint = Prøv andre ord, eller fjern et filter.

users-column-name = Navn
users-column-state = Status
users-column-role = Rolle
users-column-supervisor = Rapporterer til
users-column-email = E-post
users-column-mobile = Mobil
users-column-numeric_id = Numerisk id
users-column-username = Brukernavn
users-column-last_sign_in = Siste innlogging

users-filter-lifecycle = Livssyklus
users-filter-presence = Tilstedeværelse
users-filter-supervisor = Rapporterer til

user-edit = Rediger
user-suspend = Sperr
user-activate = Aktiver
user-deactivate = Deaktiver
user-remove = Fjern
user-supervisor = Bytt leder
user-reset-password = Send tilbakestilling av passord
user-first-password = Sett et første passord

numeric-ids-title = Brukte numeriske ID-er
numeric-ids-lead = Brukte ID-er i rekkefølge. Det som ligger mellom to rader, er ledig.
numeric-ids-next = Den neste ledige er { $id }.
numeric-ids-range = ID-er
numeric-ids-taken = Brukt
numeric-ids-none = Ingen numerisk ID er i bruk ennå
numeric-ids-none-hint = Gi en bruker en i delen Lisens og telefoni.
numeric-ids-count = { $n ->
    [one] én ID
   *[other] { $n } ID-er
}
