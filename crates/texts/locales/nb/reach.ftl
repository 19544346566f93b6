# Hvordan folk nås og hvor de kommer fra: SMS, egen adresse og eget nummer, regler for innlogging.

sms-code = { $code } er Crewdesk-koden din for nytt passord, gyldig i { $n } min. Ikke gi den til noen.
sms-mobile-code = { $code } er Crewdesk-koden din for dette nummeret, gyldig i { $n } min.
sms-password-changed = Crewdesk-passordet ditt er endret. Hvis det ikke var deg, sett et nytt med en gang og si fra til administratorene.
sms-recovery-used = Crewdesk-passordet ditt ble byttet ved hjelp av en kode. Hvis det ikke var deg, si fra til administratorene.
sms-new-device = Noen logget inn i Crewdesk som deg med en annen enhet. Hvis det ikke var deg, bytt passord med en gang.
sms-locked = Innloggingen til Crewdesk-kontoen din er låst etter for mange feil passord. Lås opp med en kode.
sms-email-changed = En e-postadresse er lagt til Crewdesk-kontoen din. Hvis det ikke var deg, si fra til administratorene.
sms-mobile-changed = Crewdesk-kontoen din har fått et annet mobilnummer. Hvis det ikke var deg, si fra til administratorene.

mail-recovery-used-subject = Passordet ditt ble byttet ved hjelp av en kode
mail-recovery-used-lead = Noen som leste en kode sendt til deg, valgte et nytt passord for kontoen din. Alle økter er logget ut.
mail-new-device-subject = Ny innlogging på kontoen din
mail-new-device-lead = Kontoen din ble brukt til å logge inn med { $client } fra { $address } den { $at }. Slik er den ikke brukt før.
mail-new-device-expected = Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, sett et nytt passord med en gang: da logges alle andre ut.
mail-email-changed-subject = E-postadressen din er endret
mail-email-changed-lead = Kontoen din har en annen e-postadresse nå. Du logger inn med den nye, og e-post går dit.
mail-mobile-changed-subject = Mobilnummeret ditt er endret
mail-mobile-changed-lead = Kontoen din har et annet mobilnummer nå. Koder kan gå dit.
mail-contact-expected = Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, si fra til administratorene med en gang.

notice-password-changed = Passordet ditt er endret.
notice-recovery-used = Passordet ditt ble byttet ved hjelp av en kode.
notice-email-changed = E-postadressen din er endret.
notice-mobile-changed = Mobilnummeret ditt er endret.
notice-new-device = Kontoen din ble for første gang brukt til å logge inn med { $client } fra { $address }.

forgotten-identity = E-post, mobil eller brukernavn
forgotten-identity-hint = Foran et brukernavn skriver du kortnavnet til organisasjonen: contoso/eva.
sign-in-reason-fresh = Logg inn igjen før du endrer dette.

contact-email = E-post
contact-mobile = Mobil
contact-hint = En kode sendes dit først. Det du har nå, blir stående til koden har kommet tilbake.
contact-email-now = Nåværende e-postadresse
contact-email-new = Ny e-postadresse
contact-mobile-now = Nåværende mobilnummer
contact-mobile-new = Nytt mobilnummer
contact-until = Blir stående til det nye er bekreftet.
contact-send = Send en kode
contact-sent = Koden er sendt til { $to }. Den er gyldig i ti minutter.
contact-confirm = Bekreft

sign-in-policy-title = Innlogging
sign-in-policy-lead = Hvor folkene dine kommer inn fra, og hva passordene deres ikke inneholder.
sign-in-where = Nettverk
sign-in-where-hint = Innlogginger, økter og API-nøkler fra andre steder avvises ved neste forespørsel. Er feltet tomt, kan folk komme fra hvor som helst.
sign-in-networks = Tillatte nettverk
sign-in-networks-hint = Ett på hver linje, som 192.0.2.0/24, 2001:db8::/32 eller én enkelt adresse.
sign-in-networks-here = Du kommer fra { $address }.
sign-in-shuts-me-out = Lagre selv om det stenger meg ute
sign-in-passwords = Passord
sign-in-words = Ord som ingen passord kan inneholde
sign-in-words-hint = Ett på hver linje, fire bokstaver eller mer. Navn på folk og på organisasjonen sjekkes uansett.
sign-in-more = Lengde og alder på passord, grenser for økter

setting-self_service_email = Kan endre egen e-post
setting-password_days = Passord byttes etter
setting-password_reuse = Tidligere passord som ikke kan brukes igjen
unit-never = aldri
unit-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dager
}
unit-passwords = { $n ->
    [one] { $n } passord
   *[other] { $n } passord
}
