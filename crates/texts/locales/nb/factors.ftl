# Andre faktorer: andre trinn av innloggingen, egen side, fjerning, det som fortelles om dem.

error-second_factor_required = Passordet er riktig. Det trengs en andre faktor i tillegg.
error-second_factor_kept = Organisasjonen din krever en andre faktor. Legg til en annen før du fjerner denne.
error-no_second_factor = Det finnes ingen andre faktor.
error-factors_owned_by_person = Personen logger inn i andre organisasjoner også. Bare personen selv, eller den som drifter installasjonen, kan gjøre dette.

permission-users-reset_factors = Se og fjerne andre faktorer
permission-factors-own = Styre egne andre faktorer
audit-factor-added = Andre faktor lagt til
audit-factor-removed = Andre faktor fjernet
audit-factor-codes_renewed = Nye gjenopprettingskoder laget
audit-user-factors_reset = Andre faktorer fjernet
sign-in-wrong-second = Feil andre faktor

second-totp-title = Koden fra appen
second-totp-lead = Åpne autentiseringsappen og skriv de seks sifrene den viser for Crewdesk.
second-recovery-title = Gjenopprettingskode
second-recovery-lead = Skriv en av gjenopprettingskodene du tok vare på. Den gjelder én gang.
second-recovery-code = Gjenopprettingskode
second-submit = Gå videre
second-others = Ikke for hånden?
second-by-totp = Bruk autentiseringsappen
second-by-recovery = Bruk en gjenopprettingskode
second-anew = Begynn på nytt

me-security = Andre faktor
factor-totp = Autentiseringsapp
security-factors = Andre faktor
security-factors-lead = Den som får vite passordet ditt, kommer likevel ikke inn som deg: ved hver innlogging skriver du også en kode som bare telefonen din viser. En hvilken som helst autentiseringsapp duger.
security-on = På
security-off = Av
security-required = Organisasjonen din krever det
security-added = lagt til
security-used = sist brukt
security-app-add = Legg til en autentiseringsapp
security-app-name = Navn
security-app-name-hint = Slik du skiller den fra andre, for eksempel «telefonen min».
security-app-usual = Autentiseringsapp
security-app-title = Legg til en autentiseringsapp
security-app-lead = Den gjelder så snart den første koden har kommet tilbake.
security-scan = Vis den til appen
security-scan-lead = Velg å legge til en konto i appen, og pek kameraet mot dette bildet.
security-qr = Bilde med nøkkelen for autentiseringsappen
security-letters = Eller skriv denne nøkkelen:
security-first-code = Skriv den første koden
security-app-confirm = Bekreft
security-remove = Fjern
security-remove-title = Fjerne { $name }?
security-remove-lead = Den spørres det ikke om lenger. De andre faktorene dine blir.
security-remove-last = Det er den siste: fra nå av slipper passordet alene deg inn, og gjenopprettingskodene er ugyldige.
security-codes = Gjenopprettingskoder
security-codes-lead = De slipper deg inn når telefonen eller passnøkkelen er borte. Hver gjelder én gang.
security-codes-left = { $n ->
    [one] { $n } igjen
   *[other] { $n } igjen
}
security-codes-new = Lag nye koder
security-codes-new-title = Lage nye gjenopprettingskoder?
security-codes-new-lead = Kodene du har nå, blir ugyldige med en gang.
security-codes-keep = Ta vare på disse gjenopprettingskodene
security-codes-keep-lead = De vises bare denne ene gangen. Skriv dem ut eller legg dem i en passordbehandler, ikke der telefonen er.
security-codes-kept = Jeg har tatt vare på dem
toast-factor-added = Autentiseringsappen spørres det om fra nå av.
toast-factor-removed = Faktoren er fjernet.
toast-factors-reset = De andre faktorene til { $name } er fjernet.

user-reset-factors = Fjern andre faktorer
step-factors = Fjerne andre faktorer for { $name }?
step-factors-lead = For den som har mistet telefonen. Forsikre deg om at det virkelig er personen selv som ber om det. Personen får beskjed på e-post.
step-loses-codes = Gjenopprettingskodene
step-keeps-password = Passordet blir, og er nok alene til en ny faktor er lagt til.

mail-factor-added-subject = En andre faktor ble lagt til
mail-factor-added-lead = «{ $factor }» ble lagt til kontoen din. Fra nå av spørres det om den når du logger inn.
mail-factor-removed-subject = En andre faktor ble fjernet
mail-factor-removed-lead = «{ $factor }» ble fjernet fra kontoen din og spørres det ikke om lenger.
mail-factors-reset-subject = De andre faktorene dine ble fjernet
mail-factors-reset-lead = { $by } fjernet alle andre faktorer og gjenopprettingskoder fra kontoen din. Logg inn med passordet, eller få tilsendt en kode for å velge et hvis du ikke har noe, og legg til en ny.
mail-recovery-code-used-subject = En gjenopprettingskode ble brukt
mail-recovery-code-used-lead = Noen logget inn på kontoen din med en av gjenopprettingskodene. Så mange er igjen: { $left }.
mail-recovery-codes-new-subject = Du har nye gjenopprettingskoder
mail-recovery-codes-new-lead = Det ble laget nye gjenopprettingskoder for kontoen din. De tidligere er ugyldige.
sms-factor-added = En andre faktor ble lagt til Crewdesk-kontoen din. Hvis det ikke var deg, si fra til administratorene.
sms-factor-removed = En andre faktor ble fjernet fra Crewdesk-kontoen din. Hvis det ikke var deg, si fra til administratorene.
sms-factors-reset = En administrator fjernet de andre faktorene fra Crewdesk-kontoen din. Logg inn og legg til en ny.
sms-recovery-code-used = Noen logget inn i Crewdesk som deg med en gjenopprettingskode. Hvis det ikke var deg, si fra til administratorene.
sms-recovery-codes-new = Det ble laget nye gjenopprettingskoder for Crewdesk-kontoen din. Hvis det ikke var deg, si fra til administratorene.
notice-factor-added = «{ $factor }» ble lagt til som andre faktor.
notice-factor-removed = «{ $factor }» er ikke andre faktor lenger.
notice-factors-reset = { $by } fjernet de andre faktorene dine.
notice-recovery-code-used = En av gjenopprettingskodene dine ble brukt. Så mange er igjen: { $left }.
notice-recovery-codes-new = Du har nye gjenopprettingskoder.

error-second_factor_missing = Organisasjonen din krever en andre faktor. Legg til en for å gå videre.
error-no_channel = Personen har verken adresse eller nummer, så ingenting kunne nå fram. Legg til en av dem først.
setting-two_factor_grace_days = Å legge til en andre faktor kan utsettes i
unit-at-once = ikke i det hele tatt
security-due = Organisasjonen din krever en andre faktor. Legg til en innen { $day }; etter det går det ikke uten.
security-later = Senere
roles-second = Andre faktor
roles-second-title = Andre faktor for { $name }
roles-second-lead = Alle med denne rollen legger til en andre faktor ved neste innlogging, eller innen dagene som innstillingene gir. Den kan også kreves etter organisasjon, gruppe og bruker.
roles-second-required = Alle med denne rollen må ha en andre faktor

factor-passkey = Passnøkkel
passkey-add = Legg til en passnøkkel
passkey-add-lead = En passnøkkel på denne enheten eller i passordbehandleren slipper deg inn med finger, ansikt eller PIN, uten passord.
passkey-make = Lag passnøkkelen
passkey-sign-in = Logg inn med passnøkkel
passkey-sign-in-lead = Enheten spør etter finger, ansikt eller PIN.
passkey-use = Bruk passnøkkelen
passkey-failed = Enheten ga ingen passnøkkel. Prøv igjen, eller bruk en annen måte.
passkey-needs-script = Passnøkler trenger JavaScript i denne nettleseren.
toast-passkey-added = Passnøkkelen er lagt til.
sign-in-by-passkey = Med passnøkkel
error-passkeys_unavailable = Passnøkler trenger en offentlig adresse med et navn. Spør den som drifter installasjonen.
error-passkey_refused = Passnøkkelen kunne ikke godtas. Begynn på nytt, eller bruk en annen måte.
