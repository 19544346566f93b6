# Mails. What a mail says stands between its subject and its button; names arrive as they were written.

mail-hello = Bonjour { $name },
mail-address = Si le bouton ne fonctionne pas, ouvrez cette adresse :
mail-until = Le lien est valable jusqu’au { $until }.
mail-footer = Envoyé par Crewdesk, { $home }. Personne ne lit les réponses à ce message.

mail-invitation-subject = Invitation à rejoindre { $organisation }
mail-invitation-again = Votre invitation à rejoindre { $organisation }, à nouveau
mail-invitation-lead = { $by } vous invite à rejoindre { $organisation } sur Crewdesk. Choisissez votre mot de passe et vous y êtes.
mail-invitation-button = Accepter l’invitation
mail-invitation-replaces = Il remplace le lien du message précédent.
mail-invitation-unexpected = Si vous ne savez pas de quoi il s’agit, ignorez ce message : rien ne se passe sans vous.

mail-sign-up-subject = Confirmez votre adresse e-mail
mail-sign-up-lead = Vous avez demandé un essai pour { $organisation }. Confirmez votre adresse e-mail et il commence.
mail-sign-up-button = Confirmer et commencer
mail-sign-up-unexpected = Si ce n’était pas vous, ignorez ce message : aucun compte n’est créé.

mail-code-subject = Votre code pour un nouveau mot de passe
mail-code-lead = Saisissez ce code là où vous l’avez demandé, puis choisissez un nouveau mot de passe :
mail-code-by = { $by } vous permet de choisir un nouveau mot de passe. Suivez le lien ci-dessous et saisissez ce code :
mail-code-button = Choisir un nouveau mot de passe
mail-code-minutes = { $n ->
    [one] Le code est valable { $n } minute et sert une seule fois.
   *[other] Le code est valable { $n } minutes et sert une seule fois.
}
mail-code-unexpected = Si ce n’était pas vous, ignorez ce message et ne donnez le code à personne : votre mot de passe reste le même.

mail-email-code-subject = Votre code pour la nouvelle adresse e-mail
mail-email-code-lead = Saisissez ce code là où vous changez votre adresse e-mail :
mail-email-code-unexpected = Si ce n’était pas vous, ignorez ce message : rien ne change.

mail-password-changed-subject = Votre mot de passe a été modifié
mail-password-changed-lead = Le mot de passe de votre compte a été modifié. Toutes les autres sessions ont été fermées.
mail-password-changed-button = Ce n’était pas moi
mail-password-changed-expected = Si c’était vous, il n’y a rien à faire. Sinon, choisissez aussitôt un nouveau mot de passe et prévenez vos administrateurs.

mail-locked-subject = La connexion à votre compte est bloquée
mail-locked-lead = Quelqu’un a saisi trop souvent un mot de passe erroné pour votre compte ; nous l’avons donc bloqué. Les sessions ouvertes continuent.
mail-locked-button = Débloquer avec un code
mail-locked-unexpected = Si ce n’était pas vous, quelqu’un essaie peut-être de deviner votre mot de passe. Il ne l’a pas deviné.

mail-suspended-subject = Votre accès à { $organisation } est suspendu
mail-suspended-lead = Votre accès à { $organisation } a été suspendu et vous avez été déconnecté.
mail-suspended-reason = Motif indiqué : { $reason }
mail-suspended-kept = Rien de ce qui est à vous n’est perdu. Pour toute question, adressez-vous aux administrateurs de votre organisation.

mail-activated-subject = Vous avez de nouveau accès à { $organisation }
mail-activated-lead = Votre accès à { $organisation } a été rétabli. Tout est comme vous l’avez laissé.
mail-activated-button = Se connecter
