# The dashboard, the team's name, invitations.

home-hello = Bonjour { $name }
home-lead = Voici où en est { $organisation } aujourd’hui.
home-active = Actifs
home-active-note = se sont connectés
home-invited = Invités
home-invited-note = pas encore arrivés
home-administrators = Administrateurs
home-administrators-note = actifs actuellement
home-standard = Utilisateurs standard
home-standard-note = actifs, tous les autres rôles
home-notices = Pour vous
home-tasks = Ce qui demande votre attention
home-nothing = Rien ne vous attend aujourd’hui
home-nothing-hint = Les invitations sur le point d’expirer et les comptes verrouillés apparaîtraient ici.
home-expiring = L’invitation de { $name } expire
home-expired = L’invitation de { $name } a expiré
home-locked = { $name } est bloqué après des mots de passe erronés

notice-added = { $by } vous a ajouté à { $organisation }.

home-look = Voir

team-title = Donnez un nom à votre équipe
team-lead = Une seule étape avant de gérer les utilisateurs : comment s’appelle votre équipe ? Ce nom figure dans les invitations.
team-name = Nom de l’équipe
team-submit = Activer l’équipe
team-waiting = L’équipe n’a pas encore de nom
team-waiting-hint = Dès qu’un administrateur lui en donne un, les utilisateurs peuvent être gérés.

invite-title = Inviter des personnes
invite-lead = Chacun reçoit un e-mail avec un lien, choisit un mot de passe et c’est fait.
invite-submit = Envoyer les invitations
invite-add-row = Ajouter une personne
invite-remove-row = Retirer cette personne

invitation-lead = Qui a été invité et qui a répondu.
invitation-who = Personne
invitation-state = État
invitation-role = Rôle
invitation-by = Invité par
invitation-sent = Envoyée
invitation-expires = Valable jusqu’au
invitation-pending = En attente
invitation-accepted = Acceptée
invitation-expired = Expirée
invitation-cancelled = Annulée
invitation-unsent = Pas encore envoyée
invitation-none = Personne n’a encore été invité
invitation-none-hint = Invitez une ou plusieurs personnes ; vous verrez ici quand elles acceptent.
invitation-resend = Renvoyer
invitation-resend-title = Renvoyer l’invitation à { $email } ?
invitation-resend-lead = Le lien du message précédent ne sera plus valable.
invitation-cancel = Annuler l’invitation
invitation-cancel-title = Annuler l’invitation de { $email } ?
invitation-cancel-lead = Le lien cesse de fonctionner et la licence se libère. Vous pourrez réinviter la personne plus tard.
invitation-send-all = Envoyer à tous ceux qui restent à inviter
invitation-all-lead = Chacun recevra un e-mail avec son propre lien.

invitation-all-title = { $n ->
    [one] Envoyer une invitation à une personne ?
   *[other] Envoyer des invitations à { $n } personnes ?
}
