# Skupiny uživatelů a děděná nastavení.

nav-groups = Skupiny
nav-inherited = Pravidla
group-title = Skupiny
group-lead = Každý je právě v jedné skupině. Skupina předává svá nastavení svým uživatelům.
group-create = Vytvořit skupinu
group-none = Zatím žádné skupiny
group-none-hint = Skupina sdružuje lidi, pro které platí stejná nastavení.
group-name = Název
group-users = Uživatelé
group-default = Noví uživatelé
group-updated = Změněno
group-is_default = Výchozí skupina
group-settings = Nastavení
group-members = Zobrazit uživatele
group-rename = Přejmenovat
group-rename-title = Přejmenovat { $name }
group-make_default = Nastavit jako výchozí
group-default-title = Zařazovat nové uživatele do { $name }?
group-default-lead = Uživatelé, u nichž není uvedena skupina, budou vytvořeni v této. Nikdo se nepřesune.
group-delete = Smazat
group-delete-title = Smazat { $name }?
group-delete-lead = { $n ->
    [0] V této skupině nikdo není.
    [one] V této skupině je ještě jeden uživatel. Nejprve ho přesuňte.
    [few] V této skupině jsou ještě { $n } uživatelé. Nejprve je přesuňte.
    [many] V této skupině je ještě { $n } uživatele. Nejprve je přesuňte.
   *[other] V této skupině je ještě { $n } uživatelů. Nejprve je přesuňte.
}
group-loses-settings = Nastavení, která předává
toast-group-created = Skupina { $name } byla vytvořena
toast-group-deleted = Skupina byla smazána
toast-user-moved = { $name }: přesunuto

settings-lead = Co zůstane prázdné, se dědí. Co zde nastavíte, platí pro všechny níže, pokud nemají vlastní hodnotu.
settings-work = Práce
settings-self_service = Vlastní záznam
settings-security = Zabezpečení
settings-of-user = Nastavení: { $name }
settings-from = Odkud pochází
settings-own = Vlastní hodnoty
settings-change = Změnit vlastní hodnoty
setting-name = Nastavení
setting-value = Hodnota
setting-origin = Pochází z
setting-on = Zapnuto
setting-off = Vypnuto
setting-inherit = Zděděno: { $value } ({ $origin })
setting-range = Povoleno: { $least } až { $most }.
setting-on-above = Výše je zapnuto, a proto zůstává zapnuté i zde.
setting-wrap_up_seconds = Čas na dokončení
setting-language = Jazyk nových uživatelů
setting-log_off_at_midnight = O půlnoci všechny odhlásit
setting-self_service_mobile = Smí měnit vlastní mobil
setting-self_service_language = Smí měnit vlastní jazyk
setting-self_service_photo = Smí měnit vlastní fotku
setting-session_idle_minutes = Odhlásit při nečinnosti po
setting-session_hours = Odhlásit nejpozději po
setting-sessions_at_a_time = Přihlášení najednou
setting-password_length = Nejkratší heslo
setting-two_factor_required = Vyžadovat druhý faktor
origin-product = produkt
origin-installation = instalace
origin-organisation = organizace
origin-group = skupina
origin-user = vlastní
unit-seconds = { $n ->
    [one] { $n } sekunda
    [few] { $n } sekundy
    [many] { $n } sekundy
   *[other] { $n } sekund
}
unit-minutes = { $n ->
    [one] { $n } minuta
    [few] { $n } minuty
    [many] { $n } minuty
   *[other] { $n } minut
}
unit-hours = { $n ->
    [one] { $n } hodina
    [few] { $n } hodiny
    [many] { $n } hodiny
   *[other] { $n } hodin
}
unit-characters = { $n ->
    [one] { $n } znak
    [few] { $n } znaky
    [many] { $n } znaku
   *[other] { $n } znaků
}
unit-sessions = { $n ->
    [one] { $n } přihlášení
    [few] { $n } přihlášení
    [many] { $n } přihlášení
   *[other] { $n } přihlášení
}
person-tab-settings = Nastavení
person-settings = Co platí

users-filter-group = Skupina
user-move = Přesunout do jiné skupiny
move-title = Přesunout { $name } do jiné skupiny
move-lead = Nejprve uvidíte, co by se změnilo.
move-look = Zobrazit změny
move-confirm-title = Přesunout { $name } do { $group }?
move-do = Přesunout
move-changes = { $setting }: { $after } místo { $before }
move-changes-nothing = Žádné nastavení se nezmění.
move-keeps-own = Vlastní hodnoty a filtry
move-logs-off = Je ve frontě a bude z ní odhlášen(a)
notice-moved = Nyní jste ve skupině { $group }.

audit-group-deleted = Skupina smazána
audit-group-made_default = Nastavena jako výchozí skupina
audit-settings-changed = Nastavení změněno
audit-queue-logged_on = Přihlášení do fronty
audit-queue-logged_off = Odhlášení z fronty
permission-settings-manage = Nastavovat pravidla pro lidi, třeba jak dlouho trvá přihlášení
