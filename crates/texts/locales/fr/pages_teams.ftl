# Équipes et lieux de travail.

nav-teams = Équipes
teams-title = Équipes
teams-lead = Des personnes qui travaillent ensemble, menées par un ou plusieurs chefs d’équipe.
teams-unallocated = Sans équipe
teams-create = Créer une équipe
teams-edit = Modifier l’équipe
teams-delete = Supprimer l’équipe
teams-none = Aucune équipe pour l’instant
teams-none-hint = Créez-en une, nommez ses chefs, puis placez-y des personnes.
teams-name = Nom
teams-location = Lieu
teams-nowhere = Aucun
teams-leaders = Chefs d’équipe
teams-leaders-hint = Un chef atteint exactement les personnes qui sont dans l’équipe ce jour-là.
teams-members = Personnes
teams-what = L’équipe
teams-takes_incidents = Reçoit des incidents
teams-takes_incidents-hint = Des incidents peuvent être confiés à l’équipe entière.
teams-now = Maintenant
teams-history = Historique
teams-from = Du
teams-from-hint = Aujourd’hui si le champ est vide.
teams-until = Jusqu’au
teams-nobody = Personne n’est dans cette équipe
teams-nobody-hint = Ajoutez des personnes par leur nom d’utilisateur ou leur adresse.
teams-add = Ajouter des personnes
teams-add-title = Ajouter des personnes à { $name }
teams-end = Retirer de l’équipe
teams-end-title = Retirer { $name } de { $team } ?
teams-keeps-history = Le fait d’avoir été dans l’équipe, et quand
teams-delete-title = Supprimer { $name } ?
teams-delete-lead = { $n ->
    [0] Personne n’y est.
    [one] { $n } personne y est encore. Retirez-la d’abord.
   *[other] { $n } personnes y sont encore. Retirez-les d’abord.
}
teams-loses-history = Qui y était, et quand
toast-team-deleted = L’équipe a été supprimée
location-title = Lieux
location-lead = Là où travaillent les équipes.
location-create = Créer un lieu
location-rename = Renommer le lieu
location-delete = Supprimer le lieu
location-delete-title = Supprimer { $name } ?
location-name = Nom
location-none = Aucun lieu pour l’instant
location-none-hint = Un lieu dit où travaille une équipe.
group-administrators = Administrateurs
group-administrators-hint = Qui a un rôle portant sur « groupes » atteint les utilisateurs de celui-ci.
users-filter-team = Équipe
users-filter-no_team = Sans équipe

audit-noun-team = Équipes
audit-noun-location = Lieux
audit-team-created = Équipe créée
audit-team-updated = Équipe modifiée
audit-team-deleted = Équipe supprimée
audit-team-leaders_changed = Chefs d’équipe modifiés
audit-team-members_added = Entrée dans l’équipe
audit-team-member_removed = Sortie de l’équipe
audit-location-created = Lieu créé
audit-location-renamed = Lieu renommé
audit-location-deleted = Lieu supprimé
audit-group-administrators_changed = Administrateurs du groupe modifiés
permission-teams-view = Voir les équipes
permission-teams-manage = Gérer les équipes, leurs chefs et leurs membres
