# Appareils de confiance.

setting-trusted_device_days = Un appareil peut être de confiance pendant
second-trust = { $n ->
    [one] Ne pas demander sur cet appareil pendant { $n } jour
   *[other] Ne pas demander sur cet appareil pendant { $n } jours
}
second-trust-hint = Seulement pour un appareil que personne d’autre n’utilise.
shown-trusted_device = appareil de confiance
session-trusted = Appareil de confiance
device-distrust = Ne plus faire confiance
device-distrust-title = Ne plus faire confiance à cet appareil ?
device-distrust-lead = Le second facteur y est demandé à la prochaine connexion. Les sessions continuent.
toast-device-distrusted = L’appareil n’est plus de confiance.
audit-device-trusted = Appareil déclaré de confiance
audit-device-distrusted = Appareil plus de confiance
