# Requests as such
error-malformed = La requête est illisible. Rechargez la page et réessayez.
error-body_too_large = C’est plus volumineux que ce qui est accepté ici.
error-unsupported_media_type = Ce type de contenu n’est pas accepté ici.
error-method_not_allowed = Cette adresse ne connaît pas cette requête.
error-not_found = Il n’y a rien ici que vous puissiez voir. L’élément a peut-être été supprimé, ou l’adresse est fausse.
error-request_timeout = La requête a mis trop de temps à arriver. Réessayez.
error-invalid = Certaines valeurs ne peuvent pas être acceptées. Voyez les champs signalés.
error-unknown_field = Ce champ n’existe pas ou ne peut pas être modifié ici.
error-wrong_type = Cette valeur n’a pas la bonne forme.
error-cursor_invalid = Cette page de la liste n’existe plus. Recommencez à la première page.
error-limit_out_of_range = Une page contient de 1 à 200 lignes.
error-sort_unknown = La liste ne peut pas être triée ainsi.
error-filter_unknown = Le filtre ne connaît pas cette valeur.
error-search_too_long = Une recherche compte au plus 200 caractères et 8 termes.
error-stale = Quelqu’un d’autre a modifié ceci entre-temps. Vos saisies sont conservées : comparez-les et enregistrez à nouveau.
error-precondition_required = Rechargez la page, puis refaites votre modification.
error-idempotency_mismatch = Cette requête a déjà été envoyée avec un autre contenu.
error-too_many_requests = C’était trop à la fois. Patientez un peu, puis réessayez.
error-unavailable = La base de données est momentanément injoignable. Rien n’a été modifié ; réessayez sous peu.
error-storage_full = Le disque du serveur est plein. Rien n’a été modifié ; prévenez votre administrateur.
error-internal = Une erreur s’est produite de notre côté. Réessayez et, si elle persiste, indiquez le numéro de requête à votre administrateur.

# Who one is
error-unauthenticated = Connectez-vous d’abord.
error-credentials_wrong = Les données de connexion sont inexactes. Vérifiez-les ou demandez un nouveau mot de passe.
error-account_locked = Trop d’essais erronés : la connexion est bloquée. Demandez un code à usage unique pour la débloquer.
error-organisation_choice = Vous appartenez à plusieurs organisations. Choisissez-en une.
error-fresh_sign_in_required = Reconnectez-vous avant de modifier ceci.
error-password_change_required = Choisissez d’abord votre propre mot de passe.
error-user_suspended = Votre accès à cette organisation est suspendu. Adressez-vous à ses administrateurs.
error-user_deactivated = Vous avez quitté cette organisation. Si c’est une erreur, adressez-vous à ses administrateurs.
error-no_organisation = Vous n’appartenez plus à aucune organisation.
error-cross_site = La requête venait d’un autre site et a été refusée. Rechargez la page et réessayez.

# What one may do
error-forbidden = Vous pouvez voir ceci, mais pas le faire.
error-token_scope = Le jeton n’a pas reçu cette autorisation.
error-above_own_rank = Le rôle de cette personne est supérieur au vôtre.
error-grants_more_than_held = Vous ne pouvez pas donner à d’autres ce que vous n’avez pas vous-même.
error-out_of_scope = Cela ferait sortir la personne de votre portée ou l’y ferait entrer. Demandez à un administrateur.
error-last_administrator = Une organisation a besoin d’au moins un administrateur actif. Nommez d’abord un autre administrateur.
error-owner_protected = Le propriétaire ne peut être ni suspendu, ni rétrogradé, ni supprimé. Transférez d’abord la propriété.
error-not_yourself = Vous ne pouvez pas faire cela à vous-même.
error-trial_ended = L’essai est terminé. Vous pouvez tout lire et exporter, mais rien modifier.
error-team_not_activated = Donnez d’abord un nom à votre équipe ; ensuite vous pourrez gérer les utilisateurs.

# States that stand against it
error-lifecycle_conflict = L’état actuel de la personne ne le permet pas.
error-no_seat_free = Aucune licence n’est libre. Suspendez quelqu’un ou commandez-en d’autres.
error-licence_not_ordered = Cette licence n’a pas été commandée.
error-username_taken = Ce nom d’utilisateur est déjà pris. Choisissez-en un autre.
error-email_taken = Quelqu’un de votre organisation a déjà cette adresse e-mail.
error-email_of_other_account = Cette adresse ne peut pas être utilisée ici. Ajoutez la personne par une invitation.
error-email_owned_by_person = La personne se connecte avec son propre mot de passe ; elle seule peut modifier ceci.
error-numeric_id_taken = Cet identifiant numérique est déjà pris. Choisissez-en un autre.
error-external_id_taken = Cet identifiant externe est déjà pris.
error-name_taken = Ce nom est déjà pris. Choisissez-en un autre.
error-in_use = C’est encore utilisé.
error-built_in = Les éléments intégrés ne peuvent pas être modifiés. Faites une copie et modifiez-la.
error-supervision_cycle = Cela formerait un cercle : la personne dépendrait d’elle-même par l’intermédiaire d’autres.
error-use_move_group = Le groupe ne se change pas ici. Utilisez « Déplacer vers un autre groupe ».
error-confirmation_mismatch = Ce que vous avez saisi n’est pas ce qui est demandé. Saisissez-le exactement comme affiché.
error-credential_exists = La personne a déjà un mot de passe ; elle seule peut le modifier.
error-already_invited = Cette personne a déjà été invitée. Vous pouvez renvoyer l’invitation.
error-already_member = Cette personne est déjà utilisateur de votre organisation.

# Links and codes
error-link_invalid = Ce lien n’est pas valable. Ouvrez l’e-mail le plus récent ou demandez un nouveau lien.
error-link_expired = Ce lien a expiré. Demandez-en un nouveau.
error-link_used = Ce lien a déjà servi. Connectez-vous ou demandez un nouveau lien.
error-code_wrong = Le code est inexact ou n’est plus valable. Vérifiez-le ou demandez-en un nouveau.

# Values
error-required = Ce champ est nécessaire.
error-too_long = C’est trop long.
error-too_short = C’est trop court.
error-control_characters = Retirez-en les caractères de contrôle invisibles.
error-email_invalid = Ce n’est pas une adresse e-mail. Elle ressemble à nom@example.org.
error-mobile_invalid = Commencez par + ou 00 et l’indicatif du pays, par exemple +33 6 12 34 56 78.
error-username_invalid = Un nom d’utilisateur compte de 1 à 64 lettres, chiffres, points, traits d’union ou tirets bas.
error-numeric_id_invalid = Un identifiant numérique a de un à six chiffres.
error-theme_unknown = Ce thème n’existe pas.
error-language_unknown = Cette langue n’est pas proposée.
error-time_zone_unknown = Ce fuseau horaire n’existe pas. Il ressemble à Europe/Paris.
error-colour_invalid = Une couleur s’écrit # suivi de six chiffres hexadécimaux, par exemple #1f6feb.
error-user_type_unknown = Ce type d’utilisateur n’existe pas.
error-licence_unknown = Cette licence n’existe pas.
error-role_unknown = Ce rôle n’existe pas.
error-group_unknown = Ce groupe d’utilisateurs n’existe pas.
error-supervisor_unknown = Il n’y a pas de tel responsable à votre portée.
error-email_or_mobile_required = Indiquez une adresse e-mail ou un numéro de mobile.
error-password_too_short = Ce mot de passe est trop court.
error-password_too_long = Ce mot de passe est trop long.
error-password_refused = Ce mot de passe est trop facile à deviner. Plusieurs mots inhabituels en font un bon.
error-password_reused = Choisissez un mot de passe que vous n’utilisez pas actuellement.
error-scope_unknown = Cette autorisation n’existe pas.
error-expiry_invalid = L’échéance doit être dans le futur et à deux ans au plus.
error-too_many = Il y en a trop à la fois.

# Photos
error-photo_format = Une photo est un fichier JPEG, PNG ou WebP.
error-photo_too_large = Une photo pèse au plus 2 Mio et mesure au plus 4096 pixels de côté.
error-photo_unreadable = L’image est endommagée ou incomplète. Choisissez un autre fichier.

# Groups and settings
error-group_in_use = Des utilisateurs sont encore dans le groupe. Déplacez-les d’abord.
error-default_group = Les nouveaux utilisateurs vont dans ce groupe. Choisissez d’abord un autre groupe par défaut.
error-logged_on_to_queue = La personne est dans une file. Retirez-la d’abord.
error-setting_unknown = Ce réglage n’existe pas ici.
error-setting_out_of_range = Cette valeur est hors de la plage du réglage.
error-setting_lowered = Ce qui est réglé plus haut ne peut être que renforcé ici.
error-self_service_off = Votre organisation réserve cela à ses administrateurs. Adressez-vous à eux.

# Teams
error-team_unknown = Cette équipe n’existe pas.
error-location_unknown = Ce lieu n’existe pas.
error-user_unknown = Aucun utilisateur de ce nom n’est visible pour vous.
error-date_invalid = Écrivez le jour comme 2026-11-24.
error-end_before_start = La fin doit suivre le début.
error-team_in_use = Des personnes sont encore dans l’équipe. Retirez-les d’abord.
error-location_in_use = Des équipes y travaillent encore. Donnez-leur d’abord un autre lieu.
error-already_in_team = La personne est déjà dans l’équipe pendant cette période.

# Roles
error-role_in_use = Des utilisateurs ont encore ce rôle. Choisissez-en un autre pour eux.
error-role_built_in = Un rôle intégré ne se modifie pas. Copiez-le.
error-no_operator_free = Tous les opérateurs de votre formule sont pris.
error-permission_unknown = Cette autorisation n’existe pas.
error-reach_unknown = Cette autorisation n’a pas cette portée.

# Joindre et se connecter
error-password_of_names = Ce mot de passe est fait de votre nom, de votre adresse ou du nom de votre organisation. Choisissez d’autres mots.
error-password_word_refused = Ce mot de passe contient un mot que votre organisation refuse. Choisissez-en un autre.
error-password_breached = Ce mot de passe a été divulgué lors d’une fuite ailleurs, et les attaquants l’essaient. Choisissez-en un autre.
error-password_used_before = Vous avez déjà utilisé ce mot de passe. Choisissez-en un autre.
error-address_not_allowed = Votre organisation ne le permet pas d’où vous êtes. Utilisez l’un de ses réseaux ou adressez-vous à ses administrateurs.
error-network_invalid = Ce n’est pas un réseau. Il s’écrit comme 192.0.2.0/24 ou 2001:db8::/32.
error-own_network_missing = Votre propre adresse n’est dans aucun de ces réseaux : vous seriez exclu aussitôt. Ajoutez-la ou confirmez ci-dessous.
error-sees_part_only = Un filtre de ressources limite ce que vous voyez. Demandez à quelqu’un qui voit tout.
error-resource_filter_in_use = Des groupes ou des utilisateurs ont encore ce filtre. Retirez-le-leur d’abord.
error-resource_filter_unknown = Ce filtre de ressources n’existe pas. Choisissez-en un dans la liste.
error-resource_filter_empty = Cochez au moins un groupe ou une équipe.
error-skill_in_use = Des personnes ou des profils ont encore cette compétence. Retirez-la-leur d’abord, ou supprimez-la avec leurs niveaux.
error-profile_in_use = Le profil est encore coché pour des personnes. Retirez-le-leur d’abord, ou supprimez-le quand même.
error-skill_unknown = Cette compétence n’existe pas. Choisissez-en une dans la liste.
error-skill_twice = La compétence figure deux fois. N’en gardez qu’une.
error-level_out_of_range = Un niveau est un nombre entier de 1 à 9.
error-level_changed = Quelqu’un d’autre a changé ce niveau entre-temps. Regardez-le et enregistrez à nouveau.
error-profile_unknown = Ce profil n’existe pas. Choisissez-en un dans la liste.
error-profile_of_other_group = Le profil n’est pas celui du groupe de cette personne. Cochez un profil du groupe.
error-profile_empty = Ajoutez au moins une compétence.
error-profile_owner = Un profil appartient à un groupe ou à une personne. Choisissez l’un des deux.
error-single_sign_on_only = Votre organisation ne vous laisse entrer que par l’authentification unique.
error-sign_in_expired = Cette connexion a trop duré, a déjà servi ou a commencé dans un autre navigateur. Recommencez.
error-link_first = Un utilisateur a déjà votre adresse, et la parole du fournisseur ne suffit pas pour entrer à sa place. Connectez-vous comme avant et reliez l’authentification unique sur votre page, ou adressez-vous à vos administrateurs.
error-not_a_user = Vous n’êtes pas utilisateur de cette organisation, et son fournisseur d’identité n’ajoute personne. Adressez-vous à ses administrateurs.
error-signed_in_by_provider = Vous êtes entré par l’authentification unique, qui ouvre cette organisation et ne change rien à votre compte. Connectez-vous avec ce qui vous est propre pour faire cela.
error-provider_address = L’adresse du fournisseur d’identité ne peut pas être interrogée d’ici.
error-provider_away = Le fournisseur d’identité ne répond pas comme il le devrait. Réessayez ou adressez-vous à vos administrateurs.
error-provider_issuer = Le fournisseur d’identité se nomme autrement que prévu. Vos administrateurs peuvent le corriger.
error-provider_refused = Le fournisseur d’identité n’a pas confirmé la connexion. Recommencez ou adressez-vous à vos administrateurs.
error-provider_untrusted = Ce qui est venu du fournisseur d’identité n’est pas digne de foi : personne n’est entré. Prévenez vos administrateurs.
error-identity_linked = Cette identité est déjà reliée à un autre utilisateur.
error-claims_missing = Le fournisseur d’identité dit trop peu de vous, par exemple aucune adresse. Adressez-vous à vos administrateurs.
error-last_provider = On n’entre que par l’authentification unique, et c’est le dernier fournisseur actif. Autorisez d’abord les mots de passe.
error-no_provider = Entrez d’abord vous-même par l’authentification unique : jusque-là, personne ne sait qu’elle marche, et vous pourriez rester dehors.
error-issuer_invalid = Écrivez une adresse qui commence par https://, sans point d’interrogation.
error-domain_invalid = Un domaine est ce qui suit l’arobase d’une adresse, par exemple example.org.
error-licence_needs_place = Cette licence exige un poste ou le choix d’un helpdesk, ce qu’aucun fournisseur d’identité n’indique. Laissez-la de côté ici et attribuez-la à la main.
error-rule_empty = Indiquez le rôle, le groupe ou la licence que donne la règle.
error-secret_anew = Le secret a été donné pour une autre adresse ou un autre identifiant de client. Saisissez-le à nouveau.
error-second_factor_at_provider = Votre organisation demande un second facteur, et le fournisseur d’identité n’a pas dit que vous l’aviez donné. Adressez-vous à vos administrateurs.
error-placeholder_missing = Le texte ne nomme pas ce pour quoi l’e-mail est envoyé. Ajoutez :
error-template_wrong = Le texte ne peut pas être écrit ainsi.
