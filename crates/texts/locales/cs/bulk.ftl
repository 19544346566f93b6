# Více uživatelů najednou.

bulk-bar = S vybranými
bulk-count = Vybráno: { $n }
bulk-move = Přesunout do skupiny
bulk-clear = Zrušit výběr
bulk-pick = Vybrat: { $name }
bulk-pick-all = Vybrat vše na této stránce
bulk-move-title = { $n ->
    [one] Přesunout jednoho uživatele do jiné skupiny
    [few] Přesunout { $n } uživatele do jiné skupiny
    [many] Přesunout { $n } uživatele do jiné skupiny
   *[other] Přesunout { $n } uživatelů do jiné skupiny
}
bulk-who = Koho
bulk-who-hint = Jeden krok přesune nejvýše 1 000 uživatelů. Zbytek přesunete stejně v dalším kroku.
bulk-all = Všechny z tohoto seznamu, i z dalších stránek: { $n }
bulk-more = Jeden krok přesune nejvýše 1 000 uživatelů. Pro další kroky zbývá: { $n }.
bulk-changes = { $n ->
    [one] { $setting }: { $after } (pro jednoho z nich)
   *[other] { $setting }: { $after } (pro { $n } z nich)
}
bulk-filter = { $n ->
    [one] Jeden z nich uvidí podle zdrojového filtru { $filter }.
   *[other] { $n } z nich uvidí podle zdrojového filtru { $filter }.
}
bulk-filter-none = { $n ->
    [one] Jednoho z nich už žádný zdrojový filtr neomezí.
   *[other] { $n } z nich už žádný zdrojový filtr neomezí.
}
bulk-force = Nejprve je odhlásit z fronty
bulk-force-hint = Kdo je přihlášen do fronty, jinak zůstane, kde je.
bulk-confirm-title = { $n ->
    [0] Do skupiny { $group } by se nikdo nepřesunul
    [one] Přesunout jednoho uživatele do skupiny { $group }?
    [few] Přesunout { $n } uživatele do skupiny { $group }?
    [many] Přesunout { $n } uživatele do skupiny { $group }?
   *[other] Přesunout { $n } uživatelů do skupiny { $group }?
}
bulk-staying = { $n ->
    [one] Jeden už v této skupině je.
    [few] { $n } už v této skupině jsou.
    [many] { $n } už v této skupině je.
   *[other] { $n } už jich v této skupině je.
}
bulk-refused = { $n ->
    [one] Jednoho z nich přesunout nesmíte; zůstane, kde je.
    [few] { $n } z nich přesunout nesmíte; zůstanou, kde jsou.
    [many] { $n } z nich přesunout nesmíte; zůstane, kde je.
   *[other] { $n } z nich přesunout nesmíte; zůstanou, kde jsou.
}
bulk-result-title = { $n ->
    [0] Do skupiny { $group } se nikdo nepřesunul
    [one] Do skupiny { $group } se přesunul jeden uživatel
    [few] Do skupiny { $group } se přesunuli { $n } uživatelé
    [many] Do skupiny { $group } se přesunulo { $n } uživatele
   *[other] Do skupiny { $group } se přesunulo { $n } uživatelů
}
bulk-result-lead = Ostatní zůstali, kde jsou:
bulk-stayed = { $name }: { $why }
toast-users-moved = Vybraní uživatelé jsou teď ve skupině { $name }
