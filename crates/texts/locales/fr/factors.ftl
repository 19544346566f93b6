# Seconds facteurs : la seconde étape de la connexion, sa propre page, leur retrait, ce qui en est dit.

error-second_factor_required = Le mot de passe est juste. Il faut aussi un second facteur.
error-second_factor_kept = Votre organisation demande un second facteur. Ajoutez-en un autre avant de retirer celui-ci.
error-no_second_factor = Il n’y a pas de second facteur.
error-factors_owned_by_person = Cette personne se connecte aussi à d’autres organisations. Elle seule, ou l’exploitant de cette installation, peut le faire.

permission-users-reset_factors = Voir et retirer les seconds facteurs
permission-factors-own = Gérer ses propres seconds facteurs
audit-factor-added = Second facteur ajouté
audit-factor-removed = Second facteur retiré
audit-factor-codes_renewed = Nouveaux codes de secours créés
audit-user-factors_reset = Seconds facteurs retirés
sign-in-wrong-second = Second facteur erroné

second-totp-title = Code de votre application
second-totp-lead = Ouvrez votre application d’authentification et saisissez les six chiffres qu’elle affiche pour Crewdesk.
second-recovery-title = Code de secours
second-recovery-lead = Saisissez l’un des codes de secours que vous avez gardés. Il ne sert qu’une fois.
second-recovery-code = Code de secours
second-submit = Continuer
second-others = Pas sous la main ?
second-by-totp = Utiliser l’application d’authentification
second-by-recovery = Utiliser un code de secours
second-anew = Recommencer

me-security = Second facteur
factor-totp = Application d’authentification
security-factors = Second facteur
security-factors-lead = Qui apprend votre mot de passe ne peut pas pour autant entrer à votre place : à chaque connexion, vous saisissez aussi un code que seul votre téléphone affiche. N’importe quelle application d’authentification convient.
security-on = Activé
security-off = Désactivé
security-required = Demandé par votre organisation
security-added = ajouté
security-used = dernier usage
security-app-add = Ajouter une application
security-app-name = Nom
security-app-name-hint = Pour la reconnaître, par exemple « mon téléphone ».
security-app-usual = Application d’authentification
security-app-title = Ajouter une application d’authentification
security-app-lead = Elle compte dès que son premier code est revenu.
security-scan = Montrez-le à l’application
security-scan-lead = Dans l’application, choisissez d’ajouter un compte et visez cette image.
security-qr = Image contenant la clé pour l’application d’authentification
security-letters = Ou saisissez cette clé :
security-first-code = Saisissez le premier code
security-app-confirm = Confirmer
security-remove = Retirer
security-remove-title = Retirer { $name } ?
security-remove-lead = Il ne sera plus demandé. Vos autres facteurs restent.
security-remove-last = C’est le dernier : désormais le mot de passe seul suffit, et vos codes de secours ne valent plus rien.
security-codes = Codes de secours
security-codes-lead = Ils vous laissent entrer quand votre téléphone ou votre clé d’accès est perdu. Chacun ne sert qu’une fois.
security-codes-left = { $n ->
    [one] { $n } restant
   *[other] { $n } restants
}
security-codes-new = Créer de nouveaux codes
security-codes-new-title = Créer de nouveaux codes de secours ?
security-codes-new-lead = Les codes que vous avez ne valent plus rien aussitôt.
security-codes-keep = Gardez ces codes de secours
security-codes-keep-lead = Ils ne s’affichent que cette fois. Imprimez-les ou mettez-les dans un gestionnaire de mots de passe, pas là où est votre téléphone.
security-codes-kept = Je les ai gardés
toast-factor-added = L’application d’authentification est demandée désormais.
toast-factor-removed = Le facteur a été retiré.
toast-factors-reset = Les seconds facteurs de { $name } ont été retirés.

user-reset-factors = Retirer les seconds facteurs
step-factors = Retirer les seconds facteurs de { $name } ?
step-factors-lead = Pour qui a perdu son téléphone. Assurez-vous que c’est bien cette personne qui le demande. Elle en est informée par courriel.
step-loses-codes = Les codes de secours
step-keeps-password = Le mot de passe reste et suffit jusqu’à l’ajout d’un facteur.

mail-factor-added-subject = Un second facteur a été ajouté
mail-factor-added-lead = « { $factor } » a été ajouté à votre compte. Il est désormais demandé à la connexion.
mail-factor-removed-subject = Un second facteur a été retiré
mail-factor-removed-lead = « { $factor } » a été retiré de votre compte et n’est plus demandé.
mail-factors-reset-subject = Vos seconds facteurs ont été retirés
mail-factors-reset-lead = { $by } a retiré tous les seconds facteurs et codes de secours de votre compte. Connectez-vous avec votre mot de passe, ou faites-vous envoyer un code pour en choisir un si vous n’en avez pas, et ajoutez-en un nouveau.
mail-recovery-code-used-subject = Un code de secours a servi
mail-recovery-code-used-lead = Quelqu’un s’est connecté à votre compte avec l’un de vos codes de secours. Il en reste : { $left }.
mail-recovery-codes-new-subject = Vous avez de nouveaux codes de secours
mail-recovery-codes-new-lead = De nouveaux codes de secours ont été créés pour votre compte. Les anciens ne valent plus rien.
sms-factor-added = Un second facteur a été ajouté à votre compte Crewdesk. Si ce n’était pas vous, prévenez vos administrateurs.
sms-factor-removed = Un second facteur a été retiré de votre compte Crewdesk. Si ce n’était pas vous, prévenez vos administrateurs.
sms-factors-reset = Un administrateur a retiré les seconds facteurs de votre compte Crewdesk. Connectez-vous et ajoutez-en un.
sms-recovery-code-used = Quelqu’un s’est connecté à Crewdesk comme vous avec un code de secours. Si ce n’était pas vous, prévenez vos administrateurs.
sms-recovery-codes-new = De nouveaux codes de secours ont été créés pour votre compte Crewdesk. Si ce n’était pas vous, prévenez vos administrateurs.
notice-factor-added = « { $factor } » a été ajouté comme second facteur.
notice-factor-removed = « { $factor } » n’est plus un second facteur.
notice-factors-reset = { $by } a retiré vos seconds facteurs.
notice-recovery-code-used = L’un de vos codes de secours a servi. Il en reste : { $left }.
notice-recovery-codes-new = Vous avez de nouveaux codes de secours.

error-second_factor_missing = Votre organisation demande un second facteur. Ajoutez-en un pour continuer.
error-no_channel = Cette personne n’a ni adresse ni numéro, rien ne pourrait donc l’atteindre. Ajoutez-en d’abord.
setting-two_factor_grace_days = L’ajout d’un second facteur peut attendre
unit-at-once = pas du tout
security-due = Votre organisation demande un second facteur. Ajoutez-en un avant le { $day } ; ensuite, plus rien ne va sans lui.
security-later = Plus tard
roles-second = Second facteur
roles-second-title = Second facteur pour { $name }
roles-second-lead = Tous ceux qui ont ce rôle ajoutent un second facteur à la prochaine connexion, ou dans les jours que les réglages accordent. Il peut aussi être demandé par organisation, groupe et utilisateur.
roles-second-required = Tous ceux qui ont ce rôle doivent avoir un second facteur

factor-passkey = Clé d’accès
passkey-add = Ajouter une clé d’accès
passkey-add-lead = Une clé d’accès sur cet appareil ou dans votre gestionnaire de mots de passe vous laisse entrer par le doigt, le visage ou un code PIN, sans mot de passe.
passkey-make = Créer la clé d’accès
passkey-sign-in = Se connecter avec une clé d’accès
passkey-sign-in-lead = Votre appareil demande le doigt, le visage ou le code PIN.
passkey-use = Utiliser la clé d’accès
passkey-failed = L’appareil n’a pas donné de clé d’accès. Réessayez, ou utilisez une autre voie.
passkey-needs-script = Les clés d’accès ont besoin de JavaScript dans ce navigateur.
toast-passkey-added = La clé d’accès a été ajoutée.
sign-in-by-passkey = Par clé d’accès
error-passkeys_unavailable = Les clés d’accès demandent une adresse publique avec un nom. Adressez-vous à l’exploitant de cette installation.
error-passkey_refused = La clé d’accès n’a pas pu être acceptée. Recommencez, ou utilisez une autre voie.
