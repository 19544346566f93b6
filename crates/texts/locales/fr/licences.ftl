# Licences : leurs noms, et pourquoi l’une est refusée.

licence-of-tier = { $licence } { $tier }

error-extension_required = Cette licence a besoin d’un numéro interne. La liste du central montre le prochain libre.
error-exchange_not_recorded = Aucun central n’est encore enregistré. Ajoutez-en un d’abord.
error-helpdesk_not_recorded = Aucun centre d’assistance n’est encore enregistré. Ajoutez-en un d’abord.
error-helpdesk_required = Cette licence a besoin d’un centre d’assistance. Choisissez-en un.
error-licence_upgrade_only = Une licence ne peut que grandir. Retirez-la d’abord, puis attribuez-en une autre.

licences-title = Licences
licences-lead = Ce qui est commandé, comment c’est utilisé et quand il n’y en aura plus.
licences-use = Utilisation
licences-ordered = Commandées
licences-used = Utilisées
licences-free = Libres
licences-forecast = Prévision
licences-seats = Toutes les licences
licences-full = Aucune n’est libre
licences-full-in = { $n ->
    [0] Complet aujourd’hui
    [one] Complet dans { $n } jour environ
   *[other] Complet dans { $n } jours environ
}
licences-steady = Pas de hausse
licences-over-time = Utilisation dans le temps
licences-chart-label = { $n ->
    [one] Licences utilisées au plus le dernier jour
   *[other] Licences utilisées au plus chacun des { $n } derniers jours
}
licences-as-table = Afficher en tableau
licences-day = Jour
licences-invoice = Facture
licences-invoice-hint = Qui a eu quelle licence, combien de jours du mois. Les utilisateurs « Ne pas facturer » n’y sont pas.
licences-month = Mois
licences-download = Télécharger le CSV
licences-unused-title = Licences inutilisées
licences-unused-lead = Les personnes qui ont une licence et ne se sont pas connectées depuis longtemps.
licences-unused-for = Pas de connexion depuis
licences-unused-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
licences-unused-none = Toutes les licences sont utilisées
licences-unused-none-hint = Tous ceux qui en ont une se sont connectés dans ce délai.
error-month_invalid = Un mois s’écrit avec l’année et deux chiffres, par exemple 2026-11.

audit-organisation-order_changed = Commande modifiée
error-order_below_use = Il y en a plus d’utilisées que cette commande n’en prévoit.
error-service_in_use = Des utilisateurs ont des licences qui reposent sur ce service.
error-service_unknown = Ce service n’existe pas.
error-tier_unknown = Ce niveau n’existe pas.
error-quantity_invalid = Une quantité est zéro ou plus.
