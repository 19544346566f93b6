# Enheter som er klarert.

setting-trusted_device_days = En enhet kan være klarert i
second-trust = { $n ->
    [one] Ikke spør på denne enheten i { $n } dag
   *[other] Ikke spør på denne enheten i { $n } dager
}
second-trust-hint = Bare for en enhet som ingen andre bruker.
shown-trusted_device = klarert enhet
session-trusted = Klarert enhet
device-distrust = Fjern klareringen
device-distrust-title = Fjerne klareringen av denne enheten?
device-distrust-lead = Den andre faktoren spørres det om der ved neste innlogging. Økter fortsetter.
toast-device-distrusted = Enheten er ikke klarert lenger.
audit-device-trusted = Enhet klarert
audit-device-distrusted = Enhet ikke lenger klarert
