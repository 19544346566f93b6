# E-poster med organisasjonens egne ord.

mails-title = E-poster
mails-lead = Hva e-postene fra organisasjonen din sier. Det du ikke skriver selv, går ut slik det er bygd inn.
mails-kind = E-post
mails-words = Ordlyd
mails-own = Egen
mails-built-in = Innebygd
mails-edit = Skriv den selv
mails-reset = Tilbake til innebygd ordlyd
mails-reset-title = Tilbake til innebygd ordlyd for «{ $name }»?
mails-reset-lead = Dine egne ord går tapt. E-poster som er sendt, blir som de er.
mails-subject = Emne
mails-body = Tekst
mails-body-hint = Avsnitt med en tom linje mellom. En lenke eller kode alene i avsnittet blir en knapp eller store sifre.
mails-placeholders = Kan nevnes: { $all }. Må nevnes: { $needed }.
mails-preview = Bare vis hva e-posten vil si
mails-will-say = Med eksempelverdier: «{ $subject }»: { $text }
mail-kind-invitation = Invitasjon
mail-kind-code = Kode for nytt passord
mail-kind-suspended = Suspendert
mail-kind-activated = Sluppet inn igjen
toast-mail-reset = Den innebygde ordlyden sendes igjen.
audit-mail_template-saved = Ordlyd for en e-post lagret
audit-mail_template-reset = Ordlyd for en e-post trukket tilbake
