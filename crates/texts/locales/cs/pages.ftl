# Slova rámce a částí, které stojí na mnoha stránkách.

app-name = Crewdesk
app-skip = Přeskočit na obsah
app-dismiss = Zavřít zprávu
app-offline = Server teď není dostupný. Nic se neodeslalo, zkuste to znovu.

nav-title = Hlavní navigace
nav-open = Otevřít navigaci
nav-people = Lidé
nav-settings = Nastavení
nav-records = Záznamy
nav-home = Domů
nav-users = Uživatelé
nav-invitations = Pozvánky
nav-organisation = Organizace
nav-tokens = Tokeny API
nav-audit = Audit
nav-me = Profil

search-label = Hledat osoby
search-hint = Hledat osoby
search-nothing = Výrazu „{ $query }“ nikdo neodpovídá.
picker-search = Hledejte lidi podle jména
picker-hint = Lidi najdete podle jména, nebo napište uživatelská jména a adresy oddělené čárkou. Koho chcete vynechat, tomu zrušte zaškrtnutí.
picker-hint-one = Najděte někoho podle jména, nebo napište uživatelské jméno či adresu.
search-all = Zobrazit všechny výsledky

me-menu = Vlastní nabídka:
me-profile = Profil
me-password = Heslo
me-sessions = Přihlášení
me-preferences = Jazyk a vzhled
me-sign-out = Odhlásit se

theme-system = Podle systému
theme-light = Světlý
theme-dark = Tmavý

field-optional = (nepovinné)

list-filter = Filtr
list-apply = Použít
list-clear = Zrušit vše
list-any = Vše
list-remove-filter = Zrušit tento filtr
list-columns = Vybrat sloupce
list-actions = Akce: { $name }
list-nothing = Nevyplněno

pager-title = Stránky
pager-first = První
pager-previous = Předchozí
pager-next = Další
pager-total = { $n ->
    [one] Celkem { $n }
   *[other] Celkem { $n }
}

lifecycle-invited = Pozvaný
lifecycle-active = Aktivní
lifecycle-suspended = Pozastavený
lifecycle-deactivated = Deaktivovaný

presence-logged_out = Odhlášen
presence-logged_in = Přihlášen
