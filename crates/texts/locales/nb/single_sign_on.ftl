# Felles pålogging: identitetsleverandører, veien inn med dem, hva som er koblet til.

sign-in-by-single_sign_on = Med felles pålogging
permission-identity_providers-manage = Administrere identitetsleverandører, som sier hvem som kommer inn som hvem
audit-identity_provider-created = Identitetsleverandør opprettet
audit-identity_provider-updated = Identitetsleverandør endret
audit-identity_provider-deleted = Identitetsleverandør slettet
audit-user-identity_linked = Felles pålogging koblet til
audit-user-identity_unlinked = Felles pålogging koblet fra
sms-identity-linked = Felles pålogging ble koblet til Crewdesk-kontoen din. Hvis det ikke var deg, si fra til administratorene med en gang.
mail-identity-linked-subject = Felles pålogging er koblet til kontoen din
mail-identity-linked-lead = Fra nå av kan du logge på med { $provider }. Det du logget på med før, virker fortsatt der organisasjonen din tillater det.
notice-identity-linked = Felles pålogging med { $provider } er koblet til kontoen din.
sso-title = Felles pålogging
