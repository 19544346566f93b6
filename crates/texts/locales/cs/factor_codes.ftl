# Kódy e-mailem a SMS jako druhý faktor a to, co bylo při přihlášení předloženo.

error-codes_not_allowed = Vaše organizace takové kódy jako druhý faktor nebere.
error-codes_not_taken = Vaše organizace takové kódy nebere. Přihlaste se znovu aplikací nebo přístupovým klíčem.
error-channel_missing = Kód zatím není kam poslat. Nejdříve přidejte svou e-mailovou adresu nebo číslo mobilu.
error-factor_exists = Tento druhý faktor už máte.

setting-factor_codes = Kódy, které platí jako druhý faktor
factor-codes-none = žádné
factor-codes-sms = SMS
factor-codes-mail = e-mailem
factor-codes-both = SMS i e-mailem

factor-mail_code = Kódy e-mailem
factor-sms_code = Kódy v SMS
factor-weaker = slabší
security-codes-sent = Bez aplikace
security-codes-weaker = Kód vám můžeme při každém přihlášení i poslat. Je to slabší: kdo čte vaši poštu nebo získá vaše číslo, přečte i kód.
security-mail-add = Kódy e-mailem
security-sms-add = Kódy v SMS
security-mail-title = Přidat kódy e-mailem
security-mail-lead = Kód je na cestě na vaši e-mailovou adresu. Jakmile ho opíšete, pošleme při každém přihlášení na požádání další.
security-sms-title = Přidat kódy v SMS
security-sms-lead = Kód je na cestě na vaše číslo mobilu. Jakmile ho opíšete, pošleme při každém přihlášení na požádání další.
toast-codes-added = Od teď se budeme ptát na kód.

second-mail-title = Kód e-mailem
second-mail-lead = Pošleme šest číslic na e-mailovou adresu vašeho účtu.
second-sms-title = Kód v SMS
second-sms-lead = Pošleme šest číslic na číslo mobilu vašeho účtu.
second-sent-lead = Kód je na cestě. Platí deset minut, dřívější už neplatí.
second-send = Poslat kód
second-again = Poslat jiný kód
second-by-mail = Nechat si poslat kód e-mailem
second-by-sms = Nechat si poslat kód v SMS
second-no-more-codes = Dnes už další kódy poslat nelze. Použijte jiný způsob.

mail-second-code-subject = Váš kód pro přihlášení
mail-second-code-lead = Napište tento kód tam, kde se přihlašujete nebo přidáváte kódy e-mailem:
mail-second-code-unexpected = Nikomu jej nesdělujte. Pokud jste to nebyli vy, někdo zná vaše heslo: zvolte si jiné.
sms-second-code = { $code } je váš kód pro přihlášení do Crewdesku, platí { $n } min. Nikomu jej nesdělujte.

shown-totp = ověřovací aplikace
shown-passkey = přístupový klíč
shown-sms_code = kód v SMS
shown-mail_code = kód e-mailem
shown-recovery_code = záchranný kód
shown-provider = druhý faktor u poskytovatele

sign-in-wrong-passkey = Špatný přístupový klíč
person-factors = Druhé faktory
person-factors-none = Žádné
person-factor-kind = Co to je
person-factor-since = Přidáno
person-factor-used = Naposledy použito
person-factor-due = Přidat do
person-factors-lost = Když se ztratí
