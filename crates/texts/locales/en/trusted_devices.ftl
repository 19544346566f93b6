# Trusted devices.

setting-trusted_device_days = A device may be trusted for
second-trust = { $n ->
    [one] Don’t ask on this device for { $n } day
   *[other] Don’t ask on this device for { $n } days
}
second-trust-hint = Only for a device that nobody else uses.
shown-trusted_device = trusted device
session-trusted = Trusted device
device-distrust = Trust no more
device-distrust-title = Trust this device no more?
device-distrust-lead = The second factor is asked for there at the next sign-in. Sessions go on.
toast-device-distrusted = The device is not trusted any more.
audit-device-trusted = Device trusted
audit-device-distrusted = Device trusted no more
