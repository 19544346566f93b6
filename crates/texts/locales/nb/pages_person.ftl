# The person's page, the form of a user, the steps.

person-back-label = Tilbake til listen
person-more = Mer
person-tab-profile = Profil
person-tab-access = Tilgang
person-tab-security = Sikkerhet
person-tab-history = Historikk
person-no-history = Ingenting har skjedd ennå
person-contact = Kontakt
person-work = Arbeid
person-place = Plass i organisasjonen
person-standing = Status
person-sign-in = Innlogging
person-since = Siden
person-created = Opprettet
person-updated = Sist endret
person-last_sign_in = Siste innlogging
person-reports = Rapporterer til denne personen
person-reports-none = Ingen rapporterer til denne personen.
person-sessions = Økter
person-sessions-none = Ikke pålogget noe sted.
person-locked = Låst ute
person-lock-opens = Åpnes av
person-sign-ins = Innloggingshistorikk
person-sign-ins-none = Ingen innlogginger ennå.
person-sign-in-when = Når
person-sign-in-result = Resultat

sign-in-ok = Logget inn
sign-in-wrong = Feil passord
sign-in-locked = Låst
sign-in-refused = Avvist

person-reason = Årsak: { $reason }

user-hand-over = Overfør eierskap
user-reactivate = Aktiver igjen
user-new-title = Opprett bruker
user-edit-title = Rediger { $name }
user-form-person = Person
user-form-reach = Kontakt
user-form-reach-hint = En e-postadresse eller et mobilnummer trengs.
user-form-place = Plass i organisasjonen
user-form-place-hint = Rollen sier hva personen kan gjøre, lederen følger dem opp.
user-form-teams = Team
user-form-teams-hint = Fra i dag av; teamets side viser fra når til når.
user-form-licence = Lisens
user-form-further = Annet
user-form-start = Første innlogging
user-form-start-hint = Uten passord begynner personen med en engangskode på e-post.
user-first_name = Fornavn
user-last_name = Etternavn
user-display_name = Visningsnavn
user-display_name-hint = Tomt betyr for- og etternavn.
user-username = Brukernavn
user-username-hint = Bokstaver, sifre, punktum, bindestrek og understrek.
user-language = Språk
user-user_type = Brukertype
user-email = E-postadresse
user-mobile = Mobil
user-mobile-hint = Med 00 eller + og landkode.
user-role_id = Rolle
user-reports_to = Rapporterer til
user-group_id = Gruppe
user-licence = Lisens
user-extension = Internnummer
user-numeric_id = Numerisk id
user-numeric_id-hint = Inntil seks sifre, for rapporter og pålogging med telefon.
user-keywords = Stikkord
user-keywords-hint = Ord personen kan finnes med.
user-external_id = Ekstern id
user-note = Merknad
person-password-set = Satt
person-password-none = Ingen
user-password = Første passord
user-password-hint = Minst 15 tegn; personen endrer det ved første innlogging. La stå tomt for å få laget et.
user-generate = Lag et første passord og vis meg det én gang
user-once = Første passord for { $name }. Gi det videre på en trygg måte: det vises ikke igjen og gjelder i sju dager.

lock-email = Personen logger inn med den, så bare de kan endre den.
lock-role = Du kan ikke endre rollen til denne personen.
lock-teams = Team velges av den som forvalter alle.
lock-group = Gruppen endres med en egen flytting.
lock-type = Den blir slik den ble opprettet.
lock-supervisor = Du kan ikke endre lederen til denne personen.
lock-licence = Du kan ikke endre lisenser.

step-reason = Årsak
step-reason-hint = Kolleger med tilgang leser den på personens side.
step-suspend = Sperre { $name }?
step-activate = Aktivere { $name }?
step-activate-lead = De kan logge inn igjen med en gang. En lisens må være ledig.
step-deactivate = Deaktivere { $name }?
step-ownership = Gjøre { $name } til eier?
step-loses-ownership = Du kan ikke lenger gi eierskapet videre, og kan suspenderes, miste rollen og fjernes som alle andre.
step-keeps-administrator = Du forblir administrator.
step-reactivate = Hente tilbake { $name }?
step-remove = Fjerne { $name } for godt?
step-loses-sessions = Alle økter og API-nøkler avsluttes med en gang.
step-loses-seat = Lisensen blir ledig for noen andre.
step-loses-profile = Profil, bilde, rolle og plass i organisasjonen.
step-keeps-record = Profil, rolle, leder og historikk.
step-keeps-name = Navnet i organisasjonens historikk.
step-keeps-account = Selve kontoen, som er personens egen.
step-rather-suspend = sperr i stedet
step-rather-deactivate = deaktiver i stedet
step-supervisor = Hvem skal { $name } rapportere til?
step-supervisor-submit = Endre
step-no-supervisor = Ingen
step-first-password = Sett et første passord for { $name }
step-first-password-lead = De endrer det ved første innlogging, innen sju dager. Etterpå er det bare de som kjenner passordet.
step-reset = Sende { $name } en engangskode?
step-reset-lead = Med den velger de et nytt passord og låses opp. Den er gyldig i ti minutter.

role-administrator = Administrator
role-supervisor = Veileder
role-team_leader = Teamleder
role-technician = Tekniker
role-viewer = Observatør
role-about-administrator = Kan gjøre alt i organisasjonen.
role-about-supervisor = Oppretter teknikere og følger opp dem som rapporterer til seg.
role-about-team_leader = Ser innsikt og sitt eget team.
role-about-technician = Jobber med egne saker og ser egne tall.
role-about-viewer = Ser alle innsiktssider og endrer ingenting.

type-person = Person
type-wallboard = Veggtavle
type-chat_bot = Chatbot
type-api = API

licence-callcentre_mini = Kundesenter Mini
licence-callcentre = Kundesenter
licence-helpdesk_mini = Helpdesk Mini
licence-helpdesk = Helpdesk
licence-omnichannel_mini = Omnikanal Mini
licence-omnichannel = Omnikanal
licence-video = Video

toast-user-created = { $name } er opprettet.
toast-user-saved = { $name } er lagret.
toast-user-suspended = { $name } er sperret og logget ut overalt.
toast-user-activated = { $name } kan logge inn igjen.
toast-user-deactivated = { $name } er deaktivert.
toast-user-owner = { $name } er eier nå.
toast-user-removed = { $name } er fjernet.
toast-user-supervisor = { $name } har fått en annen leder.
toast-user-reset = En engangskode er på vei til { $name }.
toast-photo-saved = Bildet er lagret.
toast-photo-removed = Bildet er fjernet.
toast-saved = Lagret.
toast-password = Passordet ditt er endret; de andre øktene dine er logget ut.
toast-session-ended = Logget ut.
toast-token-ended = Nøkkelen er avsluttet.
toast-invitation-cancelled = Invitasjonen er trukket tilbake.
toast-invitation-resent = Invitasjonen er sendt på nytt.
toast-team = Teamet er aktivt. Inviter de første kollegene.

toast-invited = { $n ->
    [one] Én invitasjon er på vei.
   *[other] { $n } invitasjoner er på vei.
}

step-loses-n-sessions = { $n ->
    [one] { $n } økt eller API-nøkkel avsluttes.
   *[other] { $n } økter og API-nøkler avsluttes.
}

step-lifts-n-reports = { $n ->
    [one] { $n } person vil rapportere ett trinn høyere.
   *[other] { $n } personer vil rapportere ett trinn høyere.
}

users-filter-role = Rolle
users-column-licence = Lisens
users-column-created = Opprettet

role-about = Hva rollen kan gjøre
