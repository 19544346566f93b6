# Jak se k lidem dostanou zprávy a kudy přicházejí: SMS, vlastní adresa a číslo, pravidla přihlašování.

sms-code = { $code } je váš kód pro nové heslo do Crewdesku, platí { $n } min. Nikomu jej nesdělujte.
sms-mobile-code = { $code } je váš kód Crewdesku pro toto číslo, platí { $n } min.
sms-password-changed = Vaše heslo do Crewdesku bylo změněno. Pokud jste to nebyli vy, ihned si nastavte nové a řekněte to administrátorům.
sms-recovery-used = Vaše heslo do Crewdesku bylo nahrazeno pomocí kódu. Pokud jste to nebyli vy, ihned to řekněte administrátorům.
sms-new-device = Někdo se za vás přihlásil do Crewdesku z jiného zařízení. Pokud jste to nebyli vy, ihned si změňte heslo.
sms-locked = Přihlášení k vašemu účtu v Crewdesku je po mnoha chybných heslech uzamčeno. Odemkněte je kódem.
sms-email-changed = K vašemu účtu v Crewdesku byla zapsána e-mailová adresa. Pokud jste to nebyli vy, řekněte to administrátorům.
sms-mobile-changed = Váš účet v Crewdesku má jiné mobilní číslo. Pokud jste to nebyli vy, řekněte to administrátorům.

mail-recovery-used-subject = Vaše heslo bylo nahrazeno pomocí kódu
mail-recovery-used-lead = Někdo, kdo přečetl kód zaslaný vám, zvolil pro váš účet nové heslo. Všechna přihlášení byla ukončena.
mail-new-device-subject = Nové přihlášení k vašemu účtu
mail-new-device-lead = K vašemu účtu se někdo přihlásil programem { $client } z adresy { $address } dne { $at }. Takto se k němu dosud nikdo nepřihlásil.
mail-new-device-expected = Pokud jste to byli vy, nemusíte dělat nic. Pokud ne, ihned si nastavte nové heslo: všichni ostatní tím budou odhlášeni.
mail-email-changed-subject = Vaše e-mailová adresa byla změněna
mail-email-changed-lead = Váš účet má jinou e-mailovou adresu. Přihlašujete se novou adresou a chodí na ni e-maily.
mail-mobile-changed-subject = Vaše mobilní číslo bylo změněno
mail-mobile-changed-lead = Váš účet má jiné mobilní číslo. Mohou na něj chodit kódy.
mail-contact-expected = Pokud jste to byli vy, nemusíte dělat nic. Pokud ne, ihned to řekněte svým administrátorům.

notice-password-changed = Vaše heslo bylo změněno.
notice-recovery-used = Vaše heslo bylo nahrazeno pomocí kódu.
notice-email-changed = Vaše e-mailová adresa byla změněna.
notice-mobile-changed = Vaše mobilní číslo bylo změněno.
notice-new-device = K vašemu účtu se poprvé někdo přihlásil programem { $client } z adresy { $address }.

forgotten-identity = E-mail, mobil nebo uživatelské jméno
forgotten-identity-hint = Před uživatelské jméno napište zkratku organizace: contoso/eva.
sign-in-reason-fresh = Než to změníte, přihlaste se znovu.

contact-email = E-mail
contact-mobile = Mobil
contact-hint = Nejdřív tam pošleme kód. Co máte teď, zůstává, dokud se kód nevrátí.
contact-email-now = Současná e-mailová adresa
contact-email-new = Nová e-mailová adresa
contact-mobile-now = Současné mobilní číslo
contact-mobile-new = Nové mobilní číslo
contact-until = Zůstává, dokud nepotvrdíte nové.
contact-send = Poslat kód
contact-sent = Kód jsme poslali na { $to }. Platí deset minut.
contact-confirm = Potvrdit

sign-in-policy-title = Přihlašování
sign-in-policy-lead = Odkud vaši lidé přicházejí a co nesmí být v jejich heslech.
sign-in-where = Sítě
sign-in-where-hint = Přihlášení, relace a klíče API odjinud jsou odmítnuty při nejbližším požadavku. Je-li pole prázdné, lidé mohou přicházet odkudkoli.
sign-in-networks = Povolené sítě
sign-in-networks-hint = Každá na svém řádku, například 192.0.2.0/24, 2001:db8::/32 nebo jediná adresa.
sign-in-networks-here = Vy přicházíte z { $address }.
sign-in-shuts-me-out = Uložit, i když mě to odřízne
sign-in-passwords = Hesla
sign-in-words = Slova, která nesmí být v žádném hesle
sign-in-words-hint = Každé na svém řádku, čtyři písmena a více. Na jména lidí a vaší organizace se hledí vždy.
sign-in-more = Délka a stáří hesel, meze relací

setting-self_service_email = Smí měnit vlastní e-mail
setting-password_days = Hesla se mění po
setting-password_reuse = Dřívější hesla, která nelze použít znovu
unit-never = nikdy
unit-days = { $n ->
    [one] { $n } dni
    [few] { $n } dnech
   *[other] { $n } dnech
}
unit-passwords = { $n ->
    [one] { $n } heslo
    [few] { $n } hesla
   *[other] { $n } hesel
}
