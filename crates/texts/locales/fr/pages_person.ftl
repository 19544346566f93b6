# The person's page, the form of a user, the steps.

person-back-label = Retour à la liste
person-more = Plus
person-tab-profile = Profil
person-tab-access = Accès
person-tab-security = Sécurité
person-tab-history = Historique
person-no-history = Rien ne s’est encore passé
person-contact = Contact
person-work = Travail
person-place = Place dans l’organisation
person-standing = Situation
person-sign-in = Connexion
person-since = Depuis
person-created = Créé le
person-updated = Dernière modification
person-last_sign_in = Dernière connexion
person-reports = Collaborateurs
person-reports-none = Personne ne dépend de cette personne.
person-sessions = Sessions
person-sessions-none = Connecté nulle part.
person-locked = Bloqué
person-lock-opens = Se débloque par
person-sign-ins = Historique des connexions
person-sign-ins-none = Aucune connexion pour l’instant.
person-sign-in-when = Quand
person-sign-in-result = Résultat

sign-in-ok = Connecté
sign-in-wrong = Mot de passe erroné
sign-in-locked = Verrouillé
sign-in-refused = Refusé

person-reason = Motif : { $reason }

user-hand-over = Transmettre la propriété
user-reactivate = Réactiver
user-new-title = Créer un utilisateur
user-edit-title = Modifier { $name }
user-form-person = Personne
user-form-reach = Contact
user-form-reach-hint = Une adresse e-mail ou un numéro de mobile est nécessaire.
user-form-place = Place dans l’organisation
user-form-place-hint = Le rôle dit ce que la personne peut faire, le responsable l’encadre.
user-form-teams = Équipes
user-form-teams-hint = À partir d’aujourd’hui ; la page de l’équipe indique les dates.
user-form-licence = Licence
user-form-further = Autres informations
user-form-start = Première connexion
user-form-start-hint = Sans mot de passe, la personne commence par un code à usage unique reçu par e-mail.
user-first_name = Prénom
user-last_name = Nom
user-display_name = Nom affiché
user-display_name-hint = Laissé vide : prénom et nom.
user-username = Identifiant
user-username-hint = Lettres, chiffres, points, tirets et traits de soulignement.
user-language = Langue
user-user_type = Type d’utilisateur
user-email = Adresse e-mail
user-mobile = Mobile
user-mobile-hint = Avec 00 ou + et l’indicatif du pays.
user-role_id = Rôle
user-reports_to = Responsable
user-group_id = Groupe
user-licence = Licence
user-extension = Numéro interne
user-numeric_id = Identifiant numérique
user-numeric_id-hint = Six chiffres au plus, pour les rapports et la connexion par téléphone.
user-keywords = Mots-clés
user-keywords-hint = Mots permettant de trouver la personne.
user-external_id = Identifiant externe
user-note = Note
person-password-set = Défini
person-password-none = Aucun
user-password = Premier mot de passe
user-password-hint = Au moins 15 caractères ; la personne le change à la première connexion. Laissez vide pour en générer un.
user-generate = Générer un premier mot de passe et me l’afficher une fois
user-once = Premier mot de passe de { $name }. Transmettez-le de façon sûre : il ne sera plus affiché et vaut sept jours.

lock-email = La personne s’en sert pour se connecter ; elle seule peut la modifier.
lock-role = Vous ne pouvez pas modifier le rôle de cette personne.
lock-teams = Les équipes sont choisies par qui les gère toutes.
lock-group = Le groupe se change par un déplacement distinct.
lock-type = Il reste tel qu’à la création.
lock-supervisor = Vous ne pouvez pas changer le responsable de cette personne.
lock-licence = Vous ne pouvez pas modifier les licences.

step-reason = Motif
step-reason-hint = Les collègues autorisés le lisent sur la page de la personne.
step-suspend = Suspendre { $name } ?
step-activate = Activer { $name } ?
step-activate-lead = La personne peut aussitôt se reconnecter. Une licence doit être libre.
step-deactivate = Désactiver { $name } ?
step-ownership = Faire de { $name } le propriétaire ?
step-loses-ownership = Vous ne pourrez plus transmettre la propriété, et pourrez être suspendu, rétrogradé ou supprimé comme tout le monde.
step-keeps-administrator = Vous restez administrateur.
step-reactivate = Réintégrer { $name } ?
step-remove = Supprimer définitivement { $name } ?
step-loses-sessions = Toutes les sessions et tous les jetons d’API prennent fin immédiatement.
step-loses-seat = La licence se libère pour quelqu’un d’autre.
step-loses-profile = Profil, photo, rôle et place dans l’organisation.
step-keeps-record = Profil, rôle, responsable et historique.
step-keeps-name = Le nom dans l’historique de l’organisation.
step-keeps-account = Le compte lui-même, qui appartient à la personne.
step-rather-suspend = suspendre plutôt
step-rather-deactivate = désactiver plutôt
step-supervisor = De qui { $name } doit-il dépendre ?
step-supervisor-submit = Réaffecter
step-no-supervisor = Personne
step-first-password = Définir un premier mot de passe pour { $name }
step-first-password-lead = La personne le change à la première connexion, dans les sept jours. Ensuite, elle seule le connaît.
step-reset = Envoyer un code à usage unique à { $name } ?
step-reset-lead = Il permet de choisir un nouveau mot de passe et de se déverrouiller. Il est valable dix minutes.

role-administrator = Administrateur
role-supervisor = Superviseur
role-team_leader = Chef d’équipe
role-technician = Technicien
role-viewer = Observateur
role-about-administrator = Peut tout faire dans l’organisation.
role-about-supervisor = Crée des techniciens et encadre ses collaborateurs.
role-about-team_leader = Consulte les analyses et sa propre équipe.
role-about-technician = Traite ses propres incidents et voit ses propres chiffres.
role-about-viewer = Voit toutes les analyses et ne modifie rien.

type-person = Personne
type-wallboard = Écran mural
type-chat_bot = Agent conversationnel
type-api = API

licence-callcentre_mini = Centre d’appels Mini
licence-callcentre = Centre d’appels
licence-helpdesk_mini = Assistance Mini
licence-helpdesk = Assistance
licence-omnichannel_mini = Omnicanal Mini
licence-omnichannel = Omnicanal
licence-video = Vidéo

toast-user-created = { $name } a été créé.
toast-user-saved = { $name } a été enregistré.
toast-user-suspended = { $name } est suspendu et déconnecté partout.
toast-user-activated = { $name } peut à nouveau se connecter.
toast-user-deactivated = { $name } est désactivé.
toast-user-owner = { $name } est maintenant propriétaire.
toast-user-removed = { $name } a été supprimé.
toast-user-supervisor = { $name } a changé de responsable.
toast-user-reset = Un code à usage unique est en route vers { $name }.
toast-photo-saved = La photo a été enregistrée.
toast-photo-removed = La photo a été retirée.
toast-saved = Enregistré.
toast-password = Votre mot de passe a été modifié ; vos autres sessions sont fermées.
toast-session-ended = Déconnecté.
toast-token-ended = Le jeton a été révoqué.
toast-invitation-cancelled = L’invitation a été annulée.
toast-invitation-resent = L’invitation a été renvoyée.
toast-team = L’équipe est active. Invitez vos premiers collègues.

toast-invited = { $n ->
    [one] Une invitation est en route.
   *[other] { $n } invitations sont en route.
}

step-loses-n-sessions = { $n ->
    [one] { $n } session ou jeton d’API prend fin.
   *[other] { $n } sessions et jetons d’API prennent fin.
}

step-lifts-n-reports = { $n ->
    [one] { $n } collaborateur dépendra de l’échelon supérieur.
   *[other] { $n } collaborateurs dépendront de l’échelon supérieur.
}

users-filter-role = Rôle
users-column-licence = Licence
users-column-created = Créé le

role-about = Ce que le rôle permet
