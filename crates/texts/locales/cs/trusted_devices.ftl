# Důvěryhodná zařízení.

setting-trusted_device_days = Zařízení lze důvěřovat po dobu
second-trust = { $n ->
    [one] Na tomto zařízení se { $n } den neptat
    [few] Na tomto zařízení se { $n } dny neptat
    [many] Na tomto zařízení se { $n } dne neptat
   *[other] Na tomto zařízení se { $n } dní neptat
}
second-trust-hint = Jen na zařízení, které nepoužívá nikdo jiný.
shown-trusted_device = důvěryhodné zařízení
session-trusted = Důvěryhodné zařízení
device-distrust = Přestat důvěřovat
device-distrust-title = Přestat tomuto zařízení důvěřovat?
device-distrust-lead = Při příštím přihlášení se tam na druhý faktor zeptáme. Relace pokračují.
toast-device-distrusted = Zařízení už není důvěryhodné.
audit-device-trusted = Zařízení označeno za důvěryhodné
audit-device-distrusted = Zařízení už není důvěryhodné
