# E-mails dans les mots d’une organisation.

mails-title = E-mails
mails-lead = Ce que disent les e-mails de votre organisation. Ce que vous ne rédigez pas part tel quel.
mails-kind = E-mail
mails-words = Texte
mails-own = Le vôtre
mails-built-in = Intégré
mails-edit = Rédiger soi-même
mails-reset = Revenir au texte intégré
mails-reset-title = Revenir au texte intégré pour « { $name } » ?
mails-reset-lead = Votre texte est perdu. Les e-mails déjà partis restent tels quels.
mails-subject = Objet
mails-body = Texte
mails-body-hint = Paragraphes séparés par une ligne vide. Un lien ou un code seul dans son paragraphe devient un bouton ou de grands chiffres.
mails-placeholders = Peuvent figurer : { $all }. Doivent figurer : { $needed }.
mails-preview = Montrer seulement ce que dira l’e-mail
mails-will-say = Avec des valeurs d’exemple : « { $subject } » : { $text }
mail-kind-invitation = Invitation
mail-kind-code = Code pour un nouveau mot de passe
mail-kind-suspended = Suspension
mail-kind-activated = Réactivation
toast-mail-reset = Le texte intégré est de nouveau envoyé.
audit-mail_template-saved = Texte d’un e-mail enregistré
audit-mail_template-reset = Texte d’un e-mail retiré
