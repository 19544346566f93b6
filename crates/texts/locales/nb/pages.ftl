# Ord i rammen og i deler som står på mange sider.

app-name = Crewdesk
app-skip = Hopp til innholdet
app-dismiss = Lukk meldingen
app-offline = Serveren kan ikke nås akkurat nå. Ingenting ble sendt; prøv igjen.

nav-title = Hovednavigasjon
nav-open = Åpne navigasjonen
nav-people = Personer
nav-settings = Innstillinger
nav-records = Logg
nav-home = Hjem
nav-users = Brukere
nav-invitations = Invitasjoner
nav-organisation = Organisasjon
nav-tokens = API-nøkler
nav-audit = Revisjon
nav-me = Profil

search-label = Søk etter personer
search-hint = Søk etter personer
search-nothing = Ingen passer til «{ $query }».
picker-search = Skriv et navn for å finne personer
picker-hint = Søk etter navn, eller skriv brukernavn og adresser med komma mellom. Fjern krysset for den som skal utelates.
picker-hint-one = Søk etter navn, eller skriv et brukernavn eller en adresse.
search-all = Vis alle treff

me-menu = Egen meny:
me-profile = Profil
me-password = Passord
me-sessions = Økter
me-preferences = Språk og utseende
me-sign-out = Logg ut

theme-system = Som systemet
theme-light = Lyst
theme-dark = Mørkt

field-optional = (valgfritt)

list-filter = Filtrer
list-apply = Bruk
list-clear = Fjern alle
list-any = Alle
list-remove-filter = Fjern dette filteret
list-columns = Velg kolonner
list-actions = Handlinger for { $name }
list-nothing = Ikke fylt ut

pager-title = Sider
pager-first = Første
pager-previous = Forrige
pager-next = Neste
pager-total = { $n ->
    [one] { $n } i alt
   *[other] { $n } i alt
}

lifecycle-invited = Invitert
lifecycle-active = Aktiv
lifecycle-suspended = Sperret
lifecycle-deactivated = Deaktivert

presence-logged_out = Logget av
presence-logged_in = Pålogget
