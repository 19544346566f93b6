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
bulk-who-hint = V jednom kroku nejvýše 1 000 uživatelů. Se zbytkem udělejte totéž v dalším kroku.
bulk-all = Všechny z tohoto seznamu, i z dalších stránek: { $n }
bulk-more = V jednom kroku nejvýše 1 000 uživatelů. Pro další kroky zbývá: { $n }.
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

bulk-steps = Další akce
bulk-suspend = { $n ->
    [0] Nikdo by nebyl pozastaven
    [one] Pozastavit jednoho uživatele?
    [few] Pozastavit { $n } uživatele?
    [many] Pozastavit { $n } uživatele?
   *[other] Pozastavit { $n } uživatelů?
}
bulk-activate = { $n ->
    [0] Nikdo by nebyl aktivován
    [one] Aktivovat jednoho uživatele?
    [few] Aktivovat { $n } uživatele?
    [many] Aktivovat { $n } uživatele?
   *[other] Aktivovat { $n } uživatelů?
}
bulk-deactivate = { $n ->
    [0] Nikdo by nebyl deaktivován
    [one] Deaktivovat jednoho uživatele?
    [few] Deaktivovat { $n } uživatele?
    [many] Deaktivovat { $n } uživatele?
   *[other] Deaktivovat { $n } uživatelů?
}
bulk-reactivate = { $n ->
    [0] Nikdo by se nevrátil
    [one] Vrátit jednoho uživatele?
    [few] Vrátit { $n } uživatele?
    [many] Vrátit { $n } uživatele?
   *[other] Vrátit { $n } uživatelů?
}
bulk-remove = { $n ->
    [0] Nikdo by nebyl odstraněn
    [one] Nadobro odstranit jednoho uživatele?
    [few] Nadobro odstranit { $n } uživatele?
    [many] Nadobro odstranit { $n } uživatele?
   *[other] Nadobro odstranit { $n } uživatelů?
}
bulk-activate-lead = Budou se moci hned znovu přihlásit. Pro každého musí být volná licence.
bulk-loses-seats = Jejich licence se uvolní pro jiné.
bulk-loses-profiles = Profily, fotografie, role a místa v organizaci.
bulk-keeps-records = Profily, role, nadřízení a historie.
bulk-keeps-names = Jména v historii organizace.
bulk-keeps-accounts = Samotné účty, které patří lidem.
bulk-logs-off = { $n ->
    [one] Jeden je ve frontě a bude z ní odhlášen.
    [few] { $n } jsou ve frontě a budou z ní odhlášeni.
    [many] { $n } je ve frontě a bude z ní odhlášeno.
   *[other] { $n } je ve frontě a bude z ní odhlášeno.
}
bulk-elsewhere = { $n ->
    [one] Jeden je ve stavu, ve kterém to nejde, a nic se u něj nezmění.
    [few] { $n } jsou ve stavu, ve kterém to nejde, a nic se u nich nezmění.
    [many] { $n } je ve stavu, ve kterém to nejde, a nic se u nich nezmění.
   *[other] { $n } je ve stavu, ve kterém to nejde, a nic se u nich nezmění.
}
bulk-may-not = { $n ->
    [one] U jednoho z nich to udělat nesmíte; nic se u něj nezmění.
   *[other] U { $n } z nich to udělat nesmíte; nic se u nich nezmění.
}
bulk-nothing-done = Nic se nezměnilo
bulk-others-stayed = U ostatních se nic nezměnilo:
toast-users-suspended = { $n ->
    [one] Jeden uživatel je pozastaven a všude odhlášen.
    [few] { $n } uživatelé jsou pozastaveni a všude odhlášeni.
    [many] { $n } uživatele je pozastaveno a všude odhlášeno.
   *[other] { $n } uživatelů je pozastaveno a všude odhlášeno.
}
toast-users-activated = { $n ->
    [one] Jeden uživatel se může znovu přihlásit.
    [few] { $n } uživatelé se mohou znovu přihlásit.
    [many] { $n } uživatele se může znovu přihlásit.
   *[other] { $n } uživatelů se může znovu přihlásit.
}
toast-users-deactivated = { $n ->
    [one] Jeden uživatel je deaktivován.
    [few] { $n } uživatelé jsou deaktivováni.
    [many] { $n } uživatele je deaktivováno.
   *[other] { $n } uživatelů je deaktivováno.
}
toast-users-removed = { $n ->
    [one] Jeden uživatel byl odstraněn.
    [few] { $n } uživatelé byli odstraněni.
    [many] { $n } uživatele bylo odstraněno.
   *[other] { $n } uživatelů bylo odstraněno.
}
bulk-rather-deactivate = Raději deaktivovat
bulk-nobody = Vyberte alespoň jednoho uživatele.
bulk-cancels-invitations = { $n ->
    [one] Jedna pozvánka bude zrušena.
    [few] { $n } pozvánky budou zrušeny.
    [many] { $n } pozvánky bude zrušeno.
   *[other] { $n } pozvánek bude zrušeno.
}
