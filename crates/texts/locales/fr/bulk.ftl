# Plusieurs utilisateurs à la fois.

bulk-bar = Avec la sélection
bulk-count = { $n } sélectionnés
bulk-move = Déplacer vers un groupe
bulk-clear = Effacer la sélection
bulk-pick = Sélectionner { $name }
bulk-pick-all = Sélectionner toute la page
bulk-move-title = { $n ->
    [one] Déplacer { $n } utilisateur vers un autre groupe
   *[other] Déplacer { $n } utilisateurs vers un autre groupe
}
bulk-who = Qui
bulk-who-hint = Une étape déplace 1 000 utilisateurs au plus. Les autres suivront de la même manière.
bulk-all = Toute la liste, autres pages comprises : { $n }
bulk-more = Une étape déplace 1 000 utilisateurs au plus. Il en reste { $n } pour les étapes suivantes.
bulk-changes = { $setting } : { $after }, pour { $n } d’entre eux
bulk-filter = { $n ->
    [one] { $n } d’entre eux verra selon le filtre de ressources { $filter }.
   *[other] { $n } d’entre eux verront selon le filtre de ressources { $filter }.
}
bulk-filter-none = Aucun filtre de ressources ne limite plus ce que voient { $n } d’entre eux.
bulk-force = Les déconnecter d’abord de la file
bulk-force-hint = Sinon, qui est connecté à une file reste où il est.
bulk-confirm-title = { $n ->
    [0] Personne ne passerait dans { $group }
    [one] Déplacer { $n } utilisateur vers { $group } ?
   *[other] Déplacer { $n } utilisateurs vers { $group } ?
}
bulk-staying = { $n ->
    [one] { $n } est déjà dans ce groupe.
   *[other] { $n } sont déjà dans ce groupe.
}
bulk-refused = { $n ->
    [one] Vous ne pouvez pas déplacer { $n } d’entre eux ; il reste où il est.
   *[other] Vous ne pouvez pas déplacer { $n } d’entre eux ; ils restent où ils sont.
}
bulk-result-title = { $n ->
    [0] Personne n’est passé dans { $group }
    [one] { $n } utilisateur est passé dans { $group }
   *[other] { $n } utilisateurs sont passés dans { $group }
}
bulk-result-lead = Les autres sont restés où ils sont :
bulk-stayed = { $name } : { $why }
toast-users-moved = Les utilisateurs sélectionnés sont maintenant dans { $name }
