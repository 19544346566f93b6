# Filtres de ressources : ce qui restreint ce que chacun voit.

filters-title = Filtres de ressources
filters-lead = Un filtre nomme des groupes et des équipes. Qui l’a voit leurs membres et personne d’autre, hormis soi-même.
filters-create = Créer un filtre
filters-edit = Modifier le filtre
filters-delete = Supprimer
filters-none = Aucun filtre de ressources
filters-none-hint = Chacun voit aussi loin que va son rôle. Un filtre restreint cela à quelques groupes et équipes.
filters-name = Nom
filters-what = Filtre
filters-groups = Groupes
filters-groups-hint = Les groupes cochés et tous leurs membres sont visibles.
filters-teams = Équipes
filters-teams-hint = Les équipes cochées et tous ceux qui en font partie aujourd’hui sont visibles.
filters-held_by_groups = Groupes qui l’ont
filters-held_by_users = Utilisateurs qui l’ont
filters-held = { $n ->
    [0] Utilisé par { $names }.
    [one] Utilisé par { $names } et { $n } autre.
   *[other] Utilisé par { $names } et { $n } autres.
}
filters-held-none = Personne n’a ce filtre.
filters-delete-title = Supprimer { $name } ?
filters-filter = Filtre de ressources
filters-everything = Aucun : tout ce que le rôle permet est visible
filters-as-group = Comme le groupe
filters-group-hint = Il vaut pour tous les membres du groupe qui n’en ont pas à eux, dès leur prochain clic.
filters-user-title = Filtre de ressources de { $name }
filters-user-lead = Le filtre propre passe avant celui du groupe et reste lors d’un changement de groupe. Il ne montre jamais plus que le rôle ne permet.
filters-of-own = { $name } (propre)
filters-of-group = { $name } (du groupe)
toast-filter-deleted = Le filtre a été supprimé
group-filter = Filtre de ressources
form-narrow = Chercher dans la liste
why-filter = Le filtre de ressources { $filter } cache { $target } à { $name }.
permission-resource_filters-manage = Créer des filtres de ressources et les donner à des groupes et à des utilisateurs
audit-resource_filter-created = Filtre de ressources créé
audit-resource_filter-updated = Filtre de ressources modifié
audit-resource_filter-deleted = Filtre de ressources supprimé
audit-group-resource_filter_changed = Filtre de ressources du groupe modifié
audit-user-resource_filter_changed = Filtre de ressources de l’utilisateur modifié
