# One's own affairs, the organisation, API tokens, the audit log.

me-title = Váš účet
me-fixed = Toto mění váš správce.
me-password-current = Současné heslo
me-password-new = Nové heslo
me-password-submit = Změnit heslo
me-preferences-hint = Jen pro vás, na všech zařízeních.
me-theme = Vzhled

session-client = Zařízení
session-address = Adresa
session-started = Přihlášeno
session-last_seen = Naposledy použito
session-state = Stav
session-this = Toto
session-living = Přihlášeno
session-end = Odhlásit
session-end-title = Odhlásit { $client }?
session-end-lead = Kdo jej používá, bude se muset znovu přihlásit.
session-end-others = Odhlásit všechna ostatní
session-end-others-title = Odhlásit všude jinde?
session-unknown = Neznámé zařízení
session-none = Žádná přihlášení
session-none-hint = Nikdo není přihlášen.

organisation-title = Organizace
organisation-lead = Co platí pro všechny.
organisation-names = Názvy
organisation-name = Název organizace
organisation-team = Název týmu
organisation-handle = Krátký název
organisation-handle-hint = Lidé bez e-mailu se jím přihlašují spolu s uživatelským jménem.
organisation-handle-fixed = Zůstává, aby se lidé mohli dál přihlašovat.
organisation-defaults = Jazyk a čas
organisation-defaults-hint = Pro nové lidi; každý si může zvolit vlastní jazyk.
organisation-language = Jazyk
organisation-time_zone = Časové pásmo
organisation-only-administrators = Toto mění jen správci.

token-title = Tokeny API
token-lead = Klíče pro programy, které pracují vaším jménem.
token-reference = Dokumentace API
token-create = Vytvořit token
token-new-lead = Uvidíte ho jen jednou, hned po vytvoření.
token-once = Váš nový token. Zkopírujte si ho hned, už se nezobrazí.
token-what = Token
token-name = Název
token-name-hint = Napište, co ho používá, například „export mezd“.
token-owner = Vlastník
token-life = Platnost
token-scopes = Oprávnění
token-scopes-hint = Nikdy nesmí víc než vy sami.
token-last_used = Naposledy použit
token-expires = Platí do
token-none = Žádné tokeny
token-none-hint = Vytvořte token pro program, který čte nebo mění vaše lidi.
token-all = Vše, co smí vlastník
token-end = Ukončit token
token-end-title = Ukončit token „{ $name }“?
token-end-lead = Programy, které ho používají, okamžitě přestanou fungovat.

audit-lead = Každá změna a každé přihlášení: kdo, co, kdy a odkud.
audit-none = Žádný záznam
audit-none-hint = Zrušte některý filtr nebo zvolte jiné dny.
audit-filter-action = Co
audit-filter-from = Od
audit-filter-until = Do
audit-noun-user = Uživatelé
audit-noun-session = Přihlášení
audit-noun-invitation = Pozvánky
audit-noun-account = Účty
audit-noun-token = Tokeny API
audit-noun-group = Skupiny
audit-noun-organisation = Organizace
audit-by-system = Systém
audit-by-anonymous = Někdo nepřihlášený
audit-way-page = { $who }
audit-way-api = { $who }, přes API
audit-way-command_line = { $who }, z příkazové řádky
audit-way-job = { $who }, na pozadí
audit-origin = Adresa { $address }, požadavek { $request }

timeline-detail = Podrobnosti
timeline-field = Pole
timeline-before = Před
timeline-after = Po

audit-user-created = Uživatel založen
audit-user-updated = Údaje změněny
audit-user-suspended = Pozastaven
audit-user-activated = Aktivován
audit-user-deactivated = Deaktivován
audit-user-reactivated = Znovu aktivován
audit-user-removed = Odstraněn
audit-user-role_changed = Role změněna
audit-user-supervisor_changed = Nadřízený změněn
audit-user-group_changed = Přesunut do jiné skupiny
audit-user-licence_changed = Licence změněna
audit-user-photo_changed = Fotografie změněna
audit-user-photo_removed = Fotografie odebrána
audit-group-created = Skupina založena
audit-group-renamed = Skupina přejmenována
audit-sign_up-requested = Požádáno o registraci
audit-user-look_changed = Vzhled změněn
audit-user-reset_started = Zahájena volba nového hesla
audit-account-locked = Přihlášení uzamčeno
audit-invitation-sent = Pozvánka odeslána
audit-invitation-accepted = Pozvánka přijata
audit-invitation-cancelled = Pozvánka zrušena
audit-session-started = Přihlášení
audit-session-ended = Relace ukončena
audit-session-refused = Přihlášení odmítnuto
audit-session-renewed = Přihlášení obnoveno
audit-token-created = Vytvořen token API
audit-token-expired = Platnost tokenu API vypršela
audit-token-revoked = Token API ukončen
audit-user-first_password_given = Přiděleno první heslo
audit-user-password_changed = Heslo změněno
audit-user-password_reset = Nové heslo pomocí kódu
audit-user-password_set = Heslo nastavil provozovatel
audit-organisation-created = Organizace založena
audit-organisation-updated = Nastavení změněno
audit-organisation-ownership_transferred = Vlastnictví předáno

token-days = { $n ->
    [one] { $n } den
    [few] { $n } dny
   *[other] { $n } dní
}
