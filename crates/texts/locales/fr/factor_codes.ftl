# Codes par e-mail et par SMS comme second facteur, et ce qui a été présenté à la connexion.

error-codes_not_allowed = Votre organisation n’admet pas de tels codes comme second facteur.
error-codes_not_taken = Votre organisation n’admet pas de tels codes. Reconnectez-vous avec votre application ou votre clé d’accès.
error-channel_missing = Il n’y a encore rien où envoyer un code. Ajoutez d’abord votre adresse e-mail ou votre numéro de mobile.
error-factor_exists = Vous avez déjà ce second facteur.

setting-factor_codes = Codes admis comme second facteur
factor-codes-none = aucun
factor-codes-sms = par SMS
factor-codes-mail = par e-mail
factor-codes-both = par SMS et par e-mail

factor-mail_code = Codes par e-mail
factor-sms_code = Codes par SMS
factor-weaker = plus faible
security-codes-sent = Sans application
security-codes-weaker = Un code peut aussi vous être envoyé à chaque connexion. C’est plus faible : qui lit votre courrier ou s’empare de votre numéro lit le code.
security-mail-add = Codes par e-mail
security-sms-add = Codes par SMS
security-mail-title = Ajouter des codes par e-mail
security-mail-lead = Un code est en route vers votre adresse e-mail. Une fois qu’il est revenu, un code part à chaque connexion quand vous le demandez.
security-sms-title = Ajouter des codes par SMS
security-sms-lead = Un code est en route vers votre numéro de mobile. Une fois qu’il est revenu, un code part à chaque connexion quand vous le demandez.
toast-codes-added = Un code est demandé désormais.

second-mail-title = Code par e-mail
second-mail-lead = Nous envoyons six chiffres à l’adresse e-mail de votre compte.
second-sms-title = Code par SMS
second-sms-lead = Nous envoyons six chiffres au numéro de mobile de votre compte.
second-sent-lead = Un code est en route. Il vaut dix minutes ; le précédent ne vaut plus rien.
second-send = Envoyer le code
second-again = Envoyer un autre code
second-by-mail = Recevoir un code par e-mail
second-by-sms = Recevoir un code par SMS
second-no-more-codes = Plus aucun code ne peut être envoyé aujourd’hui. Utilisez une autre voie.

mail-second-code-subject = Votre code de connexion
mail-second-code-lead = Saisissez ce code là où vous vous connectez ou ajoutez des codes par e-mail :
mail-second-code-unexpected = Ne le donnez à personne. Si ce n’était pas vous, quelqu’un connaît votre mot de passe : choisissez-en un autre.
sms-second-code = { $code } est votre code de connexion Crewdesk, valable { $n } min. Ne le donnez à personne.

shown-totp = application d’authentification
shown-passkey = clé d’accès
shown-sms_code = code par SMS
shown-mail_code = code par e-mail
shown-recovery_code = code de secours
shown-provider = second facteur chez le fournisseur

sign-in-wrong-passkey = Clé d’accès erronée
person-factors = Seconds facteurs
person-factors-none = Aucun
person-factor-kind = Nature
person-factor-since = Ajouté
person-factor-used = Dernier usage
person-factor-due = À ajouter avant le
person-factors-lost = En cas de perte
