# The dashboard, the team's name, invitations.

home-hello = Dobrý den, { $name }
home-lead = Takto je na tom dnes { $organisation }.
home-active = Aktivní
home-active-note = už se přihlásili
home-invited = Pozvaní
home-invited-note = zatím nevstoupili
home-administrators = Správci
home-administrators-note = právě aktivní
home-standard = Běžní uživatelé
home-standard-note = aktivní, všechny ostatní role
home-notices = Pro vás
home-tasks = Co vyžaduje pozornost
home-nothing = Dnes vás nic nepotřebuje
home-nothing-hint = Zde by stály pozvánky, kterým končí platnost, a uzamčené účty.
home-expiring = Pozvánce pro { $name } končí platnost
home-expired = Pozvánce pro { $name } skončila platnost
home-locked = { $name } má kvůli špatným heslům uzamčený přístup

notice-added = { $by } vás přidal(a) do organizace { $organisation }.

home-look = Zobrazit

team-title = Pojmenujte svůj tým
team-lead = Jediný krok před správou uživatelů: jak se má váš tým jmenovat? Lidé jméno uvidí v pozvánkách.
team-name = Název týmu
team-submit = Aktivovat tým
team-waiting = Tým ještě nemá název
team-waiting-hint = Až ho správce pojmenuje, bude možné spravovat uživatele.

invite-title = Pozvat lidi
invite-lead = Každý dostane e-mail s odkazem, zvolí si heslo a je uvnitř.
invite-submit = Odeslat pozvánky
invite-add-row = Přidat další osobu
invite-remove-row = Odebrat tuto osobu

invitation-lead = Kdo byl pozván a kdo už přišel.
invitation-who = Osoba
invitation-state = Stav
invitation-role = Role
invitation-by = Pozval(a)
invitation-sent = Odesláno
invitation-expires = Platí do
invitation-pending = Čeká
invitation-accepted = Přijatá
invitation-expired = Vypršela
invitation-cancelled = Zrušená
invitation-unsent = Zatím neodeslaná
invitation-none = Zatím nikdo nebyl pozván
invitation-none-hint = Pozvěte jednoho nebo více lidí; zde uvidíte, kdy pozvánku přijmou.
invitation-resend = Poslat znovu
invitation-resend-title = Poslat pozvánku na { $email } znovu?
invitation-resend-lead = Odkaz v předchozí zprávě tím přestane platit.
invitation-cancel = Zrušit pozvánku
invitation-cancel-title = Zrušit pozvánku pro { $email }?
invitation-cancel-lead = Odkaz přestane fungovat a licence se uvolní. Osobu můžete později pozvat znovu.
invitation-send-all = Poslat všem dosud nepozvaným
invitation-all-lead = Každý z nich dostane e-mail s vlastním odkazem.

invitation-all-title = { $n ->
    [one] Poslat pozvánku jedné osobě?
    [few] Poslat pozvánky { $n } lidem?
   *[other] Poslat pozvánky { $n } lidem?
}
