# Plusieurs utilisateurs à la fois.

bulk-bar = Avec la sélection
bulk-count = Sélection : { $n }
bulk-move = Déplacer vers un groupe
bulk-clear = Effacer la sélection
bulk-pick = Sélectionner { $name }
bulk-pick-all = Sélectionner toute la page
bulk-move-title = { $n ->
    [one] Déplacer { $n } utilisateur vers un autre groupe
   *[other] Déplacer { $n } utilisateurs vers un autre groupe
}
bulk-who = Qui
bulk-who-hint = Une étape concerne 1 000 utilisateurs au plus. Les autres suivront de la même manière.
bulk-all = Toute la liste, autres pages comprises : { $n }
bulk-more = Une étape concerne 1 000 utilisateurs au plus. Il en reste { $n } pour les étapes suivantes.
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
    [one] Vous ne pouvez pas déplacer l’un d’entre eux ; il reste où il est.
   *[other] Vous ne pouvez pas déplacer l’un d’entre eux ; ils restent où ils sont.
}
bulk-result-title = { $n ->
    [0] Personne n’est passé dans { $group }
    [one] { $n } utilisateur est passé dans { $group }
   *[other] { $n } utilisateurs sont passés dans { $group }
}
bulk-result-lead = Les autres sont restés où ils sont :
bulk-stayed = { $name } : { $why }
toast-users-moved = Les utilisateurs sélectionnés sont maintenant dans { $name }

bulk-steps = Autres actions
bulk-suspend = { $n ->
    [0] Personne ne serait suspendu
    [one] Suspendre { $n } utilisateur ?
   *[other] Suspendre { $n } utilisateurs ?
}
bulk-activate = { $n ->
    [0] Personne ne serait activé
    [one] Activer { $n } utilisateur ?
   *[other] Activer { $n } utilisateurs ?
}
bulk-deactivate = { $n ->
    [0] Personne ne serait désactivé
    [one] Désactiver { $n } utilisateur ?
   *[other] Désactiver { $n } utilisateurs ?
}
bulk-reactivate = { $n ->
    [0] Personne ne serait réintégré
    [one] Réintégrer { $n } utilisateur ?
   *[other] Réintégrer { $n } utilisateurs ?
}
bulk-remove = { $n ->
    [0] Personne ne serait supprimé
    [one] Supprimer définitivement { $n } utilisateur ?
   *[other] Supprimer définitivement { $n } utilisateurs ?
}
bulk-activate-lead = Ces personnes peuvent aussitôt se reconnecter. Une licence doit être libre pour chacune.
bulk-loses-seats = Leurs licences se libèrent pour d’autres.
bulk-loses-profiles = Profils, photos, rôles et places dans l’organisation.
bulk-keeps-records = Profils, rôles, responsables et historique.
bulk-keeps-names = Les noms dans l’historique de l’organisation.
bulk-keeps-accounts = Les comptes eux-mêmes, qui appartiennent aux personnes.
bulk-logs-off = { $n ->
    [one] { $n } personne est dans une file et en sera retirée.
   *[other] { $n } personnes sont dans une file et en seront retirées.
}
bulk-elsewhere = { $n ->
    [one] L’état d’une personne ne le permet pas ; rien ne change pour elle.
   *[other] L’état de { $n } personnes ne le permet pas ; rien ne change pour elles.
}
bulk-may-not = { $n ->
    [one] Vous ne pouvez pas le faire pour l’un d’entre eux ; rien ne change pour lui.
   *[other] Vous ne pouvez pas le faire pour { $n } d’entre eux ; rien ne change pour eux.
}
bulk-nothing-done = Rien n’a changé
bulk-others-stayed = Rien n’a changé pour les autres :
toast-users-suspended = { $n ->
    [one] { $n } utilisateur est suspendu et déconnecté partout.
   *[other] { $n } utilisateurs sont suspendus et déconnectés partout.
}
toast-users-activated = { $n ->
    [one] { $n } utilisateur peut se reconnecter.
   *[other] { $n } utilisateurs peuvent se reconnecter.
}
toast-users-deactivated = { $n ->
    [one] { $n } utilisateur est désactivé.
   *[other] { $n } utilisateurs sont désactivés.
}
toast-users-removed = { $n ->
    [one] { $n } utilisateur a été supprimé.
   *[other] { $n } utilisateurs ont été supprimés.
}
bulk-rather-deactivate = Désactiver plutôt
bulk-nobody = Sélectionnez au moins un utilisateur.
bulk-cancels-invitations = { $n ->
    [one] { $n } invitation est annulée.
   *[other] { $n } invitations sont annulées.
}
