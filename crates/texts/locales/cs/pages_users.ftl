# Seznam uživatelů, stránka osoby, formulář a kroky.

users-title = Uživatelé
users-count = { $n ->
    [one] { $n } uživatel
    [few] { $n } uživatelé
   *[other] { $n } uživatelů
}
users-operators = { $n ->
    [one] { $n } operátor
    [few] { $n } operátoři
   *[other] { $n } operátorů
}
users-operators-of = Operátoři: { $n } z { $all }
users-licences-of = Licence: využito { $n } z { $all }
users-invite = Pozvat
users-create = Založit uživatele
users-search = Hledat uživatele
users-search-hint = Jméno, e-mail, číslo, „přesná slova“
users-none = Zatím tu nikdo není
users-none-hint = Pozvěte první kolegy. Heslo si zvolí sami a hned se tu objeví.
users-none-found = Nikdo neodpovídá
users-none-found-hint = Zkuste jiná slova nebo zrušte některý filtr.

users-column-name = Jméno
users-column-state = Stav
users-column-role = Role
users-column-supervisor = Nadřízený
users-column-email = E-mail
users-column-mobile = Mobil
users-column-numeric_id = Číselné ID
users-column-username = Uživatelské jméno
users-column-last_sign_in = Poslední přihlášení

users-filter-lifecycle = Stav účtu
users-filter-presence = Přítomnost
users-filter-supervisor = Nadřízený

user-edit = Upravit
user-suspend = Pozastavit
user-activate = Aktivovat
user-deactivate = Deaktivovat
user-remove = Odstranit
user-supervisor = Změnit nadřízeného
user-reset-password = Poslat obnovu hesla
user-first-password = Nastavit první heslo

numeric-ids-title = Použitá číselná ID
numeric-ids-lead = Obsazená ID podle pořadí. Co leží mezi dvěma řádky, je volné.
numeric-ids-next = Další volné je { $id }.
numeric-ids-range = ID
numeric-ids-taken = Obsazeno
numeric-ids-none = Zatím není obsazeno žádné číselné ID
numeric-ids-none-hint = Přidělte ho uživateli v části Licence a telefonie.
numeric-ids-count = { $n ->
    [one] jedno ID
    [few] { $n } ID
    [many] { $n } ID
   *[other] { $n } ID
}
