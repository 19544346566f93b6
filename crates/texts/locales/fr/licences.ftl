# Licences : leurs noms, et pourquoi l’une est refusée.

licence-of-tier = { $licence } { $tier }

error-extension_required = Cette licence a besoin d’un numéro interne. La liste du central montre le prochain libre.
error-exchange_not_recorded = Aucun central n’est encore enregistré. Ajoutez-en un d’abord.
error-helpdesk_not_recorded = Aucun centre d’assistance n’est encore enregistré. Ajoutez-en un d’abord.
error-helpdesk_required = Cette licence a besoin d’un centre d’assistance. Choisissez-en un.
error-licence_upgrade_only = Une licence ne peut que grandir. Retirez-la d’abord, puis attribuez-en une autre.
