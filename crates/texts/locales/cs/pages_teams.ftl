# Týmy a kde pracují.

nav-teams = Týmy
teams-title = Týmy
teams-lead = Lidé, kteří pracují spolu a mají jednoho nebo více vedoucích.
teams-unallocated = Bez týmu
teams-create = Vytvořit tým
teams-edit = Upravit tým
teams-delete = Smazat tým
teams-none = Zatím žádné týmy
teams-none-hint = Vytvořte tým, určete vedoucí a pak do něj zařaďte lidi.
teams-name = Název
teams-location = Místo
teams-nowhere = Žádné
teams-leaders = Vedoucí
teams-leaders-hint = Vedoucí dosáhne právě na lidi, kteří v týmu ten den jsou.
teams-members = Lidé
teams-what = Tým
teams-takes_incidents = Přijímá případy
teams-takes_incidents-hint = Případy lze předat týmu jako celku.
teams-now = Nyní
teams-history = Historie
teams-from = Od
teams-from-hint = Prázdné znamená dnes.
teams-until = Do
teams-nobody = V tomto týmu nikdo není
teams-nobody-hint = Přidejte lidi podle uživatelských jmen nebo adres.
teams-add = Přidat lidi
teams-add-title = Přidat lidi do { $name }
teams-end = Vyřadit z týmu
teams-end-title = Vyřadit { $name } z { $team }?
teams-keeps-history = Že v týmu byl(a) a kdy
teams-delete-title = Smazat { $name }?
teams-delete-lead = { $n ->
    [0] Nikdo v něm není.
    [one] Je v něm ještě jeden člověk. Nejprve ho vyřaďte.
    [few] Jsou v něm ještě { $n } lidé. Nejprve je vyřaďte.
    [many] Je v něm ještě { $n } člověka. Nejprve je vyřaďte.
   *[other] Je v něm ještě { $n } lidí. Nejprve je vyřaďte.
}
teams-loses-history = Kdo v něm byl a kdy
toast-team-deleted = Tým byl smazán
location-title = Místa
location-lead = Kde týmy pracují.
location-create = Vytvořit místo
location-rename = Přejmenovat místo
location-delete = Smazat místo
location-delete-title = Smazat { $name }?
location-name = Název
location-none = Zatím žádná místa
location-none-hint = Místo říká, kde tým pracuje.
group-administrators = Správci
group-administrators-hint = Kdo má roli s dosahem „skupiny“, dosáhne na uživatele této skupiny.
users-filter-team = Tým
users-filter-no_team = Bez týmu

audit-noun-team = Týmy
audit-noun-location = Místa
audit-team-created = Tým vytvořen
audit-team-updated = Tým změněn
audit-team-deleted = Tým smazán
audit-team-leaders_changed = Vedoucí týmu změněni
audit-team-members_added = Zařazeno do týmu
audit-team-member_removed = Vyřazeno z týmu
audit-location-created = Místo vytvořeno
audit-location-renamed = Místo přejmenováno
audit-location-deleted = Místo smazáno
audit-group-administrators_changed = Správci skupiny změněni
permission-teams-view = Vidět týmy
permission-teams-manage = Spravovat týmy, jejich vedoucí a členy
