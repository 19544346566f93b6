# Koder på e-post og SMS som andre faktor, og det som ble vist ved en innlogging.

error-codes_not_allowed = Organisasjonen din godtar ikke slike koder som andre faktor.
error-codes_not_taken = Organisasjonen din godtar ikke slike koder. Logg inn på nytt med appen eller passnøkkelen.
error-channel_missing = Det finnes ingenting å sende en kode til ennå. Legg til e-postadressen eller mobilnummeret ditt først.
error-factor_exists = Du har denne andre faktoren allerede.

setting-factor_codes = Koder som gjelder som andre faktor
factor-codes-none = ingen
factor-codes-sms = på SMS
factor-codes-mail = på e-post
factor-codes-both = på SMS og e-post

factor-mail_code = Koder på e-post
factor-sms_code = Koder på SMS
factor-weaker = svakere
security-codes-sent = Uten app
security-codes-weaker = En kode kan også sendes til deg ved hver innlogging. Det er svakere: den som leser e-posten din eller får tak i nummeret, leser koden.
security-mail-add = Koder på e-post
security-sms-add = Koder på SMS
security-mail-title = Legg til koder på e-post
security-mail-lead = En kode er på vei til e-postadressen din. Når den har kommet tilbake, sendes en ved hver innlogging når du ber om det.
security-sms-title = Legg til koder på SMS
security-sms-lead = En kode er på vei til mobilnummeret ditt. Når den har kommet tilbake, sendes en ved hver innlogging når du ber om det.
toast-codes-added = Det spørres om en kode fra nå av.

second-mail-title = Kode på e-post
second-mail-lead = Vi sender seks sifre til e-postadressen til kontoen din.
second-sms-title = Kode på SMS
second-sms-lead = Vi sender seks sifre til mobilnummeret til kontoen din.
second-sent-lead = En kode er på vei. Den gjelder i ti minutter; en tidligere er ugyldig.
second-send = Send koden
second-again = Send en ny kode
second-by-mail = Få en kode på e-post
second-by-sms = Få en kode på SMS
second-no-more-codes = Det kan ikke sendes flere koder i dag. Bruk en annen måte.

mail-second-code-subject = Koden din for innlogging
mail-second-code-lead = Skriv denne koden der du logger inn eller legger til koder på e-post:
mail-second-code-unexpected = Ikke gi den til noen. Hvis det ikke var deg, kjenner noen passordet ditt: velg et nytt.
sms-second-code = { $code } er Crewdesk-koden din for innlogging, gyldig i { $n } min. Ikke gi den til noen.

shown-totp = autentiseringsapp
shown-passkey = passnøkkel
shown-sms_code = kode på SMS
shown-mail_code = kode på e-post
shown-recovery_code = gjenopprettingskode
shown-provider = andre faktor hos leverandøren

sign-in-wrong-passkey = Feil passnøkkel
person-factors = Andre faktorer
person-factors-none = Ingen
person-factor-kind = Hva det er
person-factor-since = Lagt til
person-factor-used = Sist brukt
person-factor-due = Legges til innen
person-factors-lost = Når de er tapt
