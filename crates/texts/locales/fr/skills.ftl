skills-title = Compétences
profiles-title = Profils
permission-users-assign_skills = Donner des niveaux aux personnes, cocher les profils de leur groupe et leur donner leurs propres profils
permission-skills-view = Voir les compétences et les profils des groupes
permission-skills-manage = Créer, modifier et supprimer des compétences
permission-profiles-manage = Créer, modifier et supprimer les profils des groupes
audit-skill-created = Compétence créée
audit-skill-updated = Compétence modifiée
audit-skill-deleted = Compétence supprimée
audit-profile-created = Profil créé
audit-profile-updated = Profil modifié
audit-profile-deleted = Profil supprimé
audit-user-skills_changed = Niveaux de l’utilisateur modifiés
audit-user-profiles_changed = Profils de l’utilisateur modifiés
nav-work = Compétences et files
skills-lead = Ce avec quoi les gens répondent. Le niveau dit à quel point, de 1 pour un débutant à 9 pour un expert.
skills-name = Compétence
skills-note = Ce qu’elle signifie
skills-note-hint = Pour ceux qui donnent les niveaux : à quoi ressemblent un 1, un 5 et un 9.
skills-people = Personnes
skills-profiles = Profils
skills-level = Niveau
skills-none = Pas encore de compétences
skills-none-hint = Ajoutez ce avec quoi vos gens répondent, par exemple des langues ou des produits.
skills-create = Ajouter une compétence
skills-edit = Modifier la compétence
skills-delete = Supprimer la compétence
skills-delete-title = Supprimer la compétence { $name } ?
skills-delete-unused = Personne ne l’a et aucun profil ne la nomme.
skills-delete-used = Elle est utilisée. Pour seulement la cacher, retirez-la des profils.
skills-loses-people = { $n ->
    [one] { $n } personne perd un niveau.
   *[other] { $n } personnes perdent un niveau.
}
skills-loses-profiles = { $n ->
    [one] { $n } profil perd la compétence.
   *[other] { $n } profils perdent la compétence.
}
profiles-lead = Des ensembles de compétences avec lesquels on se connecte à une file : ceux d’un groupe se cochent pour ses membres, les siens n’appartiennent qu’à soi.
profiles-group-lead = Profils de ce groupe. On peut les cocher pour chacun de ses membres.
profiles-name = Profil
profiles-owner = De qui
profiles-skills = Compétences et niveaux
profiles-skills-hint = Tapez un niveau de 1 à 9. Une compétence sans niveau ne fait pas partie du profil.
profiles-people = Personnes
profiles-none = Pas encore de profils
profiles-none-hint = Ajoutez-en un à un groupe, ou un profil personnel sous l’onglet Travail d’une personne.
profiles-create = Ajouter un profil
profiles-edit = Modifier le profil
profiles-delete = Supprimer le profil
profiles-delete-title = Supprimer le profil { $name } ?
profiles-delete-lead = Les personnes gardent leurs propres niveaux.
profiles-loses-people = { $n ->
    [one] { $n } personne ne peut plus se connecter avec lui.
   *[other] { $n } personnes ne peuvent plus se connecter avec lui.
}
profiles-of_group = Groupe
profiles-what = Profil
profiles-kind = Genre
profiles-all = Tous
profiles-groups = De groupes
profiles-personal = Personnels
person-tab-work = Travail
work-change = Modifier
work-edit = Niveaux et profils du groupe
work-edit-link = Modifier
work-edit-title = Travail de { $name }
work-own-profile = Profil personnel
work-own-profile-link = Ajouter
work-own = Personnel
work-profiles = Profils
work-profiles-none = Aucun profil : le groupe n’en a pas et la personne non plus.
work-from = D’où
work-logs-on = Se connecte avec
work-ticked = Oui
work-ticks = Profils du groupe
work-ticks-hint = Cochez ceux avec lesquels la personne peut se connecter.
work-levels = Niveaux propres
work-levels-hint = Ils comptent avec chaque profil. Tapez un niveau de 1 à 9 ou laissez le champ vide.
work-levels-none = Aucun niveau propre.
levels-now = Quelqu’un d’autre a mis { $level } entre-temps. Enregistrer à nouveau met le vôtre.
levels-now-none = Quelqu’un d’autre a retiré ce niveau entre-temps. Enregistrer à nouveau met le vôtre.
toast-skill-deleted = La compétence a été supprimée.
toast-profile-deleted = Le profil a été supprimé.
move-loses-profile = Le profil { $profile } ne compte plus.
move-offers-profile = Le profil { $profile } peut être coché.
levels-title = Niveaux
levels-lead = Qui répond avec quoi, et à quel point. Toutes les modifications sont enregistrées ensemble.
levels-search = Chercher des personnes
levels-every-group = Tous les groupes
levels-every-team = Toutes les équipes
levels-show = Afficher
levels-choose = Choisir les compétences
levels-person = Personne
levels-nobody = Personne ici
levels-nobody-hint = Cherchez d’autres mots, ou choisissez un autre groupe ou une autre équipe.
levels-keys = Les flèches déplacent, 1 à 9 donnent un niveau, 0 ou Suppr le retire.
levels-unsaved = Modifications non enregistrées :
toast-levels-saved = { $n ->
    [0] Aucun niveau n’a été modifié.
    [one] { $n } niveau a été modifié.
   *[other] { $n } niveaux ont été modifiés.
}
work-cannot = Actif mais ne peut pas recevoir de travail
work-at-least = Niveau au moins
home-without-work = { $n ->
    [one] { $n } personne est active mais ne peut pas recevoir de travail : ni compétence ni profil.
    [100] 100 personnes ou plus sont actives mais ne peuvent pas recevoir de travail : ni compétence ni profil.
   *[other] { $n } personnes sont actives mais ne peuvent pas recevoir de travail : ni compétence ni profil.
}
move-filter = Le filtre de ressources hérité devient { $filter }.
move-filter-none = Aucun filtre de ressources hérité ne limite plus ce que la personne voit.
