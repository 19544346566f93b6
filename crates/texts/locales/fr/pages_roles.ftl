# Rôles, et pourquoi quelqu’un peut faire quelque chose.

nav-roles = Rôles
roles-title = Rôles
roles-lead = Un rôle dit ce que chacun peut faire et envers qui. Copiez-en un pour créer le vôtre.
roles-create = Créer un rôle
roles-create-lead = Le nouveau rôle commence avec ce que permet le rôle copié, et au même rang.
roles-copy = Copier
roles-copy_of = Copie de
roles-edit = Modifier
roles-look = Voir ce qu’il permet
roles-delete = Supprimer
roles-name = Nom
roles-users = Utilisateurs
roles-kind = Genre
roles-permissions = Autorisations
roles-built_in = Intégré
roles-custom = Propre
roles-what = Le rôle
roles-edit-lead = Cochez jusqu’où va chaque autorisation. Avant d’enregistrer, vous voyez qui gagne et perd quoi.
roles-built_in-lead = Un rôle intégré ne se modifie pas. Copiez-le pour créer le vôtre.
roles-built_in-fixed = Intégré
roles-back = Retour aux rôles
roles-look-first = Voir qui gagne et perd quoi
roles-room-users = Personnes
roles-room-own = Propre fiche
roles-room-invitations = Invitations
roles-room-teams = Équipes
roles-room-roles = Rôles
roles-room-groups = Groupes
roles-room-settings = Règles
roles-room-telephony = Centraux téléphoniques
roles-room-helpdesks = Centres d’assistance
roles-room-licences = Licences
roles-room-dashboard = Accueil
roles-room-organisation = Organisation
roles-room-audit = Audit
roles-room-tokens = Jetons d’API
roles-review = Enregistrer { $name } ?
roles-review-users = { $n ->
    [0] Personne n’a encore ce rôle.
    [one] { $n } utilisateur a ce rôle. Dès sa prochaine requête vaut ce qui suit.
   *[other] { $n } utilisateurs ont ce rôle. Dès leur prochaine requête vaut ce qui suit.
}
roles-review-nothing = Aucune autorisation ne change.
roles-gains = Gagné : { $permission } ({ $scopes })
roles-loses = Perdu : { $permission } ({ $scopes })
roles-delete-title = Supprimer { $name } ?
roles-delete-lead = { $n ->
    [0] Personne n’a ce rôle.
    [one] { $n } utilisateur a ce rôle et en reçoit un autre à la place.
   *[other] { $n } utilisateurs ont ce rôle et en reçoivent un autre à la place.
}
roles-replacement = Rôle à la place
toast-role-deleted = Le rôle a été supprimé
scope-own = Soi-même
scope-reports = Subordonnés
scope-teams = Équipes menées
scope-groups = Groupes administrés
scope-organisation = Tout le monde

access-holdings = Ce que cette personne peut faire
access-permission = Autorisation
access-scopes = Envers qui
access-origin = Vient de
access-extra = En plus du rôle
access-grants = Droits en plus du rôle
access-grants-title = Droits de { $name } en plus du rôle
access-device_management = Gestion des appareils
access-support_management = Gestion de l’assistance (opérateur)
access-support_management-hint = Occupe l’un des opérateurs de votre formule.
why-title = Pourquoi { $name } peut-il ou elle faire cela ?
why-lead = Choisissez quoi, et envers qui s’il s’agit d’une personne.
why-question = La question
why-target = Envers qui
why-target-hint = Nom d’utilisateur ou adresse.
why-ask = Demander
why-can = { $name } peut le faire : { $permission }.
why-can-not = { $name } ne peut pas le faire : { $permission }.
why-role = Le rôle { $role } le donne envers : { $scopes }.
why-role-not = Le rôle { $role } ne donne pas cette autorisation.
why-self = { $target } est la même personne.
why-reports = { $target } dépend de { $name }.
why-team = { $target } est dans une équipe menée par { $name }.
why-group = { $target } est dans un groupe administré par { $name }.
why-stranger = { $target } ne dépend pas de { $name } et n’est ni dans ses équipes ni dans ses groupes.
fault-denied = Il faut l’autorisation « { $permission } », que votre rôle ne donne pas.
fault-denied-so-far = Il faut l’autorisation « { $permission } » ; votre rôle la donne envers : { $scopes }.

audit-noun-role = Rôles
audit-role-created = Rôle créé
audit-role-updated = Rôle modifié
audit-role-deleted = Rôle supprimé
audit-user-grants_changed = Droits en plus du rôle modifiés
permission-roles-manage = Créer, modifier et supprimer des rôles
permission-users-assign_grants = Donner et retirer la gestion des appareils et de l’assistance
