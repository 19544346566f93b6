# Ressursfiltre: det som begrenser hva noen ser.

filters-title = Ressursfiltre
filters-lead = Et filter nevner grupper og team. Den som har det, ser folkene i dem og ingen andre, utenom seg selv.
filters-create = Opprett filter
filters-edit = Rediger filter
filters-delete = Slett
filters-none = Ingen ressursfiltre ennå
filters-none-hint = Alle ser så langt rollen rekker. Et filter begrenser det til noen grupper og team.
filters-name = Navn
filters-what = Filter
filters-groups = Grupper
filters-groups-hint = De avkryssede gruppene og alle i dem er synlige.
filters-teams = Team
filters-teams-hint = De avkryssede teamene og alle som er i dem i dag, er synlige.
filters-held_by_groups = Grupper som har det
filters-held_by_users = Brukere som har det
filters-held = { $n ->
    [0] I bruk av { $names }.
    [one] I bruk av { $names } og én til.
   *[other] I bruk av { $names } og { $n } til.
}
filters-held-none = Ingen har dette filteret.
filters-delete-title = Slette { $name }?
filters-filter = Ressursfilter
filters-everything = Ingen: alt innenfor rollens rekkevidde er synlig
filters-as-group = Som gruppen
filters-group-hint = Det gjelder for alle i gruppen som ikke har sitt eget, fra neste klikk.
filters-user-title = Ressursfilteret til { $name }
filters-user-lead = Eget filter går foran gruppens og blir værende ved flytting. Det viser aldri mer enn rollen tillater.
filters-of-own = { $name } (eget)
filters-of-group = { $name } (fra gruppen)
toast-filter-deleted = Filteret ble slettet
group-filter = Ressursfilter
form-narrow = Søk i listen
why-filter = Ressursfilteret { $filter } skjuler { $target } for { $name }.
permission-resource_filters-manage = Opprette ressursfiltre og gi dem til grupper og brukere
audit-resource_filter-created = Ressursfilter opprettet
audit-resource_filter-updated = Ressursfilter endret
audit-resource_filter-deleted = Ressursfilter slettet
audit-group-resource_filter_changed = Ressursfilteret til gruppen endret
audit-user-resource_filter_changed = Ressursfilteret til brukeren endret
