# Druhé faktory: druhý krok přihlášení, vlastní stránka, odebrání, zprávy o nich.

error-second_factor_required = Heslo je správné. Je potřeba ještě druhý faktor.
error-second_factor_kept = Vaše organizace vyžaduje druhý faktor. Než tento odeberete, přidejte jiný.
error-no_second_factor = Žádný druhý faktor tu není.
error-factors_owned_by_person = Tato osoba se přihlašuje i do jiných organizací. Může to udělat jen ona sama nebo správce této instalace.

permission-users-reset_factors = Vidět a odebírat druhé faktory
permission-factors-own = Spravovat vlastní druhé faktory
audit-factor-added = Druhý faktor přidán
audit-factor-removed = Druhý faktor odebrán
audit-factor-codes_renewed = Vytvořeny nové záchranné kódy
audit-user-factors_reset = Druhé faktory odebrány
sign-in-wrong-second = Špatný druhý faktor

second-totp-title = Kód z aplikace
second-totp-lead = Otevřete ověřovací aplikaci a opište šest číslic, které ukazuje pro Crewdesk.
second-recovery-title = Záchranný kód
second-recovery-lead = Napište jeden ze záchranných kódů, které jste si uložili. Platí jednou.
second-recovery-code = Záchranný kód
second-submit = Pokračovat
second-others = Nemáte ho po ruce?
second-by-totp = Použít ověřovací aplikaci
second-by-recovery = Použít záchranný kód
second-anew = Začít znovu

me-security = Druhý faktor
factor-totp = Ověřovací aplikace
security-factors = Druhý faktor
security-factors-lead = Kdo se dozví vaše heslo, přesto se za vás nepřihlásí: při každém přihlášení opíšete i kód, který ukáže jen váš telefon. Stačí kterákoli ověřovací aplikace.
security-on = Zapnuto
security-off = Vypnuto
security-required = Vyžaduje vaše organizace
security-added = přidáno
security-used = naposledy použito
security-app-add = Přidat ověřovací aplikaci
security-app-name = Název
security-app-name-hint = Podle čeho ji poznáte, třeba „můj telefon“.
security-app-usual = Ověřovací aplikace
security-app-title = Přidat ověřovací aplikaci
security-app-lead = Platí, jakmile potvrdíte její první kód.
security-scan = Ukažte ji aplikaci
security-scan-lead = V aplikaci zvolte přidání účtu a namiřte fotoaparát na tento obrázek.
security-qr = Obrázek s klíčem pro ověřovací aplikaci
security-letters = Nebo opište tento klíč:
security-first-code = Opište první kód
security-app-confirm = Potvrdit
security-remove = Odebrat
security-remove-title = Odebrat { $name }?
security-remove-lead = Už se na něj nebudeme ptát. Ostatní faktory zůstanou.
security-remove-last = Je poslední: od teď vás pustí samotné heslo a záchranné kódy přestanou platit.
security-codes = Záchranné kódy
security-codes-lead = Pustí vás dovnitř, když ztratíte telefon nebo přístupový klíč. Každý platí jednou.
security-codes-left = { $n ->
    [one] zbývá { $n }
    [few] zbývají { $n }
    [many] zbývá { $n }
   *[other] zbývá { $n }
}
security-codes-new = Vytvořit nové kódy
security-codes-new-title = Vytvořit nové záchranné kódy?
security-codes-new-lead = Kódy, které máte teď, hned přestanou platit.
security-codes-keep = Uložte si tyto záchranné kódy
security-codes-keep-lead = Ukazují se jen teď. Vytiskněte je nebo uložte do správce hesel, ne tam, kde máte telefon.
security-codes-kept = Mám je uložené
toast-factor-added = Od teď se budeme ptát na kód z ověřovací aplikace.
toast-factor-removed = Faktor byl odebrán.
toast-factors-reset = Druhé faktory uživatele { $name } byly odebrány.

user-reset-factors = Odebrat druhé faktory
step-factors = Odebrat druhé faktory uživatele { $name }?
step-factors-lead = Pro toho, kdo ztratil telefon. Ověřte si, že o to žádá opravdu on. Dozví se to e-mailem.
step-loses-codes = Záchranné kódy
step-keeps-password = Heslo zůstane a samo stačí, dokud si nepřidá nový faktor.

mail-factor-added-subject = Byl přidán druhý faktor
mail-factor-added-lead = K vašemu účtu byl přidán „{ $factor }“. Od teď se na něj budeme ptát při přihlášení.
mail-factor-removed-subject = Druhý faktor byl odebrán
mail-factor-removed-lead = „{ $factor }“ byl od vašeho účtu odebrán a už se na něj neptáme.
mail-factors-reset-subject = Vaše druhé faktory byly odebrány
mail-factors-reset-lead = { $by } odebral všechny druhé faktory a záchranné kódy vašeho účtu. Přihlaste se heslem, nebo si pro ně nechte poslat kód, pokud žádné nemáte, a přidejte nový.
mail-recovery-code-used-subject = Byl použit záchranný kód
mail-recovery-code-used-lead = Někdo se k vašemu účtu přihlásil jedním z vašich záchranných kódů. Zbývá jich: { $left }.
mail-recovery-codes-new-subject = Máte nové záchranné kódy
mail-recovery-codes-new-lead = Pro váš účet byly vytvořeny nové záchranné kódy. Dřívější už neplatí.
sms-factor-added = K vašemu účtu Crewdesk byl přidán druhý faktor. Pokud jste to nebyli vy, ihned to řekněte administrátorům.
sms-factor-removed = Od vašeho účtu Crewdesk byl odebrán druhý faktor. Pokud jste to nebyli vy, ihned to řekněte administrátorům.
sms-factors-reset = Administrátor odebral druhé faktory vašeho účtu Crewdesk. Přihlaste se a přidejte nový.
sms-recovery-code-used = Někdo se do Crewdesku přihlásil jako vy záchranným kódem. Pokud jste to nebyli vy, ihned to řekněte administrátorům.
sms-recovery-codes-new = Pro váš účet Crewdesk byly vytvořeny nové záchranné kódy. Pokud jste to nebyli vy, ihned to řekněte administrátorům.
notice-factor-added = „{ $factor }“ byl přidán jako druhý faktor.
notice-factor-removed = „{ $factor }“ už není druhým faktorem.
notice-factors-reset = { $by } odebral vaše druhé faktory.
notice-recovery-code-used = Byl použit jeden z vašich záchranných kódů. Zbývá jich: { $left }.
notice-recovery-codes-new = Máte nové záchranné kódy.

error-second_factor_missing = Vaše organizace vyžaduje druhý faktor. Přidejte ho a můžete pokračovat.
error-no_channel = Tato osoba nemá adresu ani číslo, takže by se k ní nic nedostalo. Nejdříve jedno přidejte.
setting-two_factor_grace_days = Přidání druhého faktoru lze odložit o
unit-at-once = vůbec
security-due = Vaše organizace vyžaduje druhý faktor. Přidejte ho do { $day }, potom už to bez něj nepůjde.
security-later = Později
roles-second = Druhý faktor
roles-second-title = Druhý faktor pro roli { $name }
roles-second-lead = Každý s touto rolí si při příštím přihlášení, nebo během dnů povolených nastavením, přidá druhý faktor. Vyžadovat ho lze i podle organizace, skupiny a uživatele.
roles-second-required = Každý s touto rolí musí mít druhý faktor

factor-passkey = Přístupový klíč
passkey-add = Přidat přístupový klíč
passkey-add-lead = Přístupový klíč v tomto zařízení nebo ve správci hesel vás pustí dovnitř prstem, obličejem nebo PINem, bez hesla.
passkey-make = Vytvořit klíč
passkey-sign-in = Přihlásit se přístupovým klíčem
passkey-sign-in-lead = Zařízení si řekne o prst, obličej nebo PIN.
passkey-use = Použít klíč
passkey-failed = Zařízení klíč nevydalo. Zkuste to znovu, nebo použijte jiný způsob.
passkey-needs-script = Přístupové klíče potřebují v tomto prohlížeči JavaScript.
toast-passkey-added = Přístupový klíč byl přidán.
sign-in-by-passkey = Přístupovým klíčem
error-passkeys_unavailable = Přístupové klíče potřebují veřejnou adresu se jménem. Obraťte se na správce této instalace.
error-passkey_refused = Přístupový klíč nelze přijmout. Začněte znovu, nebo použijte jiný způsob.
