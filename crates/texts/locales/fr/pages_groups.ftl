# Groupes d’utilisateurs et réglages hérités.

nav-groups = Groupes
nav-inherited = Règles
group-title = Groupes
group-lead = Chacun est dans un seul groupe. Un groupe transmet ses réglages à ses utilisateurs.
group-create = Créer un groupe
group-none = Aucun groupe pour l’instant
group-none-hint = Un groupe réunit les personnes pour lesquelles valent les mêmes réglages.
group-name = Nom
group-users = Utilisateurs
group-default = Nouveaux utilisateurs
group-updated = Modifié
group-is_default = Groupe par défaut
group-settings = Réglages
group-members = Voir les utilisateurs
group-rename = Renommer
group-rename-title = Renommer { $name }
group-make_default = Définir par défaut
group-default-title = Placer les nouveaux utilisateurs dans { $name } ?
group-default-lead = Les utilisateurs sans groupe indiqué seront créés dans celui-ci. Personne n’est déplacé.
group-delete = Supprimer
group-delete-title = Supprimer { $name } ?
group-delete-lead = { $n ->
    [0] Personne n’est dans ce groupe.
    [one] { $n } utilisateur est encore dans ce groupe. Déplacez-le d’abord.
   *[other] { $n } utilisateurs sont encore dans ce groupe. Déplacez-les d’abord.
}
group-loses-settings = Les réglages qu’il transmet
toast-group-created = { $name } a été créé
toast-group-deleted = Le groupe a été supprimé
toast-user-moved = { $name } a été déplacé

settings-lead = Ce qui reste vide est hérité. Ce que vous réglez ici vaut pour tous en dessous, sauf s’ils ont une valeur propre.
settings-work = Travail
settings-self_service = Propre fiche
settings-security = Sécurité
settings-of-user = Réglages de { $name }
settings-from = D’où cela vient
settings-own = Valeurs propres
settings-change = Modifier les valeurs propres
setting-name = Réglage
setting-value = Valeur
setting-origin = Vient de
setting-on = Activé
setting-off = Désactivé
setting-inherit = Hérité : { $value } ({ $origin })
setting-range = Autorisé : de { $least } à { $most }.
setting-on-above = C’est activé plus haut et le reste ici.
setting-wrap_up_seconds = Temps de clôture
setting-language = Langue des nouveaux utilisateurs
setting-log_off_at_midnight = Déconnecter tout le monde à minuit
setting-self_service_mobile = Peut modifier son mobile
setting-self_service_language = Peut modifier sa langue
setting-self_service_photo = Peut modifier sa photo
setting-session_idle_minutes = Déconnecter après une inactivité de
setting-session_hours = Déconnecter au plus tard après
setting-sessions_at_a_time = Sessions simultanées
setting-password_length = Mot de passe le plus court
setting-two_factor_required = Second facteur exigé
origin-product = produit
origin-installation = installation
origin-organisation = organisation
origin-group = groupe
origin-user = propre
unit-seconds = { $n ->
    [one] { $n } seconde
   *[other] { $n } secondes
}
unit-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
unit-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
unit-characters = { $n ->
    [one] { $n } caractère
   *[other] { $n } caractères
}
unit-sessions = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
person-tab-settings = Réglages
person-settings = Ce qui vaut

users-filter-group = Groupe
user-move = Déplacer vers un autre groupe
move-title = Déplacer { $name } vers un autre groupe
move-lead = Vous verrez d’abord ce qui changerait.
move-look = Voir les changements
move-confirm-title = Déplacer { $name } vers { $group } ?
move-do = Déplacer
move-changes = { $setting } : { $after } au lieu de { $before }
move-changes-nothing = Aucun réglage ne change.
move-keeps-own = Ses valeurs propres et ses filtres
move-logs-off = La personne est dans une file et en sera retirée
notice-moved = Vous êtes maintenant dans le groupe { $group }.

audit-group-deleted = Groupe supprimé
audit-group-made_default = Devenu groupe par défaut
audit-settings-changed = Réglages modifiés
audit-queue-logged_on = Entrée dans la file
audit-queue-logged_off = Sortie de la file
permission-settings-manage = Fixer des règles pour les personnes, comme la durée d’une session
