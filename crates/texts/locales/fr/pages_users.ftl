# La liste des utilisateurs, la page d’une personne, le formulaire et les étapes.

users-title = Utilisateurs
users-count = { $n ->
    [one] { $n } utilisateur
   *[other] { $n } utilisateurs
}
users-operators = { $n ->
    [one] { $n } opérateur
   *[other] { $n } opérateurs
}
users-operators-of = Opérateurs : { $n } sur { $all }
users-licences-of = Licences utilisées : { $n } sur { $all }
users-invite = Inviter
users-create = Créer un utilisateur
users-search = Rechercher des utilisateurs
users-search-hint = Nom, e-mail, numéro, « mots exacts »
users-none = Personne pour le moment
users-none-hint = Invitez vos premiers collègues. Ils choisissent leur mot de passe et apparaissent aussitôt ici.
users-none-found = Aucun résultat
users-none-found-hint = Essayez d’autres mots ou retirez un filtre.

users-column-name = Nom
users-column-state = État
users-column-role = Rôle
users-column-supervisor = Responsable
users-column-email = E-mail
users-column-mobile = Mobile
users-column-numeric_id = Identifiant numérique
users-column-username = Identifiant
users-column-last_sign_in = Dernière connexion

users-filter-lifecycle = Statut
users-filter-presence = Présence
users-filter-supervisor = Responsable

user-edit = Modifier
user-suspend = Suspendre
user-activate = Activer
user-deactivate = Désactiver
user-remove = Supprimer
user-supervisor = Changer de responsable
user-reset-password = Envoyer une réinitialisation
user-first-password = Définir un premier mot de passe

numeric-ids-title = Identifiants numériques utilisés
numeric-ids-lead = Identifiants pris, dans l’ordre. Ce qui se trouve entre deux lignes est libre.
numeric-ids-next = Le prochain libre est { $id }.
numeric-ids-range = Identifiants
numeric-ids-taken = Pris
numeric-ids-none = Aucun identifiant numérique n’est encore pris
numeric-ids-none-hint = Donnez-en un à un utilisateur dans la section Licence et téléphonie.
numeric-ids-count = { $n ->
    [one] un identifiant
    [many] { $n } identifiants
   *[other] { $n } identifiants
}
