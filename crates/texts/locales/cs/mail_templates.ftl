# Maily ve znění organizace.

mails-title = Maily
mails-lead = Co říkají maily vaší organizace. Co nenapíšete sami, odejde tak, jak je vestavěno.
mails-kind = Mail
mails-words = Znění
mails-own = Vlastní
mails-built-in = Vestavěné
mails-edit = Napsat vlastní znění
mails-reset = Zpět k vestavěnému znění
mails-reset-title = Zpět k vestavěnému znění „{ $name }“?
mails-reset-lead = Vaše znění se ztratí. Odeslané maily zůstávají, jak jsou.
mails-subject = Předmět
mails-body = Text
mails-body-hint = Odstavce oddělené prázdným řádkem. Odkaz nebo kód samotný v odstavci se stane tlačítkem nebo velkými číslicemi.
mails-placeholders = Lze uvést: { $all }. Je nutné uvést: { $needed }.
mails-preview = Jen ukázat, co mail řekne
mails-will-say = S ukázkovými hodnotami: „{ $subject }“: { $text }
mail-kind-invitation = Pozvánka
mail-kind-code = Kód pro nové heslo
mail-kind-suspended = Pozastavení
mail-kind-activated = Opětovné vpuštění
toast-mail-reset = Znovu se posílá vestavěné znění.
audit-mail_template-saved = Znění mailu uloženo
audit-mail_template-reset = Znění mailu vráceno
