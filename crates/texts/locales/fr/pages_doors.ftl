# Pages avant la connexion.

door-words = Vos équipes, leurs rôles et qui est connecté, réunis en un seul endroit.
door-point-people = Invitez, modifiez et suspendez en quelques secondes
door-point-live = Voyez en direct qui est connecté
door-point-own = Sur votre propre serveur, chaque changement consigné
door-language = Changer de langue
door-further = Autres possibilités
door-to-sign-in = Se connecter
door-to-sign-up = Commencer un essai
door-forgotten = Mot de passe oublié, ou pas encore de mot de passe ?

sign-in-title = Connexion
sign-in-ways = Moyens de connexion
sign-in-by-email = E-mail
sign-in-by-username = Organisation et identifiant
sign-in-email = Adresse e-mail
sign-in-organisation = Organisation
sign-in-username = Identifiant
sign-in-password = Mot de passe
sign-in-submit = Se connecter
sign-in-reason-ended = Votre session est terminée. Reconnectez-vous pour continuer.
sign-in-reason-suspended = Votre accès à cette organisation a été suspendu. Adressez-vous à votre administrateur.
sign-in-reason-signed_out = Vous êtes déconnecté.
sign-in-reason-founded = Votre organisation a été créée. Connectez-vous avec le mot de passe que vous avez déjà.
sign-in-reason-password = Votre mot de passe a été modifié. Connectez-vous avec le nouveau.

choose-title = Choisissez une organisation
choose-lead = Vous appartenez à plusieurs organisations. Vous pourrez en changer en vous reconnectant.

sign-up-title = Commencer un essai
sign-up-lead = Vous devenez administrateur et propriétaire d’une nouvelle organisation.
sign-up-organisation = Nom de l’organisation
sign-up-first-name = Prénom
sign-up-last-name = Nom
sign-up-email = Adresse e-mail
sign-up-password = Mot de passe
sign-up-password-hint = Au moins 15 caractères. Une phrase de quelques mots se retient facilement.
sign-up-submit = Créer l’organisation
sign-up-have = J’ai déjà un compte

forgotten-title = Mot de passe oublié ou absent
forgotten-lead = Dites-nous sous quel nom vous êtes connu ici. Si un compte y correspond, un code à six chiffres part vers son adresse e-mail, ou à défaut vers son mobile.
forgotten-submit = Envoyer le code
forgotten-code-title = Saisissez le code
forgotten-code-lead = Si un compte correspond à { $email }, un code a été envoyé par e-mail ou par SMS. Il est valable dix minutes.
forgotten-code-link-lead = Saisissez le code du message et choisissez un nouveau mot de passe.
forgotten-code = Code à six chiffres
forgotten-again = Envoyer un autre code
forgotten-new-title = Choisissez un nouveau mot de passe
forgotten-new-lead = Vos autres sessions seront fermées.
forgotten-new-password = Nouveau mot de passe
forgotten-new-submit = Enregistrer et se connecter

accept-title = Rejoindre { $organisation }
accept-lead = Bonjour { $name }. Choisissez un mot de passe pour { $email } et c’est fait.
accept-by-sign-in = Vous avez déjà un compte. Connectez-vous avec son mot de passe et l’invitation est acceptée.
accept-submit = Accepter l’invitation
accept-expired-title = Cette invitation a expiré
accept-expired-lead = Demandez-en une nouvelle : elle arrivera à la même adresse e-mail.
accept-used-title = Cette invitation a déjà été acceptée
accept-used-lead = Vous pouvez vous connecter avec le mot de passe que vous avez choisi.
accept-void-title = Ce lien n’est plus valable
accept-void-lead = Une invitation plus récente vous a peut-être été envoyée, ou celle-ci a été annulée. Consultez votre messagerie ou demandez à la personne qui vous a invité.
accept-again = M’envoyer une nouvelle invitation
accept-sent-title = Une nouvelle invitation est en route
accept-sent-lead = Consultez votre messagerie et utilisez le lien du message le plus récent.

registered-title = Consultez votre messagerie
registered-lead = Un message contenant un lien vous est envoyé. Suivez-le pour terminer.
confirm-title = Créer { $organisation }
confirm-lead = Dernière étape : saisissez le mot de passe de { $email }.
confirm-used-title = Vous êtes déjà inscrit
confirm-used-lead = Ce lien a été utilisé. Connectez-vous avec votre adresse et votre mot de passe.
confirm-expired-title = Ce lien a expiré
confirm-expired-lead = Recommencez votre essai ; cela prend une minute.
