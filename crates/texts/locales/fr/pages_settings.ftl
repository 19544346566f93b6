# One's own affairs, the organisation, API tokens, the audit log.

me-title = Votre compte
me-fixed = Votre administrateur modifie ce champ.
me-password-current = Mot de passe actuel
me-password-new = Nouveau mot de passe
me-password-submit = Changer le mot de passe
me-preferences-hint = Pour vous seul, sur tous vos appareils.
me-theme = Apparence

session-client = Appareil
session-address = Adresse
session-started = Connexion
session-last_seen = Dernière activité
session-state = État
session-this = Celle-ci
session-living = Connecté
session-end = Déconnecter
session-end-title = Déconnecter { $client } ?
session-end-lead = Il faudra s’y reconnecter.
session-end-others = Déconnecter toutes les autres
session-end-others-title = Se déconnecter partout ailleurs ?
session-unknown = Appareil inconnu
session-none = Aucune session
session-none-hint = Personne n’est connecté.

organisation-title = Organisation
organisation-lead = Ce qui vaut pour tous.
organisation-names = Noms
organisation-name = Nom de l’organisation
organisation-team = Nom de l’équipe
organisation-handle = Nom court
organisation-handle-hint = Les personnes sans e-mail s’en servent pour se connecter, avec leur identifiant.
organisation-handle-fixed = Il est conservé pour que chacun puisse continuer à se connecter.
organisation-defaults = Langue et heure
organisation-defaults-hint = Pour les nouveaux venus ; chacun peut choisir sa langue.
organisation-language = Langue
organisation-time_zone = Fuseau horaire
organisation-only-administrators = Seuls les administrateurs modifient ce champ.

token-title = Jetons d’API
token-lead = Des clés pour les programmes qui agissent en votre nom.
token-create = Créer un jeton
token-new-lead = Il ne s’affiche qu’une fois, juste après sa création.
token-once = Votre nouveau jeton. Copiez-le maintenant : il ne sera plus affiché.
token-what = Jeton
token-name = Nom
token-name-hint = Indiquez ce qui l’utilise, par exemple « export de la paie ».
token-owner = Propriétaire
token-life = Durée de validité
token-scopes = Autorisations
token-scopes-hint = Il ne peut jamais plus que vous-même.
token-last_used = Dernière utilisation
token-expires = Valable jusqu’au
token-none = Aucun jeton
token-none-hint = Créez-en un pour un programme qui consulte ou modifie vos équipes.
token-all = Tout ce que peut son propriétaire
token-end = Révoquer le jeton
token-end-title = Révoquer le jeton « { $name } » ?
token-end-lead = Les programmes qui l’utilisent cessent aussitôt de fonctionner.

audit-lead = Chaque modification et chaque connexion : qui, quoi, quand et d’où.
audit-none = Rien dans l’historique
audit-none-hint = Retirez un filtre ou choisissez d’autres jours.
audit-filter-action = Quoi
audit-filter-from = Du
audit-filter-until = Au
audit-noun-user = Utilisateurs
audit-noun-session = Connexions
audit-noun-invitation = Invitations
audit-noun-account = Comptes
audit-noun-token = Jetons d’API
audit-noun-group = Groupes
audit-noun-organisation = Organisation
audit-by-system = Le système
audit-by-anonymous = Une personne non connectée
audit-way-page = { $who }
audit-way-api = { $who }, par l’API
audit-way-command_line = { $who }, en ligne de commande
audit-way-job = { $who }, en arrière-plan
audit-origin = Adresse { $address }, requête { $request }

timeline-detail = Détails
timeline-field = Champ
timeline-before = Avant
timeline-after = Après

audit-user-created = Utilisateur créé
audit-user-updated = Fiche modifiée
audit-user-suspended = Suspendu
audit-user-activated = Activé
audit-user-deactivated = Désactivé
audit-user-reactivated = Réactivé
audit-user-removed = Supprimé
audit-user-role_changed = Rôle modifié
audit-user-supervisor_changed = Responsable modifié
audit-user-group_changed = Changé de groupe
audit-user-licence_changed = Licence modifiée
audit-user-photo_changed = Photo modifiée
audit-user-photo_removed = Photo retirée
audit-group-created = Groupe créé
audit-group-renamed = Groupe renommé
audit-sign_up-requested = Inscription demandée
audit-user-look_changed = Apparence modifiée
audit-user-reset_started = Choix d’un nouveau mot de passe lancé
audit-organisation-created = Organisation créée
audit-organisation-updated = Réglages modifiés
audit-organisation-ownership_transferred = Propriété transmise

token-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
