# Zdrojové filtry: co zužuje, co kdo vidí.

filters-title = Zdrojové filtry
filters-lead = Filtr vyjmenovává skupiny a týmy. Kdo ho má, vidí jejich lidi a kromě sebe nikoho jiného.
filters-create = Vytvořit filtr
filters-edit = Upravit filtr
filters-delete = Smazat
filters-none = Zatím žádné zdrojové filtry
filters-none-hint = Každý vidí tam, kam sahá jeho role. Filtr to zúží na některé skupiny a týmy.
filters-name = Název
filters-what = Filtr
filters-groups = Skupiny
filters-groups-hint = Vidět jsou zaškrtnuté skupiny a všichni v nich.
filters-teams = Týmy
filters-teams-hint = Vidět jsou zaškrtnuté týmy a všichni, kdo v nich dnes jsou.
filters-held_by_groups = Skupiny, které ho mají
filters-held_by_users = Uživatelé, kteří ho mají
filters-held = { $n ->
    [0] Používá ho { $names }.
    [one] Používá ho { $names } a jeden další.
    [few] Používá ho { $names } a { $n } další.
    [many] Používá ho { $names } a { $n } dalšího.
   *[other] Používá ho { $names } a { $n } dalších.
}
filters-held-none = Tento filtr nikdo nemá.
filters-delete-title = Smazat { $name }?
filters-filter = Zdrojový filtr
filters-everything = Žádný: vidět je vše, kam sahá role
filters-as-group = Jako skupina
filters-group-hint = Platí pro každého ve skupině, kdo nemá vlastní, od jeho dalšího kliknutí.
filters-user-title = Zdrojový filtr: { $name }
filters-user-lead = Vlastní filtr má přednost před filtrem skupiny a při přesunu zůstává. Nikdy neukáže víc, než role dovoluje.
filters-of-own = { $name } (vlastní)
filters-of-group = { $name } (ze skupiny)
toast-filter-deleted = Filtr byl smazán
group-filter = Zdrojový filtr
form-narrow = Hledat v seznamu
why-filter = Zdrojový filtr { $filter } skrývá: { $target }. Vidět ho tak nemůže { $name }.
permission-resource_filters-manage = Vytvářet zdrojové filtry a dávat je skupinám a uživatelům
audit-resource_filter-created = Zdrojový filtr vytvořen
audit-resource_filter-updated = Zdrojový filtr změněn
audit-resource_filter-deleted = Zdrojový filtr smazán
audit-group-resource_filter_changed = Zdrojový filtr skupiny změněn
audit-user-resource_filter_changed = Zdrojový filtr uživatele změněn
