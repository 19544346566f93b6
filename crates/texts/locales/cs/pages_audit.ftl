# Protokol: filtry, soubory a přihlášení; jak dlouho se záznamy uchovávají.

audit-changes = Změny
audit-sign-ins = Přihlášení
audit-sign-ins-lead = Kdo se přihlásil nebo o to pokusil, odkud a čím.
audit-sign-in-who = Kdo
audit-sign-in-method = Jak
audit-files = Exportovat zobrazené:
audit-filter-who = Kdo
audit-filter-whom = Koho se týká
audit-filter-way = Cesta
audit-surface-page = Stránky
audit-surface-api = API
audit-surface-command_line = Příkazový řádek
audit-surface-job = Na pozadí
audit-audit-forgotten = Staré záznamy protokolu zapomenuty
sign-in-by-password = Heslem
sign-in-by-invitation = Pozvánkou
sign-in-by-sign_up = Registrací
sign-in-by-switch = Z jiné organizace
organisation-logs = Záznamy
organisation-logs-hint = Starší záznamy se den po dni natrvalo zapomínají. Zbytek lze dál prokázat.
organisation-audit_days = Uchovávat změny
organisation-sign_in_days = Uchovávat přihlášení
organisation-for_ever = Navždy
organisation-days =
    { $n ->
        [one] { $n } den
        [few] { $n } dny
        [many] { $n } dne
       *[other] { $n } dní
    }
