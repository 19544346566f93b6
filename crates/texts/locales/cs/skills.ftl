skills-title = Dovednosti
profiles-title = Profily
permission-users-assign_skills = Dávat lidem úrovně, zaškrtávat jim profily skupiny a dávat jim vlastní profily
permission-skills-view = Vidět dovednosti a profily skupin
permission-skills-manage = Vytvářet, měnit a mazat dovednosti
permission-profiles-manage = Vytvářet, měnit a mazat profily skupin
audit-skill-created = Dovednost vytvořena
audit-skill-updated = Dovednost změněna
audit-skill-deleted = Dovednost smazána
audit-profile-created = Profil vytvořen
audit-profile-updated = Profil změněn
audit-profile-deleted = Profil smazán
audit-user-skills_changed = Úrovně uživatele změněny
audit-user-profiles_changed = Profily uživatele změněny
nav-work = Dovednosti a fronty
skills-lead = S čím lidé odpovídají. Úroveň říká jak dobře, od 1 pro začátečníka do 9 pro znalce.
skills-name = Dovednost
skills-note = Co znamená
skills-note-hint = Pro ty, kdo dávají úrovně: jak vypadá 1, 5 a 9.
skills-people = Lidé
skills-profiles = Profily
skills-level = Úroveň
skills-none = Zatím žádné dovednosti
skills-none-hint = Přidejte, s čím vaši lidé odpovídají, třeba jazyky nebo výrobky.
skills-create = Přidat dovednost
skills-edit = Upravit dovednost
skills-delete = Smazat dovednost
skills-delete-title = Smazat dovednost { $name }?
skills-delete-unused = Nikdo ji nemá a žádný profil ji neobsahuje.
skills-delete-used = Používá se. Pokud ji chcete jen skrýt, vyjměte ji z profilů.
skills-loses-people = { $n ->
    [one] { $n } člověk přijde o úroveň.
    [few] { $n } lidé přijdou o úroveň.
    [many] { $n } člověka přijde o úroveň.
   *[other] { $n } lidí přijde o úroveň.
}
skills-loses-profiles = { $n ->
    [one] { $n } profil přijde o dovednost.
    [few] { $n } profily přijdou o dovednost.
    [many] { $n } profilu přijde o dovednost.
   *[other] { $n } profilů přijde o dovednost.
}
profiles-lead = Pojmenované sady dovedností, s nimiž se lidé hlásí do fronty: profily skupiny se jejím lidem zaškrtávají, vlastní patří jen jim.
profiles-group-lead = Profily této skupiny. Lze je zaškrtnout každému z jejích lidí.
profiles-name = Profil
profiles-owner = Čí
profiles-skills = Dovednosti a úrovně
profiles-skills-hint = Napište úroveň od 1 do 9. Dovednost bez úrovně v profilu není.
profiles-people = Lidé
profiles-none = Zatím žádné profily
profiles-none-hint = Přidejte profil skupině, nebo člověku na kartě Práce jeho stránky.
profiles-create = Přidat profil
profiles-edit = Upravit profil
profiles-delete = Smazat profil
profiles-delete-title = Smazat profil { $name }?
profiles-delete-lead = Vlastní úrovně lidem zůstanou.
profiles-loses-people = { $n ->
    [one] { $n } člověk se s ním už nepřihlásí.
    [few] { $n } lidé se s ním už nepřihlásí.
    [many] { $n } člověka se s ním už nepřihlásí.
   *[other] { $n } lidí se s ním už nepřihlásí.
}
profiles-of_group = Skupina
profiles-what = Profil
profiles-kind = Druh
profiles-all = Všechny
profiles-groups = Skupin
profiles-personal = Vlastní
person-tab-work = Práce
work-change = Změnit
work-edit = Úrovně a profily skupiny
work-edit-link = Upravit
work-edit-title = Práce: { $name }
work-own-profile = Vlastní profil
work-own-profile-link = Přidat
work-own = Vlastní
work-profiles = Profily
work-profiles-none = Žádný profil: skupina žádný nemá a vlastní také není.
work-from = Odkud
work-logs-on = Hlásí se s ním
work-ticked = Ano
work-ticks = Profily skupiny
work-ticks-hint = Zaškrtněte ty, s nimiž se člověk smí přihlásit.
work-levels = Vlastní úrovně
work-levels-hint = Platí s každým profilem. Napište úroveň od 1 do 9, nebo nechte pole prázdné.
work-levels-none = Žádné vlastní úrovně.
levels-now = Někdo jiný mezitím nastavil { $level }. Dalším uložením nastavíte svou.
levels-now-none = Někdo jiný tuto úroveň mezitím odebral. Dalším uložením nastavíte svou.
toast-skill-deleted = Dovednost byla smazána.
toast-profile-deleted = Profil byl smazán.
move-loses-profile = Profil { $profile } už nebude platit.
move-offers-profile = Půjde zaškrtnout profil { $profile }.
levels-title = Úrovně
levels-lead = Kdo s čím odpovídá a jak dobře. Všechny změny se uloží najednou.
levels-search = Hledat lidi
levels-every-group = Všechny skupiny
levels-every-team = Všechny týmy
levels-show = Zobrazit
levels-choose = Vybrat dovednosti
levels-person = Člověk
levels-nobody = Nikdo tu není
levels-nobody-hint = Hledejte jiná slova, nebo vyberte jinou skupinu či tým.
levels-keys = Šipkami se přechází, 1 až 9 nastaví úroveň, 0 nebo Delete ji odebere.
levels-unsaved = Neuložené změny:
toast-levels-saved = { $n ->
    [0] Žádná úroveň se nezměnila.
    [one] Změnila se { $n } úroveň.
    [few] Změnily se { $n } úrovně.
    [many] Změnilo se { $n } úrovně.
   *[other] Změnilo se { $n } úrovní.
}
work-cannot = Aktivní, ale nemůže dostat práci
work-at-least = Úroveň alespoň
home-without-work = { $n ->
    [one] { $n } člověk je aktivní, ale nemůže dostat práci: nemá dovednost ani profil.
    [few] { $n } lidé jsou aktivní, ale nemohou dostat práci: nemají dovednost ani profil.
    [many] { $n } člověka je aktivních, ale nemůže dostat práci: nemá dovednost ani profil.
    [100] 100 lidí nebo více je aktivních, ale nemůže dostat práci: nemají dovednost ani profil.
   *[other] { $n } lidí je aktivních, ale nemůže dostat práci: nemají dovednost ani profil.
}
move-filter = Zděděným zdrojovým filtrem bude { $filter }.
move-filter-none = To, co vidí, už žádný zděděný zdrojový filtr neomezí.
