# Sider før innlogging.

door-words = Folkene dine, rollene deres og hvem som er på akkurat nå, samlet på ett rolig sted.
door-point-people = Inviter, endre og sperr på sekunder
door-point-live = Se direkte hvem som er pålogget
door-point-own = På din egen server, med alle endringer loggført
door-language = Bytt språk
door-further = Videre
door-to-sign-in = Til innlogging
door-to-sign-up = Start en prøveperiode
door-forgotten = Glemt passordet, eller ikke noe ennå?

sign-in-title = Logg inn
sign-in-ways = Måter å logge inn på
sign-in-by-email = E-post
sign-in-by-username = Organisasjon og brukernavn
sign-in-email = E-postadresse
sign-in-organisation = Organisasjon
sign-in-username = Brukernavn
sign-in-password = Passord
sign-in-submit = Logg inn
sign-in-reason-ended = Økten din er avsluttet. Logg inn igjen for å fortsette.
sign-in-reason-suspended = Tilgangen din til denne organisasjonen er sperret. Spør administratoren din.
sign-in-reason-signed_out = Du er logget ut.
sign-in-reason-founded = Organisasjonen din er opprettet. Logg inn med passordet du allerede har.
sign-in-reason-password = Passordet ditt er endret. Logg inn med det nye.

choose-title = Velg organisasjon
choose-lead = Du hører til flere. Du kan bytte senere ved å logge inn på nytt.

sign-up-title = Start en prøveperiode
sign-up-lead = Du blir administrator og eier av en ny organisasjon.
sign-up-organisation = Organisasjonens navn
sign-up-first-name = Fornavn
sign-up-last-name = Etternavn
sign-up-email = E-postadresse
sign-up-password = Passord
sign-up-password-hint = Minst 15 tegn. En setning på noen få ord er lett å huske.
sign-up-submit = Opprett organisasjonen
sign-up-have = Jeg har en konto

forgotten-title = Glemt eller manglende passord
forgotten-lead = Si hvordan du er kjent her. Finnes det en konto, er en kode på seks sifre på vei til e-postadressen, eller ellers til mobilnummeret.
forgotten-submit = Send koden
forgotten-code-title = Skriv inn koden
forgotten-code-lead = Finnes det en konto for { $email }, er en kode sendt med e-post eller SMS. Den er gyldig i ti minutter.
forgotten-code-link-lead = Skriv inn koden fra meldingen, og velg et nytt passord.
forgotten-code = Kode på seks sifre
forgotten-again = Send en ny kode
forgotten-new-title = Velg et nytt passord
forgotten-new-lead = De andre øktene dine blir logget ut.
forgotten-new-password = Nytt passord
forgotten-new-submit = Lagre og logg inn

accept-title = Bli med i { $organisation }
accept-lead = Hei, { $name }. Velg et passord for { $email }, så er du inne.
accept-by-sign-in = Du har allerede en konto. Logg inn med passordet til den, så er invitasjonen godtatt.
accept-submit = Godta invitasjonen
accept-expired-title = Invitasjonen er utløpt
accept-expired-lead = Be om en ny; den kommer til samme e-postadresse.
accept-used-title = Invitasjonen er allerede godtatt
accept-used-lead = Du kan logge inn med passordet du valgte.
accept-void-title = Denne lenken er ikke lenger gyldig
accept-void-lead = Kanskje er en nyere invitasjon sendt til deg, eller den er trukket tilbake. Se i postkassen, eller spør den som inviterte deg.
accept-again = Send meg en ny invitasjon
accept-sent-title = En ny invitasjon er på vei
accept-sent-lead = Se i postkassen og bruk lenken i den nyeste meldingen.

registered-title = Se i postkassen
registered-lead = En melding med en lenke er på vei til deg. Følg den for å fullføre.
confirm-title = Opprett { $organisation }
confirm-lead = Ett siste steg: skriv inn passordet til { $email }.
confirm-used-title = Du er allerede registrert
confirm-used-lead = Denne lenken er brukt. Logg inn med adressen og passordet ditt.
confirm-expired-title = Lenken er utløpt
confirm-expired-lead = Start prøveperioden på nytt; det tar et minutt.
