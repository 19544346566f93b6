# Comment joindre les personnes et d’où elles viennent : SMS, adresse et numéro personnels, règles de connexion.

sms-code = { $code } est votre code Crewdesk pour un nouveau mot de passe, valable { $n } min. Ne le donnez à personne.
sms-mobile-code = { $code } est votre code Crewdesk pour ce numéro, valable { $n } min.
sms-password-changed = Votre mot de passe Crewdesk a changé. Si ce n’était pas vous, choisissez-en un nouveau et prévenez vos administrateurs.
sms-recovery-used = Votre mot de passe Crewdesk a été remplacé à l’aide d’un code. Si ce n’était pas vous, prévenez vos administrateurs.
sms-new-device = Connexion à Crewdesk en votre nom avec un autre appareil. Si ce n’était pas vous, changez aussitôt de mot de passe.
sms-locked = La connexion à votre compte Crewdesk est bloquée après trop d’erreurs. Débloquez-la avec un code.
sms-email-changed = Une adresse e-mail a été ajoutée à votre compte Crewdesk. Si ce n’était pas vous, prévenez vos administrateurs.
sms-mobile-changed = Votre compte Crewdesk a un autre numéro de mobile. Si ce n’était pas vous, prévenez vos administrateurs.

mail-recovery-used-subject = Votre mot de passe a été remplacé à l’aide d’un code
mail-recovery-used-lead = Quelqu’un qui a lu un code envoyé à votre intention a choisi un nouveau mot de passe pour votre compte. Toutes les sessions ont été fermées.
mail-new-device-subject = Nouvelle connexion à votre compte
mail-new-device-lead = Votre compte a servi à se connecter avec { $client } depuis { $address } le { $at }. C’est la première fois.
mail-new-device-expected = Si c’était vous, il n’y a rien à faire. Sinon, choisissez aussitôt un nouveau mot de passe : toute autre session sera fermée.
mail-email-changed-subject = Votre adresse e-mail a été modifiée
mail-email-changed-lead = Votre compte a une autre adresse e-mail. Elle sert à vous connecter et reçoit vos messages.
mail-mobile-changed-subject = Votre numéro de mobile a été modifié
mail-mobile-changed-lead = Votre compte a un autre numéro de mobile. Des codes peuvent y être envoyés.
mail-contact-expected = Si c’était vous, il n’y a rien à faire. Sinon, prévenez aussitôt vos administrateurs.

notice-password-changed = Votre mot de passe a été modifié.
notice-recovery-used = Votre mot de passe a été remplacé à l’aide d’un code.
notice-email-changed = Votre adresse e-mail a été modifiée.
notice-mobile-changed = Votre numéro de mobile a été modifié.
notice-new-device = Votre compte a servi pour la première fois à se connecter avec { $client } depuis { $address }.

forgotten-identity = E-mail, mobile ou nom d’utilisateur
forgotten-identity-hint = Devant un nom d’utilisateur, écrivez le nom court de votre organisation : contoso/eva.
sign-in-reason-fresh = Reconnectez-vous avant de modifier ceci.

contact-email = E-mail
contact-mobile = Mobile
contact-hint = Un code y est d’abord envoyé. Ce que vous avez reste en place jusqu’au retour du code.
contact-email-now = Adresse e-mail actuelle
contact-email-new = Nouvelle adresse e-mail
contact-mobile-now = Numéro de mobile actuel
contact-mobile-new = Nouveau numéro de mobile
contact-until = Reste en place jusqu’à la confirmation du nouveau.
contact-send = Envoyer un code
contact-sent = Le code a été envoyé à { $to }. Il est valable dix minutes.
contact-confirm = Confirmer

sign-in-policy-title = Connexion
sign-in-policy-lead = D’où vos équipes se connectent et ce que leurs mots de passe ne contiennent pas.
sign-in-where = Réseaux
sign-in-where-hint = Les connexions, sessions et jetons d’API venant d’ailleurs sont refusés à la requête suivante. Laissé vide, on peut venir de partout.
sign-in-networks = Réseaux autorisés
sign-in-networks-hint = Un par ligne, comme 192.0.2.0/24, 2001:db8::/32 ou une seule adresse.
sign-in-networks-here = Vous venez de { $address }.
sign-in-shuts-me-out = Enregistrer même si cela m’exclut
sign-in-passwords = Mots de passe
sign-in-words = Mots interdits dans tout mot de passe
sign-in-words-hint = Un par ligne, quatre lettres ou plus. Les noms des personnes et de votre organisation sont vérifiés de toute façon.
sign-in-more = Longueur et âge des mots de passe, limites des sessions

setting-self_service_email = Peut changer sa propre adresse e-mail
setting-password_days = Mots de passe remplacés après
setting-password_reuse = Anciens mots de passe refusés
unit-never = jamais
unit-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
unit-passwords = { $n ->
    [one] { $n } mot de passe
   *[other] { $n } mots de passe
}
