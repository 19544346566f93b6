# Centraux téléphoniques, centres d’assistance et ce qu’un utilisateur en a.

nav-services = Services

exchanges-title = Centraux
exchanges-lead = Les centraux téléphoniques et leurs numéros internes.
exchanges-none = Aucun central
exchanges-none-hint = Ajoutez-en un pour attribuer des numéros internes.
exchange-create = Ajouter un central
exchange-edit = Modifier le central
exchange-section = Central
exchange-name = Nom
exchange-range = Numéros internes
exchange-range-hint = Deux à dix chiffres ; le dernier en a autant que le premier.
exchange-first = Premier numéro
exchange-last = Dernier numéro
exchange-used = Attribués
exchange-free = Libres
exchange-changes = Changements en attente depuis
exchange-applied = Rien en attente

extensions-title = Numéros internes
extensions-lead = Ceux qui sont attribués, et les places libres entre eux.
extensions-range = Numéros
extensions-state = État
extensions-taken = Attribués
extensions-free = Libres
extensions-next = { $exchange } : le prochain numéro libre est { $next }.
extensions-full = { $exchange } : aucun numéro n’est libre. Élargissez la plage ou reprenez un numéro.
extensions-none = Aucun numéro
extensions-none-hint = La plage est vide.

helpdesks-title = Centres d’assistance
helpdesks-lead = Là où travaillent les personnes qui ont une licence d’assistance.
helpdesks-none = Aucun centre d’assistance
helpdesks-none-hint = Ajoutez-en un pour pouvoir y affecter des personnes.
helpdesk-create = Ajouter un centre
helpdesk-edit = Modifier le centre
helpdesk-section = Centre d’assistance
helpdesk-name = Nom
helpdesk-users = Utilisateurs

telephony-delete = Supprimer
telephony-delete-title = Supprimer { $name } ?
telephony-delete-lead = C’est possible tant qu’aucun utilisateur n’y est rattaché.
toast-saved-named = { $name } : enregistré.
toast-deleted = Supprimé.

user-exchange_id = Central
user-extension-hint = Deux à dix chiffres, dans la plage du central.
user-helpdesk_id = Centre d’assistance
user-form-workplace = Téléphonie et assistance
user-form-workplace-hint = Seulement ce dont la licence a besoin.
user-licence-hint = Une licence occupe une place ; elle ne peut que grandir.
user-exchange_id-hint = Pour le centre d’appels et Omnicanal. S’il n’y en a qu’un, il est pris.
user-helpdesk_id-hint = Pour l’assistance et Omnicanal. S’il n’y en a qu’un, il est pris.
user-form-flags = Utilisateurs particuliers
user-form-flags-hint = Ce qui coûte ou ouvre quelque chose en plus de la licence.
user-api_communicator = Communicateur API (payant)
user-statutory_representative = Représentant légal : peut voir les codes de portabilité
user-do_not_invoice = Ne pas facturer
lock-flags = Réservé à ceux qui attribuent les licences de toute l’organisation.

audit-noun-exchange = Centraux
audit-noun-helpdesk = Centres d’assistance
audit-exchange-created = Central ajouté
audit-exchange-updated = Central modifié
audit-exchange-removed = Central supprimé
audit-exchange-changes_pending = Changements en attente sur le central
audit-helpdesk-created = Centre d’assistance ajouté
audit-helpdesk-updated = Centre d’assistance modifié
audit-helpdesk-removed = Centre d’assistance supprimé

permission-exchanges-view = Voir les centraux et les numéros internes
permission-exchanges-manage = Ajouter, modifier et supprimer des centraux
permission-helpdesks-view = Voir les centres d’assistance
permission-helpdesks-manage = Ajouter, renommer et supprimer des centres d’assistance

error-extension_taken = Ce numéro est déjà attribué sur le central. La liste des numéros montre le prochain libre.
error-extension_invalid = Un numéro interne a 2 à 10 chiffres.
error-extension_out_of_range = Le central n’a pas ce numéro. Voyez sa plage parmi les centraux.
error-extension_range_invalid = Le dernier numéro a autant de chiffres que le premier et ne le précède pas.
error-extensions_outside = Des personnes ont un numéro hors de cette plage. Changez-le d’abord.
error-exchange_required = Un numéro interne a besoin d’un central. Choisissez-en un ; s’il n’y en a pas, ajoutez-le parmi les centraux.
error-exchange_unknown = Ce central n’existe pas.
error-helpdesk_unknown = Ce centre d’assistance n’existe pas.
