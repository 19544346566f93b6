# Jednotné přihlášení: poskytovatelé identity, cesta dovnitř přes ně, co je připojeno.

sign-in-by-single_sign_on = Jednotným přihlášením
permission-identity_providers-manage = Spravovat poskytovatele identity, kteří říkají, kdo kým je
audit-identity_provider-created = Poskytovatel identity vytvořen
audit-identity_provider-updated = Poskytovatel identity změněn
audit-identity_provider-deleted = Poskytovatel identity smazán
audit-user-identity_linked = Jednotné přihlášení připojeno
audit-user-identity_unlinked = Jednotné přihlášení odpojeno
sms-identity-linked = K vašemu účtu v Crewdesku bylo připojeno jednotné přihlášení. Pokud jste to nebyli vy, řekněte to hned administrátorům.
mail-identity-linked-subject = K vašemu účtu bylo připojeno jednotné přihlášení
mail-identity-linked-lead = Odteď se můžete přihlašovat přes { $provider }. To, čím jste se přihlašovali dosud, funguje dál, pokud to vaše organizace dovoluje.
notice-identity-linked = K vašemu účtu bylo připojeno jednotné přihlášení přes { $provider }.
sso-title = Jednotné přihlášení
