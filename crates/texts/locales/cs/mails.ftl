# Mails. What a mail says stands between its subject and its button; names arrive as they were written.

mail-hello = Dobrý den, { $name },
mail-address = Pokud tlačítko nefunguje, otevřete tuto adresu:
mail-until = Odkaz platí do { $until }.
mail-footer = Odesláno ze serveru Crewdesk na adrese { $home }. Odpovědi na tento e-mail nikdo nečte.

mail-invitation-subject = Pozvánka: { $organisation }
mail-invitation-again = Vaše pozvánka znovu: { $organisation }
mail-invitation-lead = { $by } vás zve do organizace { $organisation } v Crewdesku. Zvolte si vlastní heslo a můžete začít.
mail-invitation-button = Přijmout pozvánku
mail-invitation-replaces = Nahrazuje odkaz z předchozího e-mailu.
mail-invitation-unexpected = Pokud nevíte, oč jde, nechte e-mail být: bez vás se nic nestane.

mail-sign-up-subject = Potvrďte svou e-mailovou adresu
mail-sign-up-lead = Založili jste zkušební účet pro organizaci { $organisation }. Potvrďte svou e-mailovou adresu a můžete začít.
mail-sign-up-button = Potvrdit a začít
mail-sign-up-unexpected = Pokud jste to nebyli vy, nechte e-mail být: žádný účet nevznikne.

mail-code-subject = Váš kód pro nové heslo
mail-code-lead = Napište tento kód tam, kde jste o něj požádali, a zvolte si nové heslo:
mail-code-by = { $by } vám umožňuje zvolit nové heslo. Otevřete odkaz níže a zadejte tento kód:
mail-code-button = Zvolit nové heslo
mail-code-minutes = { $n ->
    [one] Kód platí { $n } minutu a lze jej použít jednou.
    [few] Kód platí { $n } minuty a lze jej použít jednou.
   *[other] Kód platí { $n } minut a lze jej použít jednou.
}
mail-code-unexpected = Pokud jste to nebyli vy, nechte e-mail být a kód nikomu nesdělujte: vaše heslo zůstává, jak je.

mail-email-code-subject = Váš kód pro novou e-mailovou adresu
mail-email-code-lead = Napište tento kód tam, kde měníte svou e-mailovou adresu:
mail-email-code-unexpected = Pokud jste to nebyli vy, nechte e-mail být: nic se nezmění.

mail-password-changed-subject = Vaše heslo bylo změněno
mail-password-changed-lead = Heslo vašeho účtu bylo změněno. Všechna ostatní přihlášení byla ukončena.
mail-password-changed-button = Nebyl jsem to já
mail-password-changed-expected = Pokud jste to byli vy, nemusíte dělat nic. Pokud ne, ihned si nastavte nové heslo a dejte vědět svým administrátorům.

mail-locked-subject = Přihlášení k vašemu účtu je uzamčeno
mail-locked-lead = K vašemu účtu někdo příliš často zadal chybné heslo, proto jsme jej uzamkli. Kdo je přihlášen, zůstává přihlášen.
mail-locked-button = Odemknout kódem
mail-locked-unexpected = Pokud jste to nebyli vy, možná se někdo snaží vaše heslo uhodnout. Neuhodl je.

mail-suspended-subject = Váš přístup je pozastaven: { $organisation }
mail-suspended-lead = Váš přístup do organizace { $organisation } byl pozastaven a byli jste odhlášeni.
mail-suspended-reason = Uvedený důvod: { $reason }
mail-suspended-kept = O nic jste nepřišli. Máte-li otázky, obraťte se na administrátory své organizace.

mail-activated-subject = Váš přístup je obnoven: { $organisation }
mail-activated-lead = Váš přístup do organizace { $organisation } byl obnoven. Vše je tak, jak jste to opustili.
mail-activated-button = Přihlásit se
