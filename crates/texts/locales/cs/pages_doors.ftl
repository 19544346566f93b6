# Stránky před přihlášením.

door-words = Vaši lidé, jejich role a kdo je právě přihlášen. Přehledně na jednom místě.
door-point-people = Pozvěte, upravte i pozastavte během několika vteřin
door-point-live = Sledujte živě, kdo je přihlášen
door-point-own = Na vlastním serveru a se záznamem každé změny
door-language = Změnit jazyk
door-further = Další možnosti
door-to-sign-in = Na přihlášení
door-to-sign-up = Začít zkušební verzi
door-forgotten = Zapomněli jste heslo, nebo je ještě nemáte?

sign-in-title = Přihlášení
sign-in-ways = Způsoby přihlášení
sign-in-by-email = E-mail
sign-in-by-username = Organizace a jméno
sign-in-email = E-mailová adresa
sign-in-organisation = Organizace
sign-in-username = Uživatelské jméno
sign-in-password = Heslo
sign-in-submit = Přihlásit se
sign-in-reason-ended = Vaše přihlášení skončilo. Chcete-li pokračovat, přihlaste se znovu.
sign-in-reason-suspended = Váš přístup do této organizace byl pozastaven. Obraťte se na svého správce.
sign-in-reason-signed_out = Jste odhlášeni.
sign-in-reason-founded = Vaše organizace byla založena. Přihlaste se heslem, které už máte.
sign-in-reason-password = Vaše heslo bylo změněno. Přihlaste se novým.

choose-title = Vyberte organizaci
choose-lead = Patříte do několika. Jinou zvolíte později novým přihlášením.

sign-up-title = Začít zkušební verzi
sign-up-lead = Stanete se správcem a vlastníkem nové organizace.
sign-up-organisation = Název organizace
sign-up-first-name = Jméno
sign-up-last-name = Příjmení
sign-up-email = E-mailová adresa
sign-up-password = Heslo
sign-up-password-hint = Nejméně 15 znaků. Věta o několika slovech se dobře pamatuje.
sign-up-submit = Založit organizaci
sign-up-have = Už mám účet

forgotten-title = Zapomenuté nebo žádné heslo
forgotten-lead = Napište, jak vás tu známe. Pokud k tomu existuje účet, pošleme šestimístný kód na jeho e-mail, a nemá-li jej, na jeho mobil.
forgotten-submit = Poslat kód
forgotten-code-title = Zadejte kód
forgotten-code-lead = Pokud k { $email } existuje účet, poslali jsme kód e-mailem nebo v SMS. Platí deset minut.
forgotten-code-link-lead = Zadejte kód ze zprávy a zvolte nové heslo.
forgotten-code = Šestimístný kód
forgotten-again = Poslat jiný kód
forgotten-new-title = Zvolte nové heslo
forgotten-new-lead = Vaše ostatní přihlášení budou ukončena.
forgotten-new-password = Nové heslo
forgotten-new-submit = Uložit a přihlásit se

accept-title = Vstup do organizace { $organisation }
accept-lead = Dobrý den, { $name }. Zvolte si heslo k adrese { $email } a můžete začít.
accept-by-sign-in = Účet už máte. Přihlaste se jeho heslem a pozvánka bude přijata.
accept-submit = Přijmout pozvánku
accept-expired-title = Platnost pozvánky vypršela
accept-expired-lead = Požádejte o novou, přijde na stejnou e-mailovou adresu.
accept-used-title = Pozvánka už byla přijata
accept-used-lead = Můžete se přihlásit heslem, které jste si zvolili.
accept-void-title = Tento odkaz už neplatí
accept-void-lead = Možná vám přišla novější pozvánka, nebo byla zrušena. Podívejte se do schránky, případně se zeptejte toho, kdo vás pozval.
accept-again = Poslat novou pozvánku
accept-sent-title = Nová pozvánka je na cestě
accept-sent-lead = Podívejte se do schránky a použijte odkaz z nejnovější zprávy.

registered-title = Podívejte se do schránky
registered-lead = Zpráva s odkazem je na cestě. Dokončete registraci kliknutím na něj.
confirm-title = Založit { $organisation }
confirm-lead = Poslední krok: zadejte heslo k adrese { $email }.
confirm-used-title = Už jste zaregistrováni
confirm-used-lead = Tento odkaz byl použit. Přihlaste se svou adresou a heslem.
confirm-expired-title = Platnost odkazu vypršela
confirm-expired-lead = Začněte zkušební verzi znovu, trvá to minutu.
